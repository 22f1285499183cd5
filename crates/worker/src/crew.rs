//! The lead's fellow workers: started by it from its own script, and spoken to by it alone.

use std::rc::Rc;

use browser::object;
use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, Event, MessageEvent, Worker, WorkerOptions, WorkerType};

/// What a worker is called that holds a share and no session.
pub(crate) const SHARE: &str = "snit-share";

/// What comes of a fellow.
pub(crate) enum Heard {
    /// It says something.
    Said(JsValue),
    /// It could not start, or it stopped.
    Stopped,
}

/// Called with a fellow's number, counted from 0, and what comes of it.
pub(crate) type Hear = Rc<dyn Fn(usize, Heard)>;

/// The fellows of a lead.
#[derive(Default)]
pub(crate) struct Crew {
    fellows: Vec<Fellow>,
    /// Those that were ended; what listens to them may be running.
    ended: Vec<Fellow>,
}

struct Fellow {
    worker: Worker,
    state: State,
    memory_bytes: f64,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Starting,
    Ready,
}

impl Crew {
    /// Starts so many fellows; where the browser has no workers within workers there are none.
    pub(crate) fn start(scope: &DedicatedWorkerGlobalScope, count: usize, hear: &Hear) -> Self {
        let started = (0..count).map_while(|number| Fellow::start(scope, number, hear).ok());
        Self {
            fellows: started.collect(),
            ended: Vec::new(),
        }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.fellows.len()
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.fellows.is_empty()
    }

    /// Whether all have said that they listen.
    pub(crate) fn is_ready(&self) -> bool {
        let mut states = self.fellows.iter().map(|fellow| fellow.state);
        states.all(|state| state == State::Ready)
    }

    /// Notes that one listens.
    pub(crate) fn ready(&mut self, number: usize) {
        if let Some(fellow) = self.fellows.get_mut(number) {
            fellow.state = State::Ready;
        }
    }

    /// Ends all of them.
    pub(crate) fn dismiss(&mut self) {
        self.fellows
            .iter()
            .for_each(|fellow| fellow.worker.terminate());
        self.ended.append(&mut self.fellows);
    }

    /// Posts named fields to one; the buffers listed move with them.
    pub(crate) fn post(&self, number: usize, fields: &[(&str, &JsValue)], transfer: &Array) {
        if let Some(fellow) = self.fellows.get(number) {
            // A fellow that is gone has its error event, which ends the lead.
            let _ = fellow
                .worker
                .post_message_with_transfer(&object(fields), transfer);
        }
    }

    /// Posts the same to all.
    pub(crate) fn post_all(&self, fields: &[(&str, &JsValue)]) {
        (0..self.len()).for_each(|number| self.post(number, fields, &Array::new()));
    }

    /// Notes how much memory one has taken.
    pub(crate) fn takes(&mut self, number: usize, memory_bytes: f64) {
        if let Some(fellow) = self.fellows.get_mut(number) {
            fellow.memory_bytes = memory_bytes;
        }
    }

    /// Bytes of memory that all have taken, as they last told.
    pub(crate) fn memory_bytes(&self) -> f64 {
        self.fellows.iter().map(|fellow| fellow.memory_bytes).sum()
    }
}

impl Fellow {
    fn start(
        scope: &DedicatedWorkerGlobalScope,
        number: usize,
        hear: &Hear,
    ) -> Result<Self, JsValue> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        options.set_name(SHARE);
        let worker = Worker::new_with_options(&scope.location().href(), &options)?;
        let on_message = {
            let hear = Rc::clone(hear);
            Closure::new(move |event: MessageEvent| hear(number, Heard::Said(event.data())))
        };
        let on_error = {
            let hear = Rc::clone(hear);
            Closure::new(move |event: Event| {
                event.prevent_default();
                hear(number, Heard::Stopped);
            })
        };
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Ok(Self {
            worker,
            state: State::Starting,
            memory_bytes: 0.0,
            _on_message: on_message,
            _on_error: on_error,
        })
    }
}
