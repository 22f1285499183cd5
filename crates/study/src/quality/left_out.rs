//! Places that have no point in the funnel, counted by the reason.

use danish::Language;
use danish::ui::quality;
use protocol::view::CellKind;

use super::judged::Place;

/// How many are left out, and why, in a sentence; nothing where none is.
pub(super) fn left_out(places: &[Place], language: Language) -> Option<String> {
    let out = || places.iter().filter(|place| !place.is_drawn());
    let count = |of: &[CellKind]| {
        out()
            .filter(|place| of.contains(&place.number.kind))
            .count()
    };
    let hidden = count(&[CellKind::Hidden, CellKind::AtLeast]);
    let missing = count(&[CellKind::Missing]);
    let not_applicable = count(&[CellKind::NotApplicable]);
    let without_size = out().filter(|place| place.number.value.is_some()).count();
    let other = out().count() - hidden - missing - not_applicable - without_size;
    let counts = [hidden, missing, not_applicable, other, without_size];
    quality::left_out(counts, language)
}
