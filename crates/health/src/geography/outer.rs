//! The coarser levels of a column of places.

use table::{Dimension, Level as Grouping, Member, MemberKind};

use super::{Level, Place, places, recognise_at};

/// Adds the levels that the finest parts roll up to: health councils, and both generations of regions. Names that
/// the dimension or another column has already are left alone.
#[must_use]
pub fn with_levels(mut dimension: Dimension, taken: &[&str]) -> Dimension {
    let Some(finest) = Level::from_name(&dimension.name) else {
        return dimension;
    };
    let known: Vec<Option<&'static Place>> = dimension
        .members
        .iter()
        .map(|member| place_of(member, finest))
        .collect();
    for &level in outer_of(finest) {
        let own = dimension.levels.iter().any(|own| own.name == level.name());
        if !own && !taken.contains(&level.name()) {
            dimension.levels.push(grouping(level, &known));
        }
    }
    dimension
}

/// The dimension without levels of places, for one whose members have changed since it was given them.
#[must_use]
pub fn without_levels(mut dimension: Dimension) -> Dimension {
    dimension
        .levels
        .retain(|level| Level::from_name(&level.name).is_none());
    dimension
}

fn outer_of(finest: Level) -> &'static [Level] {
    match finest {
        Level::Municipality => &[Level::HealthCouncil, Level::Region, Level::Region2007],
        Level::HealthCouncil => &[Level::Region],
        _ => &[],
    }
}

fn place_of(member: &Member, finest: Level) -> Option<&'static Place> {
    let level = match &member.kind {
        MemberKind::Part => finest,
        MemberKind::Total => return None,
        MemberKind::Of(name) => Level::from_name(name)?,
    };
    let exact = places()
        .iter()
        .find(|place| place.level == level && place.code == member.code);
    exact
        .or_else(|| recognise_at(&member.code, level))
        .or_else(|| recognise_at(&member.label.da, level))
}

fn grouping(level: Level, known: &[Option<&'static Place>]) -> Grouping {
    let groups: Vec<&Place> = places()
        .iter()
        .filter(|place| place.level == level)
        .collect();
    let parent = |place: &Option<&'static Place>| {
        let code = place.and_then(|place| place.within(level))?;
        let index = groups.iter().position(|group| group.code == code)?;
        u32::try_from(index).ok()
    };
    let member = |place: &&Place| Member {
        code: place.code.to_owned(),
        label: place.label(),
        kind: MemberKind::Part,
    };
    Grouping {
        name: level.name().to_owned(),
        label: level.label(),
        members: groups.iter().map(member).collect(),
        parents: known.iter().map(parent).collect(),
    }
}

#[cfg(test)]
mod tests {
    use table::Text;

    use super::*;

    fn member(code: &str, kind: MemberKind) -> Member {
        Member {
            code: code.to_owned(),
            label: Text::same(code),
            kind,
        }
    }

    fn of(level: &str) -> MemberKind {
        MemberKind::Of(level.to_owned())
    }

    fn municipalities() -> Dimension {
        let members = vec![
            member("000", MemberKind::Total),
            member("10", of("sundhedsraad")),
            member("0410", MemberKind::Part),
            member("0101", MemberKind::Part),
            member("411", MemberKind::Part),
        ];
        Dimension {
            name: "kommune".to_owned(),
            members,
            ..Dimension::default()
        }
    }

    fn parents(dimension: &Dimension, level: &str) -> Vec<String> {
        let level = dimension
            .levels
            .iter()
            .find(|own| own.name == level)
            .unwrap();
        let code = |parent: &Option<u32>| {
            parent.map_or("-".to_owned(), |index| {
                level.members[index as usize].code.clone()
            })
        };
        level.parents.iter().map(code).collect()
    }

    #[test]
    fn municipalities_roll_up_to_councils_and_both_generations_of_regions() {
        let dimension = with_levels(municipalities(), &[]);
        assert_eq!(
            parents(&dimension, "sundhedsraad"),
            ["-", "-", "10", "17", "-"]
        );
        assert_eq!(
            parents(&dimension, "region"),
            ["-", "syddanmark", "syddanmark", "oestdanmark", "-"]
        );
        assert_eq!(
            parents(&dimension, "region_2007"),
            ["-", "1083", "1083", "1084", "-"]
        );
    }

    #[test]
    fn a_level_that_another_column_holds_is_not_added() {
        let dimension = with_levels(municipalities(), &["region"]);
        let names: Vec<_> = dimension
            .levels
            .iter()
            .map(|level| level.name.as_str())
            .collect();
        assert_eq!(names, ["sundhedsraad", "region_2007"]);
    }

    #[test]
    fn a_level_that_the_dimension_brings_is_kept() {
        let once = with_levels(municipalities(), &[]);
        assert_eq!(with_levels(once.clone(), &[]), once);
    }
}
