//! The browser worker that holds the session: requests in, replies out, nothing decided here.
//!
//! A trap posts nothing; the page hears of it through the worker's error event and starts a new one. The same script serves
//! twice: as the lead, which the page starts, and as a fellow that the lead starts to share large tables with.

mod crew;
mod deal;
mod fellow;
mod further;
mod lanes;
mod lead;
mod message;
mod plain;
mod turn;

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DedicatedWorkerGlobalScope;

/// Begins to listen.
///
/// # Errors
/// When the browser lacks what a worker needs.
#[wasm_bindgen(start)]
pub fn start() -> Result<(), JsValue> {
    console_error_panic_hook::set_once();
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else {
        return Ok(());
    };
    if scope.name() == crew::SHARE {
        fellow::listen(&scope)
    } else {
        lead::listen(&scope)
    }
}
