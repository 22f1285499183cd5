//! The cells of one sheet.

use std::io::Cursor;

use calamine::{CellErrorType, DataRef, ExcelDateTime, XlsxCellReader};

use super::refused;
use crate::moment::{finite, iso};
use crate::{Cell, FormatError, SheetBuilder, What};

/// Cells read at a time.
const SOME: usize = 1 << 12;
/// Rows of a sheet in Excel.
const MOST_ROWS: u32 = 1 << 20;

/// The cells of a sheet, and what was found missing among them.
pub(super) struct Cells<'a, 'b> {
    sheet: &'a str,
    reader: XlsxCellReader<'a, Cursor<&'b [u8]>>,
}

impl<'a, 'b> Cells<'a, 'b> {
    pub(super) fn new(sheet: &'a str, reader: XlsxCellReader<'a, Cursor<&'b [u8]>>) -> Self {
        Self { sheet, reader }
    }

    pub(super) fn read(&mut self, builder: &mut SheetBuilder) -> Result<(), FormatError> {
        let mut text = String::new();
        while self.some(builder, &mut text)? {}
        Ok(())
    }

    /// Reads some cells; whether there may be more. A browser compiles with care what is called often: a single call for all cells
    /// would be over before it has.
    #[inline(never)]
    fn some(&mut self, builder: &mut SheetBuilder, text: &mut String) -> Result<bool, FormatError> {
        let sheet = self.sheet;
        let wrong = |error| refused(&error, Some(sheet));
        for _ in 0..SOME {
            let cell = self.reader.next_cell_with_formula_metadata();
            let Some(cell) = cell.map_err(wrong)? else {
                return Ok(false);
            };
            let (row, column) = cell.pos;
            if row >= MOST_ROWS {
                let (what, found) = (What::Rows, u64::from(row) + 1);
                return Err(FormatError::TooLarge {
                    what,
                    found,
                    limit: MOST_ROWS.into(),
                });
            }
            if cell.formula.is_some() && cell.value == DataRef::Empty {
                builder.lacks_value(row as usize, column as usize);
            }
            text.clear();
            builder.push(row as usize, column as usize, value(&cell.value, text))?;
        }
        Ok(true)
    }
}

/// A cell's value; texts that have to be made are put into `text`.
fn value<'t>(value: &'t DataRef<'_>, text: &'t mut String) -> Cell<'t> {
    match value {
        DataRef::Empty => Cell::Empty,
        #[expect(
            clippy::cast_precision_loss,
            reason = "Excel's own numbers are doubles"
        )]
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::Float(number) => finite(*number),
        DataRef::String(words) => Cell::Text(words),
        DataRef::SharedString(words) => Cell::Text(words),
        DataRef::Bool(truth) => Cell::Bool(*truth),
        DataRef::DateTime(moment) => serial(moment, text),
        DataRef::DateTimeIso(words) => iso(words),
        DataRef::DurationIso(words) => Cell::Text(words),
        DataRef::Error(error) => Cell::Error(error_sign(error)),
    }
}

/// The last day of the year 9999, and the first of 1900.
const DAYS: std::ops::Range<f64> = 1.0..2_958_466.0;

/// A date by its number format; times of day and durations stay numbers of days.
fn serial<'t>(moment: &ExcelDateTime, text: &'t mut String) -> Cell<'t> {
    use std::fmt::Write;
    let number = moment.as_f64();
    if !moment.is_datetime() || !DAYS.contains(&number) {
        return finite(number);
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    // Writing into a string does not fail.
    let _ = write!(text, "{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) != (0, 0, 0) {
        let _ = write!(text, "T{hour:02}:{minute:02}:{second:02}");
    }
    Cell::Date(text)
}

fn error_sign(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        _ => "#ERROR",
    }
}
