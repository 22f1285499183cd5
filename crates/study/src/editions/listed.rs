//! Which revisions are listed: of one measure, of a place and a period or of all, by size or by percent.

use std::collections::BTreeMap;

use protocol::view::editions::{Editions, Kind, Named, Numbers, Revision, TableChange};

/// Positions of a table and of one of its measures.
pub(super) type Picked = (usize, usize);

/// What orders the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Order {
    /// The size of the difference.
    #[default]
    Size,
    /// The difference in percent of the earlier number.
    Percent,
}

/// What the list is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Narrowed {
    /// The code of a place; empty for all.
    pub(super) place: String,
    /// The code of a period; empty for all.
    pub(super) period: String,
    /// What orders it.
    pub(super) order: Order,
}

/// The measure with most revisions.
pub(super) fn first(editions: &Editions) -> Picked {
    let all = editions
        .tables
        .iter()
        .enumerate()
        .flat_map(|(table, change)| {
            let numbers = change.numbers.iter().enumerate();
            numbers.map(move |(at, numbers)| (numbers.revised, (table, at)))
        });
    // The first of equals, so that the order of the package decides.
    let best = all.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.map(|(_, picked)| picked).unwrap_or_default()
}

/// The measure that is picked.
pub(super) fn numbers(
    editions: &Editions,
    (table, at): Picked,
) -> Option<(&TableChange, &Numbers)> {
    let table = editions.tables.get(table)?;
    Some((table, table.numbers.get(at)?))
}

/// The difference of a revision.
pub(super) fn difference(revision: &Revision) -> f64 {
    revision.to - revision.from
}

/// The difference in percent of the earlier number; none where that is nought.
pub(super) fn percent(revision: &Revision) -> Option<f64> {
    let is_there = revision.from != 0.0;
    is_there.then(|| 100.0 * difference(revision) / revision.from.abs())
}

/// The revisions of a measure that are listed, in order.
pub(super) fn revisions<'a>(
    (table, numbers): (&TableChange, &'a Numbers),
    narrowed: &Narrowed,
) -> Vec<&'a Revision> {
    let fits = |kind: Kind, code: &str, revision: &Revision| {
        let mut pairs = table.dimensions.iter().zip(&revision.members);
        code.is_empty()
            || pairs.any(|(dimension, member)| dimension.kind == kind && member.code == code)
    };
    let all = numbers.largest.iter();
    let mut kept: Vec<&Revision> = all
        .filter(|it| {
            fits(Kind::Place, &narrowed.place, it) && fits(Kind::Period, &narrowed.period, it)
        })
        .collect();
    if narrowed.order == Order::Percent {
        let size = |it: &Revision| percent(it).map_or(f64::INFINITY, f64::abs);
        kept.sort_by(|a, b| size(b).total_cmp(&size(a)));
    }
    kept
}

/// The places or periods of the revisions of a measure, by code.
pub(super) fn choices((table, numbers): (&TableChange, &Numbers), kind: Kind) -> Vec<Named> {
    let mut found = BTreeMap::new();
    for revision in &numbers.largest {
        let pairs = table.dimensions.iter().zip(&revision.members);
        for (_, member) in pairs.filter(|(dimension, _)| dimension.kind == kind) {
            found
                .entry(member.code.clone())
                .or_insert_with(|| member.clone());
        }
    }
    found.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::view::editions::Dimension;

    fn member(code: &str) -> Named {
        Named {
            code: code.to_owned(),
            ..Named::default()
        }
    }

    fn editions() -> Editions {
        let dimension = |kind| Dimension {
            kind,
            ..Dimension::default()
        };
        let revision = |codes: [&str; 2], from, to| Revision {
            members: codes.map(member).to_vec(),
            from,
            to,
        };
        let numbers = |revised| Numbers {
            revised,
            largest: vec![
                revision(["a", "2024"], 1000.0, 900.0),
                revision(["b", "2024"], 10.0, 40.0),
                revision(["a", "2025"], 0.0, 3.0),
            ],
            ..Numbers::default()
        };
        let table = TableChange {
            dimensions: vec![dimension(Kind::Place), dimension(Kind::Period)],
            numbers: vec![numbers(3), numbers(7), numbers(7)],
            ..TableChange::default()
        };
        Editions {
            tables: vec![table],
            ..Editions::default()
        }
    }

    fn check(narrowed: &Narrowed, expected: &str) {
        let editions = editions();
        let listed = revisions(numbers(&editions, (0, 0)).unwrap(), narrowed);
        let written = listed
            .iter()
            .map(|it| format!("{}{}", it.members[0].code, it.members[1].code));
        assert_eq!(written.collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn the_largest_difference_comes_first_or_the_largest_percent() {
        check(&Narrowed::default(), "a2024 b2024 a2025");
        let order = Order::Percent;
        check(
            &Narrowed {
                order,
                ..Narrowed::default()
            },
            "a2025 b2024 a2024",
        );
    }

    #[test]
    fn the_list_is_narrowed_to_a_place_and_a_period() {
        let place = "a".to_owned();
        check(
            &Narrowed {
                place: place.clone(),
                ..Narrowed::default()
            },
            "a2024 a2025",
        );
        let period = "2025".to_owned();
        check(
            &Narrowed {
                place,
                period,
                ..Narrowed::default()
            },
            "a2025",
        );
    }

    #[test]
    fn the_measure_with_most_revisions_is_shown_first() {
        assert_eq!(first(&editions()), (0, 1));
    }

    #[test]
    fn nought_has_no_percent() {
        let editions = editions();
        let listed = revisions(numbers(&editions, (0, 0)).unwrap(), &Narrowed::default());
        let percents: Vec<Option<f64>> = listed.into_iter().map(percent).collect();
        assert_eq!(percents, [Some(-10.0), Some(300.0), None]);
    }

    #[test]
    fn places_and_periods_to_choose_are_those_of_the_revisions() {
        let editions = editions();
        let found = choices(numbers(&editions, (0, 0)).unwrap(), Kind::Period);
        let codes: Vec<&str> = found.iter().map(|it| it.code.as_str()).collect();
        assert_eq!(codes, ["2024", "2025"]);
    }
}
