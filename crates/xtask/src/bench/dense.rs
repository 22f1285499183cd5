//! The yardstick of the comparison, compiled by itself for the browser.

use crate::child::Tools;
use crate::files;
use crate::place;
use crate::progress::Task;
use crate::setup::TRIPLE;

/// Compiles `dense.rs` into the cache; it takes a second.
pub(super) fn build(tools: &Tools) -> anyhow::Result<()> {
    files::create_folder(&super::cache())?;
    let mut rustc = tools.command("rustc");
    rustc.args([
        "--edition",
        "2024",
        "--crate-type",
        "cdylib",
        "--target",
        TRIPLE,
    ]);
    for setting in [
        "opt-level=3",
        "codegen-units=1",
        "panic=abort",
        "target-feature=+simd128",
        "strip=symbols",
        // Where the page may begin to lay out columns.
        "link-arg=--export=__heap_base",
    ] {
        rustc.args(["-C", setting]);
    }
    rustc.arg("-o").arg(super::cache().join("dense.wasm"));
    rustc.arg(super::harness().join("dense").join("dense.rs"));
    let task = Task {
        title: "Compiling the yardstick",
        advice: "It must compile with the toolchain of the site.",
        log: place::log("bench-dense"),
        limit: None,
    };
    task.run(&mut rustc).map(drop)
}
