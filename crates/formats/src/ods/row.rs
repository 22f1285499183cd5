//! A row as it is read, which may stand for many.

use crate::{Cell, FormatError, Limits, SheetBuilder, What};

/// A cell kept for the rows that are alike.
enum Held {
    Text(String),
    Date(String),
    Error(String),
    Number(f64),
    Bool(bool),
}

/// A row and the column it has come to.
pub(super) struct Row {
    pub(super) number: usize,
    /// Rows it stands for.
    pub(super) rows: usize,
    pub(super) column: usize,
    cells: Vec<(usize, usize, Held)>,
}

impl Row {
    pub(super) fn new(number: usize, rows: usize) -> Self {
        Self {
            number,
            rows,
            column: 0,
            cells: Vec::new(),
        }
    }

    /// Adds a cell so many times beside itself; empty ones only move on.
    pub(super) fn push(
        &mut self,
        (cell, count): (Cell<'_>, usize),
        builder: &mut SheetBuilder,
    ) -> Result<(), FormatError> {
        let first = self.column;
        self.column = first.saturating_add(count);
        if cell.is_empty() {
            return Ok(());
        }
        put(builder, self.number, (first, count), cell)?;
        if self.rows > 1 {
            self.cells.push((first, count, Held::new(cell)));
        }
        Ok(())
    }

    /// Adds the rows after the first.
    pub(super) fn repeat(
        &self,
        limits: &Limits,
        builder: &mut SheetBuilder,
    ) -> Result<(), FormatError> {
        if self.cells.is_empty() {
            return Ok(());
        }
        let width: usize = self.cells.iter().map(|(_, count, _)| count).sum();
        let more = (width as u64).saturating_mul(self.rows as u64 - 1);
        limits.check(
            What::Cells,
            more.saturating_add(builder.cell_count() as u64),
        )?;
        for row in (self.number..).take(self.rows).skip(1) {
            for (first, count, held) in &self.cells {
                put(builder, row, (*first, *count), held.cell())?;
            }
        }
        Ok(())
    }
}

fn put(
    builder: &mut SheetBuilder,
    row: usize,
    (first, count): (usize, usize),
    cell: Cell<'_>,
) -> Result<(), FormatError> {
    let mut beside = 0..count;
    beside.try_for_each(|more| builder.push(row, first.saturating_add(more), cell))
}

impl Held {
    fn new(cell: Cell<'_>) -> Self {
        match cell {
            Cell::Empty => Self::Text(String::new()),
            Cell::Text(text) => Self::Text(text.to_owned()),
            Cell::Date(text) => Self::Date(text.to_owned()),
            Cell::Error(text) => Self::Error(text.to_owned()),
            Cell::Number(number) => Self::Number(number),
            Cell::Bool(truth) => Self::Bool(truth),
        }
    }

    fn cell(&self) -> Cell<'_> {
        match self {
            Self::Text(text) => Cell::Text(text),
            Self::Date(text) => Cell::Date(text),
            Self::Error(text) => Cell::Error(text),
            Self::Number(number) => Cell::Number(*number),
            Self::Bool(truth) => Cell::Bool(*truth),
        }
    }
}
