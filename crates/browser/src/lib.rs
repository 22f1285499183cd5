//! What the page, its modules and the workers say to the browser: plain objects, messages, buffers and elements.

pub mod buffer;
mod object;
pub mod page;
mod width;

pub use object::{field, index, list, number, object, text};
pub use width::Width;

use js_sys::Array;
use wasm_bindgen::JsValue;
use web_sys::DedicatedWorkerGlobalScope;

/// Posts named fields from a worker; the buffers listed move with them.
pub fn post(scope: &DedicatedWorkerGlobalScope, fields: &[(&str, &JsValue)], transfer: &Array) {
    // Whoever is gone has no use for the answer.
    let _ = scope.post_message_with_transfer(&object(fields), transfer);
}
