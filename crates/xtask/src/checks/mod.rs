//! `cargo xtask test`: everything a change must pass, in the order of what fails soonest.

mod outcome;
mod report;
mod steps;

use std::time::{Duration, Instant};

use anyhow::bail;

use crate::args::Test;
use crate::child::Tools;
use crate::progress::clock;
use crate::setup;

use outcome::Outcome;
use steps::{Needs, STEPS, Step};

/// Runs the chosen steps, all of them even when one fails, and sums them up on the last line.
pub(crate) fn run(options: &Test) -> anyhow::Result<()> {
    let chosen = match options {
        Test::List => {
            STEPS
                .iter()
                .for_each(|step| println!("{:<12} {}", step.name, step.about));
            return Ok(());
        }
        Test::All => STEPS.iter().collect(),
        Test::Only(names) => named(names)?,
    };
    let started = Instant::now();
    let tools = set_up(&chosen)?;
    let results: Vec<_> = chosen
        .into_iter()
        .map(|step| run_step(step, &tools))
        .collect();
    print_summary(&results, started.elapsed())
}

/// One step with what it gave.
type Result = (&'static Step, Outcome, Duration);

fn named(names: &[String]) -> anyhow::Result<Vec<&'static Step>> {
    let find = |name: &String| STEPS.iter().find(|step| step.name == name);
    if let Some(unknown) = names.iter().find(|name| find(name).is_none()) {
        bail!("`{unknown}` is not a step; `cargo xtask test --list` names them.");
    }
    Ok(names.iter().filter_map(find).collect())
}

fn set_up(chosen: &[&Step]) -> anyhow::Result<Tools> {
    if chosen.iter().any(|step| step.needs == Needs::Browser) {
        setup::for_tests()
    } else if chosen.iter().any(|step| step.needs == Needs::Wasm) {
        setup::for_build()
    } else {
        Ok(Tools::default())
    }
}

fn run_step(step: &'static Step, tools: &Tools) -> Result {
    println!("\n== {}: {}", step.name, step.about);
    let started = Instant::now();
    let outcome = (step.run)(tools).unwrap_or_else(|error| {
        println!("{error:#}");
        Outcome::one_failed()
    });
    let elapsed = started.elapsed();
    println!(
        "-- {}: {} in {}",
        step.name,
        outcome.verdict(),
        clock(elapsed)
    );
    (step, outcome, elapsed)
}

fn print_summary(results: &[Result], elapsed: Duration) -> anyhow::Result<()> {
    println!("\n{:<12} {:>12}  verdict", "step", "time");
    for (step, outcome, elapsed) in results {
        println!(
            "{:<12} {:>12}  {}",
            step.name,
            clock(*elapsed),
            outcome.verdict()
        );
    }
    println!("{:<12} {:>12}\n", "all", clock(elapsed));
    let total = results
        .iter()
        .fold(Outcome::default(), |sum, (_, outcome, _)| sum.and(outcome));
    println!("{} passed, {} failed", total.passed, total.failed);
    if total.failed > 0 {
        // The reasons stand above; the last line stays the summary.
        std::process::exit(1);
    }
    Ok(())
}
