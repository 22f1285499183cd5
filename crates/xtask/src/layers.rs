//! `cargo xtask layers`: who may know whom. The lists below are the architecture; the manifests must agree with them.

use std::collections::BTreeSet;

use anyhow::{Context as _, bail};
use toml::{Table, Value};

use crate::files;
use crate::place;

/// Every edge there may be between our crates, for building and running. Not listed is not allowed.
const EDGES: [(&str, &[&str]); 20] = [
    ("packed", &[]),
    ("browser", &[]),
    ("table", &["packed"]),
    ("engine", &["packed", "table"]),
    ("formats", &["table"]),
    ("package", &["formats", "table"]),
    ("health", &["engine", "packed", "table"]),
    ("danish", &[]),
    ("protocol", &["packed"]),
    (
        "session",
        &["health", "table", "packed", "protocol", "danish"],
    ),
    ("worker", &["browser", "session", "packed", "protocol"]),
    ("reading", &["formats", "table", "health"]),
    (
        "importer",
        &[
            "browser", "reading", "formats", "package", "health", "table", "packed", "protocol",
            "danish",
        ],
    ),
    ("step", &["browser", "packed", "protocol"]),
    ("chart", &["protocol"]),
    (
        "study",
        &["browser", "packed", "protocol", "chart", "danish", "health"],
    ),
    ("app", &["browser", "packed", "protocol", "chart", "danish"]),
    (
        "snit",
        &[
            "session", "importer", "package", "formats", "reading", "health", "table", "protocol",
            "danish", "chart",
        ],
    ),
    ("fixture", &["table"]),
    ("xtask", &[]),
];

/// Outside crates with a home: a name, or the beginning of one that ends in `-`, and the only crates that may use it.
const HOMES: [(&str, &[&str]); 15] = [
    ("anyhow", &["snit", "xtask"]),
    ("arrow-", &["table", "formats"]),
    ("calamine", &["formats"]),
    ("clap", &["snit"]),
    (
        "console_error_panic_hook",
        &["app", "step", "study", "worker", "importer"],
    ),
    ("csv", &["formats"]),
    ("gloo-", &["app", "worker", "importer"]),
    (
        "js-sys",
        &["app", "browser", "step", "study", "worker", "importer"],
    ),
    ("leptos", &["app", "step", "study"]),
    ("parquet", &["formats"]),
    ("serde-wasm-bindgen", &["app", "worker", "importer"]),
    (
        "wasm-bindgen",
        &["app", "browser", "step", "study", "worker", "importer"],
    ),
    (
        "wasm-bindgen-",
        &["app", "step", "study", "worker", "importer"],
    ),
    (
        "web-sys",
        &["app", "browser", "step", "study", "worker", "importer"],
    ),
    ("zip", &["fixture", "formats", "package"]),
];

/// What one manifest says its crate needs.
#[derive(Default)]
struct Member {
    name: String,
    needs: Vec<String>,
    tests_need: Vec<String>,
}

/// Checks every manifest of the workspace.
pub(crate) fn run() -> anyhow::Result<()> {
    let members = read_members()?;
    let faults: Vec<_> = members.iter().flat_map(faults).collect();
    if faults.is_empty() {
        println!("{} crates know only what they may", members.len());
        return Ok(());
    }
    bail!(
        "{}\nThe lists are in crates/xtask/src/layers.rs; a new line there needs a reason in its commit.",
        faults.join("\n")
    )
}

fn read_members() -> anyhow::Result<Vec<Member>> {
    let root = place::root();
    let mut manifests = vec![root.join("app/Cargo.toml")];
    for (name, _) in EDGES {
        let manifest = root.join("crates").join(name).join("Cargo.toml");
        manifests.extend(manifest.is_file().then_some(manifest));
    }
    for path in files::under(&root.join("crates"))? {
        let is_manifest = path.file_name().is_some_and(|name| name == "Cargo.toml");
        let is_member = path
            .strip_prefix(root.join("crates"))
            .is_ok_and(|inside| inside.iter().count() == 2);
        if is_manifest && is_member && !manifests.contains(&path) {
            manifests.push(path);
        }
    }
    manifests
        .iter()
        .map(|path| {
            member(&files::text(path)?).with_context(|| format!("cannot read {}", path.display()))
        })
        .collect()
}

fn member(manifest: &str) -> anyhow::Result<Member> {
    let manifest: Table = manifest.parse()?;
    let name = manifest
        .get("package")
        .and_then(|package| package.get("name")?.as_str());
    let mut member = Member {
        name: name.context("it has no package name")?.to_string(),
        ..Member::default()
    };
    let mut sections = vec![&manifest];
    let targets = manifest.get("target").and_then(Value::as_table);
    sections.extend(
        targets
            .into_iter()
            .flat_map(|by_target| by_target.values().filter_map(Value::as_table)),
    );
    for section in sections {
        for kind in ["dependencies", "build-dependencies"] {
            member.needs.extend(names(section.get(kind)));
        }
        member
            .tests_need
            .extend(names(section.get("dev-dependencies")));
    }
    Ok(member)
}

/// The crates a section names, by their real names.
fn names(section: Option<&Value>) -> Vec<String> {
    let entries = section.and_then(Value::as_table).into_iter().flatten();
    let real = |(name, about): (&String, &Value)| {
        about
            .get("package")
            .and_then(Value::as_str)
            .unwrap_or(name)
            .to_string()
    };
    entries.map(real).collect()
}

fn faults(member: &Member) -> Vec<String> {
    let Some(allowed) = allowed(&member.name) else {
        return vec![format!("{} is a crate the list does not have", member.name)];
    };
    let mut faults = Vec::new();
    for need in &member.needs {
        if self::allowed(need).is_some() && !allowed.contains(&need.as_str()) {
            faults.push(format!("{} may not depend on {need}", member.name));
        }
        if let Some(homes) = homes(need).filter(|homes| !homes.contains(&member.name.as_str())) {
            faults.push(format!(
                "{} may not depend on {need}; only {} may",
                member.name,
                homes.join(", ")
            ));
        }
    }
    let below = everything_below(&member.name);
    for need in &member.tests_need {
        if self::allowed(need).is_some() && need != "fixture" && !below.contains(need.as_str()) {
            faults.push(format!(
                "the tests of {} may not depend on {need}, which is not below it",
                member.name
            ));
        }
    }
    faults
}

fn allowed(name: &str) -> Option<&'static [&'static str]> {
    EDGES
        .iter()
        .find(|(from, _)| *from == name)
        .map(|(_, to)| *to)
}

fn homes(name: &str) -> Option<&'static [&'static str]> {
    let matches = |home: &str| {
        if home.ends_with('-') {
            name.starts_with(home)
        } else {
            name == home
        }
    };
    HOMES
        .iter()
        .find(|(home, _)| matches(home))
        .map(|(_, crates)| *crates)
}

fn everything_below(name: &str) -> BTreeSet<&'static str> {
    let mut below = BTreeSet::new();
    let mut waiting = vec![name];
    while let Some(next) = waiting.pop() {
        for need in allowed(next).unwrap_or_default() {
            if below.insert(*need) {
                waiting.push(need);
            }
        }
    }
    below
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults_of(manifest: &str) -> Vec<String> {
        faults(&member(manifest).unwrap())
    }

    fn with(name: &str, section: &str, need: &str) -> Vec<String> {
        faults_of(&format!(
            "[package]\nname = \"{name}\"\n[{section}]\n{need}.workspace = true\n"
        ))
    }

    #[test]
    fn an_added_edge_is_refused() {
        let real = files::text(&place::root().join("crates/engine/Cargo.toml")).unwrap();
        assert_eq!(faults_of(&real), Vec::<String>::new());
        let added = real.replace(
            "[dependencies]\n",
            "[dependencies]\nhealth.workspace = true\n",
        );
        assert_eq!(faults_of(&added), ["engine may not depend on health"]);
    }

    #[test]
    fn an_edge_is_refused_wherever_it_hides() {
        for section in ["build-dependencies", "target.'cfg(unix)'.dependencies"] {
            assert_eq!(
                with("chart", section, "danish"),
                ["chart may not depend on danish"],
                "{section}"
            );
        }
        let renamed = "[package]\nname = \"app\"\n[dependencies]\nbrain = { package = \"session\", path = \"x\" }\n";
        assert_eq!(faults_of(renamed), ["app may not depend on session"]);
    }

    #[test]
    fn tests_may_look_down_and_at_fixture() {
        assert_eq!(
            with("session", "dev-dependencies", "engine"),
            Vec::<String>::new()
        );
        assert_eq!(
            with("engine", "dev-dependencies", "fixture"),
            Vec::<String>::new()
        );
        assert_eq!(with("engine", "dev-dependencies", "session").len(), 1);
    }

    #[test]
    fn outside_crates_stay_where_they_belong() {
        assert_eq!(with("session", "dependencies", "web-sys").len(), 1);
        assert_eq!(with("engine", "dependencies", "arrow-array").len(), 1);
        assert_eq!(
            with("table", "dependencies", "arrow-array"),
            Vec::<String>::new()
        );
    }

    #[test]
    fn a_crate_nobody_listed_is_refused() {
        assert_eq!(
            with("utensils", "dependencies", "table"),
            ["utensils is a crate the list does not have"]
        );
    }

    #[test]
    fn the_list_has_no_circle() {
        for (name, _) in EDGES {
            assert!(
                !everything_below(name).contains(name),
                "{name} is below itself"
            );
        }
    }
}
