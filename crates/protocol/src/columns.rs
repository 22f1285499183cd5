//! Answers as columns: what other programs take over without looking at each cell.

use serde::{Deserialize, Serialize};

use crate::message::Notice;

/// An answer as columns of equal length: one number a row in each.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Columns {
    /// Number of rows.
    pub row_count: usize,
    /// The levels grouped by.
    pub keys: Vec<KeyCodes>,
    /// What was asked for each group.
    pub values: Vec<ValueColumn>,
    /// Remarks and refused roll-ups.
    pub notices: Vec<Notice>,
}

/// A level that an answer is grouped by, as positions among its members.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KeyCodes {
    /// The table and level, which tell one list of members from another.
    pub of: String,
    /// The level's name.
    pub level: String,
    /// One position a row among the level's members.
    pub codes: Vec<u32>,
    /// The members; left out where the asker said that it knows them.
    pub members: Option<Members>,
}

/// The members of a level, in order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Members {
    /// What files and slices call them.
    pub codes: Vec<String>,
    /// What people read.
    pub labels: Vec<String>,
}

/// One thing asked for each group.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ValueColumn {
    /// The column's name.
    pub name: String,
    /// One number a row; NaN where there is none.
    pub numbers: Vec<f64>,
    /// One status a row: its position among value, zero, hidden, missing, not applicable, bounds, at least, incomplete, refused.
    pub status: Vec<u8>,
    /// The lower bound or limit of each row, NaN where there is none; empty where no row has one.
    #[serde(default)]
    pub low: Vec<f64>,
    /// The upper bound or limit of each row, NaN where there is none; empty where no row has one.
    #[serde(default)]
    pub high: Vec<f64>,
    /// 1 for each row whose number is preliminary; empty where none is.
    #[serde(default)]
    pub preliminary: Vec<u8>,
}
