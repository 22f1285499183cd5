//! Everything a bare machine lacks, fetched once, pinned by version and kept outside the checkout.

mod browser;
mod debian;
mod npm;
mod tool;
mod wasm_target;

pub(crate) use npm::npm;
pub(crate) use wasm_target::TRIPLE;

use std::path::PathBuf;
use std::time::Instant;

use anyhow::bail;

use crate::child::{Tools, answer};
use crate::progress::clock;

/// A thing set-up provides.
trait Part {
    /// What it is, with its version.
    fn title(&self) -> String;
    /// The thing as it is on this machine, if it is; asked on every run, so it must be quick.
    fn find(&self) -> Option<Found>;
    /// Makes it; `step` is how the person knows it: `[2/4] trunk 0.21.14`.
    fn make(&self, step: &str) -> anyhow::Result<Found>;
}

/// Where a thing was found, and what the programs that use it must be told.
#[derive(Default)]
struct Found {
    place: String,
    path: Vec<PathBuf>,
    toolchain: Option<String>,
    chromium: Option<PathBuf>,
}

impl Found {
    fn at(place: impl Into<String>) -> Self {
        Self {
            place: place.into(),
            ..Self::default()
        }
    }
}

/// What a build needs.
pub(crate) fn for_build() -> anyhow::Result<Tools> {
    provide(&build_parts())
}

/// What a build and the browser tests need.
pub(crate) fn for_tests() -> anyhow::Result<Tools> {
    let mut parts = build_parts();
    parts.push(Box::new(npm::TestPackages));
    parts.push(Box::new(browser::Chromium));
    provide(&parts)
}

fn build_parts() -> Vec<Box<dyn Part>> {
    vec![
        Box::new(wasm_target::WasmTarget),
        Box::new(tool::WASM_BINDGEN),
        Box::new(tool::TRUNK),
        Box::new(npm::WasmOpt),
    ]
}

fn provide(parts: &[Box<dyn Part>]) -> anyhow::Result<Tools> {
    let started = Instant::now();
    let mut tools = Tools::default();
    let mut made = 0;
    for (index, part) in parts.iter().enumerate() {
        let step = format!("[{}/{}] {}", index + 1, parts.len(), part.title());
        let found = match part.find() {
            Some(found) => found,
            None => {
                made += 1;
                let since = Instant::now();
                let found = part.make(&step)?;
                println!("{step}: {} ({})", found.place, clock(since.elapsed()));
                found
            }
        };
        tools.path.extend(found.path);
        tools.toolchain = tools.toolchain.or(found.toolchain);
        tools.chromium = tools.chromium.or(found.chromium);
    }
    if made > 0 {
        println!(
            "Set-up: {made} of {} things made in {}",
            parts.len(),
            clock(started.elapsed())
        );
    }
    Ok(tools)
}

/// A command that changes the system, as its owner: through `sudo` when that asks for no password.
fn as_owner(program: &str) -> anyhow::Result<std::process::Command> {
    if answer("id", &["-u"]).as_deref() == Some("0") {
        return Ok(crate::child::plain(program));
    }
    if answer("sudo", &["-n", "true"]).is_some() {
        let mut command = crate::child::plain("sudo");
        command.args(["-n", program]);
        return Ok(command);
    }
    bail!(
        "{program} must be run as the owner of this machine, and you are not root and `sudo` asks for a password."
    )
}
