//! The reading step, a module of its own that is fetched when it is opened: the page carries its views and changes, and reads
//! neither.

use std::rc::Rc;

use crate::prelude::*;
use browser::{field, object, page};
use js_sys::Array;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use super::Desk;
use crate::client::port::{Port, Stopped, script_of};
use crate::client::source::Incoming;
use crate::client::{Failure, Import, code, imported};
use crate::dom;

/// The id of the element that the step draws in.
pub(crate) const ELEMENT: &str = "reading-step";

/// What the step is about.
#[derive(Clone, Default)]
pub(super) struct Step {
    /// The worker that draws, and the file it has read.
    drawn: Option<(Rc<Port>, Incoming)>,
    /// The open file, where its reading can be drawn.
    open: Option<Incoming>,
    /// Whether the step has been fetched.
    is_fetched: bool,
}

impl Desk {
    /// Draws how the open file was read.
    pub(crate) fn draw_reading(self) {
        if let Some(file) = self.step.get_value().open {
            self.open_drawn(file, "always");
        }
    }

    /// Leaves the step; what was open stays open.
    pub(crate) fn leave_step(self) {
        if self.reading.with_untracked(Option::is_some) {
            let drawn = self.step.try_update_value(|step| step.drawn.take());
            // Whoever still waits for its answer holds it: what comes late would take effect on what is done next.
            if let Some((port, _)) = drawn.flatten() {
                port.stop(Stopped::Cancelled);
            }
            self.reading.set(None);
            show(&JsValue::NULL);
        }
    }

    pub(super) fn keep_file(self, file: Option<Incoming>) {
        self.is_drawable.set(file.is_some());
        self.step.update_value(|step| step.open = file);
    }

    /// Shows the step, which asks for its view by itself when it has just been fetched.
    pub(super) fn begin_step(self, port: Rc<Port>, file: Incoming) {
        self.reading.set(Some(file.name.clone()));
        let was_fetched = self.step.try_update_value(|step| {
            step.drawn = Some((port, file));
            std::mem::replace(&mut step.is_fetched, true)
        });
        if was_fetched == Some(true) {
            self.change_reading(JsValue::NULL);
        } else {
            fetch("snit-step");
        }
    }

    /// Carries what the step tells to the worker, and asks for the view again in another language.
    pub(super) fn follow_step(self) {
        let told = window_event_listener_untyped("snit-change", move |event| {
            self.change_reading(field(&event, "detail"));
        });
        on_cleanup(move || told.remove());
        let language = self.state.part(|state| state.language);
        Effect::new(move |_| {
            // A memo that nobody has read yet follows nothing.
            let _ = language.get();
            if self.step.with_value(|step| step.drawn.is_some()) {
                self.change_reading(JsValue::NULL);
            }
        });
    }

    fn change_reading(self, change: JsValue) {
        let Some((port, file)) = self.step.get_value().drawn else {
            return;
        };
        let message = object(&[("change", &change), ("language", &code(self.language()))]);
        spawn_local(async move {
            match port.send(message, Array::new(), Rc::new(|_| {})).await {
                Ok(answer) => self.follow_answer(answer, file).await,
                Err(Stopped::Failed) => {
                    self.leave_step();
                    self.conclude(Err(Failure::Stopped(Stopped::Failed)));
                }
                Err(Stopped::Cancelled) => {}
            }
        });
    }

    /// A view is shown; a file is opened; when neither has come the step was left.
    async fn follow_answer(self, answer: JsValue, file: Incoming) {
        let view = field(&answer, "view");
        if !view.is_undefined() {
            // Of several files the next one may have come.
            self.reading.set(browser::text(&answer, "name"));
            return show(&view);
        }
        self.leave_step();
        let is_file = !field(&answer, "body").is_undefined();
        if !is_file && field(&answer, "refusal").is_undefined() {
            return;
        }
        let (ticket, on_progress) = self.begin_opening(&file.name);
        let outcome = match imported(&answer) {
            Ok(Import::Read(source, _)) => self.take_over(source, Some(file), on_progress).await,
            Ok(Import::Drawn(_)) => Ok(None),
            Err(failure) => Err(failure),
        };
        self.end_work(ticket);
        self.conclude(outcome);
    }
}

/// Hands a view to the step, or nothing when it is left.
fn show(view: &JsValue) {
    if let Some(element) = dom::document().get_element_by_id(ELEMENT) {
        page::tell(&element, "snit-view", view);
    }
}

/// Fetches a module that the page names, which starts by itself.
pub(super) fn fetch(module: &str) {
    let Ok(script) = dom::document().create_element("script") else {
        return;
    };
    let address = script_of(module).unwrap_or_default();
    let _ = script.set_attribute("type", "module");
    let _ = script.set_attribute("src", &address);
    if let Some(body) = dom::document().body() {
        let _ = body.append_child(&script);
    }
}
