//! Messages from and to the page.

use browser::{field, object, post, text};
use formats::Source;
use js_sys::{Array, ArrayBuffer, Uint8Array};
use packed::Packed;
use protocol::Request;
use protocol::message::{Progress, Refusal};
use protocol::state::Language;
use table::wire::{self, PackedPart};
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
    post(&scope, &[("ready", &JsValue::TRUE)], &Array::new());
}

/// A file, and what it is read for.
struct Asked {
    id: JsValue,
    name: String,
    language: Language,
    purpose: Purpose,
    form: Form,
}

/// How progress and refusals are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// As bytes, for the page of this build.
    Packed,
    /// As plain objects, for other pages.
    Plain,
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
        return post(scope, &[("pong", &ping)], &Array::new());
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
            &[("id", &asked.id), ("refusal", &asked.refusal(&refusal))],
            &Array::new(),
        ),
    }
}

impl Asked {
    fn of(data: &JsValue) -> Self {
        let is_english = text(data, "language").as_deref() == Some("en");
        let is_more = field(data, "append").is_truthy();
        Self {
            id: field(data, "id"),
            name: text(data, "name").unwrap_or_default(),
            language: if is_english {
                Language::En
            } else {
                Language::Da
            },
            form: if field(data, "plain").is_truthy() {
                Form::Plain
            } else {
                Form::Packed
            },
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
            let fields = [("id", &self.id), ("progress", &self.progress(&progress))];
            post(scope, &fields, &Array::new());
        };
        let imported = read_file(&self.name, source, self.language, &mut tell)?;
        if self.purpose == Purpose::Append && imported.facts.is_some() {
            return Err(refuse::stands_alone(self.language));
        }
        Ok(imported)
    }

    fn progress(&self, progress: &Progress) -> JsValue {
        #[expect(
            clippy::cast_precision_loss,
            reason = "bytes and rows are fewer than 2^53"
        )]
        let (done, total) = (progress.done as f64, progress.total as f64);
        match self.form {
            Form::Packed => bytes(progress),
            Form::Plain => object(&[
                ("step", &progress.step.as_str().into()),
                ("done", &done.into()),
                ("total", &total.into()),
            ])
            .into(),
        }
    }

    fn refusal(&self, refusal: &Refusal) -> JsValue {
        match self.form {
            Form::Packed => bytes(refusal),
            Form::Plain => object(&[
                ("code", &refusal.code.as_str().into()),
                ("what", &refusal.what.as_str().into()),
                ("place", &refusal.place.as_str().into()),
                ("remedy", &refusal.remedy.as_str().into()),
            ])
            .into(),
        }
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
        let header = wire::Header::of(&table).to_bytes();
        attachments.push(&buffer(&header));
        for part in table.parts() {
            attachments.push(&laid_out(&wire::lay_out(&part)));
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
        ("body", &bytes(&body)),
        ("attachments", &attachments),
    ];
    post(scope, &fields, &attachments);
}

/// A run of rows in a buffer of the browser: its columns are copied once, and not by way of our own memory.
fn laid_out(packed: &PackedPart<'_>) -> ArrayBuffer {
    let length = u32::try_from(packed.len()).unwrap_or(u32::MAX);
    let whole = Uint8Array::new_with_length(length);
    for (at, piece) in packed.pieces() {
        if let (Ok(begin), Ok(end)) = (u32::try_from(at), u32::try_from(at + piece.len())) {
            whole.subarray(begin, end).copy_from(piece);
        }
    }
    whole.buffer()
}

fn buffer(bytes: &[u8]) -> ArrayBuffer {
    Uint8Array::from(bytes).buffer()
}

/// A value for the page or a worker of this build.
fn bytes<T: Packed>(value: &T) -> JsValue {
    Uint8Array::from(packed::write(value).as_slice()).into()
}
