//! What is in an open package: everything a person can choose from.

use serde::{Deserialize, Serialize};

use crate::message::Notice;
use crate::state::ViewName;

/// An open package or file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Catalog {
    /// What the strip at the top says.
    pub card: PackageCard,
    /// Places, outermost level first.
    pub places: Vec<PlaceChoice>,
    /// Periods, newest first.
    pub periods: Vec<Choice>,
    /// Indicators in the publisher's order.
    pub indicators: Vec<IndicatorChoice>,
    /// Tables in the publisher's order.
    pub tables: Vec<TableCard>,
    /// Views that came with the package.
    pub ready_views: Vec<ReadyView>,
    /// The views drawn by a module of their own that have something to show.
    pub studies: Vec<ViewName>,
    /// What was odd about the file.
    pub notices: Vec<Notice>,
}

/// Who made the package, when, and how far it can be trusted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PackageCard {
    /// The dataset, or the file's name for own data.
    pub id: String,
    /// What people read.
    pub title: String,
    /// The edition, such as `2026-2`; empty for own data.
    pub edition: String,
    /// When it was extracted, as people write dates; empty where unknown.
    pub extracted: String,
    /// The publisher; empty for own data.
    pub publisher: String,
    /// The file it came from.
    pub file_name: String,
    /// Size of the file.
    pub size_bytes: u64,
    /// Rows in all tables.
    pub row_count: u64,
    /// Whether the numbers are made up.
    pub synthetic: Origin,
    /// Whether a publisher vouches for it.
    pub trust: Trust,
}

/// Whether the numbers are about real people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Counted.
    #[default]
    Real,
    /// Made up for demonstration; said on every screen.
    Synthetic,
}

/// Whether a publisher vouches for a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trust {
    /// A raw file of the user's own.
    #[default]
    OwnData,
    /// A package without a signature.
    Unsigned,
}

/// Something to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What a state holds.
    pub id: String,
    /// What people read.
    pub label: String,
}

/// A place to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceChoice {
    /// `level:code`.
    pub id: String,
    /// What people read.
    pub label: String,
    /// The level's name, such as `sundhedsraad`.
    pub level: String,
    /// The level in words.
    pub level_label: String,
    /// The place one level up, if any.
    pub parent: Option<String>,
}

/// An indicator to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndicatorChoice {
    /// What a state holds.
    pub id: String,
    /// What people read.
    pub label: String,
    /// The topic it stands under.
    pub topic: String,
    /// Its unit.
    pub unit: String,
}

/// A table to slice.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TableCard {
    /// What a slice holds.
    pub name: String,
    /// What people read.
    pub title: String,
    /// Number of rows.
    pub row_count: u64,
    /// Levels and measures, in groups as people look for them.
    pub fields: Vec<FieldCard>,
    /// The publisher's notes.
    pub notes: Vec<String>,
}

/// The heading a field stands under.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldGroup {
    /// Where.
    Place,
    /// When.
    Time,
    /// Who.
    Person,
    /// By whom and for what.
    Service,
    /// Other groupings.
    #[default]
    Other,
    /// What is counted.
    Measure,
}

/// A level or measure of a table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FieldCard {
    /// What a slice holds.
    pub name: String,
    /// What people read.
    pub label: String,
    /// The heading it stands under.
    pub group: FieldGroup,
    /// For a level, the dimension it belongs to; levels of one dimension nest.
    pub dimension: Option<String>,
    /// For a level, how many members it has.
    pub member_count: u32,
    /// For a level, its members, at most a thousand.
    pub members: Vec<Choice>,
    /// For a measure, its aggregation class in a word, such as `sum` or `unik`.
    pub class: String,
    /// For a measure, its unit.
    pub unit: String,
}

/// A view that came with the package.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadyView {
    /// What people read.
    pub title: String,
    /// The question it answers.
    pub question: String,
    /// The address after `#`.
    pub fragment: String,
}
