//! Messages from and to the page.

use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use protocol::message::Progress;
use protocol::state::Language;
use serde::Serialize;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::read::{Imported, read_file};

/// Answers every message from now on, and tells the page so.
pub(crate) fn listen() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let answering = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        receive(&answering, &event.data());
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The worker listens for as long as it lives.
    on_message.forget();
    post(
        &scope,
        &message(&[("ready", &JsValue::TRUE)]),
        &Array::new(),
    );
}

fn receive(scope: &DedicatedWorkerGlobalScope, data: &JsValue) {
    let ping = field(data, "ping");
    if !ping.is_undefined() {
        return post(scope, &message(&[("pong", &ping)]), &Array::new());
    }
    let id = field(data, "id");
    let Ok(buffer) = field(data, "buffer").dyn_into::<ArrayBuffer>() else {
        return;
    };
    let name = field(data, "name").as_string().unwrap_or_default();
    let language = serde_wasm_bindgen::from_value(field(data, "language")).unwrap_or(Language::Da);
    let bytes = Uint8Array::new(&buffer).to_vec();
    let mut tell = |progress: Progress| {
        let progress = to_js(&progress);
        post(
            scope,
            &message(&[("id", &id), ("progress", &progress)]),
            &Array::new(),
        );
    };
    match read_file(&name, bytes, language, &mut tell) {
        Ok(imported) => hand_over(scope, &id, &imported),
        Err(refusal) => post(
            scope,
            &message(&[("id", &id), ("refusal", &to_js(&refusal))]),
            &Array::new(),
        ),
    }
}

/// The tables move to the page; they are not copied once more.
fn hand_over(scope: &DedicatedWorkerGlobalScope, id: &JsValue, imported: &Imported) {
    let tables = Array::of1(&Uint8Array::from(imported.tables.as_slice()).buffer());
    let notices = to_js(&imported.notices);
    post(
        scope,
        &message(&[("id", id), ("tables", &tables), ("notices", &notices)]),
        &tables,
    );
}

fn to_js<T: Serialize>(value: &T) -> JsValue {
    value
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .unwrap_or(JsValue::NULL)
}

fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn message(fields: &[(&str, &JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a field of a fresh object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}

fn post(scope: &DedicatedWorkerGlobalScope, message: &Object, transfer: &Array) {
    // A page that is gone has no use for the answer.
    let _ = scope.post_message_with_transfer(message, transfer);
}
