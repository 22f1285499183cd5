//! What of one measure does not fit in lanes, by slot.

use table::{IntegerPart, MeasureColumn, Numbers, Offsets, Part};

use crate::absent::Absences;
use crate::block::{Rows, grow, listed};
use crate::cells::MeasureCells;
use crate::extreme::Extremes;
use crate::float::FloatSums;
use crate::stored::Spare;
use crate::{EngineError, Sum};

/// What of one measure does not fit in lanes.
#[derive(Debug)]
pub(crate) struct MeasureSums {
    pub(crate) index: usize,
    decimals: Option<u8>,
    /// What bases and values of eight bytes add to the sums of offsets.
    further: Vec<i128>,
    floats: FloatSums,
    pub(crate) absences: Absences,
    extremes: Option<Extremes>,
}

impl MeasureSums {
    /// For the measure at this index; with room for its smallest and largest number where they are wanted.
    pub(crate) fn new(index: usize, column: &MeasureColumn, extremes: Option<Extremes>) -> Self {
        Self {
            index,
            decimals: match &column.numbers {
                Numbers::Exact(scaled) => Some(scaled.decimals),
                Numbers::Float(_) => None,
            },
            further: Vec::new(),
            floats: FloatSums::default(),
            absences: Absences::default(),
            extremes,
        }
    }

    /// Ends a part.
    pub(crate) fn close(&mut self) -> Result<(), EngineError> {
        self.floats.close()
    }

    pub(crate) fn base(&self, part: &Part<'_>) -> i64 {
        part.integers(self.index).map_or(0, IntegerPart::base)
    }

    pub(crate) fn looks_at_rows(&self, part: &Part<'_>) -> bool {
        let integers = part.integers(self.index).map(IntegerPart::offsets);
        self.extremes.is_some() || matches!(integers, None | Some(Offsets::I64(_)))
    }

    pub(crate) fn look(
        &mut self,
        part: &Part<'_>,
        (rows, slots): (&Rows<'_>, &[u32]),
        spare: &mut Spare,
    ) -> Result<(), EngineError> {
        if let Some(Offsets::I64(values)) = part.integers(self.index).map(IntegerPart::offsets) {
            let values = rows.of(values, &mut spare.longs)?;
            for (slot, value) in slots.iter().zip(values) {
                self.add_further(*slot, i128::from(*value))?;
            }
        }
        if let Some(values) = part.floats(self.index) {
            self.floats
                .add(slots, rows.of(values, &mut spare.floats)?)?;
        }
        if let Some(extremes) = &mut self.extremes {
            extremes.add((part, self.index), (rows, slots))?;
        }
        Ok(())
    }

    /// The sum of a block without its base, if the statistics say all there is to know.
    pub(crate) fn block_sum(&self, part: &Part<'_>, block: usize) -> Option<i128> {
        let integers = part
            .integers(self.index)
            .filter(|_| self.extremes.is_none())?;
        Some(integers.blocks().get(block)?.sum)
    }

    pub(crate) fn add_further(&mut self, slot: u32, sum: i128) -> Result<(), EngineError> {
        if sum == 0 {
            return Ok(());
        }
        grow(&mut self.further, slot as usize + 1, 0)?;
        if let Some(further) = self.further.get_mut(slot as usize) {
            *further += sum;
        }
        Ok(())
    }

    /// Adds what the base of a part makes of so many rows.
    pub(crate) fn add_base(
        &mut self,
        part: &Part<'_>,
        slot: u32,
        rows: u64,
    ) -> Result<(), EngineError> {
        self.add_further(slot, product(self.base(part), rows))
    }

    pub(crate) fn finish(
        &self,
        slots: &[u32],
        count: impl Fn(u32) -> u64,
        sum: impl Fn(u32) -> u64,
    ) -> Result<MeasureCells, EngineError> {
        let each =
            |of: &dyn Fn(u32) -> u64| listed(slots.len(), slots.iter().map(|slot| of(*slot)));
        let absent = |status| match self.absences.has(slots, status) {
            true => each(&|slot| self.absences.counts(slot).get(status).copied().unwrap_or(0)),
            false => Ok(Vec::new()),
        };
        let with_number = |slot| count(slot) - self.absences.counts(slot).iter().sum::<u64>();
        let mut cells = MeasureCells {
            count: each(&with_number)?,
            hidden: absent(0)?,
            missing: absent(1)?,
            not_applicable: absent(2)?,
            ..MeasureCells::default()
        };
        match self.decimals {
            None => cells.float_parts = self.floats.parts(slots)?,
            Some(decimals) => {
                let further = |slot: u32| self.further.get(slot as usize).copied().unwrap_or(0);
                let sum = |slot: &u32| Sum::Exact {
                    units: i128::from(sum(*slot)) + further(*slot),
                    decimals,
                };
                cells.sum = listed(slots.len(), slots.iter().map(sum))?;
            }
        }
        if let Some(extremes) = &self.extremes {
            let found = |slot: &u32| extremes.get(*slot as usize, self.decimals);
            cells.min = listed(slots.len(), slots.iter().map(|slot| found(slot).0))?;
            cells.max = listed(slots.len(), slots.iter().map(|slot| found(slot).1))?;
        }
        Ok(cells)
    }
}

/// Small numbers are multiplied in 64 bits: in 128 it takes a call where the machine has no instruction for it.
fn product(base: i64, rows: u64) -> i128 {
    match (i32::try_from(base), u32::try_from(rows)) {
        (Ok(base), Ok(rows)) => i128::from(i64::from(base) * i64::from(rows)),
        _ => i128::from(base) * i128::from(rows),
    }
}
