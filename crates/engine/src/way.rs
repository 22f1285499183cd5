//! How the slot of a combination is found: the place of its statistics.

use crate::EngineError;
use crate::block::{grow, listed, push, reserve, room};
use crate::key_space::NOWHERE;
use crate::spread::SpreadMap;

/// The slot of rows that have no group.
pub(crate) const UNGROUPED: u32 = 0;
/// Up to so many combinations each has a slot from the start, where there are rows enough to fill them.
const DIRECT_LIMIT: u64 = 1 << 17;
/// As many combinations as this have a slot from the start even where there are few rows.
const DIRECT_ALWAYS: u64 = 1 << 10;
/// Up to so many combinations slots are found in a list of them all (32 MiB), above by hashing.
const LIST_LIMIT: u64 = 1 << 23;

/// From the number of a combination to its slot.
#[derive(Debug)]
pub(crate) enum Way {
    /// The slot follows from the number.
    Direct { size: u64 },
    /// Slots are given out as combinations occur, and listed by number.
    Listed { slots: Vec<u32>, met: Vec<u64> },
    /// The same, in a hash table.
    Hashed { slots: SpreadMap, met: Vec<u64> },
}

impl Way {
    /// For so many combinations, of which so many rows have one each.
    pub(crate) fn try_new(size: u64, row_count: usize) -> Result<Self, EngineError> {
        let met = Vec::new();
        if size <= DIRECT_LIMIT.min(DIRECT_ALWAYS.max(row_count as u64)) {
            Ok(Self::Direct { size })
        } else if size <= LIST_LIMIT {
            let len = usize::try_from(size).map_err(|_| EngineError::Memory)?;
            let mut slots = Vec::new();
            grow(&mut slots, len, UNGROUPED)?;
            Ok(Self::Listed { slots, met })
        } else {
            let slots = SpreadMap::default();
            Ok(Self::Hashed { slots, met })
        }
    }

    /// Slots there are by now.
    pub(crate) fn slot_count(&self) -> Result<usize, EngineError> {
        match self {
            Self::Direct { size } => usize::try_from(size + 1).map_err(|_| EngineError::Memory),
            Self::Listed { met, .. } | Self::Hashed { met, .. } => Ok(met.len() + 1),
        }
    }

    /// The slot of one combination.
    pub(crate) fn slot(&mut self, number: u64) -> Result<u32, EngineError> {
        if number == NOWHERE {
            return Ok(UNGROUPED);
        }
        match self {
            Self::Direct { .. } => Ok(next(number)),
            Self::Listed { slots, met } => list(slots, met, number),
            Self::Hashed { slots, met } => {
                slots.reserve(1)?;
                hash(slots, met, number)
            }
        }
    }

    /// Writes the slot of each combination.
    pub(crate) fn assign(
        &mut self,
        numbers: &[u64],
        into: &mut Vec<u32>,
    ) -> Result<(), EngineError> {
        into.clear();
        reserve(into, numbers.len())?;
        match self {
            Self::Direct { .. } => into.extend(numbers.iter().map(|number| next(*number))),
            Self::Listed { slots, met } => {
                for number in numbers {
                    into.push(list(slots, met, *number)?);
                }
            }
            Self::Hashed { slots, met } => {
                slots.reserve(numbers.len())?;
                for number in numbers {
                    into.push(hash(slots, met, *number)?);
                }
            }
        }
        Ok(())
    }

    /// The combinations whose slots have rows, in ascending order, and their slots.
    pub(crate) fn in_order(
        &self,
        has_rows: impl Fn(u32) -> bool,
    ) -> Result<(Vec<u64>, Vec<u32>), EngineError> {
        let len = self.slot_count()?;
        let mut found = (room(len)?, room(len)?);
        let has_rows = |(_, slot): &(u64, u32)| has_rows(*slot);
        match self {
            Self::Direct { size } => found.extend((0..*size).zip(1..).filter(has_rows)),
            Self::Listed { met, .. } | Self::Hashed { met, .. } => {
                let mut order = listed(met.len(), met.iter().copied().zip(1..))?;
                order.sort_unstable();
                found.extend(order.into_iter().filter(has_rows));
            }
        }
        Ok(found)
    }
}

/// The slot of a number that slots follow from; that of none comes out as the slot of rows without a group.
#[expect(clippy::cast_possible_truncation, reason = "few enough to have slots")]
fn next(number: u64) -> u32 {
    number.wrapping_add(1) as u32
}

/// The slot of a combination from the list.
fn list(slots: &mut [u32], met: &mut Vec<u64>, number: u64) -> Result<u32, EngineError> {
    let place = usize::try_from(number).ok();
    let Some(slot) = place.and_then(|place| slots.get_mut(place)) else {
        return Ok(UNGROUPED);
    };
    if *slot == UNGROUPED {
        *slot = meet(met, number)?;
    }
    Ok(*slot)
}

/// The slot of a combination from the hash table, which has room for it.
fn hash(slots: &mut SpreadMap, met: &mut Vec<u64>, number: u64) -> Result<u32, EngineError> {
    if number == NOWHERE {
        return Ok(UNGROUPED);
    }
    let slot = slots.entry(number);
    if *slot == UNGROUPED {
        *slot = meet(met, number)?;
    }
    Ok(*slot)
}

/// Gives out the next slot.
fn meet(met: &mut Vec<u64>, number: u64) -> Result<u32, EngineError> {
    push(met, number)?;
    u32::try_from(met.len()).map_err(|_| EngineError::Memory)
}
