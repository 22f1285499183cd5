//! What can be decided about a column.

use serde::{Deserialize, Serialize};

/// What a column is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnRole {
    /// Places.
    Geography,
    /// Periods.
    Time,
    /// Ages.
    Age,
    /// Sexes.
    Sex,
    /// Sectors.
    Sector,
    /// Diagnoses.
    Diagnosis,
    /// Givers of care.
    Organisation,
    /// Any other grouping of rows.
    Other,
    /// Codes that another column spells out.
    Code,
    /// Numbers.
    Measure,
    /// The name of what the row counts.
    MeasureName,
    /// The unit of the numbers of the row.
    Unit,
    /// Remarks.
    Note,
    /// One thing that is said of the whole table.
    Constant,
    /// Counts the rows.
    RowNumber,
    /// Nothing.
    #[default]
    LeftOut,
}

/// What a dash instead of a number is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dash {
    /// Zero, as Statistics Denmark writes it.
    #[default]
    Zero,
    /// Not known.
    Missing,
    /// Hidden by the publisher.
    Hidden,
    /// There can be no number.
    NotApplicable,
}

/// How numbers may be added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Adds {
    /// Over everything: events.
    #[default]
    Sum,
    /// Over nothing: rates, shares, means.
    Never,
    /// Persons, who can be in several groups.
    Persons,
    /// How many there are at a moment: not over time.
    Stock,
}

/// Several values in one cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Split {
    /// One value.
    #[default]
    Whole,
    /// `4730 / 11794`.
    Pair,
    /// `49 (0)`.
    Bracket,
    /// `39 (38-40)`.
    Interval,
}

/// A member that is read as another text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alias {
    /// As it is written.
    pub written: String,
    /// As it is read.
    pub read: String,
}

/// What a text among numbers stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignPlan {
    /// As it is written.
    pub written: String,
    /// What it is.
    pub is: Dash,
}
