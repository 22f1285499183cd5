//! Indicators over two tables whose members need not be the same.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use health::indicator::Source;
use health::{Dataset, Figure, Indicator, Question, Wanted};

const CASES: &str = "place:other sex:sex n
    a K 10
    a M 20
    c K 30
    b M 40";

const PEOPLE: &str = "place:other age:age n
    b 0-64 300
    b 65+ 100
    a 0-64 h
    a 65+ 100";

fn source(table: &str) -> Source {
    Source {
        table: table.to_owned(),
        measure: "n".to_owned(),
    }
}

fn dataset(cases: &str) -> Dataset {
    let tables = vec![
        fixture::text::named("people", PEOPLE),
        fixture::text::named("cases", cases),
    ];
    let indicator = Indicator {
        id: "rate".to_owned(),
        numerator: source("cases"),
        denominator: Some(source("people")),
        ..Indicator::default()
    };
    Dataset::bind(tables, vec![indicator], vec![]).unwrap()
}

fn question(table: &str, by: &[&str]) -> Question {
    Question {
        table: Some(table.to_owned()),
        by: by.iter().map(|level| (*level).to_owned()).collect(),
        wanted: vec![Wanted::Indicator("rate".to_owned())],
        ..Question::default()
    }
}

fn check(table: &str, by: &[&str], expected: &[(&str, Figure)]) {
    let dataset = dataset(CASES);
    let answer = dataset.ask(&question(table, by)).unwrap();
    let rows = answer.rows().map(|(members, cells)| {
        let codes: Vec<&str> = members.iter().map(|member| member.code.as_str()).collect();
        (codes.join(" "), cells[0].figure)
    });
    let expected = expected
        .iter()
        .map(|(codes, figure)| ((*codes).to_owned(), *figure));
    assert_eq!(rows.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
}

#[test]
fn members_of_two_tables_are_paired_by_their_codes() {
    let (a, b, c) = (
        ("a", Figure::Hidden),
        ("b", Figure::Value(0.1)),
        ("c", Figure::Missing),
    );
    check("cases", &["place"], &[a, c, b]);
    check("people", &["place"], &[b, a]);
}

#[test]
fn what_only_the_numerator_is_grouped_by_keeps_its_denominator() {
    let dataset = dataset(&CASES.replace("sex:sex", "kind:other"));
    let question = question("cases", &["kind", "place"]);
    let answer = dataset.ask(&question).unwrap();
    let cell = |codes: [&str; 2]| answer.find(&codes).unwrap()[0].figure;
    assert_eq!(cell(["M", "b"]), Figure::Value(0.1));
    assert_eq!(cell(["K", "c"]), Figure::Missing);
    assert_eq!(cell(["K", "a"]), Figure::Hidden);
}
