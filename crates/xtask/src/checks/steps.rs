//! The steps of `cargo xtask test`, cheap ones first.

use std::process::Command;

use anyhow::bail;

use crate::child::{Tools, plain};
use crate::files;
use crate::progress::{Task, excerpt};
use crate::setup::TRIPLE;
use crate::{build, corpora, layers, place, size, tidy};

use super::outcome::Outcome;
use super::report::Report;

/// One step.
pub(super) struct Step {
    pub name: &'static str,
    pub about: &'static str,
    pub needs: Needs,
    pub run: fn(&Tools) -> anyhow::Result<Outcome>,
}

/// What set-up must provide before a step.
#[derive(PartialEq)]
pub(super) enum Needs {
    Nothing,
    Wasm,
    Browser,
}

const fn step(
    name: &'static str,
    about: &'static str,
    needs: Needs,
    run: fn(&Tools) -> anyhow::Result<Outcome>,
) -> Step {
    Step {
        name,
        about,
        needs,
        run,
    }
}

/// All steps, in the order they run.
pub(super) const STEPS: [Step; 12] = [
    step("fmt", "every file is formatted", Needs::Nothing, fmt),
    step("tidy", "the rules of STYLE.md", Needs::Nothing, |_| {
        tidy::run().map(passed)
    }),
    step(
        "layers",
        "no crate depends on what it may not know",
        Needs::Nothing,
        |_| layers::run().map(passed),
    ),
    step("clippy", "no warning, native", Needs::Nothing, clippy),
    step(
        "clippy-wasm",
        "no warning in what runs in the browser",
        Needs::Wasm,
        clippy_wasm,
    ),
    step(
        "cargo",
        "unit, property and scenario tests",
        Needs::Nothing,
        cargo_test,
    ),
    step(
        "corpora",
        "files of public registries read as is known",
        Needs::Nothing,
        known_files,
    ),
    step(
        "docs",
        "the documentation has no broken link",
        Needs::Nothing,
        docs,
    ),
    step(
        "dist",
        "the release build of the site",
        Needs::Wasm,
        |tools| build::release(tools).map(passed),
    ),
    step(
        "size",
        "the first view is within its budget",
        Needs::Nothing,
        |_| size::run().map(passed),
    ),
    step(
        "browser",
        "the page in a real browser",
        Needs::Browser,
        browser,
    ),
    step(
        "deny",
        "licences and sources of what we build on",
        Needs::Nothing,
        deny,
    ),
];

fn passed((): ()) -> Outcome {
    Outcome::one_passed()
}

fn fmt(_: &Tools) -> anyhow::Result<Outcome> {
    tool(
        "fmt",
        "`cargo fmt` puts it right.",
        plain("cargo").args(["fmt", "--all", "--check", "--", "--color", "never"]),
    )
}

fn clippy(_: &Tools) -> anyhow::Result<Outcome> {
    let advice = "The first warning below is the one to look at.";
    tool(
        "clippy",
        advice,
        plain("cargo").args([
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ]),
    )
}

fn clippy_wasm(tools: &Tools) -> anyhow::Result<Outcome> {
    let mut cargo = tools.command("cargo");
    cargo.args([
        "clippy",
        "--target",
        TRIPLE,
        "--package",
        "app",
        "--package",
        "worker",
        "--package",
        "importer",
        "--package",
        "step",
    ]);
    tool(
        "clippy-wasm",
        "The first warning below is the one to look at.",
        cargo.args(["--", "-D", "warnings"]),
    )
}

fn docs(_: &Tools) -> anyhow::Result<Outcome> {
    let mut cargo = plain("cargo");
    cargo
        .args([
            "doc",
            "--workspace",
            "--no-deps",
            "--document-private-items",
        ])
        .env("RUSTDOCFLAGS", "-D warnings");
    tool(
        "docs",
        "The first warning below is the one to look at.",
        &mut cargo,
    )
}

fn cargo_test(_: &Tools) -> anyhow::Result<Outcome> {
    let mut cargo = plain("cargo");
    tests(
        "cargo",
        cargo.args(["test", "--workspace", "--no-fail-fast"]),
        Report::Cargo,
    )
}

fn known_files(_: &Tools) -> anyhow::Result<Outcome> {
    let verdict = corpora::check()?;
    if verdict.passed + verdict.failed == 0 {
        return Ok(Outcome::left_out("no registry answers"));
    }
    Ok(Outcome::of_tests(verdict.passed, verdict.failed))
}

fn browser(tools: &Tools) -> anyhow::Result<Outcome> {
    let mut node = tools.command("node");
    tests("browser", node.arg("tests/browser/run.mjs"), Report::Node)
}

fn deny(tools: &Tools) -> anyhow::Result<Outcome> {
    if place::on_path("cargo-deny").is_none() {
        return Ok(Outcome::left_out("cargo-deny is not installed"));
    }
    let mut cargo = tools.command("cargo");
    tool(
        "deny",
        "deny.toml says what is let in.",
        cargo.args(["deny", "check", "licenses", "bans", "sources"]),
    )
}

/// A step that is right when its tool ends well.
fn tool(name: &str, advice: &str, command: &mut Command) -> anyhow::Result<Outcome> {
    let log = place::log(&format!("test-{name}"));
    Task {
        title: name,
        advice,
        log,
        limit: None,
    }
    .run(command)?;
    Ok(Outcome::one_passed())
}

/// A step whose tool counts its tests.
fn tests(name: &str, command: &mut Command, report: Report) -> anyhow::Result<Outcome> {
    let log = place::log(&format!("test-{name}"));
    let task = Task {
        title: name,
        advice: "",
        log: log.clone(),
        limit: None,
    };
    let (status, _) = task.watch(command)?;
    let output = String::from_utf8_lossy(&files::bytes(&log)?).into_owned();
    let outcome = report.outcome(&output);
    let is_well = status.is_some_and(|status| status.success());
    if outcome.failed > 0 {
        println!(
            "{}\nAll of the output is in {}",
            report.failures(&output),
            log.display()
        );
    } else if !is_well {
        bail!("{name} ended before its tests were done. {}", excerpt(&log));
    }
    anyhow::ensure!(
        outcome.failed + outcome.passed > 0,
        "{name} found no test to run"
    );
    Ok(outcome)
}
