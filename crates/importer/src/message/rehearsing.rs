//! Rehearsing while nobody waits: one round after the other, until a file comes.

use std::cell::RefCell;
use std::rc::Rc;

use browser::field;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

use super::asked::Asked;
use super::handing::hand_over;
use crate::rehearsal;

/// A rehearsal that a page may have asked for.
#[derive(Clone)]
pub(super) struct Rehearsing {
    scope: DedicatedWorkerGlobalScope,
    /// What it was asked for with, and how many rounds are left.
    asked: Rc<RefCell<Option<(Asked, u32)>>>,
}

impl Rehearsing {
    pub(super) fn of(scope: &DedicatedWorkerGlobalScope) -> Self {
        Self {
            scope: scope.clone(),
            asked: Rc::default(),
        }
    }

    /// Begins if a message asks for it, and tells whether it does; any other ends it, but for one that asks for a sign of life.
    pub(super) fn hears(&self, data: &JsValue) -> bool {
        let is_asked_for = field(data, "rehearse").is_truthy();
        if is_asked_for {
            self.asked
                .replace(Some((Asked::of(data), rehearsal::ROUNDS)));
            self.next();
        } else if field(data, "ping").is_undefined() {
            self.asked.take();
        }
        is_asked_for
    }

    /// A round, and the next one once messages that came meanwhile are answered. The last one's rows are handed over, so that
    /// whoever takes rows over can rehearse that as well.
    fn next(&self) {
        let Some((asked, left)) = self.asked.take() else {
            return;
        };
        let imported = rehearsal::round();
        if left > 1 {
            self.asked.replace(Some((asked, left - 1)));
            let own = self.clone();
            let next = Closure::once_into_js(move || own.next());
            // Without a timer nothing more is rehearsed.
            let _ = self.scope.set_timeout_with_callback(next.unchecked_ref());
        } else if let Some(imported) = imported {
            hand_over(&self.scope, (asked, 0), imported, &[]);
        }
    }
}
