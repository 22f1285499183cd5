//! A worker and the messages to it that have not been answered.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use browser::field;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use packed::Packed;
use protocol::message::Progress;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, HtmlMetaElement, MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::dom;

/// Why a message got no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stopped {
    /// The worker trapped, could not start, or fell silent.
    Failed,
    /// It was stopped on purpose.
    Cancelled,
}

/// A worker; dropping it ends it.
pub(crate) struct Port {
    worker: Worker,
    shared: Rc<Shared>,
    next_id: Cell<u32>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

#[derive(Default)]
struct Shared {
    pending: RefCell<BTreeMap<u32, Pending>>,
    /// Messages written before the worker said that it listens.
    held: RefCell<Option<Vec<(Object, Array)>>>,
    stopped: Cell<Option<Stopped>>,
    heard_millis: Cell<f64>,
}

struct Pending {
    resolve: Function,
    on_progress: Rc<dyn Fn(Progress)>,
}

impl Port {
    /// Starts the worker whose script the page's `<meta name=…>` names.
    pub(crate) fn start(meta: &str) -> Result<Self, Stopped> {
        let script = script_of(meta).ok_or(Stopped::Failed)?;
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&script, &options).map_err(|_| Stopped::Failed)?;
        let shared = Rc::new(Shared {
            held: RefCell::new(Some(Vec::new())),
            ..Shared::default()
        });
        let on_message = {
            let (shared, worker) = (Rc::clone(&shared), worker.clone());
            Closure::new(move |event: MessageEvent| shared.receive(&worker, &event.data()))
        };
        let on_error = {
            let shared = Rc::clone(&shared);
            Closure::new(move |event: Event| {
                event.prevent_default();
                shared.stop(Stopped::Failed);
            })
        };
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self {
            worker,
            shared,
            next_id: Cell::new(1),
            _on_message: on_message,
            _on_error: on_error,
        })
    }

    /// Sends a message; `transfer` lists the buffers in it that move to the worker. The future is the worker's answer.
    pub(crate) fn send(
        &self,
        message: Object,
        transfer: Array,
        on_progress: Rc<dyn Fn(Progress)>,
    ) -> impl Future<Output = Result<JsValue, Stopped>> + use<> {
        let id = self.next_id.replace(self.next_id.get() + 1);
        let _ = Reflect::set(&message, &"id".into(), &id.into());
        let shared = Rc::clone(&self.shared);
        shared.heard_millis.set(now_millis());
        let mut on_progress = Some(on_progress);
        let answer = Promise::new(&mut |resolve, _| {
            if let Some(on_progress) = on_progress.take() {
                shared.pending.borrow_mut().insert(
                    id,
                    Pending {
                        resolve,
                        on_progress,
                    },
                );
            }
        });
        self.post(message, transfer);
        async move {
            let answer = JsFuture::from(answer).await.map_err(|_| Stopped::Failed)?;
            if answer.is_null() {
                Err(shared.stopped.get().unwrap_or(Stopped::Failed))
            } else {
                Ok(answer)
            }
        }
    }

    /// Sends a message that has no answer.
    pub(crate) fn tell(&self, message: Object) {
        self.post(message, Array::new());
    }

    /// Whether it can still be asked.
    pub(crate) fn is_running(&self) -> bool {
        self.shared.stopped.get().is_none()
    }

    /// Whether an answer is waited for.
    pub(crate) fn is_asked(&self) -> bool {
        !self.shared.pending.borrow().is_empty()
    }

    /// Milliseconds since the worker was last heard, when something is asked of it.
    pub(crate) fn silent_millis(&self) -> Option<f64> {
        self.is_asked()
            .then(|| now_millis() - self.shared.heard_millis.get())
    }

    /// Ends the worker; whoever waits is told why.
    pub(crate) fn stop(&self, why: Stopped) {
        self.worker.terminate();
        self.shared.stop(why);
    }

    fn post(&self, message: Object, transfer: Array) {
        let mut held = self.shared.held.borrow_mut();
        match held.as_mut() {
            Some(held) => held.push((message, transfer)),
            None => deliver(&self.worker, &message, &transfer, &self.shared),
        }
    }
}

impl Drop for Port {
    fn drop(&mut self) {
        self.stop(Stopped::Cancelled);
    }
}

impl Shared {
    fn receive(&self, worker: &Worker, message: &JsValue) {
        self.heard_millis.set(now_millis());
        let held = self.held.borrow_mut().take();
        for (message, transfer) in held.into_iter().flatten() {
            deliver(worker, &message, &transfer, self);
        }
        let Some(id) = field(message, "id").as_f64() else {
            return;
        };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "we wrote the number ourselves"
        )]
        let id = id as u32;
        match read(message, "progress") {
            Some(progress) => self.report(id, progress),
            None => self.answer(id, message),
        }
    }

    fn report(&self, id: u32, progress: Progress) {
        let on_progress = self
            .pending
            .borrow()
            .get(&id)
            .map(|pending| Rc::clone(&pending.on_progress));
        if let Some(on_progress) = on_progress {
            on_progress(progress);
        }
    }

    fn answer(&self, id: u32, message: &JsValue) {
        let pending = self.pending.borrow_mut().remove(&id);
        if let Some(pending) = pending {
            let _ = pending.resolve.call1(&JsValue::UNDEFINED, message);
        }
    }

    fn stop(&self, why: Stopped) {
        if self.stopped.get().is_none() {
            self.stopped.set(Some(why));
        }
        for pending in std::mem::take(&mut *self.pending.borrow_mut()).into_values() {
            let _ = pending.resolve.call1(&JsValue::UNDEFINED, &JsValue::NULL);
        }
    }
}

fn deliver(worker: &Worker, message: &Object, transfer: &Array, shared: &Shared) {
    if worker
        .post_message_with_transfer(message, transfer)
        .is_err()
    {
        shared.stop(Stopped::Failed);
    }
}

/// The script that the page's `<meta name=…>` names.
pub(crate) fn script_of(meta: &str) -> Option<String> {
    let element = dom::document()
        .query_selector(&format!("meta[name={meta}]"))
        .ok()
        .flatten()?;
    Some(element.dyn_into::<HtmlMetaElement>().ok()?.content())
}

/// What the bytes in a field of a message are of, if they are there and of that.
pub(crate) fn read<T: Packed>(message: &JsValue, name: &str) -> Option<T> {
    let bytes: Uint8Array = field(message, name).dyn_into().ok()?;
    packed::read(&bytes.to_vec())
}

fn now_millis() -> f64 {
    js_sys::Date::now()
}
