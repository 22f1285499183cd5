//! The reading step: a screen that draws how a raw file was read, and tells every decision of the person.
//!
//! It is fetched when it is opened and knows nothing of files: the page hands it views as bytes, and it hands back changes.
//! All words come with the view.
#![allow(
    unreachable_pub,
    reason = "the component macro makes public twins of what it is given"
)]

mod checks;
mod dom;
mod focus;
mod inspector;
mod outcome;
mod questions;
mod screen;
mod sheet;
mod stages;
mod talk;
mod terms;
mod using;

use wasm_bindgen::prelude::wasm_bindgen;

/// Mounts the screen once its style sheet is there.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
    talk::begin();
}
