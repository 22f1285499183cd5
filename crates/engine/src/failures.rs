//! Which selections each row of a chunk fails: it belongs to the histogram of a column if it fails none, or only that column's own.

use std::ops::Range;

use crate::EngineError;
use crate::block::grow;
use crate::select::PartSieve;
use crate::stored::Spare;

/// For each row how many selections it fails, and the sum of their positions, counted from 1: of one that fails a single one it
/// tells which.
#[derive(Debug, Default)]
pub(crate) struct Failures {
    counts: Vec<u8>,
    which: Vec<u8>,
    spare: Spare,
}

impl Failures {
    pub(crate) fn find(
        &mut self,
        range: &Range<usize>,
        sieve: &PartSieve<'_>,
    ) -> Result<(), EngineError> {
        for marks in [&mut self.counts, &mut self.which] {
            marks.clear();
            grow(marks, range.len(), 0)?;
        }
        for (position, filter) in (1..=u8::MAX).zip(sieve.filters()) {
            filter.mark(
                range,
                (&mut self.counts, &mut self.spare),
                |count, passes| count + (passes ^ 1),
            )?;
            filter.mark(
                range,
                (&mut self.which, &mut self.spare),
                |which, passes| which.wrapping_add((passes ^ 1) * position),
            )?;
        }
        Ok(())
    }

    /// Marks the rows that fail no selection, or none but their own.
    pub(crate) fn pass(&self, own: Option<usize>, marks: &mut [u8]) {
        let own = own.and_then(|own| u8::try_from(own + 1).ok()).unwrap_or(0);
        for ((mark, count), which) in marks.iter_mut().zip(&self.counts).zip(&self.which) {
            *mark = u8::from(*count == 0) | u8::from((*count == 1) & (*which == own));
        }
    }
}
