//! The indicator by levels, with its numerators and denominators.

use std::collections::BTreeMap;

use health::indicator::Source;
use health::statistics::funnel;
use protocol::catalog::{FieldGroup, TableCard};
use protocol::columns::{KeyCodes, Members, ValueColumn};
use protocol::slice::{MeasureExpr, Scalar};
use protocol::view::CellKind;
use protocol::{Columns, Slice};

use super::basis::Basis;
use super::number::{Nature, Number, Row};
use crate::ask::Trouble;
use crate::talk::Talk;

/// Members kept, as a slice holds them.
pub(super) type Filter = BTreeMap<String, Vec<Scalar>>;

/// The same as a slice holds it.
pub(super) fn filter(keep: BTreeMap<String, Vec<String>>) -> Filter {
    let scalars = |members: Vec<String>| members.into_iter().map(Scalar::Text).collect();
    keep.into_iter()
        .map(|(level, members)| (level, scalars(members)))
        .collect()
}

/// The table of a source.
pub(super) fn table<'a>(basis: &'a Basis, source: &Source) -> Option<&'a TableCard> {
    let mut tables = basis.catalog.tables.iter();
    tables.find(|table| table.name == source.table)
}

/// The question to the table of a source, with the filters that it knows; those on places change no number. None where the
/// table lacks a level of what is kept to, a chosen place among it: its numbers would be of more than that.
pub(super) fn slice(
    basis: &Basis,
    source: &Source,
    (by, filter): (&[String], &Filter),
    measures: Vec<MeasureExpr>,
) -> Option<Slice> {
    let table = table(basis, source);
    let group = |level: &String| {
        let mut fields = table.iter().flat_map(|table| &table.fields);
        let field = fields.find(|field| field.name == *level);
        let group = field.map(|field| field.group);
        group.filter(|group| *group != FieldGroup::Measure)
    };
    let knows = |level: &String| group(level).is_some();
    if !filter.keys().all(knows) {
        return None;
    }
    let mut kept = self::filter(basis.state.filters.clone());
    kept.retain(|level, _| group(level) != Some(FieldGroup::Place));
    kept.extend(self::filter(basis.indicator.keep.clone()));
    kept.retain(|level, _| knows(level));
    kept.extend(filter.clone());
    Some(Slice {
        table: Some(source.table.clone()),
        by: by.iter().filter(|level| knows(level)).cloned().collect(),
        measures,
        filter: kept,
        ..Slice::default()
    })
}

/// The indicator by levels, with its parts.
pub(super) async fn rows(
    talk: Talk,
    basis: &Basis,
    (by, filter): (Vec<String>, &Filter),
) -> Result<Vec<Row>, Trouble> {
    let (indicator, language) = (&basis.indicator, basis.state.language);
    let source = &indicator.numerator;
    let measures = vec![
        MeasureExpr::Indicator(indicator.id.clone()),
        MeasureExpr::Sum(source.measure.clone()),
    ];
    let Some(above) = slice(basis, source, (&by, filter), measures) else {
        return Ok(Vec::new());
    };
    let above = talk.columns(above, language).await?;
    let below = match &indicator.denominator {
        Some(source) if matches!(Nature::of(indicator), Nature::Proportion | Nature::Rate) => {
            let measures = vec![MeasureExpr::Sum(source.measure.clone())];
            match slice(basis, source, (&by, filter), measures) {
                Some(asked) => Some(talk.columns(asked, language).await?),
                None => None,
            }
        }
        _ => None,
    };
    Ok(joined(basis, &above, below.as_ref()))
}

/// Numerators and denominators of the same members.
fn joined(basis: &Basis, above: &Columns, below: Option<&Columns>) -> Vec<Row> {
    let sizes = below.map(sizes).unwrap_or_default();
    let row = |row| {
        let codes = codes(above, row);
        let mut number = number(above, row);
        number.size = match basis.nature() {
            // What is refused is of other people than the denominators are.
            _ if number.kind == CellKind::Refused => None,
            Nature::Expected => expected(&number, basis.factor()),
            Nature::Standardised => effective(&number, basis.factor()),
            _ => sizes.get(&codes).copied(),
        };
        number.size = number.size.filter(|size| size.is_finite() && *size > 0.0);
        let label = label(above, row);
        Row {
            codes,
            label,
            number,
        }
    };
    let rows = (0..above.row_count).map(row).collect();
    match above.keys.as_slice() {
        [periods] => without_gaps(periods, rows),
        _ => rows,
    }
}

/// Events over the value are what was expected: the session publishes the one and the other.
fn expected(number: &Number, factor: f64) -> Option<f64> {
    let (events, value) = number.events.zip(number.value)?;
    Some(factor * events / value)
}

/// The people that the events and the standardised rate tell of.
fn effective(number: &Number, factor: f64) -> Option<f64> {
    let (events, value) = number.events.zip(number.value)?;
    funnel::effective_size(events, value / factor)
}

fn sizes(below: &Columns) -> BTreeMap<Vec<String>, f64> {
    let at = |row| Some((codes(below, row), plain(below, 0, row)?));
    (0..below.row_count).filter_map(at).collect()
}

/// Every period from the first with a row to the last; those without one are missing.
fn without_gaps(periods: &KeyCodes, rows: Vec<Row>) -> Vec<Row> {
    let Some(members) = &periods.members else {
        return rows;
    };
    let mut by_code: BTreeMap<String, Row> = rows
        .into_iter()
        .filter_map(|row| Some((row.codes.first()?.clone(), row)))
        .collect();
    let ends = by_code
        .keys()
        .next()
        .cloned()
        .zip(by_code.keys().next_back().cloned());
    let Some((first, last)) = ends else {
        return Vec::new();
    };
    let named = members.codes.iter().zip(&members.labels);
    let within = named.filter(|(code, _)| **code >= first && **code <= last);
    let row = |(code, label): (&String, &String)| {
        by_code.remove(code).unwrap_or_else(|| Row {
            codes: vec![code.clone()],
            label: label.clone(),
            number: Number {
                kind: CellKind::Missing,
                ..Number::default()
            },
        })
    };
    within.map(row).collect()
}

/// The codes of a row's members.
fn codes(columns: &Columns, row: usize) -> Vec<String> {
    let keys = columns.keys.iter();
    let code = |key| member(key, row, |members| &members.codes);
    keys.map(|key| code(key).unwrap_or_default()).collect()
}

fn label(columns: &Columns, row: usize) -> String {
    let first = columns.keys.first();
    let label = first.and_then(|key| member(key, row, |members| &members.labels));
    label.unwrap_or_default()
}

fn member(key: &KeyCodes, row: usize, of: fn(&Members) -> &Vec<String>) -> Option<String> {
    let at = usize::try_from(*key.codes.get(row)?).ok()?;
    of(key.members.as_ref()?).get(at).cloned()
}

/// The number of a column that is exactly one: a value or zero.
fn plain(columns: &Columns, column: usize, row: usize) -> Option<f64> {
    let column = columns.values.get(column)?;
    let status = column.status.get(row).copied()?;
    let number = column.numbers.get(row).copied()?;
    (matches!(kind(status), CellKind::Value | CellKind::Zero) && number.is_finite())
        .then_some(number)
}

fn number(columns: &Columns, row: usize) -> Number {
    let value = columns.values.first();
    let status = value.and_then(|column| column.status.get(row).copied());
    let limit = |of: fn(&ValueColumn) -> &Vec<f64>| {
        let limit = of(value?).get(row).copied()?;
        limit.is_finite().then_some(limit)
    };
    let found = plain(columns, 0, row);
    let low = limit(|column| &column.low);
    let high = limit(|column| &column.high);
    let star = value.and_then(|column| column.preliminary.get(row).copied());
    Number {
        kind: status.map_or(CellKind::Missing, kind),
        value: found,
        interval: low.zip(high).filter(|_| found.is_some()),
        events: plain(columns, 1, row),
        size: None,
        is_preliminary: star == Some(1),
    }
}

/// What a status says: its position among the kinds of cell.
const fn kind(status: u8) -> CellKind {
    match status {
        0 => CellKind::Value,
        1 => CellKind::Zero,
        2 => CellKind::Hidden,
        4 => CellKind::NotApplicable,
        5 => CellKind::Bounds,
        6 => CellKind::AtLeast,
        7 => CellKind::Incomplete,
        8 => CellKind::Refused,
        _ => CellKind::Missing,
    }
}
