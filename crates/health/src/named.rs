//! Members of one table found in another by their codes, so that columns of different tables can stand side by side.

use std::collections::HashMap;

use table::{Member, Table};

use crate::column::Column;
use crate::question::Bound;
use crate::refusal::Refusal;

/// For each level of one question its members' positions in another.
#[derive(Debug)]
pub(crate) struct Translation {
    /// For each level the positions; none where both questions mean the same level of the same table.
    levels: Vec<Option<Vec<Option<u32>>>>,
}

impl Translation {
    /// From these levels of one question, by position, to the levels of another in its order.
    pub(crate) fn new(from: &Bound<'_>, positions: &[usize], to: &Bound<'_>) -> Self {
        let axes = positions
            .iter()
            .filter_map(|&position| from.by.get(position));
        let level = |(mine, theirs): (&crate::axis::Axis, &crate::axis::Axis)| {
            let is_same = from.index == to.index && mine == theirs;
            let found = || found(mine.members(from.table), theirs.members(to.table));
            (!is_same).then(found)
        };
        let levels = axes.zip(&to.by).map(level).collect();
        Self { levels }
    }

    /// The key of the other question; none where it has no such member.
    pub(crate) fn key(&self, key: impl Iterator<Item = u32>) -> Option<Vec<u32>> {
        let position = |(code, level): (u32, &Option<Vec<Option<u32>>>)| match level {
            None => Some(code),
            Some(positions) => positions.get(code as usize).copied().flatten(),
        };
        key.zip(&self.levels).map(position).collect()
    }

    /// The column by the members of the other question; groups that it does not have are left out.
    pub(crate) fn column<T: Copy>(&self, column: Column<T>) -> Column<T> {
        if self.levels.iter().all(Option::is_none) {
            return column;
        }
        let translated = |(key, item): (&[u32], &T)| {
            let key = self.key(key.iter().copied())?;
            Some((key, *item))
        };
        let groups = column.iter().filter_map(translated).collect();
        Column::unsorted(self.levels.len(), groups)
    }
}

fn found(from: &[Member], to: &[Member]) -> Vec<Option<u32>> {
    let codes = to.iter().map(|member| member.code.as_str());
    let index: HashMap<&str, u32> = codes.zip(0..).collect();
    from.iter()
        .map(|member| index.get(member.code.as_str()).copied())
        .collect()
}

/// The index of a measure.
pub(crate) fn measure_index(table: &Table, name: &str) -> Result<usize, Refusal> {
    let measures = || table.measures().iter().map(|column| &column.measure.name);
    let unknown = || Refusal::UnknownMeasure {
        name: name.to_owned(),
        known: measures().cloned().collect(),
    };
    measures()
        .position(|known| known == name)
        .ok_or_else(unknown)
}
