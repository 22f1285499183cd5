//! A field for finding in a list.

use crate::prelude::*;

use crate::component::icon::{Icon, IconSign};

/// A field that narrows a list as one types.
#[component]
pub(crate) fn Search(
    /// What is found.
    #[prop(into)]
    label: Signal<String>,
    /// The text.
    text: RwSignal<String>,
) -> impl IntoView {
    view! {
        <div class="search" role="search">
            <IconSign icon=Icon::Search />
            <input
                class="search-input"
                type="search"
                autocomplete="off"
                spellcheck="false"
                aria-label=label
                placeholder=label
                prop:value=move || text.get()
                on:input=move |event| text.set(event_target_value(&event))
            />
        </div>
    }
}
