//! What is packed is read back unchanged, and what is damaged is told.

use std::fmt::Debug;

use packed::{Packed, read, write};

use crate::Catalog;
use crate::catalog::{FieldCard, FieldGroup, TableCard};
use crate::message::{Notice, Reply, Request, Weight};
use crate::slice::{MeasureExpr, Order, Scalar, Slice};
use crate::state::{Language, Pivot, Sort, ViewName, ViewState};
use crate::view::overview::{Distance, OverviewRow, OverviewView, Topic};
use crate::view::{CellKind, CellView, Judgement, View};

fn comes_back<T: Packed + PartialEq + Debug>(value: &T) {
    assert_eq!(read::<T>(&write(value)).as_ref(), Some(value));
}

fn state() -> ViewState {
    let pivot = Pivot {
        rows: vec!["region".into(), "".into()],
        measures: vec![
            MeasureExpr::Sum("kontakter".into()),
            MeasureExpr::Ratio(["a".into(), "b".into()]),
        ],
        filters: [("køn".to_owned(), vec!["K".to_owned()])].into(),
        unfolded: [vec!["1084".to_owned(), "17".to_owned()], vec![]].into(),
        sort: Some(Sort {
            column: 3,
            direction: crate::slice::Direction::Ascending,
        }),
        top: Some(u32::MAX),
        ..Pivot::default()
    };
    ViewState {
        view: ViewName::Pivot,
        language: Language::En,
        place: Some("sundhedsraad:10".into()),
        unfolded: ["øre".to_owned()].into(),
        pivot,
        study: [("faser".to_owned(), vec!["2021".to_owned()])].into(),
        ..ViewState::default()
    }
}

fn overview() -> OverviewView {
    let cell = CellView {
        kind: CellKind::Bounds,
        text: "41.208-58.914".into(),
        value: Some(-0.0),
        low: Some(f64::MIN_POSITIVE),
        preliminary: true,
        ..CellView::default()
    };
    let part = OverviewRow {
        value: cell.clone(),
        distance: Some(Distance::default()),
        spark: vec![None, Some(1.5)],
        spark_breaks: vec![0, 7],
        ..OverviewRow::default()
    };
    let row = OverviewRow {
        judgement: Judgement::Worse,
        parts: vec![part],
        ..OverviewRow::default()
    };
    OverviewView {
        tally: vec![(Judgement::Better, 4)],
        topics: vec![Topic {
            title: "Sygehus".into(),
            rows: vec![row],
        }],
        ..OverviewView::default()
    }
}

#[test]
fn requests_come_back_as_they_went() {
    comes_back(&Request::Show(Box::new(state())));
    comes_back(&Request::Describe(Language::En));
    comes_back(&Request::Close);
    let slice = Slice {
        by: vec!["year".into()],
        filter: [(
            "year".to_owned(),
            vec![Scalar::Number(-2025), Scalar::Text("x".into())],
        )]
        .into(),
        order: Some(Order {
            measure: 1,
            direction: crate::slice::Direction::Descending,
        }),
        top: Some(10),
        ..Slice::default()
    };
    comes_back(&Request::Ask {
        slice,
        language: Language::Da,
    });
}

#[test]
fn replies_come_back_as_they_went() {
    comes_back(&Reply::View {
        state: Box::new(state()),
        view: Box::new(View::Overview(overview())),
    });
    let field = FieldCard {
        group: FieldGroup::Measure,
        member_count: 60_000,
        ..FieldCard::default()
    };
    let catalog = Catalog {
        tables: vec![TableCard {
            row_count: 10_000_000_000,
            fields: vec![field],
            ..TableCard::default()
        }],
        notices: vec![Notice {
            weight: Weight::Caution,
            ..Notice::default()
        }],
        ..Catalog::default()
    };
    comes_back(&Reply::Opened(Box::new(catalog)));
    comes_back(&Reply::Closed);
}

#[test]
fn bytes_that_end_early_are_refused() {
    let whole = write(&Request::Show(Box::new(state())));
    for length in 0..whole.len() {
        assert_eq!(read::<Request>(&whole[..length]), None, "{length} bytes");
    }
}

#[test]
fn unknown_variants_are_refused() {
    assert_eq!(read::<Language>(&[9]), None);
    assert_eq!(read::<Reply>(&[200]), None);
}
