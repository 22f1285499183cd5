//! Programs that cargo installs: taken from `PATH` when of the right version, else built once into the cache.

use std::fs;
use std::path::PathBuf;

use crate::child::{answer, plain};
use crate::place;
use crate::progress::Task;

use super::{Found, Part};

/// Builds the page; its own lock file is used.
pub(super) const TRUNK: CargoTool = CargoTool {
    package: "trunk",
    program: "trunk",
    version: "0.21.14",
    options: &["--locked"],
    // It mostly waits for cargo: an unoptimised build of it saves minutes of a first run.
    opt_level: "0",
    expected: "about 4 minutes",
};

/// Makes the JavaScript beside each module; must be of the same version as the crate `wasm-bindgen`.
/// Its lock file may name a crate newer than a registry mirror has, so it is not used.
pub(super) const WASM_BINDGEN: CargoTool = CargoTool {
    package: "wasm-bindgen-cli",
    program: "wasm-bindgen",
    version: "0.2.130",
    options: &[],
    opt_level: "3",
    expected: "about 2 minutes",
};

/// One program with the version everything here was tried with.
pub(super) struct CargoTool {
    package: &'static str,
    program: &'static str,
    version: &'static str,
    options: &'static [&'static str],
    opt_level: &'static str,
    expected: &'static str,
}

impl CargoTool {
    fn folder(&self) -> PathBuf {
        place::cache()
            .join("tools")
            .join(format!("{}-{}", self.package, self.version))
    }

    fn found(&self) -> Found {
        Found {
            path: vec![self.folder().join("bin")],
            ..Found::at("ready")
        }
    }
}

impl Part for CargoTool {
    fn title(&self) -> String {
        format!("{} {}", self.package, self.version)
    }

    fn find(&self) -> Option<Found> {
        if self.folder().join("bin").join(self.program).is_file() {
            return Some(self.found());
        }
        let said = answer(self.program, &["--version"])?;
        let is_right = said.split_whitespace().any(|word| word == self.version);
        is_right.then(|| Found::at("yours"))
    }

    fn make(&self, step: &str) -> anyhow::Result<Found> {
        println!("{step}: building, {}", self.expected);
        let scratch = place::cache().join("build").join(self.package);
        let mut install = plain("cargo");
        install
            .args(["install", self.package, "--version", self.version])
            .args(self.options)
            .arg("--root")
            .arg(self.folder())
            .current_dir(place::cache())
            .env("CARGO_TARGET_DIR", &scratch)
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.opt_level)
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env_remove("RUSTFLAGS");
        let advice = format!(
            "Check that this machine reaches the crate registry, or put {} {} on PATH yourself; then run the same command again.",
            self.program, self.version
        );
        let log = place::log(self.package);
        Task {
            title: step,
            advice: &advice,
            log,
            limit: None,
        }
        .run(&mut install)?;
        // Only the program is kept; what is left of the build would only take room.
        let _ = fs::remove_dir_all(scratch);
        Ok(self.found())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files;

    #[test]
    fn wasm_bindgen_is_of_one_version_in_crate_and_tool() {
        let manifest = files::text(&place::root().join("Cargo.toml")).unwrap();
        let pin = format!("wasm-bindgen = \"={}\"", WASM_BINDGEN.version);
        assert!(
            manifest.contains(&pin),
            "the root Cargo.toml must say {pin}"
        );
    }
}
