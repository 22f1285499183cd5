//! Set arithmetic: from exclusive combinations to how many met a sector at all, that alone, and together with each other.

use crate::disclosure::Figure;

/// Sectors as bits: the first is 1, the second 2, the third 4.
pub type Set = u32;

/// The set of sectors at these positions.
pub fn bits(positions: impl Iterator<Item = usize>) -> Set {
    let bit = |position| {
        u32::try_from(position)
            .ok()
            .and_then(|position| 1_u32.checked_shl(position))
    };
    positions.filter_map(bit).fold(0, |set, bit| set | bit)
}

/// People who met these sectors and no other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exclusive {
    /// The sectors.
    pub set: Set,
    /// How many, as published.
    pub people: Figure,
}

/// What is known of a sector.
#[derive(Clone, Debug, PartialEq)]
pub struct SectorCount {
    /// People who met it, whatever else they met.
    pub at_all: Figure,
    /// People who met no other.
    pub alone: Figure,
    /// People who met it and the sector at this position too; at its own position those who met it at all.
    pub with: Vec<Figure>,
}

/// Sectors against sectors.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overlap {
    /// One for each sector, in their order.
    pub sectors: Vec<SectorCount>,
    /// Combinations of sectors that the table does not have, fewest sectors first: sums are without their people.
    pub lacking: Vec<Set>,
}

/// How many met each of so many sectors, alone and with each other, from exclusive combinations, so that nobody counts twice.
///
/// A sum over a combination that is hidden is at least what the others add up to, one over a combination that has not reported
/// is incomplete, and one over no combination that the table has is not applicable.
#[must_use]
pub fn overlap(exclusive: &[Exclusive], sector_count: usize) -> Overlap {
    let with = |set: Set| {
        let people = exclusive.iter().filter(|it| it.set & set == set);
        sum(&people.map(|it| it.people).collect::<Vec<_>>())
    };
    let only = |set: Set| {
        let mut people = exclusive.iter().filter(|it| it.set == set);
        people.next().map_or(Figure::NotApplicable, |it| it.people)
    };
    let one = |position: usize| bits(std::iter::once(position));
    let sector = |position: usize| SectorCount {
        at_all: with(one(position)),
        alone: only(one(position)),
        with: (0..sector_count)
            .map(|other| with(one(position) | one(other)))
            .collect(),
    };
    Overlap {
        sectors: (0..sector_count).map(sector).collect(),
        lacking: lacking(exclusive, sector_count),
    }
}

fn lacking(exclusive: &[Exclusive], sector_count: usize) -> Vec<Set> {
    let all = bits(0..sector_count);
    let mut lacking: Vec<Set> = (1..=all)
        .filter(|set| exclusive.iter().all(|it| it.set != *set))
        .collect();
    lacking.sort_by_key(|set| (set.count_ones(), *set));
    lacking
}

/// Parts that share nobody, added up as `disclosure` adds up rows: a hidden part makes the sum "at least", one that has not
/// reported makes it incomplete.
fn sum(parts: &[Figure]) -> Figure {
    if let Some(unknown) = parts.iter().find(|part| is_unsummed(part)) {
        return unknown.of_part();
    }
    let known = || parts.iter().filter_map(certain);
    let (low, high) = known().fold((0.0, 0.0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
    let covered = known().count() as u64;
    let has = |wanted: fn(&Figure) -> bool| parts.iter().any(wanted);
    let is_missing = |part: &&Figure| matches!(part, Figure::Missing);
    match covered {
        0 if has(|part| *part == Figure::Hidden) => Figure::Hidden,
        0 if has(|part| *part == Figure::Missing) => Figure::Missing,
        0 => Figure::NotApplicable,
        _ if has(|part| matches!(part, Figure::Hidden | Figure::AtLeast(_))) => {
            Figure::AtLeast(low)
        }
        _ if has(|part| *part == Figure::Missing) => Figure::Incomplete {
            sum: Some(low),
            covered,
            of: covered + parts.iter().filter(is_missing).count() as u64,
        },
        _ if low < high => Figure::Bounds(low, high),
        _ => Figure::number(low),
    }
}

fn is_unsummed(part: &Figure) -> bool {
    matches!(part, Figure::Refused | Figure::Incomplete { .. })
}

/// Between what and what a part lies, where that is known.
fn certain(part: &Figure) -> Option<(f64, f64)> {
    match part {
        Figure::AtLeast(low) => Some((*low, *low)),
        Figure::Bounds(low, high) => Some((*low, *high)),
        part => part.value().map(|value| (value, value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hospital 1, practice 2, municipality 4.
    fn people(counts: &[(Set, Figure)]) -> Vec<Exclusive> {
        let pairs = counts.iter();
        pairs
            .map(|&(set, people)| Exclusive { set, people })
            .collect()
    }

    fn value(count: u32) -> Figure {
        Figure::number(f64::from(count))
    }

    fn whole() -> Vec<(Set, Figure)> {
        (0..8).map(|set| (set, value(10 * set + 1))).collect()
    }

    #[test]
    fn each_person_counts_once_in_whatever_sum_the_person_is_in() {
        let found = overlap(&people(&whole()), 3);
        let hospital = &found.sectors[0];
        assert_eq!(hospital.at_all, value(11 + 31 + 51 + 71));
        assert_eq!(hospital.alone, value(11));
        assert_eq!(hospital.with, [value(164), value(31 + 71), value(51 + 71)]);
        assert!(found.lacking.is_empty());
    }

    #[test]
    fn the_table_of_overlaps_is_symmetric_and_no_pair_exceeds_its_sectors() {
        let found = overlap(&people(&whole()), 3).sectors;
        for (a, one) in found.iter().enumerate() {
            for (b, other) in found.iter().enumerate() {
                assert_eq!(one.with[b], other.with[a]);
                assert!(one.with[b].value() <= one.at_all.value());
            }
        }
    }

    #[test]
    fn a_sum_over_a_hidden_combination_is_at_least_the_others() {
        let mut counts = whole();
        counts[7].1 = Figure::Hidden;
        let found = overlap(&people(&counts), 3);
        assert_eq!(found.sectors[0].at_all, Figure::AtLeast(93.0));
        assert_eq!(found.sectors[0].with[1], Figure::AtLeast(31.0));
        assert_eq!(found.sectors[0].alone, value(11));
        counts[3].1 = Figure::Hidden;
        let found = overlap(&people(&counts), 3);
        assert_eq!(found.sectors[0].with[1], Figure::Hidden);
    }

    #[test]
    fn a_combination_that_has_not_reported_leaves_its_sums_incomplete() {
        let mut counts = whole();
        counts[1].1 = Figure::Missing;
        let found = overlap(&people(&counts), 3).sectors;
        let incomplete = Figure::Incomplete {
            sum: Some(153.0),
            covered: 3,
            of: 4,
        };
        assert_eq!(
            (found[0].at_all, found[0].alone),
            (incomplete, Figure::Missing)
        );
        assert_eq!(found[1].at_all, value(21 + 31 + 61 + 71));
    }

    #[test]
    fn combinations_that_the_table_does_not_have_are_named_and_not_zero() {
        let counts: Vec<_> = whole()
            .into_iter()
            .filter(|(set, _)| set.count_ones() > 1)
            .collect();
        let found = overlap(&people(&counts), 3);
        assert_eq!(found.lacking, [1, 2, 4]);
        assert_eq!(found.sectors[0].alone, Figure::NotApplicable);
        assert_eq!(found.sectors[0].at_all, value(31 + 51 + 71));
    }
}
