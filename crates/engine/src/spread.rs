//! A hash table from numbers to slots.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::EngineError;

/// From the number of a combination to its slot. The order of the table never shows.
#[derive(Debug, Default)]
pub(crate) struct SpreadMap(HashMap<u64, u32, BuildHasherDefault<Folded>>);

impl SpreadMap {
    /// Makes room for so many more numbers.
    pub(crate) fn reserve(&mut self, count: usize) -> Result<(), EngineError> {
        self.0.try_reserve(count).map_err(|_| EngineError::Memory)
    }

    /// The slot of a number; 0 for one that is new.
    pub(crate) fn entry(&mut self, number: u64) -> &mut u32 {
        self.0.entry(number).or_default()
    }
}

/// Hashes numbers by one multiplication, folded so that all digits reach all bits; the default hash takes several times as long.
#[derive(Debug, Default)]
struct Folded(u64);

impl Hasher for Folded {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes
            .iter()
            .for_each(|&byte| self.write_u64(u64::from(byte)));
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "both halves of the product are taken"
    )]
    fn write_u64(&mut self, number: u64) {
        let product = u128::from(self.0 ^ number ^ 0x243f_6a88_85a3_08d3) * 0x9e37_79b9_7f4a_7c15;
        self.0 = (product as u64) ^ ((product >> 64) as u64);
    }
}
