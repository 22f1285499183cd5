//! `cargo xtask bench`: the kernels by themselves, and ours beside its peers in one browser.

mod compare;
mod cube;
mod dense;
mod kernels;
mod packages;
mod table;

use std::path::{Path, PathBuf};

use crate::args::{Bench, Depth};
use crate::build;
use crate::files;
use crate::place;
use crate::setup;
use crate::size;

/// Whole cubes, and the one that comes in chunks.
const ALL_ROWS: [u64; 3] = [1_000_000, 10_000_000, 100_000_000];
const QUICK_ROWS: [u64; 1] = [1_000_000];

/// Where packages, cubes and bundles are kept between runs, outside the checkout and what cargo builds.
fn cache() -> PathBuf {
    place::cache().join("bench")
}

/// The folder of the harness.
fn harness() -> PathBuf {
    place::root().join("tests").join("bench")
}

/// What a run compares: which cubes, which sections, and how thoroughly.
struct Plan {
    rows: Vec<u64>,
    only: Vec<String>,
    depth: Depth,
}

impl Plan {
    fn of(options: &Bench) -> Self {
        let usual = match options.depth {
            Depth::Full => ALL_ROWS.to_vec(),
            Depth::Quick => QUICK_ROWS.to_vec(),
        };
        let rows = if options.rows.is_empty() {
            usual
        } else {
            options.rows.clone()
        };
        Self {
            rows,
            only: options.only.clone(),
            depth: options.depth,
        }
    }

    /// Whether everything is measured, so that the figures may stand in the checkout.
    fn is_whole(&self) -> bool {
        self.depth == Depth::Full && self.only.is_empty() && self.rows == ALL_ROWS
    }

    fn wants(&self, section: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|wanted| wanted == section)
    }

    /// The sections of the comparison among those asked for; none asked for is all.
    fn compared(&self) -> Vec<&str> {
        let sections = self.only.iter().map(String::as_str);
        sections.filter(|name| *name != kernels::SECTION).collect()
    }
}

/// Prepares what is missing, measures, prints the figures; a whole run also keeps them in the checkout.
pub(crate) fn run(options: &Bench) -> anyhow::Result<()> {
    let plan = Plan::of(options);
    let tools = setup::for_tests()?;
    if plan.wants(kernels::SECTION) {
        kernels::run(plan.depth)?;
    }
    if !plan.only.is_empty() && plan.compared().is_empty() {
        return Ok(());
    }
    build::release(&tools)?;
    let made = compare::Made {
        packages: packages::install()?,
        cubes: cube::write(&plan)?,
    };
    dense::build(&tools)?;
    let results = results(&plan);
    compare::run(&tools, &plan, &made, &results)?;
    table::add_first_view(&results, size::first_view_bytes()?)?;
    let report = compare::report(&tools, &results)?;
    println!("\n{report}");
    if plan.is_whole() {
        table::into_readme(&report)?;
    } else {
        println!(
            "README.md keeps the figures of a whole run: `cargo xtask bench` and no more words."
        );
    }
    Ok(())
}

/// Figures of a part of a run stay out of the checkout.
fn results(plan: &Plan) -> PathBuf {
    if plan.is_whole() {
        return harness().join("results").join("latest.json");
    }
    cache().join("latest.json")
}

/// A name for what is made of these files: another content gives another name.
fn digest_of(paths: &[PathBuf]) -> anyhow::Result<String> {
    let mut content = Vec::new();
    for path in paths {
        content.extend(files::bytes(path)?);
    }
    Ok(files::short_hash(&content))
}

/// Folders of our cache whose name begins alike but that this run does not use: a cube weighs gigabytes.
fn remove_older(kept: &Path, beginning: &str) -> anyhow::Result<()> {
    for entry in std::fs::read_dir(cache())? {
        let path = entry?.path();
        let is_alike = path
            .file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with(beginning));
        if is_alike && path != kept {
            std::fs::remove_dir_all(path)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(depth: Depth, only: &[&str]) -> Plan {
        let only = only.iter().map(|name| (*name).to_string()).collect();
        Plan::of(&Bench {
            depth,
            only,
            rows: Vec::new(),
        })
    }

    #[test]
    fn only_a_whole_run_is_kept() {
        assert!(plan(Depth::Full, &[]).is_whole());
        assert!(!plan(Depth::Quick, &[]).is_whole());
        assert!(!plan(Depth::Full, &["brush"]).is_whole());
    }

    #[test]
    fn kernels_are_no_section_of_the_comparison() {
        assert!(plan(Depth::Full, &["kernels"]).compared().is_empty());
        assert_eq!(
            plan(Depth::Full, &["kernels", "brush"]).compared(),
            ["brush"]
        );
    }
}
