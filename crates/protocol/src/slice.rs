//! The slice: the one question that links, saved views, the command line and the JavaScript API all speak, as JSON.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A question to one table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Slice {
    /// The table; may be left out when the package has one, or when the fields settle it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// Levels to group by, such as `sundhedsraad` and `year`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub by: Vec<String>,
    /// What is asked for each group.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<MeasureExpr>,
    /// Members kept, by level.
    #[serde(rename = "where", skip_serializing_if = "BTreeMap::is_empty")]
    pub filter: BTreeMap<String, Vec<Scalar>>,
    /// Order of the rows; without it they come in the order of their members.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<Order>,
    /// Only the first so many rows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub top: Option<usize>,
    /// Linked histograms: each level under every filter but its own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub histograms: Vec<String>,
    /// The measure that histograms sum; without it they count rows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    /// The level whose filter is being moved: what answers its next move is kept with the histograms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub active: Option<String>,
    /// Distinct combinations of these levels.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub distinct: Vec<String>,
}

/// One thing asked for each group.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureExpr {
    /// The measure rolled up by its class; for an additive one, its sum.
    Sum(String),
    /// Rows with a number.
    Count(String),
    /// The smallest number.
    Min(String),
    /// The largest number.
    Max(String),
    /// The plain mean over rows with a number.
    Mean(String),
    /// Sum of the first over sum of the second.
    Ratio([String; 2]),
    /// An indicator that the package declares.
    Indicator(String),
}

impl MeasureExpr {
    /// The name of the column in an answer: the measure's own for a sum, `mean_bed_days` or `cost_per_contacts` otherwise.
    #[must_use]
    pub fn column_name(&self) -> String {
        match self {
            Self::Sum(name) | Self::Indicator(name) => name.clone(),
            Self::Count(name) => format!("count_{name}"),
            Self::Min(name) => format!("min_{name}"),
            Self::Max(name) => format!("max_{name}"),
            Self::Mean(name) => format!("mean_{name}"),
            Self::Ratio([above, below]) => format!("{above}_per_{below}"),
        }
    }
}

/// A member in a filter; years may be written as numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Scalar {
    /// A whole number.
    Number(i64),
    /// A code or label.
    Text(String),
}

impl std::fmt::Display for Scalar {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Text(text) => write!(f, "{text}"),
        }
    }
}

/// Rows ordered by one of the measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// Position in `measures`, from 0.
    pub measure: usize,
    /// Which end comes first.
    #[serde(default)]
    pub direction: Direction,
}

/// Which end comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Largest first.
    #[default]
    Descending,
    /// Smallest first.
    Ascending,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slice_reads_as_it_is_written_by_hand() {
        let text = r#"{"table":"kontakter","by":["sundhedsraad","year"],
            "measures":[{"sum":"contacts"},{"ratio":["cost_dkk","contacts"]},{"mean":"bed_days"},{"indicator":"akut"}],
            "where":{"sex":["K"],"year":[2025]},"order":{"measure":0},"top":10}"#;
        let slice: Slice = serde_json::from_str(text).unwrap();
        assert_eq!(slice.by, ["sundhedsraad", "year"]);
        assert_eq!(slice.measures[1].column_name(), "cost_dkk_per_contacts");
        assert_eq!(slice.filter["year"], [Scalar::Number(2025)]);
        let again: Slice = serde_json::from_str(&serde_json::to_string(&slice).unwrap()).unwrap();
        assert_eq!(again, slice);
    }

    #[test]
    fn histograms_may_say_which_level_is_active_and_need_not() {
        let text = r#"{"histograms":["year","sex"],"measure":"contacts","active":"year"}"#;
        let slice: Slice = serde_json::from_str(text).unwrap();
        assert_eq!(slice.active.as_deref(), Some("year"));
        assert_eq!(serde_json::to_string(&slice).unwrap(), text);
        let still = Slice {
            active: None,
            ..slice
        };
        assert!(!serde_json::to_string(&still).unwrap().contains("active"));
    }

    #[test]
    fn a_misspelt_part_of_a_slice_is_refused() {
        let error = serde_json::from_str::<Slice>(r#"{"bye":["year"]}"#)
            .unwrap_err()
            .to_string();
        assert!(error.contains("unknown field `bye`"), "{error}");
    }
}
