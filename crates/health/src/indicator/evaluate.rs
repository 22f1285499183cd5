//! The value of an indicator for each group of a question.

use table::Role;

use super::standardised::{self, Asked};
use super::{Indicator, Source};
use crate::axis;
use crate::dataset::Dataset;
use crate::disclosure::{Cell, Figure};
use crate::fold::divide;
use crate::named::{self, Translation};
use crate::question::{Bound, Keep};
use crate::refusal::{NotComputed, Refusal, Remark};
use crate::rollup::{self, Rolled};

/// The indicator for each group of the question, with its parts and interval.
pub(crate) fn evaluate(
    asked: &Bound<'_>,
    indicator: &Indicator,
    by: &[String],
    keep: &Keep,
) -> Result<Rolled<Cell>, Refusal> {
    let numerator = bind(asked.dataset, indicator, (&indicator.numerator, by, keep))?;
    let cells = of_numerator(&numerator, indicator, by, keep)?;
    let positions: Vec<usize> = (0..by.len()).collect();
    let column = Translation::new(&numerator, &positions, asked).column(cells.column);
    Ok(Rolled { column, ..cells })
}

fn of_numerator(
    numerator: &Bound<'_>,
    indicator: &Indicator,
    by: &[String],
    keep: &Keep,
) -> Result<Rolled<Cell>, Refusal> {
    let factor = indicator.factor.unwrap_or(1.0);
    let Some(source) = &indicator.denominator else {
        let Rolled { column, remarks } = rolled(numerator, &indicator.numerator)?;
        let cell = |figure: Figure| Cell::of(figure.map(|value| value * factor));
        let column = column.map(cell);
        return Ok(Rolled { column, remarks });
    };
    let table = numerator.dataset.table(&source.table)?;
    if describes_people(numerator.table, table, (by, keep)) {
        let Rolled { column, remarks } = rolled(numerator, &indicator.numerator)?;
        let remark = Remark::NotComputed {
            indicator: indicator.label.clone(),
            why: NotComputed::OtherPeople,
        };
        return Ok(Rolled {
            column: column.map(|_| Cell::of(Figure::Refused)),
            remarks: remarks.into_iter().chain([remark]).collect(),
        });
    }
    match &indicator.standardisation {
        Some(standard) => standardised::evaluate(Asked {
            numerator,
            denominator: source,
            indicator,
            standard,
            by,
            keep,
        }),
        None => with_denominator((numerator, source), indicator, by, keep),
    }
}

/// The numerator over the denominator of the same people, wherever the denominator's table knows the levels asked by.
fn with_denominator(
    (numerator, source): (&Bound<'_>, &Source),
    indicator: &Indicator,
    by: &[String],
    keep: &Keep,
) -> Result<Rolled<Cell>, Refusal> {
    let factor = indicator.factor.unwrap_or(1.0);
    let Rolled { column, remarks } = rolled(numerator, &indicator.numerator)?;
    let table = numerator.dataset.table(&source.table)?;
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
    let method = indicator.interval_method();
    let limits = counts.and_then(|(above, below)| method.limits(above, below));
    let interval = limits.map(|(low, high)| (low * factor, high * factor));
    Cell {
        interval,
        parts: Some(parts),
        ..Cell::of(figure)
    }
}

pub(super) fn rolled(bound: &Bound<'_>, source: &Source) -> Result<Rolled, Refusal> {
    rollup::roll(bound, named::measure_index(bound.table, &source.measure)?)
}

/// The question put to the table of a source, with the filters that it knows.
pub(super) fn bind<'a>(
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
