//! How other programs are started: with our tools first on `PATH` and without what cargo told us about ourselves.

use std::env;
use std::path::PathBuf;
use std::process::Command;

/// What set-up found or made.
#[derive(Default)]
pub(crate) struct Tools {
    /// Folders that go first on `PATH`.
    pub path: Vec<PathBuf>,
    /// The rustup name of the toolchain with the wasm32 standard library, when it is not the default one.
    pub toolchain: Option<String>,
    /// The browser of the tests.
    pub chromium: Option<PathBuf>,
}

impl Tools {
    /// A program that sees the tools.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = plain(program);
        command.env("PATH", self.path_variable());
        if let Some(name) = &self.toolchain {
            command.env("RUSTUP_TOOLCHAIN", name);
        }
        if let Some(browser) = &self.chromium {
            command.env("SNIT_CHROMIUM", browser);
        }
        if let Ok(this) = env::current_exe() {
            command.env("SNIT_XTASK", this);
        }
        command
    }

    fn path_variable(&self) -> std::ffi::OsString {
        let before = env::var_os("PATH").unwrap_or_default();
        let all = self.path.iter().cloned().chain(env::split_paths(&before));
        env::join_paths(all).unwrap_or(before)
    }
}

/// A program in the checkout's folder, as if a person had started it and not cargo.
///
/// `cargo run` describes the running package in variables that make an inner cargo build things anew.
pub(crate) fn plain(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(crate::place::root());
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        let is_about_us = [
            "CARGO_PKG_",
            "CARGO_MANIFEST_",
            "CARGO_BIN_",
            "CARGO_CRATE_",
            "CARGO_PRIMARY_",
        ]
        .iter()
        .any(|prefix| text.starts_with(prefix));
        if is_about_us || text == "CARGO" || text == "LD_LIBRARY_PATH" {
            command.env_remove(&name);
        }
    }
    command
}

/// What a program says when asked with `args`, or nothing when it is not there or fails.
pub(crate) fn answer(program: &str, args: &[&str]) -> Option<String> {
    let output = plain(program).args(args).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_string())
}
