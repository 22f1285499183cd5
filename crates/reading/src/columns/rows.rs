//! What a plan decides of rows: a table that comes with types has none that could be left out, taken in or read as a header.

use crate::drawn::DrawnTable;
use crate::plan::{HeaderPlan, HeaderRow, HeaderUse, TablePlan};
use crate::reading::Unmatched;

/// Tells what was decided of rows, and decides it no longer: it must not stand there, or be kept, as if it held.
pub(super) fn unheeded(drawn: &mut DrawnTable, plan: Option<&TablePlan>) -> Vec<Unmatched> {
    (drawn.pinned.header, drawn.pinned.end) = (None, None);
    drawn.pinned.skip.clear();
    drawn.pinned.keep.clear();
    let Some(plan) = plan else { return Vec::new() };
    let header = plan.header.as_ref().filter(|header| !is_its_own(header));
    let header = header.map(|header| Unmatched::Header {
        sheet: plan.sheet.clone(),
        row: header.row,
    });
    let rows = plan.skip.iter().chain(&plan.keep).chain(&plan.end);
    let rows = rows.map(|mark| Unmatched::Row {
        sheet: plan.sheet.clone(),
        words: mark.words.clone(),
        row: mark.row,
    });
    header.into_iter().chain(rows).collect()
}

/// Whether a header is what such a table has: the names of its columns.
fn is_its_own(header: &HeaderPlan) -> bool {
    let names = [HeaderUse::Recognised, HeaderUse::Names].map(|is| HeaderRow {
        is,
        ..HeaderRow::default()
    });
    header.row == 1 && matches!(header.rows.as_slice(), [row] if names.contains(row))
}
