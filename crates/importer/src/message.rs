//! Messages from and to the page.

use formats::Source;
use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use protocol::Request;
use protocol::message::{Progress, Refusal};
use protocol::state::Language;
use serde::Serialize;
use table::wire;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::read::{Imported, read_file};
use crate::refuse;
use crate::source::Outside;

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
    let source = Outside::new(buffer);
    let mut tell = |progress: Progress| {
        let progress = to_js(&progress);
        post(
            scope,
            &message(&[("id", &id), ("progress", &progress)]),
            &Array::new(),
        );
    };
    let size_bytes = source.len();
    let is_more = field(data, "append").is_truthy();
    let imported = read_file(&name, source, language, &mut tell)
        .and_then(|imported| joinable(imported, is_more, language));
    match imported {
        Ok(imported) => hand_over(scope, &id, (name, size_bytes, language, is_more), imported),
        Err(refusal) => post(
            scope,
            &message(&[("id", &id), ("refusal", &to_js(&refusal))]),
            &Array::new(),
        ),
    }
}

/// A package is not added to other files.
fn joinable(imported: Imported, is_more: bool, language: Language) -> Result<Imported, Refusal> {
    if is_more && imported.facts.is_some() {
        return Err(refuse::stands_alone(language));
    }
    Ok(imported)
}

/// The request that opens the file in a session, and the buffers that go with it; they move to the page.
fn hand_over(
    scope: &DedicatedWorkerGlobalScope,
    id: &JsValue,
    (name, size_bytes, language, is_more): (String, u64, Language, bool),
    imported: Imported,
) {
    let attachments = Array::new();
    for table in imported.tables {
        let header = serde_json::to_vec(&wire::Header::of(&table)).unwrap_or_default();
        attachments.push(&buffer(&header));
        for part in table.parts() {
            attachments.push(&buffer(&wire::pack_part(&part)));
        }
    }
    let notices = imported.notices;
    let body = if is_more {
        Request::Append {
            size_bytes,
            language,
            notices,
        }
    } else {
        Request::Adopt {
            name,
            size_bytes,
            language,
            notices,
            facts: imported.facts.map(Box::new),
        }
    };
    let message = message(&[
        ("id", id),
        ("body", &to_js(&body)),
        ("attachments", &attachments),
    ]);
    post(scope, &message, &attachments);
}

fn buffer(bytes: &[u8]) -> ArrayBuffer {
    Uint8Array::from(bytes).buffer()
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
