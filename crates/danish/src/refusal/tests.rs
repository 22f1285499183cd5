//! Every case in both languages, and the sentences people meet first.

use std::collections::BTreeSet;

use super::*;
use Language::{Da, En};

/// Names that the callers bring.
const NAMES: [&str; 6] = ["found", "limit", "expected", "name", "code", "level"];

fn entries() -> impl Iterator<Item = &'static Entry> {
    let cases = package::ENTRIES.iter().chain(indicator::ENTRIES);
    cases.chain([&UNKNOWN])
}

fn names(template: &str) -> BTreeSet<&str> {
    template
        .split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}'))
        .map(|(name, _)| name)
        .collect()
}

#[test]
fn each_key_stands_once() {
    let mut seen = BTreeSet::new();
    assert!(entries().all(|entry| seen.insert(entry.key)), "{seen:?}");
}

#[test]
fn both_languages_hold_the_same_known_values() {
    for entry in entries() {
        for [danish, english] in [entry.what, entry.remedy] {
            assert_eq!(names(danish), names(english), "{}", entry.key);
            assert!(
                names(danish).iter().all(|name| NAMES.contains(name)),
                "{}: {danish}",
                entry.key
            );
            assert_eq!(danish.is_empty(), english.is_empty(), "{}", entry.key);
        }
    }
}

#[test]
fn each_refusal_is_calm_and_says_what_to_do() {
    for entry in package::ENTRIES.iter().chain(indicator::ENTRIES) {
        for text in entry.what.iter().chain(&entry.remedy) {
            assert!(
                text.ends_with('.') && !text.contains('!'),
                "{}: {text:?}",
                entry.key
            );
        }
    }
}

fn check(key: &str, values: &Values<'_>, expected: [&str; 3]) {
    let sentence = sentence(key, values, Da);
    assert_eq!(
        [sentence.what.as_str(), &sentence.place, &sentence.remedy],
        expected
    );
}

#[test]
fn a_place_or_a_number_makes_the_sentence_useful() {
    check(
        "E02",
        &[("found", Value::Count(300)), ("limit", Value::Count(268))],
        [
            "Pakken er for stor: 300, og grænsen er 268.",
            "",
            "Bed udgiveren om en mindre pakke.",
        ],
    );
    check(
        "E52.rows",
        &[
            ("member", Value::Text("tables/ophold.parquet")),
            ("expected", Value::Count(48_216)),
            ("found", Value::Count(29_904)),
        ],
        [
            "Pakkens beskrivelse siger 48.216 rækker, men tabellen har 29.904.",
            "tables/ophold.parquet",
            "Send koden til udgiveren, og bed om en ny pakke.",
        ],
    );
}

#[test]
fn a_place_is_said_from_the_outside_in() {
    let values = [
        ("column", Value::Text("C")),
        ("row", Value::Count(1_017)),
        ("sheet", Value::Text("Tabel 3")),
    ];
    assert_eq!(
        place::words(&values, Da),
        "ark Tabel 3, række 1.017, kolonne C"
    );
    assert_eq!(
        place::words(&values, En),
        "sheet Tabel 3, row 1,017, column C"
    );
    assert_eq!(place::words(&[("found", Value::Count(3))], Da), "");
}

#[test]
fn a_case_without_words_falls_back_to_the_wider_one() {
    let what = |key| sentence(key, &[], En).what;
    assert_eq!(
        what("E03.zip64"),
        "The package is not built as it should be."
    );
    assert_eq!(what("nosuch"), "The file cannot be read.");
}

#[test]
fn codes_are_cited_without_their_case() {
    let cases = [
        ("E52.rows", "E52"),
        ("E01", "E01"),
        ("empty", ""),
        ("Empty.e1", ""),
        ("", ""),
    ];
    for (key, expected) in cases {
        assert_eq!(code(key), expected, "{key}");
    }
}

#[test]
fn names_from_a_file_are_shortened_and_cannot_break_the_line() {
    let long = "x".repeat(500);
    let sentence = sentence("E20.value", &[("name", Value::Text(&long))], Da);
    assert!(
        sentence.what.chars().count() < 150 && sentence.what.ends_with("…."),
        "{}",
        sentence.what
    );
    assert_eq!(Value::Text("a\nb\u{7}{found}").in_words(Da), "a b {found}");
}
