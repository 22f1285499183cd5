//! `cargo xtask tidy`: the rules of STYLE.md that a program can check.

mod names;
mod pages;
mod rust;
mod source;

use std::path::{Path, PathBuf};

use anyhow::bail;

use crate::files;
use crate::place;

/// Folders nobody writes by hand.
const NOT_OURS: [&str; 5] = [".git", "dist", "node_modules", "target", "test-results"];
const TEXT: [&str; 12] = [
    "css", "csv", "html", "js", "json", "lock", "md", "mjs", "rs", "sh", "svg", "toml",
];

/// A place that breaks a rule.
#[derive(Debug, PartialEq)]
struct Finding {
    line: usize,
    fault: String,
}

impl Finding {
    fn new(line: usize, fault: impl Into<String>) -> Self {
        Self {
            line,
            fault: fault.into(),
        }
    }
}

/// Checks every file a person wrote.
pub(crate) fn run() -> anyhow::Result<()> {
    let root = place::root();
    let mut report = Vec::new();
    let paths = written_files(&root)?;
    for path in &paths {
        let name = files::relative(path, &root);
        let Ok(text) = String::from_utf8(files::bytes(path)?) else {
            // A test file in another encoding is data, not text.
            continue;
        };
        let found = findings(&name, &text, &root);
        report.extend(
            found
                .into_iter()
                .map(|finding| format!("{name}:{}: {}", finding.line, finding.fault)),
        );
    }
    if report.is_empty() {
        println!("{} files are tidy", paths.len());
        return Ok(());
    }
    bail!("{}\n{} untidy places", report.join("\n"), report.len())
}

fn written_files(root: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(root)? {
        let path = entry?.path();
        let name = files::relative(&path, root);
        if NOT_OURS.contains(&name.as_str()) {
            continue;
        }
        if path.is_dir() {
            found.extend(files::under(&path)?);
        } else {
            found.push(path);
        }
    }
    found.retain(|path| {
        let is_ours = !files::relative(path, root)
            .split('/')
            .any(|part| NOT_OURS.contains(&part));
        let is_text = path
            .extension()
            .is_none_or(|extension| TEXT.iter().any(|known| extension == *known));
        is_ours && is_text
    });
    found.sort();
    Ok(found)
}

fn findings(name: &str, text: &str, root: &Path) -> Vec<Finding> {
    let is_test_input = name.starts_with("tests/packages/") || name.contains("/golden/");
    let mut found = Vec::new();
    if !is_test_input {
        found.extend(pages::trailing_blanks(text));
        found.extend(names::in_path(name));
    }
    if name != "Cargo.lock" {
        found.extend(pages::hosts(text));
    }
    match Path::new(name)
        .extension()
        .and_then(|extension| extension.to_str())
    {
        Some("rs") => found.extend(rust::findings(name, text)),
        Some("md") => found.extend(pages::links(name, text, root)),
        _ => {}
    }
    found
}
