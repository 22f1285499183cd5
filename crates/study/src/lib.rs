//! The views that are fetched when they are opened: one indicator judged, people across sectors, two editions.
//!
//! The module draws into an element of the page and holds no truth: the page tells it the state, carries its questions to the
//! session, and takes over the states it chooses. Numbers reach it only as the session publishes them.
#![allow(
    unreachable_pub,
    reason = "the component macro makes public twins of what it is given"
)]
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        reason = "a test may fail"
    )
)]

mod across;
mod ask;
mod drawing;
mod editions;
mod export;
mod figure;
mod parts;
mod quality;
mod screen;
mod talk;
mod words;

use wasm_bindgen::prelude::wasm_bindgen;

/// Mounts the screen once its style sheet is there.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
    talk::begin();
}
