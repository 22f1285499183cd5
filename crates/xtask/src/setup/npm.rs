//! What comes from npm: `wasm-opt`, and the packages of the browser tests. None may fetch a browser of its own.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::child::{answer, plain};
use crate::files;
use crate::place;
use crate::progress::Task;

use super::{Found, Part};

const BINARYEN: &str = "132.0.0";
const ADVICE: &str = "Check that Node.js 20 or newer with npm is installed and that this machine reaches the npm registry; then run the same command again.";

/// Shrinks and speeds up the modules. Distributions carry versions too old for what rustc emits today.
pub(super) struct WasmOpt;

impl WasmOpt {
    fn folder() -> PathBuf {
        place::cache()
            .join("tools")
            .join(format!("binaryen-{BINARYEN}"))
    }

    fn found() -> Option<Found> {
        let programs = Self::folder().join("node_modules").join(".bin");
        programs.join("wasm-opt").exists().then(|| Found {
            path: vec![programs],
            ..Found::at("ready")
        })
    }
}

impl Part for WasmOpt {
    fn title(&self) -> String {
        format!("wasm-opt (binaryen {BINARYEN})")
    }

    fn find(&self) -> Option<Found> {
        if let Some(found) = Self::found() {
            return Some(found);
        }
        let major = BINARYEN.split('.').next()?;
        let said = answer("wasm-opt", &["--version"])?;
        said.split_whitespace()
            .any(|word| word == major)
            .then(|| Found::at("yours"))
    }

    fn make(&self, step: &str) -> anyhow::Result<Found> {
        println!("{step}: fetching, a few seconds");
        files::create_folder(&Self::folder())?;
        let mut install = npm("install");
        install
            .arg(format!("binaryen@{BINARYEN}"))
            .arg("--prefix")
            .arg(Self::folder());
        let log = place::log("binaryen");
        Task {
            title: step,
            advice: ADVICE,
            log,
            limit: None,
        }
        .run(&mut install)?;
        Self::found()
            .ok_or_else(|| anyhow::anyhow!("{step}: npm ended well but left no wasm-opt. {ADVICE}"))
    }
}

/// What `tests/browser` imports, exactly as its lock file says.
pub(super) struct TestPackages;

impl TestPackages {
    fn folder() -> PathBuf {
        place::root().join("tests").join("browser")
    }

    /// A copy of the lock file the packages were installed from.
    fn stamp() -> PathBuf {
        Self::folder()
            .join("node_modules")
            .join(".installed-lock.json")
    }
}

impl Part for TestPackages {
    fn title(&self) -> String {
        "packages of the browser tests".to_string()
    }

    fn find(&self) -> Option<Found> {
        let wanted = fs::read(Self::folder().join("package-lock.json")).ok()?;
        let installed = fs::read(Self::stamp()).ok()?;
        (wanted == installed).then(|| Found::at("ready"))
    }

    fn make(&self, step: &str) -> anyhow::Result<Found> {
        println!("{step}: fetching, a few seconds");
        let log = place::log("browser-packages");
        let task = Task {
            title: step,
            advice: ADVICE,
            log,
            limit: None,
        };
        task.run(npm("ci").current_dir(Self::folder()))?;
        files::write(
            &Self::stamp(),
            files::bytes(&Self::folder().join("package-lock.json"))?,
        )?;
        Ok(Found::at("ready"))
    }
}

/// `npm` that runs no script of what it fetches.
pub(crate) fn npm(verb: &str) -> Command {
    let mut command = plain("npm");
    command
        .args([verb, "--ignore-scripts", "--no-audit", "--no-fund"])
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    command
}
