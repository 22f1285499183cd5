//! Wrong declarations are refused with line and column in the descriptor, and with what to do.

use package::{Declaration, Descriptor, Package};
use serde_json::{Value, json};
use table::Text;

use super::super::*;

const CASES: &str = "kommune:geography aar:time alder:age n p=distinct(alder) d=printed
    0101 2024 0-64 60 50 3
    0101 2024 65+ 40 30 4
    0147 2025 0-64 30 20 5";

const PEOPLE: &str = "kommune:geography aar:time alder:age n
    0101 2024 0-64 6000
    0101 2024 65+ 4000
    0147 2025 0-64 300";

const REGIONS: &str = "region_2007:geography aar:time n\n 1084 2024 1000000";

fn right() -> Value {
    json!({
        "id": "rate",
        "topic": "a",
        "numerator": {"table": "cases", "measure": "n"},
        "denominator": {"table": "people", "measure": "n"},
        "where": {"alder": ["0-64", "65+"]},
        "class": "ratio",
        "factor": 1000,
        "standardisation": {
            "method": "direct",
            "over": ["alder"],
            "weights": {"table": "people", "measure": "n", "where": {"aar": ["2024"]}},
            "printed": {"table": "cases", "measure": "d"}
        },
        "extracted": "2026-05-01",
        "breaks": [{"period": "2025", "why": {"da": "Nyt", "en": "New"}}],
        "preliminary": ["2025"],
        "caveats": [{"where": {"kommune": ["0101"]}, "text": {"da": "Sent", "en": "Late"}}]
    })
}

fn opened(indicator: Value, cases: &str) -> Result<Imported, Refusal> {
    let table = |(name, text)| fixture::text::named(name, text);
    let package = Package {
        descriptor: Descriptor {
            name: "lille".into(),
            title: Text::new("Lille", "Small"),
            edition: "2026-2".into(),
            indicators: vec![indicator],
            topics: vec![json!({"id": "a", "label": {"da": "A", "en": "A"}})],
            ..Descriptor::default()
        },
        tables: [("cases", cases), ("people", PEOPLE), ("regions", REGIONS)]
            .map(table)
            .to_vec(),
        declaration: Declaration {
            da: "# Om tallene".into(),
            en: None,
        },
        ..Package::default()
    };
    let bytes = package::write(&package).unwrap();
    read_file("lille.snit", bytes, state::Language::Da, &mut |_| {})
}

/// The line and the column of the descriptor that a refusal is placed at, as text from there on.
fn stands_at(refusal: &Refusal, descriptor: &str) -> String {
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
fn check(pointer: &str, value: Value, expected: (&str, &str)) {
    let mut indicator = right();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match indicator.pointer_mut(parent).unwrap() {
        Value::Object(object) => drop(object.insert(key.into(), value)),
        list => list[key.parse::<usize>().unwrap()] = value,
    }
    let descriptor = written(&indicator);
    let refusal = opened(indicator, CASES).unwrap_err();
    assert_eq!(refusal.code, "E20", "{refusal:?}");
    assert!(refusal.what.contains(expected.0), "{refusal:?}");
    assert!(!refusal.remedy.is_empty(), "{refusal:?}");
    let at = stands_at(&refusal, &descriptor);
    assert!(at.starts_with(expected.1), "{refusal:?}: {at}");
}

fn written(indicator: &Value) -> String {
    let package = Package {
        descriptor: Descriptor {
            name: "lille".into(),
            title: Text::new("Lille", "Small"),
            edition: "2026-2".into(),
            indicators: vec![indicator.clone()],
            topics: vec![json!({"id": "a", "label": {"da": "A", "en": "A"}})],
            ..Descriptor::default()
        },
        tables: [("cases", CASES), ("people", PEOPLE), ("regions", REGIONS)]
            .map(|(name, text)| fixture::text::named(name, text))
            .to_vec(),
        declaration: Declaration {
            da: "# Om tallene".into(),
            en: None,
        },
        ..Package::default()
    };
    let bytes = package::write(&package).unwrap();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let start = text.find('{').unwrap();
    text[start..].to_owned()
}

#[test]
fn a_whole_declaration_is_right() {
    opened(right(), CASES).unwrap();
}

#[test]
fn unknown_names_are_refused_where_they_stand() {
    check("/numerator/table", json!("case"), ("case", "\"case\""));
    check("/numerator/measure", json!("m"), ("kolonnen m", "\"m\""));
    check("/denominator/measure", json!("m"), ("kolonnen m", "\"m\""));
    check("/where", json!({"koen": ["K"]}), ("niveauet koen", "["));
    check("/where", json!({"alder": ["0-64", "x"]}), ("x", "\"x\""));
    check("/topic", json!("b"), ("emnet b", "\"b\""));
    check("/preliminary/0", json!("2026"), ("2026", "\"2026\""));
    check("/breaks/0/period", json!("1999"), ("1999", "\"1999\""));
    check(
        "/caveats/0/where",
        json!({"kommune": ["9"]}),
        ("9", "\"9\""),
    );
}

#[test]
fn unknown_fields_and_wrong_types_are_refused_where_they_stand() {
    check("/colour", json!("red"), ("colour", "\""));
    check(
        "/numerator",
        json!({"table": "cases", "column": "n"}),
        ("column", "\""),
    );
    check("/factor", json!("1000"), ("invalid type", "\""));
    check("/interval", json!("wald"), ("wald", "\""));
}

#[test]
fn what_cannot_be_is_refused_where_it_stands() {
    check("/factor", json!(0), ("faktor", "0"));
    check("/factor", json!(-2.5), ("faktor", "-2.5"));
    check(
        "/class",
        json!("additive"),
        ("erklæret som additive", "\"additive\""),
    );
    check(
        "/denominator/table",
        json!("regions"),
        ("kommune", "\"regions\""),
    );
    check("/extracted", json!("1.5.2026"), ("dato", "\"1.5.2026\""));
    check("/id", json!(""), ("intet navn", "\"\""));
    check("/interval", json!("wilson"), ("interval", "\"wilson\""));
    check(
        "/standardisation/over/0",
        json!("koen"),
        ("niveauet koen", "\"koen\""),
    );
    check("/standardisation/over", json!([]), ("over", "[]"));
    check(
        "/standardisation/method",
        json!("indirect"),
        ("weights", "{"),
    );
    check(
        "/standardisation/printed/measure",
        json!("n"),
        ("measure", "\"n\""),
    );
    check(
        "/denominator",
        json!(null),
        ("erklæret som ratio", "\"ratio\""),
    );
}

#[test]
fn a_class_that_the_printed_totals_contradict_is_refused() {
    let cases =
        |total: &str| format!("{CASES}\n 0101 2024 alle* {total} 70 9\n 0147 2025 alle* 30 20 9");
    opened(right(), &cases("100")).unwrap();
    opened(right(), &cases("95")).unwrap();
    let refusal = opened(right(), &cases("70")).unwrap_err();
    assert!(
        refusal.what.contains("trykt total på 70, men dele på 100"),
        "{refusal:?}"
    );
    assert!(refusal.place.contains("linje"), "{refusal:?}");
}
