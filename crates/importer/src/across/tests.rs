//! Declarations of people across sectors: taken over where they are right, refused with line and column where they are not.

use health::across::{Across, Combinations, Flow, Sector};
use package::{Declaration, Descriptor, Package};
use protocol::message::Refusal;
use protocol::state::Language;
use serde_json::{Value, json};

use crate::read::{Imported, read_file};

const TABLE: &str = "k:sector aar:time n=distinct(aar) m=distinct(k)
    0 2024 40 1
    H 2024 10 1
    HA 2024 20 1
    A 2024 5 1
    alle* 2024 75 1";

const FLOW: &str = "fra:sector til:sector n\n H A 5\n A H 6";

fn right() -> Value {
    json!({
        "table": "t",
        "level": "k",
        "measure": "n",
        "sectors": [
            {"id": "H", "label": {"da": "Hospital", "en": "Hospital"}},
            {"id": "A", "label": {"da": "Almen praksis", "en": "General practice"}}
        ],
        "members": {"0": [], "A": ["A"], "H": ["H"], "HA": ["H", "A"]}
    })
}

fn package(combinations: Value) -> Vec<u8> {
    let package = Package {
        descriptor: Descriptor {
            name: "lille".into(),
            edition: "2026-2".into(),
            combinations: vec![combinations],
            flows: vec![json!({"table": "f", "measure": "n", "from": "fra", "to": "til"})],
            ..Descriptor::default()
        },
        tables: vec![
            fixture::text::named("t", TABLE),
            fixture::text::named("f", FLOW),
        ],
        declaration: Declaration {
            da: "# Om tallene".into(),
            en: None,
        },
        ..Package::default()
    };
    package::write(&package).unwrap()
}

fn opened(combinations: Value) -> Result<Imported, Refusal> {
    read_file(
        "lille.snit",
        package(combinations),
        Language::Da,
        &mut |_| {},
    )
}

/// The text of the descriptor from where a refusal is placed.
fn stands_at(refusal: &Refusal, package: &[u8]) -> String {
    let text = String::from_utf8_lossy(package).into_owned();
    let descriptor = text.get(text.find('{').unwrap()..).unwrap().to_owned();
    let numbers = refusal
        .place
        .split(|sign: char| !sign.is_ascii_digit() && sign != '.');
    let numbers: Vec<usize> = numbers
        .filter_map(|part| part.replace('.', "").parse().ok())
        .collect();
    let line = descriptor.lines().nth(numbers[0] - 1).unwrap();
    line.chars().skip(numbers[1] - 1).collect()
}

/// Changes the value at a pointer, and expects the refusal to name these words and to stand at this text.
fn check(pointer: &str, value: Value, (words, at): (&str, &str)) {
    let mut declared = right();
    *declared.pointer_mut(pointer).unwrap() = value;
    let refusal = opened(declared.clone()).unwrap_err();
    assert_eq!(refusal.code, "E20", "{refusal:?}");
    assert!(refusal.what.contains(words), "{refusal:?}");
    assert!(
        !refusal.remedy.is_empty() && !refusal.remedy.contains('…'),
        "{refusal:?}"
    );
    let found = stands_at(&refusal, &package(declared));
    assert!(found.starts_with(at), "{refusal:?}: {found}");
}

#[test]
fn what_is_declared_goes_with_the_facts_of_the_package() {
    let facts = opened(right()).unwrap().facts.unwrap();
    let across = Across::from_bytes(&facts.across).unwrap();
    assert_eq!(across.combinations[0].set("HA"), Some(3));
    assert_eq!(across.combinations[0].set("0"), Some(0));
    assert_eq!(across.combinations[0].set("alle"), None);
    assert_eq!(across.flows[0].to, "til");
}

#[test]
fn names_that_are_not_there_are_refused_where_they_stand() {
    check("/table", json!("u"), ("tabellen u", "\"u\""));
    check("/level", json!("j"), ("niveauet j", "\"j\""));
    check("/measure", json!("o"), ("kolonnen o", "\"o\""));
    check("/members/HA/1", json!("B"), ("sektoren B", "\"B\""));
}

#[test]
fn a_measure_that_counts_people_twice_over_the_combinations_is_refused() {
    check("/measure", json!("m"), ("flere gange over k", "\"m\""));
}

#[test]
fn each_part_has_sectors_of_its_own() {
    check("/members/HA", json!(["H"]), ("H og HA", "["));
    check(
        "/members",
        json!({"H": ["H"], "A": ["A"], "HA": ["H", "A"]}),
        ("hvilke sektorer 0", "{"),
    );
    check("/sectors/1/id", json!("H"), ("To sektorer", "\"H\""));
}

#[test]
fn a_declaration_of_another_shape_is_refused_where_its_reader_stopped() {
    check(
        "/sectors",
        json!("H"),
        ("snit:combinations", "\",\"table\""),
    );
}

#[test]
fn the_schema_names_the_fields_of_the_declarations_and_no_others() {
    let schema = include_str!("../../../health/src/across.schema.json");
    let schema: Value = serde_json::from_str(schema).unwrap();
    let keys = |value: &Value| -> Vec<String> {
        let mut keys: Vec<String> = value.as_object().unwrap().keys().cloned().collect();
        keys.sort();
        keys
    };
    let check = |name: &str, written: Value| {
        let named = schema
            .pointer(&format!("/$defs/{name}/properties"))
            .unwrap();
        assert_eq!(keys(named), keys(&written), "{name}");
    };
    check(
        "combinations",
        serde_json::to_value(Combinations::default()).unwrap(),
    );
    check("sector", serde_json::to_value(Sector::default()).unwrap());
    check("flow", serde_json::to_value(Flow::default()).unwrap());
}
