//! The last rung: Debian's newest compiler, its standard library built once for the browser from its own sources.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, bail};

use crate::child::{answer, plain};
use crate::files;
use crate::place;
use crate::progress::Task;

use super::wasm_target::TRIPLE;
use super::{Found, as_owner};

const RUSTC: &str = "/usr/bin/rustc";
const PACKAGES: [&str; 5] = [
    "rustc-web",
    "cargo-web",
    "rust-web-src",
    "rust-web-llvm",
    "rust-web-clippy",
];
const ADVICE: &str =
    "Read the end of the output below, put right what it names, and run the same command again.";

/// The toolchain made earlier for the compiler that is installed now.
pub(super) fn find() -> Option<Found> {
    let toolchain = Toolchain::of_installed_compiler()?;
    toolchain.stamp().is_file().then(|| toolchain.found())
}

/// Installs the compiler and makes the toolchain around it.
pub(super) fn make(step: &str) -> anyhow::Result<Found> {
    if place::on_path("apt-get").is_none() {
        bail!("There is no apt-get on this machine.");
    }
    install(step, &PACKAGES)?;
    let toolchain = Toolchain::of_installed_compiler()
        .context("Debian's rustc was installed but does not answer.")?;
    install(step, &[&format!("lld-{}", toolchain.llvm)])?;
    println!("{step}: building the standard library, about a minute");
    toolchain.build_library(step)?;
    toolchain.assemble()?;
    Ok(toolchain.found())
}

/// `apt-get install` as the owner of the machine, after a fresh look at what there is.
pub(super) fn apt(packages: &[&str]) -> anyhow::Result<Command> {
    let mut command = as_owner("sh")?;
    let script = format!(
        "export DEBIAN_FRONTEND=noninteractive; apt-get update && apt-get install --yes --no-install-recommends {}",
        packages.join(" ")
    );
    command.args(["-c", &script]);
    Ok(command)
}

fn install(step: &str, packages: &[&str]) -> anyhow::Result<()> {
    println!("{step}: apt-get install {}", packages.join(" "));
    let log = place::log(&format!("apt-{}", packages.first().unwrap_or(&"nothing")));
    let task = Task {
        title: step,
        advice: ADVICE,
        log,
        limit: None,
    };
    task.run(&mut apt(packages)?).map(drop)
}

/// A sysroot of our own that borrows all but the wasm32 library from `/usr`.
struct Toolchain {
    version: String,
    llvm: String,
    folder: PathBuf,
}

impl Toolchain {
    fn of_installed_compiler() -> Option<Self> {
        let said = answer(RUSTC, &["-vV"])?;
        let field = |name: &str| {
            said.lines()
                .find_map(|line| line.strip_prefix(name))
                .map(str::to_string)
        };
        let version = field("release: ")?;
        let llvm = field("LLVM version: ")?.split('.').next()?.to_string();
        let folder = place::cache().join("toolchain").join(&version);
        Some(Self {
            version,
            llvm,
            folder,
        })
    }

    fn name(&self) -> String {
        format!("snit-wasm-{}", self.version)
    }

    /// Written last: its presence says the toolchain is whole.
    fn stamp(&self) -> PathBuf {
        self.folder.join("complete")
    }

    fn found(&self) -> Found {
        Found {
            path: vec![self.folder.join("bin")],
            toolchain: linked_in_rustup(&self.name()).then(|| self.name()),
            ..Found::at(format!("ready, toolchain {}", self.name()))
        }
    }

    fn scratch(&self) -> PathBuf {
        place::cache()
            .join("build")
            .join(format!("std-{}", self.version))
    }

    fn build_library(&self, step: &str) -> anyhow::Result<()> {
        let crate_folder = self.scratch();
        let manifest = "[package]\nname = \"snit-std\"\nedition = \"2024\"\n[workspace]\n[profile.release]\npanic = \"abort\"\n";
        files::write(&crate_folder.join("Cargo.toml"), manifest)?;
        files::write(&crate_folder.join("src/lib.rs"), "#![no_std]\n")?;
        let mut build = plain("/usr/bin/cargo");
        build
            .args([
                "build",
                "-Zbuild-std=std,panic_abort,test",
                "--target",
                TRIPLE,
                "--release",
            ])
            .current_dir(&crate_folder)
            .env_remove("RUSTUP_TOOLCHAIN")
            .env("CARGO_TARGET_DIR", crate_folder.join("target"))
            .env("RUSTC", RUSTC)
            .env("RUSTC_BOOTSTRAP", "1")
            // Without the bitcode, link-time optimisation stops with "can't find section .llvmbc".
            .env("RUSTFLAGS", "-Cembed-bitcode=yes");
        let log = place::log("standard-library");
        Task {
            title: step,
            advice: ADVICE,
            log,
            limit: None,
        }
        .run(&mut build)
        .map(drop)
    }

    fn assemble(&self) -> anyhow::Result<()> {
        // What an interrupted run left is of no use.
        let _ = fs::remove_dir_all(&self.folder);
        self.copy_library()?;
        for borrowed in [
            "x86_64-unknown-linux-gnu",
            "aarch64-unknown-linux-gnu",
            "etc",
            "src",
        ] {
            let original = Path::new("/usr/lib/rustlib").join(borrowed);
            if original.is_dir() {
                symlink(original, self.folder.join("lib/rustlib").join(borrowed))?;
            }
        }
        self.write_programs()?;
        if place::on_path("rustup").is_some() {
            let linked = plain("rustup")
                .args(["toolchain", "link", &self.name()])
                .arg(&self.folder)
                .status()?;
            anyhow::ensure!(
                linked.success(),
                "rustup did not accept the toolchain {}.",
                self.name()
            );
        }
        self.forget_old_builds()?;
        files::write(&self.stamp(), "")
    }

    fn copy_library(&self) -> anyhow::Result<()> {
        let library = self.folder.join("lib/rustlib").join(TRIPLE).join("lib");
        files::create_folder(&library)?;
        for file in files::under(
            &self
                .scratch()
                .join("target")
                .join(TRIPLE)
                .join("release/deps"),
        )? {
            let name = file
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            if name.ends_with(".rlib") && !name.starts_with("libsnit_std") {
                fs::copy(&file, library.join(name))?;
            }
        }
        Ok(())
    }

    fn write_programs(&self) -> anyhow::Result<()> {
        let bin = self.folder.join("bin");
        let sysroot = self.folder.display();
        let wrapper = |name: &str, line: String| {
            let file = bin.join(name);
            files::write(&file, format!("#!/bin/sh\n{line}\n"))?;
            fs::set_permissions(&file, Permissions::from_mode(0o755))
                .context("cannot make a program runnable")
        };
        wrapper(
            "rustc",
            format!("exec {RUSTC} --sysroot '{sysroot}' \"$@\""),
        )?;
        wrapper(
            "rustdoc",
            format!("exec /usr/bin/rustdoc --sysroot '{sysroot}' \"$@\""),
        )?;
        wrapper(
            "cargo-clippy",
            format!("SYSROOT='{sysroot}' exec /usr/bin/cargo-clippy \"$@\""),
        )?;
        symlink("/usr/bin/cargo", bin.join("cargo"))?;
        symlink("/usr/bin/clippy-driver", bin.join("clippy-driver"))?;
        Ok(())
    }

    /// Cargo does not see that a standard library of the same version is another one; its old builds would not link.
    fn forget_old_builds(&self) -> anyhow::Result<()> {
        let builds = place::target().join(TRIPLE);
        if builds.is_dir() {
            fs::remove_dir_all(&builds)?;
        }
        // The copy is in the toolchain; the build may be done again at any time.
        let _ = fs::remove_dir_all(self.scratch());
        Ok(())
    }
}

fn linked_in_rustup(name: &str) -> bool {
    let home = std::env::var_os("RUSTUP_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".rustup")));
    home.is_some_and(|home| {
        home.join("toolchains")
            .join(name)
            .join("bin/rustc")
            .exists()
    })
}
