//! The codes of a run of rows, and what is looked up by them.

use table::{CodePart, NO_MEMBER};

use crate::EngineError;
use crate::block::{Rows, grow, listed};

/// Codes as they are stored, by width.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Stored<'a> {
    U8(&'a [u8]),
    U16(&'a [u16]),
    U32(&'a [u32]),
}

/// What each row of a part has by its code.
#[derive(Debug)]
pub(crate) struct Lookup<'a, E> {
    pub(crate) stored: Stored<'a>,
    /// By stored code. Codes of a byte have all 256, so that none is outside.
    entries: Vec<E>,
    none: E,
    /// Codes from this one on stand for no member.
    pub(crate) known: u32,
}

impl Stored<'_> {
    /// Whether both are the same memory.
    pub(crate) fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::U8(one), Self::U8(other)) => std::ptr::eq(*one, *other),
            (Self::U16(one), Self::U16(other)) => std::ptr::eq(*one, *other),
            (Self::U32(one), Self::U32(other)) => std::ptr::eq(*one, *other),
            _ => false,
        }
    }
}

impl<'a, E: Copy> Lookup<'a, E> {
    /// Entries are given by member; a row without a member, or whose member has no entry, has `none`.
    pub(crate) fn try_new(
        part: &'a CodePart,
        by_member: &[E],
        none: E,
    ) -> Result<Self, EngineError> {
        let of = |member: &u32| match *member {
            NO_MEMBER => none,
            member => by_member.get(member as usize).copied().unwrap_or(none),
        };
        let mut entries = match part {
            CodePart::Mapped(mapped) => {
                listed(mapped.members.len(), mapped.members.iter().map(of))?
            }
            _ => listed(by_member.len(), by_member.iter().copied())?,
        };
        let (stored, known) = (stored(part), u32::try_from(entries.len()));
        if matches!(stored, Stored::U8(_)) {
            entries.truncate(usize::from(u8::MAX));
            grow(&mut entries, 256, none)?;
        }
        Ok(Self {
            stored,
            entries,
            none,
            known: known.unwrap_or(NO_MEMBER),
        })
    }

    /// The entry of a stored code.
    pub(crate) fn entry(&self, code: u32) -> E {
        self.entries
            .get(code as usize)
            .copied()
            .unwrap_or(self.none)
    }

    /// The entries from one stored code to another; all that there are in between if the codes are few.
    pub(crate) fn between(&self, smallest: u32, largest: u32) -> impl Iterator<Item = E> {
        (smallest..=largest).map(|code| self.entry(code))
    }

    /// Changes the mark of each row by its entry.
    pub(crate) fn change<M: Copy>(
        &self,
        (rows, spare): (&Rows<'_>, &mut Spare),
        marks: &mut [M],
        change: impl Fn(M, E) -> M,
    ) -> Result<(), EngineError> {
        match self.stored {
            Stored::U8(codes) => {
                if let Ok(entries) = <&[E; 256]>::try_from(&self.entries[..]) {
                    let codes = rows.of(codes, &mut spare.bytes)?;
                    for (mark, code) in marks.iter_mut().zip(codes) {
                        let entry = entries.get(usize::from(*code)).copied();
                        *mark = change(*mark, entry.unwrap_or(self.none));
                    }
                }
            }
            Stored::U16(codes) => {
                let codes = rows.of(codes, &mut spare.shorts)?;
                for (mark, code) in marks.iter_mut().zip(codes) {
                    *mark = change(*mark, self.entry(u32::from(*code)));
                }
            }
            Stored::U32(codes) => {
                let codes = rows.of(codes, &mut spare.words)?;
                for (mark, code) in marks.iter_mut().zip(codes) {
                    *mark = change(*mark, self.entry(*code));
                }
            }
        }
        Ok(())
    }
}

/// The codes themselves; of a mapped part those that are mapped.
pub(crate) fn stored(part: &CodePart) -> Stored<'_> {
    match part {
        CodePart::U8(codes) => Stored::U8(codes),
        CodePart::U16(codes) => Stored::U16(codes),
        CodePart::U32(codes) => Stored::U32(codes),
        CodePart::Mapped(mapped) => stored(&mapped.codes),
    }
}

/// Room to gather the rows of one column in, by the width of its entries.
#[derive(Debug, Default)]
pub(crate) struct Spare {
    pub(crate) bytes: Vec<u8>,
    pub(crate) shorts: Vec<u16>,
    pub(crate) words: Vec<u32>,
    pub(crate) longs: Vec<i64>,
    pub(crate) floats: Vec<f64>,
}
