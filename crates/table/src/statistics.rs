//! What is known of a block of rows without reading it again: enough to skip it, or to answer from it.

use crate::offsets::Narrow;

/// Rows of a block, counted from the start of each part.
pub const BLOCK_ROWS: usize = 65_536;

/// Rows of a part when a table is cut: few enough for two workers to share rows evenly, and to pause between two parts.
pub const PART_ROWS: usize = 16 * BLOCK_ROWS;

/// What is known of the integers of a block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct IntegerBlock {
    /// The sum of the offsets.
    pub sum: i128,
    /// No offset is larger; of values without a base, none is farther from 0.
    pub largest: u64,
}

impl IntegerBlock {
    /// A block of offsets.
    pub(crate) fn of<T: Narrow>(offsets: &[T]) -> Self {
        let largest = offsets.iter().copied().max().unwrap_or_default();
        Self {
            sum: T::sum(offsets).into(),
            largest: largest.into(),
        }
    }

    /// A block of offsets in two columns, whose largest need not be in the same row.
    pub(crate) fn joined(low: &[u16], high: &[u8]) -> Self {
        let (low, high) = (Self::of(low), Self::of(high));
        Self {
            sum: low.sum + (high.sum << 16),
            largest: low.largest + (high.largest << 16),
        }
    }

    /// A block of values.
    pub(crate) fn signed(values: &[i64]) -> Self {
        let distances = values.iter().map(|value| value.unsigned_abs());
        Self {
            sum: values.iter().map(|value| i128::from(*value)).sum(),
            largest: distances.max().unwrap_or(0),
        }
    }
}

/// Which stored codes a block has: from the smallest to the largest, "no member" among them as the largest number there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeBlock {
    /// The smallest.
    pub smallest: u32,
    /// The largest.
    pub largest: u32,
}

impl CodeBlock {
    pub(crate) fn of<T: Copy + Ord + Into<u32>>(codes: &[T]) -> Self {
        // Two loops in the width of the codes are each turned into vector code; one over pairs of `u32` is not.
        let smallest = codes.iter().copied().min().map_or(u32::MAX, Into::into);
        let largest = codes.iter().copied().max().map_or(0, Into::into);
        Self { smallest, largest }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_knows_its_sum_and_its_largest() {
        let block = IntegerBlock::of(&[3_u8, 200, 7]);
        assert_eq!((block.sum, block.largest), (210, 200));
        let block = IntegerBlock::joined(&[1, 65_535], &[2, 0]);
        assert_eq!(
            (block.sum, block.largest),
            (65_536 + (2 << 16), 65_535 + (2 << 16))
        );
        let block = IntegerBlock::signed(&[i64::MIN, i64::MIN, 4]);
        assert_eq!(
            (block.sum, block.largest),
            (2 * i128::from(i64::MIN) + 4, 1 << 63)
        );
    }

    #[test]
    fn a_full_block_of_the_largest_numbers_has_its_sum() {
        let block = IntegerBlock::of(&vec![u16::MAX; BLOCK_ROWS]);
        assert_eq!(block.sum, 65_535 * 65_536);
        let block = IntegerBlock::of(&vec![u32::MAX; BLOCK_ROWS]);
        assert_eq!(block.sum, 4_294_967_295 * 65_536);
    }

    #[test]
    fn a_block_knows_the_range_of_its_codes() {
        let block = CodeBlock::of(&[4_u16, 2, u16::MAX]);
        assert_eq!((block.smallest, block.largest), (2, 65_535));
    }
}
