//! Runs a query: block by block, select, group, accumulate.

use std::ops::ControlFlow;

use table::Table;

use crate::accumulate::Accumulator;
use crate::block::{Rows, Spare, blocks, grow};
use crate::group::{Grouping, UNGROUPED};
use crate::select::Sieve;
use crate::{Cells, EngineError, Key, Query};

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
    proceed: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> Result<Cells, EngineError> {
    let mut sieve = Sieve::try_new(table, &query.select)?;
    let mut tally = Tally::try_new(table, &query.by, &query.measures)?;
    for range in blocks(table.row_count()) {
        let row_count = range.end;
        tally.add(&sieve.keep(range))?;
        if proceed(row_count).is_break() {
            return Err(EngineError::Interrupted);
        }
    }
    Ok(tally.finish())
}

/// Rows counted and measures accumulated by group.
#[derive(Debug)]
pub(crate) struct Tally<'a> {
    key_len: usize,
    grouping: Grouping<'a>,
    row_counts: Vec<u64>,
    accumulators: Vec<Accumulator<'a>>,
    slots: Vec<u32>,
    spare: Spare,
}

impl<'a> Tally<'a> {
    pub(crate) fn try_new(
        table: &'a Table,
        by: &[Key],
        measures: &[usize],
    ) -> Result<Self, EngineError> {
        let accumulators = measures.iter().map(|&index| {
            let column = table.measures().get(index);
            column
                .map(Accumulator::new)
                .ok_or(EngineError::UnknownMeasure { index })
        });
        Ok(Self {
            key_len: by.len(),
            grouping: Grouping::try_new(table, by)?,
            row_counts: Vec::new(),
            accumulators: accumulators.collect::<Result<_, _>>()?,
            slots: Vec::new(),
            spare: Spare::default(),
        })
    }

    /// Adds rows of a block.
    pub(crate) fn add(&mut self, rows: &Rows<'_>) -> Result<(), EngineError> {
        let slot_count = self
            .grouping
            .assign(rows, &mut self.slots, &mut self.spare)?;
        grow(&mut self.row_counts, slot_count, 0)?;
        for &slot in &self.slots {
            if let Some(count) = self.row_counts.get_mut(slot as usize) {
                *count += 1;
            }
        }
        for accumulator in &mut self.accumulators {
            accumulator.grow(slot_count)?;
            accumulator.add(rows, &self.slots, &mut self.spare);
        }
        Ok(())
    }

    /// The cells of the groups that have rows, in ascending order of their keys.
    pub(crate) fn finish(self) -> Cells {
        let row_count = |slot: usize| self.row_counts.get(slot).copied().unwrap_or(0);
        let mut groups = self.grouping.in_order();
        groups.retain(|&(_, slot)| row_count(slot) > 0);
        let slots: Vec<(usize, u64)> = groups
            .iter()
            .map(|&(_, slot)| (slot, row_count(slot)))
            .collect();
        Cells {
            key_len: self.key_len,
            keys: groups
                .iter()
                .flat_map(|&(number, _)| self.grouping.key(number))
                .collect(),
            row_counts: slots.iter().map(|&(_, row_count)| row_count).collect(),
            measures: self
                .accumulators
                .iter()
                .map(|measure| measure.finish(&slots))
                .collect(),
            ungrouped: row_count(UNGROUPED),
        }
    }
}
