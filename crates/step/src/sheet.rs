//! The sheet as it is, with the reading drawn on it: roles above, what rows are at the right.

mod cells;
mod head;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use protocol::reading::Row;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::focus;
use crate::inspector::{FIRST_FIELD, Picked};
use crate::screen::word;
use crate::talk::use_talk;
use cells::{Cells, Mark};
use head::Head;

/// The table of the sheet, in a frame of its own that scrolls.
#[component]
pub(crate) fn Sheet() -> impl IntoView {
    let talk = use_talk();
    let caption = talk.part(|view| view.caption.clone());
    let rows = talk.part(|view| view.rows.clone());
    let marks = talk.part(|view| {
        let columns = view.columns.iter();
        columns.map(Mark::of).collect::<Vec<Mark>>()
    });
    let rows = move || {
        let row = |row: Row| view! { <Line row=row marks=marks /> };
        rows.get().into_iter().map(row).collect_view()
    };
    view! {
        <div class="reading-frame" id="reading-sheet" tabindex="0" role="region" aria-label=caption>
            <table class="reading-grid">
                <caption class="spoken">{caption}</caption>
                <Head />
                <tbody on:keydown=move |event| walk(&event, "tbody", ".reading-row-number", ("ArrowUp", "ArrowDown"))>{rows}</tbody>
            </table>
        </div>
    }
}

/// A row with its number, which opens what can be decided of it.
#[component]
fn Line(row: Row, marks: Memo<Vec<Mark>>) -> impl IntoView {
    let picked = expect_context::<RwSignal<Option<Picked>>>();
    let number = row.number;
    let is_picked = move || picked.get() == Some(Picked::Row(number));
    let pick = move |_| {
        picked.set(Some(Picked::Row(number)));
        focus::later(FIRST_FIELD.to_owned());
    };
    let kind = cells::row_class(row.kind);
    let spoken = word(|words| &words.row);
    view! {
        <tr class=kind class:reading-picked=is_picked>
            <th scope="row">
                <button
                    type="button"
                    class="reading-row-number"
                    id=format!("reading-row-{number}")
                    tabindex=if number == 1 { "0" } else { "-1" }
                    aria-expanded=move || is_picked().to_string()
                    on:click=pick
                >
                    <span class="spoken">{spoken}" "</span>{number}
                </button>
            </th>
            <Cells cells=row.cells kind=row.kind marks=marks />
            <td class="reading-read-as">{row.words}</td>
        </tr>
    }
}

/// Arrows go from one button of a row or column to the next; one of them can be reached with Tab.
pub(crate) fn walk(event: &KeyboardEvent, root: &str, selector: &str, (back, on): (&str, &str)) {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let Some(target) = target.filter(|target| target.matches(selector).unwrap_or(false)) else {
        return;
    };
    let Some(root) = target.closest(root).ok().flatten() else {
        return;
    };
    let stops = browser::page::all(&root, selector);
    let own = stops
        .iter()
        .position(|stop| stop.is_same_node(Some(&target)));
    let next = match (own, event.key()) {
        (Some(own), key) if key == back => own.checked_sub(1),
        (Some(own), key) if key == on => Some(own + 1),
        (Some(_), key) if key == "Home" => Some(0),
        (Some(_), key) if key == "End" => stops.len().checked_sub(1),
        _ => return,
    };
    event.prevent_default();
    if let Some(next) = next.and_then(|next| stops.get(next)) {
        let _ = target.set_attribute("tabindex", "-1");
        let _ = next.set_attribute("tabindex", "0");
        let _ = next.focus();
    }
}
