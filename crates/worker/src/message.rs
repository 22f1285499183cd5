//! Messages as the browser carries them.

use browser::{buffer, field, index, text};
use js_sys::{ArrayBuffer, Uint8Array};
use protocol::Request;
use wasm_bindgen::{JsCast, JsValue};

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
    if let Some(bytes) = index(data, "expect") {
        return Incoming::Expect(bytes, index(data, "workers"));
    }
    let form = if field(data, "plain").is_truthy() {
        Form::Plain
    } else {
        Form::Packed
    };
    match request(field(data, "body")) {
        Some(request) => Incoming::Asked(Box::new(Asked {
            id,
            lane: text(data, "lane"),
            request,
            attachments: buffer::listed(&field(data, "attachments")),
            workers: index(data, "workers"),
            form,
        })),
        None => Incoming::Unreadable(id),
    }
}

fn request(body: JsValue) -> Option<Request> {
    let bytes: Uint8Array = body.dyn_into().ok()?;
    packed::read(&bytes.to_vec())
}
