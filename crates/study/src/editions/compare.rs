//! Comparing, in a worker that reads the other file and is thrown away afterwards; the session knows nothing of it.

use browser::{field, list, object, page};
use js_sys::{Array, ArrayBuffer, Promise};
use leptos::prelude::document;
use protocol::message::Refusal;
use protocol::state::Language;
use protocol::view::editions::Editions;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Event, File, MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::ask::Trouble;
use crate::talk::read;
use crate::words::spoken;

/// Holds what is open, as the page handed it to its session, against a file.
pub(super) async fn compare(
    source: JsValue,
    file: File,
    language: Language,
) -> Result<Editions, Trouble> {
    let buffers = Array::new();
    for blob in list(&field(&source, "buffers"), |blob| {
        blob.dyn_into::<Blob>().ok()
    }) {
        let buffer = bytes(&blob).await?;
        buffers.push(&buffer);
    }
    let name = JsValue::from(file.name());
    let buffer = bytes(&file).await?;
    let open = object(&[
        ("request", &field(&source, "request")),
        ("buffers", &buffers),
    ]);
    let message = object(&[
        ("id", &1.into()),
        ("compare", &open),
        ("name", &name),
        ("language", &spoken(language).code().into()),
        ("buffer", &buffer),
    ]);
    let transfer = buffers.concat(&Array::of1(&buffer));
    let answer = answered(&message, &transfer).await?;
    if let Some(refusal) = read::<Refusal>(&field(&answer, "refusal")) {
        return Err(Trouble::Refused(refusal));
    }
    read(&field(&answer, "editions")).ok_or(Trouble::Stopped)
}

async fn bytes(blob: &Blob) -> Result<ArrayBuffer, Trouble> {
    let buffer = JsFuture::from(blob.array_buffer()).await;
    let buffer = buffer.ok().and_then(|buffer| buffer.dyn_into().ok());
    buffer.ok_or(Trouble::Stopped)
}

/// The worker's answer to the one message it gets.
async fn answered(message: &JsValue, transfer: &Array) -> Result<JsValue, Trouble> {
    let script = page::meta(&document(), "snit-importer").ok_or(Trouble::Stopped)?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&script, &options).map_err(|_| Trouble::Stopped)?;
    let (mut on_message, mut on_error) = (None, None);
    let answer = Promise::new(&mut |resolve, reject| {
        let heard = hears(&worker, (message, transfer), resolve);
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        on_message = Some(heard);
        let failed = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            event.prevent_default();
            let _ = reject.call0(&JsValue::UNDEFINED);
        });
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        on_error = Some(failed);
    });
    let answer = JsFuture::from(answer).await;
    worker.terminate();
    answer.map_err(|_| Trouble::Stopped)
}

/// Posts the message once the worker says that it listens, and takes its answer; what it says of its progress is passed over.
fn hears(
    worker: &Worker,
    (message, transfer): (&JsValue, &Array),
    resolve: js_sys::Function,
) -> Closure<dyn FnMut(MessageEvent)> {
    let (worker, message, transfer) = (worker.clone(), message.clone(), transfer.clone());
    Closure::new(move |event: MessageEvent| {
        let told = event.data();
        if field(&told, "ready").is_truthy() {
            // A worker that cannot be posted to never answers, and the view says that it is working.
            let _ = worker.post_message_with_transfer(&message, &transfer);
        }
        let is_answer = ["editions", "refusal"]
            .iter()
            .any(|name| !field(&told, name).is_undefined());
        if is_answer {
            let _ = resolve.call1(&JsValue::UNDEFINED, &told);
        }
    })
}
