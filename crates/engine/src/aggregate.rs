//! Runs a query: part by part, block by block, chunk by chunk: select, group, accumulate.

use std::ops::{ControlFlow, Range};

use table::statistics::BLOCK_ROWS;
use table::{Part, Table};

use crate::accumulate::Accumulator;
use crate::block::{Rows, chunks};
use crate::group::{Grouping, PartGrouping, UNGROUPED};
use crate::select::{Sieve, Verdict};
use crate::stored::Spare;
use crate::{Cells, EngineError, Query};

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
    cells
        .measures
        .iter_mut()
        .for_each(crate::MeasureCells::seal);
    Ok(cells)
}

/// The same of a share of the rows, to be merged with those of the others.
pub(crate) fn share(
    table: &Table,
    query: &Query,
    proceed: &mut Proceed<'_>,
) -> Result<Cells, EngineError> {
    let sieve = Sieve::try_new(table, &query.select)?;
    let mut tally = Tally::try_new(table, query)?;
    for part in table.parts() {
        let before = tally.begin(&part);
        let mut sieve = sieve.on(part);
        let keys = tally.grouping.on(part);
        for block in blocks(part.row_count()) {
            let verdict = sieve.verdict(&block);
            let row_count = part.row_start() + block.end;
            if verdict != Verdict::None
                && !(verdict == Verdict::Every && tally.add_block(&part, &block, &keys)?)
            {
                for range in chunks(block) {
                    tally.add(&part, &keys, &sieve.keep(range, verdict))?;
                }
            }
            if proceed(row_count).is_break() {
                return Err(EngineError::Interrupted);
            }
        }
        tally.accumulator.finish_part(&part, &before)?;
    }
    Ok(tally.finish())
}

/// The blocks of a part: those that its statistics speak of.
pub(crate) fn blocks(row_count: usize) -> impl Iterator<Item = Range<usize>> {
    let starts = (0..row_count).step_by(BLOCK_ROWS);
    starts.map(move |start| start..row_count.min(start + BLOCK_ROWS))
}

/// Rows grouped and accumulated.
#[derive(Debug)]
struct Tally {
    key_len: usize,
    grouping: Grouping,
    accumulator: Accumulator,
    slots: Vec<u32>,
    spare: Spare,
}

impl Tally {
    fn try_new(table: &Table, query: &Query) -> Result<Self, EngineError> {
        Ok(Self {
            key_len: query.by.len(),
            grouping: Grouping::try_new(table, &query.by)?,
            accumulator: Accumulator::try_new(table, query)?,
            slots: Vec::new(),
            spare: Spare::default(),
        })
    }

    /// The counts before a part, where they will be asked for.
    fn begin(&self, part: &Part<'_>) -> Vec<u64> {
        if self.accumulator.needs_counts(part) {
            self.accumulator.counts()
        } else {
            Vec::new()
        }
    }

    /// Adds rows of a chunk.
    fn add(
        &mut self,
        part: &Part<'_>,
        keys: &PartGrouping<'_>,
        rows: &Rows<'_>,
    ) -> Result<(), EngineError> {
        if rows.len() == 0 {
            return Ok(());
        }
        let slot_count = self
            .grouping
            .assign(keys, (rows, &mut self.slots, &mut self.spare))?;
        self.accumulator.grow(slot_count)?;
        let only = (self.key_len == 0).then_some(UNGROUPED + 1);
        self.accumulator
            .add(part, (rows, &self.slots, only), &mut self.spare)
    }

    /// Adds a block that is kept whole and has one key, from its statistics; whether that could be done.
    fn add_block(
        &mut self,
        part: &Part<'_>,
        block: &Range<usize>,
        keys: &PartGrouping<'_>,
    ) -> Result<bool, EngineError> {
        if !keys.is_constant(block) {
            return Ok(false);
        }
        // One row stands for all to find their slot.
        let row = Rows::all(block.start..block.start + 1);
        let slot_count = self
            .grouping
            .assign(keys, (&row, &mut self.slots, &mut self.spare))?;
        self.accumulator.grow(slot_count)?;
        let slot = self.slots.first().map_or(UNGROUPED, |slot| *slot as usize);
        self.accumulator.add_block(part, block, slot)
    }

    /// The cells of the groups that have rows, in ascending order of their keys.
    fn finish(self) -> Cells {
        let counts = self.accumulator.counts();
        let row_count = |slot: usize| counts.get(slot).copied().unwrap_or(0);
        let mut groups = self.grouping.in_order();
        groups.retain(|&(_, slot)| row_count(slot) > 0);
        let slots: Vec<usize> = groups.iter().map(|&(_, slot)| slot).collect();
        Cells {
            key_len: self.key_len,
            keys: groups
                .iter()
                .flat_map(|&(number, _)| self.grouping.key(number))
                .collect(),
            row_counts: slots.iter().map(|&slot| row_count(slot)).collect(),
            measures: self.accumulator.finish(&slots),
            ungrouped: row_count(UNGROUPED),
        }
    }
}
