//! One digest of everything the site is made from: when it is the same, the site would be too.

use crate::files;
use crate::place;

/// Crates no part of the page is made of.
const NATIVE_ONLY: [&str; 2] = ["crates/fixture/", "crates/snit/"];
const FILES: [&str; 5] = [
    "Cargo.toml",
    "Cargo.lock",
    "Trunk.toml",
    "index.html",
    ".cargo/config.toml",
];
const FOLDERS: [&str; 3] = ["app", "crates", "public"];

/// The digest of sources, assets and demonstration files.
pub(super) fn digest(demos: &str) -> anyhow::Result<String> {
    let root = place::root();
    let mut paths: Vec<_> = FILES.iter().map(|name| root.join(name)).collect();
    for folder in FOLDERS {
        paths.extend(files::under(&root.join(folder))?);
    }
    let mut lines = String::from(demos);
    for path in paths {
        let name = files::relative(&path, &root);
        if !NATIVE_ONLY.iter().any(|folder| name.starts_with(folder)) {
            lines.push_str(&format!(
                "\n{name} {}",
                files::sha256(&files::bytes(&path)?)
            ));
        }
    }
    Ok(files::sha256(lines.as_bytes()))
}
