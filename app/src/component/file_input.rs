//! The file picker of the page; every button that picks a file uses this one.

use crate::prelude::*;
use danish::ui::Shell;
use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{FileList, HtmlInputElement};

use crate::client::source::Incoming;
use crate::desk::use_desk;
use crate::dom;
use crate::words::say;

const ID: &str = "file-input";

/// Opens the browser's file picker.
pub(crate) fn pick() {
    if let Some(input) = dom::document().get_element_by_id(ID) {
        input.unchecked_into::<HtmlInputElement>().click();
    }
}

/// The files that were picked or dropped, as one; none where there are none.
pub(crate) fn incoming(files: &FileList) -> Option<Incoming> {
    let file = files.get(0)?;
    Some(Incoming {
        name: file.name(),
        blob: file.into(),
        more: Array::from(files).slice(1, u32::MAX),
    })
}

/// The hidden input behind [`pick`].
#[component]
pub(crate) fn FileInput() -> impl IntoView {
    let desk = use_desk();
    let input = NodeRef::<leptos::html::Input>::new();
    let take = move |_| {
        let Some(input) = input.get_untracked() else {
            return;
        };
        let file = input.files().and_then(|files| incoming(&files));
        // The same file can be picked again only from an empty field.
        input.set_value("");
        if let Some(file) = file {
            desk.open(file);
        }
    };
    view! {
        <input
            id=ID
            class="file-input"
            type="file"
            hidden
            multiple
            tabindex="-1"
            accept=".snit,.xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt,.px,.json,.zip,.parquet,.arrow,.feather"
            aria-label=say(Shell::PickFile)
            node_ref=input
            on:click=move |_| desk.warm()
            on:change=take
        />
    }
}
