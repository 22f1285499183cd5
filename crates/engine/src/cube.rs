//! What a pass over linked histograms leaves behind: each histogram's groups by the members of the active column. A later selection on
//! that column is answered from it, however many rows there are.

use std::collections::BTreeMap;

use crate::{Cells, EngineError, MeasureCells, Sum};

/// The histograms of a pass, before the active selection is applied.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cube {
    faces: Vec<Face>,
}

/// One histogram: cells by member of the active column and group; of the active column's own, or without one, by group alone.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Face {
    pub(crate) cells: Cells,
}

impl Face {
    pub(crate) fn new(cells: Cells) -> Self {
        Self { cells }
    }
}

impl Cube {
    pub(crate) fn new(faces: Vec<Face>) -> Self {
        Self { faces }
    }

    pub(crate) fn faces(&self) -> &[Face] {
        &self.faces
    }

    /// The histograms under a selection on the active column, given for each of its members; where there is none, all that there is.
    #[must_use]
    pub fn histograms(&self, allowed: &[bool]) -> Vec<Cells> {
        self.faces.iter().map(|face| face.under(allowed)).collect()
    }

    pub(crate) fn merge(self, next: Self) -> Result<Self, EngineError> {
        if self.faces.len() != next.faces.len() {
            return Err(EngineError::NotAnOutcome);
        }
        let faces = self.faces.into_iter().zip(next.faces);
        let merged = faces.map(|(mine, next)| mine.cells.merge(next.cells).map(Face::new));
        Ok(Self {
            faces: merged.collect::<Result<_, _>>()?,
        })
    }

    pub(crate) fn seal(&mut self) {
        self.faces.iter_mut().for_each(|face| face.cells.seal());
    }
}

impl Face {
    fn under(&self, allowed: &[bool]) -> Cells {
        if self.cells.key_len < 2 {
            return self.cells.clone();
        }
        let mut groups: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for position in 0..self.cells.len() {
            let [member, group] = *self.cells.key(position) else {
                continue;
            };
            if allowed.get(member as usize).copied().unwrap_or(false) {
                groups.entry(group).or_default().push(position);
            }
        }
        let members: Vec<Vec<usize>> = groups.values().cloned().collect();
        Cells {
            key_len: 1,
            keys: groups.into_keys().collect(),
            row_counts: summed(&members, &self.cells.row_counts),
            measures: self
                .cells
                .measures
                .iter()
                .map(|measure| measure.over(&members))
                .collect(),
            ungrouped: self.cells.ungrouped,
        }
    }
}

impl MeasureCells {
    /// The statistics of groups of groups.
    fn over(&self, members: &[Vec<usize>]) -> Self {
        let sum = |positions: &Vec<usize>| {
            let sums = positions.iter().filter_map(|at| self.sum.get(*at)).copied();
            sums.reduce(Sum::merge)
        };
        Self {
            sum: members.iter().filter_map(sum).collect(),
            count: summed(members, &self.count),
            hidden: summed(members, &self.hidden),
            missing: summed(members, &self.missing),
            not_applicable: summed(members, &self.not_applicable),
            ..Self::default()
        }
    }
}

fn summed(members: &[Vec<usize>], counts: &[u64]) -> Vec<u64> {
    let sum = |positions: &Vec<usize>| positions.iter().filter_map(|at| counts.get(*at)).sum();
    members.iter().map(sum).collect()
}
