//! What there is to say of a sheet beside its cells: what the sender had hidden, and cells without a value.

use super::Sheet;
use super::value::MOST_COLUMNS;
use crate::Warning;

/// How many cells of a kind, and where the first is.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    count: u64,
    first: (usize, usize),
}

impl Tally {
    pub(super) fn add(&mut self, row: usize, column: usize) {
        if self.count == 0 {
            self.first = (row, column);
        }
        self.count += 1;
    }
}

/// What was noted while the cells were read.
#[derive(Clone, Debug, Default)]
pub(super) struct Noted {
    pub(super) errors: Tally,
    pub(super) without_value: Tally,
    /// First and last of rows that are not shown, in order.
    pub(super) hidden_rows: Vec<(usize, usize)>,
    pub(super) hidden_columns: Vec<(usize, usize)>,
}

/// Most ranges of hidden rows and columns that are kept; a sheet has fewer unless it was made to harm.
pub(super) const MOST_RANGES: usize = 1 << 20;

impl Sheet {
    /// Rows that have cells and that the sender had hidden, counted from 0.
    pub fn hidden_rows(&self) -> impl Iterator<Item = usize> {
        let rows = self.rows.iter().map(|start| start.row as usize);
        rows.filter(|row| is_within(&self.noted.hidden_rows, *row))
    }

    /// Columns that the sender had hidden, up to the last that has a cell, counted from 0.
    pub fn hidden_columns(&self) -> impl Iterator<Item = usize> {
        let columns = 0..self.column_count.min(MOST_COLUMNS);
        columns.filter(|column| is_within(&self.noted.hidden_columns, *column))
    }

    /// What should be said of the sheet.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let sheet = || self.name.clone();
        let hidden = self.hidden.then(|| Warning::HiddenSheet { sheet: sheet() });
        let rows = self.hidden_rows().next().map(|first| Warning::HiddenRows {
            sheet: sheet(),
            count: self.hidden_rows().count() as u64,
            row: first as u64 + 1,
        });
        let columns = self
            .hidden_columns()
            .next()
            .map(|first| Warning::HiddenColumns {
                sheet: sheet(),
                count: self.hidden_columns().count() as u64,
                column: letters(first),
            });
        let Noted {
            errors,
            without_value,
            ..
        } = &self.noted;
        let without_value = (without_value.count > 0).then(|| Warning::FormulaWithoutValue {
            sheet: sheet(),
            count: without_value.count,
            row: without_value.first.0 as u64 + 1,
            column: letters(without_value.first.1),
        });
        let errors = (errors.count > 0).then(|| Warning::ErrorCells {
            sheet: sheet(),
            count: errors.count,
            row: errors.first.0 as u64 + 1,
            column: letters(errors.first.1),
        });
        let all = [hidden, rows, columns, without_value, errors];
        all.into_iter().flatten().collect()
    }
}

/// Whether one of the ranges, which stand in order, holds the number.
fn is_within(ranges: &[(usize, usize)], number: usize) -> bool {
    let after = ranges.partition_point(|(first, _)| *first <= number);
    let before = after.checked_sub(1).and_then(|at| ranges.get(at));
    before.is_some_and(|(_, last)| number <= *last)
}

/// The letters over a column.
fn letters(column: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(column % 26).unwrap_or(0));
    match column / 26 {
        0 => letter.to_string(),
        before => letters(before - 1) + &letter.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Cell, Limits, SheetBuilder};

    #[test]
    fn what_is_hidden_is_told_as_far_as_there_are_cells() {
        let mut builder = SheetBuilder::new("Ark1", &Limits::default());
        for row in [0, 1, 4, 9] {
            builder.push(row, 0, Cell::Number(1.0)).unwrap();
            builder.push(row, 27, Cell::Error("#REF!")).unwrap();
        }
        builder.hide_rows(1, 3);
        builder.hide_rows(4, 4);
        builder.hide_columns(26, 16_383);
        let sheet = builder.finish();
        assert_eq!(sheet.hidden_rows().collect::<Vec<_>>(), [1, 4]);
        assert_eq!(sheet.hidden_columns().collect::<Vec<_>>(), [26, 27]);
        let name = || "Ark1".to_owned();
        let rows = Warning::HiddenRows {
            sheet: name(),
            count: 2,
            row: 2,
        };
        let columns = Warning::HiddenColumns {
            sheet: name(),
            count: 2,
            column: "AA".to_owned(),
        };
        let errors = Warning::ErrorCells {
            sheet: name(),
            count: 4,
            row: 1,
            column: "AB".to_owned(),
        };
        assert_eq!(sheet.warnings(), [rows, columns, errors]);
    }
}
