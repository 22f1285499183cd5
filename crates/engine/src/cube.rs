//! What a pass over linked histograms leaves behind: each histogram's groups by the members of the active column. A later selection on
//! that column is answered from it, however many rows there are.

use crate::block::{listed, push, room, try_listed};
use crate::{Cells, EngineError, MeasureCells, Sum};

/// The histograms of a pass, before the active selection is applied.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cube {
    pub(crate) faces: Vec<Face>,
}

/// One histogram: cells by group and member of the active column; of the active column's own, or without one, by group alone.
/// Rows without a group, or without a member, have one after the last.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Face {
    pub(crate) cells: Cells,
    /// Groups of the key.
    pub(crate) group_count: u32,
}

/// Cells that are put together: the key of each new cell, and the positions of those that make it up.
#[derive(Debug, Default)]
struct Runs {
    keys: Vec<[u32; 2]>,
    positions: Vec<usize>,
    /// Where each run ends among the positions.
    ends: Vec<usize>,
}

impl Cube {
    /// The histograms under a selection on the active column, given for each of its members. A list without a `false`, as an empty
    /// one, is no selection: rows without a member belong to the answer then.
    ///
    /// # Errors
    /// When they do not fit in memory.
    pub fn histograms(&self, allowed: &[bool]) -> Result<Vec<Cells>, EngineError> {
        let allowed = Some(allowed).filter(|allowed| allowed.contains(&false));
        let faces = self.faces.iter().map(|face| face.under(allowed));
        try_listed(self.faces.len(), faces)
    }

    pub(crate) fn merge(self, next: Self) -> Result<Self, EngineError> {
        if self.faces.len() != next.faces.len() {
            return Err(EngineError::NotAnOutcome);
        }
        let count = self.faces.len();
        let faces = self.faces.into_iter().zip(next.faces);
        let merged = faces.map(|(mine, next)| mine.merge(next));
        Ok(Self {
            faces: try_listed(count, merged)?,
        })
    }

    pub(crate) fn seal(&mut self) -> Result<(), EngineError> {
        let mut faces = self.faces.iter_mut();
        faces.try_for_each(|face| face.cells.seal())
    }
}

impl Face {
    /// From cells by other keys: each has a group, and a member of the active column where there is one, or does not belong.
    pub(crate) fn of(
        cells: &Cells,
        (group_count, key_len): (u32, usize),
        key: impl Fn(&[u32]) -> Option<[u32; 2]>,
    ) -> Result<Self, EngineError> {
        let mut places: Vec<([u32; 2], usize)> = room(cells.len())?;
        places.extend(
            (0..cells.len()).filter_map(|position| Some((key(cells.key(position))?, position))),
        );
        places.sort_unstable();
        let mut runs = Runs::default();
        for (key, position) in places {
            runs.push(key, position)?;
        }
        let keys = runs.keys.iter().flat_map(|key| key.iter().take(key_len));
        Ok(Self {
            cells: Cells {
                key_len,
                keys: listed(runs.keys.len() * key_len, keys.copied())?,
                row_counts: runs.summed(&cells.row_counts)?,
                measures: runs.measures(cells)?,
                ungrouped: 0,
            },
            group_count,
        })
    }

    fn merge(self, next: Self) -> Result<Self, EngineError> {
        if self.group_count != next.group_count {
            return Err(EngineError::NotAnOutcome);
        }
        Ok(Self {
            cells: self.cells.merge(next.cells)?,
            group_count: self.group_count,
        })
    }

    fn under(&self, allowed: Option<&[bool]>) -> Result<Cells, EngineError> {
        let is_allowed = |member: Option<&u32>| match (member, allowed) {
            (Some(member), Some(allowed)) => {
                allowed.get(*member as usize).copied().unwrap_or(false)
            }
            _ => true,
        };
        let (mut runs, mut ungrouped) = (Runs::default(), 0);
        for position in 0..self.cells.len() {
            let [group, member @ ..] = self.cells.key(position) else {
                continue;
            };
            if !is_allowed(member.first()) {
                continue;
            }
            if *group == self.group_count {
                ungrouped += self.cells.row_count(position);
            } else {
                runs.push([*group, 0], position)?;
            }
        }
        let keys = runs.keys.iter().map(|[group, _]| *group);
        Ok(Cells {
            key_len: 1,
            keys: listed(runs.keys.len(), keys)?,
            row_counts: runs.summed(&self.cells.row_counts)?,
            measures: runs.measures(&self.cells)?,
            ungrouped,
        })
    }
}

impl Runs {
    /// Adds a cell; those of one key come one after the other.
    fn push(&mut self, key: [u32; 2], position: usize) -> Result<(), EngineError> {
        push(&mut self.positions, position)?;
        if self.keys.last() != Some(&key) {
            push(&mut self.keys, key)?;
            push(&mut self.ends, 0)?;
        }
        if let Some(end) = self.ends.last_mut() {
            *end = self.positions.len();
        }
        Ok(())
    }

    fn each(&self) -> impl Iterator<Item = &[usize]> {
        let starts = std::iter::once(&0).chain(&self.ends);
        starts
            .zip(&self.ends)
            .map(|(start, end)| self.positions.get(*start..*end).unwrap_or_default())
    }

    /// The same of rows without a number; empty where there are none.
    fn absent(&self, counts: &[u64]) -> Result<Vec<u64>, EngineError> {
        let summed = self.summed(counts)?;
        let is_any = summed.iter().any(|count| *count > 0);
        Ok(if is_any { summed } else { Vec::new() })
    }

    fn summed(&self, counts: &[u64]) -> Result<Vec<u64>, EngineError> {
        let sum = |positions: &[usize]| positions.iter().filter_map(|at| counts.get(*at)).sum();
        listed(self.keys.len(), self.each().map(sum))
    }

    fn measures(&self, cells: &Cells) -> Result<Vec<MeasureCells>, EngineError> {
        let measures = cells.measures.iter().map(|measure| measure.over(self));
        try_listed(cells.measures.len(), measures)
    }
}

impl MeasureCells {
    /// The statistics of groups of groups, but for the smallest and largest.
    fn over(&self, runs: &Runs) -> Result<Self, EngineError> {
        let sum = |positions: &[usize]| {
            let sums = positions.iter().filter_map(|at| self.sum.get(*at)).copied();
            sums.reduce(Sum::merge)
        };
        Ok(Self {
            sum: listed(runs.keys.len(), runs.each().filter_map(sum))?,
            count: runs.summed(&self.count)?,
            hidden: runs.absent(&self.hidden)?,
            missing: runs.absent(&self.missing)?,
            not_applicable: runs.absent(&self.not_applicable)?,
            ..Self::default()
        })
    }
}
