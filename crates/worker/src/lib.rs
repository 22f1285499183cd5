//! The browser worker that holds the session: requests in, replies out, nothing decided here.
//!
//! A trap posts nothing; the page hears of it through the worker's error event and starts a new one.

mod message;
mod port;

use wasm_bindgen::prelude::wasm_bindgen;

/// Begins to listen.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
    port::listen();
}
