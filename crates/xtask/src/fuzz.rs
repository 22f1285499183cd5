//! `cargo xtask fuzz`: every reader under mutated bytes, for as long as one likes. `tests/fuzz` has a target for each.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, bail, ensure};

use crate::args::Fuzz;
use crate::child::{answer, plain};
use crate::files;
use crate::place;
use crate::progress::{Task, clock};

/// What `cargo fuzz` gives the compiler: counters at every branch, and what is compared.
const FLAGS: &str = "--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";
/// A run that takes longer, or more memory, counts as found: no file may hang or fill a tab.
const LIMITS: [&str; 3] = ["-timeout=10", "-rss_limit_mb=1500", "-max_len=65536"];

/// Builds the targets and runs those asked for, one after another; the first that is found ends it.
pub(crate) fn run(options: &Fuzz) -> anyhow::Result<()> {
    let targets = chosen(options)?;
    let programs = build()?;
    for target in targets {
        let found = place::cache().join("fuzz").join("found");
        files::create_folder(&found)?;
        let title = format!("{target}, {} minutes", options.minutes);
        let advice = format!(
            "The input is in {}; once it is put right, keep it in tests/fuzz/seeds/{target}.",
            found.display()
        );
        let task = Task {
            title: &title,
            advice: &advice,
            log: place::log(&format!("fuzz-{target}")),
            limit: None,
        };
        let elapsed = task.run(&mut command(&programs, (&target, &found), options.minutes)?)?;
        println!("{target}: nothing found in {}", clock(elapsed));
    }
    Ok(())
}

/// The targets asked for; none asked for is all.
fn chosen(options: &Fuzz) -> anyhow::Result<Vec<String>> {
    let all = files::under(&folder().join("targets"))?;
    let name = |path: &PathBuf| Some(path.file_stem()?.to_string_lossy().into_owned());
    let all: Vec<String> = all.iter().filter_map(name).collect();
    if let Some(unknown) = options.targets.iter().find(|it| !all.contains(it)) {
        bail!("`{unknown}` is no target; there are {}.", all.join(", "));
    }
    Ok(if options.targets.is_empty() {
        all
    } else {
        options.targets.clone()
    })
}

fn folder() -> PathBuf {
    place::root().join("tests").join("fuzz")
}

/// The programs are no part of the workspace, and their flags are not its flags.
fn build() -> anyhow::Result<PathBuf> {
    let host = answer("rustc", &["-vV"]).context("rustc does not answer")?;
    let host = host.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.context("rustc does not name its host")?;
    let target = place::cache().join("fuzz").join("target");
    let mut cargo = plain("cargo");
    cargo.args(["build", "--release", "--target", host]);
    cargo.current_dir(folder()).env("RUSTFLAGS", FLAGS);
    cargo.env("CARGO_TARGET_DIR", &target);
    let task = Task {
        title: "Building the targets",
        advice: "What cargo said is below.",
        log: place::log("fuzz-build"),
        limit: None,
    };
    let elapsed = task.run(&mut cargo)?;
    println!("Building the targets: done in {}", clock(elapsed));
    Ok(target.join(host).join("release"))
}

/// What earlier runs reached is kept in the cache and is where this one begins, beside the seeds.
fn command(
    programs: &Path,
    (target, found): (&str, &Path),
    minutes: u64,
) -> anyhow::Result<Command> {
    let reached = place::cache().join("fuzz").join("reached").join(target);
    files::create_folder(&reached)?;
    let seeds = folder().join("seeds").join(target);
    ensure!(
        fs::exists(&seeds)?,
        "{} is missing: a target begins with a file that can be read",
        seeds.display()
    );
    let mut program = plain(&programs.join(target).to_string_lossy());
    program.arg(reached).arg(seeds).args(LIMITS);
    program.arg(format!("-max_total_time={}", 60 * minutes));
    let prefix = found.join(format!("{target}-"));
    program.arg(format!("-artifact_prefix={}", prefix.display()));
    Ok(program)
}
