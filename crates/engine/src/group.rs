//! Gives each row the slot of its group: a small number by which its statistics are found.

use std::ops::Range;

use table::statistics::BLOCK_ROWS;
use table::{Part, Table};

use crate::block::{Rows, grow};
use crate::key_space::KeySpace;
use crate::spread::SpreadMap;
use crate::stored::{Lookup, Spare, Stored};
use crate::{EngineError, Key};

/// The slot of rows that have no group.
pub(crate) const UNGROUPED: usize = 0;
/// Up to so many combinations each has a slot from the start, where there are rows enough to fill them.
const DIRECT_LIMIT: u64 = 1 << 17;
/// Up to so many combinations slots are found in a list of them all (16 MiB), above by hashing.
const LIST_LIMIT: u64 = 1 << 22;

/// The grouping of a query.
#[derive(Debug)]
pub(crate) struct Grouping {
    space: KeySpace,
    columns: Vec<usize>,
    shares: Vec<Vec<Option<u64>>>,
    way: Way,
}

/// How a row finds its slot.
#[derive(Debug)]
enum Way {
    /// The slot follows from the number of the combination.
    Direct,
    /// Slots are given out as combinations occur, and listed by combination.
    Listed { slots: Vec<u32>, met: Vec<u64> },
    /// The same, in a hash table.
    Hashed {
        slots: SpreadMap,
        met: Vec<u64>,
        numbers: Vec<u64>,
    },
}

/// The grouping as a part of the rows is held against it.
#[derive(Debug)]
pub(crate) struct PartGrouping<'a> {
    narrow: Vec<PartKey<'a, u32>>,
    wide: Vec<PartKey<'a, u64>>,
}

/// One key: what each stored code adds to the number of the combination.
#[derive(Debug)]
struct PartKey<'a, N> {
    shares: Lookup<'a, N>,
    /// What a code is multiplied by, where that is all there is to it.
    weight: Option<N>,
    part: Part<'a>,
    column: usize,
}

impl Grouping {
    pub(crate) fn try_new(table: &Table, by: &[Key]) -> Result<Self, EngineError> {
        let space = KeySpace::try_new(table, by)?;
        let shares = by
            .iter()
            .enumerate()
            .map(|(position, key)| space.shares(position, key))
            .collect();
        let direct_limit = DIRECT_LIMIT.min(1024.max(table.row_count() as u64));
        let way = if space.size <= direct_limit {
            Way::Direct
        } else if space.size <= LIST_LIMIT {
            let mut slots = Vec::new();
            let len = usize::try_from(space.size + 1).map_err(|_| EngineError::Memory)?;
            grow(&mut slots, len, 0)?;
            Way::Listed {
                slots,
                met: Vec::new(),
            }
        } else {
            let (slots, met, numbers) = (SpreadMap::default(), Vec::new(), Vec::new());
            Way::Hashed {
                slots,
                met,
                numbers,
            }
        };
        let columns = by.iter().map(|key| key.column).collect();
        Ok(Self {
            space,
            columns,
            shares,
            way,
        })
    }

    pub(crate) fn on<'a>(&self, part: Part<'a>) -> PartGrouping<'a> {
        let is_wide = matches!(self.way, Way::Hashed { .. });
        let keys = || self.columns.iter().copied().zip(&self.shares);
        PartGrouping {
            narrow: if is_wide {
                Vec::new()
            } else {
                keys()
                    .filter_map(|key| PartKey::try_new(part, key))
                    .collect()
            },
            wide: if is_wide {
                keys()
                    .filter_map(|key| PartKey::try_new(part, key))
                    .collect()
            } else {
                Vec::new()
            },
        }
    }

    /// Writes the slot of each row, 0 for one without a group, and gives the number of slots there are by now.
    pub(crate) fn assign(
        &mut self,
        keys: &PartGrouping<'_>,
        (rows, slots, spare): (&Rows<'_>, &mut Vec<u32>, &mut Spare),
    ) -> Result<usize, EngineError> {
        match &mut self.way {
            Way::Direct => {
                number(&keys.narrow, slots, (rows, spare, 1));
                usize::try_from(self.space.size + 1).map_err(|_| EngineError::Memory)
            }
            Way::Listed { slots: listed, met } => {
                number(&keys.narrow, slots, (rows, spare, 0));
                slots.iter_mut().try_for_each(|slot| {
                    *slot = list(listed, met, *slot)?;
                    Ok(())
                })?;
                Ok(met.len() + 1)
            }
            Way::Hashed {
                slots: hashed,
                met,
                numbers,
            } => {
                number(&keys.wide, numbers, (rows, spare, 0));
                hashed.reserve(numbers.len())?;
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
            Way::Direct => (0..self.space.size).zip(1..).collect(),
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

impl PartGrouping<'_> {
    /// Whether all rows of a block have one key, as far as the statistics say.
    pub(crate) fn is_constant(&self, range: &Range<usize>) -> bool {
        let narrow = self.narrow.iter().all(|key| key.constant(range).is_some());
        narrow && self.wide.iter().all(|key| key.constant(range).is_some())
    }
}

impl<'a, N: Number> PartKey<'a, N> {
    fn try_new(part: Part<'a>, (column, shares): (usize, &Vec<Option<u64>>)) -> Option<Self> {
        let by_member: Vec<N> = shares.iter().map(|share| N::share(*share)).collect();
        let shares = Lookup::new(part.codes(column)?, &by_member, N::NONE);
        let weight = shares.entry(1).minus(shares.entry(0));
        let blocks = part.code_blocks(column);
        let codes = blocks.iter().map(|block| block.largest).max().unwrap_or(0);
        let is_linear = matches!(shares.stored, Stored::U8(_))
            && (0..)
                .zip(shares.between(0, codes))
                .all(|(code, share)| weight.times(code) == share);
        Some(Self {
            shares,
            weight: is_linear.then_some(weight),
            part,
            column,
        })
    }

    /// The share of all rows of a block, where its statistics say that there is but one.
    fn constant(&self, range: &Range<usize>) -> Option<N> {
        let block = self
            .part
            .code_blocks(self.column)
            .get(range.start / BLOCK_ROWS)?;
        (block.smallest == block.largest).then(|| self.shares.entry(block.smallest as usize))
    }

    fn add(&self, (rows, spare): (&Rows<'_>, &mut Spare), numbers: &mut [N]) {
        if let Some(share) = self.constant(&rows.range) {
            return numbers
                .iter_mut()
                .for_each(|number| *number = number.plus(share));
        }
        match (self.weight, self.shares.stored) {
            (Some(weight), Stored::U8(codes)) => {
                let codes = rows.of(codes, &mut spare.bytes);
                for (number, code) in numbers.iter_mut().zip(codes) {
                    *number = number.plus(weight.times(u32::from(*code)));
                }
            }
            _ => self.shares.change((rows, spare), numbers, N::plus),
        }
    }
}

/// Writes the number of each row's combination, counted from `first`. One that lacks a group ends up as 0 when counted from 1, and
/// as the largest number there is when counted from 0.
fn number<N: Number>(
    keys: &[PartKey<'_, N>],
    numbers: &mut Vec<N>,
    (rows, spare, first): (&Rows<'_>, &mut Spare, u32),
) {
    numbers.clear();
    numbers.resize(rows.len(), N::ZERO);
    for key in keys {
        key.add((rows, spare), numbers);
    }
    if first > 0 {
        numbers
            .iter_mut()
            .for_each(|number| *number = number.next());
    }
}

/// The slot of a combination from the list, where entry 0 is for rows without a group.
fn list(listed: &mut [u32], met: &mut Vec<u64>, number: u32) -> Result<u32, EngineError> {
    let Some(slot) = listed.get_mut((number as usize).wrapping_add(1)) else {
        return Ok(0);
    };
    if number == u32::MAX {
        return Ok(0);
    }
    if *slot == 0 {
        *slot = meet(met, u64::from(number))?;
    }
    Ok(*slot)
}

/// The slot of a combination from the hash table.
fn hash(hashed: &mut SpreadMap, met: &mut Vec<u64>, number: u64) -> Result<u32, EngineError> {
    if number == u64::MAX {
        return Ok(0);
    }
    let slot = hashed.entry(number);
    if *slot == 0 {
        *slot = meet(met, number)?;
    }
    Ok(*slot)
}

/// Gives out the next slot.
fn meet(met: &mut Vec<u64>, number: u64) -> Result<u32, EngineError> {
    met.try_reserve(1).map_err(|_| EngineError::Memory)?;
    met.push(number);
    u32::try_from(met.len()).map_err(|_| EngineError::Memory)
}

/// The number of a combination while it is put together. Parts are added so that none and anything make none.
trait Number: Copy + PartialEq + std::fmt::Debug {
    const ZERO: Self;
    const NONE: Self;

    fn share(share: Option<u64>) -> Self;
    fn plus(self, share: Self) -> Self;
    fn minus(self, other: Self) -> Self;
    fn times(self, code: u32) -> Self;
    fn next(self) -> Self;
}

macro_rules! number {
    ($($width:ty),*) => {$(
        impl Number for $width {
            const ZERO: Self = 0;
            const NONE: Self = Self::MAX;

            fn share(share: Option<u64>) -> Self {
                share.and_then(|share| Self::try_from(share).ok()).unwrap_or(Self::NONE)
            }
            #[inline(always)]
            fn plus(self, share: Self) -> Self {
                // Adding to none, whose complement is zero, leaves none: a comparison and no branch.
                self.saturating_add(share)
            }
            fn minus(self, other: Self) -> Self {
                self.wrapping_sub(other)
            }
            #[inline(always)]
            fn times(self, code: u32) -> Self {
                self.wrapping_mul(code.into())
            }
            #[inline(always)]
            fn next(self) -> Self {
                self.wrapping_add(1)
            }
        }
    )*};
}
number!(u32, u64);
