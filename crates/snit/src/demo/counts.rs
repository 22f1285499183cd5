//! Numbers for the cells of a cube: drawn for its parts and summed up; persons counted once; means and what is hidden with them.

use table::Status;

use super::cube::Cube;
use super::hide::{THRESHOLD, complete};
use super::keyfigures::waiting::set;
use super::random::{approximate, whole};

/// Draws numbers for each part of a cube, and sums them up.
pub(crate) fn drawn<const N: usize>(
    cube: &Cube,
    mut draw: impl FnMut(usize) -> [i64; N],
) -> [Vec<i64>; N] {
    let mut all = std::array::from_fn(|_| cube.zeros());
    for part in cube.parts() {
        all.iter_mut()
            .zip(draw(part))
            .for_each(|(values, count)| set(values, part, count));
    }
    all.iter_mut().for_each(|values| cube.sum_up(values));
    all
}

/// Persons where one may stand in several parts of an axis: its totals are this share of the sum, and never less than the
/// largest part. Over the other axes they are sums.
pub(crate) fn once(cube: &Cube, counts: &[i64], (axis, share): (usize, f64)) -> Vec<i64> {
    let mut once = counts.to_vec();
    let count = |cell: usize| counts.get(cell).copied().unwrap_or(0);
    for line in cube.lines_of(axis) {
        let parts = || line.parts.iter().map(|&part| count(part));
        let (largest, all) = (parts().max().unwrap_or(0), parts().sum::<i64>());
        let total = whole(approximate(all) * share).max(largest).min(all);
        set(&mut once, line.total, total);
    }
    let others = (0..cube.axes.len()).filter(|other| *other != axis);
    others.for_each(|other| cube.sum_over(&mut once, other));
    once
}

/// What is hidden of numbers that are hidden with others: theirs, and what would give them away.
pub(crate) fn following(cube: &Cube, hidden: &[bool], values: &[i64]) -> Vec<bool> {
    let pairs = hidden.iter().zip(values);
    let follows = pairs.map(|(hidden, value)| *hidden && *value > 0);
    complete(cube, values, follows.collect())
}

/// The same of counts of persons, which are hidden when they are small as well.
pub(crate) fn small_or_following(cube: &Cube, hidden: &[bool], values: &[i64]) -> Vec<bool> {
    let pairs = hidden.iter().zip(values);
    let first = pairs
        .map(|(hidden, value)| *hidden && *value > 0 || (1..THRESHOLD).contains(value))
        .collect();
    complete(cube, values, first)
}

/// Means in units of a decimal; 0 where nothing was counted.
pub(crate) fn tenths(sums: &[i64], counts: &[i64]) -> Vec<i64> {
    let mean =
        |(sum, count): (&i64, &i64)| whole(approximate(*sum) * 10.0 / approximate((*count).max(1)));
    sums.iter().zip(counts).map(mean).collect()
}

/// The status of a mean: hidden with its count, and not there when nothing was counted.
pub(crate) fn of_mean<'a>(counts: &'a [i64], hidden: &'a [bool]) -> impl Fn(usize) -> Status + 'a {
    |cell| match (counts.get(cell), hidden.get(cell)) {
        (_, Some(true)) => Status::Hidden,
        (Some(0) | None, _) => Status::NotApplicable,
        _ => Status::Value,
    }
}
