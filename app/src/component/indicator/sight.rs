//! What the figures share: the answer, the place under the pointer, and the place that is chosen.

use crate::prelude::*;
use leptos::ev;
use protocol::Catalog;
use protocol::ViewState;
use protocol::view::IndicatorView;
use web_sys::KeyboardEvent;

use crate::component::live::announce;
use crate::desk::use_desk;
use crate::dom;
use crate::state::{State, use_state};
use crate::words::language;

/// The answer and what is pointed at.
#[derive(Clone, Copy)]
pub(crate) struct Sight {
    /// The last answer.
    pub(crate) view: Memo<IndicatorView>,
    /// What can be chosen from.
    pub(crate) catalog: Memo<Catalog>,
    /// The place under the pointer or the focus, in whichever figure that is.
    pub(crate) pointed: RwSignal<Option<String>>,
    /// The row of the table that had the focus when its place was chosen; the table is another one afterwards.
    pub(crate) left_at: StoredValue<Option<String>>,
    state: State,
}

/// The sight, from anywhere below the page of Indikator.
pub(crate) fn use_sight() -> Sight {
    expect_context()
}

impl Sight {
    /// The answer, with nothing pointed at.
    pub(crate) fn new(view: Memo<IndicatorView>) -> Self {
        let open = use_desk().catalog;
        let catalog = Memo::new(move |_| open.get().unwrap_or_default());
        Self {
            view,
            catalog,
            pointed: RwSignal::new(None),
            left_at: StoredValue::new(None),
            state: use_state(),
        }
    }

    /// A part of the answer as a signal that only follows that part.
    pub(crate) fn part<T>(
        self,
        part: impl Fn(&IndicatorView) -> T + Send + Sync + 'static,
    ) -> Memo<T>
    where
        T: Clone + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| self.view.with(&part))
    }

    /// Changes the state; the session is asked for the new view.
    pub(crate) fn change(self, edit: impl FnOnce(&mut ViewState)) {
        self.state.change(edit);
    }

    /// A part of the state.
    pub(crate) fn asked<T>(self, part: impl Fn(&ViewState) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: Clone + PartialEq + Send + Sync + 'static,
    {
        self.state.part(part)
    }

    /// Chooses a place; every figure shows it.
    pub(crate) fn choose(self, id: &str, label: &str) {
        let language = language().get_untracked();
        self.change(|state| state.place = Some(id.to_owned()));
        announce(danish::ui::indicator::chosen(label, language));
    }

    /// Takes the choice back.
    pub(crate) fn clear(self) {
        self.change(|state| state.place = None);
    }

    /// Points at a place, or at none.
    pub(crate) fn point(self, id: Option<&str>) {
        if self
            .pointed
            .with_untracked(|pointed| pointed.as_deref() != id)
        {
            self.pointed.set(id.map(str::to_owned));
        }
    }

    /// Whether a place is pointed at, as a signal.
    pub(crate) fn is_pointed(self, id: &str) -> Memo<bool> {
        let id = id.to_owned();
        Memo::new(move |_| {
            self.pointed
                .with(|pointed| pointed.as_deref() == Some(id.as_str()))
        })
    }

    /// Esc takes the pointer away first, then the choice.
    pub(crate) fn listen_for_escape(self) {
        let listener = window_event_listener(ev::keydown, move |event: KeyboardEvent| {
            if event.key() == "Escape"
                && !event.default_prevented()
                && !is_something_open()
                && self.escape()
            {
                event.prevent_default();
            }
        });
        on_cleanup(move || listener.remove());
    }

    fn escape(self) -> bool {
        if self.pointed.with_untracked(Option::is_some) {
            self.pointed.set(None);
            return true;
        }
        let is_chosen = self
            .state
            .current()
            .with_untracked(|state| state.place.is_some());
        if is_chosen {
            self.clear();
        }
        is_chosen
    }
}

/// An open menu or panel takes Esc for itself, and so does a field.
fn is_something_open() -> bool {
    dom::is_typing()
        || dom::document()
            .query_selector(":popover-open, dialog[open]")
            .ok()
            .flatten()
            .is_some()
}
