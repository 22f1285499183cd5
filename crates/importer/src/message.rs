//! Messages from and to the page.

mod asked;
mod comparing;
mod handing;
mod several;

use browser::{field, post};
use formats::Source;
use js_sys::{Array, ArrayBuffer, Uint8Array};
use protocol::message::Refusal;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::drawing::{Drawing, Next};
use crate::read::Found;
use crate::source::Outside;
use asked::Asked;
use handing::{bytes, hand_over};

/// Answers every message from now on, and tells the page so.
pub(crate) fn listen() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let answering = scope.clone();
    let mut drawn = None;
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        receive(&answering, &event.data(), &mut drawn);
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The worker listens for as long as it lives.
    on_message.forget();
    post(&scope, &[("ready", &JsValue::TRUE)], &Array::new());
}

/// A file that is drawn, with what it was asked for.
type Drawn = Option<(Asked, u64, Box<Drawing>)>;

fn receive(scope: &DedicatedWorkerGlobalScope, data: &JsValue, drawn: &mut Drawn) {
    let ping = field(data, "ping");
    if !ping.is_undefined() {
        return post(scope, &[("pong", &ping)], &Array::new());
    }
    let open = field(data, "compare");
    if open.is_object() {
        return comparing::compare(scope, data, &open);
    }
    if let Ok(buffer) = field(data, "buffer").dyn_into::<ArrayBuffer>() {
        return begin(scope, data, buffer, drawn);
    }
    let change = field(data, "change").dyn_into::<Uint8Array>();
    let change = change.ok().and_then(|bytes| packed::read(&bytes.to_vec()));
    if let Some((asked, size_bytes, mut drawing)) = drawn.take() {
        let asked = asked.again(data);
        // A message without a change wants the view, in another language perhaps.
        match drawing.change(change.unwrap_or_default(), asked.language) {
            Next::HandOver => conclude(scope, (asked, size_bytes), *drawing),
            Next::LetGo => post(scope, &[("id", &asked.id)], &Array::new()),
            Next::Draw => {
                let view = bytes(&drawing.view(asked.language));
                post(scope, &[("id", &asked.id), ("view", &view)], &Array::new());
                *drawn = Some((asked, size_bytes, drawing));
            }
        }
    }
}

/// Reads a file and hands it over, unless it is to be drawn first.
fn begin(
    scope: &DedicatedWorkerGlobalScope,
    data: &JsValue,
    buffer: ArrayBuffer,
    drawn: &mut Drawn,
) {
    let asked = Asked::of(data);
    let source = Outside::new(buffer);
    let more = several::more(data);
    if !more.is_empty() {
        return begin_several(scope, asked, source, more);
    }
    let size_bytes = source.len();
    match asked.read(scope, source) {
        Ok(Found::Package(imported)) => hand_over(scope, (asked, size_bytes), *imported, &[]),
        Ok(Found::Raw(drawing)) if asked.is_drawn(&drawing) => {
            post(
                scope,
                &[("id", &asked.id), ("drawn", &JsValue::TRUE)],
                &Array::new(),
            );
            *drawn = Some((asked, size_bytes, drawing));
        }
        Ok(Found::Raw(drawing)) => conclude(scope, (asked, size_bytes), *drawing),
        Err(refusal) => refuse(scope, &asked, &refusal),
    }
}

/// Reads files that were picked together and hands them over as one; nothing of them is drawn.
fn begin_several(
    scope: &DedicatedWorkerGlobalScope,
    mut asked: Asked,
    first: Outside,
    more: Vec<(String, Outside)>,
) {
    let count = more.len();
    let mut files = vec![(asked.name.clone(), first)];
    files.extend(more);
    match several::read(scope, &asked, files) {
        Ok((size_bytes, imported)) => {
            asked.name = format!("{} + {count}", asked.name);
            hand_over(scope, (asked, size_bytes), imported, &[]);
        }
        Err(refusal) => refuse(scope, &asked, &refusal),
    }
}

/// Hands a raw file over, with the readings that are to be kept and whether it can be drawn.
fn conclude(
    scope: &DedicatedWorkerGlobalScope,
    (asked, size_bytes): (Asked, u64),
    drawing: Drawing,
) {
    let mut about: Vec<(&str, JsValue)> = Vec::new();
    if drawing.is_drawable() {
        about.push(("drawable", JsValue::TRUE));
    }
    if asked.is_changed {
        about.push(("kept", drawing.remembered().into()));
    }
    match drawing.imported(asked.language) {
        Ok(imported) => hand_over(scope, (asked, size_bytes), imported, &about),
        Err(refusal) => refuse(scope, &asked, &refusal),
    }
}

fn refuse(scope: &DedicatedWorkerGlobalScope, asked: &Asked, refusal: &Refusal) {
    let fields = [("id", &asked.id), ("refusal", &asked.refusal(refusal))];
    post(scope, &fields, &Array::new());
}
