//! Turning the places of a raw file into members that can be rolled up.

use table::{Dimension, Member, MemberKind, Text};

use super::{Level, Place, candidates};

/// Describes a column of places: codes become canonical, printed regions and totals are told from the finest parts,
/// and the dimension is named by its finest level. Places that are not known stay parts under their own code.
#[must_use]
pub fn describe(dimension: Dimension) -> Dimension {
    let found = settle(&dimension.members);
    let Some(finest) = finest(&found) else {
        return dimension;
    };
    let mut codes = Vec::new();
    let members = dimension
        .members
        .into_iter()
        .zip(&found)
        .map(|(member, place)| {
            let described = match place {
                Some(place) => describe_member(place, finest),
                None => member,
            };
            with_free_code(described, *place, &mut codes)
        });
    let members = members.collect();
    let name = finest.name().to_owned();
    let label = if dimension.label == Text::default() {
        finest.label()
    } else {
        dimension.label
    };
    Dimension {
        name,
        label,
        members,
        ..dimension
    }
}

fn describe_member(place: &Place, finest: Level) -> Member {
    let kind = match place.level {
        level if level == finest => MemberKind::Part,
        Level::Country => MemberKind::Total,
        level => MemberKind::Of(level.name().to_owned()),
    };
    Member {
        code: place.code.to_owned(),
        label: place.label(),
        kind,
    }
}

/// Provinces and health councils share the codes 10 and 11; the later one carries its level with it.
fn with_free_code(mut member: Member, place: Option<&Place>, taken: &mut Vec<String>) -> Member {
    if taken.contains(&member.code) {
        let kind = place.map_or("", |place| place.level.name());
        member.code = format!("{kind}:{}", member.code);
    }
    while taken.contains(&member.code) {
        member.code.push('+');
    }
    taken.push(member.code.clone());
    member
}

/// The finest level of which there is a place; the country alone counts when there is nothing else.
fn finest(found: &[Option<&'static Place>]) -> Option<Level> {
    found.iter().flatten().map(|place| place.level).min()
}

/// The place of each member. A name that several places share goes to the level that has most of the names that
/// only one place has, and each place is taken once.
fn settle(members: &[Member]) -> Vec<Option<&'static Place>> {
    let options: Vec<Vec<&'static Place>> = members.iter().map(options_of).collect();
    let sure = |level| {
        let one = options
            .iter()
            .filter(|options| options.len() == 1)
            .flatten();
        one.filter(|place| place.level == level).count()
    };
    let weights = Level::ALL.map(|level| (level, sure(level)));
    let weight = |place: &Place| {
        weights
            .iter()
            .find(|(level, _)| *level == place.level)
            .map_or(0, |(_, count)| *count)
    };
    let mut taken: Vec<&'static Place> = Vec::new();
    let mut settled = vec![None; members.len()];
    for sure_first in [true, false] {
        for (slot, options) in settled.iter_mut().zip(&options) {
            if (options.len() == 1) == sure_first {
                *slot = best(options, &taken, weight);
                taken.extend(*slot);
            }
        }
    }
    settled
}

fn options_of(member: &Member) -> Vec<&'static Place> {
    let danish = candidates(&member.code, &member.label.da);
    if danish.is_empty() {
        candidates(&member.code, &member.label.en)
    } else {
        danish
    }
}

fn best(
    options: &[&'static Place],
    taken: &[&'static Place],
    weight: impl Fn(&Place) -> usize,
) -> Option<&'static Place> {
    let free = options
        .iter()
        .copied()
        .filter(|place| !taken.contains(place));
    free.rev()
        .max_by_key(|place| (weight(place), preference(place.level)))
}

/// Which level a shared name means when nothing else tells.
fn preference(level: Level) -> u8 {
    match level {
        Level::Municipality => 5,
        Level::Region => 4,
        Level::Region2007 => 3,
        Level::HealthCouncil => 2,
        Level::Province => 1,
        Level::Country => 0,
    }
}

#[cfg(test)]
mod tests {
    use table::Role;

    use super::*;

    /// Members as `code label`, described, as `code kind`.
    fn check(members: &[(&str, &str)], name: &str, expected: &[&str]) {
        let members = members.iter().map(|(code, label)| Member {
            code: (*code).to_owned(),
            label: Text::same(label),
            kind: MemberKind::Part,
        });
        let members = members.collect();
        let raw = Dimension {
            role: Role::Geography,
            members,
            ..Dimension::default()
        };
        let described = describe(raw);
        let found = described.members.iter().map(|member| match &member.kind {
            MemberKind::Part => format!("{} part", member.code),
            MemberKind::Total => format!("{} total", member.code),
            MemberKind::Of(level) => format!("{} of {level}", member.code),
        });
        assert_eq!(found.collect::<Vec<_>>(), expected);
        assert_eq!(described.name, name);
    }

    #[test]
    fn printed_regions_and_the_country_are_told_from_municipalities() {
        check(
            &[
                ("000", "All Denmark"),
                ("084", "Region Hovedstaden"),
                ("01", "Province Byen København"),
                ("101", "Copenhagen"),
                ("411", "Christiansø"),
            ],
            "kommune",
            &[
                "000 total",
                "1084 of region_2007",
                "01 of landsdel",
                "0101 part",
                "411 part",
            ],
        );
    }

    #[test]
    fn a_name_that_two_places_share_goes_with_its_fellows() {
        check(
            &[
                ("Horsens", "Horsens"),
                ("Lillebælt", "Lillebælt"),
                ("Hovedstaden", "Hovedstaden"),
            ],
            "sundhedsraad",
            &["7 part", "10 part", "17 part"],
        );
        check(
            &[
                ("Hovedstaden", "Hovedstaden"),
                ("Sjælland", "Sjælland"),
                ("Syddanmark", "Syddanmark"),
            ],
            "region_2007",
            &["1084 part", "1085 part", "1083 part"],
        );
        check(
            &[
                ("Syddanmark", "Region Syddanmark"),
                ("Østdanmark", "Region Østdanmark"),
            ],
            "region",
            &["syddanmark part", "oestdanmark part"],
        );
    }

    #[test]
    fn codes_that_two_levels_share_stay_apart() {
        check(
            &[("11", "Sundhedsråd Fyn"), ("l11", "Landsdel Nordjylland")],
            "sundhedsraad",
            &["11 part", "landsdel:11 of landsdel"],
        );
    }

    #[test]
    fn a_column_without_a_known_place_is_left_as_it_was() {
        check(&[("x", "Astma")], "", &["x part"]);
    }
}
