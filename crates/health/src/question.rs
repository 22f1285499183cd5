//! A question to a data set, by the names a slice uses, and the same question bound to the columns of a table.

use std::collections::BTreeMap;

use table::Table;

use crate::axis::Axis;
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
    pub(crate) table: &'a Table,
    pub(crate) by: Vec<Axis>,
    pub(crate) kept: Vec<Kept>,
}

impl<'a> Bound<'a> {
    /// Finds the columns of the names.
    ///
    /// # Errors
    /// When the table has no such level, or the level no such member.
    pub(crate) fn new(table: &'a Table, by: &[String], keeps: &[&Keep]) -> Result<Self, Refusal> {
        let axis =
            |name: &String| Axis::find(table, name).ok_or_else(|| unknown_level(table, name));
        let by = by.iter().map(axis).collect::<Result<_, _>>()?;
        let kept = keeps.iter().copied().flatten().map(|(name, members)| {
            let axis = axis(name)?;
            Ok(Kept {
                axis,
                groups: groups_of(table, axis, (name, members))?,
            })
        });
        Ok(Self {
            table,
            by,
            kept: kept.collect::<Result<_, _>>()?,
        })
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

fn groups_of(
    table: &Table,
    axis: Axis,
    kept: (&String, &Vec<String>),
) -> Result<Vec<u32>, Refusal> {
    let members = axis.members(table);
    let (level, wanted) = kept;
    let find = |text: &String| {
        let by_code = members.iter().position(|member| member.code == *text);
        let by_label = || {
            members
                .iter()
                .position(|member| member.label.da == *text || member.label.en == *text)
        };
        let unknown = || Refusal::UnknownMember {
            level: level.clone(),
            member: text.clone(),
        };
        let index = by_code.or_else(by_label).ok_or_else(unknown)?;
        u32::try_from(index).map_err(|_| unknown())
    };
    wanted.iter().map(find).collect()
}
