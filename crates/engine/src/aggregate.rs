//! Runs a query: part by part, block by block, chunk by chunk: select, group, accumulate.

use std::ops::ControlFlow;

use table::Table;

use crate::block::{blocks, chunks, listed};
use crate::key_space::Without;
use crate::query::Asked;
use crate::select::{Sieve, Verdict};
use crate::tally::Tally;
use crate::{Cells, EngineError, Query, Selection};

/// Asked after each block of rows whether to go on; told how many rows are done.
pub(crate) type Proceed<'p> = dyn FnMut(usize) -> ControlFlow<()> + 'p;

/// The cells of a query.
///
/// # Errors
/// When the query does not fit the table, or its groups do not fit in memory.
pub fn run(table: &Table, query: &Query) -> Result<Cells, EngineError> {
    run_with(table, query, &mut |_| ControlFlow::Continue(()))
}

/// The same, asking after each block of rows whether to go on; `proceed` is told how many rows are done.
///
/// # Errors
/// When the query does not fit the table, its groups do not fit in memory, or the caller breaks off.
pub fn run_with(
    table: &Table,
    query: &Query,
    proceed: &mut Proceed<'_>,
) -> Result<Cells, EngineError> {
    let mut cells = share(table, query, proceed)?;
    cells.seal()?;
    Ok(cells)
}

/// The same of a share of the rows, to be merged with those of the others.
pub(crate) fn share(
    table: &Table,
    query: &Query,
    proceed: &mut Proceed<'_>,
) -> Result<Cells, EngineError> {
    let by = listed(query.by.len(), query.by.iter())?;
    let asked = Asked {
        by: &by,
        measures: &query.measures,
        extremes: &query.extremes,
    };
    groups(table, asked, &query.select, proceed)
}

/// The groups of a share of the rows.
pub(crate) fn groups(
    table: &Table,
    asked: Asked<'_>,
    select: &[Selection],
    proceed: &mut Proceed<'_>,
) -> Result<Cells, EngineError> {
    // Listing the parts is the one thing that is not asked for: it comes first, while there is memory.
    let parts = table.parts();
    let sieve = Sieve::try_new(table, select.iter())?;
    let mut tally = Tally::try_new(table, asked, Without::Ungrouped)?;
    for part in parts {
        let mut sieve = sieve.on(part)?;
        let mut rows_of_part = tally.begin(part)?;
        for block in blocks(part.row_count()) {
            let row_count = part.row_start() + block.end;
            let verdict = sieve.verdict(&block);
            let is_known = verdict == Verdict::None
                || (verdict == Verdict::Every && tally.add_block(&rows_of_part, &block)?);
            if !is_known {
                for range in chunks(block) {
                    tally.add(&mut rows_of_part, &sieve.keep(range, verdict)?)?;
                }
            }
            if proceed(row_count).is_break() {
                return Err(EngineError::Interrupted);
            }
        }
        tally.end(rows_of_part)?;
    }
    tally.finish()
}
