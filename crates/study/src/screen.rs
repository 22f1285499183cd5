//! The view that is shown.

use leptos::prelude::*;
use protocol::state::ViewName;

use crate::across::AcrossPage;
use crate::editions::EditionsPage;
use crate::quality::QualityPage;
use crate::talk::use_talk;
use crate::words;

/// One of the module's views; nothing while another is shown.
#[component]
pub(crate) fn Screen() -> impl IntoView {
    let talk = use_talk();
    let shown = talk.part(|state| state.view);
    let package = Memo::new(move |_| talk.package.with(|package| package.number));
    let language = words::language();
    let view = move || {
        // What is known of another package is forgotten.
        package.track();
        match shown.get() {
            ViewName::Quality => view! { <QualityPage /> }.into_any(),
            ViewName::Across => view! { <AcrossPage /> }.into_any(),
            ViewName::Editions => view! { <EditionsPage /> }.into_any(),
            _ => ().into_any(),
        }
    };
    view! {
        <div class="study" lang=move || language.get().code() aria-busy=move || talk.is_busy.get().to_string()>
            {view}
            <p class="spoken" role="status" aria-live="polite">{talk.said}</p>
        </div>
    }
}
