//! The widths in which offsets are kept.

use std::ops::Range;

use arrow_buffer::ScalarBuffer;

use crate::runs::Run;
use crate::statistics::{BLOCK_ROWS, IntegerBlock};

/// What each row adds to the base, in one of five widths.
#[derive(Clone, Debug)]
pub enum Offsets {
    /// Up to 255.
    U8(ScalarBuffer<u8>),
    /// Up to 65,535.
    U16(ScalarBuffer<u16>),
    /// Up to 16,777,215, in two columns.
    U24 {
        /// The lower sixteen bits.
        low: ScalarBuffer<u16>,
        /// The upper eight.
        high: ScalarBuffer<u8>,
    },
    /// Up to 4,294,967,295.
    U32(ScalarBuffer<u32>),
    /// The values themselves; the base is 0.
    I64(ScalarBuffer<i64>),
}

/// Largest offset of two columns.
const LARGEST_U24: u64 = (1 << 24) - 1;

/// Bytes that hold an offset; 8 stands for the values themselves.
pub(crate) fn width(largest: u64) -> u8 {
    if largest <= u64::from(u8::MAX) {
        1
    } else if largest <= u64::from(u16::MAX) {
        2
    } else if largest <= LARGEST_U24 {
        3
    } else if largest <= u64::from(u32::MAX) {
        4
    } else {
        8
    }
}

/// An offset as it is stored.
pub(crate) trait Narrow: Copy + Ord + Default + Into<u64> {
    /// The sum of at most a block, in the narrowest number that holds it: more of them fit in a vector.
    fn sum(block: &[Self]) -> u64;
}

macro_rules! narrow {
    ($($width:ty as $sum:ty),*) => {$(
        impl Narrow for $width {
            fn sum(block: &[Self]) -> u64 {
                block.iter().map(|offset| <$sum>::from(*offset)).sum::<$sum>().into()
            }
        }
    )*};
}
narrow!(u8 as u32, u16 as u32, u32 as u64);

impl Offsets {
    /// Values less the base, in so many bytes, which hold them.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the width was chosen to hold the largest offset"
    )]
    pub(crate) fn of<T: Copy + Into<i64>>(values: &[T], base: i64, width: u8) -> Self {
        let offsets = values
            .iter()
            .map(|value| (*value).into().wrapping_sub(base));
        match width {
            1 => Self::U8(offsets.map(|offset| offset as u8).collect()),
            2 => Self::U16(offsets.map(|offset| offset as u16).collect()),
            3 => Self::U24 {
                low: offsets.clone().map(|offset| offset as u16).collect(),
                high: offsets.map(|offset| (offset >> 16) as u8).collect(),
            },
            4 => Self::U32(offsets.map(|offset| offset as u32).collect()),
            _ => Self::I64(values.iter().map(|value| (*value).into()).collect()),
        }
    }

    /// The offset of a row.
    pub(crate) fn get(&self, row: usize) -> Option<i64> {
        Some(match self {
            Self::U8(offsets) => (*offsets.get(row)?).into(),
            Self::U16(offsets) => (*offsets.get(row)?).into(),
            Self::U24 { low, high } => joined((low.get(row)?, high.get(row)?)),
            Self::U32(offsets) => (*offsets.get(row)?).into(),
            Self::I64(values) => *values.get(row)?,
        })
    }

    /// Base and offset of each row, added up.
    pub(crate) fn values(&self, base: i64) -> Vec<i64> {
        match self {
            Self::U8(offsets) => values(offsets, base),
            Self::U16(offsets) => values(offsets, base),
            Self::U24 { low, high } => {
                let offsets = low.iter().zip(high).map(joined);
                offsets.map(|offset| base.wrapping_add(offset)).collect()
            }
            Self::U32(offsets) => values(offsets, base),
            Self::I64(offsets) => values(offsets, base),
        }
    }

    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::U8(offsets) => offsets.len(),
            Self::U16(offsets) => offsets.len(),
            Self::U24 { low, high } => low.len().min(high.len()),
            Self::U32(offsets) => offsets.len(),
            Self::I64(values) => values.len(),
        }
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(crate) fn blocks(&self) -> Vec<IntegerBlock> {
        match self {
            Self::U8(offsets) => offsets.chunks(BLOCK_ROWS).map(IntegerBlock::of).collect(),
            Self::U16(offsets) => offsets.chunks(BLOCK_ROWS).map(IntegerBlock::of).collect(),
            Self::U24 { low, high } => {
                let blocks = low.chunks(BLOCK_ROWS).zip(high.chunks(BLOCK_ROWS));
                blocks
                    .map(|(low, high)| IntegerBlock::joined(low, high))
                    .collect()
            }
            Self::U32(offsets) => offsets.chunks(BLOCK_ROWS).map(IntegerBlock::of).collect(),
            Self::I64(values) => values
                .chunks(BLOCK_ROWS)
                .map(IntegerBlock::signed)
                .collect(),
        }
    }
}

impl Run for Offsets {
    fn row_count(&self) -> usize {
        self.len()
    }

    fn rows(&self, rows: Range<usize>) -> Self {
        let (start, len) = (rows.start, rows.len());
        match self {
            Self::U8(offsets) => Self::U8(offsets.slice(start, len)),
            Self::U16(offsets) => Self::U16(offsets.slice(start, len)),
            Self::U24 { low, high } => Self::U24 {
                low: low.slice(start, len),
                high: high.slice(start, len),
            },
            Self::U32(offsets) => Self::U32(offsets.slice(start, len)),
            Self::I64(values) => Self::I64(values.slice(start, len)),
        }
    }
}

fn joined((low, high): (&u16, &u8)) -> i64 {
    i64::from(*low) | (i64::from(*high) << 16)
}

fn values<T: Copy + Into<i64>>(offsets: &[T], base: i64) -> Vec<i64> {
    let value = |offset: &T| base.wrapping_add((*offset).into());
    offsets.iter().map(value).collect()
}
