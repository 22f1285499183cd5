//! The fields of a column: each different text with how often it occurs, and figures.

use formats::{Cell, FigureColumn, GridColumn};
use table::Codes;

use super::figures::Counted;
use crate::numbers::{self, Kind};
use crate::shape;

/// A column of which it is counted what it holds.
pub(super) struct Fields<'a> {
    pub(super) column: &'a GridColumn,
    /// The different texts; of a column of figures those that are none.
    pub(super) texts: Vec<Text<'a>>,
    /// The figures, if it is a column of such.
    pub(super) figures: Counted,
}

/// A text and how many rows have it.
pub(super) struct Text<'a> {
    pub(super) text: &'a str,
    pub(super) count: u64,
    pub(super) kind: Kind,
    pub(super) is_year: bool,
}

impl<'a> Fields<'a> {
    pub(super) fn of(column: &'a GridColumn) -> Self {
        let (texts, counts, figures) = match column {
            GridColumn::Texts(column) => {
                let counts = counts(&column.rows, column.texts.len());
                (&column.texts, counts, Counted::default())
            }
            GridColumn::Figures(column) => {
                let counts = odd_counts(column);
                (&column.odd, counts, Counted::of(column))
            }
        };
        let texts = texts.iter().zip(counts);
        Self {
            column,
            texts: texts.map(|(text, count)| Text::of(text, count)).collect(),
            figures,
        }
    }
}

impl<'a> Text<'a> {
    fn of(text: &'a str, count: u64) -> Self {
        let kind = numbers::kind(Cell::Text(text));
        Self {
            text,
            count,
            kind,
            is_year: shape::is_year(Cell::Text(text)),
        }
    }

    pub(super) fn cell(&self) -> Cell<'a> {
        Cell::Text(self.text)
    }

    pub(super) fn is_value(&self) -> bool {
        matches!(self.kind, Kind::Number | Kind::Sign)
    }
}

fn counts(rows: &Codes, text_count: usize) -> Vec<u64> {
    let mut counts = vec![0; text_count];
    for part in rows.parts() {
        for text in part.to_vec() {
            if let Some(count) = counts.get_mut(text as usize) {
                *count += 1;
            }
        }
    }
    counts
}

fn odd_counts(column: &FigureColumn) -> Vec<u64> {
    let mut counts = vec![0; column.odd.len()];
    for (_, text) in &column.odd_rows {
        if let Some(count) = counts.get_mut(*text) {
            *count += 1;
        }
    }
    counts
}
