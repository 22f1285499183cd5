//! Divisions of places into those that are alike: handed over as declared, and refused with line and column where they are wrong.

use package::{Declaration, Descriptor, Package};
use serde_json::{Value, json};
use table::Text;

use super::super::*;

const CASES: &str = "kommune:geography n\n 0101 60\n 0147 30\n 0607 20";

fn right() -> Value {
    json!({
        "id": "type",
        "level": "kommune",
        "label": {"da": "Type", "en": "Type"},
        "classes": [
            {"id": "by", "label": {"da": "Byer", "en": "Towns"}, "members": ["0101", "0147"]},
            {"id": "land", "label": {"da": "Land", "en": "Rural"}, "members": ["0607"]}
        ]
    })
}

fn written(peers: Vec<Value>) -> Vec<u8> {
    let package = Package {
        descriptor: Descriptor {
            name: "lille".into(),
            title: Text::new("Lille", "Small"),
            edition: "2026-2".into(),
            peers,
            ..Descriptor::default()
        },
        tables: vec![fixture::text::named("cases", CASES)],
        declaration: Declaration {
            da: "# Om tallene".into(),
            en: None,
        },
        ..Package::default()
    };
    package::write(&package).unwrap()
}

fn opened(bytes: &[u8]) -> Result<Imported, Refusal> {
    read_file(
        "lille.snit",
        bytes.to_vec(),
        state::Language::Da,
        &mut |_| {},
    )
}

/// Changes the value at a pointer, and expects the refusal to name these words and to stand at this text.
fn check(pointer: &str, value: Value, expected: (&str, &str)) {
    let mut peers = json!([right()]);
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match peers.pointer_mut(parent).unwrap() {
        Value::Object(object) => drop(object.insert(key.into(), value)),
        Value::Array(list) if key == "-" => list.push(value),
        list => list[key.parse::<usize>().unwrap()] = value,
    }
    let Value::Array(peers) = peers else { panic!() };
    let bytes = written(peers);
    let refusal = opened(&bytes).unwrap_err();
    assert_eq!(refusal.code, "E20", "{refusal:?}");
    assert!(refusal.what.contains(expected.0), "{refusal:?}");
    assert!(!refusal.remedy.is_empty(), "{refusal:?}");
    let text = String::from_utf8_lossy(&bytes);
    let descriptor = &text[text.find('{').unwrap()..];
    let numbers = refusal.place.split(|sign: char| !sign.is_ascii_digit());
    let numbers: Vec<usize> = numbers.filter_map(|part| part.parse().ok()).collect();
    let line = descriptor.lines().nth(numbers[0] - 1).unwrap();
    let at: String = line.chars().skip(numbers[1] - 1).collect();
    assert!(at.starts_with(expected.1), "{refusal:?}: {at}");
}

#[test]
fn a_division_is_handed_over_as_it_is_declared() {
    let imported = opened(&written(vec![right()])).unwrap();
    let facts = imported.facts.unwrap();
    let declared = health::Declared::from_bytes(&facts.declared).unwrap();
    let expected: health::Peers = serde_json::from_value(right()).unwrap();
    assert_eq!(declared.peers, [expected]);
    assert_eq!(declared.peers[0].of("kommune:0147"), ["kommune:0101"]);
}

#[test]
fn a_wrong_division_is_refused_where_it_is_wrong() {
    check("/0/id", json!(""), ("intet navn", "\"\""));
    check("/0/id", json!("a:b"), ("a:b", "\"a:b\""));
    check("/-", right(), ("hedder type", "\"type\""));
    check("/0/level", json!("sogn"), ("niveauet sogn", "\"sogn\""));
    check("/0/level", json!("n"), ("niveauet n", "\"n\""));
    check("/0/classes/1/id", json!("by"), ("hedder by", "\"by\""));
    check(
        "/0/classes/0/members/1",
        json!("0999"),
        ("0999", "\"0999\""),
    );
    check(
        "/0/classes/1/members/0",
        json!("0147"),
        ("to klasser", "\"0147\""),
    );
    check("/0/colour", json!("red"), ("colour", "\""));
    check(
        "/0/classes/0/members",
        json!("0101"),
        ("invalid type", "\""),
    );
}

#[test]
fn the_schema_names_the_fields_of_a_division_and_no_others() {
    let schema = include_str!("../../../../health/src/peers.schema.json");
    let schema: Value = serde_json::from_str(schema).unwrap();
    let keys = |value: &Value| {
        let keys = value.as_object().unwrap().keys();
        keys.cloned().collect::<std::collections::BTreeSet<_>>()
    };
    let division = serde_json::to_value(health::Peers::default()).unwrap();
    assert_eq!(keys(&schema["properties"]), keys(&division));
    let class = serde_json::to_value(health::PeerClass::default()).unwrap();
    let named = "/properties/classes/items/properties";
    assert_eq!(keys(schema.pointer(named).unwrap()), keys(&class));
}
