//! A level of a dimension, found by the name a slice uses.

use crate::geography::Level;
use table::{Dimension, Member, MemberKind, Role, Table, Text};

/// A dimension column seen at its finest level or at one of its coarser ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Axis {
    /// Index among the table's dimensions.
    pub(crate) column: usize,
    /// Index among the dimension's levels; none is the finest.
    pub(crate) level: Option<usize>,
}

impl Axis {
    /// The level of this name. A dimension's own name is its finest level.
    pub(crate) fn find(table: &Table, name: &str) -> Option<Self> {
        let dimensions = || {
            table
                .dimensions()
                .iter()
                .map(|column| &column.dimension)
                .enumerate()
        };
        let finest = dimensions().find(|(_, dimension)| dimension.name == name);
        let finest = finest.map(|(column, _)| Self {
            column,
            level: None,
        });
        finest.or_else(|| {
            dimensions().find_map(|(column, dimension)| {
                let level = dimension
                    .levels
                    .iter()
                    .position(|level| level.name == name)?;
                Some(Self {
                    column,
                    level: Some(level),
                })
            })
        })
    }

    /// The dimension it belongs to.
    pub(crate) fn dimension(self, table: &Table) -> Option<&Dimension> {
        table
            .dimensions()
            .get(self.column)
            .map(|column| &column.dimension)
    }

    /// The name a slice uses for it.
    pub(crate) fn name(self, table: &Table) -> &str {
        let dimension = self.dimension(table);
        let name = dimension.and_then(|dimension| match self.level {
            None => Some(dimension.name.as_str()),
            Some(level) => Some(dimension.levels.get(level)?.name.as_str()),
        });
        name.unwrap_or_default()
    }

    /// Its members, in order.
    pub(crate) fn members(self, table: &Table) -> &[Member] {
        let Some(dimension) = self.dimension(table) else {
            return &[];
        };
        match self.level {
            None => &dimension.members,
            Some(level) => dimension
                .levels
                .get(level)
                .map_or(&[], |level| &level.members),
        }
    }

    /// For each member of the dimension, the index of its group at this level.
    pub(crate) fn groups(self, table: &Table) -> Vec<Option<u32>> {
        let Some(dimension) = self.dimension(table) else {
            return Vec::new();
        };
        let count = u32::try_from(dimension.members.len()).unwrap_or(u32::MAX);
        match self.level.and_then(|level| dimension.levels.get(level)) {
            None => (0..count).map(Some).collect(),
            Some(level) => {
                let own = |member: &Member| {
                    let is_printed =
                        matches!(&member.kind, MemberKind::Of(of) if *of == level.name);
                    let position = || level.members.iter().position(|m| m.code == member.code);
                    is_printed
                        .then(position)
                        .flatten()
                        .and_then(|index| u32::try_from(index).ok())
                };
                let parents = level.parents.iter().copied().chain(std::iter::repeat(None));
                let pairs = dimension.members.iter().zip(parents);
                pairs
                    .map(|(member, parent)| own(member).or(parent))
                    .collect()
            }
        }
    }
}

/// Whether the table has a level of this name.
#[must_use]
pub fn has_level(table: &Table, name: &str) -> bool {
    Axis::find(table, name).is_some()
}

/// The finest level of the dimension with this role.
#[must_use]
pub fn level_of_role(table: &Table, role: Role) -> Option<&str> {
    crate::place::of_role(table, role).map(|dimension| dimension.name.as_str())
}

/// What the level of this name is about.
#[must_use]
pub fn role_of(table: &Table, name: &str) -> Option<Role> {
    Axis::find(table, name)?
        .dimension(table)
        .map(|dimension| dimension.role)
}

/// Whether two levels belong to one dimension.
#[must_use]
pub fn same_dimension(table: &Table, level: &str, other: &str) -> bool {
    let column = |name| Axis::find(table, name).map(|axis| axis.column);
    column(level).is_some() && column(level) == column(other)
}

/// The words of a level.
#[must_use]
pub fn level_label(table: &Table, name: &str) -> Option<Text> {
    let axis = Axis::find(table, name)?;
    let dimension = axis.dimension(table)?;
    match axis.level {
        None => Some(finest_label(dimension)),
        Some(level) => dimension.levels.get(level).map(|level| level.label.clone()),
    }
}

/// The words of a dimension's finest level: for places the kind of place, elsewhere those of the dimension.
#[must_use]
pub fn finest_label(dimension: &Dimension) -> Text {
    let kind = Level::from_name(&dimension.name).filter(|_| dimension.role == Role::Geography);
    kind.map_or_else(|| dimension.label.clone(), Level::label)
}

/// The words of the dimension that a level belongs to.
#[must_use]
pub fn dimension_label<'a>(table: &'a Table, level: &str) -> Option<&'a Text> {
    Axis::find(table, level)?
        .dimension(table)
        .map(|dimension| &dimension.label)
}

/// The words of a member of a level.
#[must_use]
pub fn member_label<'a>(table: &'a Table, level: &str, code: &str) -> Option<&'a Text> {
    let members = Axis::find(table, level)?.members(table);
    members
        .iter()
        .find(|member| member.code == code)
        .map(|member| &member.label)
}
