//! The cube of the comparison in all its files; kept in the cache until its generator changes.

use std::path::{Path, PathBuf};

use crate::child::plain;
use crate::files;
use crate::place;
use crate::progress::{Task, clock};

use super::Plan;

/// Above this a file would weigh more than a tab may hold twice: the cube comes in chunks.
const WHOLE_ROWS: u64 = 20_000_000;
/// The size at which formats and numbers of columns are compared.
const FORMAT_ROWS: u64 = 1_000_000;
const BEGINNING: &str = "cubes-";

/// Writes what is missing and gives the folder.
pub(super) fn write(plan: &Plan) -> anyhow::Result<PathBuf> {
    let folder = super::cache().join(format!("{BEGINNING}{}", super::digest_of(&generator()?)?));
    files::create_folder(&folder)?;
    super::remove_older(&folder, BEGINNING)?;
    let missing: Vec<_> = wanted(plan)
        .into_iter()
        .filter(|(_, _, name)| !folder.join(name).exists())
        .collect();
    if missing.is_empty() {
        return Ok(folder);
    }
    build()?;
    for (kind, rows, name) in missing {
        generate(kind, rows, &folder.join(name))?;
    }
    Ok(folder)
}

/// Everything the rows are made from.
fn generator() -> anyhow::Result<Vec<PathBuf>> {
    let mut sources = files::under(&super::harness().join("cube"))?;
    sources.push(place::root().join("crates/health/src/geography/places.csv"));
    Ok(sources)
}

/// Kind, rows and name of each file; the harness knows them by the same names.
fn wanted(plan: &Plan) -> Vec<(&'static str, u64, String)> {
    let mut wanted = vec![("arrow", FORMAT_ROWS, format!("cube-{FORMAT_ROWS}.arrow"))];
    if plan.wants("formats") || plan.wants("sheets") {
        wanted.push(("csv", FORMAT_ROWS, format!("cube-{FORMAT_ROWS}.csv")));
    }
    if plan.wants("columns") {
        wanted.push((
            "wide",
            FORMAT_ROWS,
            format!("cube-{FORMAT_ROWS}.wide.arrow"),
        ));
    }
    for &rows in &plan.rows {
        wanted.push(match rows {
            ..=WHOLE_ROWS => ("arrow", rows, format!("cube-{rows}.arrow")),
            _ => ("chunks", rows, format!("cube-{rows}.chunks")),
        });
    }
    wanted.dedup();
    wanted
}

fn build() -> anyhow::Result<()> {
    let mut cargo = plain("cargo");
    cargo.args([
        "build",
        "--package",
        "formats",
        "--example",
        "cube",
        "--profile",
        "native",
    ]);
    let task = Task {
        title: "Building the generator of the cube",
        advice: "What cargo said is below.",
        log: place::log("bench-generator"),
        limit: None,
    };
    task.run(&mut cargo).map(drop)
}

/// Whatever bears its name is whole: it is written under another.
fn generate(kind: &str, rows: u64, file: &Path) -> anyhow::Result<()> {
    let title = format!("Writing {}", files::relative(file, &super::cache()));
    let unfinished = file.with_extension("partial");
    let program = place::target().join("native").join("examples").join("cube");
    let mut cube = plain(&program.to_string_lossy());
    cube.args([kind, &rows.to_string()]).arg(&unfinished);
    let advice = "Is there room on the disk? A cube takes up to 4 GB.";
    let task = Task {
        title: &title,
        advice,
        log: place::log("bench-cube"),
        limit: None,
    };
    let elapsed = task.run(&mut cube)?;
    std::fs::rename(unfinished, file)?;
    println!("{title}: done in {}", clock(elapsed));
    Ok(())
}
