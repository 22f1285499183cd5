//! Where things are: the checkout, what cargo builds, and the cache that outlives both.

use std::env;
use std::path::{Path, PathBuf};

/// The folder of the checkout.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}

/// The static site as it is published.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// What cargo builds.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |set| root().join(set))
}

/// What xtask keeps between runs of one checkout: digests, optimised modules.
pub(crate) fn kept() -> PathBuf {
    target().join("snit")
}

/// What set-up builds once per machine: `$SNIT_CACHE`, else `~/.cache/snit`.
pub(crate) fn cache() -> PathBuf {
    if let Some(chosen) = env::var_os("SNIT_CACHE") {
        return root().join(chosen);
    }
    let base = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let base = base.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cache")));
    base.unwrap_or_else(env::temp_dir).join("snit")
}

/// Where the output of the tool behind one step is kept.
pub(crate) fn log(step: &str) -> PathBuf {
    cache().join("logs").join(format!("{step}.log"))
}

/// Where `program` is on `PATH`.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}
