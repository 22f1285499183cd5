//! Indicators: declarations in the package, never code; adding one needs no release.

use serde::{Deserialize, Serialize};
use table::{Role, Text};

use crate::axis;
use crate::dataset::Dataset;
use crate::disclosure::{Cell, Figure};
use crate::fold::divide;
use crate::interval::Method;
use crate::named::{self, Named};
use crate::question::{Bound, Keep};
use crate::refusal::Refusal;

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
    /// What the ratio is multiplied by.
    pub factor: Option<f64>,
    /// How intervals are computed.
    pub interval: Method,
    /// Which way is good.
    pub direction: Direction,
    /// The definition in words.
    pub definition: Text,
    /// Register and publisher in words.
    pub source: Text,
    /// Breaks in the series.
    pub breaks: Vec<Break>,
    /// Periods whose values are preliminary.
    pub preliminary: Vec<String>,
}

/// The indicator for each group of the question, with its parts and interval.
pub(crate) fn evaluate(
    dataset: &Dataset,
    indicator: &Indicator,
    by: &[String],
    keep: &Keep,
) -> Result<Named<Cell>, Refusal> {
    let factor = indicator.factor.unwrap_or(1.0);
    let above = rolled(dataset, indicator, (&indicator.numerator, by, keep))?;
    let Some(source) = &indicator.denominator else {
        let cell = |figure: Figure| Cell::of(figure.map(|value| value * factor));
        return Ok(above.map(cell));
    };
    let table = dataset.table(&source.table)?;
    if describes_people(
        dataset.table(&indicator.numerator.table)?,
        table,
        (by, keep),
    ) {
        return Ok(above.map(|_| Cell::of(Figure::Refused)));
    }
    let shared = |level: &String| axis::has_level(table, level);
    let positions: Vec<usize> = (0..by.len())
        .filter(|&i| by.get(i).is_some_and(shared))
        .collect();
    let by_shared: Vec<String> = by.iter().filter(|level| shared(level)).cloned().collect();
    let below = rolled(dataset, indicator, (source, &by_shared, keep))?;
    let estimate = |key: &Vec<String>, above: Figure| {
        let key: Vec<String> = positions
            .iter()
            .filter_map(|&i| key.get(i).cloned())
            .collect();
        let below = below.column.get(&key).copied().unwrap_or(Figure::Missing);
        estimate(indicator, (above, below), factor)
    };
    Ok(above.map_with_key(estimate).with_remarks(below.remarks))
}

fn estimate(indicator: &Indicator, parts: (Figure, Figure), factor: f64) -> Cell {
    let figure = divide(parts.0, parts.1).map(|ratio| ratio * factor);
    let counts = parts.0.value().zip(parts.1.value());
    let limits = counts.and_then(|(above, below)| indicator.interval.limits(above, below));
    let interval = limits.map(|(low, high)| (low * factor, high * factor));
    Cell {
        interval,
        parts: Some(parts),
        ..Cell::of(figure)
    }
}

fn rolled(
    dataset: &Dataset,
    indicator: &Indicator,
    asked: (&Source, &[String], &Keep),
) -> Result<Named<Figure>, Refusal> {
    let (source, by, keep) = asked;
    let table = dataset.table(&source.table)?;
    let within = |keep: &Keep| -> Keep {
        let known = keep
            .iter()
            .filter(|(level, _)| axis::has_level(table, level));
        known
            .map(|(level, members)| (level.clone(), members.clone()))
            .collect()
    };
    let bound = Bound::new(table, by, &[&within(&indicator.keep), &within(keep)])?;
    named::rolled(&bound, &source.measure)
}

/// Whether the question names people in a way that only the numerator knows: then the ratio would be of other people.
fn describes_people(above: &table::Table, below: &table::Table, asked: (&[String], &Keep)) -> bool {
    let (by, keep) = asked;
    let person = |level: &String| {
        let role = axis::role_of(above, level);
        let about = matches!(
            role,
            Some(Role::Geography | Role::Time | Role::Age | Role::Sex)
        );
        about && !axis::has_level(below, level)
    };
    by.iter().chain(keep.keys()).any(person)
}
