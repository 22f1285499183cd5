//! One tally of all rows by every column that is selected by, and by the active one: the histograms of those columns come out of it.

use table::{Numbers, Table};

use crate::block::listed;
use crate::cube::Face;
use crate::key_space::Without;
use crate::linked::{group_count, members_of};
use crate::query::Asked;
use crate::select::Sieve;
use crate::tally::Tally;
use crate::{Cells, EngineError, Groups, Key, Linked};

/// The tally while rows are added.
pub(crate) struct Joint {
    pub(crate) tally: Tally,
    columns: Vec<usize>,
}

/// What it comes to.
pub(crate) struct JointCells {
    cells: Cells,
    columns: Vec<usize>,
}

/// Up to so many combinations a tally of all rows costs less than one of the rows that pass for each histogram.
const MOST_COMBINATIONS: u64 = 1 << 14;

impl Joint {
    /// None where there are too many combinations, no histogram would come out of it, or sums are of doubles: those are added in
    /// the order of the rows, whatever is asked beside them.
    pub(crate) fn try_new(
        table: &Table,
        linked: &Linked,
        sieve: &Sieve,
    ) -> Result<Option<Self>, EngineError> {
        let active = linked
            .active
            .filter(|active| sieve.columns().all(|column| column != *active));
        let columns = sieve.columns();
        let columns = listed(columns.len() + 1, columns.chain(active))?;
        let by = listed(columns.len(), columns.iter().copied().map(members_of))?;
        let mut combinations = 1_u64;
        for key in &by {
            combinations = combinations.saturating_mul(u64::from(group_count(table, key)?) + 1);
        }
        let measure = linked
            .measure
            .and_then(|measure| table.measures().get(measure));
        let is_exact = !measure.is_some_and(|measure| matches!(measure.numbers, Numbers::Float(_)));
        let is_of_use = linked.keys.iter().any(|key| columns.contains(&key.column));
        if combinations > MOST_COMBINATIONS || !is_exact || !is_of_use {
            return Ok(None);
        }
        let asked = Asked {
            by: &listed(by.len(), by.iter())?,
            measures: linked.measure.as_slice(),
            extremes: &[],
        };
        let tally = Tally::try_new(table, asked, Without::Grouped)?;
        Ok(Some(Self { tally, columns }))
    }

    /// Whether the histogram of a column comes out of it.
    pub(crate) fn has(&self, column: usize) -> bool {
        self.columns.contains(&column)
    }

    pub(crate) fn finish(self) -> Result<JointCells, EngineError> {
        Ok(JointCells {
            cells: self.tally.finish()?,
            columns: self.columns,
        })
    }
}

impl JointCells {
    /// The histogram of a key, under every selection but that on its own column, by the members of the active column.
    pub(crate) fn face(
        &self,
        (key, group_count): (&Key, u32),
        active: Option<usize>,
        sieve: &Sieve,
    ) -> Result<Face, EngineError> {
        let place = |column: usize| self.columns.iter().position(|other| *other == column);
        let own = place(key.column);
        let active = active
            .filter(|active| *active != key.column)
            .and_then(place);
        let others = sieve.filters();
        let others = others.filter(|(column, _)| *column != key.column);
        let selections = others.map(|(column, allowed)| (place(column), allowed));
        let selections = listed(sieve.columns().len(), selections)?;
        let member = |members: &[u32], place: Option<usize>| {
            place.and_then(|place| members.get(place)).copied()
        };
        let passes = |members: &[u32]| {
            selections.iter().all(|(place, allowed)| {
                let member = member(members, *place);
                member.is_some_and(|member| {
                    allowed
                        .get(member as usize)
                        .is_some_and(|allowed| *allowed != 0)
                })
            })
        };
        let group = |own: u32| match &key.groups {
            Groups::Members => own,
            Groups::Map { of, .. } => of
                .get(own as usize)
                .copied()
                .flatten()
                .unwrap_or(group_count),
        };
        let key_len = 1 + usize::from(active.is_some());
        Face::of(&self.cells, (group_count, key_len), |members| {
            let own = member(members, own).filter(|_| passes(members))?;
            Some([group(own), member(members, active).unwrap_or(0)])
        })
    }
}
