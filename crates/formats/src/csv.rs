//! Text with one line a row: encoding and delimiter found out, every field a text cell.

mod column;
mod dictionary;
pub(crate) mod encoding;
mod fields;
mod figure;
mod grid;
mod letters;
mod lines;
mod pieces;
mod sniff;

pub use grid::read_grid;

use crate::{
    Cell, Format, FormatError, Limits, Place, Progress, Reason, Sheet, SheetBuilder, Warning, What,
};
use lines::Lines;
use sniff::Cut;

/// How often progress is told.
const STEP: u64 = 1 << 20;

/// Reads text into a sheet of text cells; blank lines stay as empty rows.
///
/// # Errors
/// When a limit is exceeded or a quoted field never closes.
pub fn read(
    bytes: &[u8],
    limits: &Limits,
    progress: &mut dyn FnMut(Progress),
) -> Result<(Sheet, Vec<Warning>), FormatError> {
    limits.check(What::CsvBytes, bytes.len() as u64)?;
    let (text, mut warnings) = encoding::decode(bytes)?;
    let Cut {
        text,
        delimiter,
        skipped,
    } = sniff::cut(&text);
    let reading = Reading {
        text,
        delimiter,
        skipped,
        limits,
    };
    let (sheet, lines) = reading.sheet(progress)?;
    warnings.extend(lines.warnings());
    Ok((sheet, warnings))
}

/// The text and how it is cut.
struct Reading<'a> {
    text: &'a str,
    delimiter: u8,
    /// Lines before the text.
    skipped: usize,
    limits: &'a Limits,
}

impl Reading<'_> {
    fn sheet(&self, progress: &mut dyn FnMut(Progress)) -> Result<(Sheet, Lines), FormatError> {
        let total = self.text.len() as u64;
        let mut reader = sniff::reader(self.text, self.delimiter);
        let mut builder = SheetBuilder::new("", self.limits);
        let mut lines = Lines::default();
        let mut record = ::csv::StringRecord::new();
        let (mut row, mut told, mut start) = (self.skipped, 0, 0);
        while reader
            .read_record(&mut record)
            .map_err(|error| refused(&error))?
        {
            row += blank_lines(self.text.as_bytes(), start);
            lines.count(&record);
            self.push(&mut builder, row, &record)
                .map_err(|error| self.placed(error, lines.last_start()))?;
            row += 1;
            start = reader.position().byte();
            if start >= told + STEP {
                self.make_room(&mut builder, told, start)?;
                progress(Progress { done: start, total });
                told = start;
            }
        }
        self.check_last_quote(lines.last_start())?;
        progress(Progress { done: total, total });
        Ok((builder.finish(), lines))
    }

    fn push(
        &self,
        builder: &mut SheetBuilder,
        row: usize,
        record: &::csv::StringRecord,
    ) -> Result<(), FormatError> {
        self.limits.check(What::TextColumns, record.len() as u64)?;
        let mut fields = record.iter().enumerate();
        fields.try_for_each(|(column, field)| builder.push(row, column, Cell::Text(field)))
    }

    /// After the first step, room for the rest at the same density saves growing by doubling.
    fn make_room(
        &self,
        builder: &mut SheetBuilder,
        told: u64,
        now: u64,
    ) -> Result<(), FormatError> {
        if told > 0 {
            return Ok(());
        }
        let so_far = builder.cell_count() as u64;
        let left = self.text.len() as u64 - now;
        let guess = so_far * left / now;
        let room = self.limits.of(What::Cells).saturating_sub(so_far);
        builder.reserve(usize::try_from((guess + guess / 50).min(room)).unwrap_or(0))
    }

    /// A quote that never closes swallows the rest of the file into the last record.
    fn check_last_quote(&self, start: u64) -> Result<(), FormatError> {
        self.open_quote(start).map_or(Ok(()), Err)
    }

    fn open_quote(&self, start: u64) -> Option<FormatError> {
        let start = usize::try_from(start).unwrap_or(usize::MAX);
        let last = self.text.as_bytes().get(start..).unwrap_or_default();
        let opened = lines::open_quote(last, self.delimiter)?;
        let place = self.place(start + opened);
        let reason = Reason::UnterminatedQuote;
        Some(FormatError::malformed(Format::Csv, place, reason))
    }

    /// A field too long, with the line it is in; more often than not a quote was forgotten.
    fn placed(&self, error: FormatError, start: u64) -> FormatError {
        let FormatError::TooLarge {
            what: What::FieldBytes,
            found,
            limit,
        } = error
        else {
            return error;
        };
        let place = self.place(usize::try_from(start).unwrap_or(usize::MAX));
        let reason = Reason::FieldTooLong { found, limit };
        let too_long = FormatError::malformed(Format::Csv, place, reason);
        self.open_quote(start).unwrap_or(too_long)
    }

    /// A byte of the text, with its line.
    fn place(&self, byte: usize) -> Place {
        let before = self.text.as_bytes().get(..byte).unwrap_or_default();
        let line = before.iter().filter(|byte| **byte == b'\n').count() + self.skipped + 1;
        Place {
            byte: Some(byte as u64),
            ..Place::row(line as u64)
        }
    }
}

/// Lines without anything between the end of one record and the start of the next.
fn blank_lines(text: &[u8], start: u64) -> usize {
    let start = usize::try_from(start).unwrap_or(usize::MAX);
    let rest = text.get(start..).unwrap_or_default();
    let inside_end = start > 0 && text.get(start - 1) == Some(&b'\r');
    let rest = if inside_end {
        rest.strip_prefix(b"\n").unwrap_or(rest)
    } else {
        rest
    };
    let breaks = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    let (mut count, mut previous) = (0, 0);
    for &byte in breaks {
        count += usize::from(!(byte == b'\n' && previous == b'\r'));
        previous = byte;
    }
    count
}

fn refused(error: &::csv::Error) -> FormatError {
    let place = error.position().map_or_else(Place::default, |at| Place {
        byte: Some(at.byte()),
        ..Place::row(at.line())
    });
    FormatError::malformed(Format::Csv, place, Reason::Other(error.to_string()))
}

#[cfg(test)]
mod tests;
