//! A sheet of cells: sparse rows, ten bytes a cell, long texts kept once.

mod builder;
mod remarks;
mod texts;
mod value;

pub use builder::SheetBuilder;

use crate::Cell;
use remarks::Noted;
use texts::Texts;
use value::Values;

/// Cells shown as one; rows and columns count from 0 and both ends belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    /// First row.
    pub first_row: usize,
    /// First column.
    pub first_column: usize,
    /// Last row.
    pub last_row: usize,
    /// Last column.
    pub last_column: usize,
}

/// A row that has cells, and where they begin.
#[derive(Clone, Copy, Debug)]
struct RowStart {
    row: u32,
    first: u32,
}

/// A sheet as the file has it; rows and columns count from 0.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    name: String,
    rows: Vec<RowStart>,
    values: Values,
    texts: Texts,
    column_count: usize,
    merged: Vec<Merged>,
    hidden: bool,
    noted: Noted,
}

impl Sheet {
    /// Its name; empty for a file that has none.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Rows up to the last that has a cell.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.rows.last().map_or(0, |last| last.row as usize + 1)
    }

    /// Columns up to the last that has a cell.
    #[must_use]
    pub fn column_count(&self) -> usize {
        self.column_count
    }

    /// Cells that are not empty.
    #[must_use]
    pub fn cell_count(&self) -> usize {
        self.values.len()
    }

    /// A cell; empty where there is none and outside the sheet.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> Cell<'_> {
        let cells = self.cells_of(row);
        self.values
            .find(cells, column)
            .map_or(Cell::Empty, |at| self.values.get(at, &self.texts).1)
    }

    /// The cells of a row that are not empty, from left to right, each with its column.
    pub fn row(&self, row: usize) -> impl Iterator<Item = (usize, Cell<'_>)> {
        self.cells_of(row)
            .map(|at| self.values.get(at, &self.texts))
    }

    /// Cells that are shown as one.
    #[must_use]
    pub fn merged(&self) -> &[Merged] {
        &self.merged
    }

    /// Whether the sender had hidden the sheet.
    #[must_use]
    pub fn hidden(&self) -> bool {
        self.hidden
    }

    fn cells_of(&self, row: usize) -> std::ops::Range<usize> {
        let Some(at) = self.position(row) else {
            return 0..0;
        };
        let start = self.rows.get(at).map_or(0, |each| each.first as usize);
        let end = self
            .rows
            .get(at + 1)
            .map_or(self.values.len(), |each| each.first as usize);
        start..end
    }

    /// Where in the list a row stands: at its own number unless rows before it are empty.
    fn position(&self, row: usize) -> Option<usize> {
        let row = u32::try_from(row).ok()?;
        let own = row as usize;
        if self.rows.get(own).is_some_and(|each| each.row == row) {
            return Some(own);
        }
        self.rows.binary_search_by_key(&row, |each| each.row).ok()
    }
}

#[cfg(test)]
mod tests;
