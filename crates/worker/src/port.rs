//! Listening to the page and answering it.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use protocol::message::Progress;
use session::Session;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::message::{Asked, Incoming, incoming, message, to_js};

/// Answers every message from now on, and tells the page so.
pub(crate) fn listen() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let session = Rc::new(RefCell::new(Session::new()));
    let answering = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        match incoming(&event.data()) {
            Incoming::Ping(ping) => post(&answering, &[("pong", &ping)]),
            Incoming::Asked(asked) => answer(&answering, &session, *asked),
            Incoming::Unreadable(id) => post(&answering, &[("id", &id)]),
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The worker listens for as long as it lives.
    on_message.forget();
    post(&scope, &[("ready", &JsValue::TRUE)]);
}

fn answer(scope: &DedicatedWorkerGlobalScope, session: &RefCell<Session>, asked: Asked) {
    let Asked {
        id,
        request,
        attachments,
    } = asked;
    let mut tell =
        |progress: Progress| post(scope, &[("id", &id), ("progress", &to_js(&progress))]);
    let reply = session
        .borrow_mut()
        .handle(request, &attachments, &mut tell);
    post(scope, &[("id", &id), ("body", &to_js(&reply))]);
}

fn post(scope: &DedicatedWorkerGlobalScope, fields: &[(&str, &JsValue)]) {
    // A page that is gone has no use for the answer.
    let _ = scope.post_message_with_transfer(&message(fields), &Array::new());
}
