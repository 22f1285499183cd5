use std::collections::BTreeSet;

use super::*;
use Language::{Da, En};

/// Names that the callers bring.
const NAMES: [&str; 10] = [
    "found", "limit", "expected", "named", "format", "name", "code", "level", "part", "count",
];

fn entries() -> impl Iterator<Item = &'static Entry> {
    let refusals = package::ENTRIES
        .iter()
        .chain(file::ENTRIES)
        .chain(limit::ENTRIES);
    refusals.chain(warning::ENTRIES).chain([&UNKNOWN])
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
    let refusals = package::ENTRIES
        .iter()
        .chain(file::ENTRIES)
        .chain(limit::ENTRIES);
    for entry in refusals {
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
fn the_bad_files_people_drop_get_one_clear_sentence() {
    let xlsx = Value::Format("xlsx");
    check(
        "mislabelled.found",
        &[("named", xlsx), ("found", Value::Format("csv"))],
        [
            "Filen hedder, som om den var en Excel-projektmappe, men den er en tekstfil (CSV).",
            "",
            "Ret filens endelse, eller gem den igen fra det program, den kom fra.",
        ],
    );
    check(
        "malformed.truncated",
        &[
            ("format", Value::Format("parquet")),
            ("byte", Value::Count(4_096)),
        ],
        [
            "Filen er afkortet: den slutter, før den er hel.",
            "byte 4.096",
            "Hent eller kopiér filen igen.",
        ],
    );
}

#[test]
fn a_place_or_a_number_makes_the_sentence_useful() {
    check(
        "empty",
        &[],
        [
            "Filen er tom.",
            "",
            "Gem filen igen fra det program, den kom fra.",
        ],
    );
    check(
        "too_large.csv_bytes",
        &[
            ("found", Value::Bytes(314_572_800)),
            ("limit", Value::Bytes(268_435_456)),
        ],
        [
            "Tekstfilen fylder 314 MB; grænsen er 268 MB.",
            "",
            "Del filen, eller gem den som Parquet, der fylder mindre.",
        ],
    );
    check(
        "malformed.unterminated_quote",
        &[("line", Value::Count(17))],
        [
            "Et anførselstegn bliver aldrig lukket.",
            "linje 17",
            "Luk anførselstegnet i den linje, eller gem filen igen fra det program, den kom fra.",
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
    assert_eq!(what("malformed.something.new"), "The file is damaged.");
    assert_eq!(
        what("E03.zip64"),
        "The package is not built as it should be."
    );
    assert_eq!(what("nosuch"), "The file cannot be read.");
    assert_eq!(
        what("malformed.part_missing"),
        "The workbook lacks a part: …."
    );
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
    let sentence = sentence(
        "malformed.part_missing",
        &[("part", Value::Text(&long))],
        Da,
    );
    assert!(
        sentence.what.chars().count() < 130 && sentence.what.ends_with("…."),
        "{}",
        sentence.what
    );
    assert_eq!(Value::Text("a\nb\u{7}{found}").in_words(Da), "a b {found}");
}

#[test]
fn one_thing_is_said_of_in_the_singular() {
    let what = |key, count| warning(key, &[("count", Value::Count(count))], Da).what;
    assert_eq!(
        what("formula_without_value", 1),
        "En formel har intet gemt resultat."
    );
    assert_eq!(
        what("formula_without_value", 1_200),
        "1.200 formler har intet gemt resultat."
    );
    assert_eq!(what("macros", 1), "Projektmappen rummer makroer.");
}

#[test]
fn warnings_have_words_of_their_own() {
    let values = [
        ("line", Value::Count(9)),
        ("count", Value::Count(2)),
        ("found", Value::Count(5)),
        ("expected", Value::Count(7)),
    ];
    let sentence = warning("uneven_line", &values, Da);
    assert_eq!(
        sentence.what,
        "2 linjer har et andet antal felter end de fleste."
    );
    assert_eq!(sentence.place, "linje 9");
    assert_eq!(
        sentence.remedy,
        "Den første har 5 felter, de fleste har 7. De er læst, som de står."
    );
}
