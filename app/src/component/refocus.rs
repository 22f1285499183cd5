//! Giving the focus to a control again after the page has been drawn anew, so that nobody is thrown back to the top.

use leptos::prelude::request_animation_frame;

use crate::dom;

/// In the next frame: the match at this position, or the last one.
pub(crate) fn soon(selector: &'static str, position: usize) {
    request_animation_frame(move || {
        let Some(body) = dom::document().body() else {
            return;
        };
        let found = dom::find_all(&body, selector);
        if let Some(element) = found.get(position).or(found.last()) {
            let _ = element.focus();
        }
    });
}

/// The same, but only where the focused control has gone.
pub(crate) fn where_lost(selector: &'static str, position: usize) {
    request_animation_frame(move || {
        let is_lost = dom::document()
            .active_element()
            .is_none_or(|active| active.tag_name() == "BODY");
        if is_lost {
            soon(selector, position);
        }
    });
}
