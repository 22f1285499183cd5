//! Questions to the session, which the page carries: whole requests in bytes, whole replies back.

use std::collections::BTreeMap;

use browser::{field, object, page};
use js_sys::{Function, Promise, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::message::Refusal;
use protocol::state::Language;
use protocol::{Columns, Reply, Request, Slice};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::talk::{Talk, read};

/// The module asks something, with a number.
const ASK: &str = "snit-ask";
/// The page answers, with the same number.
const ANSWER: &str = "snit-answer";

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Trouble {
    /// The session says why.
    Refused(Refusal),
    /// The session stopped; it is started anew when it is asked again.
    Stopped,
}

/// What was asked for, as far as it has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Loaded<T> {
    /// Nothing yet.
    #[default]
    Waiting,
    /// The newest that was asked for; the one before while the newest is awaited.
    Here(T),
    /// There is none.
    Failed(Trouble),
}

/// Questions that have no answer yet.
#[derive(Default)]
pub(crate) struct Asking {
    last: u32,
    waiting: BTreeMap<u32, Function>,
}

impl Talk {
    /// Asks the session.
    pub(crate) async fn ask(self, request: &Request) -> Result<Reply, Trouble> {
        let body = Uint8Array::from(packed::write(request).as_slice());
        let answer = Promise::new(&mut |resolve, _| {
            let number = self.asking.try_update_value(|asking| {
                asking.last += 1;
                asking.waiting.insert(asking.last, resolve);
                asking.last
            });
            let number = JsValue::from(number.unwrap_or_default());
            let asked = object(&[("number", &number), ("body", &body)]);
            page::tell(&window(), ASK, &asked);
        });
        let answer = JsFuture::from(answer).await.map_err(|_| Trouble::Stopped)?;
        match read(&answer) {
            Some(Reply::Refused(refusal)) => Err(Trouble::Refused(refusal)),
            Some(reply) => Ok(reply),
            None => Err(Trouble::Stopped),
        }
    }

    /// The answer to a slice: columns of published numbers, members in the language asked for.
    pub(crate) async fn columns(
        self,
        slice: Slice,
        language: Language,
    ) -> Result<Columns, Trouble> {
        let request = Request::Columns {
            slice,
            language,
            known: Vec::new(),
        };
        match self.ask(&request).await? {
            Reply::Columns(parts) => parts.into_iter().next().ok_or(Trouble::Stopped),
            _ => Err(Trouble::Stopped),
        }
    }

    /// Loads anew whenever the key changes, and drops what came for an older key.
    pub(crate) fn load<K, T, F>(
        self,
        key: Memo<K>,
        load: impl Fn(K) -> F + 'static,
    ) -> RwSignal<Loaded<T>>
    where
        K: Clone + PartialEq + Send + Sync + 'static,
        T: Send + Sync + 'static,
        F: Future<Output = Result<T, Trouble>> + 'static,
    {
        let loaded = RwSignal::new(Loaded::Waiting);
        let newest = StoredValue::new(0_u32);
        Effect::new(move |_| {
            let asked = key.get();
            let found = load(asked);
            let number = newest.get_value() + 1;
            newest.set_value(number);
            self.is_busy.set(true);
            spawn_local(async move {
                let found = found.await;
                // The view may be gone, or another key asked for.
                if newest.try_get_value() == Some(number) {
                    self.is_busy.set(false);
                    loaded.set(match found {
                        Ok(found) => Loaded::Here(found),
                        Err(trouble) => Loaded::Failed(trouble),
                    });
                }
            });
        });
        loaded
    }

    pub(crate) fn hear_answers(self) {
        page::hear(&window(), ANSWER, move |answer| {
            let number = browser::number(&answer, "number");
            let number = number.and_then(|number| u32::try_from(number).ok());
            let waiting = self
                .asking
                .try_update_value(|asking| asking.waiting.remove(&number?));
            if let Some(Some(resolve)) = waiting {
                let _ = resolve.call1(&JsValue::UNDEFINED, &field(&answer, "body"));
            }
        });
    }
}
