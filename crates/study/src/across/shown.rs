//! What both sections show: a cell, remarks of the session, and a figure beside its table.

use leptos::prelude::*;
use protocol::message::Notice;
use protocol::view::{CellKind, CellView};

/// A cell of a table, in the page's own dress.
#[component]
pub(super) fn Cell(cell: CellView) -> impl IntoView {
    let CellView {
        kind,
        text,
        spoken,
        preliminary,
        ..
    } = cell;
    let class = match kind {
        CellKind::Value | CellKind::Zero => "cell",
        CellKind::Hidden => "cell cell-hidden",
        CellKind::Missing => "cell cell-missing",
        CellKind::NotApplicable => "cell cell-not-applicable",
        CellKind::Bounds => "cell cell-bounds",
        CellKind::AtLeast => "cell cell-at-least",
        CellKind::Incomplete => "cell cell-incomplete",
        CellKind::Refused => "cell cell-refused",
    };
    let is_spoken = !spoken.is_empty();
    view! {
        <span class=class>
            {(kind == CellKind::Hidden).then(|| view! { <span class="hatch" aria-hidden="true"></span> })}
            <span class="cell-text" aria-hidden=is_spoken.then_some("true")>{text}</span>
            {preliminary.then(|| view! { <span class="cell-star" aria-hidden="true">"*"</span> })}
            {is_spoken.then(|| view! { <span class="spoken">{spoken}</span> })}
        </span>
    }
}

/// What the session remarks, above the figures.
pub(super) fn notices(notices: Vec<Notice>) -> AnyView {
    let one = |notice: Notice| {
        view! { <p class="across-notice"><strong>{notice.headline}</strong>" "{notice.text}</p> }
    };
    notices.into_iter().map(one).collect_view().into_any()
}
