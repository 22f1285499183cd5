//! How dots and commas in numbers are read.

use serde::{Deserialize, Serialize};

/// How dots and commas in numbers are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Convention {
    /// Dot for thousands, comma for decimals.
    #[default]
    Danish,
    /// Comma for thousands, dot for decimals.
    English,
    /// Each number by itself: the last dot or comma before other than three digits is for decimals.
    Each,
}
