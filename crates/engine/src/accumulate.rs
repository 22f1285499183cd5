//! The statistics of all slots while a query runs.

use std::ops::Range;

use table::statistics::BLOCK_ROWS;
use table::{IntegerPart, Offsets, Part, Table};

use crate::EngineError;
use crate::block::{Rows, listed, push, try_listed};
use crate::cells::MeasureCells;
use crate::extreme::Extremes;
use crate::lanes::Lanes;
use crate::measure_sums::MeasureSums;
use crate::query::Asked;
use crate::stored::Spare;
use crate::word_sums::{MOST_SUMS, Sums};

/// The statistics of all slots while a query runs.
#[derive(Debug)]
pub(crate) struct Accumulator {
    measures: Vec<MeasureSums>,
    /// Of three measures each; the counts are those of the first.
    lanes: Vec<Lanes>,
}

impl Accumulator {
    pub(crate) fn try_new(table: &Table, asked: Asked<'_>) -> Result<Self, EngineError> {
        let measures = asked.measures.iter().map(|&index| {
            let column = table.measures().get(index);
            let column = column.ok_or(EngineError::UnknownMeasure { index })?;
            let extremes = asked.extremes.contains(&index);
            Ok(MeasureSums::new(
                index,
                column,
                extremes.then(Extremes::default),
            ))
        });
        let measures = try_listed(asked.measures.len(), measures)?;
        let groups = measures.chunks(MOST_SUMS);
        let mut lanes = listed(groups.len(), groups.map(|group| Lanes::new(group.len())))?;
        if lanes.is_empty() {
            push(&mut lanes, Lanes::new(0))?;
        }
        Ok(Self { measures, lanes })
    }

    /// Measures are taken in groups of three, at least one group.
    pub(crate) fn group_count(&self) -> usize {
        self.lanes.len()
    }

    /// The offsets of each measure of a group; none where a part has doubles or values of eight bytes.
    pub(crate) fn offsets<'a>(
        &self,
        part: Part<'a>,
        group: usize,
    ) -> [Option<&'a IntegerPart>; MOST_SUMS] {
        let offsets = |at: usize| {
            let integers = part.integers(self.measures.get(at)?.index)?;
            (!matches!(integers.offsets(), Offsets::I64(_))).then_some(integers)
        };
        [0, 1, 2].map(|at| offsets(group * MOST_SUMS + at))
    }

    /// Slots there is room for.
    pub(crate) fn slot_count(&self) -> usize {
        self.lanes.first().map_or(0, Lanes::len)
    }

    /// Makes room for so many slots.
    pub(crate) fn grow(&mut self, slot_count: usize) -> Result<(), EngineError> {
        self.lanes
            .iter_mut()
            .try_for_each(|lanes| lanes.grow(slot_count))
    }

    /// Adds rows to the lanes of a group of measures.
    pub(crate) fn add(&mut self, group: usize, slots: &[u32], columns: [&[u32]; MOST_SUMS]) {
        if let Some(lanes) = self.lanes.get_mut(group) {
            lanes.add(slots, columns);
        }
    }

    /// Adds what rows of a slot have come to in a group of measures, with what the bases of the part make of them.
    pub(crate) fn add_sums(
        &mut self,
        (part, group): (&Part<'_>, usize),
        slot: u32,
        sums: Sums,
    ) -> Result<(), EngineError> {
        if let Some(lanes) = self.lanes.get_mut(group) {
            lanes.add_sums(slot, sums);
        }
        let measures = self
            .measures
            .iter_mut()
            .skip(group * MOST_SUMS)
            .take(MOST_SUMS);
        for measure in measures {
            measure.add_base(part, slot, sums.0)?;
        }
        Ok(())
    }

    /// Whether some measure needs to see the rows themselves, and their slots.
    pub(crate) fn looks_at_rows(&self, part: &Part<'_>) -> bool {
        self.measures
            .iter()
            .any(|measure| measure.looks_at_rows(part))
    }

    /// Shows rows and slots to the measures that need to see them.
    pub(crate) fn look(
        &mut self,
        part: &Part<'_>,
        (rows, slots): (&Rows<'_>, &[u32]),
        spare: &mut Spare,
    ) -> Result<(), EngineError> {
        let measures = self.measures.iter_mut();
        measures
            .filter(|measure| measure.looks_at_rows(part))
            .try_for_each(|measure| measure.look(part, (rows, slots), spare))
    }

    /// Counts the rows without a number; slots are told by position within the chunk.
    pub(crate) fn count_absences(
        &mut self,
        part: &Part<'_>,
        rows: &Rows<'_>,
        mut slot: impl FnMut(usize) -> Result<u32, EngineError>,
    ) -> Result<(), EngineError> {
        for measure in &mut self.measures {
            if let Some(status) = part.status(measure.index) {
                measure.absences.add(status, rows, &mut slot)?;
            }
        }
        Ok(())
    }

    /// Adds a whole block to one slot from what is known of it, if that is enough.
    pub(crate) fn add_block(
        &mut self,
        part: &Part<'_>,
        range: &Range<usize>,
        slot: u32,
    ) -> Result<bool, EngineError> {
        let block = range.start / BLOCK_ROWS;
        let mut measures = self.measures.iter();
        if measures.any(|measure| measure.block_sum(part, block).is_none()) {
            return Ok(false);
        }
        self.grow(slot as usize + 1)?;
        for group in 0..self.lanes.len() {
            self.add_sums((part, group), slot, (range.len() as u64, [0; MOST_SUMS]))?;
        }
        for measure in &mut self.measures {
            measure.add_further(slot, measure.block_sum(part, block).unwrap_or_default())?;
            if let Some(status) = part.status(measure.index) {
                measure.absences.add_all(status, range, slot)?;
            }
        }
        Ok(true)
    }

    /// Ends a part.
    pub(crate) fn close(&mut self) -> Result<(), EngineError> {
        self.measures.iter_mut().try_for_each(MeasureSums::close)
    }

    /// Adds what the bases of a part make of the rows counted since `before`.
    pub(crate) fn add_bases(&mut self, part: &Part<'_>, before: &[u64]) -> Result<(), EngineError> {
        for (slot, rows) in (0..).zip(self.counts()?) {
            let rows = rows - before.get(slot as usize).copied().unwrap_or(0);
            for measure in &mut self.measures {
                measure.add_base(part, slot, rows)?;
            }
        }
        Ok(())
    }

    /// Whether a part has a base.
    pub(crate) fn has_bases(&self, part: &Part<'_>) -> bool {
        self.measures.iter().any(|measure| measure.base(part) != 0)
    }

    /// Rows of each slot.
    pub(crate) fn counts(&self) -> Result<Vec<u64>, EngineError> {
        let Some(lanes) = self.lanes.first() else {
            return Ok(Vec::new());
        };
        listed(
            lanes.len(),
            (0..).map(|slot| lanes.count(slot)).take(lanes.len()),
        )
    }

    /// Rows of a slot.
    pub(crate) fn count(&self, slot: u32) -> u64 {
        self.lanes.first().map_or(0, |lanes| lanes.count(slot))
    }

    /// The statistics of each measure, for the slots in this order.
    pub(crate) fn finish(&self, slots: &[u32]) -> Result<Vec<MeasureCells>, EngineError> {
        let cells = |(at, measure): (usize, &MeasureSums)| {
            let lanes = self.lanes.get(at / MOST_SUMS);
            let sum = |slot| lanes.map_or(0, |lanes| lanes.sum(slot, at % MOST_SUMS));
            measure.finish(slots, |slot| self.count(slot), sum)
        };
        try_listed(
            self.measures.len(),
            self.measures.iter().enumerate().map(cells),
        )
    }
}
