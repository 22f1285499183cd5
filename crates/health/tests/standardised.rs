//! Indicators standardised to a population, or held against the country's rates.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use health::indicator::{Population, Source, Standard, Standardisation};
use health::interval::Method;
use health::statistics::Confidence;
use health::statistics::approximate::byar;
use health::{Cell, Dataset, Figure, Indicator, NotComputed, Question, Remark, Wanted};

const CASES: &str = "kommune:geography aar:time alder:age n
    a 2024 0-64 12
    a 2024 65+ 60
    a 2025 0-64 10
    a 2025 65+ 66
    b 2024 0-64 30
    b 2024 65+ 10
    b 2025 0-64 28
    b 2025 65+ h
    c 2025 65+ 40
    d 2025 0-64 3
    d 2025 65+ 2
    kommune>del: a=ab b=ab c=cd d=cd";

const PEOPLE: &str = "kommune:geography aar:time alder:age n
    a 2024 0-64 4000
    a 2024 65+ 2000
    a 2025 0-64 4000
    a 2025 65+ 2100
    b 2024 0-64 9000
    b 2024 65+ 400
    b 2025 0-64 9000
    b 2025 65+ 450
    c 2025 0-64 100
    c 2025 65+ 800
    d 2025 0-64 500
    d 2025 65+ 500
    kommune>del: a=ab b=ab c=cd d=cd";

const STANDARD: &str = "alder:age n\n 0-64 80000\n 65+ 20000";

const PRINTED: &str = "kommune:geography aar:time n=printed\n a 2024 17.5\n c 2025 h";

fn source(table: &str) -> Source {
    Source {
        table: table.to_owned(),
        measure: "n".to_owned(),
    }
}

fn standard(method: Standard, weights: Option<&str>) -> Standardisation {
    Standardisation {
        method,
        over: vec!["alder".to_owned()],
        weights: weights.map(|table| Population {
            table: table.to_owned(),
            measure: "n".to_owned(),
            ..Population::default()
        }),
        printed: None,
    }
}

fn dataset(standardisation: Standardisation, interval: Option<Method>) -> Dataset {
    let tables = [
        ("cases", CASES),
        ("people", PEOPLE),
        ("standard", STANDARD),
        ("printed", PRINTED),
    ];
    let tables = tables.map(|(name, text)| fixture::text::named(name, text));
    let indicator = Indicator {
        id: "rate".to_owned(),
        numerator: source("cases"),
        denominator: Some(source("people")),
        factor: Some(1000.0),
        standardisation: Some(standardisation),
        interval,
        ..Indicator::default()
    };
    Dataset::bind(tables.to_vec(), vec![indicator], vec![]).unwrap()
}

fn asked(by: &[&str], keep: &[(&str, &str)]) -> Question {
    let keep = keep
        .iter()
        .map(|(level, member)| ((*level).to_owned(), vec![(*member).to_owned()]));
    Question {
        by: by.iter().map(|level| (*level).to_owned()).collect(),
        keep: keep.collect(),
        wanted: vec![Wanted::Indicator("rate".to_owned())],
        ..Question::default()
    }
}

fn cell(dataset: &Dataset, question: &Question, codes: &[&str]) -> Cell {
    dataset.ask(question).unwrap().find(codes).unwrap()[0]
}

fn assert_near(found: Option<f64>, expected: f64) {
    let found = found.unwrap();
    assert!(
        (found / expected - 1.0).abs() < 1e-12,
        "{found} is not {expected}"
    );
}

#[test]
fn a_rate_is_weighed_by_the_named_population_with_dobsons_limits() {
    let dataset = dataset(standard(Standard::Direct, Some("standard")), None);
    let found = cell(&dataset, &asked(&["kommune"], &[("aar", "2024")]), &["a"]);
    let (young, old) = (0.8 / 4000.0, 0.2 / 2000.0);
    let value = 12.0 * young + 60.0 * old;
    assert_near(found.figure.value(), 1000.0 * value);
    let (low, high) = byar(72.0, Confidence::P95).unwrap();
    let scale = ((12.0 * young * young + 60.0 * old * old) / 72.0_f64).sqrt();
    let limit = |count: f64| 1000.0 * (value + scale * (count - 72.0));
    assert_near(found.interval.map(|it| it.0), limit(low));
    assert_near(found.interval.map(|it| it.1), limit(high));
    let parts = (Figure::Value(72.0), Figure::Value(6000.0));
    assert_eq!(found.parts, Some(parts));
}

#[test]
fn without_a_named_population_the_countrys_people_of_the_period_weigh() {
    let dataset = dataset(standard(Standard::Direct, None), Some(Method::None));
    let found = cell(&dataset, &asked(&["aar", "kommune"], &[]), &["2024", "a"]);
    let (young, old) = (13_000.0 / 15_400.0, 2_400.0 / 15_400.0);
    assert_near(
        found.figure.value(),
        1000.0 * (young * 12.0 / 4000.0 + old * 60.0 / 2000.0),
    );
    assert_eq!(found.interval, None);
    let kept = asked(&[], &[("kommune", "a"), ("aar", "2024")]);
    assert_eq!(cell(&dataset, &kept, &[]).figure, found.figure);
    let country = cell(&dataset, &asked(&[], &[("aar", "2024")]), &[]);
    assert_near(country.figure.value(), 1000.0 * 112.0 / 15_400.0);
}

#[test]
fn what_was_seen_is_held_against_the_rates_of_the_country() {
    let dataset = dataset(standard(Standard::Indirect, None), None);
    let found = cell(&dataset, &asked(&["kommune"], &[("aar", "2024")]), &["a"]);
    let expected = 4000.0 * 42.0 / 13_000.0 + 2000.0 * 70.0 / 2_400.0;
    assert_near(found.figure.value(), 1000.0 * 72.0 / expected);
    let (low, _) = byar(72.0, Confidence::P95).unwrap();
    assert_near(found.interval.map(|it| it.0), 1000.0 * low / expected);
    assert_near(found.parts.and_then(|parts| parts.1.value()), expected);
    let country = cell(&dataset, &asked(&[], &[("aar", "2024")]), &[]);
    assert_near(country.figure.value(), 1000.0);
}

#[test]
fn a_hidden_stratum_hides_the_rate_and_a_lacking_one_leaves_it_missing() {
    let dataset = dataset(standard(Standard::Direct, Some("standard")), None);
    let question = asked(&["kommune"], &[("aar", "2025")]);
    assert_eq!(cell(&dataset, &question, &["b"]).figure, Figure::Hidden);
    assert_eq!(cell(&dataset, &question, &["c"]).figure, Figure::Missing);
}

#[test]
fn fewer_than_ten_events_are_refused_with_the_reason() {
    let dataset = dataset(standard(Standard::Direct, Some("standard")), None);
    let question = asked(&["kommune"], &[("aar", "2025")]);
    assert_eq!(cell(&dataset, &question, &["d"]).figure, Figure::Refused);
    let answer = dataset.ask(&question).unwrap();
    let reasons = answer.remarks().iter().filter_map(|remark| match remark {
        Remark::NotComputed { why, .. } => Some(*why),
        _ => None,
    });
    assert_eq!(reasons.collect::<Vec<_>>(), [NotComputed::FewEvents]);
}

#[test]
fn what_is_asked_by_stratum_is_the_crude_rate_there() {
    let dataset = dataset(standard(Standard::Direct, Some("standard")), None);
    let question = asked(&["kommune", "alder"], &[("aar", "2024")]);
    let found = cell(&dataset, &question, &["a", "65+"]);
    assert_near(found.figure.value(), 30.0);
    let kept = asked(&["kommune"], &[("aar", "2024"), ("alder", "65+")]);
    assert_near(cell(&dataset, &kept, &["a"]).figure.value(), 30.0);
}

#[test]
fn the_publishers_own_value_wins_and_a_withheld_one_stays_so() {
    let printed = Standardisation {
        printed: Some(source("printed")),
        ..standard(Standard::Direct, Some("standard"))
    };
    let with_printed = dataset(printed, None);
    let plain = dataset(standard(Standard::Direct, Some("standard")), None);
    let question = asked(&["kommune", "aar"], &[]);
    let at = |codes: [&str; 2]| cell(&with_printed, &question, &codes);
    assert_eq!(at(["a", "2024"]), Cell::of(Figure::Value(17.5)));
    assert_eq!(at(["c", "2025"]), Cell::of(Figure::Hidden));
    assert_eq!(at(["a", "2025"]), cell(&plain, &question, &["a", "2025"]));
    let by_age = asked(&["kommune", "aar", "alder"], &[]);
    assert_eq!(
        with_printed.ask(&by_age).unwrap(),
        plain.ask(&by_age).unwrap()
    );
}

#[test]
fn several_places_are_standardised_as_one() {
    let dataset = dataset(standard(Standard::Direct, Some("standard")), None);
    let found = cell(&dataset, &asked(&["del"], &[("aar", "2024")]), &["ab"]);
    let value = 0.8 * 42.0 / 13_000.0 + 0.2 * 70.0 / 2_400.0;
    assert_near(found.figure.value(), 1000.0 * value);
}
