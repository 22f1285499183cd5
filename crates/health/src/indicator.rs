//! Indicators: declarations in the package, never code; adding one needs no release.

mod evaluate;
mod standardised;

use serde::{Deserialize, Serialize};
use table::Text;

use crate::interval::Method;
use crate::question::Keep;

pub(crate) use evaluate::evaluate;

/// A measure of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The table.
    pub table: String,
    /// The measure.
    pub measure: String,
}

/// Which way is good.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Low is good.
    Low,
    /// High is good.
    High,
    /// Neither is declared, so nothing is judged.
    #[default]
    None,
}

/// A break in the series.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Break {
    /// The first period counted the new way.
    pub period: String,
    /// Why.
    pub why: Text,
}

/// The aggregation class that a publisher says the indicator has; one that its measures contradict refuses the package.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// Summed over every dimension.
    Additive,
    /// A stock: not summed over some dimensions.
    SemiAdditive,
    /// Distinct people.
    Distinct,
    /// One sum over another.
    Ratio,
    /// A weighted mean.
    Mean,
    /// Only as printed.
    Printed,
}

/// Which way rates are made comparable between places with unlike people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standard {
    /// The rate that a standard population would have with the place's rates.
    #[default]
    Direct,
    /// What was seen over what the country's rates would give.
    Indirect,
}

/// A population that weighs the strata.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Population {
    /// The table.
    pub table: String,
    /// The measure that counts people.
    pub measure: String,
    /// Members kept, such as the one year that weighs all others.
    #[serde(rename = "where", default)]
    pub keep: Keep,
}

/// How rates are made comparable between places with unlike people.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standardisation {
    /// Which way.
    pub method: Standard,
    /// The levels whose combinations are the strata, such as `age_band` and `sex`.
    pub over: Vec<String>,
    /// The standard population of the direct way; without one, the country's people of the same period.
    #[serde(default)]
    pub weights: Option<Population>,
    /// The publisher's own standardised values, which win where there are some.
    #[serde(default)]
    pub printed: Option<Source>,
}

/// What must be known to read some of the numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Caveat {
    /// The members it concerns; without any, all numbers.
    #[serde(rename = "where", default)]
    pub keep: Keep,
    /// What.
    pub text: Text,
}

/// The declaration of an indicator.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Indicator {
    /// The name a slice uses.
    pub id: String,
    /// What people read.
    pub label: Text,
    /// The topic it stands under.
    pub topic: String,
    /// The unit, such as `pr. 1.000 borgere`.
    pub unit: Text,
    /// Decimals shown.
    pub decimals: u8,
    /// What is counted.
    pub numerator: Source,
    /// What it is counted among; none for a measure that is its own value.
    pub denominator: Option<Source>,
    /// Members kept in both, where they have the level.
    #[serde(rename = "where")]
    pub keep: Keep,
    /// How it may be rolled up, as its publisher sees it.
    pub class: Option<Class>,
    /// What the ratio is multiplied by.
    pub factor: Option<f64>,
    /// How it is standardised, if it is.
    pub standardisation: Option<Standardisation>,
    /// How intervals are computed, if declared.
    pub interval: Option<Method>,
    /// Which way is good.
    pub direction: Direction,
    /// The definition in words.
    pub definition: Text,
    /// The register in words.
    pub source: Text,
    /// Who answers for it; empty where that is the package's publisher.
    pub publisher: Text,
    /// The day of the extract, `yyyy-mm-dd`; empty where it is the package's.
    pub extracted: String,
    /// Breaks in the series.
    pub breaks: Vec<Break>,
    /// Periods whose values are preliminary.
    pub preliminary: Vec<String>,
    /// What must be known to read it, or some of its numbers.
    pub caveats: Vec<Caveat>,
}

impl Indicator {
    /// How intervals are computed: as declared, or else by Dobson's limits for a directly standardised rate, by Byar's for an
    /// indirectly standardised one, exactly for a share of a hundred, as Danish clinical quality registers print it, and not
    /// at all for anything else, whose kind nothing tells.
    #[must_use]
    pub fn interval_method(&self) -> Method {
        let is_share = self.denominator.is_some() && self.factor == Some(100.0);
        let usual = match &self.standardisation {
            Some(standard) if standard.method == Standard::Direct => Method::Dobson,
            Some(_) => Method::Byar,
            None if is_share => Method::Exact,
            None => Method::None,
        };
        self.interval.unwrap_or(usual)
    }

    /// Whether the series begins anew after one period and up to another, so that the two cannot be compared.
    #[must_use]
    pub fn is_broken(&self, from: &str, to: &str) -> bool {
        let mut breaks = self.breaks.iter().map(|each| each.period.as_str());
        breaks.any(|period| from < period && period <= to)
    }
}
