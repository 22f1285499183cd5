//! Member indices of a run of rows, in the fewest bytes that serve, or looked up from those of another column.

use std::ops::Range;
use std::sync::Arc;

use arrow_buffer::ScalarBuffer;

use crate::NO_MEMBER;
use crate::runs::Run;
use crate::statistics::{BLOCK_ROWS, CodeBlock};

/// The member indices of a run of rows. The largest number of each width means "no member".
#[derive(Clone, Debug)]
pub enum CodePart {
    /// Up to 255 members.
    U8(ScalarBuffer<u8>),
    /// Up to 65,535 members.
    U16(ScalarBuffer<u16>),
    /// Any number of members.
    U32(ScalarBuffer<u32>),
    /// Indices that follow from those of another column.
    Mapped(Mapped),
}

/// A run of rows whose members follow from those of another column, as the region does from the municipality.
#[derive(Clone, Debug)]
pub struct Mapped {
    /// The other column's indices: the same memory, not a copy; never mapped themselves.
    pub codes: Box<CodePart>,
    /// For each index of the other column the member here, or `NO_MEMBER`.
    pub members: Arc<[u32]>,
}

impl CodePart {
    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::U8(codes) => codes.len(),
            Self::U16(codes) => codes.len(),
            Self::U32(codes) => codes.len(),
            Self::Mapped(mapped) => mapped.codes.len(),
        }
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The member index of a row of this part, or none.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<usize> {
        let index = self.widened(row)?;
        (index != NO_MEMBER).then_some(index as usize)
    }

    /// The index of a row as `u32`, `NO_MEMBER` for a row without; none outside.
    #[must_use]
    pub fn widened(&self, row: usize) -> Option<u32> {
        Some(match self {
            Self::U8(codes) => Code::widened(*codes.get(row)?),
            Self::U16(codes) => Code::widened(*codes.get(row)?),
            Self::U32(codes) => *codes.get(row)?,
            Self::Mapped(mapped) => mapped.member(mapped.codes.widened(row)?),
        })
    }

    /// The indices as `u32`, `NO_MEMBER` for a row without.
    #[must_use]
    pub fn to_vec(&self) -> Vec<u32> {
        match self {
            Self::U8(codes) => widened(codes),
            Self::U16(codes) => widened(codes),
            Self::U32(codes) => codes.to_vec(),
            Self::Mapped(mapped) => {
                let codes = mapped.codes.to_vec();
                codes.into_iter().map(|code| mapped.member(code)).collect()
            }
        }
    }

    /// What is known of the stored codes; of a mapped part those of the other column.
    pub(crate) fn blocks(&self) -> Vec<CodeBlock> {
        match self {
            Self::U8(codes) => codes.chunks(BLOCK_ROWS).map(CodeBlock::of).collect(),
            Self::U16(codes) => codes.chunks(BLOCK_ROWS).map(CodeBlock::of).collect(),
            Self::U32(codes) => codes.chunks(BLOCK_ROWS).map(CodeBlock::of).collect(),
            Self::Mapped(mapped) => mapped.codes.blocks(),
        }
    }

    /// No row has a larger member index. Blocks say it where each row has a member; the others are read again.
    pub(crate) fn largest(&self, blocks: &[CodeBlock]) -> Option<u32> {
        match self {
            Self::U8(codes) => largest(codes, blocks),
            Self::U16(codes) => largest(codes, blocks),
            Self::U32(codes) => largest(codes, blocks),
            Self::Mapped(mapped) => mapped.members.iter().copied().filter_map(u32::index).max(),
        }
    }
}

impl Mapped {
    fn member(&self, code: u32) -> u32 {
        let member = self.members.get(code as usize);
        member.copied().unwrap_or(NO_MEMBER)
    }
}

impl Run for CodePart {
    fn row_count(&self) -> usize {
        self.len()
    }

    fn rows(&self, rows: Range<usize>) -> Self {
        match self {
            Self::U8(codes) => Self::U8(codes.slice(rows.start, rows.len())),
            Self::U16(codes) => Self::U16(codes.slice(rows.start, rows.len())),
            Self::U32(codes) => Self::U32(codes.slice(rows.start, rows.len())),
            Self::Mapped(mapped) => Self::Mapped(Mapped {
                codes: Box::new(mapped.codes.rows(rows)),
                members: Arc::clone(&mapped.members),
            }),
        }
    }
}

/// An index as it is stored.
pub(crate) trait Code: Copy + Ord + Default + Into<u32> {
    /// Stands for "no member".
    const NONE: Self;
    /// One more; of "no member" zero, so that it is never the largest.
    fn next(self) -> Self;
    /// The member index, if it is one.
    fn index(self) -> Option<u32> {
        (self != Self::NONE).then(|| self.into())
    }
    /// The index, or `NO_MEMBER`.
    fn widened(self) -> u32 {
        self.index().unwrap_or(NO_MEMBER)
    }
}

macro_rules! code {
    ($($width:ty),*) => {$(
        impl Code for $width {
            const NONE: Self = Self::MAX;
            #[inline]
            fn next(self) -> Self {
                self.wrapping_add(1)
            }
        }
    )*};
}
code!(u8, u16, u32);

fn widened<C: Code>(codes: &[C]) -> Vec<u32> {
    codes.iter().map(|code| code.widened()).collect()
}

fn largest<C: Code>(codes: &[C], blocks: &[CodeBlock]) -> Option<u32> {
    let with_none = |block: &CodeBlock| block.largest == C::NONE.into();
    let read = |codes: &[C]| {
        let next = codes.iter().map(|code| code.next()).max();
        next.and_then(|next| next.into().checked_sub(1))
    };
    let blocks = blocks.iter().zip(codes.chunks(BLOCK_ROWS));
    let largest = blocks.map(|(block, codes)| match with_none(block) {
        true => read(codes),
        false => Some(block.largest),
    });
    largest.flatten().max()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn largest_of(part: &CodePart) -> Option<u32> {
        part.largest(&part.blocks())
    }

    #[test]
    fn rows_without_a_member_do_not_count_as_the_largest() {
        assert_eq!(largest_of(&CodePart::U8(vec![3, 255, 7].into())), Some(7));
        assert_eq!(largest_of(&CodePart::U16(vec![u16::MAX; 3].into())), None);
        let all = vec![0, NO_MEMBER, NO_MEMBER - 1];
        assert_eq!(largest_of(&CodePart::U32(all.into())), Some(NO_MEMBER - 1));
        let mut long = vec![9_u16; BLOCK_ROWS];
        long.extend([u16::MAX, 300]);
        assert_eq!(largest_of(&CodePart::U16(long.into())), Some(300));
    }

    #[test]
    fn a_mapped_row_has_the_member_of_its_code() {
        let codes = Box::new(CodePart::U8(vec![0_u8, 2, 1, 255].into()));
        let members = Arc::from([5, NO_MEMBER, 7]);
        let part = CodePart::Mapped(Mapped { codes, members });
        let rows: Vec<Option<usize>> = (0..5).map(|row| part.get(row)).collect();
        assert_eq!(rows, [Some(5), Some(7), None, None, None]);
        assert_eq!(part.to_vec(), [5, 7, NO_MEMBER, NO_MEMBER]);
        assert_eq!(largest_of(&part), Some(7));
    }
}
