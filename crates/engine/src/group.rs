//! Gives each row the slot of its group: a small number by which its statistics are found.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use table::{Codes, Table};

use crate::block::{Rows, Spare, grow, look_up};
use crate::key_space::KeySpace;
use crate::{EngineError, Key};

/// The slot of rows that have no group.
pub(crate) const UNGROUPED: usize = 0;
/// Up to so many combinations each has a slot from the start: their statistics stay in the second-level cache, and in
/// proportion to the rows.
const DIRECT_LIMIT: u64 = 1 << 16;
/// Up to so many combinations slots are found in a list of them all (16 MiB), above by hashing.
const LIST_LIMIT: u64 = 1 << 22;

/// The grouping of a query.
#[derive(Debug)]
pub(crate) struct Grouping<'a> {
    space: KeySpace,
    way: Way<'a>,
}

/// How a row finds its slot.
#[derive(Debug)]
enum Way<'a> {
    /// The slot follows from the number of the combination.
    Direct(Vec<Part<'a, u32>>),
    /// Slots are given out as combinations occur, and listed by combination.
    Listed {
        parts: Vec<Part<'a, u32>>,
        slots: Vec<u32>,
        met: Vec<u64>,
    },
    /// The same, in a hash table.
    Hashed {
        parts: Vec<Part<'a, u64>>,
        slots: HashMap<u64, u32, Spread>,
        met: Vec<u64>,
        numbers: Vec<u64>,
    },
}

/// One key: what each member of its column adds to the number of the combination.
#[derive(Debug)]
struct Part<'a, N> {
    codes: &'a Codes,
    shares: Vec<N>,
}

impl<'a> Grouping<'a> {
    pub(crate) fn try_new(table: &'a Table, by: &[Key]) -> Result<Self, EngineError> {
        let space = KeySpace::try_new(table, by)?;
        let direct_limit = DIRECT_LIMIT.min(1024.max(table.row_count() as u64));
        let way = if space.size <= direct_limit {
            Way::Direct(parts(table, by, &space))
        } else if space.size <= LIST_LIMIT {
            let mut slots = Vec::new();
            let len = usize::try_from(space.size + 1).map_err(|_| EngineError::Memory)?;
            grow(&mut slots, len, 0)?;
            Way::Listed {
                parts: parts(table, by, &space),
                slots,
                met: Vec::new(),
            }
        } else {
            let (slots, met, numbers) = (HashMap::default(), Vec::new(), Vec::new());
            Way::Hashed {
                parts: parts(table, by, &space),
                slots,
                met,
                numbers,
            }
        };
        Ok(Self { space, way })
    }

    /// Writes the slot of each row, 0 for one without a group, and gives the number of slots there are by now.
    pub(crate) fn assign(
        &mut self,
        rows: &Rows<'_>,
        slots: &mut Vec<u32>,
        spare: &mut Spare,
    ) -> Result<usize, EngineError> {
        match &mut self.way {
            Way::Direct(parts) => {
                number(parts, slots, (rows, spare));
                slots
                    .iter_mut()
                    .for_each(|slot| *slot = slot.wrapping_add(1));
                usize::try_from(self.space.size + 1).map_err(|_| EngineError::Memory)
            }
            Way::Listed {
                parts,
                slots: listed,
                met,
            } => {
                number(parts, slots, (rows, spare));
                slots.iter_mut().try_for_each(|slot| {
                    *slot = list(listed, met, *slot)?;
                    Ok(())
                })?;
                Ok(met.len() + 1)
            }
            Way::Hashed {
                parts,
                slots: hashed,
                met,
                numbers,
            } => {
                number(parts, numbers, (rows, spare));
                hashed
                    .try_reserve(numbers.len())
                    .map_err(|_| EngineError::Memory)?;
                slots.clear();
                for &number in &*numbers {
                    slots.push(hash(hashed, met, number)?);
                }
                Ok(met.len() + 1)
            }
        }
    }

    /// The slots, each with the number of its combination, in ascending order of keys.
    pub(crate) fn in_order(&self) -> Vec<(u64, usize)> {
        match &self.way {
            Way::Direct(_) => (0..self.space.size).zip(1..).collect(),
            Way::Listed { met, .. } | Way::Hashed { met, .. } => {
                let mut slots: Vec<(u64, usize)> = met.iter().copied().zip(1..).collect();
                slots.sort_unstable();
                slots
            }
        }
    }

    /// The key of the combination with this number.
    pub(crate) fn key(&self, number: u64) -> impl Iterator<Item = u32> {
        self.space.key(number)
    }
}

/// The parts of the number of a combination, in the width in which it is put together.
fn parts<'a, N: Number>(table: &'a Table, by: &[Key], space: &KeySpace) -> Vec<Part<'a, N>> {
    let part = |(position, key): (usize, &Key)| {
        let codes = &table.dimensions().get(key.column)?.codes;
        let shares = space.shares(position, key);
        Some(Part {
            codes,
            shares: shares.into_iter().map(N::share).collect(),
        })
    };
    by.iter().enumerate().filter_map(part).collect()
}

/// Writes the number of each row's combination; one that lacks a group has the largest number there is.
fn number<N: Number>(
    parts: &[Part<'_, N>],
    numbers: &mut Vec<N>,
    (rows, spare): (&Rows<'_>, &mut Spare),
) {
    numbers.clear();
    numbers.resize(rows.len(), N::ZERO);
    for part in parts {
        look_up(
            (part.codes, rows, spare),
            (&part.shares, N::NONE),
            numbers,
            N::plus,
        );
    }
}

/// The slot of a combination from the list, where entry 0 is for rows without a group.
fn list(slots: &mut [u32], met: &mut Vec<u64>, number: u32) -> Result<u32, EngineError> {
    let entry = number.wrapping_add(1);
    let Some(slot) = slots.get_mut(entry as usize) else {
        return Ok(0);
    };
    if *slot == 0 && entry != 0 {
        *slot = meet(met, u64::from(number))?;
    }
    Ok(*slot)
}

/// The slot of a combination from the hash table, which has room.
fn hash(
    slots: &mut HashMap<u64, u32, Spread>,
    met: &mut Vec<u64>,
    number: u64,
) -> Result<u32, EngineError> {
    match slots.get(&number) {
        Some(&slot) => Ok(slot),
        None if number == u64::MAX => Ok(0),
        None => {
            let slot = meet(met, number)?;
            slots.insert(number, slot);
            Ok(slot)
        }
    }
}

/// Gives out the next slot.
fn meet(met: &mut Vec<u64>, number: u64) -> Result<u32, EngineError> {
    met.try_reserve(1).map_err(|_| EngineError::Memory)?;
    met.push(number);
    u32::try_from(met.len()).map_err(|_| EngineError::Memory)
}

/// The number of a combination while it is put together. Parts are added so that none and anything make none.
trait Number: Copy + std::fmt::Debug {
    const ZERO: Self;
    const NONE: Self;

    fn share(share: Option<u64>) -> Self;
    fn plus(self, share: Self) -> Self;
}

impl Number for u32 {
    const ZERO: Self = 0;
    const NONE: Self = Self::MAX;

    fn share(share: Option<u64>) -> Self {
        share
            .and_then(|share| Self::try_from(share).ok())
            .unwrap_or(Self::NONE)
    }

    fn plus(self, share: Self) -> Self {
        self.saturating_add(share)
    }
}

impl Number for u64 {
    const ZERO: Self = 0;
    const NONE: Self = Self::MAX;

    fn share(share: Option<u64>) -> Self {
        share.unwrap_or(Self::NONE)
    }

    fn plus(self, share: Self) -> Self {
        self.saturating_add(share)
    }
}

/// Hashes numbers of combinations by one multiplication, folded so that all digits reach all bits. The order of the table
/// never shows, and the default hash takes several times as long.
type Spread = BuildHasherDefault<Folded>;

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
