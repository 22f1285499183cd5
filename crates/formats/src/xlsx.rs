//! Excel workbooks, cell by cell through calamine's streaming reader.

mod cells;
mod parts;

use std::io::Cursor;

use calamine::{Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use crate::survey::survey;
use crate::{
    Feature, Format, FormatError, Limits, Merged, Place, Progress, Reason, Sheet, SheetBuilder,
    Warning, What,
};
use cells::Cells;
use parts::Parts;

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads all sheets of a workbook, hidden ones too.
///
/// # Errors
/// When a limit is exceeded or the workbook is damaged or protected.
pub fn read(
    bytes: &[u8],
    limits: &Limits,
    progress: &mut dyn FnMut(Progress),
) -> Result<(Vec<Sheet>, Vec<Warning>), FormatError> {
    limits.check(What::WorkbookBytes, bytes.len() as u64)?;
    // Half of the work is unpacking everything once to see that it may be unpacked.
    let total = 2 * bytes.len() as u64;
    let mut told = |done| progress(Progress { done, total });
    let mut parts = Parts::default();
    survey(bytes, &mut parts, limits, &mut told)?;
    let workbook = Xlsx::new(Cursor::new(bytes)).map_err(|error| refused(&error, None))?;
    let warnings = parts.warnings.clone();
    let mut reading = Reading {
        workbook,
        parts,
        limits,
        warnings,
        cell_count: 0,
    };
    let sheets = reading.sheets(&mut |share| told(total / 2 + share * (total / 2) / SHARES))?;
    told(total);
    Ok((sheets, reading.warnings))
}

/// Parts in which the work on sheets is told.
const SHARES: u64 = 1_000;

/// A workbook being read.
struct Reading<'a> {
    workbook: Workbook<'a>,
    parts: Parts,
    limits: &'a Limits,
    warnings: Vec<Warning>,
    cell_count: u64,
}

impl Reading<'_> {
    fn sheets(&mut self, told: &mut dyn FnMut(u64)) -> Result<Vec<Sheet>, FormatError> {
        let all = self.workbook.sheets_metadata().to_vec();
        let count = all.len() as u64;
        self.limits.check(What::Sheets, count)?;
        let mut sheets = Vec::new();
        for (at, sheet) in all.into_iter().enumerate() {
            let name = sheet.name;
            let is_hidden = sheet.visible != SheetVisible::Visible;
            match sheet.typ {
                SheetType::WorkSheet => sheets.extend(self.sheet(&name, (at, is_hidden.into()))?),
                _ => self.warnings.push(Warning::SheetSkipped { sheet: name }),
            }
            told((at as u64 + 1) * SHARES / count);
        }
        Ok(sheets)
    }

    /// A sheet; none when it turns out to hold no cells but a chart.
    fn sheet(
        &mut self,
        name: &str,
        (at, shown): (usize, Shown),
    ) -> Result<Option<Sheet>, FormatError> {
        let mut builder = SheetBuilder::new(name, self.limits);
        if shown == Shown::Hidden {
            builder.hide();
        }
        self.parts.hide_in(at, &mut builder);
        let mut cells = match self.workbook.worksheet_cells_reader(name) {
            Ok(reader) => Cells::new(name, reader),
            Err(XlsxError::NotAWorksheet(_)) => {
                self.warnings.push(Warning::SheetSkipped {
                    sheet: name.to_owned(),
                });
                return Ok(None);
            }
            Err(error) => return Err(refused(&error, Some(name))),
        };
        cells.read(&mut builder)?;
        drop(cells);
        self.cell_count += builder.cell_count() as u64;
        self.limits.check(What::Cells, self.cell_count)?;
        self.merged(name)?
            .into_iter()
            .for_each(|merged| builder.merge(merged));
        let sheet = builder.finish();
        self.warnings.extend(sheet.warnings());
        Ok(Some(sheet))
    }

    /// Merged cells stand behind all others, so they cost a second pass where there are any.
    fn merged(&mut self, name: &str) -> Result<Vec<Merged>, FormatError> {
        if !self.parts.has_merged_cells {
            return Ok(Vec::new());
        }
        let found = self.workbook.merge_cells_by_sheet_name(name);
        let found = found.map_err(|error| refused(&error, Some(name)))?;
        let merged = found.iter().map(|range| {
            // A damaged range may end before it begins.
            let (start, end) = (range.start, range.end);
            Merged {
                first_row: start.0.min(end.0) as usize,
                first_column: start.1.min(end.1) as usize,
                last_row: start.0.max(end.0) as usize,
                last_column: start.1.max(end.1) as usize,
            }
        });
        Ok(merged.collect())
    }
}

/// Whether a sheet is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Visible,
    Hidden,
}

impl From<bool> for Shown {
    fn from(is_hidden: bool) -> Self {
        if is_hidden {
            Self::Hidden
        } else {
            Self::Visible
        }
    }
}

/// What calamine says, in our terms.
fn refused(error: &XlsxError, sheet: Option<&str>) -> FormatError {
    let place = sheet.map_or_else(Place::default, Place::sheet);
    let reason = match error {
        XlsxError::Password => return FormatError::unsupported(Feature::Password),
        XlsxError::Io(_) | XlsxError::Zip(_) => Reason::Container,
        XlsxError::FileNotFound(part) | XlsxError::WorksheetNotFound(part) => {
            Reason::PartMissing(part.clone())
        }
        XlsxError::Xml(_)
        | XlsxError::XmlAttr(_)
        | XlsxError::XmlEof(_)
        | XlsxError::UnexpectedNode(_)
        | XlsxError::Encoding(_) => Reason::Xml,
        other => Reason::Other(other.to_string()),
    };
    FormatError::malformed(Format::Xlsx, place, reason)
}

#[cfg(test)]
mod tests;
