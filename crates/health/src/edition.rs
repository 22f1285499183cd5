//! Two editions of one data set: members that came and went, numbers revised, definitions changed.

mod declared;
mod definitions;
mod equations;
mod numbers;
mod sections;
mod telling;

use std::collections::BTreeSet;

use table::{Dimension, Table, Text};

use crate::dataset::Dataset;
use crate::refusal::Refusal;

pub use definitions::{Definition, DefinitionKind, Field};
pub use numbers::{ByMember, Numbers, Revision, Shift};
pub use sections::{Section, changed_sections};

/// What differs between an earlier edition and a later one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// Tables that only the later has.
    pub came: Vec<String>,
    /// Tables that only the earlier has.
    pub gone: Vec<String>,
    /// Tables that both have.
    pub tables: Vec<TableChange>,
    /// Indicators and measures that came, went or are defined in another way.
    pub definitions: Vec<Definition>,
}

/// What differs within a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableChange {
    /// The table.
    pub name: String,
    /// What people read.
    pub title: Text,
    /// Dimensions that only one of the editions has: then numbers cannot be held against each other.
    pub other_dimensions: Vec<String>,
    /// Dimensions whose members differ.
    pub members: Vec<Members>,
    /// Each measure that both have.
    pub numbers: Vec<Numbers>,
}

/// Members of a dimension that differ.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Members {
    /// The dimension.
    pub dimension: String,
    /// Code and label of those that only the later has.
    pub came: Vec<(String, Text)>,
    /// Code and label of those that only the earlier has.
    pub gone: Vec<(String, Text)>,
    /// Code, and earlier and later label.
    pub renamed: Vec<(String, Text, Text)>,
}

/// Holds a later edition against an earlier one; of each measure at most so many revisions are told, the largest first.
///
/// Hidden cells stay hidden: one that is hidden in either edition is only counted. Of a printed total over hidden parts, and of
/// a part beside a single hidden one, it is told that it was revised, not by how much, since the hidden one's own difference
/// would follow.
///
/// # Errors
/// When the numbers of a table do not fit in memory.
pub fn compare(earlier: &Dataset, later: &Dataset, most: usize) -> Result<Comparison, Refusal> {
    let names = |dataset: &Dataset| -> BTreeSet<String> {
        let tables = dataset.tables().iter();
        tables.map(|table| table.name().to_owned()).collect()
    };
    let (old, new) = (names(earlier), names(later));
    let both = old.intersection(&new);
    let tables = both.map(|name| table_change((earlier, later), name, most));
    Ok(Comparison {
        came: new.difference(&old).cloned().collect(),
        gone: old.difference(&new).cloned().collect(),
        tables: tables.collect::<Result<_, _>>()?,
        definitions: definitions::changed(earlier, later),
    })
}

fn table_change(
    (earlier, later): (&Dataset, &Dataset),
    name: &str,
    most: usize,
) -> Result<TableChange, Refusal> {
    let (old, new) = (earlier.table(name)?, later.table(name)?);
    let other: Vec<String> = dimensions(old)
        .symmetric_difference(&dimensions(new))
        .map(|name| (*name).to_owned())
        .collect();
    let numbers = if other.is_empty() {
        numbers::revised((earlier, old), (later, new), most)?
    } else {
        Vec::new()
    };
    Ok(TableChange {
        name: name.to_owned(),
        title: new.title().clone(),
        members: members(old, new),
        other_dimensions: other,
        numbers,
    })
}

fn dimensions(table: &Table) -> BTreeSet<&str> {
    let columns = table.dimensions().iter();
    columns
        .map(|column| column.dimension.name.as_str())
        .collect()
}

fn members(old: &Table, new: &Table) -> Vec<Members> {
    let named = |table: &'_ Table, name: &str| -> Option<Dimension> {
        let mut columns = table.dimensions().iter();
        let column = columns.find(|column| column.dimension.name == name)?;
        Some(column.dimension.clone())
    };
    let names = new.dimensions().iter().map(|column| &column.dimension.name);
    let pairs = names.filter_map(|name| Some((named(old, name)?, named(new, name)?)));
    let changed = pairs.map(|(old, new)| of_dimension(&old, &new));
    changed
        .filter(|it| !(it.came.is_empty() && it.gone.is_empty() && it.renamed.is_empty()))
        .collect()
}

fn of_dimension(old: &Dimension, new: &Dimension) -> Members {
    let only = |these: &Dimension, those: &Dimension| {
        let members = these.members.iter();
        let lacking = members.filter(|member| those.index_of(&member.code).is_none());
        lacking
            .map(|member| (member.code.clone(), member.label.clone()))
            .collect()
    };
    let renamed = new.members.iter().filter_map(|member| {
        let before = old.members.get(old.index_of(&member.code)?)?;
        let differs = before.label != member.label;
        differs.then(|| {
            (
                member.code.clone(),
                before.label.clone(),
                member.label.clone(),
            )
        })
    });
    Members {
        dimension: new.name.clone(),
        came: only(new, old),
        gone: only(old, new),
        renamed: renamed.collect(),
    }
}
