//! A row of the table: its place can be chosen, and pointing at it points at the same place in the other figures.

use crate::prelude::*;
use danish::ui::Indicator;
use protocol::state::is_place;
use protocol::view::CellView;
use protocol::view::indicator::PlaceRow;

use super::sight::use_sight;
use crate::component::cell::Cell;
use crate::component::judgement::JudgementWord;
use crate::words::say;

/// The row of a place.
#[component]
pub(super) fn Row(id: String, heads: Memo<Vec<String>>) -> impl IntoView {
    let sight = use_sight();
    let id = StoredValue::new(id);
    let row = Memo::new(move |before: Option<&PlaceRow>| {
        let found = sight.view.with(|view| {
            id.with_value(|id| {
                view.table
                    .rows
                    .iter()
                    .find(|row| row.place.id == *id)
                    .cloned()
            })
        });
        found.or_else(|| before.cloned()).unwrap_or_default()
    });
    let label = Memo::new(move |_| row.with(|row| row.place.label.clone()));
    let chosen = Memo::new(move |_| row.with(|row| row.chosen));
    let is_pointed = id.with_value(|id| sight.is_pointed(id));
    // Several places together are no place to choose.
    let is_place = id.with_value(|id| is_place(id));
    let marks = Memo::new(move |_| row.with(|row| row.marks.clone()));
    let choose = move |_| {
        if !is_place {
            return;
        }
        id.with_value(|id| sight.choose(id, &label.get_untracked()));
        sight.left_at.set_value(Some(id.get_value()));
    };
    view! {
        <tr
            role="row"
            class="place-row"
            class:chosen=move || chosen.get()
            class:pointed=move || is_pointed.get()
            class:place-total=move || row.with(|row| row.total)
            on:mouseenter=move |_| id.with_value(|id| sight.point(Some(id)))
            on:click=choose
        >
            <th scope="row" role="rowheader">
                // The row itself takes the press; the button is there for the keyboard.
                {if is_place {
                    view! { <button type="button" class="place-choose" aria-pressed=move || chosen.get().to_string()>{label}</button> }.into_any()
                } else {
                    view! { <span>{label}</span> }.into_any()
                }}
                <span class="marks">{marks}</span>
            </th>
            {move || heads.with(|heads| cells(&row.get(), heads))}
        </tr>
    }
}

/// The cells of the columns that have words in their heads.
fn cells(row: &PlaceRow, heads: &[String]) -> impl IntoView + use<> {
    let head = |index: usize| heads.get(index).filter(|head| !head.is_empty()).cloned();
    let number = |index: usize, class: &'static str, cell: &CellView| {
        let cell = cell.clone();
        head(index).map(
            |head| view! { <td class=class role="cell" data-head=head><Cell cell=cell /></td> },
        )
    };
    let interval = row.interval.clone();
    let interval =
        head(3).map(|head| view! { <td class="number" role="cell" data-head=head>{interval}</td> });
    let judgement = match row.judgement {
        Some(judgement) => view! { <JudgementWord judgement=judgement /> }.into_any(),
        None => view! { <span class="quiet">{say(Indicator::Benchmark)}</span> }.into_any(),
    };
    view! {
        {number(0, "number", &row.numerator)}
        {number(1, "number", &row.denominator)}
        {number(2, "number place-value", &row.value)}
        {interval}
        {number(4, "number", &row.change)}
        <td class="place-judgement" role="cell">{judgement}</td>
    }
}
