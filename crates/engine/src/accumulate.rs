//! Adds the rows of a part, chunk by chunk, to the statistics of their slots.

use std::ops::Range;

use table::statistics::BLOCK_ROWS;
use table::{Numbers, Part, Status, Table};

use crate::absent::Absences;
use crate::block::Rows;
use crate::cells::MeasureCells;
use crate::extreme::Extremes;
use crate::float::FloatSums;
use crate::lanes::{Lanes, MOST_SUMS, Widened};
use crate::stored::Spare;
use crate::{EngineError, Query, Sum};

/// The statistics of all slots while a query runs.
#[derive(Debug)]
pub(crate) struct Accumulator {
    measures: Vec<MeasureSums>,
    /// Of three measures each; the counts are those of the first.
    lanes: Vec<Lanes>,
    widened: Widened,
}

/// What of one measure does not fit in lanes.
#[derive(Debug)]
struct MeasureSums {
    index: usize,
    decimals: Option<u8>,
    /// What bases and values of eight bytes add to the sums of offsets.
    further: Vec<i128>,
    floats: FloatSums,
    absences: Absences,
    extremes: Option<Extremes>,
}

impl Accumulator {
    pub(crate) fn try_new(table: &Table, query: &Query) -> Result<Self, EngineError> {
        let measures = query.measures.iter().map(|&index| {
            let column = table
                .measures()
                .get(index)
                .ok_or(EngineError::UnknownMeasure { index })?;
            Ok(MeasureSums {
                index,
                decimals: match &column.numbers {
                    Numbers::Exact(scaled) => Some(scaled.decimals),
                    Numbers::Float(_) => None,
                },
                further: Vec::new(),
                floats: FloatSums::default(),
                absences: Absences::default(),
                extremes: query.extremes.contains(&index).then(Extremes::default),
            })
        });
        let measures = measures.collect::<Result<Vec<_>, _>>()?;
        let groups = measures
            .chunks(MOST_SUMS)
            .map(|group| Lanes::new(group.len()));
        let mut lanes: Vec<Lanes> = groups.collect();
        if lanes.is_empty() {
            lanes.push(Lanes::new(0));
        }
        Ok(Self {
            measures,
            lanes,
            widened: Widened::default(),
        })
    }

    /// Makes room for so many slots.
    pub(crate) fn grow(&mut self, slot_count: usize) -> Result<(), EngineError> {
        self.lanes
            .iter_mut()
            .try_for_each(|lanes| lanes.grow(slot_count))
    }

    /// Adds rows, whose slots are given; all of one slot if that is said.
    pub(crate) fn add(
        &mut self,
        part: &Part<'_>,
        (rows, slots, only): (&Rows<'_>, &[u32], Option<usize>),
        spare: &mut Spare,
    ) -> Result<(), EngineError> {
        for (at, lanes) in self.lanes.iter_mut().enumerate() {
            let offsets = |position: usize| {
                let measure = self.measures.get(at * MOST_SUMS + position)?;
                Some(part.integers(measure.index)?.offsets())
            };
            self.widened
                .fill([offsets(0), offsets(1), offsets(2)], rows, spare);
            match only {
                Some(slot) => lanes.add_all(slot, rows.len(), &self.widened),
                None => lanes.add(slots, &self.widened),
            }
        }
        for measure in &mut self.measures {
            measure.add(part, (rows, slots), spare)?;
        }
        Ok(())
    }

    /// Adds a whole block to one slot from what is known of it, if that is enough.
    pub(crate) fn add_block(
        &mut self,
        part: &Part<'_>,
        range: &Range<usize>,
        slot: usize,
    ) -> Result<bool, EngineError> {
        let block = range.start / BLOCK_ROWS;
        let sums: Option<Vec<i128>> = self
            .measures
            .iter()
            .map(|measure| measure.block_sum(part, block))
            .collect();
        let Some(sums) = sums else { return Ok(false) };
        let mut counted = range.len() as u64;
        for lanes in &mut self.lanes {
            lanes.add_sums(slot, [std::mem::take(&mut counted), 0, 0, 0]);
        }
        for (measure, sum) in self.measures.iter_mut().zip(sums) {
            measure.add_further(slot, sum)?;
            if let Some(status) = part.status(measure.index) {
                measure.absences.add_all(status, range, slot)?;
            }
        }
        Ok(true)
    }

    /// Adds what the bases of a part make of the rows counted since `before`, and closes the float sums of the part.
    pub(crate) fn finish_part(
        &mut self,
        part: &Part<'_>,
        before: &[u64],
    ) -> Result<(), EngineError> {
        let counts = self.counts();
        for measure in &mut self.measures {
            measure.floats.close();
            let base = part
                .integers(measure.index)
                .map_or(0, table::IntegerPart::base);
            if base == 0 {
                continue;
            }
            for (slot, count) in counts.iter().enumerate() {
                let rows = count - before.get(slot).copied().unwrap_or(0);
                measure.add_further(slot, i128::from(base) * i128::from(rows))?;
            }
        }
        Ok(())
    }

    /// Whether the counts before a part are asked for when it is finished.
    pub(crate) fn needs_counts(&self, part: &Part<'_>) -> bool {
        let base = |measure: &MeasureSums| {
            part.integers(measure.index)
                .map_or(0, table::IntegerPart::base)
        };
        self.measures.iter().any(|measure| base(measure) != 0)
    }

    /// Rows of each slot.
    pub(crate) fn counts(&self) -> Vec<u64> {
        self.lanes.first().map_or_else(Vec::new, Lanes::counts)
    }

    /// The statistics of each measure, for the slots in this order.
    pub(crate) fn finish(&self, slots: &[usize]) -> Vec<MeasureCells> {
        let counts: Vec<u64> = slots
            .iter()
            .map(|&slot| self.lanes.first().map_or(0, |lanes| lanes.count(slot)))
            .collect();
        let measures = self.measures.iter().enumerate();
        measures
            .map(|(at, measure)| {
                let lanes = self.lanes.get(at / MOST_SUMS);
                let lane = |slot: usize| lanes.map_or(0, |lanes| lanes.sum(slot, at % MOST_SUMS));
                measure.finish(slots, &counts, lane)
            })
            .collect()
    }
}

impl MeasureSums {
    fn add(
        &mut self,
        part: &Part<'_>,
        (rows, slots): (&Rows<'_>, &[u32]),
        spare: &mut Spare,
    ) -> Result<(), EngineError> {
        if let Some(table::Offsets::I64(values)) =
            part.integers(self.index).map(table::IntegerPart::offsets)
        {
            let values = rows.of(values, &mut spare.longs);
            for (slot, value) in slots.iter().zip(values) {
                self.add_further(*slot as usize, i128::from(*value))?;
            }
        }
        if let Some(values) = part.floats(self.index) {
            self.floats.add(slots, rows.of(values, &mut spare.floats))?;
        }
        let status = part.status(self.index);
        if let Some(status) = status {
            self.absences.add(status, (rows, slots))?;
        }
        if let Some(extremes) = &mut self.extremes {
            extremes.add((part, self.index), (rows, slots))?;
        }
        Ok(())
    }

    /// The sum of a block without its base, if the statistics say all there is to know.
    fn block_sum(&self, part: &Part<'_>, block: usize) -> Option<i128> {
        let integers = part
            .integers(self.index)
            .filter(|_| self.extremes.is_none())?;
        Some(integers.blocks().get(block)?.sum)
    }

    fn add_further(&mut self, slot: usize, sum: i128) -> Result<(), EngineError> {
        if sum == 0 {
            return Ok(());
        }
        crate::block::grow(&mut self.further, slot + 1, 0)?;
        if let Some(further) = self.further.get_mut(slot) {
            *further += sum;
        }
        Ok(())
    }

    fn finish(&self, slots: &[usize], counts: &[u64], lane: impl Fn(usize) -> u64) -> MeasureCells {
        let mut cells = MeasureCells::default();
        let absent = |slot, status| self.absences.count(slot, status);
        for (&slot, rows) in slots.iter().zip(counts) {
            let [hidden, missing, not_applicable] =
                [Status::Hidden, Status::Missing, Status::NotApplicable]
                    .map(|status| absent(slot, status));
            cells.hidden.push(hidden);
            cells.missing.push(missing);
            cells.not_applicable.push(not_applicable);
            cells.count.push(rows - hidden - missing - not_applicable);
            if let Some(decimals) = self.decimals {
                let units = i128::from(lane(slot)) + self.further.get(slot).copied().unwrap_or(0);
                cells.sum.push(Sum::Exact { units, decimals });
            }
            if let Some(extremes) = &self.extremes {
                let (min, max) = extremes.get(slot, self.decimals);
                cells.min.push(min);
                cells.max.push(max);
            }
        }
        if self.decimals.is_none() {
            cells.float_parts = self.floats.parts(slots);
        }
        cells
    }
}
