//! What of a sheet is in no table.

use formats::Sheet;

use crate::footnote;
use crate::reading::{Reading, SkipReason, Skipped};

/// Lists a row; rows that follow one another for one reason are listed once.
pub(super) fn skip(sheet: &Sheet, row: usize, reason: SkipReason, skipped: &mut Vec<Skipped>) {
    let row = u64::try_from(row).map_or(u64::MAX, |row| row + 1);
    match skipped.last_mut() {
        Some(last)
            if (last.reason, last.row + last.count) == (reason, row)
                && last.sheet == sheet.name() =>
        {
            last.count += 1;
        }
        _ => skipped.push(Skipped {
            sheet: sheet.name().to_owned(),
            row,
            count: 1,
            reason,
        }),
    }
}

/// How many lines of sheets without a table are kept.
const MOST_NOTES: usize = 500;

/// A cover sheet has words only; they are kept.
pub(super) fn keep_as_notes(sheet: &Sheet, reading: &mut Reading) {
    for row in 0..sheet.row_count() {
        if sheet.row(row).next().is_none() {
            continue;
        }
        skip(sheet, row, SkipReason::NoTable, &mut reading.skipped);
        if reading.notes.len() < MOST_NOTES {
            reading.notes.push(footnote::line(sheet, row));
        }
    }
}
