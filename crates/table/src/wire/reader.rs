//! Reads the lines and the columns of a buffer side by side, and nothing that lies outside of it.

use std::sync::Arc;

use arrow_buffer::{ArrowNativeType, BooleanBuffer, Buffer, MutableBuffer, ScalarBuffer};

use super::{ALIGNMENT, kind};
use crate::statistics::{BLOCK_ROWS, IntegerBlock};
use crate::{CodePart, IntegerPart, Offsets, StatusPart};

/// The codes of a dimension, or the dimension they follow from.
pub(super) enum CodeLine {
    Stored(CodePart),
    Mapped(usize, Arc<[u32]>),
}

/// Sum and largest of a block.
const BLOCK_BYTES: usize = size_of::<i128>() + size_of::<u64>();

/// The place in the lines, and in the columns.
pub(super) struct Reader {
    buffer: Buffer,
    row_count: usize,
    /// Where the next word of the lines is, and where they end.
    word: usize,
    last_word: usize,
    /// Where the next column is.
    column: usize,
}

impl Reader {
    pub(super) fn new(bytes: Vec<u8>) -> Option<Self> {
        let buffer = aligned(bytes);
        let mut reader = Self {
            buffer,
            row_count: 0,
            word: 0,
            last_word: 2 * ALIGNMENT,
            column: 0,
        };
        let words = usize::try_from(reader.next()?).ok()?;
        reader.row_count = usize::try_from(reader.next()?).ok()?;
        reader.last_word = words.checked_add(1)?.checked_mul(ALIGNMENT)?;
        reader.column = reader.last_word;
        Some(reader)
    }

    pub(super) fn is_done(&self) -> bool {
        self.word == self.last_word && self.column == self.buffer.len()
    }

    pub(super) fn next(&mut self) -> Option<u64> {
        let end = self
            .word
            .checked_add(ALIGNMENT)
            .filter(|end| *end <= self.last_word)?;
        let bytes = self.buffer.as_slice().get(self.word..end)?;
        self.word = end;
        Some(u64::from_le_bytes(bytes.try_into().ok()?))
    }

    /// The bytes of the next column, which share the buffer's memory.
    fn bytes(&mut self, len: usize) -> Option<Buffer> {
        let end = self
            .column
            .checked_add(len)?
            .checked_next_multiple_of(ALIGNMENT)?;
        if end > self.buffer.len() {
            return None;
        }
        let bytes = self.buffer.slice_with_length(self.column, len);
        self.column = end;
        Some(bytes)
    }

    fn values<T: ArrowNativeType>(&mut self, count: usize) -> Option<ScalarBuffer<T>> {
        Some(ScalarBuffer::new(
            self.bytes(count.checked_mul(size_of::<T>())?)?,
            0,
            count,
        ))
    }

    pub(super) fn rows<T: ArrowNativeType>(&mut self) -> Option<ScalarBuffer<T>> {
        self.values(self.row_count)
    }

    pub(super) fn codes(&mut self) -> Option<CodeLine> {
        let codes = match self.next()? {
            kind::CODES_U8 => CodePart::U8(self.rows()?),
            kind::CODES_U16 => CodePart::U16(self.rows()?),
            kind::CODES_U32 => CodePart::U32(self.rows()?),
            kind::CODES_MAPPED => {
                let source = usize::try_from(self.next()?).ok()?;
                let count = usize::try_from(self.next()?).ok()?;
                let members: ScalarBuffer<u32> = self.values(count)?;
                return Some(CodeLine::Mapped(source, members.iter().copied().collect()));
            }
            _ => return None,
        };
        Some(CodeLine::Stored(codes))
    }

    pub(super) fn integers(&mut self, kind: u64) -> Option<IntegerPart> {
        let (base, offsets) = match kind {
            kind::VALUES_I64 => (0, Offsets::I64(self.rows()?)),
            kind => (self.next()?.cast_signed(), self.offsets(kind)?),
        };
        let blocks = self.blocks()?;
        IntegerPart::with_blocks(base, offsets, blocks)
    }

    fn offsets(&mut self, kind: u64) -> Option<Offsets> {
        Some(match kind {
            kind::OFFSETS_U8 => Offsets::U8(self.rows()?),
            kind::OFFSETS_U16 => Offsets::U16(self.rows()?),
            kind::OFFSETS_U24 => Offsets::U24 {
                low: self.rows()?,
                high: self.rows()?,
            },
            kind::OFFSETS_U32 => Offsets::U32(self.rows()?),
            _ => return None,
        })
    }

    fn blocks(&mut self) -> Option<Vec<IntegerBlock>> {
        let count = self.row_count.div_ceil(BLOCK_ROWS);
        let bytes = self.bytes(count.checked_mul(BLOCK_BYTES)?)?;
        let block = |bytes: &[u8]| {
            let (sum, largest) = bytes.split_at_checked(size_of::<i128>())?;
            let sum = i128::from_le_bytes(sum.try_into().ok()?);
            let largest = u64::from_le_bytes(largest.try_into().ok()?);
            // So that no sum of blocks overflows.
            let limit = u128::from(largest) * BLOCK_ROWS as u128;
            (sum.unsigned_abs() <= limit).then_some(IntegerBlock { sum, largest })
        };
        bytes.as_slice().chunks(BLOCK_BYTES).map(block).collect()
    }

    pub(super) fn status(&mut self) -> Option<StatusPart> {
        if self.next()? != kind::STATUS {
            return None;
        }
        let bitmaps = [self.bitmap()?, self.bitmap()?, self.bitmap()?];
        Some(StatusPart::new(self.row_count, bitmaps))
    }

    fn bitmap(&mut self) -> Option<Option<BooleanBuffer>> {
        match self.next()? {
            0 => Some(None),
            1 => {
                let bytes = self.bytes(self.row_count.div_ceil(8))?;
                Some(Some(BooleanBuffer::new(bytes, 0, self.row_count)))
            }
            _ => None,
        }
    }
}

/// The bytes where eight-byte numbers may lie: nearly always where they are.
fn aligned(bytes: Vec<u8>) -> Buffer {
    let buffer = Buffer::from_vec(bytes);
    if buffer.as_ptr().align_offset(ALIGNMENT) == 0 {
        return buffer;
    }
    let mut moved = MutableBuffer::new(buffer.len());
    moved.extend_from_slice(buffer.as_slice());
    moved.into()
}
