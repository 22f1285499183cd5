//! Tables that stand side by side on a sheet, with an empty column between them.

use std::ops::Range;

use formats::{Cell, Sheet};

use crate::numbers::{self, Kind};
use crate::shape::is_year;

/// What a column holds.
#[derive(Clone, Copy, Debug, Default)]
struct Held {
    words: u64,
    numbers: u64,
    /// Whether the first cell can be a year, which heads the numbers below it.
    begins_with_year: bool,
}

/// The columns of each table, from left to right; all columns where there is no more than one.
pub(super) fn of(sheet: &Sheet) -> Vec<Range<usize>> {
    let width = sheet.column_count();
    let mut held = vec![Held::default(); width];
    for row in 0..sheet.row_count() {
        for (column, cell) in sheet.row(row) {
            let kind = numbers::kind(cell);
            if let Some(held) = held.get_mut(column).filter(|_| kind != Kind::Blank) {
                let is_figure = matches!(kind, Kind::Number | Kind::Sign);
                let is_number = is_figure || matches!(cell, Cell::Number(_));
                let is_first = held.words + held.numbers == 0;
                held.begins_with_year |= is_first && is_year(cell);
                held.numbers += u64::from(is_number);
                held.words += u64::from(!is_number);
            }
        }
        // Whoever fills every column has no empty one between tables.
        if row % 64 == 63 && held.iter().all(|held| held.words + held.numbers > 0) {
            break;
        }
    }
    let runs = runs(&held);
    let mut starts: Vec<usize> = Vec::new();
    for run in runs {
        let is_table = held.get(run.clone()).is_some_and(is_table);
        let left = starts.last().and_then(|start| held.get(*start..run.start));
        if starts.is_empty() || (is_table && left.is_some_and(is_table_from_first)) {
            starts.push(if starts.is_empty() { 0 } else { run.start });
        }
    }
    let ends = starts.iter().skip(1).copied().chain([width]);
    starts
        .iter()
        .copied()
        .zip(ends)
        .map(|(from, to)| from..to)
        .collect()
}

/// Columns that hold something, as long as they stand beside each other.
fn runs(held: &[Held]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (column, held) in held.iter().enumerate() {
        if held.words + held.numbers == 0 {
            continue;
        }
        match runs.last_mut() {
            Some(last) if last.end == column => last.end += 1,
            _ => runs.push(column..column + 1),
        }
    }
    runs
}

/// A column of words with a heading, then columns of numbers with headings.
fn is_table(columns: &[Held]) -> bool {
    let Some((first, rest)) = columns.split_first() else {
        return false;
    };
    let has_numbers = |held: &Held| {
        let is_headed = held.words >= 1 || held.begins_with_year;
        held.numbers >= 2 && is_headed && held.numbers >= held.words
    };
    first.words >= 3 && first.words > first.numbers && rest.iter().any(has_numbers)
}

fn is_table_from_first(columns: &[Held]) -> bool {
    let first = columns
        .iter()
        .position(|held| held.words + held.numbers > 0);
    first
        .and_then(|first| columns.get(first..))
        .is_some_and(is_table)
}
