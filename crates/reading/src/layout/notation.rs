//! How the numbers of columns are written: as a plan says, or as in the columns beside them.

use crate::pins::Pins;
use crate::profile::Profile;
use crate::reading::Convention;

/// Notes how a plan reads the numbers of columns.
pub(super) fn decide(profiles: &mut [Profile], pins: &Pins<'_>) {
    for (column, profile) in profiles.iter_mut().enumerate() {
        if let Some(pinned) = pins.column(column) {
            profile.decided = pinned.convention;
            profile.dash = pinned.dash.unwrap_or_default();
            profile.signs.clone_from(&pinned.signs);
        }
    }
}

/// Whoever writes `98,765.40` in one column writes `1,204` in another as they do there.
pub(super) fn follow(profiles: &mut [Profile]) {
    let proven = one(profiles.iter().filter_map(|it| it.evidence.proven()));
    let leaning = || one(profiles.iter().filter_map(|it| it.evidence.leaning()));
    if let Some(first) = proven.or_else(leaning) {
        let open = profiles
            .iter_mut()
            .filter(|it| it.evidence.is_open_to(first));
        open.for_each(|profile| profile.beside = Some(first));
    }
}

/// What all of them are, where they are one thing.
fn one(mut found: impl Iterator<Item = Convention>) -> Option<Convention> {
    let first = found.next()?;
    found.all(|it| it == first).then_some(first)
}
