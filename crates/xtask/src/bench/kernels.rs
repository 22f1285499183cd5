//! The kernels of `engine` by themselves: criterion measures, this prints what one row costs.

use std::path::Path;

use anyhow::Context as _;
use serde_json::Value;

use crate::args::Depth;
use crate::child::plain;
use crate::files;
use crate::place;
use crate::progress::{Task, clock};

/// What `--only` calls it.
pub(super) const SECTION: &str = "kernels";
/// Criterion's folder of the newest run.
const NEWEST: &str = "new";

/// Runs every bench of `engine` and prints nanoseconds a row.
pub(super) fn run(depth: Depth) -> anyhow::Result<()> {
    let title = "Measuring the kernels";
    println!("{title}: a minute or two");
    let mut cargo = plain("cargo");
    cargo.args([
        "bench",
        "--package",
        "engine",
        "--bench",
        "kernels",
        "--profile",
        "native",
        "--",
    ]);
    if depth == Depth::Quick {
        cargo.arg("--quick");
    }
    let task = Task {
        title,
        advice: "What cargo said is below.",
        log: place::log("bench-kernels"),
        limit: None,
    };
    let elapsed = task.run(&mut cargo)?;
    println!("{title}: done in {}\n", clock(elapsed));
    println!("{:>10}  kernel", "ns a row");
    for (name, nanoseconds) in measured(&place::target().join("criterion"))? {
        println!("{nanoseconds:>10.3}  {name}");
    }
    println!();
    Ok(())
}

/// Name of each kernel and what a row costs it, by name.
fn measured(folder: &Path) -> anyhow::Result<Vec<(String, f64)>> {
    let mut found = Vec::new();
    for file in files::under(folder)? {
        let is_newest = file.parent().is_some_and(|parent| parent.ends_with(NEWEST));
        if is_newest && file.ends_with("benchmark.json") {
            let estimates = files::text(&file.with_file_name("estimates.json"))?;
            found.push(a_row(&files::text(&file)?, &estimates).with_context(|| {
                format!("criterion wrote something else to {}", file.display())
            })?);
        }
    }
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(found)
}

fn a_row(benchmark: &str, estimates: &str) -> Option<(String, f64)> {
    let benchmark: Value = serde_json::from_str(benchmark).ok()?;
    let estimates: Value = serde_json::from_str(estimates).ok()?;
    let name = benchmark.get("full_id")?.as_str()?.to_string();
    let rows = benchmark.get("throughput")?.get("Elements")?.as_f64()?;
    let nanoseconds = estimates.get("median")?.get("point_estimate")?.as_f64()?;
    Some((name, nanoseconds / rows))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_costs_its_share_of_the_median() {
        let benchmark = r#"{"full_id":"group/two_keys","throughput":{"Elements":1000}}"#;
        let estimates = r#"{"median":{"point_estimate":2500.0}}"#;
        assert_eq!(
            a_row(benchmark, estimates),
            Some(("group/two_keys".to_string(), 2.5))
        );
        assert_eq!(a_row("{}", estimates), None);
    }
}
