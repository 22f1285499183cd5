//! Linked histograms: each dimension under every selection but those on its own column, in one pass.

use std::ops::Range;

use table::Table;

use crate::aggregate::Tally;
use crate::block::{Rows, blocks};
use crate::select::{Filter, positions};
use crate::{Cells, EngineError, Key, Selection};

/// The cells of each key alone, in the order of the keys; a measure is aggregated where one is given.
///
/// # Errors
/// When the keys and selections do not fit the table, or the groups do not fit in memory.
pub fn histograms(
    table: &Table,
    keys: &[Key],
    select: &[Selection],
    measure: Option<usize>,
) -> Result<Vec<Cells>, EngineError> {
    let measures: Vec<usize> = measure.into_iter().collect();
    let tally = |key| Tally::try_new(table, std::slice::from_ref(key), &measures);
    let mut tallies = keys.iter().map(tally).collect::<Result<Vec<_>, _>>()?;
    let mut judge = Judge::try_new(table, select)?;
    let mut kept = Vec::new();
    for range in blocks(table.row_count()) {
        judge.judge(range.clone());
        for (key, tally) in keys.iter().zip(&mut tallies) {
            judge.keep_but(key.column, &mut kept);
            tally.add(&Rows::new(range.clone(), &kept))?;
        }
    }
    Ok(tallies.into_iter().map(Tally::finish).collect())
}

/// The selections, one for each column that has any, and which of them each row of a block fails.
struct Judge<'a> {
    filters: Vec<Filter<'a>>,
    failed: Vec<u32>,
}

/// The row fails no selection.
const NONE: u32 = 0;
/// The row fails selections on more columns than one; on column `n` alone is `n + 1`.
const SEVERAL: u32 = u32::MAX;

impl<'a> Judge<'a> {
    fn try_new(table: &'a Table, select: &[Selection]) -> Result<Self, EngineError> {
        let mut filters: Vec<Filter<'a>> = Vec::new();
        for selection in select {
            let filter = Filter::try_new(table, selection)?;
            match filters
                .iter_mut()
                .find(|known| known.column == filter.column)
            {
                Some(known) => known.narrow(&filter),
                None => filters.push(filter),
            }
        }
        Ok(Self {
            filters,
            failed: Vec::new(),
        })
    }

    fn judge(&mut self, range: Range<usize>) {
        self.failed.clear();
        self.failed.resize(range.len(), NONE);
        for filter in &self.filters {
            let alone = mark(filter.column);
            filter.mark(range.clone(), &mut self.failed, |failed, allowed| {
                match (failed, allowed) {
                    (failed, true) => failed,
                    (NONE, false) => alone,
                    (_, false) => SEVERAL,
                }
            });
        }
    }

    /// Lists the rows that fail no selection on another column.
    fn keep_but(&self, column: usize, kept: &mut Vec<u32>) {
        let own = mark(column);
        positions(&self.failed, |failed| failed == NONE || failed == own, kept);
    }
}

fn mark(column: usize) -> u32 {
    u32::try_from(column).map_or(SEVERAL, |column| column.saturating_add(1))
}
