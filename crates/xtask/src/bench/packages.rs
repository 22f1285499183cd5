//! The peers, from npm, exactly as the lock file of the harness says.

use std::fs;
use std::path::PathBuf;

use crate::files;
use crate::place;
use crate::progress::{Task, clock};
use crate::setup::npm;

const FILES: [&str; 3] = ["package.json", "package-lock.json", ".npmrc"];
const BEGINNING: &str = "packages-";

/// Installs what is not installed and gives the folder with the packages.
pub(super) fn install() -> anyhow::Result<PathBuf> {
    let sources: Vec<_> = FILES
        .iter()
        .map(|name| super::harness().join(name))
        .collect();
    let folder = super::cache().join(format!("{BEGINNING}{}", super::digest_of(&sources)?));
    let stamp = folder.join(".installed");
    let installed = folder.join("node_modules");
    if stamp.is_file() {
        return Ok(installed);
    }
    files::create_folder(&folder)?;
    super::remove_older(&folder, BEGINNING)?;
    for (name, source) in FILES.iter().zip(&sources) {
        fs::copy(source, folder.join(name))?;
    }
    let title = "Fetching the peers from npm";
    let advice =
        "Check that this machine reaches the npm registry; then run the same command again.";
    let log = place::log("bench-packages");
    let task = Task {
        title,
        advice,
        log,
        limit: None,
    };
    let elapsed = task.run(npm("ci").current_dir(&folder))?;
    println!("{title}: done in {}", clock(elapsed));
    files::write(&stamp, "")?;
    Ok(installed)
}
