//! What was found out about texts and numbers met lately: cells say the same few things again and again.

use formats::Cell;

use crate::numbers::{self, Kind};
use crate::shape;

/// How many are remembered at most; a power of two.
const SLOTS: usize = 1 << BITS;
const BITS: u32 = 10;
/// Odd, so that no two words are mixed into the same.
const MIX: u64 = 0x9E37_79B9_7F4A_7C15;

/// What is remembered of values: each has one place, and takes it from another.
#[derive(Debug)]
pub(crate) struct Recent<K, T> {
    slots: Vec<Option<(K, T)>>,
}

/// Something that can be met again.
pub(crate) trait Known: Copy + PartialEq {
    /// A number that is mostly another for another value.
    fn mixed(self) -> u64;
}

impl<K, T> Default for Recent<K, T> {
    fn default() -> Self {
        Self { slots: Vec::new() }
    }
}

impl<K: Known, T: Copy> Recent<K, T> {
    /// What is remembered of a value, or else what is found out about it now.
    #[inline]
    pub(crate) fn get(&mut self, key: K, find: impl FnOnce() -> T) -> T {
        if self.slots.is_empty() {
            self.slots.resize(SLOTS, None);
        }
        let at = (key.mixed() >> (u64::BITS - BITS)) as usize;
        match self.slots.get_mut(at) {
            Some(Some((known, found))) if *known == key => *found,
            Some(slot) => slot.insert((key, find())).1,
            None => find(),
        }
    }
}

impl Known for &str {
    /// Both ends of it: codes differ at the front, numbers of things at the back.
    #[inline]
    fn mixed(self) -> u64 {
        let bytes = self.as_bytes();
        let ends = bytes.first_chunk().zip(bytes.last_chunk());
        let word = match ends {
            Some((first, last)) => {
                u64::from_le_bytes(*first).wrapping_mul(MIX).rotate_left(23)
                    ^ u64::from_le_bytes(*last)
            }
            None => bytes
                .iter()
                .fold(1, |word, byte| word << 8 | u64::from(*byte)),
        };
        word.wrapping_mul(MIX)
    }
}

impl Known for u64 {
    #[inline]
    fn mixed(self) -> u64 {
        (self ^ (self >> 29)).wrapping_mul(MIX)
    }
}

/// Something found out about cells by what stands in them.
#[derive(Debug)]
pub(crate) struct OfCells<'a, T> {
    texts: Recent<&'a str, T>,
    numbers: Recent<u64, T>,
}

impl<T> Default for OfCells<'_, T> {
    fn default() -> Self {
        Self {
            texts: Recent::default(),
            numbers: Recent::default(),
        }
    }
}

impl<'a, T: Copy> OfCells<'a, T> {
    /// What is remembered of a cell, or else what is found out about it now.
    #[inline]
    pub(crate) fn get(&mut self, cell: Cell<'a>, find: impl FnOnce() -> T) -> T {
        match cell {
            Cell::Text(text) => self.texts.get(text, find),
            Cell::Number(number) => self.numbers.get(number.to_bits(), find),
            _ => find(),
        }
    }
}

/// The kind of a cell, and whether it can be a year.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Looks {
    pub(crate) kind: Kind,
    pub(crate) is_year: bool,
}

impl Looks {
    /// Whether it is a number or a sign in the place of one.
    pub(crate) fn is_value(self) -> bool {
        matches!(self.kind, Kind::Number | Kind::Sign)
    }
}

/// What cells look like; texts are asked once as long as they are remembered.
#[derive(Debug, Default)]
pub(crate) struct Kinds<'a>(Recent<&'a str, Looks>);

impl<'a> Kinds<'a> {
    #[inline]
    pub(crate) fn of(&mut self, cell: Cell<'a>) -> Looks {
        let find = || Looks {
            kind: numbers::kind(cell),
            is_year: shape::is_year(cell),
        };
        match cell {
            Cell::Text(text) => self.0.get(text, find),
            _ => find(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_remembered_is_what_was_found_however_many_come_between() {
        let texts: Vec<String> = (0..5_000)
            .map(|number| format!("Sygehus {number}"))
            .collect();
        let mut recent = Recent::default();
        let mut asked = 0;
        for _ in 0..2 {
            for text in texts.iter().flat_map(|text| [text, text]) {
                let found = recent.get(text.as_str(), || {
                    asked += 1;
                    text.len()
                });
                assert_eq!(found, text.len());
            }
        }
        assert!(asked < 4 * texts.len(), "{asked}");
        let mut few = Recent::default();
        let mut asked = 0;
        for round in 0..100 {
            for number in 0..5_u64 {
                asked += few.get(number, || u32::from(round == 0));
            }
        }
        assert_eq!(asked, 500);
    }

    #[test]
    fn kinds_are_those_of_the_cells() {
        let mut kinds = Kinds::default();
        let texts = [
            "2024",
            "12,5",
            "..",
            "Odense",
            "",
            "2024*",
            "1-4",
            "Sygehus 1",
            "Sygehus 2",
        ];
        for text in texts.iter().chain(&texts) {
            let (cell, found) = (Cell::Text(text), kinds.of(Cell::Text(text)));
            assert_eq!(found.kind, numbers::kind(cell), "{text}");
            assert_eq!(found.is_year, shape::is_year(cell), "{text}");
        }
    }
}
