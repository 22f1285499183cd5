//! A question to a data set, by the names a slice uses, and the same question bound to the columns of a table.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use engine::{Cells, Query};
use table::{Member, Offsets, Table};

use crate::axis::Axis;
use crate::dataset::Dataset;
use crate::refusal::Refusal;

/// Members kept, by level: codes or labels.
pub type Keep = BTreeMap<String, Vec<String>>;

/// What is asked, by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Question {
    /// The table; none lets the fields settle it.
    pub table: Option<String>,
    /// Levels to group by.
    pub by: Vec<String>,
    /// Members kept.
    pub keep: Keep,
    /// What is wanted for each group.
    pub wanted: Vec<Wanted>,
}

/// One thing wanted for each group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A measure rolled up by its class.
    Rolled(String),
    /// Rows with a number.
    Count(String),
    /// The smallest number.
    Min(String),
    /// The largest number.
    Max(String),
    /// The plain mean over rows with a number.
    Mean(String),
    /// Rolled up first over rolled up second.
    Ratio(String, String),
    /// A declared indicator.
    Indicator(String),
    /// Rows, whatever they hold.
    Rows,
}

/// Members kept on one axis, as group indices.
#[derive(Clone, Debug)]
pub(crate) struct Kept {
    pub(crate) axis: Axis,
    pub(crate) groups: Vec<u32>,
}

/// A question bound to the columns of one table.
#[derive(Clone, Debug)]
pub(crate) struct Bound<'a> {
    pub(crate) dataset: &'a Dataset,
    /// Index of the table.
    pub(crate) index: usize,
    pub(crate) table: &'a Table,
    pub(crate) by: Vec<Axis>,
    pub(crate) kept: Vec<Kept>,
}

impl<'a> Bound<'a> {
    /// Finds the columns of the names in the table of this index.
    ///
    /// # Errors
    /// When the table has no such level, or the level no such member.
    pub(crate) fn new(
        place: (&'a Dataset, usize),
        by: &[String],
        keeps: &[&Keep],
    ) -> Result<Self, Refusal> {
        let (dataset, index) = place;
        let table = dataset.table_at(index)?;
        let axis = |name: &String| find_axis(table, name);
        let by = by.iter().map(axis).collect::<Result<_, _>>()?;
        let kept = keeps.iter().copied().flatten().map(|(name, members)| {
            let axis = axis(name)?;
            Ok(Kept {
                axis,
                groups: groups_of(table, axis, (name, members))?,
            })
        });
        Ok(Self {
            dataset,
            index,
            table,
            by,
            kept: kept.collect::<Result<_, _>>()?,
        })
    }

    /// The level of this name.
    ///
    /// # Errors
    /// When the table has none.
    pub(crate) fn axis(&self, name: &str) -> Result<Axis, Refusal> {
        find_axis(self.table, name)
    }

    /// The engine's cells for a query to the table.
    pub(crate) fn cells(&self, query: Query) -> Result<Rc<Cells>, Refusal> {
        self.dataset.cells(self.index, query)
    }

    /// Whether a measure may hold a number below zero; only rows that are here can tell.
    pub(crate) fn may_be_negative(&self, measure: usize) -> bool {
        let is_unsigned = |part: table::Part<'_>| {
            part.integers(measure).is_some_and(|integers| {
                integers.base() >= 0 && !matches!(integers.offsets(), Offsets::I64(_))
            })
        };
        !self.dataset.has_rows_of(self.index) || !self.table.parts().all(is_unsigned)
    }

    /// The same question, grouped by the finest members of further dimensions as well.
    pub(crate) fn also_by(&self, columns: &[usize]) -> Self {
        let further = columns.iter().map(|&column| Axis {
            column,
            level: None,
        });
        let by = self.by.iter().copied().chain(further).collect();
        Self { by, ..self.clone() }
    }

    /// The name of a dimension.
    pub(crate) fn name_of(&self, column: usize) -> &'a str {
        self.table
            .dimensions()
            .get(column)
            .map_or("", |column| &column.dimension.name)
    }
}

fn find_axis(table: &Table, name: &str) -> Result<Axis, Refusal> {
    Axis::find(table, name).ok_or_else(|| unknown_level(table, name))
}

fn unknown_level(table: &Table, name: &str) -> Refusal {
    let dimensions = table.dimensions().iter().map(|column| &column.dimension);
    let known = dimensions.flat_map(|dimension| {
        let levels = dimension.levels.iter().map(|level| level.name.clone());
        std::iter::once(dimension.name.clone()).chain(levels)
    });
    Refusal::UnknownLevel {
        name: name.to_owned(),
        known: known.collect(),
    }
}

/// Up to so many names are looked for one by one; for more an index is made first.
const FEW: usize = 16;

/// The groups of the members named by code or label.
fn groups_of(
    table: &Table,
    axis: Axis,
    kept: (&String, &Vec<String>),
) -> Result<Vec<u32>, Refusal> {
    let (level, wanted) = kept;
    let members = axis.members(table);
    let index = (wanted.len() > FEW).then(|| names(members));
    let find = |text: &String| {
        let found = match &index {
            Some(index) => index.get(text.as_str()).copied(),
            None => find(members, text),
        };
        found.ok_or_else(|| Refusal::UnknownMember {
            level: level.clone(),
            member: text.clone(),
        })
    };
    wanted.iter().map(find).collect()
}

/// The first member of this code, or else of this label.
fn find(members: &[Member], text: &str) -> Option<u32> {
    let position = |is_this: &dyn Fn(&Member) -> bool| members.iter().position(is_this);
    let by_code = position(&|member| member.code == text);
    let by_label = || position(&|member| member.label.da == text || member.label.en == text);
    u32::try_from(by_code.or_else(by_label)?).ok()
}

/// The same for all members at once.
fn names(members: &[Member]) -> HashMap<&str, u32> {
    let mut names = HashMap::new();
    for (member, index) in members.iter().zip(0..) {
        names.entry(member.code.as_str()).or_insert(index);
    }
    for (member, index) in members.iter().zip(0..) {
        for label in [&member.label.da, &member.label.en] {
            names.entry(label.as_str()).or_insert(index);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use table::Text;

    #[test]
    fn members_are_found_by_code_before_label_and_the_first_of_equals() {
        let member = |code: &str, da: &str, en: &str| Member {
            code: code.to_owned(),
            label: Text::new(da, en),
            ..Member::default()
        };
        let members = [
            member("a", "b", "x"),
            member("b", "y", "x"),
            member("c", "y", "d"),
        ];
        let index = names(&members);
        for (text, expected) in [
            ("a", Some(0)),
            ("b", Some(1)),
            ("x", Some(0)),
            ("y", Some(1)),
            ("d", Some(2)),
            ("e", None),
        ] {
            assert_eq!(find(&members, text), expected, "{text}");
            assert_eq!(index.get(text).copied(), expected, "{text}");
        }
    }
}
