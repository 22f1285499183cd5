//! Whether every row of a grid is one of numbers, as rows of a sheet are told by their shape.

use formats::{FigureColumn, GridColumn};

use super::fields::{Fields, Text};
use super::figures::is_year;
use crate::numbers::Kind;
use crate::shape::Columns;

/// What a column holds mostly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    /// Anything but numbers.
    Texts,
    /// Numbers that may be periods.
    Numbers,
    /// Numbers among which a year is none.
    Counts,
}

impl Holds {
    fn is_number(self, text: &Text<'_>) -> bool {
        self != Self::Texts && text.is_value() && !(self == Self::Counts && text.is_year)
    }

    fn is_figure(self, digits: i64, places: u8) -> bool {
        self != Self::Texts && !(self == Self::Counts && is_year(digits, places))
    }
}

/// Whether every row has two fields or more, and a number that is more than a period.
pub(super) fn are_numbers(fields: &[Fields<'_>], columns: &Columns, row_count: usize) -> bool {
    let kinds = columns.numeric.iter().zip(&columns.counts);
    let holds = kinds.map(|kinds| match kinds {
        (true, true) => Holds::Counts,
        (true, false) => Holds::Numbers,
        _ => Holds::Texts,
    });
    let fields: Vec<_> = fields.iter().zip(holds).collect();
    let filled = fields.iter().filter(|(fields, _)| is_filled(fields));
    if filled.count() > 1 && fields.iter().any(|(fields, holds)| is_full(fields, *holds)) {
        return row_count > 0;
    }
    let mut rows = vec![Row::default(); row_count];
    for (fields, holds) in fields {
        look(fields, holds, &mut rows);
    }
    row_count > 0 && rows.iter().all(|row| row.filled > 1 && row.has_number)
}

/// Whether every row has a number here.
fn is_full(fields: &Fields<'_>, holds: Holds) -> bool {
    let has_years = holds == Holds::Counts && fields.figures.years > 0;
    let are_numbers = fields.texts.iter().all(|text| holds.is_number(text));
    holds != Holds::Texts && are_numbers && fields.figures.blanks == 0 && !has_years
}

/// Whether no row is blank here.
fn is_filled(fields: &Fields<'_>) -> bool {
    let mut texts = fields.texts.iter();
    texts.all(|text| text.kind != Kind::Blank) && fields.figures.blanks == 0
}

/// A row as far as it is known.
#[derive(Clone, Copy, Debug, Default)]
struct Row {
    filled: u8,
    has_number: bool,
}

fn look(fields: &Fields<'_>, holds: Holds, rows: &mut [Row]) {
    match fields.column {
        GridColumn::Texts(column) => {
            for (row, text) in rows.iter_mut().zip(column.rows.to_vec()) {
                look_at_text(row, fields.texts.get(text as usize), holds);
            }
        }
        GridColumn::Figures(column) => {
            let runs = column.runs();
            let figures = runs.flat_map(|(digits, places)| digits.into_iter().zip(places));
            for (row, (digits, places)) in rows.iter_mut().zip(figures) {
                if FigureColumn::is_figure(*places) {
                    row.filled = row.filled.saturating_add(1);
                    row.has_number |= holds.is_figure(digits, *places);
                }
            }
            for (row, text) in &column.odd_rows {
                if let Some(row) = rows.get_mut(*row) {
                    look_at_text(row, fields.texts.get(*text), holds);
                }
            }
        }
    }
}

fn look_at_text(row: &mut Row, text: Option<&Text<'_>>, holds: Holds) {
    if let Some(text) = text.filter(|text| text.kind != Kind::Blank) {
        row.filled = row.filled.saturating_add(1);
        row.has_number |= holds.is_number(text);
    }
}
