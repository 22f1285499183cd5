//! A wasm module with its JavaScript: made by wasm-bindgen, optimised, and named by its final bytes.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::ensure;

use crate::child::Tools;
use crate::files;
use crate::place;
use crate::setup::TRIPLE;

use super::hook::Profile;
use super::lean;
use super::split::Split;

/// What rustc emits for every evergreen browser; without the list wasm-opt would refuse it.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
];

/// Functions of one name stand together, so that they are squeezed together.
const ORDER: &str = "--reorder-functions-by-name";

/// What is called in one place alone stays a function: browsers compile with care what is called often, and what goes through whole
/// files is cut into calls for that.
const APART: &str = "--one-caller-inline-max-function-size=20";

/// What `wasm-bindgen --target web` exports as the function that fetches and starts a module.
const START: &str = "__wbg_init as default";

/// A module before it has its name.
pub(super) struct Module {
    pub name: String,
    pub script: String,
    wasm: Vec<u8>,
}

/// The names of a module's files in the site.
pub(super) struct Names {
    pub script: String,
    pub wasm: String,
}

/// Builds what the page fetches besides itself: the worker of the first view and the modules that draw as small as the page, the
/// importer, which sorts and searches whole files, as fast as can be.
pub(super) fn build_others(
    tools: &Tools,
    profile: Profile,
) -> anyhow::Result<(Split, [Module; 3])> {
    let build = |name: &'static str| {
        let mut cargo = tools.command("cargo");
        cargo.args(["build", "--offline", "--lib", "--package", name]);
        cargo.args(["--target", TRIPLE, "--profile", profile.name()]);
        if name == "importer" {
            lean::fastest(&mut cargo);
        }
        ensure!(cargo.status()?.success(), "the {name} does not build");
        anyhow::Ok(Linked::by_cargo(name, profile))
    };
    Ok((
        Split::of(tools, build("worker")?)?,
        [
            build("step")?.bind(tools)?,
            build("study")?.bind(tools)?,
            build("importer")?.bind(tools)?,
        ],
    ))
}

/// What the linker made, before wasm-bindgen.
pub(super) struct Linked<'a> {
    pub name: &'a str,
    pub profile: Profile,
    pub wasm: PathBuf,
    /// Words for wasm-bindgen besides its usual ones.
    pub told: &'static [&'static str],
}

impl<'a> Linked<'a> {
    /// A module where cargo puts it.
    pub(super) fn by_cargo(name: &'a str, profile: Profile) -> Self {
        let folder = place::target().join(TRIPLE).join(profile.name());
        let wasm = folder.join(name).with_extension("wasm");
        Self {
            name,
            profile,
            wasm,
            told: &[],
        }
    }

    /// Makes its JavaScript.
    pub(super) fn bind(&self, tools: &Tools) -> anyhow::Result<Module> {
        let Self { name, profile, .. } = *self;
        let folder = place::kept()
            .join("bindgen")
            .join(profile.name())
            .join(name);
        // Only what this run makes may reach the site.
        let _ = fs::remove_dir_all(&folder);
        let mut bindgen = tools.command("wasm-bindgen");
        bindgen.args(["--target", "web", "--no-typescript", "--out-name", name]);
        bindgen.args(self.told).arg("--out-dir").arg(&folder);
        let status = bindgen.arg(&self.wasm).status()?;
        ensure!(status.success(), "wasm-bindgen refused {name}");
        ensure!(
            !folder.join("snippets").exists(),
            "{name} brings JavaScript of its own, which the build does not publish yet"
        );
        Module::take(&folder, name)
    }
}

impl Module {
    /// A piece, which has no JavaScript of its own.
    pub(super) const fn piece(name: String, wasm: Vec<u8>) -> Self {
        let script = String::new();
        Self { name, script, wasm }
    }

    /// Writes the wasm alone, named by its bytes.
    pub(super) fn publish_wasm(&self, site: &Path, suffix: &str) -> anyhow::Result<String> {
        let file = format!(
            "{}-{}{suffix}.wasm",
            self.name,
            files::short_hash(&self.wasm)
        );
        files::write(&site.join(&file), &self.wasm)?;
        Ok(file)
    }

    /// Reads `name.js` and `name_bg.wasm` from `folder` and removes them there.
    pub(super) fn take(folder: &Path, name: &str) -> anyhow::Result<Self> {
        let script_file = folder.join(format!("{name}.js"));
        let wasm_file = folder.join(wasm_name(name));
        let (script, wasm) = (files::text(&script_file)?, files::bytes(&wasm_file)?);
        fs::remove_file(script_file)?;
        fs::remove_file(wasm_file)?;
        Ok(Self {
            name: name.to_string(),
            script,
            wasm,
        })
    }

    /// Runs wasm-opt, or takes what it made of the same bytes before: it is the slowest step of a small change.
    pub(super) fn optimise(&mut self, tools: &Tools, level: &str) -> anyhow::Result<()> {
        let folder = place::kept().join("wasm-opt").join(&self.name);
        let apart = (self.name == "importer").then_some(APART);
        let words = [level, ORDER, apart.unwrap_or_default()].concat();
        let told = [self.wasm.as_slice(), words.as_bytes()];
        let key = files::short_hash(&told.concat());
        let after = folder.join(format!("{key}.wasm"));
        if !after.is_file() {
            // One result per module is kept.
            let _ = fs::remove_dir_all(&folder);
            files::write(&folder.join("before.wasm"), &self.wasm)?;
            let mut wasm_opt = tools.command("wasm-opt");
            wasm_opt.args(FEATURES).args(apart).args([
                level,
                ORDER,
                "--strip-producers",
                "--strip-target-features",
            ]);
            wasm_opt
                .current_dir(&folder)
                .args(["before.wasm", "-o", "unfinished.wasm"]);
            ensure!(
                wasm_opt.status()?.success(),
                "wasm-opt refused {}",
                self.name
            );
            fs::rename(folder.join("unfinished.wasm"), &after)?;
        }
        self.wasm = files::bytes(&after)?;
        Ok(())
    }

    /// Writes both files, named by their bytes. The script starts the module by itself, so that no inline script is needed.
    pub(super) fn publish(self, site: &Path) -> anyhow::Result<Names> {
        let wasm = self.publish_wasm(site, "_bg")?;
        let script = self_starting(&self.script, &wasm_name(&self.name), &wasm)?;
        let script_name = format!("{}-{}.js", self.name, files::short_hash(script.as_bytes()));
        files::write(&site.join(&script_name), script)?;
        Ok(Names {
            script: script_name,
            wasm,
        })
    }
}

fn wasm_name(name: &str) -> String {
    format!("{name}_bg.wasm")
}

fn self_starting(script: &str, old_wasm: &str, new_wasm: &str) -> anyhow::Result<String> {
    ensure!(
        script.contains(old_wasm),
        "wasm-bindgen's script does not name {old_wasm}; see `self_starting`"
    );
    ensure!(
        script.contains(START),
        "wasm-bindgen's script does not export `{START}`; see `self_starting`"
    );
    let renamed = script.replace(old_wasm, new_wasm);
    Ok(format!("{renamed}\n__wbg_init();\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_names_its_hashed_module_and_starts_it() {
        let script =
            "new URL('w_bg.wasm', import.meta.url);\nexport { initSync, __wbg_init as default };";
        let started = self_starting(script, "w_bg.wasm", "w-12_bg.wasm").unwrap();
        assert!(
            started.contains("'w-12_bg.wasm'") && started.ends_with("__wbg_init();\n"),
            "{started}"
        );
    }

    #[test]
    fn another_wasm_bindgen_is_noticed_at_build_time() {
        assert!(self_starting("export default init;", "w_bg.wasm", "w-12_bg.wasm").is_err());
    }
}
