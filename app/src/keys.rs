//! Keys that work anywhere on the page.

use crate::prelude::*;
use leptos::ev;
use protocol::state::ViewName;
use web_sys::KeyboardEvent;

use crate::component::file_input;
use crate::desk::Desk;
use crate::dom;
use crate::preference::Preference;

/// Listens for Ctrl+O, Ctrl+Z, Ctrl+Y, D and Esc.
pub(crate) fn listen(desk: Desk, preference: Preference) {
    let listener = window_event_listener(ev::keydown, move |event: KeyboardEvent| {
        if !event.default_prevented() && act(&event, desk, preference) {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}

/// Does what the key asks for; false when it asks for nothing here.
fn act(event: &KeyboardEvent, desk: Desk, preference: Preference) -> bool {
    let is_command = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    let key = dom::in_small_letters(&event.key());
    match (is_command, event.shift_key(), key.as_str()) {
        (true, false, "o") => file_input::pick(),
        (true, false, "z") if !dom::is_typing() => desk.state.undo(),
        (true, true, "z") | (true, false, "y") if !dom::is_typing() => desk.state.redo(),
        (false, _, "escape") if desk.work.with_untracked(Option::is_some) => desk.cancel(),
        (false, false, "d") if may_open_declaration(event, desk, preference) => {
            desk.state
                .change(|state| state.view = ViewName::Declaration);
        }
        _ => return false,
    }
    true
}

/// A single letter is a command only where it cannot be text, and only while the reader has not switched it off.
fn may_open_declaration(event: &KeyboardEvent, desk: Desk, preference: Preference) -> bool {
    let is_open = desk.catalog.with_untracked(Option::is_some);
    is_open && preference.declaration_key.get_untracked() && !event.alt_key() && !dom::is_typing()
}
