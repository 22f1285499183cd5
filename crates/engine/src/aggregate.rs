//! Runs a query: block by block, select, group, accumulate.

use std::ops::{ControlFlow, Range};

use table::Table;

use crate::accumulate::Accumulator;
use crate::group::{Grouping, NO_SLOT};
use crate::select::Filter;
use crate::{Cells, EngineError, Key, Query};

/// Rows taken at a time: their codes, ids and slots stay in the second-level cache.
pub(crate) const BLOCK: usize = 16 * 1024;

/// The cells of a query.
///
/// # Errors
/// When a column does not exist or the groups do not fit in memory.
pub fn run(table: &Table, query: &Query) -> Result<Cells, EngineError> {
    run_with(table, query, &mut |_| ControlFlow::Continue(()))
}

/// The same, asking after each block whether to go on; it is told how many rows are done.
///
/// # Errors
/// When a column does not exist, the groups do not fit in memory, or the caller breaks off.
pub fn run_with(
    table: &Table,
    query: &Query,
    proceed: &mut dyn FnMut(usize) -> ControlFlow<()>,
) -> Result<Cells, EngineError> {
    let filters = query
        .select
        .iter()
        .map(|selection| Filter::new(table, selection));
    let filters = filters.collect::<Result<Vec<_>, _>>()?;
    let mut tally = Tally::new(table, &query.by, &query.measures)?;
    let mut failures = Vec::new();
    for rows in blocks(table.row_count()) {
        failures.clear();
        failures.resize(rows.len(), 0);
        filters
            .iter()
            .for_each(|filter| filter.count_failures(rows.clone(), &mut failures));
        let done = rows.end;
        tally.add(rows, &failures)?;
        if proceed(done).is_break() {
            return Err(EngineError::Interrupted);
        }
    }
    Ok(tally.finish())
}

/// The row ranges of the blocks.
pub(crate) fn blocks(row_count: usize) -> impl Iterator<Item = Range<usize>> {
    (0..row_count)
        .step_by(BLOCK)
        .map(move |start| start..row_count.min(start + BLOCK))
}

/// One grouping with its accumulators.
pub(crate) struct Tally<'a> {
    grouping: Grouping<'a>,
    accumulators: Vec<Accumulator<'a>>,
    row_counts: Vec<u64>,
    ungrouped: u64,
    key_len: usize,
    slots: Vec<u32>,
}

impl<'a> Tally<'a> {
    pub(crate) fn new(
        table: &'a Table,
        by: &[Key],
        measures: &[usize],
    ) -> Result<Self, EngineError> {
        let accumulators = measures.iter().map(|&index| {
            let column = table.measures().get(index);
            column
                .map(Accumulator::new)
                .ok_or(EngineError::UnknownColumn { index })
        });
        Ok(Self {
            grouping: Grouping::new(table, by)?,
            accumulators: accumulators.collect::<Result<_, _>>()?,
            row_counts: Vec::new(),
            ungrouped: 0,
            key_len: by.len(),
            slots: Vec::new(),
        })
    }

    /// Adds the rows of a block that have no failures.
    pub(crate) fn add(&mut self, rows: Range<usize>, failures: &[u8]) -> Result<(), EngineError> {
        self.ungrouped += self
            .grouping
            .assign(rows.clone(), failures, &mut self.slots)?;
        let slot_count = self.grouping.slot_count();
        let more = slot_count.saturating_sub(self.row_counts.len());
        self.row_counts
            .try_reserve(more)
            .map_err(|_| EngineError::TooManyGroups)?;
        self.row_counts.resize(slot_count, 0);
        for &slot in self.slots.iter().filter(|slot| **slot != NO_SLOT) {
            if let Some(count) = self.row_counts.get_mut(slot as usize) {
                *count += 1;
            }
        }
        for accumulator in &mut self.accumulators {
            accumulator.grow(slot_count)?;
            accumulator.add(rows.clone(), &self.slots);
        }
        Ok(())
    }

    /// The cells of the slots that were met, in ascending order of their keys.
    pub(crate) fn finish(self) -> Cells {
        let row_count = |slot: usize| self.row_counts.get(slot).copied().unwrap_or(0);
        let mut groups = self.grouping.in_order();
        groups.retain(|(slot, _)| row_count(*slot) > 0);
        let slots: Vec<usize> = groups.iter().map(|(slot, _)| *slot).collect();
        Cells {
            key_len: self.key_len,
            keys: groups
                .iter()
                .flat_map(|(_, id)| self.grouping.key_of(*id))
                .collect(),
            row_counts: slots.iter().map(|&slot| row_count(slot)).collect(),
            measures: self
                .accumulators
                .iter()
                .map(|acc| acc.finish(&slots))
                .collect(),
            ungrouped: self.ungrouped,
        }
    }
}
