//! A row of the table; it stays in place while its cells change, so the focus in it is not lost.

use crate::prelude::*;
use protocol::view::pivot::PivotRow;

use super::cells::Cells;
use super::grid::{Positions, key_of};
use super::layout;
use super::workbench::use_bench;
use crate::component::icon::{Icon, IconSign};
use crate::state::use_state;

/// Deeper rows are not indented further.
const DEEPEST: usize = 5;

/// The row at a path.
#[component]
pub(super) fn Row(path: Vec<String>, positions: Positions) -> impl IntoView {
    let bench = use_bench();
    let key = StoredValue::new(key_of(&path));
    let path = StoredValue::new(path);
    let row = Memo::new(move |before: Option<&PivotRow>| {
        let at = positions.with(|positions| key.with_value(|key| positions.get(key).copied()));
        let row = bench
            .view
            .with(|view| at.and_then(|at| view.rows.get(at).cloned()));
        // A row on its way out keeps its last look.
        row.or_else(|| before.cloned()).unwrap_or_default()
    });
    let place = use_state().part(|state| state.place.clone());
    let is_chosen = Memo::new(move |_| {
        let level = bench.layout.with(|layout| {
            path.with_value(|path| layout.rows.get(path.len().checked_sub(1)?).cloned())
        });
        let id = path.with_value(|path| {
            path.last()
                .zip(level)
                .map(|(code, level)| format!("{level}:{code}"))
        });
        id.is_some() && place.with(|place| *place == id)
    });
    let total = path.with_value(Vec::is_empty);
    view! {
        <tr
            class="pivot-row"
            class:pivot-grand-total=total
            class:pivot-subtotal=move || row.with(|row| row.unfolded)
            class:pivot-chosen=move || is_chosen.get()
        >
            <RowHead path=path row=row />
            <Cells row=row />
        </tr>
    }
}

/// The label, and the button that unfolds where there is something inside.
#[component]
fn RowHead(path: StoredValue<Vec<String>>, row: Memo<PivotRow>) -> impl IntoView {
    let bench = use_bench();
    let depth = path.with_value(Vec::len).saturating_sub(1).min(DEEPEST);
    let has_parts = Memo::new(move |_| row.with(|row| row.child_count > 0));
    let label = Memo::new(move |_| row.with(|row| row.label.clone()));
    let hint = Memo::new(move |_| row.with(|row| row.hint.clone()));
    let toggle =
        move |_| path.with_value(|path| bench.change(|layout| layout::toggle_row(layout, path)));
    let expanded = move || row.with(|row| row.unfolded).to_string();
    view! {
        <th scope="row" class=format!("pivot-label pivot-depth-{depth}")>
            <Show when=move || has_parts.get() fallback=move || view! { <span class="pivot-leaf">{label}</span> }>
                <button type="button" class="pivot-unfold" aria-expanded=expanded on:click=toggle>
                    <IconSign icon=Icon::ChevronRight />
                    <span>{label}</span>
                </button>
            </Show>
            <span class="pivot-hint">{hint}</span>
        </th>
    }
}
