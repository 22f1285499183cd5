//! What each row of a sheet looks like, and which columns hold numbers.

use formats::{Cell, Sheet};
use health::geography;

use crate::numbers::{self, Kind};
use crate::recent::{Kinds, Looks};
use crate::time;

/// What a row looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Blank,
    /// One text in the first column that has any.
    Line,
    /// Texts only.
    Header,
    /// Texts, and as many numbers that can be years above or among other numbers.
    Years(usize),
    /// At least one number or sign in a column of numbers.
    Numbers,
    /// A place without a number; it counts as numbers inside a body.
    Place,
}

/// A sheet with the shape of each row.
pub(crate) struct Shapes<'a> {
    pub(crate) sheet: &'a Sheet,
    /// Columns that hold mostly numbers and signs.
    pub(crate) numeric: Vec<bool>,
    rows: Vec<Shape>,
}

impl<'a> Shapes<'a> {
    /// Looks at every cell twice: once for what its column holds, once for its row.
    pub(crate) fn survey(sheet: &'a Sheet) -> Self {
        let mut kinds = Kinds::default();
        let columns = Columns::survey(sheet, &mut kinds);
        let rows = (0..sheet.row_count())
            .map(|row| columns.shape_by(sheet, row, &mut kinds))
            .collect();
        Self {
            sheet,
            numeric: columns.numeric,
            rows,
        }
    }

    /// The same of another sheet with the same cells.
    pub(crate) fn of_parts(sheet: &'a Sheet, (numeric, rows): (Vec<bool>, Vec<Shape>)) -> Self {
        Self {
            sheet,
            numeric,
            rows,
        }
    }

    /// Without the sheet.
    pub(crate) fn into_parts(self) -> (Vec<bool>, Vec<Shape>) {
        (self.numeric, self.rows)
    }

    /// The shape of a row; blank outside the sheet.
    pub(crate) fn of(&self, row: usize) -> Shape {
        self.rows.get(row).copied().unwrap_or(Shape::Blank)
    }

    /// Number of rows.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// The first row from here on that looks as wanted.
    pub(crate) fn position(&self, from: usize, wanted: impl Fn(Shape) -> bool) -> Option<usize> {
        let found = self.rows.iter().skip(from).position(|shape| wanted(*shape));
        found.map(|offset| from + offset)
    }
}

/// What columns hold, over all rows of the sheet.
pub(crate) struct Columns {
    pub(crate) numeric: Vec<bool>,
    /// Columns of numbers that are not mostly periods.
    pub(crate) counts: Vec<bool>,
    first: usize,
}

/// Cells of a column that are not empty, those of them that are numbers or signs, and those of these that can be years.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    pub(crate) filled: u64,
    pub(crate) values: u64,
    pub(crate) years: u64,
}

impl Tally {
    /// Counts so many cells that are all alike.
    pub(crate) fn add(&mut self, cell: Cell<'_>, times: u64) {
        let (kind, is_year) = (numbers::kind(cell), is_year(cell));
        self.add_looks(Looks { kind, is_year }, times);
    }

    /// Whether names stand among years, as in a pivot table of years within places.
    fn names_rows(&self) -> bool {
        let names = self.filled - self.values;
        self.values == self.years && names >= 3 && names * 5 >= self.filled
    }

    fn add_looks(&mut self, looks: Looks, times: u64) {
        self.filled += times;
        if looks.is_value() {
            self.values += times;
            self.years += if looks.is_year { times } else { 0 };
        }
    }
}

impl Columns {
    fn survey<'s>(sheet: &'s Sheet, kinds: &mut Kinds<'s>) -> Self {
        let mut tallies = vec![Tally::default(); sheet.column_count()];
        for row in 0..sheet.row_count() {
            add_row(sheet, row, &mut tallies, kinds);
        }
        Self::of(&tallies)
    }

    /// From the tally of each column.
    pub(crate) fn of(tallies: &[Tally]) -> Self {
        let first = tallies.iter().position(|it| it.filled > 0).unwrap_or(0);
        let is_numeric = |(at, tally): (usize, &Tally)| {
            let is_most = tally.values > 0 && tally.values * 2 >= tally.filled;
            is_most && !(at == first && tally.names_rows())
        };
        let counts = |tally: &Tally| {
            let others = tally.values - tally.years;
            others >= tally.years && others > 0
        };
        Self {
            numeric: tallies.iter().enumerate().map(is_numeric).collect(),
            counts: tallies.iter().map(counts).collect(),
            first,
        }
    }

    fn is(list: &[bool], column: usize) -> bool {
        list.get(column).copied().unwrap_or(false)
    }

    pub(crate) fn shape(&self, sheet: &Sheet, row: usize) -> Shape {
        self.shape_by(sheet, row, &mut Kinds::default())
    }

    /// For itself, as all that is done to each row: a browser compiles with care what is called often.
    #[inline(never)]
    fn shape_by<'s>(&self, sheet: &'s Sheet, row: usize, kinds: &mut Kinds<'s>) -> Shape {
        let (mut filled, mut numbers, mut years, mut first) = (0, 0, 0, None);
        for (column, cell) in sheet.row(row) {
            let looks = kinds.of(cell);
            if looks.kind == Kind::Blank {
                continue;
            }
            filled += 1;
            first = first.or(Some((column, cell)));
            if !looks.is_value() || !Self::is(&self.numeric, column) {
                continue;
            }
            if looks.is_year && Self::is(&self.counts, column) {
                years += 1;
            } else {
                numbers += 1;
            }
        }
        let Some((column, cell)) = first else {
            return Shape::Blank;
        };
        match (filled, numbers, years) {
            (1, 1, _) if column == self.first && self.numeric.len() > 1 => Shape::Line,
            (_, 1.., _) => Shape::Numbers,
            (_, 0, 1..) => Shape::Years(years),
            (1, ..) if column != self.first => Shape::Header,
            (1, ..) if is_place(cell) => Shape::Place,
            (1, ..) if sheet.column_count() > 1 => Shape::Line,
            _ => Shape::Header,
        }
    }
}

#[inline(never)]
fn add_row<'s>(sheet: &'s Sheet, row: usize, tallies: &mut [Tally], kinds: &mut Kinds<'s>) {
    for (column, cell) in sheet.row(row) {
        if let Some(tally) = tallies.get_mut(column) {
            tally.add_looks(kinds.of(cell), 1);
        }
    }
}

/// Whether a number can be a year; only such periods can be taken for numbers.
pub(crate) fn is_year(cell: Cell<'_>) -> bool {
    match cell {
        Cell::Number(number) => (1900.0..=2100.0).contains(&number) && number.fract() == 0.0,
        Cell::Text(text) => time::is_year(text.trim().trim_end_matches('*').trim_end()),
        _ => false,
    }
}

fn is_place(cell: Cell<'_>) -> bool {
    matches!(cell, Cell::Text(text) if geography::recognise(text).is_some())
}
