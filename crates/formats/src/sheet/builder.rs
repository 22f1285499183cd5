//! Fills a sheet cell by cell, in the order of the file.

use super::remarks::MOST_RANGES;
use super::value::MOST_COLUMNS;
use super::{Merged, RowStart, Sheet};
use crate::{Cell, Format, FormatError, Limits, Place, Reason, What};

/// Collects the cells of a sheet.
#[derive(Debug)]
pub struct SheetBuilder {
    sheet: Sheet,
    limits: Limits,
    cell_limit: usize,
    last: Option<(usize, usize)>,
}

impl SheetBuilder {
    /// Starts a sheet; its cells and texts are held against the limits.
    #[must_use]
    pub fn new(name: &str, limits: &Limits) -> Self {
        let sheet = Sheet {
            name: name.to_owned(),
            ..Sheet::default()
        };
        let cell_limit = usize::try_from(limits.of(What::Cells)).unwrap_or(usize::MAX);
        Self {
            sheet,
            limits: limits.clone(),
            cell_limit,
            last: None,
        }
    }

    /// Makes room for so many cells at once.
    ///
    /// # Errors
    /// When they are too many, or there is no memory for them.
    pub fn reserve(&mut self, cells: usize) -> Result<(), FormatError> {
        self.limits.check(What::Cells, cells as u64)?;
        if self.sheet.values.reserve(cells) {
            Ok(())
        } else {
            Err(no_memory(cells))
        }
    }

    /// Adds a cell; rows and columns count from 0 and come in order. An empty cell leaves no trace.
    ///
    /// # Errors
    /// When a cell comes before its predecessor, or there are too many.
    pub fn push(&mut self, row: usize, column: usize, cell: Cell<'_>) -> Result<(), FormatError> {
        if cell.is_empty() {
            return Ok(());
        }
        if self.last.is_some_and(|last| last >= (row, column)) {
            return Err(self.out_of_order(row));
        }
        if column >= MOST_COLUMNS {
            let limit = MOST_COLUMNS as u64;
            return Err(FormatError::TooLarge {
                what: What::Columns,
                found: (column as u64).saturating_add(1),
                limit,
            });
        }
        self.start_row(row)?;
        self.add(column, cell)?;
        if matches!(cell, Cell::Error(_)) {
            self.sheet.noted.errors.add(row, column);
        }
        self.last = Some((row, column));
        Ok(())
    }

    /// Cells so far.
    #[must_use]
    pub fn cell_count(&self) -> usize {
        self.sheet.cell_count()
    }

    /// Notes cells that are shown as one.
    pub fn merge(&mut self, merged: Merged) {
        self.sheet.merged.push(merged);
    }

    /// Notes that the sender had hidden the sheet.
    pub fn hide(&mut self) {
        self.sheet.hidden = true;
    }

    /// Notes that rows are not shown, from the first to the last; they come in order.
    pub fn hide_rows(&mut self, first: usize, last: usize) {
        note(&mut self.sheet.noted.hidden_rows, first, last);
    }

    /// Notes that columns are not shown, from the first to the last; they come in order.
    pub fn hide_columns(&mut self, first: usize, last: usize) {
        note(&mut self.sheet.noted.hidden_columns, first, last);
    }

    /// Notes a formula whose result was not stored.
    pub fn lacks_value(&mut self, row: usize, column: usize) {
        self.sheet.noted.without_value.add(row, column);
    }

    /// The sheet.
    #[must_use]
    pub fn finish(mut self) -> Sheet {
        self.sheet.values.shrink();
        self.sheet.texts.shrink();
        self.sheet.rows.shrink_to_fit();
        self.sheet
    }

    fn start_row(&mut self, row: usize) -> Result<(), FormatError> {
        if self.last.is_some_and(|(last, _)| last == row) {
            return Ok(());
        }
        let found = (row as u64).saturating_add(1);
        self.limits.check(What::Rows, found)?;
        let too_large = |_| FormatError::TooLarge {
            what: What::Rows,
            found,
            limit: u64::from(u32::MAX),
        };
        let row = u32::try_from(row).map_err(too_large)?;
        let first = u32::try_from(self.sheet.values.len()).map_err(too_large)?;
        self.sheet.rows.try_reserve(1).map_err(|_| no_memory(1))?;
        self.sheet.rows.push(RowStart { row, first });
        Ok(())
    }

    fn add(&mut self, column: usize, cell: Cell<'_>) -> Result<(), FormatError> {
        let count = self.sheet.values.len();
        if count >= self.cell_limit {
            self.limits.check(What::Cells, count as u64 + 1)?;
        }
        if let Cell::Text(text) | Cell::Date(text) | Cell::Error(text) = cell {
            self.limits.check(What::FieldBytes, text.len() as u64)?;
        }
        if !self.sheet.values.reserve(1) {
            return Err(no_memory(1));
        }
        let narrow = u16::try_from(column).unwrap_or(u16::MAX);
        let pushed = self.sheet.values.push(narrow, cell, &mut self.sheet.texts);
        self.sheet.column_count = self.sheet.column_count.max(column + 1);
        pushed.ok_or_else(|| no_memory(1))
    }

    fn out_of_order(&self, row: usize) -> FormatError {
        let place = Place {
            sheet: Some(self.sheet.name.clone()),
            ..Place::row(row as u64 + 1)
        };
        FormatError::malformed(Format::Xlsx, place, Reason::CellOrder)
    }
}

/// Adds a range, joined to the one before where they touch.
fn note(ranges: &mut Vec<(usize, usize)>, first: usize, last: usize) {
    let has_room = ranges.len() < MOST_RANGES;
    match ranges.last_mut() {
        Some(before) if before.1.saturating_add(1) >= first => before.1 = before.1.max(last),
        _ if has_room => ranges.push((first, last)),
        _ => {}
    }
}

fn no_memory(cells: usize) -> FormatError {
    FormatError::OutOfMemory {
        bytes: cells as u64 * 10,
    }
}
