//! The same answers by hand: a list of rows, filtered and added up as the classes say, with no thought of speed.

use std::collections::{BTreeMap, BTreeSet};

use super::package::{Asked, By, DIMENSIONS, GROUPS, PARTS, Row, TOTAL, class, double};
use crate::Figure;
use table::{Aggregation, Collapse};

type Key = Vec<usize>;

/// For each dimension whether it is answered from its parts; else from what is printed of it.
type Way = [bool; DIMENSIONS];

/// The measure for each group: from the way that is printed most, of those that have rows.
pub(super) fn answer(rows: &[Row], asked: &Asked, measure: usize) -> Vec<(Key, Figure)> {
    let mut ways: Vec<u32> = (0..1 << DIMENSIONS).collect();
    ways.sort_by_key(|way| way.count_ones());
    let mut found: BTreeMap<Key, Option<Figure>> = BTreeMap::new();
    for way in ways {
        let way = std::array::from_fn(|at| way >> at & 1 == 1);
        for (key, figure) in one_way(rows, (asked, way), measure) {
            let known = found.entry(key).or_default();
            *known = known.or(figure);
        }
    }
    let found = found.into_iter();
    found
        .map(|(key, figure)| (key, figure.unwrap_or(Figure::Missing)))
        .collect()
}

fn group_of(member: usize) -> Option<usize> {
    match member {
        member if member < PARTS => Some(member / 2),
        member => GROUPS.iter().position(|group| *group == member),
    }
}

/// Whether rows with a member answer the question this way.
fn is_allowed(asked: &Asked, way: Way, at: usize, member: usize) -> bool {
    let kept = asked.kept.as_ref().filter(|(kept, _)| *kept == at);
    let printed = match (asked.by[at], kept) {
        (By::Parts, _) => member < PARTS,
        (By::Nothing, None) => member == TOTAL,
        _ => GROUPS.contains(&member),
    };
    let of_way = if way[at] { member < PARTS } else { printed };
    let is_kept =
        kept.is_none_or(|(_, groups)| group_of(member).is_some_and(|g| groups.contains(&g)));
    of_way && is_kept
}

fn part_of_key(by: By, member: usize) -> Option<usize> {
    match by {
        By::Nothing => None,
        By::Groups => group_of(member),
        By::Parts => Some(member),
    }
}

/// The figure of each group that has rows; none where only some of the printed groups that flow together are there.
fn one_way(
    rows: &[Row],
    (asked, way): (&Asked, Way),
    measure: usize,
) -> BTreeMap<Key, Option<Figure>> {
    let mut groups: BTreeMap<Key, Vec<Row>> = BTreeMap::new();
    for row in rows {
        let members = row.0.iter().enumerate();
        if members
            .clone()
            .all(|(at, member)| is_allowed(asked, way, at, *member))
        {
            let key = members.filter_map(|(at, member)| part_of_key(asked.by[at], *member));
            groups.entry(key.collect()).or_default().push(*row);
        }
    }
    let collapsed: Vec<usize> = (0..DIMENSIONS)
        .filter(|at| flows_together(asked, way, *at))
        .collect();
    let is_whole = |rows: &[Row]| match &asked.kept {
        Some((at, kept)) if asked.by[*at] == By::Nothing && !way[*at] => {
            let there: BTreeSet<usize> = rows.iter().map(|row| row.0[*at]).collect();
            there.len() == kept.len()
        }
        _ => true,
    };
    let figure = |rows: &Vec<Row>| is_whole(rows).then(|| rolled(rows, &collapsed, measure));
    groups
        .iter()
        .map(|(key, rows)| (key.clone(), figure(rows)))
        .collect()
}

/// Whether several members of a dimension come to one group.
fn flows_together(asked: &Asked, way: Way, at: usize) -> bool {
    let allowed = (0..=TOTAL).filter(|member| is_allowed(asked, way, at, *member));
    let mut seen = BTreeSet::new();
    let keys = allowed.map(|member| part_of_key(asked.by[at], member));
    keys.filter(|key| !seen.insert(*key)).count() > 0
}

fn rolled(rows: &[Row], collapsed: &[usize], measure: usize) -> Figure {
    let over = |names: &[String]| -> Vec<usize> {
        let named = |at: &usize| names.contains(&format!("d{at}"));
        collapsed.iter().copied().filter(named).collect()
    };
    match class(measure) {
        Aggregation::Additive => sum(rows, measure),
        Aggregation::SemiAdditive { not_over, then } => {
            let over = over(&not_over);
            let parts = apart(rows, &over, measure);
            match then {
                _ if over.is_empty() => sum(rows, measure),
                Collapse::Refuse => Figure::Refused,
                Collapse::Last => *parts.last().unwrap(),
                Collapse::Mean => mean(&parts),
            }
        }
        Aggregation::Distinct { over: names } => match over(&names) {
            over if over.is_empty() => sum(rows, measure),
            over => bounds(&apart(rows, &over, measure)),
        },
        _ if collapsed.is_empty() => sum(rows, measure),
        Aggregation::Ratio { .. } => match (sum(rows, 0), sum(rows, 8)) {
            (Figure::Hidden, _) | (_, Figure::Hidden) => Figure::Hidden,
            (_, Figure::AtLeast(_)) => Figure::Hidden,
            (above, Figure::Value(below)) => above.map(|above| above / below),
            _ => Figure::NotApplicable,
        },
        Aggregation::Mean { .. } => weighted(rows, measure),
        Aggregation::Printed => Figure::Refused,
    }
}

/// The sum of each member of some dimensions, in their order.
fn apart(rows: &[Row], over: &[usize], measure: usize) -> Vec<Figure> {
    let mut parts: BTreeMap<Key, Vec<Row>> = BTreeMap::new();
    for row in rows {
        let key = over.iter().map(|at| row.0[*at]).collect();
        parts.entry(key).or_default().push(*row);
    }
    parts.values().map(|rows| sum(rows, measure)).collect()
}

fn sum(rows: &[Row], measure: usize) -> Figure {
    let numbers: Vec<f64> = rows
        .iter()
        .filter_map(|row| row.1[measure])
        .map(double)
        .collect();
    let sum = numbers.iter().sum();
    match (numbers.len(), rows.len()) {
        (0, _) => Figure::Hidden,
        (some, all) if some < all => Figure::AtLeast(sum),
        _ => Figure::number(sum),
    }
}

fn low(figure: &Figure) -> Option<f64> {
    match figure {
        Figure::AtLeast(low) => Some(*low),
        figure => figure.value(),
    }
}

fn mean(parts: &[Figure]) -> Figure {
    let lows: Option<Vec<f64>> = parts.iter().map(low).collect();
    let is_certain = parts.iter().all(|part| part.value().is_some());
    let mean =
        |lows: Vec<f64>| lows.iter().sum::<f64>() / double(i64::try_from(lows.len()).unwrap());
    match lows.map(mean) {
        None => Figure::Hidden,
        Some(mean) if is_certain => Figure::number(mean),
        Some(mean) => Figure::AtLeast(mean),
    }
}

fn bounds(parts: &[Figure]) -> Figure {
    let largest = parts.iter().filter_map(low).reduce(f64::max);
    let all: Option<f64> = parts.iter().map(|part| part.value()).sum();
    match (largest, all) {
        (None, _) => Figure::Hidden,
        (Some(largest), None) => Figure::AtLeast(largest),
        (Some(largest), Some(all)) if largest < all => Figure::Bounds(largest, all),
        (Some(largest), Some(_)) => Figure::number(largest),
    }
}

fn weighted(rows: &[Row], measure: usize) -> Figure {
    let weighing = rows.iter().filter(|row| row.1[0] != Some(0));
    let pairs: Option<Vec<(f64, f64)>> = weighing
        .map(|row| Some((double(row.1[measure]?), double(row.1[0]?))))
        .collect();
    match pairs.as_deref() {
        None => Figure::Hidden,
        Some([]) => Figure::Missing,
        Some(pairs) => {
            let all: f64 = pairs.iter().map(|(_, weight)| weight).sum();
            Figure::number(
                pairs
                    .iter()
                    .map(|(value, weight)| value * weight)
                    .sum::<f64>()
                    / all,
            )
        }
    }
}
