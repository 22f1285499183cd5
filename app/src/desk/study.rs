//! The views that a module of its own draws, fetched when the first of them is opened: the page tells it the state, carries its
//! questions to the session and takes over the states it chooses. It reads none of what it carries.

use browser::{field, object, page};
use js_sys::Uint8Array;
use leptos::task::spawn_local;
use protocol::ViewState;
use wasm_bindgen::{JsCast, JsValue};

use super::Desk;
use super::step::fetch;
use crate::dom;
use crate::prelude::*;
use crate::scene::Scene;

/// The id of the element that the module draws in.
pub(crate) const ELEMENT: &str = "study";

impl Desk {
    /// Tells the module every state that it draws, and that it draws nothing.
    pub(super) fn follow_study(self) {
        let is_fetched = StoredValue::new(false);
        Effect::new(move |was_drawn: Option<bool>| {
            self.generation.track();
            let is_drawn = matches!(Scene::of(self), Scene::Study(_));
            if is_drawn && !is_fetched.get_value() {
                is_fetched.set_value(true);
                fetch("snit-study");
            }
            if is_drawn {
                self.state.current().with(|state| self.tell_study(state));
            } else if was_drawn == Some(true) {
                page::tell(&dom::window(), "snit-study", &JsValue::NULL);
            }
            is_drawn
        });
        page::hear(&dom::window(), "snit-choose", move |chosen| {
            self.take_choice(&chosen);
        });
        page::hear(&dom::window(), "snit-ask", move |asked| {
            spawn_local(self.carry(asked));
        });
    }

    fn tell_study(self, state: &ViewState) {
        let state = Uint8Array::from(packed::write(state).as_slice());
        let source = self.client.with_value(|client| client.source());
        let told = object(&[("state", &state), ("source", &source)]);
        page::tell(&dom::window(), "snit-study", &told);
    }

    /// A module that has just been fetched chooses nothing: it wants to be told the state.
    fn take_choice(self, chosen: &JsValue) {
        let bytes = chosen.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec);
        let state = bytes.and_then(|bytes| packed::read::<ViewState>(&bytes));
        match state {
            Some(chosen) => self.state.change(|state| *state = chosen),
            None => self
                .state
                .current()
                .with_untracked(|state| self.tell_study(state)),
        }
    }

    /// An answer without a body says that the session stopped.
    async fn carry(self, asked: JsValue) {
        let client = self.client.get_value();
        let body = client.carry(&field(&asked, "body")).await;
        let number = field(&asked, "number");
        let answer = [
            ("number", &number),
            ("body", &body.unwrap_or(JsValue::UNDEFINED)),
        ];
        page::tell(&dom::window(), "snit-answer", &object(&answer));
    }
}

/// Has the module write the tables that it shows to a file.
pub(super) fn export() {
    page::tell(&dom::window(), "snit-export", &JsValue::NULL);
}
