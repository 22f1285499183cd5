//! Standardised indicators: strata of the place weighed by a standard population, or held against the country's rates.

mod fold;
mod side;

use super::evaluate::{bind, rolled};
use super::{Indicator, Source, Standard, Standardisation};
use crate::axis;
use crate::column::Column;
use crate::disclosure::{Cell, Figure};
use crate::fold::of_quotient;
use crate::interval::Method;
use crate::named::Translation;
use crate::question::{Bound, Keep};
use crate::refusal::{NotComputed, Refusal, Remark};
use crate::rollup::Rolled;

use fold::{Folded, folded};
use side::Sides;

/// A standardised indicator and the question put to it.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) numerator: &'a Bound<'a>,
    pub(super) denominator: &'a Source,
    pub(super) indicator: &'a Indicator,
    pub(super) standard: &'a Standardisation,
    pub(super) by: &'a [String],
    pub(super) keep: &'a Keep,
}

/// The standardised figure of each group; the publisher's own where there is one.
pub(super) fn evaluate(asked: Asked<'_>) -> Result<Rolled<Cell>, Refusal> {
    let computed = computed(asked)?;
    match &asked.standard.printed {
        Some(source) => printed(asked, source, computed),
        None => Ok(computed),
    }
}

fn computed(asked: Asked<'_>) -> Result<Rolled<Cell>, Refusal> {
    let levels = [asked.by, asked.standard.over.as_slice()].concat();
    let source = &asked.indicator.numerator;
    let fine = (source, levels.as_slice(), asked.keep);
    let fine = bind(asked.numerator.dataset, asked.indicator, fine)?;
    let events = rolled(&fine, source)?;
    let sides = Sides::new(asked, &fine, &levels)?;
    let strata = events.column;
    let strata = strata.map_with_key(|key, events| sides.part(key, *events));
    let is_indirect = asked.standard.method == Standard::Indirect;
    let observed = is_indirect.then(|| rolled(asked.numerator, source));
    let observed = observed.transpose()?;
    let mut told: Vec<Remark> = events.remarks;
    told.extend(sides.remarks());
    let groups = strata.regroup(asked.by.len(), |parts| folded(parts, asked.standard.method));
    let column = groups.map_with_key(|key, group| {
        let observed = observed.as_ref().and_then(|it| it.column.get(key).copied());
        let whole = sides.strata_of(key) == Some(group.strata);
        let finished = finished(asked.indicator, (group, whole), observed);
        finished.unwrap_or_else(|why| {
            let remark = Remark::NotComputed {
                indicator: asked.indicator.label.clone(),
                why,
            };
            if !told.contains(&remark) {
                told.push(remark);
            }
            Cell::of(Figure::Refused)
        })
    });
    Ok(Rolled {
        column,
        remarks: told,
    })
}

/// The cell of a group; a stratum of the standard that the table has no row for leaves the group unknown.
fn finished(
    indicator: &Indicator,
    (group, whole): (&Folded, bool),
    observed: Option<Figure>,
) -> Result<Cell, NotComputed> {
    let group = match (whole, group.unknown) {
        (_, Some(unknown)) => return Ok(Cell::of(unknown)),
        (false, None) => return Ok(Cell::of(Figure::Missing)),
        (true, None) => group,
    };
    let (estimate, parts) = group.estimate(observed)?;
    let Some(estimate) = estimate else {
        return Ok(Cell::of(of_quotient(parts.0)));
    };
    let estimate = estimate.times(indicator.factor.unwrap_or(1.0));
    let has_limits = indicator.interval_method() != Method::None;
    Ok(Cell {
        interval: has_limits.then_some((estimate.low, estimate.high)),
        parts: Some(parts),
        ..Cell::of(Figure::number(estimate.value))
    })
}

/// The same, with the publisher's own values where there are some; one that is withheld stays so.
fn printed(
    asked: Asked<'_>,
    source: &Source,
    computed: Rolled<Cell>,
) -> Result<Rolled<Cell>, Refusal> {
    let dataset = asked.numerator.dataset;
    let index = dataset.table_index(&source.table)?;
    let table = dataset.table_at(index)?;
    let mut levels = asked.by.iter().chain(asked.keep.keys());
    if !levels.all(|level| axis::has_level(table, level)) {
        return Ok(computed);
    }
    let bound = Bound::new((dataset, index), asked.by, &[asked.keep])?;
    let found = rolled(&bound, source)?.column;
    let positions: Vec<usize> = (0..asked.by.len()).collect();
    let found = Translation::new(&bound, &positions, asked.numerator).column(found);
    let mut column = Column::new(asked.by.len());
    for (key, figure) in found.iter() {
        if matches!(figure, Figure::Value(_) | Figure::Zero | Figure::Hidden) {
            column.push(key, Cell::of(*figure));
        }
    }
    column.fill(&computed.column);
    Ok(Rolled { column, ..computed })
}
