//! Links are read as they were written, and what cannot be read is told.

use super::*;
use crate::slice::{Direction, MeasureExpr};
use crate::state::{Heat, Language, Pivot, Shown, Sort, ViewName};

fn example() -> ViewState {
    let pivot = Pivot {
        rows: vec!["region".into(), "sundhedsraad".into()],
        measures: vec![MeasureExpr::Sum("kontakter".into())],
        filters: [(
            "køn & alder".to_owned(),
            vec!["65+".to_owned(), "100%".to_owned()],
        )]
        .into(),
        unfolded: [vec!["Region Østdanmark".to_owned(), "17".to_owned()]].into(),
        top: Some(10),
        ..Pivot::default()
    };
    ViewState {
        view: ViewName::Pivot,
        language: Language::En,
        place: Some("sundhedsraad:10".into()),
        period: Some("2025".into()),
        pivot,
        study: [("faser".to_owned(), vec!["2021".to_owned()])].into(),
        ..ViewState::default()
    }
}

#[test]
fn a_state_survives_the_address() {
    let fragment = write(&example());
    assert_eq!(read(&format!("#{fragment}")), (example(), vec![]));
    assert!(fragment.contains("place=sundhedsraad:10"), "{fragment}");
}

#[test]
fn the_default_state_is_an_empty_address() {
    assert_eq!(write(&ViewState::default()), "");
    assert_eq!(read(""), (ViewState::default(), vec![]));
}

#[test]
fn a_place_without_a_view_is_shown_in_the_overview() {
    let (state, unread) = read("#package=p&place=kommune:0607&language=en");
    assert_eq!((state.view, unread), (ViewName::Overview, vec![]));
    assert_eq!(state.language, Language::En);
    for view in [ViewName::Start, ViewName::Pivot] {
        let at_place = ViewState {
            view,
            place: Some("kommune:0607".into()),
            ..ViewState::default()
        };
        assert_eq!(read(&write(&at_place)), (at_place, vec![]));
    }
}

#[test]
fn an_own_list_survives_the_address() {
    let state = ViewState {
        against: Some("list".into()),
        list: vec!["kommune:0607".into(), "region:a,\"b\"".into()],
        ..ViewState::default()
    };
    assert_eq!(read(&write(&state)), (state, vec![]));
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_kept() {
    let (state, unread) =
        read("#place=region:1084&view=nosuch&colour=red&period=%zz&level=kommune");
    assert_eq!(state.place.as_deref(), Some("region:1084"));
    assert_eq!(state.level.as_deref(), Some("kommune"));
    assert_eq!(unread, ["view", "colour", "period"]);
}

#[test]
fn every_part_of_a_pivot_survives_the_address() {
    let pivot = Pivot {
        table: Some("kontakter \"a\"\\\n\u{1}æ".into()),
        rows: vec!["region".into()],
        columns: vec!["year".into(), "sex".into()],
        measures: vec![
            MeasureExpr::Count("a".into()),
            MeasureExpr::Min("a".into()),
            MeasureExpr::Max("a".into()),
            MeasureExpr::Mean("a".into()),
            MeasureExpr::Ratio(["a".into(), "b".into()]),
            MeasureExpr::Indicator("akut".into()),
        ],
        filters: [("year".to_owned(), vec![])].into(),
        unfolded: [vec![], vec!["1".to_owned(), "2".to_owned()]].into(),
        shown: Shown::ColumnShare,
        heat: Heat::PerColumn,
        sort: Some(Sort {
            column: u32::MAX,
            direction: Direction::Ascending,
        }),
        top: Some(0),
    };
    let json = pivot::write(&pivot).to_string();
    let of_serde: Pivot = serde_json::from_str(&json).unwrap();
    assert_eq!(of_serde, pivot, "other programs read it as JSON: {json}");
    let whole = serde_json::to_string(&pivot).unwrap();
    assert_eq!(pivot::read(&Json::read(&whole).unwrap()), Some(pivot));
}

#[test]
fn an_address_as_it_always_was_is_still_written() {
    assert_eq!(
        write(&example()),
        "language=en&period=2025&pivot={\"filters\":{\"k%C3%B8n%20%26%20alder\":[\"65%2B\",\"100%25\"]},\
         \"measures\":[{\"sum\":\"kontakter\"}],\"rows\":[\"region\",\"sundhedsraad\"],\"top\":10,\
         \"unfolded\":[[\"Region%20%C3%98stdanmark\",\"17\"]]}&place=sundhedsraad:10&study={\"faser\":[\"2021\"]}&view=pivot"
    );
}

#[test]
fn what_does_not_fit_in_a_pivot_leaves_it_out() {
    for json in [
        "[]",
        "{\"top\":-1}",
        "{\"top\":4294967296}",
        "{\"rows\":\"a\"}",
        "{\"rows\":[1]}",
        "{\"measures\":[{\"sum\":\"a\",\"min\":\"b\"}]}",
        "{\"measures\":[{\"median\":\"a\"}]}",
        "{\"heat\":\"hot\"}",
        "{\"sort\":{\"direction\":\"ascending\"}}",
        "{",
        "{}x",
        "{\"rows\":[\"a\",]}",
        "\"\\ud800\"",
    ] {
        let fragment = format!("pivot={}", escape(json));
        assert_eq!(
            read(&fragment),
            (ViewState::default(), vec!["pivot".to_owned()]),
            "{json}"
        );
    }
}

#[test]
fn unknown_keys_of_a_pivot_and_nulls_are_passed_over() {
    let json = r#"{ "new": [ true, -1.5e3, {"a":null} ], "table" : null, "rows":["\u00e6\ud83d\ude00\/"] }"#;
    let (state, unread) = read(&format!("pivot={}", escape(json)));
    assert_eq!(unread, Vec::<String>::new());
    assert_eq!(state.pivot.rows, ["æ😀/"]);
    assert_eq!(state.pivot.table, None);
}

#[test]
fn an_address_nested_without_end_is_refused() {
    let deep = "[".repeat(1_000_000);
    assert_eq!(read(&format!("pivot={deep}")).1, ["pivot"]);
}

#[test]
fn choices_are_called_as_in_json() {
    fn all<T: serde::Serialize + Copy>(choices: &[T], name: fn(T) -> &'static str) {
        for choice in choices {
            assert_eq!(serde_json::to_value(choice).unwrap(), name(*choice));
        }
    }
    all(ViewName::ALL, ViewName::name);
    all(Language::ALL, Language::name);
    all(Shown::ALL, Shown::name);
    all(Heat::ALL, Heat::name);
    all(Direction::ALL, Direction::name);
}
