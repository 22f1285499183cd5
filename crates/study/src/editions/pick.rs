//! Choosing the other edition: a file that is dropped on the field, or picked.

use danish::ui::Editions as Word;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, File, HtmlInputElement};

use super::phrase;

/// Where the other edition can be dropped.
#[component]
pub(super) fn Pick(choose: Callback<File>) -> impl IntoView {
    let is_over = RwSignal::new(false);
    let over = move |event: DragEvent| {
        event.prevent_default();
        event.stop_propagation();
        forget_drag();
        is_over.set(true);
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        // The page would open the file in place of the one that is open.
        event.stop_propagation();
        forget_drag();
        is_over.set(false);
        let held = event.data_transfer().and_then(|held| held.files());
        if let Some(file) = held.and_then(|files| files.get(0)) {
            choose.run(file);
        }
    };
    view! {
        <section
            class="editions-pick"
            class:editions-over=is_over
            aria-labelledby="editions-invite"
            on:dragover=over
            on:dragleave=move |_| is_over.set(false)
            on:drop=dropped
        >
            <h2 id="editions-invite">{phrase(Word::Invite)}</h2>
            <p class="quiet">{phrase(Word::InviteText)}</p>
            <PickButton choose label=phrase(Word::Pick) />
        </section>
    }
}

/// Tells the page that nothing is held over it any more: it would open what is dropped, and says so over all.
fn forget_drag() {
    if let Ok(event) = DragEvent::new("dragleave") {
        let _ = window().dispatch_event(&event);
    }
}

/// The field itself is the control.
#[component]
pub(super) fn PickButton(choose: Callback<File>, label: Signal<String>) -> impl IntoView {
    let take = move |event: Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        let file = input.files().and_then(|files| files.get(0));
        // The same file can be picked again only from an empty field.
        input.set_value("");
        if let Some(file) = file {
            choose.run(file);
        }
    };
    view! {
        <label class="button editions-file">
            <input type="file" accept=".snit" id="editions-file" on:change=take />
            <span>{label}</span>
        </label>
    }
}
