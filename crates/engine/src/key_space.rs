//! Numbers the combinations of groups that keys can have, so that their order is that of the keys.

use table::Table;

use crate::block::{listed, room, try_listed, zeroed};
use crate::{EngineError, Groups, Key};

/// The number of what is not in the space; adding to it, as far as numbers go, leaves it.
pub(crate) const NOWHERE: u64 = u64::MAX;

/// All combinations of the groups of some keys, numbered from 0 as the digits of a number are.
#[derive(Debug)]
pub(crate) struct KeySpace {
    digits: Vec<Digit>,
    /// Number of combinations, below the largest number there is.
    pub(crate) size: u64,
}

#[derive(Debug)]
struct Digit {
    /// Groups of the key.
    count: u64,
    /// What its group weighs in the number of a combination.
    weight: u64,
}

/// What happens to rows without a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Without {
    /// They are counted together.
    Ungrouped,
    /// In each key they form one more group, after the others.
    Grouped,
}

/// What a key adds to the number of a combination.
#[derive(Debug)]
pub(crate) struct Shares {
    /// By member; `NOWHERE` where it has no group.
    pub(crate) by_member: Vec<u64>,
    /// For rows without a member.
    pub(crate) none: u64,
}

impl KeySpace {
    pub(crate) fn try_new(
        table: &Table,
        by: &[&Key],
        without: Without,
    ) -> Result<Self, EngineError> {
        let mut size = 1_u64;
        let mut digits = room(by.len())?;
        for key in by.iter().rev() {
            let count = group_count(table, key)? + u64::from(without == Without::Grouped);
            digits.push(Digit {
                count,
                weight: size,
            });
            // Keys without any group leave no combination, but the others must still have their numbers.
            size = size
                .checked_mul(count.max(1))
                .ok_or(EngineError::KeySpace)?;
        }
        digits.reverse();
        let size = (size < NOWHERE)
            .then_some(size)
            .ok_or(EngineError::KeySpace)?;
        Ok(Self { digits, size })
    }

    /// What each key adds to the number of a combination.
    pub(crate) fn shares(&self, by: &[&Key], without: Without) -> Result<Vec<Shares>, EngineError> {
        let keys = self.digits.iter().zip(by);
        let shares = keys.map(|(digit, key)| digit.shares(key, without));
        try_listed(by.len(), shares)
    }

    /// The keys of combinations, one after the other; their numbers ascend.
    pub(crate) fn keys(&self, numbers: &[u64]) -> Result<Vec<u32>, EngineError> {
        let mut keys = room(numbers.len() * self.digits.len())?;
        // The first number of the group met last and the group: neighbours mostly share all but their last group, and a division
        // takes as long as twenty comparisons.
        let mut last: Vec<(u64, u64)> = zeroed(self.digits.len())?;
        for number in numbers {
            let mut rest = *number;
            for (digit, (first, group)) in self.digits.iter().zip(&mut last) {
                if rest.wrapping_sub(*first) >= digit.weight {
                    *group = rest.checked_div(digit.weight).unwrap_or_default();
                    *first = *group * digit.weight;
                }
                rest -= *first;
                keys.push(u32::try_from(*group).unwrap_or(u32::MAX));
            }
        }
        Ok(keys)
    }
}

impl Digit {
    fn shares(&self, key: &Key, without: Without) -> Result<Shares, EngineError> {
        let none = match without {
            Without::Ungrouped => NOWHERE,
            Without::Grouped => (self.count - 1) * self.weight,
        };
        let share =
            |group: &Option<u32>| group.map_or(none, |group| u64::from(group) * self.weight);
        let by_member = match &key.groups {
            Groups::Members => {
                let count = self.count - u64::from(without == Without::Grouped);
                let len = usize::try_from(count).map_err(|_| EngineError::Memory)?;
                listed(len, (0..count).map(|group| group * self.weight))?
            }
            Groups::Map { of, .. } => listed(of.len(), of.iter().map(share))?,
        };
        Ok(Shares { by_member, none })
    }
}

/// The number of groups of a key, once it is known to fit its column.
pub(crate) fn group_count(table: &Table, key: &Key) -> Result<u64, EngineError> {
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
    // The largest number is left for rows without a group.
    let end = (*count).min(u32::MAX as usize);
    let is_beyond = |group: &Option<u32>| group.is_some_and(|group| group as usize >= end);
    match of.iter().position(is_beyond) {
        Some(member) => Err(EngineError::UnknownGroup { column, member }),
        None => Ok(*count as u64),
    }
}
