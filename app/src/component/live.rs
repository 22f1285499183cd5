//! What is said aloud when something has changed that the eye can see.

use crate::prelude::*;

/// What was last announced; offered to everything below [`crate::app::App`].
#[derive(Clone, Copy)]
pub(crate) struct Announcer(pub(crate) RwSignal<String>);

/// Says a sentence through the page's status line.
pub(crate) fn announce(sentence: impl Into<String>) {
    if let Some(Announcer(said)) = use_context() {
        said.set(sentence.into());
    }
}

/// The status line itself; there is one on the page.
#[component]
pub(crate) fn Live() -> impl IntoView {
    let Announcer(said) = expect_context();
    view! { <p class="spoken" role="status" aria-live="polite">{said}</p> }
}
