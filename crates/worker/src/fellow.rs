//! A fellow of the lead: holds rows and does work on them, and knows nothing of what they mean.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use browser::buffer::{self, memory_bytes};
use browser::{field, index, object, post};
use js_sys::{Array, Date, Uint8Array};
use session::share::{Job, Run, Segment, Share};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::turn::Turn;

/// So long a worker works before it hears what has come meanwhile.
pub(crate) const PAUSE_MILLIS: f64 = 30.0;

struct Fellow {
    scope: DedicatedWorkerGlobalScope,
    share: Share,
    jobs: VecDeque<(JsValue, Job)>,
    turn: Turn,
}

/// Serves the lead from now on, and tells it so.
pub(crate) fn listen(scope: &DedicatedWorkerGlobalScope) -> Result<(), JsValue> {
    let fellow = Rc::new(RefCell::new(None::<Fellow>));
    let turn = {
        let fellow = Rc::clone(&fellow);
        Turn::new(move || fellow.borrow_mut().iter_mut().for_each(Fellow::work))?
    };
    fellow.replace(Some(Fellow {
        scope: scope.clone(),
        share: Share::default(),
        jobs: VecDeque::new(),
        turn,
    }));
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(fellow) = fellow.borrow_mut().as_mut() {
            fellow.receive(&event.data());
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // It listens for as long as it lives.
    on_message.forget();
    post(scope, &[("ready", &JsValue::TRUE)], &Array::new());
    Ok(())
}

impl Fellow {
    fn receive(&mut self, data: &JsValue) {
        if field(data, "clear").is_truthy() {
            self.share.clear();
            self.jobs.clear();
        } else if let Some(table) = index(data, "add") {
            self.add(table, data);
        } else if let Ok(needs) = field(data, "needs").dyn_into::<Uint8Array>() {
            if let Some(job) = Job::read(&needs.to_vec()) {
                self.jobs.push_back((field(data, "job"), job));
            }
            self.work();
        } else {
            let dropped = field(data, "drop");
            self.jobs.retain(|(number, _)| *number != dropped);
        }
    }

    fn add(&mut self, table: usize, data: &JsValue) {
        let header = Uint8Array::new(&field(data, "header")).to_vec();
        let list = Array::from(&field(data, "segments"));
        let segments: Option<Vec<Segment>> = list.iter().map(|it| segment(&it)).collect();
        // The lead hears of what is thrown as an error and ends, as the page expects of a worker that fails.
        let Some(segments) = segments else {
            wasm_bindgen::throw_str("there is no memory for these rows");
        };
        if let Err(error) = self.share.add(table, &header, segments) {
            wasm_bindgen::throw_str(&error.to_string());
        }
        self.tell(&[("memory", &memory_bytes().into())], &Array::new());
    }

    fn work(&mut self) {
        let begun = Date::now();
        while let Some((_, job)) = self.jobs.front_mut() {
            while job.step(&self.share) {
                if Date::now() - begun > PAUSE_MILLIS {
                    return self.turn.ask();
                }
            }
            if let Some((number, job)) = self.jobs.pop_front() {
                self.hand_over(&number, job);
            }
        }
    }

    fn hand_over(&self, number: &JsValue, job: Job) {
        let transfer = Array::new();
        let runs: Array = job
            .into_runs()
            .iter()
            .map(|runs| runs.iter().map(|it| run(it, &transfer)).collect::<Array>())
            .collect();
        let memory = memory_bytes().into();
        self.tell(
            &[("job", number), ("runs", &runs), ("memory", &memory)],
            &transfer,
        );
    }

    fn tell(&self, fields: &[(&str, &JsValue)], transfer: &Array) {
        post(&self.scope, fields, transfer);
    }
}

fn segment(segment: &JsValue) -> Option<Segment> {
    let parts = buffer::listed(&field(segment, "parts"));
    Some(Segment {
        number: index(segment, "number")?,
        parts: parts.iter().map(buffer::take).collect::<Option<_>>()?,
    })
}

fn run(run: &Run, transfer: &Array) -> JsValue {
    let bytes = match &run.partial {
        Ok(partial) => partial.to_bytes().ok(),
        Err(_) => None,
    };
    let partial = match bytes {
        Some(bytes) => {
            let bytes = Uint8Array::from(bytes.as_slice());
            transfer.push(&bytes.buffer());
            bytes.into()
        }
        None => JsValue::NULL,
    };
    #[expect(
        clippy::cast_precision_loss,
        reason = "segments are numbered from 0 and are few"
    )]
    let (first, last) = (run.first as f64, run.last as f64);
    object(&[
        ("first", &first.into()),
        ("last", &last.into()),
        ("partial", &partial),
    ])
    .into()
}
