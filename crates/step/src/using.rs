//! Using the reading, keeping it, handing it to a colleague, or leaving.

use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::reading::Change;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlInputElement, MouseEvent};

use crate::dom;
use crate::screen::word;
use crate::talk::{Talk, use_talk};

/// The buttons at the end; the first says why it cannot be pressed yet.
#[component]
pub(crate) fn Using() -> impl IntoView {
    let talk = use_talk();
    let not_yet = talk.part(|view| view.not_yet.clone());
    let is_ready = move || not_yet.with(String::is_empty);
    let use_it = move |event: MouseEvent| {
        if not_yet.with_untracked(String::is_empty) {
            talk.press(&event, &Change::Use);
        }
    };
    view! {
        <section class="reading-using" aria-label=word(|words| &words.use_it)>
            <div class="reading-using-line">
                <button
                    type="button"
                    class="button button-primary button-large"
                    id="reading-use"
                    aria-disabled=move || (!is_ready()).then_some("true")
                    aria-describedby="reading-not-yet"
                    on:keydown=|event| dom::press_once(&event)
                    on:click=use_it
                >
                    {word(|words| &words.use_it)}
                </button>
                <p class="quiet" id="reading-not-yet" hidden=is_ready>{not_yet}</p>
                <Remember />
            </div>
            <div class="reading-using-line">
                <button type="button" class="button" id="reading-export" on:click=move |_| talk.tell(&Change::Export)>
                    {word(|words| &words.export)}
                </button>
                <Load />
                <button type="button" class="button button-quiet" id="reading-cancel" on:click=move |_| talk.tell(&Change::Cancel)>
                    {word(|words| &words.cancel)}
                </button>
            </div>
        </section>
    }
}

#[component]
fn Remember() -> impl IntoView {
    let talk = use_talk();
    let is_remembered = talk.part(|view| view.is_remembered);
    view! {
        <label class="reading-remember">
            <input
                type="checkbox"
                id="reading-remember"
                aria-describedby="reading-remember-hint"
                prop:checked=is_remembered
                on:change=move |event| talk.tell(&Change::Remember(event_target_checked(&event)))
            />
            <span>{word(|words| &words.remember)}</span>
            <span class="spoken" id="reading-remember-hint">{word(|words| &words.remember_hint)}</span>
        </label>
    }
}

/// Takes a reading from a file; the field itself is the control.
#[component]
fn Load() -> impl IntoView {
    let talk = use_talk();
    let take = move |event: web_sys::Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        let file = input.files().and_then(|files| files.get(0));
        if let Some(file) = file {
            spawn_local(read(talk, file));
        }
        // The same file can be picked again only from an empty field.
        input.set_value("");
    };
    view! {
        <label class="button reading-load">
            <input type="file" accept=".json,application/json" id="reading-import" on:change=take />
            <span>{word(|words| &words.import)}</span>
        </label>
    }
}

async fn read(talk: Talk, file: web_sys::File) {
    // What cannot be read is told by the importer, which finds no reading in it.
    let text = JsFuture::from(file.text()).await.ok();
    let text = text.and_then(|text| text.as_string());
    talk.tell(&Change::Import(text.unwrap_or_default()));
}
