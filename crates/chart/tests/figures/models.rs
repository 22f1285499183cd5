//! View models made by hand.

use protocol::view::indicator::{
    Breakdown, BreakdownRow, Ranking, RankingRow, Series, SeriesRole, Trend,
};
use protocol::view::overview::{Distance, OverviewRow};
use protocol::view::{CellKind, CellView, Judgement, Named, Tick};

pub(crate) fn named(id: &str, label: &str) -> Named {
    Named {
        id: id.into(),
        label: label.into(),
    }
}

pub(crate) fn ticks(ticks: &[(f64, &str)]) -> Vec<Tick> {
    ticks
        .iter()
        .map(|(value, text)| Tick {
            value: *value,
            text: (*text).into(),
        })
        .collect()
}

/// A number with its interval.
pub(crate) fn cell(value: f64, (low, high): (f64, f64)) -> CellView {
    let text = format!("{value:.1}").replace('.', ",");
    CellView {
        text,
        value: Some(value),
        low: Some(low),
        high: Some(high),
        ..CellView::default()
    }
}

/// A cell without a number.
pub(crate) fn absent(kind: CellKind, text: &str) -> CellView {
    CellView {
        kind,
        text: text.into(),
        ..CellView::default()
    }
}

pub(crate) fn ranking() -> Ranking {
    Ranking {
        subtitle: "95 %-interval · streg: landet 64,1 · stiplet: region 62,0".into(),
        domain: (53.0, 76.0),
        ticks: ticks(&[
            (55.0, "55"),
            (60.0, "60"),
            (65.0, "65"),
            (70.0, "70"),
            (75.0, "75"),
        ]),
        benchmark: Some(64.1),
        second: Some(62.0),
        rows: ranking_rows(),
        ..Ranking::default()
    }
}

fn ranking_rows() -> Vec<RankingRow> {
    use Judgement::{Better, NotAssessed, Same, Worse};
    let none = CellView {
        spoken: "findes ikke".into(),
        ..absent(CellKind::NotApplicable, "·")
    };
    let preliminary = CellView {
        preliminary: true,
        ..cell(66.0, (65.0, 67.0))
    };
    let rows = [
        ("3", "Horsens", cell(57.2, (54.9, 59.5)), Better),
        ("10", "Lillebælt", cell(58.4, (56.5, 60.3)), Better),
        ("11", "Fyn", cell(62.8, (61.2, 64.5)), Same),
        (
            "5",
            "Midt- og Vestsjælland",
            cell(69.1, (67.4, 80.0)),
            Worse,
        ),
        ("6", "Vendsyssel", preliminary, NotAssessed),
        (
            "1",
            "Bornholm",
            absent(CellKind::Hidden, "skjult"),
            NotAssessed,
        ),
        (
            "2",
            "Hovedstaden",
            absent(CellKind::Missing, "mangler"),
            NotAssessed,
        ),
        ("4", "Amager", none, NotAssessed),
    ];
    let row = |(code, label, cell, judgement)| RankingRow {
        place: named(&format!("sundhedsraad:{code}"), label),
        cell,
        judgement,
        chosen: label == "Lillebælt",
        ..RankingRow::default()
    };
    rows.into_iter().map(row).collect()
}

const CHOSEN: [f64; 12] = [
    68.4, 68.1, 68.9, 67.4, 66.0, 63.0, 58.6, 58.8, 61.7, 61.9, 61.0, 58.4,
];
const COUNTRY: [f64; 12] = [
    70.2, 70.9, 71.4, 71.1, 70.6, 66.8, 61.9, 62.4, 65.1, 65.8, 65.2, 64.1,
];
const REGION: [f64; 12] = [
    69.0, 69.6, 70.1, 69.4, 68.7, 64.9, 60.4, 60.8, 63.3, 63.6, 63.0, 62.0,
];

/// Twelve years with a break, a hidden, a missing and a preliminary number.
pub(crate) fn trend() -> Trend {
    let cells = |values: [f64; 12], margin: f64| {
        values
            .iter()
            .map(|value| cell(*value, (value - margin, value + margin)))
            .collect()
    };
    let mut chosen: Vec<CellView> = cells(CHOSEN, 1.9);
    chosen[8] = absent(CellKind::Hidden, "skjult");
    chosen[9] = absent(CellKind::Missing, "mangler");
    chosen[11].preliminary = true;
    Trend {
        periods: (2014..=2025).map(|year| year.to_string()).collect(),
        domain: (52.0, 76.0),
        ticks: ticks(&[
            (55.0, "55"),
            (60.0, "60"),
            (65.0, "65"),
            (70.0, "70"),
            (75.0, "75"),
        ]),
        series: vec![
            series("Lillebælt", SeriesRole::Chosen, "58,4", chosen),
            series(
                "Hele landet",
                SeriesRole::Benchmark,
                "64,1",
                cells(COUNTRY, 0.0),
            ),
            series("Syddanmark", SeriesRole::Second, "62,0", cells(REGION, 0.0)),
        ],
        breaks: vec![named("2019", "nyt landspatientregister")],
        note: "Lodret akse begynder ved 52. Bånd: 95 %-interval.".into(),
    }
}

pub(crate) fn series(
    label: &str,
    role: SeriesRole,
    end_label: &str,
    cells: Vec<CellView>,
) -> Series {
    Series {
        place: named(label, label),
        role,
        end_label: end_label.into(),
        cells,
    }
}

pub(crate) fn breakdown() -> Breakdown {
    let row = |label: &str, cells: [CellView; 2], benchmark: [f64; 2]| BreakdownRow {
        label: label.into(),
        cells: cells.to_vec(),
        benchmark: benchmark.map(|value| cell(value, (value, value))).to_vec(),
    };
    Breakdown {
        domain: (20.0, 155.0),
        ticks: ticks(&[
            (25.0, "25"),
            (50.0, "50"),
            (75.0, "75"),
            (100.0, "100"),
            (125.0, "125"),
            (150.0, "150"),
        ]),
        groups: vec![named("K", "kvinder"), named("M", "mænd")],
        benchmark: "landet".into(),
        rows: vec![
            row(
                "65-69 år",
                [cell(29.5, (26.0, 33.0)), cell(31.9, (28.0, 36.4))],
                [31.0, 33.0],
            ),
            row(
                "70-74 år",
                [cell(40.7, (36.0, 45.4)), absent(CellKind::Hidden, "skjult")],
                [43.7, 46.9],
            ),
            row(
                "85+ år",
                [
                    absent(CellKind::Missing, "mangler"),
                    cell(127.0, (118.0, 136.0)),
                ],
                [128.0, 137.9],
            ),
        ],
    }
}

/// An overview row with a distance in percent.
pub(crate) fn overview_row(
    value: f64,
    (low, high): (f64, f64),
    judgement: Judgement,
) -> OverviewRow {
    OverviewRow {
        indicator: named("akutte", "Akutte indlæggelser"),
        unit: "pr. 1.000 borgere".into(),
        value: cell(112.4, (110.0, 114.0)),
        distance: Some(Distance {
            value,
            low: Some(low),
            high: Some(high),
        }),
        second_distance: Some(2.1),
        judgement,
        ..OverviewRow::default()
    }
}

/// An overview row without a number.
pub(crate) fn absent_row(kind: CellKind, remark: &str) -> OverviewRow {
    OverviewRow {
        indicator: named("akutte", "Akutte indlæggelser"),
        value: absent(kind, "skjult"),
        remark: remark.into(),
        ..OverviewRow::default()
    }
}
