//! Messages from and to the page.

mod asked;
mod comparing;
mod handing;
mod rehearsing;
mod several;

use browser::{field, post};
use formats::Source;
use js_sys::{Array, ArrayBuffer, Uint8Array};
use protocol::message::Refusal;
use protocol::reading::Change;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::drawing::{Drawing, Next};
use crate::read::Found;
use crate::several::Several;
use crate::source::Outside;
use asked::Asked;
use handing::{bytes, hand_over};
use rehearsing::Rehearsing;

/// Answers every message from now on, and tells the page so.
pub(crate) fn listen() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return;
    };
    let answering = scope.clone();
    let rehearsing = Rehearsing::of(&scope);
    let mut drawn = None;
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let data = event.data();
        if !rehearsing.hears(&data) {
            receive(&answering, &data, &mut drawn);
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The worker listens for as long as it lives.
    on_message.forget();
    post(&scope, &[("ready", &JsValue::TRUE)], &Array::new());
}

/// A file that is drawn, with what it was asked for and the files that were picked together with it.
struct OnShow {
    asked: Asked,
    size_bytes: u64,
    drawing: Box<Drawing>,
    others: Option<Several>,
}

type Drawn = Option<OnShow>;

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
    if let Some(on_show) = drawn.take() {
        // A message without a change wants the view, in another language perhaps.
        *drawn = follow(scope, data, on_show, change.unwrap_or_default());
    }
}

/// What is on show after a change; nothing where the file was handed over or let go.
fn follow(
    scope: &DedicatedWorkerGlobalScope,
    data: &JsValue,
    on_show: OnShow,
    change: Change,
) -> Drawn {
    let OnShow {
        asked,
        size_bytes,
        mut drawing,
        others,
    } = on_show;
    let asked = asked.again(data);
    match (drawing.change(change, asked.language), others) {
        (Next::HandOver, None) => conclude(scope, (asked, size_bytes), *drawing),
        (Next::HandOver, Some(mut others)) => {
            others.take_back(drawing);
            let wants = |drawing: &Drawing| asked.is_drawn(drawing);
            match others.next(&wants) {
                Some(drawing) => {
                    return Some(show(scope, (asked, size_bytes), drawing, Some(others)));
                }
                None => conclude_several(scope, (asked, size_bytes), others),
            }
        }
        (Next::LetGo, _) => post(scope, &[("id", &asked.id)], &Array::new()),
        (Next::Draw, others) => return Some(show(scope, (asked, size_bytes), drawing, others)),
    }
    None
}

/// Sends the view of a file, and its name: of several the page tells which is looked at.
fn show(
    scope: &DedicatedWorkerGlobalScope,
    (asked, size_bytes): (Asked, u64),
    drawing: Box<Drawing>,
    others: Option<Several>,
) -> OnShow {
    let view = bytes(&drawing.view(asked.language));
    let name = drawing.name().into();
    let fields = [("id", &asked.id), ("view", &view), ("name", &name)];
    post(scope, &fields, &Array::new());
    OnShow {
        asked,
        size_bytes,
        drawing,
        others,
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
        *drawn = begin_several(scope, asked, source, more);
        return;
    }
    let size_bytes = source.len();
    match asked.read(scope, source) {
        Ok(Found::Package(imported)) => hand_over(scope, (asked, size_bytes), *imported, &[]),
        Ok(Found::Raw(drawing)) if asked.is_drawn(&drawing) => {
            *drawn = Some(announce(scope, (asked, size_bytes), drawing, None));
        }
        Ok(Found::Raw(drawing)) => conclude(scope, (asked, size_bytes), *drawing),
        Err(refusal) => refuse(scope, &asked, &refusal),
    }
}

/// Says that a file is drawn, whose view is then asked for.
fn announce(
    scope: &DedicatedWorkerGlobalScope,
    (asked, size_bytes): (Asked, u64),
    drawing: Box<Drawing>,
    others: Option<Several>,
) -> OnShow {
    let fields = [("id", &asked.id), ("drawn", &JsValue::TRUE)];
    post(scope, &fields, &Array::new());
    OnShow {
        asked,
        size_bytes,
        drawing,
        others,
    }
}

/// Reads files that were picked together and hands them over as one, unless some are to be drawn first.
fn begin_several(
    scope: &DedicatedWorkerGlobalScope,
    mut asked: Asked,
    first: Outside,
    more: Vec<(String, Outside)>,
) -> Drawn {
    let count = more.len();
    let mut files = vec![(asked.name.clone(), first)];
    files.extend(more);
    let read = several::read(scope, &asked, files);
    asked.name = format!("{} + {count}", asked.name);
    match read {
        Ok((size_bytes, mut several)) => {
            let wants = |drawing: &Drawing| asked.is_drawn(drawing);
            match several.next(&wants) {
                Some(drawing) => {
                    return Some(announce(scope, (asked, size_bytes), drawing, Some(several)));
                }
                None => conclude_several(scope, (asked, size_bytes), several),
            }
        }
        Err(refusal) => refuse(scope, &asked, &refusal),
    }
    None
}

/// Hands several files over as one, with the readings that are to be kept.
fn conclude_several(
    scope: &DedicatedWorkerGlobalScope,
    (asked, size_bytes): (Asked, u64),
    several: Several,
) {
    let mut about: Vec<(&str, JsValue)> = vec![("drawable", JsValue::TRUE)];
    if asked.is_changed {
        about.push(("kept", several.remembered().into()));
    }
    match several.finish(asked.language) {
        Ok(imported) => hand_over(scope, (asked, size_bytes), imported, &about),
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
        about.push(("kept", drawing.remembered().to_json().into()));
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
