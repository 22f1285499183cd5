//! Rows of a header that hold nothing but units.

use crate::header::Part;
use crate::plan::{HeaderRow, HeaderUse};
use crate::vocabulary::is_unit_text;

/// What each of so many rows of a header is: as it is decided, or a row of units, or still to be recognised.
pub(crate) fn rows(
    paths: &[Vec<Part>],
    numeric: &[bool],
    count: usize,
    decided: &[HeaderRow],
) -> Vec<HeaderRow> {
    let row = |at: usize| {
        let mut row = decided.get(at).cloned().unwrap_or_default();
        if row.is == HeaderUse::Recognised && holds_units(paths, numeric, at) {
            row.is = HeaderUse::Unit;
        }
        row
    };
    (0..count).map(row).collect()
}

/// Whether a row has units alone, and every column of numbers below it a name without it.
fn holds_units(paths: &[Vec<Part>], numeric: &[bool], row: usize) -> bool {
    let columns = paths.iter().zip(numeric).filter(|(_, numeric)| **numeric);
    let above: Vec<&Vec<Part>> = columns.map(|(path, _)| path).collect();
    let of_row = |path: &&Vec<Part>| path.iter().any(|part| part.row == row);
    let is_unit = |part: &Part| part.row != row || is_unit_text(&part.text);
    let named = |path: &&&Vec<Part>| {
        let mut others = path.iter().filter(|part| part.row != row);
        others.any(|part| !is_member(&part.text) && !is_unit_text(&part.text))
    };
    let with: Vec<_> = above.iter().filter(|path| of_row(path)).collect();
    // A text in a column of words would be a heading.
    let elsewhere = paths
        .iter()
        .zip(numeric)
        .any(|(path, numeric)| !numeric && of_row(&path));
    let are_units = with.iter().all(|path| path.iter().all(is_unit));
    !with.is_empty() && !elsewhere && are_units && with.iter().all(named) && stay_apart(&above, row)
}

/// A text that names no measure.
fn is_member(text: &str) -> bool {
    crate::time::split(text).is_some_and(|(words, _)| words.is_empty())
}

/// Whether columns can be told apart without the row.
fn stay_apart(paths: &[&Vec<Part>], row: usize) -> bool {
    let without = |path: &&Vec<Part>| -> Vec<String> {
        let others = path.iter().filter(|part| part.row != row);
        others.map(|part| part.text.clone()).collect()
    };
    let mut all: Vec<Vec<String>> = paths.iter().map(without).collect();
    let count = all.len();
    all.sort();
    all.dedup();
    all.len() == count
}
