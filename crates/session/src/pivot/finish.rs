//! Shares and shading, once all cells are known.

use protocol::state::{Heat, Shown};
use protocol::view::pivot::PivotRow;
use protocol::view::{CellKind, CellView};

use super::Frame;
use super::columns::Columns;
use crate::present;

/// Turns numbers into shares where asked for, then shades.
pub(crate) fn finish(frame: &Frame<'_>, columns: &Columns, rows: &mut [PivotRow]) {
    match frame.pivot.shown {
        Shown::Numbers => {}
        Shown::RowShare => rows
            .iter_mut()
            .for_each(|row| row_share(frame, columns, row)),
        Shown::ColumnShare => column_share(frame, rows),
    }
    match frame.pivot.heat {
        Heat::None => {}
        Heat::PerColumn => shade(columns, rows),
    }
}

fn row_share(frame: &Frame<'_>, columns: &Columns, row: &mut PivotRow) {
    let width = columns.per_measure();
    for cells in row.cells.chunks_mut(width) {
        let total = cells.last().and_then(|cell| cell.value);
        cells
            .iter_mut()
            .for_each(|cell| *cell = share(frame, cell, total));
    }
}

fn column_share(frame: &Frame<'_>, rows: &mut [PivotRow]) {
    let totals = rows
        .first()
        .filter(|row| row.path.is_empty())
        .map(|row| row.cells.clone());
    let totals: Vec<Option<f64>> = totals
        .unwrap_or_default()
        .iter()
        .map(|cell| cell.value)
        .collect();
    for row in rows {
        for (cell, total) in row.cells.iter_mut().zip(&totals) {
            *cell = share(frame, cell, *total);
        }
    }
}

/// A number as percent of a total; of bounds, or of what is not one number, there is no share.
fn share(frame: &Frame<'_>, cell: &CellView, total: Option<f64>) -> CellView {
    match (cell.value, total) {
        (Some(value), Some(total)) if total > 0.0 => {
            let percent = 100.0 * value / total;
            CellView {
                kind: cell.kind,
                text: danish::number::percent(percent, 1, frame.language),
                value: Some(percent),
                preliminary: cell.preliminary,
                ..CellView::default()
            }
        }
        (Some(_), _) => present::figure(health::Figure::Refused, 0, frame.language),
        (None, _) => match cell.kind {
            CellKind::Bounds | CellKind::AtLeast => {
                present::figure(health::Figure::Refused, 0, frame.language)
            }
            _ => cell.clone(),
        },
    }
}

/// Three steps within each column, among the rows of the innermost level that is shown; totals, hidden cells and bounds
/// stay plain, and so do rows of coarser levels, which would only be larger.
fn shade(columns: &Columns, rows: &mut [PivotRow]) {
    let width = rows.first().map_or(0, |row| row.cells.len());
    let innermost = rows.iter().map(|row| row.path.len()).max().unwrap_or(0);
    let is_shaded = |row: &&mut PivotRow| innermost > 0 && row.path.len() == innermost;
    rows.iter_mut().for_each(|row| row.heat = vec![0; width]);
    for column in 0..width {
        let total = columns.is_total(column % columns.per_measure()) && !columns.keys.is_empty();
        let limits = (!total).then(|| limits(rows, innermost, column)).flatten();
        let Some(limits) = limits else { continue };
        for row in rows.iter_mut().filter(is_shaded) {
            let value = row.cells.get(column).and_then(|cell| cell.value);
            let step = value.map_or(0, |value| {
                limits.iter().filter(|limit| value >= **limit).count()
            });
            if let Some(heat) = row.heat.get_mut(column) {
                *heat = u8::try_from(step).unwrap_or(0);
            }
        }
    }
}

/// The quartiles of a column over the rows of a level; none for fewer than four numbers.
fn limits(rows: &[PivotRow], level: usize, column: usize) -> Option<Vec<f64>> {
    let of_level = rows.iter().filter(|row| row.path.len() == level);
    let mut values: Vec<f64> = of_level
        .filter_map(|row| row.cells.get(column)?.value)
        .collect();
    values.sort_by(f64::total_cmp);
    let quartile = |quarter: usize| values.get(quarter * values.len() / 4).copied();
    (values.len() >= 4).then(|| [1, 2, 3].into_iter().filter_map(quartile).collect())
}
