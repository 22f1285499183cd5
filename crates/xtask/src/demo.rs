//! The demonstration files on the start page: written by `snit demo`, copied into the site.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;

use crate::child::plain;
use crate::files;
use crate::place;
use crate::progress::{Task, clock};

const ADVICE: &str =
    "What cargo or snit said is below; put it right and run the same command again.";
const WORKBOOK: &str = "sundhedsraad-noegletal.xlsx";
/// The order on the start page: the one to begin with first, the one for those who want more last.
const ORDER: [&str; 12] = [
    "sundhedsraad-noegletal.snit",
    "patienter-paa-tvaers.snit",
    "hospitalsaktivitet.snit",
    "kpos-fsiii.snit",
    "kpos-fsiii-2.snit",
    "almen-praksis.snit",
    "speciallaegepraksis.snit",
    "ordiprax.snit",
    "faelles-patienter.snit",
    "forloeb.snit",
    WORKBOOK,
    "sandkasse.snit",
];

/// Where `snit demo` writes.
fn folder() -> PathBuf {
    place::target().join("demo")
}

/// Builds the command-line tool and lets it write the files when it has changed since; the digest names the tool that wrote them.
pub(crate) fn make() -> anyhow::Result<String> {
    build_snit()?;
    let program = place::target().join("native").join("snit");
    let digest = files::sha256(&files::bytes(&program)?);
    let stamp = folder().join(".made-by");
    if fs::read_to_string(&stamp).is_ok_and(|made_by| made_by == digest) {
        return Ok(digest);
    }
    let title = "Writing the demonstration files";
    let mut snit = plain(&program.to_string_lossy());
    snit.arg("demo").arg("--out").arg(folder());
    let elapsed = Task {
        title,
        advice: ADVICE,
        log: place::log("demo"),
        limit: None,
    }
    .run(&mut snit)?;
    let count = published()?.len();
    if count == 0 {
        println!("{title}: `snit demo` wrote none; the start page will show none");
    } else {
        println!("{title}: {count} in {}", clock(elapsed));
    }
    files::write(&stamp, &digest)?;
    Ok(digest)
}

fn build_snit() -> anyhow::Result<()> {
    let title = "Building the command-line tool";
    let mut cargo = plain("cargo");
    cargo.args(["build", "--package", "snit", "--profile", "native"]);
    let elapsed = Task {
        title,
        advice: ADVICE,
        log: place::log("snit"),
        limit: None,
    }
    .run(&mut cargo)?;
    if elapsed.as_secs() > 2 {
        println!("{title}: done in {}", clock(elapsed));
    }
    Ok(())
}

/// Copies the files into `site/demo` with an index the page reads.
pub(crate) fn copy_into(site: &Path) -> anyhow::Result<()> {
    let target = site.join("demo");
    files::create_folder(&target)?;
    let mut index = Vec::new();
    for path in published()? {
        let name = files::relative(&path, &folder());
        let bytes = fs::copy(&path, target.join(&name))?;
        index.push(json!({ "file": name, "bytes": bytes }));
    }
    files::write(
        &target.join("index.json"),
        serde_json::to_string_pretty(&index)? + "\n",
    )
}

fn published() -> anyhow::Result<Vec<PathBuf>> {
    let mut paths = files::under(&folder())?;
    paths.retain(|path| {
        let is_package = path
            .extension()
            .is_some_and(|extension| extension == "snit");
        is_package || path.file_name().is_some_and(|name| name == WORKBOOK)
    });
    let place = |path: &PathBuf| {
        let name = path.file_name();
        ORDER
            .iter()
            .position(|listed| name.is_some_and(|name| name == *listed))
            .unwrap_or(ORDER.len())
    };
    paths.sort_by_key(place);
    Ok(paths)
}
