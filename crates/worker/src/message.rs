//! Messages as the browser carries them.

use js_sys::{Array, ArrayBuffer, Function, Object, Reflect, Uint8Array};
use protocol::Request;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

/// A message from the page.
pub(crate) enum Incoming {
    /// Are you there?
    Ping(JsValue),
    /// How much memory is taken?
    Memory(JsValue),
    /// A file of so many bytes will come, to be shared by at most so many workers.
    Expect(usize, Option<usize>),
    /// A request.
    Asked(Box<Asked>),
    /// Something else, with its number if it has one.
    Unreadable(JsValue),
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
    /// As bytes, for the page of this build.
    Packed,
    /// As plain objects, for other pages.
    Plain,
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
    if let Some(bytes) = number(data, "expect") {
        return Incoming::Expect(bytes, number(data, "workers"));
    }
    let form = if field(data, "plain").is_truthy() {
        Form::Plain
    } else {
        Form::Packed
    };
    match request(field(data, "body")) {
        Some(request) => Incoming::Asked(Box::new(Asked {
            id,
            lane: field(data, "lane").as_string(),
            request,
            attachments: buffers(&field(data, "attachments")),
            workers: number(data, "workers"),
            form,
        })),
        None => Incoming::Unreadable(id),
    }
}

fn request(body: JsValue) -> Option<Request> {
    let bytes: Uint8Array = body.dyn_into().ok()?;
    packed::read(&bytes.to_vec())
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

/// Takes the bytes of a buffer over, which is empty afterwards; none where there is no memory for them.
pub(crate) fn bytes(buffer: &ArrayBuffer) -> Option<Vec<u8>> {
    let view = Uint8Array::new(buffer);
    // Memory that can be had is asked for again by the copy; memory that cannot would end the worker there.
    let mut probe = Vec::<u8>::new();
    probe.try_reserve_exact(view.length() as usize).ok()?;
    drop(probe);
    let bytes = view.to_vec();
    release(buffer);
    Some(bytes)
}

/// Gives a buffer's memory back at once: the browser would wait until the little that we keep in its own memory has grown.
fn release(buffer: &ArrayBuffer) {
    let transfer = field(buffer, "transfer").dyn_into::<Function>();
    if let Ok(transfer) = transfer {
        // A browser that has no such function collects it later.
        let _ = transfer.call1(buffer, &0.into());
    }
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
