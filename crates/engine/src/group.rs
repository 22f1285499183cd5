//! Gives each kept row of a block the slot of its group.

use std::collections::HashMap;
use std::ops::Range;

use table::{Codes, Table};

use crate::select::width_of;
use crate::{EngineError, Groups, Key};

/// The slot of a row that is not kept or has no group.
pub(crate) const NO_SLOT: u32 = u32::MAX;
/// The id of such a row.
const NO_ID: u64 = u64::MAX;
/// Key spaces up to this many groups have a slot each; larger ones get slots as groups are met.
/// Four million slots of one exact measure take about 270 MB of statistics in the worst case, but only those touched are paged in.
const DENSE_LIMIT: u64 = 1 << 22;

/// A key made ready for its column: for every code, what it adds to the id of its group.
struct Part<'a> {
    codes: &'a Codes,
    offsets: Vec<u64>,
}

/// The grouping of a query.
pub(crate) struct Grouping<'a> {
    parts: Vec<Part<'a>>,
    counts: Vec<u64>,
    slots: Slots,
    ids: Vec<u64>,
}

/// How ids become slots.
enum Slots {
    /// The id is the slot.
    Dense { count: usize },
    /// Slots in the order groups are met.
    Met {
        slot_of: HashMap<u64, u32>,
        ids: Vec<u64>,
    },
}

impl<'a> Grouping<'a> {
    /// Looks the columns up and lays out the key space.
    pub(crate) fn new(table: &'a Table, by: &[Key]) -> Result<Self, EngineError> {
        let columns = by.iter().map(|key| {
            let column = table.dimensions().get(key.column);
            column.ok_or(EngineError::UnknownColumn { index: key.column })
        });
        let columns = columns.collect::<Result<Vec<_>, _>>()?;
        let counts: Vec<u64> = by
            .iter()
            .zip(&columns)
            .map(|(key, column)| group_count(key, column.dimension.members.len()))
            .collect();
        let total = counts
            .iter()
            .try_fold(1_u64, |total, &count| total.checked_mul(count));
        let total = total
            .filter(|total| *total < NO_ID)
            .ok_or(EngineError::TooManyGroups)?;
        let mut stride = total;
        let mut parts = Vec::with_capacity(by.len());
        for ((key, column), &count) in by.iter().zip(&columns).zip(&counts) {
            stride = stride.checked_div(count).unwrap_or(0);
            let offsets = offsets(key, (column.dimension.members.len(), &column.codes), stride);
            parts.push(Part {
                codes: &column.codes,
                offsets,
            });
        }
        let slots = match usize::try_from(total) {
            Ok(count) if total <= DENSE_LIMIT => Slots::Dense { count },
            _ => Slots::Met {
                slot_of: HashMap::new(),
                ids: Vec::new(),
            },
        };
        Ok(Self {
            parts,
            counts,
            slots,
            ids: Vec::new(),
        })
    }

    /// Writes the slot of each row of the block; rows with failures get none. Returns rows kept that have no group.
    pub(crate) fn assign(
        &mut self,
        rows: Range<usize>,
        failures: &[u8],
        slots: &mut Vec<u32>,
    ) -> Result<u64, EngineError> {
        self.ids.clear();
        self.ids.resize(rows.len(), 0);
        for part in &self.parts {
            part.add(rows.clone(), &mut self.ids);
        }
        let kept = failures.iter().filter(|failures| **failures == 0).count();
        for (id, failures) in self.ids.iter_mut().zip(failures) {
            *id = if *failures == 0 { *id } else { NO_ID };
        }
        slots.clear();
        self.slots.of(&self.ids, slots)?;
        let grouped = slots.iter().filter(|slot| **slot != NO_SLOT).count();
        Ok((kept - grouped) as u64)
    }

    /// Slots there are so far.
    pub(crate) fn slot_count(&self) -> usize {
        match &self.slots {
            Slots::Dense { count } => *count,
            Slots::Met { ids, .. } => ids.len(),
        }
    }

    /// Slots with their ids, in ascending order of keys.
    pub(crate) fn in_order(&self) -> Vec<(usize, u64)> {
        match &self.slots {
            Slots::Dense { count } => (0..*count).zip(0..).collect(),
            Slots::Met { ids, .. } => {
                let mut slots: Vec<(usize, u64)> = ids.iter().copied().enumerate().collect();
                slots.sort_unstable_by_key(|(_, id)| *id);
                slots
            }
        }
    }

    /// The key of an id, one index for each part.
    pub(crate) fn key_of(&self, id: u64) -> impl Iterator<Item = u32> + '_ {
        let mut stride: u64 = self.counts.iter().product();
        self.counts.iter().map(move |&count| {
            stride = stride.checked_div(count).unwrap_or(0);
            let index = id.checked_div(stride).unwrap_or(0) % count.max(1);
            u32::try_from(index).unwrap_or(u32::MAX)
        })
    }
}

impl Slots {
    fn of(&mut self, ids: &[u64], slots: &mut Vec<u32>) -> Result<(), EngineError> {
        match self {
            Self::Dense { .. } => {
                slots.extend(ids.iter().map(|&id| u32::try_from(id).unwrap_or(NO_SLOT)));
                Ok(())
            }
            Self::Met { slot_of, ids: met } => {
                for &id in ids {
                    slots.push(if id == NO_ID {
                        NO_SLOT
                    } else {
                        meet(slot_of, met, id)?
                    });
                }
                Ok(())
            }
        }
    }
}

fn meet(slot_of: &mut HashMap<u64, u32>, met: &mut Vec<u64>, id: u64) -> Result<u32, EngineError> {
    if let Some(&slot) = slot_of.get(&id) {
        return Ok(slot);
    }
    let slot = u32::try_from(met.len())
        .ok()
        .filter(|slot| *slot != NO_SLOT);
    let slot = slot.ok_or(EngineError::TooManyGroups)?;
    slot_of
        .try_reserve(1)
        .map_err(|_| EngineError::TooManyGroups)?;
    met.try_reserve(1).map_err(|_| EngineError::TooManyGroups)?;
    slot_of.insert(id, slot);
    met.push(id);
    Ok(slot)
}

impl Part<'_> {
    fn add(&self, rows: Range<usize>, ids: &mut [u64]) {
        match self.codes {
            Codes::U8(codes) => self.add_codes(codes.get(rows).unwrap_or(&[]), ids),
            Codes::U16(codes) => self.add_codes(codes.get(rows).unwrap_or(&[]), ids),
            Codes::U32(codes) => self.add_codes(codes.get(rows).unwrap_or(&[]), ids),
        }
    }

    fn add_codes<C: Copy + TryInto<usize>>(&self, codes: &[C], ids: &mut [u64]) {
        for (id, &code) in ids.iter_mut().zip(codes) {
            let index = code.try_into().unwrap_or(usize::MAX);
            let offset = self.offsets.get(index).copied().unwrap_or(NO_ID);
            // Either being "none" saturates to none, since no sum of strides reaches it.
            *id = id.saturating_add(offset);
        }
    }
}

fn group_count(key: &Key, member_count: usize) -> u64 {
    match &key.groups {
        Groups::Members => member_count as u64,
        Groups::Map { count, .. } => *count as u64,
    }
}

/// For every code what it adds to the id; codes without a member or group add "none".
fn offsets(key: &Key, column: (usize, &Codes), stride: u64) -> Vec<u64> {
    let (member_count, codes) = column;
    let offset = |group: u64| group.checked_mul(stride).unwrap_or(NO_ID);
    let mut offsets: Vec<u64> = match &key.groups {
        Groups::Members => (0..member_count as u64).map(offset).collect(),
        Groups::Map { of, count } => of
            .iter()
            .map(|group| group.map(u64::from).filter(|group| *group < *count as u64))
            .map(|group| group.map_or(NO_ID, offset))
            .collect(),
    };
    offsets.resize(width_of(codes).max(offsets.len()), NO_ID);
    offsets
}
