//! The page in pieces: what only a later view needs is taken out of the page's wasm and fetched when that view is wanted.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, anyhow, ensure};
use wasm_split_cli_support::Options;

use crate::child::Tools;
use crate::{files, place};

use super::module::{Linked, Module, Names};

/// The module that fetches pieces, as the page's script imports it before it has its name.
const LOADER: &str = "./pieces.js";

/// A module, what fetches its pieces, and they.
pub(super) struct Split {
    pub main: Module,
    pub pieces: Vec<Module>,
    loader: String,
}

impl Split {
    /// Takes the pieces out of a module that was linked with `--emit-relocs`, and makes the JavaScript of what is left.
    pub(super) fn of(tools: &Tools, linked: Linked<'_>) -> anyhow::Result<Self> {
        let Linked { name, profile, .. } = linked;
        let folder = place::kept().join("split").join(profile.name()).join(name);
        // Only what this run makes may reach the site.
        let _ = fs::remove_dir_all(&folder);
        let main = folder.join("main.wasm");
        let pieces = split(&linked, &folder, &main)
            .with_context(|| format!("{name} cannot be taken apart"))?;
        let main = Linked {
            wasm: main,
            told: &["--keep-lld-exports"],
            ..linked
        };
        Ok(Self {
            main: main.bind(tools)?,
            pieces,
            loader: files::text(&folder.join(LOADER))?,
        })
    }

    /// Writes all of it, named by its bytes; the names of the module, and of what fetches its pieces.
    pub(super) fn publish(mut self, site: &Path) -> anyhow::Result<(Names, String)> {
        for piece in &self.pieces {
            let file = piece.publish_wasm(site, "")?;
            self.loader = renamed(&self.loader, &format!("{}.wasm", piece.name), &file)?;
        }
        // Each of the two names the other, so this one is named before it knows the other's name.
        let told = [self.loader.as_str(), &self.main.script].concat();
        let loader = format!("pieces-{}.js", files::short_hash(told.as_bytes()));
        // The wasm goes on to ask for it by its first name; only where the script has it from changes.
        let from = |file: &str| format!("from \"{file}\"");
        let named = from(&format!("./{loader}"));
        self.main.script = renamed(&self.main.script, &from(LOADER), &named)?;
        let own_script = format!("{}.js", self.main.name);
        let names = self.main.publish(site)?;
        let text = renamed(&self.loader, &own_script, &names.script)?;
        files::write(&site.join(&loader), text)?;
        Ok((names, loader))
    }
}

fn split(linked: &Linked<'_>, folder: &Path, main: &Path) -> anyhow::Result<Vec<Module>> {
    let whole = files::bytes(&linked.wasm)?;
    let script = format!("./{}.js", linked.name);
    let mut options = Options::new(&whole);
    options.output_dir = folder;
    options.main_out_path = main;
    options.main_module = &script;
    options.link_name = LOADER;
    let made = wasm_split_cli_support::transform(options).map_err(|error| anyhow!("{error:#}"))?;
    ensure!(
        !made.split_modules.is_empty(),
        "no function of it is marked as a piece"
    );
    made.split_modules.iter().map(|path| piece(path)).collect()
}

fn piece(path: &Path) -> anyhow::Result<Module> {
    let name = path.file_stem().context("a piece has no name")?;
    Ok(Module::piece(
        name.to_string_lossy().into_owned(),
        files::bytes(path)?,
    ))
}

fn renamed(script: &str, before: &str, after: &str) -> anyhow::Result<String> {
    ensure!(
        script.contains(before),
        "what fetches the pieces of the page does not name {before}; see `Split::publish`"
    );
    Ok(script.replace(before, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_not_there_is_noticed_at_build_time() {
        assert_eq!(
            renamed("fetch('./a.wasm')", "a.wasm", "a-12.wasm").unwrap(),
            "fetch('./a-12.wasm')"
        );
        assert!(renamed("fetch('./b.wasm')", "a.wasm", "a-12.wasm").is_err());
    }
}
