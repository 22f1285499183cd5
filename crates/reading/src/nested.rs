//! Rows that are the sum of the rows below them, as a pivot table has them whose indents a file does not tell.

use table::{MeasureColumn, Role, Status};

use crate::draft::{Draft, Origin, RawDimension, RawMeasure};
use crate::plan::Adds;
use crate::vocabulary::{Heading, is_total};
use crate::{measure, role};

/// Nobody nests more rows than this in one column.
const MOST_ROWS: usize = 5_000;
/// Fewest groups that are no accident, and fewest rows of a group.
const LEAST: usize = 2;

/// Counts the members of the only column as sums where every row is one of them or below one, in all numbers.
pub(crate) fn mark(draft: &mut Draft, times: usize) {
    let is_column = |own: &&RawDimension| own.origin == Origin::Column;
    let mut columns = draft.dimensions.iter().filter(is_column);
    let (Some(own), None) = (columns.next(), columns.next()) else {
        return;
    };
    let is_open = matches!(own.meaning(), None | Some(Heading::Role(Role::Other)));
    let is_flat = own.parents.is_empty() && is_open;
    let is_plain = role::of_members(own).is_none() && role::of_dimension(own) == Role::Other;
    if !(is_flat && is_plain) || times == 0 {
        return;
    }
    let numbers = |raw: &&RawMeasure| measure::adds(raw) == Adds::Sum;
    let measures: Vec<&MeasureColumn> = draft
        .measures
        .iter()
        .filter(numbers)
        .map(|it| &it.column)
        .collect();
    let found = rows(own, times).and_then(|rows| parents(&rows, &measures, times));
    let labels = found.unwrap_or_default().into_iter();
    let labels: Vec<String> = labels
        .filter_map(|member| own.codes.get(member).cloned())
        .collect();
    let mut columns = draft
        .dimensions
        .iter_mut()
        .filter(|own| own.origin == Origin::Column);
    columns
        .next()
        .into_iter()
        .for_each(|own| own.parents.clone_from(&labels));
}

/// The rows of the source that are no totals, each with its member; none where a member stands twice.
fn rows(own: &RawDimension, times: usize) -> Option<Vec<(usize, usize)>> {
    let count = own.rows.len() / times;
    (count <= MOST_ROWS && count <= own.codes.len()).then_some(())?;
    let member = |row: usize| own.rows.get(row * times).map(|member| (row, member));
    let rows: Option<Vec<(usize, usize)>> = (0..count).map(member).collect();
    let mut seen = vec![false; own.codes.len()];
    let mut first = |member: usize| {
        seen.get_mut(member)
            .is_some_and(|it| !std::mem::replace(it, true))
    };
    let rows = rows?;
    let is_total = |(_, member): &(usize, usize)| {
        own.labels
            .get(*member)
            .is_some_and(|label| is_total(label, label))
    };
    let once = rows.iter().all(|(_, member)| first(*member));
    once.then(|| rows.into_iter().filter(|row| !is_total(row)).collect())
}

/// The members that are the sum of at least two rows right below them, where that leaves no row over.
fn parents(
    rows: &[(usize, usize)],
    measures: &[&MeasureColumn],
    times: usize,
) -> Option<Vec<usize>> {
    let (mut parents, mut at) = (Vec::new(), 0);
    while let Some((row, member)) = rows.get(at) {
        let below = rows.get(at + 1..)?;
        let children = children(*row, below, measures, times)?;
        parents.push(*member);
        at += 1 + children;
    }
    (parents.len() >= LEAST).then_some(parents)
}

/// How many of the rows below one it is the sum of, in every number.
fn children(
    row: usize,
    below: &[(usize, usize)],
    measures: &[&MeasureColumn],
    times: usize,
) -> Option<usize> {
    let of = |row: usize| numbers(row, measures, times);
    let whole = of(row)?;
    let mut sum = vec![0.0; whole.len()];
    for (at, (row, _)) in below.iter().enumerate() {
        sum.iter_mut()
            .zip(of(*row)?)
            .for_each(|(sum, own)| *sum += own);
        let is_whole = sum
            .iter()
            .zip(&whole)
            .all(|(sum, whole)| is_same(*sum, *whole));
        if at + 1 >= LEAST && is_whole {
            return Some(at + 1);
        }
    }
    None
}

/// The numbers of a row; none where one is hidden or missing, or all are zero.
fn numbers(row: usize, measures: &[&MeasureColumn], times: usize) -> Option<Vec<f64>> {
    let cells = measures
        .iter()
        .flat_map(|column| (0..times).map(move |at| (column, row * times + at)));
    let number = |(column, at): (&&MeasureColumn, usize)| match column.status(at) {
        Status::Value => column.numbers.get(at),
        Status::TrueZero => Some(0.0),
        _ => None,
    };
    let numbers: Option<Vec<f64>> = cells.map(number).collect();
    numbers.filter(|numbers| numbers.iter().any(|number| *number != 0.0))
}

fn is_same(sum: f64, whole: f64) -> bool {
    (sum - whole).abs() <= whole.abs() * 1e-9
}
