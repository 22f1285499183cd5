//! What a column says of itself: role, members and levels of a dimension; unit and aggregation class of a measure.

use serde::{Deserialize, Serialize};

/// A text in both languages of the product; a source that has one language fills both with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Danish.
    pub da: String,
    /// English.
    pub en: String,
}

impl Text {
    /// The same words in both languages.
    #[must_use]
    pub fn same(words: &str) -> Self {
        Self {
            da: words.to_owned(),
            en: words.to_owned(),
        }
    }

    /// Danish and English.
    #[must_use]
    pub fn new(da: &str, en: &str) -> Self {
        Self {
            da: da.to_owned(),
            en: en.to_owned(),
        }
    }
}

/// What a dimension is about; decides which levels it can be given and how its members sort.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// A place: municipality, health council, region or country.
    Geography,
    /// A year, quarter, month or other period.
    Time,
    /// An age or age band.
    Age,
    /// Sex.
    Sex,
    /// The sector that gave the service.
    Sector,
    /// A diagnosis or group of diagnoses.
    Diagnosis,
    /// A hospital, practice, nursing home or other giver of care.
    Organisation,
    /// Any other grouping.
    #[default]
    Other,
}

/// What a member of a dimension stands for among its fellows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MemberKind {
    /// One of the finest parts; parts do not overlap.
    #[default]
    Part,
    /// The printed total over all parts.
    Total,
    /// A printed member of the named level, such as a region among municipalities.
    Of(String),
}

/// One member of a dimension.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// The code that rows carry, unique within the dimension.
    pub code: String,
    /// What people read.
    pub label: Text,
    /// Part, total, or member of a coarser level.
    #[serde(default)]
    pub kind: MemberKind,
}

/// A coarser grouping of a dimension's parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Level {
    /// The name a slice uses, such as `sundhedsraad`.
    pub name: String,
    /// What people read.
    pub label: Text,
    /// The groups, in the order people expect.
    pub members: Vec<Member>,
    /// For each member of the dimension, the index of its group here; `None` where it has none.
    pub parents: Vec<Option<u32>>,
}

/// The description of a dimension.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dimension {
    /// The name a slice uses; also the name of the finest level.
    pub name: String,
    /// What people read.
    pub label: Text,
    /// What it is about.
    pub role: Role,
    /// The members in the order people expect; rows hold indices into this list.
    pub members: Vec<Member>,
    /// Coarser groupings, finest first.
    #[serde(default)]
    pub levels: Vec<Level>,
}

impl Dimension {
    /// The index of the member with this code.
    #[must_use]
    pub fn index_of(&self, code: &str) -> Option<usize> {
        self.members.iter().position(|member| member.code == code)
    }

    /// The index of the printed total, if rows carry one.
    #[must_use]
    pub fn total(&self) -> Option<usize> {
        self.members
            .iter()
            .position(|member| member.kind == MemberKind::Total)
    }
}

/// How a measure is answered when the dimension it may not be summed over is left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Collapse {
    /// The value of the last member, such as a stock at the end of a period.
    Last,
    /// The mean over the members.
    Mean,
    /// No answer, with the reason.
    #[default]
    Refuse,
}

/// The aggregation class: over which dimensions a measure may be summed, and what to do elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "class")]
pub enum Aggregation {
    /// Summed over every dimension.
    #[default]
    Additive,
    /// Summed over all dimensions but those named.
    SemiAdditive {
        /// Names of the dimensions it may not be summed over.
        not_over: Vec<String>,
        /// What is answered when one of them is left out.
        #[serde(default)]
        then: Collapse,
    },
    /// Distinct persons: a person can be counted once in each member of the named dimensions.
    Distinct {
        /// Names of the dimensions in which one person can be counted twice.
        over: Vec<String>,
    },
    /// A ratio of two measures of the same table, times a factor.
    Ratio {
        /// Measure above the line.
        numerator: String,
        /// Measure below the line.
        denominator: String,
    },
    /// A mean, weighted by a measure of the same table.
    Mean {
        /// The measure that counts what the mean is over.
        weight: String,
    },
    /// An index, median or percentile: only as printed.
    Printed,
}

/// The description of a measure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// The name a slice uses.
    pub name: String,
    /// What people read.
    pub label: Text,
    /// The unit, such as `kr.` or `dage`.
    #[serde(default)]
    pub unit: Text,
    /// Decimals shown.
    #[serde(default)]
    pub decimals: u8,
    /// How it may be rolled up.
    #[serde(default)]
    pub aggregation: Aggregation,
    /// Codes of periods whose values are preliminary.
    #[serde(default)]
    pub preliminary: Vec<String>,
}
