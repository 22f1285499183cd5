//! Hiding of small counts, and of so many others that no hidden one follows from a sum.
#![expect(
    clippy::indexing_slicing,
    reason = "places in the cube are made by the cube itself, from its own lengths"
)]

use super::cube::{Cube, Line};

/// Counts from 1 to one below this are hidden.
pub(crate) const THRESHOLD: i64 = 5;

/// Which cells are hidden: small counts first, then the smallest others in every sum with one hidden number.
pub(crate) fn small_counts(cube: &Cube, values: &[i64]) -> Vec<bool> {
    let small = values
        .iter()
        .map(|value| (1..THRESHOLD).contains(value))
        .collect();
    complete(cube, values, small)
}

/// The same when these cells are to be hidden first.
pub(crate) fn complete(cube: &Cube, values: &[i64], hidden: Vec<bool>) -> Vec<bool> {
    complete_where(cube, values, hidden, |_| true)
}

/// The same where only some sums are published; from one that is not nothing follows.
pub(crate) fn complete_where(
    cube: &Cube,
    values: &[i64],
    mut hidden: Vec<bool>,
    published: impl Fn(usize) -> bool,
) -> Vec<bool> {
    let all = (0..cube.axes.len()).flat_map(|axis| cube.lines_of(axis));
    let lines: Vec<Line> = all
        .filter(|line| published(line.total) && line.parts.iter().all(|&part| published(part)))
        .collect();
    let mut changed = true;
    while changed {
        // Every line is mended in each round, so that a round does as much as it can.
        changed = lines
            .iter()
            .filter(|line| mend(line, values, &mut hidden))
            .count()
            > 0;
    }
    hidden
}

/// Hides one more number of a line that has exactly one hidden, if there is one to hide.
fn mend(line: &Line, values: &[i64], hidden: &mut [bool]) -> bool {
    let Some(cheapest) = gives_away(line, hidden)
        .then(|| cheapest(line, values, hidden))
        .flatten()
    else {
        return false;
    };
    hidden[cheapest] = true;
    true
}

/// Whether exactly one number of a line is hidden, so that it follows from the others.
pub(crate) fn gives_away(line: &Line, hidden: &[bool]) -> bool {
    let parts = line.parts.iter().filter(|&&part| hidden[part]).count();
    parts + usize::from(hidden[line.total]) == 1
}

/// The smallest number that is shown and not zero; the sum only when no part will do.
fn cheapest(line: &Line, values: &[i64], hidden: &[bool]) -> Option<usize> {
    let shown = |cell: &&usize| !hidden[**cell] && values[**cell] != 0;
    let part = line
        .parts
        .iter()
        .filter(shown)
        .min_by_key(|&&cell| values[cell]);
    part.or_else(|| Some(&line.total).filter(shown)).copied()
}
