//! Messages as the browser carries them.

use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use packed::Packed;
use protocol::Request;
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

/// A message from the page.
pub(crate) enum Incoming {
    /// Are you there?
    Ping(JsValue),
    /// How much memory is taken?
    Memory(JsValue),
    /// A request.
    Asked(Box<Asked>),
    /// Something else, with its number if it has one, and what is wrong with it.
    Unreadable(JsValue, String),
}

/// A request with the buffers that belong to it.
#[derive(Debug)]
pub(crate) struct Asked {
    pub(crate) id: JsValue,
    /// Only the newest request of a lane is carried out.
    pub(crate) lane: Option<String>,
    pub(crate) request: Request,
    pub(crate) attachments: Vec<ArrayBuffer>,
    /// At most so many workers.
    pub(crate) workers: Option<usize>,
    pub(crate) form: Form,
}

/// How a reply is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// As JSON, for other programs.
    Json,
    /// As bytes, for the page of this build.
    Packed,
    /// As a value of the browser.
    Value,
}

/// Reads a message.
pub(crate) fn incoming(data: &JsValue) -> Incoming {
    let ping = field(data, "ping");
    if !ping.is_undefined() {
        return Incoming::Ping(ping);
    }
    let id = field(data, "id");
    if field(data, "memory").is_truthy() {
        return Incoming::Memory(id);
    }
    let body = field(data, "body");
    let (written, request) = read(body);
    let form = if field(data, "json").is_truthy() {
        Form::Json
    } else {
        written
    };
    match request {
        Ok(request) => Incoming::Asked(Box::new(Asked {
            id,
            lane: field(data, "lane").as_string(),
            request,
            attachments: buffers(&field(data, "attachments")),
            workers: number(data, "workers"),
            form,
        })),
        Err(why) => Incoming::Unreadable(id, why),
    }
}

/// A request, and how it was written.
fn read(body: JsValue) -> (Form, Result<Request, String>) {
    if let Some(text) = body.as_string() {
        let request = serde_json::from_str(&text);
        return (Form::Json, request.map_err(|error| error.to_string()));
    }
    match body.dyn_into::<Uint8Array>() {
        Ok(bytes) => {
            let request = packed::read(&bytes.to_vec());
            let why = || "these bytes are not of this build".to_owned();
            (Form::Packed, request.ok_or_else(why))
        }
        Err(body) => {
            let request = serde_wasm_bindgen::from_value(body);
            (Form::Value, request.map_err(|error| error.to_string()))
        }
    }
}

/// The buffers of a list.
pub(crate) fn buffers(list: &JsValue) -> Vec<ArrayBuffer> {
    let Some(list) = list.dyn_ref::<Array>() else {
        return Vec::new();
    };
    list.iter()
        .filter_map(|buffer| buffer.dyn_into().ok())
        .collect()
}

/// The bytes of a buffer; none where there is no memory for them.
pub(crate) fn bytes(buffer: &ArrayBuffer) -> Option<Vec<u8>> {
    let buffer = Uint8Array::new(buffer);
    // Memory that can be had is asked for again by the copy; memory that cannot would end the worker there.
    let mut probe = Vec::<u8>::new();
    probe.try_reserve_exact(buffer.length() as usize).ok()?;
    drop(probe);
    Some(buffer.to_vec())
}

/// A value as the asker reads it.
pub(crate) fn to_js<T: Serialize + Packed>(value: &T, form: Form) -> JsValue {
    match form {
        Form::Json => json(value),
        Form::Packed => Uint8Array::from(packed::write(value).as_slice()).into(),
        Form::Value => value
            .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
            .unwrap_or(JsValue::NULL),
    }
}

/// A value as JSON.
pub(crate) fn json<T: Serialize>(value: &T) -> JsValue {
    serde_json::to_string(value).map_or(JsValue::NULL, JsValue::from)
}

/// A message of named fields.
pub(crate) fn message(fields: &[(&str, &JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a field of a fresh object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}

/// A field of a message, or undefined.
pub(crate) fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// A whole number in a message.
pub(crate) fn number(object: &JsValue, name: &str) -> Option<usize> {
    let number = field(object, name).as_f64()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the cast saturates, and what is below 0 is none"
    )]
    (number >= 0.0).then_some(number as usize)
}

/// Posts named fields; the buffers listed move with them.
pub(crate) fn post(
    scope: &DedicatedWorkerGlobalScope,
    fields: &[(&str, &JsValue)],
    transfer: &Array,
) {
    // Whoever is gone has no use for the answer.
    let _ = scope.post_message_with_transfer(&message(fields), transfer);
}

/// Bytes of memory that this worker has taken.
pub(crate) fn memory_bytes() -> f64 {
    let memory = wasm_bindgen::memory();
    field(&field(&memory, "buffer"), "byteLength")
        .as_f64()
        .unwrap_or(0.0)
}
