//! Drawings of small view models, compared with text files; `UPDATE_GOLDEN=1` rewrites them.

use chart::interval::{self, Axis};
use chart::{Density, Frame, Size, breakdown, ranking, spark, trend};
use protocol::view::{CellKind, Judgement};

use crate::{TREND_WORDS, WORDS, models, render};

/// Compares with `tests/golden/<name>.txt`.
#[expect(
    clippy::disallowed_methods,
    reason = "golden files are rewritten on request"
)]
pub(crate) fn check(name: &str, actual: &str) {
    let path = format!("{}/tests/golden/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, actual).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        actual, expected,
        "{path} differs; UPDATE_GOLDEN=1 rewrites it"
    );
}

#[test]
fn a_ranking_has_shapes_by_judgement_and_signs_for_what_is_not_there() {
    let frame = Frame {
        width: 414.0,
        density: Density::Compact,
    };
    check(
        "ranking",
        &render::figure(&ranking::layout(&models::ranking(), frame, &WORDS)),
    );
}

#[test]
fn a_narrow_ranking_shortens_its_labels() {
    let frame = Frame {
        width: 240.0,
        density: Density::Comfortable,
    };
    check(
        "ranking_narrow",
        &render::figure(&ranking::layout(&models::ranking(), frame, &WORDS)),
    );
}

#[test]
fn a_trend_is_cut_at_gaps_and_breaks() {
    let size = Size {
        width: 410.0,
        height: 350.0,
    };
    check(
        "trend",
        &render::drawing(&trend::layout(&models::trend(), size, &TREND_WORDS)),
    );
}

#[test]
fn a_breakdown_has_two_marks_a_row() {
    let frame = Frame {
        width: 510.0,
        density: Density::Compact,
    };
    check(
        "breakdown",
        &render::drawing(&breakdown::layout(&models::breakdown(), frame)),
    );
}

#[test]
fn overview_rows_share_one_axis() {
    let ticks = models::ticks(&[
        (-20.0, "−20 %"),
        (-10.0, "−10"),
        (0.0, "landet"),
        (10.0, "+10"),
        (20.0, "+20 %"),
    ]);
    let axis = Axis {
        reach: 22.0,
        ticks: &ticks,
        size: Size {
            width: 320.0,
            height: 25.0,
        },
    };
    let rows = [
        models::overview_row(5.3, (4.0, 6.7), Judgement::Worse),
        models::overview_row(-9.6, (-11.6, -7.6), Judgement::Better),
        models::overview_row(10.5, (-9.9, 31.0), Judgement::Same),
        models::overview_row(-31.0, (-44.0, -25.0), Judgement::NotAssessed),
        models::absent_row(CellKind::Hidden, "af hensyn til diskretion"),
        models::absent_row(CellKind::Missing, "Vejle har ikke indberettet"),
        models::absent_row(CellKind::NotApplicable, "Findes ikke fra 2027"),
    ];
    let drawings = rows
        .iter()
        .map(|row| render::drawing(&interval::layout(row, &axis)));
    let head = render::drawing(&interval::head(&axis));
    check(
        "overview",
        &std::iter::once(head)
            .chain(drawings)
            .collect::<Vec<_>>()
            .join("\n"),
    );
}

#[test]
fn a_spark_line_keeps_its_gaps_and_is_cut_at_a_break() {
    let series = [
        Some(1.0),
        Some(2.0),
        None,
        Some(1.5),
        None,
        Some(3.0),
        Some(2.5),
    ];
    let size = Size {
        width: 100.0,
        height: 20.0,
    };
    check(
        "spark",
        &render::drawing(&spark::layout(&series, &[6], size)),
    );
}
