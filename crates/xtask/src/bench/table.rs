//! Where the figures are kept: beside the harness as JSON, and in the README for people.

use std::path::Path;

use anyhow::Context as _;
use serde_json::{Value, json};

use crate::files;
use crate::place;

const BEGIN: &str = "<!-- figures: written by `cargo xtask bench` -->";
const END: &str = "<!-- end of figures -->";

/// Adds what the site weighs to what the browser measured.
pub(super) fn add_first_view(results: &Path, bytes: usize) -> anyhow::Result<()> {
    let mut figures: Value = serde_json::from_str(&files::text(results)?)?;
    let fields = figures
        .as_object_mut()
        .context("the results are no object")?;
    fields.insert("firstViewBytes".into(), json!(bytes));
    files::write(results, serde_json::to_string_pretty(&figures)? + "\n")
}

/// Puts the report between the marks.
pub(super) fn into_readme(report: &str) -> anyhow::Result<()> {
    let page = place::root().join("README.md");
    let text = replaced(&files::text(&page)?, report)?;
    files::write(&page, text)?;
    println!("README.md has the new figures.");
    Ok(())
}

fn replaced(text: &str, report: &str) -> anyhow::Result<String> {
    let (before, rest) = text
        .split_once(BEGIN)
        .with_context(|| format!("README.md has no line {BEGIN}"))?;
    let (_, after) = rest
        .split_once(END)
        .with_context(|| format!("README.md has no line {END}"))?;
    let lines: Vec<_> = report.lines().map(str::trim_end).collect();
    Ok(format!(
        "{before}{BEGIN}\n\n{}\n\n{END}{after}",
        lines.join("\n")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_replace_what_stood_between_the_marks() {
        let page = format!("a\n{BEGIN}\nold\n{END}\nb\n");
        let new = replaced(&page, "| 1 | \n| 2 |").unwrap();
        assert_eq!(new, format!("a\n{BEGIN}\n\n| 1 |\n| 2 |\n\n{END}\nb\n"));
        assert_eq!(replaced(&new, "| 1 | \n| 2 |").unwrap(), new);
    }

    #[test]
    fn a_page_without_marks_is_named() {
        assert!(replaced("a", "b").unwrap_err().to_string().contains(BEGIN));
    }
}
