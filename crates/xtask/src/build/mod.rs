//! From sources to `dist/`: trunk builds the page, and the hook it calls adds the workers, the style sheet and the manifest.

mod api;
pub(crate) mod hook;
mod inputs;
mod lean;
pub(crate) mod manifest;
mod module;
mod page;
mod split;
mod style;

use std::path::PathBuf;
use std::process::Child;

use anyhow::Context as _;

use crate::child::{Tools, answer};
use crate::progress::{Task, clock};
use crate::{demo, files, place, setup};

use manifest::Manifest;
use setup::TRIPLE;

const ADVICE: &str =
    "What the compiler or trunk said is below; put it right and run the same command again.";

/// Brings `dist/` up to date; nothing is built when no source has changed.
pub(crate) fn release(tools: &Tools) -> anyhow::Result<()> {
    let demos = demo::make()?;
    let inputs = inputs::digest(&demos)?;
    if is_fresh(&inputs) {
        return Ok(());
    }
    fetch_crates(tools)?;
    let title = "Building the page and its workers";
    println!("{title}: a few minutes the first time");
    let log = place::log("build");
    let mut trunk = tools.command("trunk");
    trunk.args(["build", "--release", "--offline"]);
    trunk.env("RUST_BACKTRACE", "0");
    if lean::is_possible(tools) {
        lean::with_library(&mut trunk);
    } else {
        println!("{title}: without the sources of the standard library the page is larger");
    }
    let elapsed = Task {
        title,
        advice: ADVICE,
        log,
        limit: None,
    }
    .run(&mut trunk)?;
    println!("{title}: done in {}", clock(elapsed));
    let built = files::bytes(&place::dist().join(manifest::NAME))?;
    files::write(&stamp(), format!("{inputs} {}", files::sha256(&built)))
}

/// Starts trunk on a folder of its own; it builds again whenever a source changes.
pub(crate) fn watch(tools: &Tools) -> anyhow::Result<Child> {
    demo::make()?;
    fetch_crates(tools)?;
    let mut trunk = tools.command("trunk");
    trunk.args([
        "watch",
        "--offline",
        "--cargo-profile",
        "wasm-dev",
        "--dist",
    ]);
    trunk.arg(dev_site()).spawn().context("cannot start trunk")
}

/// Where `watch` builds, so that an unfinished page is never taken for the published one.
pub(crate) fn dev_site() -> PathBuf {
    place::kept().join("dev-site")
}

/// `cargo xtask dist`: builds and lists every file with its size and digest.
pub(crate) fn print_dist() -> anyhow::Result<()> {
    release(&setup::for_build()?)?;
    let manifest = Manifest::read(&place::dist())?;
    for entry in &manifest.files {
        println!("{:>10}  {}  {}", entry.bytes, entry.sha256, entry.file);
    }
    println!(
        "{} files in {}",
        manifest.files.len(),
        place::dist().display()
    );
    Ok(())
}

fn stamp() -> PathBuf {
    place::kept().join("dist.digest")
}

/// Whether `dist/` is what these sources gave and nobody has touched it since.
fn is_fresh(inputs: &str) -> bool {
    let Ok(written) = files::text(&stamp()) else {
        return false;
    };
    let Ok(manifest) = files::bytes(&place::dist().join(manifest::NAME)) else {
        return false;
    };
    let is_same = written == format!("{inputs} {}", files::sha256(&manifest));
    is_same
        && Manifest::read(&place::dist()).is_ok_and(|manifest| manifest.is_complete(&place::dist()))
}

/// Trunk works offline, so what the lock file names must be on the machine before it starts.
fn fetch_crates(tools: &Tools) -> anyhow::Result<()> {
    let host = answer("rustc", &["-vV"]).context("rustc does not answer")?;
    let host = host.lines().find_map(|line| line.strip_prefix("host: "));
    let mut fetch = tools.command("cargo");
    fetch.args(["fetch", "--target", TRIPLE]);
    if let Some(host) = host {
        fetch.args(["--target", host]);
    }
    if lean::is_possible(tools) {
        lean::with_library(&mut fetch);
    }
    let advice =
        "Check that this machine reaches the crate registry; then run the same command again.";
    let task = Task {
        title: "Fetching the crates",
        advice,
        log: place::log("fetch"),
        limit: None,
    };
    task.run(&mut fetch).map(drop)
}
