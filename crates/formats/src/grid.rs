//! A large text file whose lines all have the same fields: column by column, as written.

use std::borrow::Cow;

use table::{Codes, Integers};

use crate::{Cell, FormatError, Limits, Sheet, SheetBuilder};

/// The lines of a file below their header.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    pub(crate) header: Vec<String>,
    pub(crate) columns: Vec<GridColumn>,
    pub(crate) row_count: usize,
}

/// A column: nothing of how a field was written is lost.
#[derive(Clone, Debug)]
pub enum GridColumn {
    /// Each different text once.
    Texts(TextColumn),
    /// Mostly numbers, hardly one like another.
    Figures(FigureColumn),
}

/// Different texts in the order they are met, and which of them a row has; the empty text is one too.
#[derive(Clone, Debug, Default)]
pub struct TextColumn {
    /// The texts.
    pub texts: Vec<String>,
    /// The index of the text of each row.
    pub rows: Codes,
}

/// How a field of a column of figures is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// Digits of which so many stand behind the mark; without a mark none. A minus may stand before them.
    Digits(i64, u8),
    /// Nothing.
    Blank,
    /// Anything else: the index of a text.
    Odd(usize),
}

/// Digits with at most one mark among them, as short as they can be written, and the fields that are none.
#[derive(Clone, Debug, Default)]
pub struct FigureColumn {
    /// Texts that the column begins with, each once.
    pub first: Vec<String>,
    /// The sign among the digits: a comma or a dot.
    pub mark: char,
    /// Texts that are no figures.
    pub odd: Vec<String>,
    /// The rows that have one of them, in order, with its index.
    pub odd_rows: Vec<(usize, usize)>,
    pub(crate) digits: Integers,
    /// How many digits stand behind the mark, run by run as the digits.
    pub(crate) places: Vec<Vec<u8>>,
}

/// What stands instead of a number of places where there are no digits.
pub(crate) const BLANK: u8 = u8::MAX;
pub(crate) const ODD: u8 = u8::MAX - 1;

impl Grid {
    /// What stands above each column.
    #[must_use]
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The columns, as many as the header has fields.
    #[must_use]
    pub fn columns(&self) -> &[GridColumn] {
        &self.columns
    }

    /// Lines below the header.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.row_count
    }

    /// The same as a sheet of cells.
    ///
    /// # Errors
    /// When it has more cells than a sheet may have.
    pub fn to_sheet(&self, limits: &Limits) -> Result<Sheet, FormatError> {
        let mut builder = SheetBuilder::new("", limits);
        for (column, text) in self.header.iter().enumerate() {
            builder.push(0, column, Cell::Text(text))?;
        }
        for row in 0..self.row_count {
            for (column, each) in self.columns.iter().enumerate() {
                builder.push(row + 1, column, Cell::Text(&each.text(row)))?;
            }
        }
        Ok(builder.finish())
    }
}

impl GridColumn {
    /// The text of a row; empty outside.
    #[must_use]
    pub fn text(&self, row: usize) -> Cow<'_, str> {
        match self {
            Self::Texts(column) => column.text(row).into(),
            Self::Figures(column) => column.text(row),
        }
    }
}

impl TextColumn {
    fn text(&self, row: usize) -> &str {
        let text = self.rows.get(row).and_then(|text| self.texts.get(text));
        text.map_or("", String::as_str)
    }
}

impl FigureColumn {
    /// The digits run by run, with how many of them stand behind the mark; fields that are no figures have none.
    pub fn runs(&self) -> impl Iterator<Item = (Vec<i64>, &[u8])> {
        let runs = self.digits.parts().iter().zip(&self.places);
        runs.map(|(digits, places)| (digits.to_vec(), places.as_slice()))
    }

    /// Whether digits stand in a field with so many places.
    #[must_use]
    pub fn is_figure(places: u8) -> bool {
        places < ODD
    }

    /// How the field of a row is written.
    #[must_use]
    pub fn figure(&self, row: usize) -> Figure {
        match self.places_of(row) {
            BLANK => Figure::Blank,
            ODD => {
                let at = self.odd_rows.binary_search_by_key(&row, |(row, _)| *row);
                let odd = at.ok().and_then(|at| self.odd_rows.get(at));
                odd.map_or(Figure::Blank, |(_, text)| Figure::Odd(*text))
            }
            places => Figure::Digits(self.digits.get(row).unwrap_or_default(), places),
        }
    }

    /// A figure as it is written.
    #[must_use]
    pub fn written(&self, digits: i64, places: u8) -> String {
        let sign = if digits < 0 { "-" } else { "" };
        let power = 10_u64.saturating_pow(places.into());
        let (whole, rest) = (digits.unsigned_abs() / power, digits.unsigned_abs() % power);
        match places {
            0 => format!("{sign}{whole}"),
            _ => format!(
                "{sign}{whole}{}{rest:0width$}",
                self.mark,
                width = places.into()
            ),
        }
    }

    fn text(&self, row: usize) -> Cow<'_, str> {
        match self.figure(row) {
            Figure::Digits(digits, places) => self.written(digits, places).into(),
            Figure::Blank => "".into(),
            Figure::Odd(text) => self.odd.get(text).map_or("", String::as_str).into(),
        }
    }

    fn places_of(&self, row: usize) -> u8 {
        let mut before = row;
        for run in &self.places {
            match run.get(before) {
                Some(places) => return *places,
                None => before -= run.len(),
            }
        }
        BLANK
    }
}
