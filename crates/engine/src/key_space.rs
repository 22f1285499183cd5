//! Numbers the combinations of groups that keys can have, so that their order is that of the keys.

use table::Table;

use crate::{EngineError, Groups, Key};

/// All combinations of the groups of some keys, numbered from 0 as the digits of a number are.
#[derive(Debug)]
pub(crate) struct KeySpace {
    /// Groups of each key, and what its group weighs in the number of a combination.
    digits: Vec<(u64, u64)>,
    /// Number of combinations, below the largest number there is.
    pub(crate) size: u64,
}

impl KeySpace {
    pub(crate) fn try_new(table: &Table, by: &[Key]) -> Result<Self, EngineError> {
        let mut size = 1_u64;
        let mut digits = Vec::with_capacity(by.len());
        for key in by.iter().rev() {
            let count = group_count(table, key)?;
            digits.push((count, size));
            // Keys without any group leave no combination, but the others must still have their numbers.
            size = size
                .checked_mul(count.max(1))
                .ok_or(EngineError::KeySpace)?;
        }
        digits.reverse();
        let size = (size < u64::MAX)
            .then_some(size)
            .ok_or(EngineError::KeySpace)?;
        Ok(Self { digits, size })
    }

    /// What each member of a key's column adds to the number of a combination; nothing where it has no group.
    pub(crate) fn shares(&self, position: usize, key: &Key) -> Vec<Option<u64>> {
        let (count, weight) = self.digits.get(position).copied().unwrap_or_default();
        match &key.groups {
            Groups::Members => (0..count).map(|group| Some(group * weight)).collect(),
            Groups::Map { of, .. } => of
                .iter()
                .map(|group| group.map(|group| u64::from(group) * weight))
                .collect(),
        }
    }

    /// The key of the combination with this number.
    pub(crate) fn key(&self, number: u64) -> impl Iterator<Item = u32> {
        self.digits.iter().map(move |&(count, weight)| {
            let group = number
                .checked_div(weight)
                .and_then(|rest| rest.checked_rem(count));
            group
                .and_then(|group| u32::try_from(group).ok())
                .unwrap_or(u32::MAX)
        })
    }
}

/// The number of groups of a key, once it is known to fit its column.
fn group_count(table: &Table, key: &Key) -> Result<u64, EngineError> {
    let column = key.column;
    let dimension = table.dimensions().get(column);
    let dimension = dimension.ok_or(EngineError::UnknownDimension { index: column })?;
    let expected = dimension.dimension.members.len();
    let Groups::Map { of, count } = &key.groups else {
        return Ok(expected as u64);
    };
    if of.len() != expected {
        return Err(EngineError::MemberCount {
            column,
            expected,
            found: of.len(),
        });
    }
    let is_beyond = |group: &Option<u32>| group.is_some_and(|group| group as usize >= *count);
    match of.iter().position(is_beyond) {
        Some(member) => Err(EngineError::UnknownGroup { column, member }),
        None => Ok(*count as u64),
    }
}
