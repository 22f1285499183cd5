//! Messages as the browser carries them.

use js_sys::{Array, ArrayBuffer, Object, Reflect, Uint8Array};
use protocol::Request;
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};

/// A message from the page.
pub(crate) enum Incoming {
    /// Are you there?
    Ping(JsValue),
    /// A request.
    Asked(Box<Asked>),
    /// Something else, with its number if it has one.
    Unreadable(JsValue),
}

/// A request with the bytes that belong to it.
pub(crate) struct Asked {
    pub(crate) id: JsValue,
    pub(crate) request: Request,
    pub(crate) attachments: Vec<Vec<u8>>,
}

/// Reads a message.
pub(crate) fn incoming(data: &JsValue) -> Incoming {
    let ping = field(data, "ping");
    if !ping.is_undefined() {
        return Incoming::Ping(ping);
    }
    let id = field(data, "id");
    match serde_wasm_bindgen::from_value(field(data, "body")) {
        Ok(request) => Incoming::Asked(Box::new(Asked {
            id,
            request,
            attachments: attachments(data),
        })),
        Err(_) => Incoming::Unreadable(id),
    }
}

fn attachments(data: &JsValue) -> Vec<Vec<u8>> {
    let Ok(buffers) = field(data, "attachments").dyn_into::<Array>() else {
        return Vec::new();
    };
    let bytes = |buffer: JsValue| {
        buffer
            .dyn_into::<ArrayBuffer>()
            .map(|it| Uint8Array::new(&it).to_vec())
    };
    buffers
        .iter()
        .filter_map(|buffer| bytes(buffer).ok())
        .collect()
}

/// A value as the browser carries it, maps as plain objects.
pub(crate) fn to_js<T: Serialize>(value: &T) -> JsValue {
    value
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .unwrap_or(JsValue::NULL)
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

fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}
