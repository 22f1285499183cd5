//! Opens every file, packages and raw ones: bytes in, tables and remarks out. In the browser it is a worker that is thrown away after
//! each file; the command line calls it as a library.
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        clippy::panic,
        reason = "a test may fail"
    )
)]

mod across;
mod declared;
mod drawing;
mod editions;
mod kept;
mod message;
mod opening;
mod read;
mod refuse;
mod rehearsal;
mod several;
mod source;

pub use editions::{Package, editions, unpacked};
pub use read::{Imported, Wish, read_file, read_file_with};
pub use several::read_files;

use wasm_bindgen::prelude::wasm_bindgen;

/// Begins to listen.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
    message::listen();
}
