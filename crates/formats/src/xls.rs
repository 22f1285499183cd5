//! Excel workbooks of before 2007 (MS-XLS), record by record.
//!
//! The reader is our own: calamine, which reads the newer ones, makes room for every cell a sheet could have, so that two
//! cells far apart take gigabytes, and dies of damaged files.

mod bytes;
mod cells;
mod container;
mod date_formats;
mod globals;
mod records;
mod texts;

use crate::{
    Format, FormatError, Limits, Place, Progress, Reason, Sheet, SheetBuilder, Warning, What,
};
use cells::{Cells, Found};
use container::Container;
use globals::{Globals, Listed};
use records::Records;

/// Reads all sheets of a workbook, hidden ones too.
///
/// # Errors
/// When a limit is exceeded or the workbook is damaged or protected.
pub fn read(
    bytes: &[u8],
    limits: &Limits,
    progress: &mut dyn FnMut(Progress),
) -> Result<(Vec<Sheet>, Vec<Warning>), FormatError> {
    let total = bytes.len() as u64;
    limits.check(What::WorkbookBytes, total)?;
    let container = Container::read(bytes).ok_or_else(|| malformed("", Reason::Container))?;
    let stream = stream(&container)?;
    let (globals, mut warnings) = Globals::read(&stream, limits)?;
    warnings.extend(apart(&container, &globals));
    let reading = Reading {
        stream: &stream,
        globals: &globals,
        limits,
    };
    let (mut sheets, mut cell_count) = (Vec::new(), 0);
    for listed in &globals.sheets {
        if listed.has_cells {
            let sheet = reading.sheet(listed)?;
            cell_count += sheet.cell_count() as u64;
            limits.check(What::Cells, cell_count)?;
            warnings.extend(sheet.warnings());
            sheets.push(sheet);
        } else {
            let sheet = listed.name.clone();
            warnings.push(Warning::SheetSkipped { sheet });
        }
        let done = total.min(listed.start as u64);
        progress(Progress { done, total });
    }
    progress(Progress { done: total, total });
    Ok((sheets, warnings))
}

/// The stream of the workbook, under either of its names.
fn stream(container: &Container<'_>) -> Result<Vec<u8>, FormatError> {
    let found = ["Workbook", "Book"];
    let found = found.iter().find_map(|name| container.stream(name));
    let missing = || malformed("", Reason::PartMissing("Workbook".to_owned()));
    let stream = found.ok_or_else(missing)?;
    stream.ok_or_else(|| malformed("", Reason::Truncated))
}

/// What the file holds that is not read.
fn apart(container: &Container<'_>, globals: &Globals) -> Vec<Warning> {
    let found = [
        (container.has("_VBA_PROJECT_CUR"), Warning::Macros),
        (globals.has_links, Warning::ExternalLinks),
        (container.has("_SX_DB_CUR"), Warning::PivotCache),
    ];
    let found = found.into_iter().filter(|(is_there, _)| *is_there);
    found.map(|(_, warning)| warning).collect()
}

/// What sheets are read from.
struct Reading<'a> {
    stream: &'a [u8],
    globals: &'a Globals,
    limits: &'a Limits,
}

impl Reading<'_> {
    /// Cells nearly always come in order and go straight into the sheet.
    fn sheet(&self, listed: &Listed) -> Result<Sheet, FormatError> {
        let mut builder = self.builder(listed);
        let mut text = String::new();
        let mut push = |builder: &mut SheetBuilder, found| self.push(builder, &found, &mut text);
        match self.cells(listed).read(&mut builder, &mut push) {
            Ok(()) => Ok(builder.finish()),
            Err(FormatError::Malformed {
                reason: Reason::CellOrder,
                ..
            }) => self.sorted(listed),
            Err(error) => Err(error),
        }
    }

    fn builder(&self, listed: &Listed) -> SheetBuilder {
        let mut builder = SheetBuilder::new(&listed.name, self.limits);
        if listed.is_hidden {
            builder.hide();
        }
        builder
    }

    fn cells<'a>(&'a self, listed: &'a Listed) -> Cells<'a> {
        let records = Records::new(self.stream, listed.start);
        Cells::new(&listed.name, self.globals, records)
    }

    /// Cells in any order; of two in one place the later one counts.
    fn sorted(&self, listed: &Listed) -> Result<Sheet, FormatError> {
        let mut all: Vec<Found> = Vec::new();
        let mut builder = self.builder(listed);
        let mut collect = |_: &mut SheetBuilder, found| {
            self.limits.check(What::Cells, all.len() as u64 + 1)?;
            let bytes = size_of::<Found>() as u64;
            all.try_reserve(1)
                .map_err(|_| FormatError::OutOfMemory { bytes })?;
            all.push(found);
            Ok(())
        };
        self.cells(listed).read(&mut builder, &mut collect)?;
        all.sort_by_key(|found| (found.row, found.column));
        let mut text = String::new();
        let mut cells = all.iter().peekable();
        while let Some(found) = cells.next() {
            let place = |found: &Found| (found.row, found.column);
            if cells.peek().is_none_or(|next| place(next) != place(found)) {
                self.push(&mut builder, found, &mut text)?;
            }
        }
        Ok(builder.finish())
    }

    fn push(
        &self,
        builder: &mut SheetBuilder,
        found: &Found,
        text: &mut String,
    ) -> Result<(), FormatError> {
        text.clear();
        let cell = found.value.cell(self.globals, text);
        let cell = cell.ok_or_else(|| malformed("", Reason::Container))?;
        builder.push(found.row.into(), found.column.into(), cell)
    }
}

fn malformed(sheet: &str, reason: Reason) -> FormatError {
    let place = if sheet.is_empty() {
        Place::default()
    } else {
        Place::sheet(sheet)
    };
    FormatError::malformed(Format::Xls, place, reason)
}

/// The stream ends before a record does.
fn truncated(at: usize) -> FormatError {
    FormatError::malformed(Format::Xls, Place::byte(at as u64), Reason::Truncated)
}

#[cfg(test)]
mod tests;
