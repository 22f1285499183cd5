//! The standard library as a part of the page: built from its sources with the page's own flags, without the words of a panic,
//! which nobody reads in a browser. The page and its workers are a tenth smaller.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::child::Tools;
use crate::place;
use crate::progress::Task;

/// What takes the smaller and slower of two algorithms, where the library has both.
const FEATURES: &str = "CARGO_UNSTABLE_BUILD_STD_FEATURES";
/// Cargo joins these with the flags of `.cargo/config.toml`.
const FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort";
/// rustup either answers quickly or cannot reach its server.
const RUSTUP_LIMIT: Duration = Duration::from_secs(20);

/// Whether the compiler of these tools comes with the sources of its library.
pub(super) fn is_possible(tools: &Tools) -> bool {
    has_sources(tools) || (ask_rustup(tools) && has_sources(tools))
}

/// Lets a command that builds for the browser build the library too, as small as it can be.
pub(super) fn with_library(command: &mut Command) {
    command.envs([
        ("RUSTC_BOOTSTRAP", "1"),
        ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
        (FEATURES, "optimize_for_size"),
        ("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", FLAGS),
    ]);
}

/// Takes the faster algorithms again, and builds every crate for speed, the library too: for what goes through whole files.
pub(super) fn fastest(command: &mut Command) {
    command.env_remove(FEATURES);
    command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "3");
}

fn has_sources(tools: &Tools) -> bool {
    let output = tools.command("rustc").args(["--print", "sysroot"]).output();
    let sysroot = output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_string());
    sysroot.is_ok_and(|folder| {
        Path::new(&folder)
            .join("lib/rustlib/src/rust/library/Cargo.lock")
            .is_file()
    })
}

fn ask_rustup(tools: &Tools) -> bool {
    if place::on_path("rustup").is_none() {
        return false;
    }
    let task = Task {
        title: "Fetching the sources of the standard library",
        advice: "The page is built without them and is larger.",
        log: place::log("rust-src"),
        limit: Some(RUSTUP_LIMIT),
    };
    let mut rustup = tools.command("rustup");
    task.run(rustup.args(["component", "add", "rust-src"]))
        .is_ok()
}
