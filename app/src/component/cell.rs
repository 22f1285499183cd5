//! What stands in a table cell: nine kinds, each with its own look and its own words for a screen reader.

use crate::prelude::*;
use protocol::view::{CellKind, CellView};

/// The class of a kind of cell.
pub(crate) const fn class(kind: CellKind) -> &'static str {
    match kind {
        CellKind::Value | CellKind::Zero => "cell",
        CellKind::Hidden => "cell cell-hidden",
        CellKind::Missing => "cell cell-missing",
        CellKind::NotApplicable => "cell cell-not-applicable",
        CellKind::Bounds => "cell cell-bounds",
        CellKind::AtLeast => "cell cell-at-least",
        CellKind::Incomplete => "cell cell-incomplete",
        CellKind::Refused => "cell cell-refused",
    }
}

/// The contents of a cell; hidden has its hatch, bounds their bracket, and the star of a preliminary number hangs outside
/// the column of digits.
#[component]
pub(crate) fn Cell(
    /// The cell.
    cell: CellView,
) -> impl IntoView {
    let CellView {
        kind,
        text,
        spoken,
        preliminary,
        ..
    } = cell;
    let is_spoken = !spoken.is_empty();
    view! {
        <span class=class(kind)>
            {(kind == CellKind::Hidden).then(|| view! { <span class="hatch" aria-hidden="true"></span> })}
            <span class="cell-text" aria-hidden=is_spoken.then_some("true")>{text}</span>
            {preliminary.then(|| view! { <span class="cell-star" aria-hidden="true">"*"</span> })}
            {is_spoken.then(|| view! { <span class="spoken">{spoken}</span> })}
        </span>
    }
}
