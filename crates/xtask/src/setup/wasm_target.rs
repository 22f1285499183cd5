//! Rust's standard library for the browser. The first rung that holds is taken: it is there; rustup fetches it; Debian's sources build it.

use std::path::Path;
use std::time::Duration;

use anyhow::Context as _;

use crate::child::{answer, plain};
use crate::place;
use crate::progress::Task;

use super::debian;
use super::{Found, Part};

/// The target triple of everything that runs in the browser.
pub(crate) const TRIPLE: &str = "wasm32-unknown-unknown";

/// rustup either answers quickly or cannot reach its server.
const RUSTUP_LIMIT: Duration = Duration::from_secs(20);

/// The compiled standard library, wherever it comes from.
pub(super) struct WasmTarget;

impl Part for WasmTarget {
    fn title(&self) -> String {
        format!("Rust for {TRIPLE}")
    }

    fn find(&self) -> Option<Found> {
        if has_target() {
            return Some(Found::at("ready"));
        }
        debian::find()
    }

    fn make(&self, step: &str) -> anyhow::Result<Found> {
        println!(
            "{step}: asking rustup, at most {} s",
            RUSTUP_LIMIT.as_secs()
        );
        if ask_rustup(step) && has_target() {
            return Ok(Found::at("ready, from rustup"));
        }
        println!(
            "{step}: rustup cannot fetch it here; taking Debian's compiler and building the library from its sources"
        );
        debian::make(step).context(
            "This machine has no Rust standard library for the browser, and neither rustup nor Debian's packages could supply it. \
             With a network that reaches Rust's servers, `rustup target add wasm32-unknown-unknown` is all it takes.",
        )
    }
}

fn has_target() -> bool {
    answer("rustc", &["--print", "target-libdir", "--target", TRIPLE])
        .is_some_and(|folder| Path::new(&folder).is_dir())
}

fn ask_rustup(step: &str) -> bool {
    if place::on_path("rustup").is_none() {
        return false;
    }
    let task = Task {
        title: step,
        advice: "",
        log: place::log("rustup"),
        limit: Some(RUSTUP_LIMIT),
    };
    task.run(plain("rustup").args(["target", "add", TRIPLE]))
        .is_ok()
}
