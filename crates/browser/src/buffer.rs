//! Buffers of the browser: memory outside our own, and given back as soon as it is of no more use.

use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageChannel, MessagePort};

use crate::{field, list};

/// The buffers of a list.
#[must_use]
pub fn listed(buffers: &JsValue) -> Vec<ArrayBuffer> {
    list(buffers, |buffer| buffer.dyn_into().ok())
}

/// Takes the bytes of a buffer over, which is empty afterwards; none where there is no memory for them.
#[must_use]
pub fn take(buffer: &ArrayBuffer) -> Option<Vec<u8>> {
    let view = Uint8Array::new(buffer);
    // Memory that can be had is asked for again by the copy; memory that cannot would end the worker there.
    let mut probe = Vec::<u8>::new();
    probe.try_reserve_exact(view.length() as usize).ok()?;
    drop(probe);
    let bytes = view.to_vec();
    release(buffer);
    Some(bytes)
}

/// Gives a buffer's memory back at once.
///
/// The browser holds on to a buffer that came in a message until it collects the message, which it does when the few objects
/// that we make have grown many: for minutes a large file lay in memory twice. What is sent to a port that nobody listens at
/// is given back with the letter.
pub fn release(buffer: &ArrayBuffer) {
    // Where there is no such port the browser collects the buffer later.
    if let Some(port) = closed_port() {
        let _ = port.post_message_with_transferable(&JsValue::NULL, &Array::of1(buffer));
        port.close();
    }
}

fn closed_port() -> Option<MessagePort> {
    let channel = MessageChannel::new().ok()?;
    channel.port2().close();
    Some(channel.port1())
}

/// Bytes of memory that this worker has taken.
#[must_use]
pub fn memory_bytes() -> f64 {
    let memory = wasm_bindgen::memory();
    let bytes = field(&field(&memory, "buffer"), "byteLength");
    bytes.as_f64().unwrap_or(0.0)
}
