//! One row of the ranking as something that can be pointed at, focused and chosen; it lies under the drawing.

use crate::prelude::*;
use leptos::ev::KeyboardEvent;
use protocol::view::indicator::RankingRow;

use super::ranking::Areas;
use super::sight::use_sight;
use super::spoken;
use crate::words::language;

/// The row of a place.
#[component]
pub(super) fn RowTarget(
    id: String,
    areas: Areas,
    stop: Memo<Option<String>>,
    visited: RwSignal<Option<String>>,
) -> impl IntoView {
    let sight = use_sight();
    let language = language();
    let id = StoredValue::new(id);
    let row = Memo::new(move |before: Option<&RankingRow>| {
        let found = sight.view.with(|view| {
            id.with_value(|id| {
                view.ranking
                    .rows
                    .iter()
                    .find(|row| row.place.id == *id)
                    .cloned()
            })
        });
        found.or_else(|| before.cloned()).unwrap_or_default()
    });
    let against = sight.part(|view| view.against.label.clone());
    let name = move || row.with(|row| spoken::row(row, &against.get(), language.get()));
    let area = Memo::new(move |_| {
        areas
            .with(|areas| id.with_value(|id| areas.get(id).copied()))
            .unwrap_or_default()
    });
    let is_stop = move || stop.with(|stop| id.with_value(|id| stop.as_ref() == Some(id)));
    let is_pointed = id.with_value(|id| sight.is_pointed(id));
    let choose = move || {
        let label = row.with_untracked(|row| row.place.label.clone());
        id.with_value(|id| sight.choose(id, &label));
    };
    let by_key = move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
            choose();
        }
    };
    view! {
        <div
            role="option"
            class="ranking-row"
            class:pointed=move || is_pointed.get()
            tabindex=move || if is_stop() { "0" } else { "-1" }
            aria-label=name
            aria-selected=move || row.with(|row| row.chosen).to_string()
            style:top=move || format!("{}px", area.get().y)
            style:height=move || format!("{}px", area.get().height)
            on:click=move |_| choose()
            on:keydown=by_key
            on:focus=move |_| visited.set(Some(id.get_value()))
            on:mouseenter=move |_| id.with_value(|id| sight.point(Some(id)))
        ></div>
    }
}
