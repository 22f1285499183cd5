//! The worker that the page speaks to: it holds the session, and has work on large tables done by itself and its fellows.
//!
//! One request is carried out at a time. While it waits for fellows, and between two pieces of its own work, the lead hears
//! what comes: requests wait their turn, and those that a newer one of their lane makes outdated are dropped.

mod adopt;
mod hold;
mod learn;
mod work;

use std::cell::RefCell;
use std::rc::Rc;

use browser::buffer::memory_bytes;
use browser::{field, post};
use js_sys::Array;
use protocol::{Reply, Request};
use session::share::Share;
use session::{Handed, Session, Step};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::crew::{Crew, Hear, Heard};
use crate::deal::Deal;
use crate::further::Learn;
use crate::lanes::Lanes;
use crate::message::{Asked, Form, Incoming, incoming};
use crate::plain;
use crate::turn::Turn;
use adopt::Arriving;
use work::Working;

struct Lead {
    scope: DedicatedWorkerGlobalScope,
    session: Session,
    waiting: Lanes<Asked>,
    active: Active,
    turn: Turn,
    /// Whether what has come during the last request is still to be heard.
    is_hearing: bool,
    hear: Hear,
    learn: Rc<Learn>,
    crew: Option<Crew>,
    /// The lead's own rows of large tables, and how the rows of each lie.
    share: Share,
    deals: Vec<Option<Deal>>,
    /// The number of the last work that was given out.
    job: f64,
}

/// What the lead is at.
enum Active {
    Nothing,
    /// A large file that waits until the fellows listen.
    Adopting(Box<Arriving>),
    Working(Box<Working>),
    /// A request that waits for answers the worker begins without.
    Fetching(Box<Asked>),
}

/// Whom the reply to a request goes to.
struct Asker {
    id: JsValue,
    lane: Option<String>,
    form: Form,
}

/// Answers the page from now on, and tells it so.
pub(crate) fn listen(scope: &DedicatedWorkerGlobalScope) -> Result<(), JsValue> {
    let lead = Rc::new(RefCell::new(None::<Lead>));
    let turn = {
        let lead = Rc::clone(&lead);
        Turn::new(move || lead.borrow_mut().iter_mut().for_each(Lead::wake))?
    };
    let hear: Hear = {
        let lead = Rc::clone(&lead);
        Rc::new(move |number, heard| {
            if let Some(lead) = lead.borrow_mut().as_mut() {
                lead.hear(number, heard);
            }
        })
    };
    let learn: Rc<Learn> = {
        let lead = Rc::clone(&lead);
        Rc::new(move |outcome| {
            if let Some(lead) = lead.borrow_mut().as_mut() {
                lead.learned(outcome);
            }
        })
    };
    lead.replace(Some(Lead::new(scope.clone(), turn, (hear, learn))));
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(lead) = lead.borrow_mut().as_mut() {
            lead.receive(&event.data());
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // It listens for as long as it lives.
    on_message.forget();
    post(scope, &[("ready", &JsValue::TRUE)], &Array::new());
    Ok(())
}

impl Lead {
    fn new(
        scope: DedicatedWorkerGlobalScope,
        turn: Turn,
        (hear, learn): (Hear, Rc<Learn>),
    ) -> Self {
        Self {
            scope,
            session: Session::first(),
            waiting: Lanes::default(),
            active: Active::Nothing,
            turn,
            is_hearing: false,
            hear,
            learn,
            crew: None,
            share: Share::default(),
            deals: Vec::new(),
            job: 0.0,
        }
    }

    fn receive(&mut self, data: &JsValue) {
        match incoming(data) {
            Incoming::Ping(ping) => self.post(&[("pong", &ping)]),
            Incoming::Memory(id) => {
                let fellows = self.crew.as_ref().map_or(0.0, Crew::memory_bytes);
                let memory = memory_bytes() + fellows;
                self.post(&[("id", &id), ("memory", &memory.into())]);
            }
            Incoming::Expect(bytes, workers) => self.expect(bytes, workers),
            Incoming::Unreadable(id) => self.unreadable(&id),
            Incoming::Asked(asked) => {
                self.outdate(asked.lane.as_deref());
                let lane = asked.lane.clone();
                for outdated in self.waiting.push(*asked, lane) {
                    self.post(&[("id", &outdated.id), ("outdated", &JsValue::TRUE)]);
                }
                self.advance();
            }
        }
    }

    /// Breaks off work for a request of this lane.
    fn outdate(&mut self, lane: Option<&str>) {
        let is_outdated = match &self.active {
            Active::Working(working) => lane.is_some() && working.asker.lane.as_deref() == lane,
            _ => false,
        };
        if is_outdated && let Active::Working(working) = self.rest() {
            let asker = working.asker;
            self.post(&[("id", &asker.id), ("outdated", &JsValue::TRUE)]);
            if let Some(crew) = &self.crew {
                crew.post_all(&[("drop", &self.job.into())]);
            }
        }
    }

    /// Begins the next request, unless there is something to be done or heard first.
    fn advance(&mut self) {
        if self.is_hearing || !matches!(self.active, Active::Nothing) {
            return;
        }
        let Some(asked) = self.waiting.pop() else {
            return;
        };
        if adopt::is_adopting(&asked.request) {
            return self.adopt(asked);
        }
        if self.session.lacks(&asked.request) {
            return self.fetch_for(asked);
        }
        self.begin(asked);
    }

    fn begin(&mut self, asked: Asked) {
        let Asked {
            id,
            lane,
            request,
            form,
            ..
        } = asked;
        let is_closing = request == Request::Close;
        let asker = Asker { id, lane, form };
        let step = self.session.begin(request, Handed::default());
        if is_closing {
            self.let_go();
            self.hold(Vec::new());
        }
        self.follow(asker, step);
    }

    fn follow(&mut self, asker: Asker, step: Step) {
        match step {
            Step::Needs(needs) => self.work_on(asker, needs),
            Step::Done(reply) => {
                self.reply(&asker, &reply);
                if !self.session.is_whole() {
                    self.fetch_ahead();
                }
                self.rest();
            }
        }
    }

    /// What was done is done; what has come meanwhile is heard before the next request begins.
    fn rest(&mut self) -> Active {
        self.is_hearing = true;
        self.turn.ask();
        std::mem::replace(&mut self.active, Active::Nothing)
    }

    fn wake(&mut self) {
        self.is_hearing = false;
        match &self.active {
            Active::Working(_) => self.work(),
            Active::Nothing => self.advance(),
            Active::Adopting(_) | Active::Fetching(_) => {}
        }
    }

    fn hear(&mut self, number: usize, heard: Heard) {
        let Some(crew) = &mut self.crew else {
            return;
        };
        match heard {
            Heard::Stopped if self.deals.iter().any(Option::is_some) => {
                // The page starts a new worker where this one fails, and hands it the same file.
                wasm_bindgen::throw_str("a worker that held rows has stopped");
            }
            Heard::Stopped => {
                crew.dismiss();
                self.adopt_when_ready();
            }
            Heard::Said(data) => {
                if let Some(bytes) = field(&data, "memory").as_f64() {
                    crew.takes(number, bytes);
                }
                if field(&data, "ready").is_truthy() {
                    crew.ready(number);
                    self.adopt_when_ready();
                } else if let Some(job) = field(&data, "job").as_f64() {
                    self.collect(job, &field(&data, "runs"));
                }
            }
        }
    }

    fn reply(&self, asker: &Asker, reply: &Reply) {
        let outgoing = match asker.form {
            Form::Packed => plain::packed(reply),
            Form::Plain => plain::outgoing(reply),
        };
        let fields = [("id", &asker.id), ("body", &outgoing.body)];
        post(&self.scope, &fields, &outgoing.transfer);
    }

    /// Tells that a message is not one that this build writes.
    fn unreadable(&self, id: &JsValue) {
        self.post(&[("id", id), ("unreadable", &JsValue::TRUE)]);
    }

    fn post(&self, fields: &[(&str, &JsValue)]) {
        post(&self.scope, fields, &Array::new());
    }
}
