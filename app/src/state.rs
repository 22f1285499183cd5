//! What the screen shows, as one value: it is in the address, it is undone and redone, and every view is asked for with it.

use crate::prelude::*;
use protocol::{ViewState, hash};
use wasm_bindgen::JsValue;

use crate::dom;
use crate::timeline::Timeline;

/// The state with its past and future.
#[derive(Clone, Copy)]
pub(crate) struct State {
    timeline: RwSignal<Timeline>,
    current: Memo<ViewState>,
}

/// The state, from anywhere below [`crate::app::App`].
pub(crate) fn use_state() -> State {
    expect_context()
}

impl State {
    /// The state of the address the page was opened with.
    pub(crate) fn from_address() -> Self {
        let timeline = RwSignal::new(Timeline::new(read_address()));
        let current = Memo::new(move |_| timeline.with(|timeline| timeline.current().clone()));
        Self { timeline, current }
    }

    /// The state as a signal.
    pub(crate) fn current(self) -> Memo<ViewState> {
        self.current
    }

    /// A part of the state as a signal that only follows that part.
    pub(crate) fn part<T>(self, part: impl Fn(&ViewState) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: Clone + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.current.with(&part))
    }

    /// Changes the state; the step can be undone, and the browser's Back button takes it back too.
    pub(crate) fn change(self, edit: impl FnOnce(&mut ViewState)) {
        let mut next = self.current.get_untracked();
        edit(&mut next);
        if next != self.current.get_untracked() {
            write_address(&next, Entry::New);
            self.timeline.update(|timeline| timeline.push(next));
        }
    }

    /// Puts a fuller or other state in the place of the present one, without a step of its own.
    pub(crate) fn replace(self, state: ViewState) {
        if state != self.current.get_untracked() {
            write_address(&state, Entry::Same);
            self.timeline.update(|timeline| timeline.replace(state));
        }
    }

    /// Begins anew from a state: what was done with another file cannot be undone.
    pub(crate) fn begin(self, state: ViewState) {
        write_address(&state, Entry::New);
        self.timeline.set(Timeline::new(state));
    }

    /// Goes one step back.
    pub(crate) fn undo(self) {
        self.step(Timeline::undo);
    }

    /// Goes one step forward again.
    pub(crate) fn redo(self) {
        self.step(Timeline::redo);
    }

    /// Whether there is a step to undo.
    pub(crate) fn can_undo(self) -> bool {
        self.timeline.with(Timeline::can_undo)
    }

    /// Whether there is a step to redo.
    pub(crate) fn can_redo(self) -> bool {
        self.timeline.with(Timeline::can_redo)
    }

    /// Takes over an address that Back, Forward or the reader has written.
    pub(crate) fn follow_address(self) {
        let state = read_address();
        if state != self.current.get_untracked() {
            self.timeline.update(|timeline| timeline.arrive(state));
        }
    }

    fn step(self, step: impl FnOnce(&mut Timeline)) {
        let before = self.current.get_untracked();
        self.timeline.update(step);
        let after = self.current.get_untracked();
        if after != before {
            write_address(&after, Entry::New);
        }
    }
}

/// Whether a new entry is made in the browser's history.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Entry {
    New,
    Same,
}

fn read_address() -> ViewState {
    let fragment = dom::window().location().hash().unwrap_or_default();
    hash::read(&fragment).0
}

/// Some frames forbid to write the address; the page works without.
fn write_address(state: &ViewState, entry: Entry) {
    let Ok(history) = dom::window().history() else {
        return;
    };
    let address = format!("#{}", hash::write(state));
    let _ = match entry {
        Entry::New => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
        Entry::Same => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
    };
}
