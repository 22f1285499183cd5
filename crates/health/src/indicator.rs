//! Indicators: declarations in the package, never code; adding one needs no release.

use serde::{Deserialize, Serialize};
use table::{Role, Text};

use crate::axis;
use crate::dataset::Dataset;
use crate::disclosure::{Cell, Figure};
use crate::fold::divide;
use crate::interval::Method;
use crate::named::{self, Translation};
use crate::question::{Bound, Keep};
use crate::refusal::Refusal;
use crate::rollup::{self, Rolled};

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
    asked: &Bound<'_>,
    indicator: &Indicator,
    by: &[String],
    keep: &Keep,
) -> Result<Rolled<Cell>, Refusal> {
    let numerator = bind(asked.dataset, indicator, (&indicator.numerator, by, keep))?;
    let cells = with_denominator(&numerator, indicator, by, keep)?;
    let positions: Vec<usize> = (0..by.len()).collect();
    let column = Translation::new(&numerator, &positions, asked).column(cells.column);
    Ok(Rolled { column, ..cells })
}

fn with_denominator(
    numerator: &Bound<'_>,
    indicator: &Indicator,
    by: &[String],
    keep: &Keep,
) -> Result<Rolled<Cell>, Refusal> {
    let factor = indicator.factor.unwrap_or(1.0);
    let Rolled { column, remarks } = rolled(numerator, &indicator.numerator)?;
    let Some(source) = &indicator.denominator else {
        let cell = |figure: Figure| Cell::of(figure.map(|value| value * factor));
        let column = column.map(cell);
        return Ok(Rolled { column, remarks });
    };
    let table = numerator.dataset.table(&source.table)?;
    if describes_people(numerator.table, table, (by, keep)) {
        let column = column.map(|_| Cell::of(Figure::Refused));
        return Ok(Rolled { column, remarks });
    }
    let shared = |level: &String| axis::has_level(table, level);
    let positions: Vec<usize> = (0..by.len())
        .filter(|&i| by.get(i).is_some_and(shared))
        .collect();
    let by_shared: Vec<String> = by.iter().filter(|level| shared(level)).cloned().collect();
    let denominator = bind(numerator.dataset, indicator, (source, &by_shared, keep))?;
    let below = rolled(&denominator, source)?;
    let translation = Translation::new(numerator, &positions, &denominator);
    let column = column.map_with_key(|key, above| {
        let shared = positions.iter().filter_map(|&i| key.get(i).copied());
        let key = translation.key(shared);
        let below = key.and_then(|key| below.column.get(&key).copied());
        estimate(
            indicator,
            (*above, below.unwrap_or(Figure::Missing)),
            factor,
        )
    });
    let remarks = [remarks, below.remarks].concat();
    Ok(Rolled { column, remarks })
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

fn rolled(bound: &Bound<'_>, source: &Source) -> Result<Rolled, Refusal> {
    rollup::roll(bound, named::measure_index(bound.table, &source.measure)?)
}

/// The question put to the table of a source, with the filters that it knows.
fn bind<'a>(
    dataset: &'a Dataset,
    indicator: &Indicator,
    asked: (&Source, &[String], &Keep),
) -> Result<Bound<'a>, Refusal> {
    let (source, by, keep) = asked;
    let index = dataset.table_index(&source.table)?;
    let table = dataset.table_at(index)?;
    let within = |keep: &Keep| -> Keep {
        let known = keep
            .iter()
            .filter(|(level, _)| axis::has_level(table, level));
        known
            .map(|(level, members)| (level.clone(), members.clone()))
            .collect()
    };
    Bound::new(
        (dataset, index),
        by,
        &[&within(&indicator.keep), &within(keep)],
    )
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
