//! Members that are called the sum of another: `Kirurgi Total` beside `Kirurgi`.

use std::collections::BTreeSet;

use health::geography::{self, Level};
use table::{Dimension, MemberKind, Role};

use crate::draft::RawDimension;
use crate::role;
use crate::vocabulary::total_of;

/// A column with more members lists no places and groups that people add up by hand; every one of them is looked up by name.
const MOST_MEMBERS: usize = 5_000;

/// Counts a member as a total where what it is called the sum of stands in the same column; places have levels of their own.
pub(crate) fn pin(dimension: &mut RawDimension) {
    let labels = &dimension.labels;
    if labels.len() > MOST_MEMBERS {
        return;
    }
    let known: BTreeSet<&str> = labels.iter().map(String::as_str).collect();
    let is_known = |text: &str| known.contains(text);
    let is_subtotal = |label: &&String| {
        let of = total_of(label);
        of.is_some_and(is_known) && dimension.pinned.is_total(label, label).is_none()
    };
    let found: Vec<String> = labels.iter().filter(is_subtotal).cloned().collect();
    if !found.is_empty() && role::of_dimension(dimension) != Role::Geography {
        dimension.pinned.totals.extend(found);
    }
    let country = country(dimension);
    dimension.pinned.totals.extend(country);
}

/// The country, where it stands above its regions and what else is no place of its own.
fn country(dimension: &RawDimension) -> Option<String> {
    let at = |level: Level| {
        let labels = dimension.labels.iter();
        labels.filter(move |label| geography::recognise_at(label, level).is_some())
    };
    // To look every period and diagnosis up among places would take longer than to read them.
    may_hold_places(role::of_dimension(dimension)).then_some(())?;
    let own = at(Level::Country).next()?;
    let is_mixed = at(Level::Region2007).count().max(at(Level::Region).count()) > 1;
    let is_open = dimension.pinned.is_total(own, own).is_none();
    (is_open && is_mixed).then(|| own.clone())
}

/// Whether places may stand among members of another kind.
fn may_hold_places(role: Role) -> bool {
    matches!(role, Role::Other | Role::Organisation)
}

/// Whether the sums over regions stand among other members than places, such as the hospitals within them.
pub(crate) fn mixes_levels(dimension: &Dimension) -> bool {
    if !may_hold_places(dimension.role) || dimension.members.len() > MOST_MEMBERS {
        return false;
    }
    let parts = || {
        let members = dimension.members.iter();
        members.filter(|member| member.kind == MemberKind::Part)
    };
    let is_region = |label: &str| {
        let levels = [Level::Region2007, Level::Region];
        let mut places = levels
            .iter()
            .map(|level| geography::recognise_at(label, *level));
        places.any(|place| place.is_some())
    };
    let regions = parts().filter(|member| is_region(&member.label.da)).count();
    (2..parts().count()).contains(&regions)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_with_too_many_members_is_left_as_it_is() {
        let numbered = |at: usize| [format!("Afsnit {at}"), format!("Afsnit {at} total")];
        let pinned = |count: usize| {
            let labels: Vec<String> = (0..count).flat_map(numbered).collect();
            let mut dimension = RawDimension {
                codes: labels.clone(),
                labels,
                ..RawDimension::default()
            };
            pin(&mut dimension);
            dimension.pinned.totals.len()
        };
        assert_eq!(pinned(MOST_MEMBERS / 2), MOST_MEMBERS / 2);
        assert_eq!(pinned(MOST_MEMBERS / 2 + 1), 0);
    }

    #[test]
    fn only_what_is_called_the_sum_of_another_is_a_total() {
        let labels = ["Kirurgi", "Kirurgi Total", "Hofte total", "Total knæ"];
        let labels: Vec<String> = labels.map(str::to_owned).to_vec();
        let mut dimension = RawDimension {
            codes: labels.clone(),
            labels,
            ..RawDimension::default()
        };
        pin(&mut dimension);
        assert_eq!(dimension.pinned.totals, ["Kirurgi Total"]);
    }
}
