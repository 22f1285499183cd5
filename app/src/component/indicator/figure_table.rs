//! The numbers behind a figure as a table, folded until asked for.

use crate::prelude::*;
use danish::ui::Indicator;
use protocol::view::CellView;

use crate::component::cell::Cell;
use crate::words::say;

/// A plain table: the head of the labels, the heads of the columns, and the rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Numbers {
    pub(super) corner: String,
    pub(super) heads: Vec<String>,
    pub(super) rows: Vec<(String, Vec<CellView>)>,
}

/// The table under its summary line.
#[component]
pub(super) fn FigureTable(
    /// What the table is of, for a screen reader.
    #[prop(into)]
    caption: Signal<String>,
    /// What it holds.
    numbers: Memo<Numbers>,
) -> impl IntoView {
    let heads = move || {
        numbers
            .with(|numbers| numbers.heads.clone())
            .into_iter()
            .map(|head| view! { <th class="number" scope="col">{head}</th> })
            .collect_view()
    };
    let row = |(label, cells): (String, Vec<CellView>)| {
        let cells = cells
            .into_iter()
            .map(|cell| view! { <td class="number"><Cell cell=cell /></td> })
            .collect_view();
        view! { <tr><th scope="row">{label}</th>{cells}</tr> }
    };
    let rows = move || {
        numbers
            .with(|numbers| numbers.rows.clone())
            .into_iter()
            .map(row)
            .collect_view()
    };
    view! {
        <details class="figure-table">
            <summary>{say(Indicator::ShowAsTable)}<span class="spoken">": "{caption}</span></summary>
            <div class="figure-table-frame" role="region" tabindex="0" aria-label=caption>
                <table>
                    <thead><tr><th scope="col">{move || numbers.with(|numbers| numbers.corner.clone())}</th>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </details>
    }
}
