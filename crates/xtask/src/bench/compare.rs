//! Ours beside its peers: starts the harness, whose lines a person sees as they come.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, ensure};

use crate::args::Depth;
use crate::child::Tools;
use crate::place;

use super::Plan;

/// What the harness needs and where it is.
pub(super) struct Made {
    pub packages: PathBuf,
    pub cubes: PathBuf,
}

/// Measures and writes the figures to `results`. Peers that disagree are an error.
pub(super) fn run(tools: &Tools, plan: &Plan, made: &Made, results: &Path) -> anyhow::Result<()> {
    let rows: Vec<_> = plan.rows.iter().map(u64::to_string).collect();
    let mut node = tools.command("node");
    node.arg(super::harness().join("run.mjs"));
    node.args(["--rows", &rows.join(",")]);
    node.arg("--cache").arg(super::cache());
    node.arg("--packages").arg(&made.packages);
    node.arg("--data").arg(&made.cubes);
    node.arg("--dist").arg(place::dist());
    node.arg("--out").arg(results);
    let sections = plan.compared();
    if !sections.is_empty() {
        node.args(["--only", &sections.join(",")]);
    }
    if plan.depth == Depth::Quick {
        node.arg("--quick");
    }
    let status = node.status().context("cannot start node")?;
    ensure!(
        status.success(),
        "The comparison failed; its last lines say where."
    );
    Ok(())
}

/// The figures as Markdown.
pub(super) fn report(tools: &Tools, results: &Path) -> anyhow::Result<String> {
    let mut node = tools.command("node");
    node.arg(super::harness().join("report.mjs")).arg(results);
    let output = node.output().context("cannot start node")?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "The report failed: {said}");
    Ok(String::from_utf8(output.stdout)?.trim().to_string())
}
