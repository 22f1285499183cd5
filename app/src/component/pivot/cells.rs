//! The cells of a row; plain numbers, by far the most, are plain text.

use crate::prelude::*;
use protocol::view::pivot::{PivotColumn, PivotRow};
use protocol::view::{CellKind, CellView};

use super::workbench::use_bench;
use crate::component::cell::Cell;

/// The cells with their shading.
#[component]
pub(super) fn Cells(row: Memo<PivotRow>) -> impl IntoView {
    let bench = use_bench();
    let columns = Memo::new(move |_| {
        bench
            .view
            .with(|view| view.columns.iter().map(edge).collect::<Vec<_>>())
    });
    let shaded = Memo::new(move |_| row.with(|row| (row.cells.clone(), row.heat.clone())));
    move || {
        let (cells, heat) = shaded.get();
        let heat = heat.into_iter().chain(std::iter::repeat(0));
        let columns = columns.get().into_iter().chain(std::iter::repeat(""));
        let cell = |((cell, heat), edge): ((CellView, u8), &str)| {
            // Only numbers are shaded: a shade says that there is more or less of something.
            let heat = if is_number(&cell) { heat } else { 0 };
            view! { <td class=class(heat, edge)>{content(cell)}</td> }
        };
        cells
            .into_iter()
            .zip(heat)
            .zip(columns)
            .map(cell)
            .collect_view()
    }
}

fn content(cell: CellView) -> AnyView {
    let is_plain = is_number(&cell) && cell.spoken.is_empty() && !cell.preliminary;
    if is_plain {
        cell.text.into_any()
    } else {
        view! { <Cell cell=cell /> }.into_any()
    }
}

const fn is_number(cell: &CellView) -> bool {
    matches!(cell.kind, CellKind::Value | CellKind::Zero)
}

/// The class of the rule before a column.
const fn edge(column: &PivotColumn) -> &'static str {
    match (column.first, column.total) {
        (true, _) => " pivot-first",
        (false, true) => " pivot-total",
        (false, false) => "",
    }
}

fn class(heat: u8, edge: &str) -> String {
    let shade = if (1..=3).contains(&heat) {
        format!(" heat-{heat}")
    } else {
        String::new()
    };
    format!("number{shade}{edge}")
}
