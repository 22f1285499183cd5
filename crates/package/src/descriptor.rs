//! What a package says of itself.

mod json;
mod lines;
mod listing;
mod rules;
mod spot;
mod strict;
mod wire;

use serde_json::Value;
use table::{Dimension, Measure, Note, Numbers, Table, Text};

pub(crate) use json::{Listed, Parsed, parse};
pub(crate) use listing::{digest, write as listing};
pub(crate) use rules::descriptor as rules;
pub use spot::{DescriptorText, Spot};

/// Who answers for the numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publisher {
    /// The name.
    pub name: Text,
}

/// How small numbers were withheld before the package was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Disclosure {
    /// Counts below this are withheld; none when the publisher does not say.
    pub threshold: Option<u32>,
    /// What the sign for a withheld number means.
    pub legend: Text,
}

/// How a measure's numbers lie in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stored {
    /// Integers that count units of 10^-decimals.
    Exact {
        /// Decimals they carry.
        decimals: u8,
    },
    /// Doubles.
    Float,
}

/// A measure and how it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredMeasure {
    /// What it is.
    pub measure: Measure,
    /// How its numbers lie in the file.
    pub stored: Stored,
}

/// What the descriptor says of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableEntry {
    /// The name a slice uses.
    pub name: String,
    /// What people read.
    pub title: Text,
    /// Number of rows.
    pub rows: u64,
    /// Its dimensions with all members and levels.
    pub dimensions: Vec<Dimension>,
    /// Its measures.
    pub measures: Vec<StoredMeasure>,
    /// Remarks.
    pub notes: Vec<Note>,
}

impl TableEntry {
    /// What there is to say of a table.
    #[must_use]
    pub fn of(table: &Table) -> Self {
        Self {
            name: table.name().to_owned(),
            title: table.title().clone(),
            rows: table.row_count() as u64,
            dimensions: table
                .dimensions()
                .iter()
                .map(|it| it.dimension.clone())
                .collect(),
            measures: table.measures().iter().map(stored_measure).collect(),
            notes: table.notes().to_vec(),
        }
    }
}

fn stored_measure(column: &table::MeasureColumn) -> StoredMeasure {
    let stored = match &column.numbers {
        Numbers::Exact(scaled) => Stored::Exact {
            decimals: scaled.decimals,
        },
        Numbers::Float(_) => Stored::Float,
    };
    StoredMeasure {
        measure: column.measure.clone(),
        stored,
    }
}

/// The descriptor of a package.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Descriptor {
    /// Short name: lower-case letters, digits, `-`, `_` and `.`.
    pub name: String,
    /// Identity of the data set across editions, if it has one.
    pub id: Option<String>,
    /// What people read.
    pub title: Text,
    /// The edition, such as `2026-2`.
    pub edition: String,
    /// The day the extract was made, `yyyy-mm-dd`.
    pub extracted: String,
    /// Who answers for it.
    pub publisher: Publisher,
    /// Whether the numbers are made up.
    pub synthetic: bool,
    /// The tables.
    pub tables: Vec<TableEntry>,
    /// Declarations of indicators, read by `health`.
    pub indicators: Vec<Value>,
    /// Topics that group indicators and tables, read by `health`.
    pub topics: Vec<Value>,
    /// Divisions of places into those that are alike, read by `health`.
    pub peers: Vec<Value>,
    /// Tables of people by combination of sectors, read by `health`.
    pub combinations: Vec<Value>,
    /// Tables of people by where they were and where they came, read by `health`.
    pub flows: Vec<Value>,
    /// How small numbers were withheld.
    pub disclosure: Disclosure,
}
