//! The browser worker that reads raw files: bytes in, tables and remarks out; thrown away after each file.
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        clippy::panic,
        reason = "a test may fail"
    )
)]

mod message;
mod read;

pub use read::{Imported, read_file};

use wasm_bindgen::prelude::wasm_bindgen;

/// Begins to listen.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
    message::listen();
}
