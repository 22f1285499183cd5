//! `manifest.json`: every file of the site with its size, its digest and when a browser fetches it.

use std::path::Path;

use anyhow::Context as _;
use serde_json::{Value, json};

use crate::files;

/// The name of the manifest; it cannot list itself.
pub(crate) const NAME: &str = "manifest.json";

/// All files of the site, by name.
pub(crate) struct Manifest {
    pub files: Vec<Entry>,
}

/// One file of the site.
#[derive(Debug, PartialEq)]
pub(crate) struct Entry {
    pub file: String,
    pub role: Role,
    pub bytes: u64,
    pub sha256: String,
}

/// When a browser fetches a file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Role {
    /// Before the first view is whole; counted in the size budget.
    First,
    /// Only when something that needs it is used.
    Lazy,
}

impl Role {
    const fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Lazy => "lazy",
        }
    }
}

impl Manifest {
    /// Describes the files in `site`; those named in `first` belong to the first view.
    pub(crate) fn of(site: &Path, first: &[String]) -> anyhow::Result<Self> {
        let mut entries = Vec::new();
        for path in files::under(site)? {
            let file = files::relative(&path, site);
            let content = files::bytes(&path)?;
            let role = if first.contains(&file) {
                Role::First
            } else {
                Role::Lazy
            };
            entries.push(Entry {
                role,
                bytes: content.len() as u64,
                sha256: files::sha256(&content),
                file,
            });
        }
        entries.retain(|entry| entry.file != NAME);
        Ok(Self { files: entries })
    }

    /// Writes it beside the files it describes.
    pub(crate) fn write(&self, site: &Path) -> anyhow::Result<()> {
        let entries: Vec<_> = self.files.iter().map(Entry::to_json).collect();
        let text = serde_json::to_string_pretty(&json!({ "files": entries }))?;
        files::write(&site.join(NAME), text + "\n")
    }

    /// Reads the manifest of a built site.
    pub(crate) fn read(site: &Path) -> anyhow::Result<Self> {
        let text = files::text(&site.join(NAME))
            .context("The site is not built; `cargo xtask dist` builds it")?;
        let value: Value = serde_json::from_str(&text)?;
        let listed = value.get("files").and_then(Value::as_array);
        let entries: Option<Vec<_>> =
            listed.and_then(|list| list.iter().map(Entry::from_json).collect());
        let files = entries.with_context(|| {
            format!("{NAME} is not what the build writes; `cargo xtask dist` makes it anew")
        })?;
        Ok(Self { files })
    }

    /// Whether each file is there with its size.
    pub(crate) fn is_complete(&self, site: &Path) -> bool {
        let is_there = |entry: &Entry| {
            site.join(&entry.file)
                .metadata()
                .is_ok_and(|about| about.len() == entry.bytes)
        };
        self.files.iter().all(is_there)
    }
}

impl Entry {
    fn to_json(&self) -> Value {
        json!({ "file": self.file, "role": self.role.name(), "bytes": self.bytes, "sha256": self.sha256 })
    }

    fn from_json(value: &Value) -> Option<Self> {
        let text = |name: &str| value.get(name)?.as_str().map(str::to_string);
        let role = match text("role")?.as_str() {
            "first" => Role::First,
            "lazy" => Role::Lazy,
            _ => return None,
        };
        Some(Self {
            file: text("file")?,
            role,
            bytes: value.get("bytes")?.as_u64()?,
            sha256: text("sha256")?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_survives_its_json() {
        let entry = Entry {
            file: "a.js".into(),
            role: Role::First,
            bytes: 7,
            sha256: "00".into(),
        };
        assert_eq!(Entry::from_json(&entry.to_json()), Some(entry));
    }
}
