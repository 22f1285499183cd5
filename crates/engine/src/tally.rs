//! Rows grouped and accumulated, part by part.

use std::ops::Range;

use table::{Part, Table};

use crate::accumulate::Accumulator;
use crate::block::{Rows, listed};
use crate::digits::Digits;
use crate::key_space::{KeySpace, Shares, Without};
use crate::local::Local;
use crate::numbered::Numbered;
use crate::query::Asked;
use crate::way::{UNGROUPED, Way};
use crate::{Cells, EngineError};

/// The groups of a query and their statistics.
#[derive(Debug)]
pub(crate) struct Tally {
    space: KeySpace,
    columns: Vec<usize>,
    shares: Vec<Shares>,
    way: Way,
    accumulator: Accumulator,
}

/// The rows of one part while they are added. Numbers by stored codes take the fewest bytes that serve.
#[derive(Debug)]
pub(crate) enum PartTally<'a> {
    Short(Local<'a, u16>),
    Long(Local<'a, u32>),
    Numbered(Numbered<'a>),
}

/// Numbers of two bytes, less those behind the last.
const MOST_SHORT: usize = (1 << 16) - crate::word_sums::REFUSE as usize;
/// Numbers of a part are at most so many: 32 MiB of sums.
const MOST_LONG: usize = 1 << 20;
/// So many numbers are worth their while even where there are few rows.
const ALWAYS: usize = 1 << 10;

impl Tally {
    pub(crate) fn try_new(
        table: &Table,
        asked: Asked<'_>,
        without: Without,
    ) -> Result<Self, EngineError> {
        let space = KeySpace::try_new(table, asked.by, without)?;
        Ok(Self {
            columns: listed(asked.by.len(), asked.by.iter().map(|key| key.column))?,
            shares: space.shares(asked.by, without)?,
            way: Way::try_new(space.size, table.row_count())?,
            space,
            accumulator: Accumulator::try_new(table, asked)?,
        })
    }

    /// Begins a part.
    pub(crate) fn begin<'a>(&mut self, part: Part<'a>) -> Result<PartTally<'a>, EngineError> {
        let most = MOST_LONG.min(part.row_count().max(ALWAYS));
        let keys = (&self.columns[..], &self.shares[..]);
        match Digits::try_new(part, keys, most)? {
            Some(digits) if digits.size <= MOST_SHORT => {
                Local::try_new(part, digits, &self.accumulator).map(PartTally::Short)
            }
            Some(digits) => Local::try_new(part, digits, &self.accumulator).map(PartTally::Long),
            None => Numbered::try_new(part, keys, &self.accumulator).map(PartTally::Numbered),
        }
    }

    /// Adds rows of a chunk.
    pub(crate) fn add(
        &mut self,
        part: &mut PartTally<'_>,
        rows: &Rows<'_>,
    ) -> Result<(), EngineError> {
        if rows.len() == 0 {
            return Ok(());
        }
        let into = (&mut self.way, &mut self.accumulator);
        match part {
            PartTally::Short(local) => local.add(into, rows),
            PartTally::Long(local) => local.add(into, rows),
            PartTally::Numbered(numbered) => numbered.add(into, rows),
        }
    }

    /// Adds a whole block from its statistics, where they say that it is of one group and what its sums are; whether they did.
    pub(crate) fn add_block(
        &mut self,
        part: &PartTally<'_>,
        block: &Range<usize>,
    ) -> Result<bool, EngineError> {
        let (part, combination) = match part {
            PartTally::Short(local) => (local.part, local.digits.constant(block)),
            PartTally::Long(local) => (local.part, local.digits.constant(block)),
            PartTally::Numbered(_) => return Ok(false),
        };
        let Some(combination) = combination else {
            return Ok(false);
        };
        let slot = self.way.slot(combination)?;
        self.accumulator.add_block(&part, block, slot)
    }

    /// Ends a part.
    pub(crate) fn end(&mut self, part: PartTally<'_>) -> Result<(), EngineError> {
        let into = (&mut self.way, &mut self.accumulator);
        match part {
            PartTally::Short(local) => local.finish(into)?,
            PartTally::Long(local) => local.finish(into)?,
            PartTally::Numbered(numbered) => numbered.finish(&mut self.accumulator)?,
        }
        self.accumulator.close()
    }

    /// The cells of the groups that have rows, in ascending order of their keys.
    pub(crate) fn finish(self) -> Result<Cells, EngineError> {
        let has_rows = |slot| self.accumulator.count(slot) > 0;
        let (numbers, slots) = self.way.in_order(has_rows)?;
        Ok(Cells {
            key_len: self.columns.len(),
            keys: self.space.keys(&numbers)?,
            row_counts: listed(
                slots.len(),
                slots.iter().map(|&slot| self.accumulator.count(slot)),
            )?,
            measures: self.accumulator.finish(&slots)?,
            ungrouped: self.accumulator.count(UNGROUPED),
        })
    }
}
