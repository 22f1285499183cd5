//! View models as text, from small tables.

mod against;
mod level;

use health::{Dataset, Indicator};
use protocol::ViewState;
use protocol::slice::{MeasureExpr, Slice};
use protocol::state::{Pivot, Shown};
use protocol::view::{CellView, PivotView};

use crate::open::{Facts, Open};
use crate::{ask, complete, indicator, overview, pivot};

fn open(tables: &[&str], indicators: &str) -> Open {
    let tables = tables
        .iter()
        .map(|text| fixture::text::named("t", text))
        .collect();
    let indicators: Vec<Indicator> = serde_json::from_str(indicators).unwrap();
    let dataset = Dataset::bind(tables, indicators, vec![]).unwrap();
    Open::new(
        dataset,
        Facts {
            id: "t".into(),
            ..Facts::default()
        },
        vec![],
    )
}

fn cells(cells: &[CellView]) -> String {
    cells
        .iter()
        .map(|cell| cell.text.as_str())
        .collect::<Vec<_>>()
        .join(" | ")
}

fn written(view: &PivotView) -> Vec<String> {
    let heads = view.heads.iter().map(|heads| {
        heads
            .iter()
            .map(|head| format!("{}*{}", head.label, head.span))
            .collect::<Vec<_>>()
            .join(" ")
    });
    let rows = view.rows.iter().map(|row| {
        let sign = if row.child_count == 0 {
            ""
        } else if row.unfolded {
            "v "
        } else {
            "> "
        };
        let indent = "  ".repeat(row.path.len());
        format!(
            "{indent}{sign}{} {}: {}",
            row.label,
            row.hint,
            cells(&row.cells)
        )
        .replace(" :", ":")
    });
    let notices = view
        .notices
        .iter()
        .map(|notice| format!("! {} {}", notice.headline, notice.text));
    heads.chain(rows).chain(notices).collect()
}

fn check_pivot(open: &Open, pivot: Pivot, expected: &str) {
    let state = complete::complete(
        open,
        &ViewState {
            pivot,
            ..ViewState::default()
        },
    );
    let view = pivot::view(open, &state).unwrap();
    let expected: Vec<&str> = expected
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    assert_eq!(written(&view), expected);
}

const CONTACTS: &str = "kommune:geography sektor:sector patienter=distinct(sektor) kontakter
    0607 hospital 10 100
    0607 praksis 30 300
    0621 hospital 5 h
    0621 praksis 7 70
    0751 hospital 1 0
    0751 praksis 2 20";

fn strings(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn the_default_pivot_drills_from_region_and_shows_what_can_be_summed() {
    let open = open(&[CONTACTS], "[]");
    check_pivot(
        &open,
        Pivot::default(),
        "
kontakter*3
hospital*1 praksis*1 I alt*1
Hele landet: mindst 100 | 390 | mindst 490
  > Region Midtjylland 1 sundhedsråd: 0 | 20 | 20
  > Region Syddanmark 1 sundhedsråd: mindst 100 | 370 | mindst 470",
    );
}

#[test]
fn people_are_not_added_over_sectors_and_the_pivot_says_why() {
    let open = open(&[CONTACTS], "[]");
    let pivot = Pivot {
        rows: strings(&["region"]),
        columns: strings(&["sektor"]),
        measures: vec![MeasureExpr::Sum("patienter".into())],
        ..Pivot::default()
    };
    check_pivot(
        &open,
        pivot,
        "
patienter*3
hospital*1 praksis*1 I alt, grænser*1
Hele landet: 16 | 39 | 39-55
  Region Midtjylland: 1 | 2 | 2-3
  Region Syddanmark: 15 | 37 | 37-52
! patienter kan ikke lægges sammen over sektor: den samme person kan være talt flere gange. Viser grænser, for eksempel 39-55: mindst den største del, højst alle dele tilsammen.",
    );
}

#[test]
fn unfolded_rows_show_their_own_down_to_the_finest() {
    let open = open(&[CONTACTS], "[]");
    let pivot = Pivot {
        rows: strings(&["region", "sundhedsraad", "kommune"]),
        measures: vec![MeasureExpr::Sum("kontakter".into())],
        unfolded: [strings(&["syddanmark"]), strings(&["syddanmark", "10"])].into(),
        ..Pivot::default()
    };
    check_pivot(
        &open,
        pivot,
        "
kontakter*1
Hele landet: mindst 490
  > Region Midtjylland 1 sundhedsråd: 20
  v Region Syddanmark 1 sundhedsråd: mindst 470
    v Sundhedsråd Lillebælt 2 kommuner: mindst 470
      0607: 400
      0621: mindst 70",
    );
}

#[test]
fn a_share_of_bounds_is_not_a_number() {
    let open = open(&[CONTACTS], "[]");
    let pivot = Pivot {
        rows: strings(&["kommune"]),
        columns: strings(&["sektor"]),
        measures: vec![MeasureExpr::Sum("kontakter".into())],
        shown: Shown::RowShare,
        ..Pivot::default()
    };
    check_pivot(
        &open,
        pivot,
        "
kontakter*3
hospital*1 praksis*1 I alt*1
Hele landet: ingen sum | ingen sum | ingen sum
  0607: 25,0 % | 75,0 % | 100,0 %
  0621: skjult | ingen sum | ingen sum
  0751: 0,0 % | 100,0 % | 100,0 %",
    );
}

const RATES: &str = "kommune:geography aar:time sygdom borgere=semi(aar)
    0607 2024 40 1000
    0607 2025 10 1000
    0621 2024 70 1000
    0621 2025 70 1000
    0751 2024 500 9000
    0751 2025 600 9000";
const INDICATOR: &str = r#"[{"id":"rate","label":{"da":"Rate","en":"Rate"},"unit":{"da":"pr. 1.000","en":"per 1,000"},
    "decimals":1,"numerator":{"table":"t","measure":"sygdom"},"denominator":{"table":"t","measure":"borgere"},
    "factor":1000,"interval":"byar","direction":"low","preliminary":["2025"]}]"#;

#[test]
fn the_overview_tells_value_distance_change_and_judgement() {
    let open = open(&[RATES], INDICATOR);
    let state = ViewState {
        place: Some("kommune:0607".into()),
        ..ViewState::default()
    };
    let view = overview::view(&open, &complete::complete(&open, &state));
    let row = &view.topics[0].rows[0];
    let told = format!(
        "{} {} {} {} {} {:?} {:?}",
        view.place.label,
        row.value.text,
        row.second.text,
        row.benchmark.text,
        row.change.text,
        row.judgement,
        row.spark
    );
    assert_eq!(
        told,
        "0607 10,0 40,0 61,8 −30,0 Better [Some(40.0), Some(10.0)]"
    );
    assert!(row.value.preliminary && row.distance.is_some_and(|d| d.value < -80.0));
}

#[test]
fn the_indicator_view_ranks_places_and_lists_parts_with_totals() {
    let open = open(&[RATES], INDICATOR);
    let state = ViewState {
        place: Some("sundhedsraad:10".into()),
        ..ViewState::default()
    };
    let view = indicator::view(&open, &complete::complete(&open, &state)).unwrap();
    let ranking: Vec<String> = view
        .ranking
        .rows
        .iter()
        .take(3)
        .map(|row| {
            format!(
                "{} {} {:?} {}",
                row.place.label, row.cell.text, row.judgement, row.chosen
            )
        })
        .collect();
    assert_eq!(ranking[0], "Lillebælt 40,0 Better true");
    assert_eq!(ranking[1], "Aarhus 66,7 Same false");
    let table: Vec<String> = view
        .table
        .rows
        .iter()
        .map(|row| {
            format!(
                "{} {} {} {} {}",
                row.place.label,
                row.numerator.text,
                row.denominator.text,
                row.value.text,
                row.total
            )
        })
        .collect();
    let expected = [
        "0607 10 1.000 10,0 false",
        "0621 70 1.000 70,0 false",
        "Lillebælt 80 2.000 40,0 true",
        "Region Syddanmark 80 2.000 40,0 true",
        "Hele landet 680 11.000 61,8 true",
    ];
    assert_eq!(table, expected);
    let trend: Vec<&str> = view
        .trend
        .series
        .iter()
        .map(|s| s.end_label.as_str())
        .collect();
    assert_eq!(
        trend,
        [
            "Lillebælt 40,0",
            "Hele landet 61,8",
            "Region Syddanmark 40,0"
        ]
    );
}

#[test]
fn a_slice_is_ordered_cut_and_answered_with_its_refusals() {
    let open = open(&[CONTACTS], "[]");
    let slice: Slice = serde_json::from_str(
        r#"{"by":["kommune"],"measures":[{"sum":"kontakter"}],"where":{"sektor":["praksis"]},"order":{"measure":0},"top":2}"#,
    )
    .unwrap();
    let answer = ask::answer(&open.dataset, &slice, danish::Language::Da).unwrap();
    let rows: Vec<String> = answer
        .rows
        .iter()
        .map(|row| format!("{} {}", row.codes[0], cells(&row.cells)))
        .collect();
    assert_eq!(rows, ["0607 300", "0621 70"]);
    let slice: Slice =
        serde_json::from_str(r#"{"by":["nosuch"],"measures":[{"sum":"kontakter"}]}"#).unwrap();
    let refusal = ask::answer(&open.dataset, &slice, danish::Language::Da).unwrap_err();
    assert_eq!(refusal.what, "Der er ikke noget niveau ved navn »nosuch«.");
}

#[test]
fn histograms_are_each_under_every_filter_but_their_own() {
    let open = open(&[CONTACTS], "[]");
    let slice: Slice = serde_json::from_str(
        r#"{"histograms":["sektor","sundhedsraad"],"measure":"kontakter","where":{"sektor":["praksis"],"kommune":["0607","0751"]}}"#,
    )
    .unwrap();
    let answer = ask::answer(&open.dataset, &slice, danish::Language::Da).unwrap();
    let parts: Vec<Vec<String>> = answer
        .parts
        .iter()
        .map(|part| {
            part.rows
                .iter()
                .map(|row| format!("{} {}", row.codes[0], cells(&row.cells)))
                .collect()
        })
        .collect();
    assert_eq!(parts[0], ["hospital 100", "praksis 320"]);
    assert_eq!(parts[1], ["6 20", "10 370"]);
}
