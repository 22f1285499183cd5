//! Counts, for each slot, the rows that have no number, and why.

use std::ops::Range;

use table::{BooleanBuffer, Status, StatusPart};

use crate::EngineError;
use crate::block::{Rows, grow};

/// Rows without a number: withheld, not reported, not applicable.
#[derive(Debug, Default)]
pub(crate) struct Absences {
    counts: Vec<[u64; 3]>,
}

fn place(status: Status) -> Option<usize> {
    match status {
        Status::Hidden => Some(0),
        Status::Missing => Some(1),
        Status::NotApplicable => Some(2),
        Status::Value | Status::TrueZero => None,
    }
}

impl Absences {
    /// Counts those among some rows, whose slots are given. Most rows have a number, so only the others are looked at.
    pub(crate) fn add(
        &mut self,
        status: &StatusPart,
        (rows, slots): (&Rows<'_>, &[u32]),
    ) -> Result<(), EngineError> {
        let Some(absent) = status.absent() else {
            return Ok(());
        };
        for at in within(absent, &rows.range).set_indices() {
            let position = match rows.kept {
                None => Some(at),
                Some(kept) => u16::try_from(at)
                    .ok()
                    .and_then(|at| kept.binary_search(&at).ok()),
            };
            if let Some(slot) = position.and_then(|position| slots.get(position)) {
                self.count_one(*slot as usize, status.get(rows.range.start + at))?;
            }
        }
        Ok(())
    }

    /// Counts those of a range of rows that all have one slot.
    pub(crate) fn add_all(
        &mut self,
        status: &StatusPart,
        range: &Range<usize>,
        slot: usize,
    ) -> Result<(), EngineError> {
        let count = |bits: Option<&BooleanBuffer>| {
            bits.map_or(0, |bits| within(bits, range).count_set_bits() as u64)
        };
        let (absent, hidden, not_applicable) = (
            count(status.absent()),
            count(status.hidden()),
            count(status.not_applicable()),
        );
        grow(&mut self.counts, slot + 1, [0; 3])?;
        if let Some(counts) = self.counts.get_mut(slot) {
            counts[0] += hidden;
            counts[1] += absent - hidden - not_applicable;
            counts[2] += not_applicable;
        }
        Ok(())
    }

    fn count_one(&mut self, slot: usize, status: Status) -> Result<(), EngineError> {
        grow(&mut self.counts, slot + 1, [0; 3])?;
        let counts = self.counts.get_mut(slot).zip(place(status));
        let count = counts.and_then(|(counts, place)| counts.get_mut(place));
        count.into_iter().for_each(|count| *count += 1);
        Ok(())
    }

    /// Rows of a slot with this status.
    pub(crate) fn count(&self, slot: usize, status: Status) -> u64 {
        let counts = self.counts.get(slot).zip(place(status));
        counts
            .and_then(|(counts, place)| counts.get(place))
            .copied()
            .unwrap_or(0)
    }
}

fn within(bits: &BooleanBuffer, range: &Range<usize>) -> BooleanBuffer {
    let start = range.start.min(bits.len());
    bits.slice(start, range.len().min(bits.len() - start))
}
