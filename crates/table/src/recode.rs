//! The same rows by other members: looked up index by index, not row by row in words.

use arrow_buffer::{ArrowNativeType, ScalarBuffer};

use crate::code_part::Code;
use crate::statistics::BLOCK_ROWS;
use crate::{CodePart, Codes, Mapped, NO_MEMBER};

/// Rows between two looks at whether every member has been met.
const CHUNK: usize = 4096;

impl Codes {
    /// How many rows have no member.
    #[must_use]
    pub fn none_count(&self) -> usize {
        let parts = self.parts().iter().enumerate();
        parts.map(|(at, part)| self.nones(at, part)).sum()
    }

    fn nones(&self, at: usize, part: &CodePart) -> usize {
        let blocks = self.blocks(at);
        match part {
            CodePart::U8(codes) => nones(codes, blocks.iter().map(|block| block.largest)),
            CodePart::U16(codes) => nones(codes, blocks.iter().map(|block| block.largest)),
            CodePart::U32(codes) => nones(codes, blocks.iter().map(|block| block.largest)),
            CodePart::Mapped(_) => part.to_vec().iter().filter(|it| **it == NO_MEMBER).count(),
        }
    }

    /// Which of so many members a row has.
    #[must_use]
    pub fn used(&self, member_count: usize) -> Vec<bool> {
        let mut used = Used {
            seen: vec![false; member_count],
            unseen: member_count,
        };
        for part in self.parts() {
            match part {
                CodePart::U8(codes) => used.look(codes),
                CodePart::U16(codes) => used.look(codes),
                CodePart::U32(codes) => used.look(codes),
                CodePart::Mapped(_) => used.look(&part.to_vec()),
            }
        }
        used.seen
    }

    /// The same rows where each index became another: `members` tells which, `none` what rows without a member get.
    #[must_use]
    pub fn recoded(&self, members: &[u32], none: u32) -> Self {
        let is_same = members
            .iter()
            .zip(0..)
            .all(|(member, index)| *member == index);
        if is_same && (none == NO_MEMBER || self.none_count() == 0) {
            return self.clone();
        }
        let parts = self.parts().iter().map(|part| recode(part, members, none));
        Self::from_parts(parts.collect())
    }
}

fn nones<C: Code>(codes: &[C], largest: impl Iterator<Item = u32>) -> usize {
    let blocks = codes.chunks(BLOCK_ROWS).zip(largest);
    let with_none = blocks.filter(|(_, largest)| *largest == C::NONE.into());
    let count = |codes: &[C]| codes.iter().filter(|code| **code == C::NONE).count();
    with_none.map(|(codes, _)| count(codes)).sum()
}

/// Members met so far.
struct Used {
    seen: Vec<bool>,
    unseen: usize,
}

impl Used {
    fn look<C: Code>(&mut self, codes: &[C]) {
        for chunk in codes.chunks(CHUNK) {
            if self.unseen == 0 {
                return;
            }
            for code in chunk {
                if let Some(seen) = self.seen.get_mut(code.widened() as usize) {
                    *seen = true;
                }
            }
            self.unseen = self.seen.iter().filter(|seen| !**seen).count();
        }
    }
}

/// Members as wide as they have to be.
fn recode(part: &CodePart, members: &[u32], none: u32) -> CodePart {
    let widest = members
        .iter()
        .copied()
        .chain([none])
        .filter_map(u32::index)
        .max();
    let count = widest.map_or(0, |widest| widest as usize + 1);
    if count <= usize::from(u8::MAX) {
        let narrow = |member| u8::try_from(member).unwrap_or(u8::MAX);
        CodePart::U8(each(part, &Table::new(members, none, narrow)))
    } else if count <= usize::from(u16::MAX) {
        let narrow = |member| u16::try_from(member).unwrap_or(u16::MAX);
        CodePart::U16(each(part, &Table::new(members, none, narrow)))
    } else {
        CodePart::U32(each(part, &Table::new(members, none, |member| member)))
    }
}

/// What each index becomes, and what no member becomes.
struct Table<T> {
    by_byte: [T; 256],
    members: Vec<T>,
    none: T,
}

impl<T: Copy> Table<T> {
    fn new(members: &[u32], none: u32, narrow: impl Fn(u32) -> T) -> Self {
        let none = narrow(none);
        let members: Vec<T> = members.iter().map(|member| narrow(*member)).collect();
        let of = |byte| u8::try_from(byte).ok().and_then(u8::index);
        let member = |byte| members.get(of(byte)? as usize).copied();
        let by_byte = std::array::from_fn(|byte| member(byte).unwrap_or(none));
        Self {
            by_byte,
            members,
            none,
        }
    }

    fn of(&self, index: u32) -> T {
        self.members
            .get(index as usize)
            .copied()
            .unwrap_or(self.none)
    }
}

fn each<T: ArrowNativeType>(part: &CodePart, table: &Table<T>) -> ScalarBuffer<T> {
    match part {
        // A byte is always inside a table of 256, so this loop has no check.
        #[expect(clippy::indexing_slicing, reason = "a byte is below 256")]
        CodePart::U8(codes) => codes
            .iter()
            .map(|code| table.by_byte[usize::from(*code)])
            .collect(),
        CodePart::U16(codes) => codes.iter().map(|code| table.of(code.widened())).collect(),
        CodePart::U32(codes) => codes.iter().map(|code| table.of(*code)).collect(),
        CodePart::Mapped(Mapped { .. }) => part
            .to_vec()
            .into_iter()
            .map(|code| table.of(code))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_looked_up_in_every_width() {
        for count in [4, 300, 70_000_u32] {
            let rows = vec![0, count - 1, NO_MEMBER, 2];
            let codes = Codes::pack(rows, count as usize);
            let members: Vec<u32> = (0..count).map(|index| count - 1 - index).collect();
            let expected = [count - 1, 0, NO_MEMBER, count - 3];
            assert_eq!(codes.recoded(&members, NO_MEMBER).to_vec(), expected);
            assert_eq!(codes.recoded(&members, 1).to_vec()[2], 1);
            assert_eq!(codes.none_count(), 1);
            let used = codes.used(count as usize);
            assert_eq!(used.iter().filter(|used| **used).count(), 3);
        }
    }

    #[test]
    fn what_stays_the_same_stays_in_its_memory() {
        let codes = Codes::pack(vec![0, 1, NO_MEMBER], 2);
        let (CodePart::U8(before), same) = (&codes.parts()[0], codes.recoded(&[0, 1], NO_MEMBER))
        else {
            unreachable!()
        };
        assert!(matches!(&same.parts()[0], CodePart::U8(after) if after.ptr_eq(before)));
        assert_eq!(codes.recoded(&[0, 1], 2).to_vec(), [0, 1, 2]);
    }

    #[test]
    fn many_members_turn_into_few_and_back() {
        let codes = Codes::pack((0..400).collect(), 400);
        let parity: Vec<u32> = (0..400).map(|index| index % 2).collect();
        let few = codes.recoded(&parity, NO_MEMBER);
        assert!(matches!(few.parts()[0], CodePart::U8(_)));
        let many = few.recoded(&[70_000, 3], NO_MEMBER);
        assert_eq!(many.get(0), Some(70_000));
        assert_eq!(many.get(399), Some(3));
    }
}
