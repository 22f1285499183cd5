//! The interval of an indicator is the one its package declares.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use health::indicator::Source;
use health::interval::Method;
use health::{Dataset, Indicator, Question, Wanted};

/// Forty of four hundred in one place.
fn interval(interval: Option<Method>, factor: f64) -> Option<(f64, f64)> {
    let source = |measure: &str| Source {
        table: "cases".to_owned(),
        measure: measure.to_owned(),
    };
    let indicator = Indicator {
        id: "rate".to_owned(),
        numerator: source("events"),
        denominator: Some(source("people")),
        factor: Some(factor),
        interval,
        ..Indicator::default()
    };
    let tables = vec![fixture::text::named(
        "cases",
        "place:other events people\n a 40 400",
    )];
    let dataset = Dataset::bind(tables, vec![indicator], vec![]).unwrap();
    let question = Question {
        by: vec!["place".to_owned()],
        wanted: vec![Wanted::Indicator("rate".to_owned())],
        ..Question::default()
    };
    let answer = dataset.ask(&question).unwrap();
    let interval = answer.rows().next().unwrap().1[0].interval;
    interval.map(|(low, high)| ((low * 1e4).round() / 1e4, (high * 1e4).round() / 1e4))
}

/// Computed independently with SciPy.
#[test]
fn every_method_that_is_declared_is_used() {
    for (method, expected) in [
        (Method::Exact, (7.2406, 13.3678)),
        (Method::Wilson, (7.4299, 13.3311)),
        (Method::ExactPoisson, (7.1441, 13.6172)),
        (Method::Byar, (7.1433, 13.6175)),
        (Method::Dobson, (7.1433, 13.6175)),
    ] {
        assert_eq!(interval(Some(method), 100.0), Some(expected), "{method:?}");
    }
    assert_eq!(interval(Some(Method::None), 100.0), None);
}

#[test]
fn a_share_of_a_hundred_is_exact_unless_declared_and_a_rate_has_no_interval() {
    assert_eq!(interval(None, 100.0), interval(Some(Method::Exact), 100.0));
    assert_eq!(interval(None, 1000.0), None);
}
