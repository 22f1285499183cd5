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

/// A file, and what it is read for.
struct Asked {
    id: JsValue,
    name: String,
    language: Language,
    purpose: Purpose,
}

/// What becomes of a file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// It is opened.
    Open,
    /// Its rows are added to what is open.
    Append,
}

fn receive(scope: &DedicatedWorkerGlobalScope, data: &JsValue) {
    let ping = field(data, "ping");
    if !ping.is_undefined() {
        return post(scope, &message(&[("pong", &ping)]), &Array::new());
    }
    let Ok(buffer) = field(data, "buffer").dyn_into::<ArrayBuffer>() else {
        return;
    };
    let asked = Asked::of(data);
    let source = Outside::new(buffer);
    let size_bytes = source.len();
    match asked.read(scope, source) {
        Ok(imported) => hand_over(scope, (asked, size_bytes), imported),
        Err(refusal) => post(
            scope,
            &message(&[("id", &asked.id), ("refusal", &to_js(&refusal))]),
            &Array::new(),
        ),
    }
}

impl Asked {
    fn of(data: &JsValue) -> Self {
        let language = serde_wasm_bindgen::from_value(field(data, "language"));
        let is_more = field(data, "append").is_truthy();
        Self {
            id: field(data, "id"),
            name: field(data, "name").as_string().unwrap_or_default(),
            language: language.unwrap_or(Language::Da),
            purpose: if is_more {
                Purpose::Append
            } else {
                Purpose::Open
            },
        }
    }

    fn read(
        &self,
        scope: &DedicatedWorkerGlobalScope,
        source: Outside,
    ) -> Result<Imported, Refusal> {
        let mut tell = |progress: Progress| {
            let fields = [("id", &self.id), ("progress", &to_js(&progress))];
            post(scope, &message(&fields), &Array::new());
        };
        let imported = read_file(&self.name, source, self.language, &mut tell)?;
        if self.purpose == Purpose::Append && imported.facts.is_some() {
            return Err(refuse::stands_alone(self.language));
        }
        Ok(imported)
    }
}

/// The request that opens the file in a session, and the buffers that go with it; they move to the page.
fn hand_over(
    scope: &DedicatedWorkerGlobalScope,
    (asked, size_bytes): (Asked, u64),
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
    let (language, notices) = (asked.language, imported.notices);
    let body = match asked.purpose {
        Purpose::Open => Request::Adopt {
            name: asked.name,
            size_bytes,
            language,
            notices,
            facts: imported.facts.map(Box::new),
        },
        Purpose::Append => Request::Append {
            size_bytes,
            language,
            notices,
        },
    };
    let fields = [
        ("id", &asked.id),
        ("body", &to_js(&body)),
        ("attachments", &attachments),
    ];
    post(scope, &message(&fields), &attachments);
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
