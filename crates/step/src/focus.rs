//! The focus stays where it was, although what had it is drawn anew.

use leptos::prelude::{document, request_animation_frame};

use crate::dom;

/// Where the focus goes when what had it is gone, the first that is there.
const FALLBACKS: [&str; 3] = ["reading-answer-0-0", "reading-use", "reading-title"];

/// The id of what has the focus; empty for what has none, nothing where the page itself has it.
pub(crate) fn held() -> Option<String> {
    browser::page::focused(&document())
}

/// Gives the focus back, or puts it on what comes next.
pub(crate) fn restore(before: Option<String>) {
    let Some(id) = before else { return };
    // What has the focus may stand for something else now: lists are drawn anew in place.
    let now = held();
    if now.as_ref() == Some(&id) || (!id.is_empty() && dom::focus(&id)) {
        return;
    }
    let _ = now.is_some() || FALLBACKS.into_iter().any(dom::focus);
}

/// Puts the focus on what is drawn after this.
pub(crate) fn later(id: String) {
    request_animation_frame(move || {
        dom::focus(&id);
    });
}
