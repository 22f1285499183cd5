//! The integers of a run of rows as offsets from a base.

use std::ops::Range;

use crate::Offsets;
use crate::offsets::width;
use crate::runs::Run;
use crate::statistics::{BLOCK_ROWS, IntegerBlock};

/// The integers of a run of rows: value = base + offset.
#[derive(Clone, Debug)]
pub struct IntegerPart {
    base: i64,
    offsets: Offsets,
    blocks: Vec<IntegerBlock>,
}

impl IntegerPart {
    /// Offsets from a base.
    #[must_use]
    pub fn new(base: i64, offsets: Offsets) -> Self {
        let blocks = offsets.blocks();
        Self {
            base,
            offsets,
            blocks,
        }
    }

    /// Offsets of which everything is known; none if that is not said of every block.
    pub(crate) fn with_blocks(
        base: i64,
        offsets: Offsets,
        blocks: Vec<IntegerBlock>,
    ) -> Option<Self> {
        let known = blocks.len() == offsets.len().div_ceil(BLOCK_ROWS);
        known.then_some(Self {
            base,
            offsets,
            blocks,
        })
    }

    /// Integers in the fewest bytes. The base stays 0 where another would save nothing.
    #[must_use]
    pub fn narrow<T: Copy + Ord + Into<i64>>(values: &[T]) -> Self {
        let smallest = values.iter().copied().min().map_or(0, Into::into);
        let largest = values.iter().copied().max().map_or(0, Into::into);
        let span = largest.abs_diff(smallest);
        let base = if smallest >= 0 && width(largest.unsigned_abs()) == width(span) {
            0
        } else {
            smallest
        };
        let width = width(largest.abs_diff(base));
        let base = if width == 8 { 0 } else { base };
        Self::new(base, Offsets::of(values, base, width))
    }

    /// What offsets are added to.
    #[must_use]
    pub fn base(&self) -> i64 {
        self.base
    }

    /// The offsets.
    #[must_use]
    pub fn offsets(&self) -> &Offsets {
        &self.offsets
    }

    /// What is known of each block of rows.
    #[must_use]
    pub fn blocks(&self) -> &[IntegerBlock] {
        &self.blocks
    }

    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.offsets.len()
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The integer of a row of this part.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<i64> {
        let offset = self.offsets.get(row)?;
        Some(self.base.wrapping_add(offset))
    }

    /// The integers as a list.
    #[must_use]
    pub fn to_vec(&self) -> Vec<i64> {
        self.offsets.values(self.base)
    }
}

impl Run for IntegerPart {
    fn row_count(&self) -> usize {
        self.len()
    }

    fn rows(&self, rows: Range<usize>) -> Self {
        let blocks = rows.start / BLOCK_ROWS..rows.end.div_ceil(BLOCK_ROWS);
        let offsets = self.offsets.rows(rows.clone());
        // A block that begins where one began, and does not end before it, is the same.
        let keeps_blocks = rows.start.is_multiple_of(BLOCK_ROWS)
            && (rows.end.is_multiple_of(BLOCK_ROWS) || rows.end == self.len());
        match self.blocks.get(blocks).filter(|_| keeps_blocks) {
            Some(blocks) => Self {
                base: self.base,
                offsets,
                blocks: blocks.to_vec(),
            },
            None => Self::new(self.base, offsets),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integers_are_kept_in_the_fewest_bytes() {
        let bytes = |values: &[i64]| match IntegerPart::narrow(values).offsets {
            Offsets::U8(_) => 1,
            Offsets::U16(_) => 2,
            Offsets::U24 { .. } => 3,
            Offsets::U32(_) => 4,
            Offsets::I64(_) => 8,
        };
        assert_eq!(
            [bytes(&[0, 255]), bytes(&[2016, 2025]), bytes(&[-7, 9])],
            [1, 1, 1]
        );
        assert_eq!([bytes(&[0, 256]), bytes(&[0, 65_536])], [2, 3]);
        assert_eq!([bytes(&[0, 1 << 24]), bytes(&[0, 1 << 32])], [4, 8]);
        assert_eq!(bytes(&[i64::MIN, i64::MAX]), 8);
    }
}
