//! Counts, for each slot, the rows that have no number, and why.

use std::ops::Range;

use table::BooleanBuffer;
use table::{Status, StatusPart};

use crate::EngineError;
use crate::block::{Rows, grow};

/// Rows without a number: withheld, not reported, not applicable.
#[derive(Debug, Default)]
pub(crate) struct Absences {
    counts: Vec<[u64; 3]>,
}

/// The counts of one slot.
pub(crate) const STATUSES: [Status; 3] = [Status::Hidden, Status::Missing, Status::NotApplicable];

impl Absences {
    /// Counts those among some rows. Most rows have a number, so only the others are looked at; their slots are told by
    /// position within the chunk.
    pub(crate) fn add(
        &mut self,
        status: &StatusPart,
        rows: &Rows<'_>,
        mut slot: impl FnMut(usize) -> Result<u32, EngineError>,
    ) -> Result<(), EngineError> {
        let Some(absent) = status.absent() else {
            return Ok(());
        };
        let is_plain = status.hidden().is_none() && status.not_applicable().is_none();
        let words = within(absent, &rows.range);
        for (index, word) in words.bit_chunks().iter_padded().enumerate() {
            let mut word = word & rows.kept.map_or(u64::MAX, |kept| kept.word(index));
            while word != 0 {
                let at = index * 64 + word.trailing_zeros() as usize;
                word &= word - 1;
                let why = if is_plain {
                    Status::Missing
                } else {
                    status.get(rows.range.start + at)
                };
                self.count_some(slot(at)?, why, 1)?;
            }
        }
        Ok(())
    }

    /// Counts those of a range of rows that all have one slot.
    pub(crate) fn add_all(
        &mut self,
        status: &StatusPart,
        range: &Range<usize>,
        slot: u32,
    ) -> Result<(), EngineError> {
        let count = |bits: Option<&BooleanBuffer>| {
            bits.map_or(0, |bits| within(bits, range).count_set_bits() as u64)
        };
        let [absent, hidden, not_applicable] =
            [status.absent(), status.hidden(), status.not_applicable()].map(count);
        self.count_some(slot, Status::Hidden, hidden)?;
        self.count_some(slot, Status::NotApplicable, not_applicable)?;
        self.count_some(slot, Status::Missing, absent - hidden - not_applicable)
    }

    fn count_some(&mut self, slot: u32, status: Status, count: u64) -> Result<(), EngineError> {
        if count == 0 {
            return Ok(());
        }
        grow(&mut self.counts, slot as usize + 1, [0; 3])?;
        let counts = self.counts.get_mut(slot as usize).into_iter().flatten();
        let mut count_of = counts.zip(STATUSES).filter(|(_, which)| *which == status);
        count_of
            .next()
            .into_iter()
            .for_each(|(place, _)| *place += count);
        Ok(())
    }

    /// Whether some of these slots has rows of a status.
    pub(crate) fn has(&self, slots: &[u32], status: usize) -> bool {
        let has = |slot: &u32| {
            self.counts(*slot)
                .get(status)
                .is_some_and(|count| *count > 0)
        };
        !self.counts.is_empty() && slots.iter().any(has)
    }

    /// Rows of a slot by status.
    pub(crate) fn counts(&self, slot: u32) -> [u64; 3] {
        self.counts.get(slot as usize).copied().unwrap_or_default()
    }
}

fn within(bits: &BooleanBuffer, range: &Range<usize>) -> BooleanBuffer {
    let start = range.start.min(bits.len());
    bits.slice(start, range.len().min(bits.len() - start))
}
