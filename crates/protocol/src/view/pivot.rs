//! Snit: the free pivot.

use serde::{Deserialize, Serialize};

use super::CellView;
use crate::message::Notice;

/// The whole view.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PivotView {
    /// The head of the row labels, such as `Bopæl`.
    pub corner: String,
    /// Column heads, from the top row down; spans add up to the value columns.
    pub heads: Vec<Vec<PivotHead>>,
    /// One for each value column.
    pub columns: Vec<PivotColumn>,
    /// Rows, totals first.
    pub rows: Vec<PivotRow>,
    /// Roll-ups that were refused, and other remarks.
    pub notices: Vec<Notice>,
    /// Rows shown, rows read, sign key and printed totals, in words.
    pub footnotes: Vec<String>,
    /// When nothing is shown: which filters close, in words.
    pub empty: Option<String>,
}

/// A column head over one or more value columns.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PivotHead {
    /// What it says.
    pub label: String,
    /// How many value columns it spans.
    pub span: u32,
}

/// What a value column is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PivotColumn {
    /// The full name for a screen reader, such as `Unikke patienter, Hospital`.
    pub name: String,
    /// Whether it is a total over the column levels.
    pub total: bool,
    /// Whether it is the first column of its measure.
    pub first: bool,
}

/// A row of the pivot.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PivotRow {
    /// Member codes from the outermost level inwards; empty on the grand total.
    pub path: Vec<String>,
    /// What people read.
    pub label: String,
    /// A quiet addition, such as `5 kommuner`.
    pub hint: String,
    /// How many rows of its own it has when unfolded; 0 at the innermost level.
    pub child_count: u32,
    /// Whether it is unfolded.
    pub unfolded: bool,
    /// Cells, one for each value column.
    pub cells: Vec<CellView>,
    /// Shading, 0 (none) to 3, one for each value column.
    pub heat: Vec<u8>,
}
