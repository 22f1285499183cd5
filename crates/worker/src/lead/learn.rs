//! Fetching the answers that the first view does not ask for.

use std::mem;
use std::rc::Rc;

use session::Further;
use wasm_bindgen_futures::spawn_local;

use crate::further::{Lost, further};
use crate::message::Asked;

use super::{Active, Lead};

impl Lead {
    /// Lets a request wait for its answers.
    pub(super) fn fetch_for(&mut self, asked: Asked) {
        self.active = Active::Fetching(Box::new(asked));
        self.fetch_ahead();
    }

    /// Fetches them before they are asked for; one that cannot be had is fetched again when it is.
    pub(super) fn fetch_ahead(&self) {
        let learn = Rc::clone(&self.learn);
        spawn_local(async move { learn(further().await) });
    }

    /// Takes over what has come. A request that waits is begun: without its answers the session says what is amiss.
    pub(super) fn learned(&mut self, outcome: Result<Further, Lost>) {
        if let Ok(further) = outcome {
            self.session.learn(further);
        }
        if matches!(self.active, Active::Fetching(_))
            && let Active::Fetching(asked) = mem::replace(&mut self.active, Active::Nothing)
        {
            self.begin(*asked);
        }
    }
}
