//! What only the sender, or who knows the numbers, can say of a column.

use serde::Serialize;

use crate::plan::{ColumnPlan, ColumnRole};
use crate::reading::Convention;

/// A doubt about a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// Whether `1.473` is a whole number: every dot stands before three digits.
    WholeNumber {
        /// The first such number.
        example: String,
        /// How many there are.
        count: u64,
    },
    /// Whether `1,473` is a whole number: every comma stands before three digits.
    Thousands {
        /// The first such number.
        example: String,
        /// How many there are.
        count: u64,
    },
    /// Commas and dots both are decimal marks.
    TwoConventions {
        /// Numbers with a decimal comma.
        commas: u64,
        /// Numbers with a decimal point.
        dots: u64,
    },
    /// Words among numbers.
    Words {
        /// The first.
        example: String,
        /// How many there are.
        count: u64,
    },
    /// A column of numbers that stands beside the periods and has none.
    NoPlace,
}

/// What can be answered to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// So dots and commas are to be read.
    Convention(Convention),
    /// That is what the column is for.
    Role(ColumnRole),
}

impl Question {
    /// The answers there are, as they are offered.
    #[must_use]
    pub fn answers(&self) -> Vec<Answer> {
        use Convention::{Danish, Each, English};
        let conventions = match self {
            Self::WholeNumber { .. } => vec![Danish, English],
            Self::TwoConventions { .. } => vec![Each, Danish, English],
            Self::Thousands { .. } => vec![English, Danish],
            Self::Words { .. } => {
                let roles = [ColumnRole::Measure, ColumnRole::Other, ColumnRole::LeftOut];
                return roles.map(Answer::Role).to_vec();
            }
            Self::NoPlace => {
                let roles = [ColumnRole::LeftOut, ColumnRole::Note];
                return roles.map(Answer::Role).to_vec();
            }
        };
        let leave = std::iter::once(Answer::Role(ColumnRole::LeftOut));
        let conventions = conventions.into_iter().map(Answer::Convention);
        conventions.chain(leave).collect()
    }

    /// Whether a plan answers it already.
    pub(crate) fn is_answered(&self, plan: &ColumnPlan) -> bool {
        match self {
            Self::WholeNumber { .. } | Self::Thousands { .. } | Self::TwoConventions { .. } => {
                plan.convention.is_some()
            }
            Self::Words { .. } | Self::NoPlace => plan.role.is_some(),
        }
    }
}

impl ColumnPlan {
    /// Takes over an answer.
    pub fn answer(&mut self, answer: Answer) {
        match answer {
            Answer::Convention(convention) => self.convention = Some(convention),
            Answer::Role(role) => self.role = Some(role),
        }
    }
}
