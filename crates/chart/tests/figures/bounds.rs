//! Whatever the width, nothing is drawn outside a figure and no text over another.

use chart::interval::{self, Axis};
use chart::{
    Anchor, Density, Drawing, Frame, Mark, Point, Size, breakdown, ranking, spark, text, trend,
};
use protocol::view::indicator::{Breakdown, Ranking, SeriesRole, Trend};
use protocol::view::{CellKind, Judgement};

use crate::{TREND_WORDS, WORDS, models};

/// Half a line may stand out where a mark touches an edge.
const SLACK: f64 = 0.6;
/// Above and below the baseline of a text.
const ASCENT: f64 = 9.0;
const DESCENT: f64 = 3.0;

/// Left, top, right and bottom.
type Bounds = [f64; 4];

fn bounds(mark: &Mark) -> Bounds {
    let around = |points: &[Point]| {
        let fold = |each: fn(&Point) -> f64, pick: fn(f64, f64) -> f64| {
            points.iter().map(each).reduce(pick).unwrap()
        };
        [
            fold(|p| p.x, f64::min),
            fold(|p| p.y, f64::min),
            fold(|p| p.x, f64::max),
            fold(|p| p.y, f64::max),
        ]
    };
    let about = |center: &Point, radius: f64| {
        [
            center.x - radius,
            center.y - radius,
            center.x + radius,
            center.y + radius,
        ]
    };
    match mark {
        Mark::Line { from, to, .. } => around(&[*from, *to]),
        Mark::Polyline { points, .. } | Mark::Polygon { points, .. } => around(points),
        Mark::Rect { area, .. } => [area.x, area.y, area.right(), area.bottom()],
        Mark::Circle { center, radius, .. } | Mark::Diamond { center, radius, .. } => {
            about(center, *radius)
        }
        Mark::Text {
            at,
            text,
            anchor,
            weight,
            ..
        } => {
            let width = text::width(text, *weight);
            let left = match anchor {
                Anchor::Start => at.x,
                Anchor::Middle => at.x - width / 2.0,
                Anchor::End => at.x - width,
            };
            [left, at.y - ASCENT, left + width, at.y + DESCENT]
        }
    }
}

fn check(drawing: &Drawing) {
    for mark in &drawing.marks {
        let [left, top, right, bottom] = bounds(mark);
        let inside = left >= -SLACK
            && top >= -SLACK
            && right <= drawing.width + SLACK
            && bottom <= drawing.height + SLACK;
        assert!(
            inside,
            "{mark:?} leaves {} x {}",
            drawing.width, drawing.height
        );
    }
    let texts: Vec<&Mark> = drawing
        .marks
        .iter()
        .filter(|mark| matches!(mark, Mark::Text { .. }))
        .collect();
    for (index, one) in texts.iter().enumerate() {
        for other in &texts[index + 1..] {
            let ([a, b, c, d], [e, f, g, h]) = (bounds(one), bounds(other));
            assert!(
                c <= e || g <= a || d <= f || h <= b,
                "{one:?} lies over {other:?}"
            );
        }
    }
}

fn widths() -> impl Iterator<Item = f64> {
    (160..900).step_by(7).map(f64::from)
}

#[test]
fn a_ranking_stays_within_its_frame() {
    for width in widths() {
        for density in [Density::Compact, Density::Comfortable] {
            let figure = ranking::layout(&models::ranking(), Frame { width, density }, &WORDS);
            check(&figure.drawing);
            assert!(
                figure
                    .hits
                    .iter()
                    .all(|hit| hit.area.height >= 24.0 && hit.area.width == width)
            );
        }
    }
}

#[test]
fn a_trend_stays_within_its_size() {
    for width in widths() {
        for height in [120.0, 200.0, 350.0] {
            check(&trend::layout(
                &models::trend(),
                Size { width, height },
                &TREND_WORDS,
            ));
        }
    }
}

#[test]
fn a_trend_with_many_series_and_breaks_drops_labels_rather_than_crowding() {
    let mut trend = models::trend();
    trend.breaks.push(models::named(
        "2021",
        "nye kommunekoder og en meget lang forklaring på hvorfor",
    ));
    trend.breaks.push(models::named("2022", "ny takst"));
    let cells = trend.series[1].cells.clone();
    for council in 0..20 {
        let label = format!("Sundhedsråd {council}");
        trend.series.push(models::series(
            &label,
            SeriesRole::Muted,
            "64,1",
            cells.clone(),
        ));
    }
    for width in widths() {
        check(&trend::layout(
            &trend,
            Size {
                width,
                height: 240.0,
            },
            &TREND_WORDS,
        ));
    }
}

#[test]
fn a_breakdown_stays_within_its_frame() {
    for width in widths() {
        check(&breakdown::layout(
            &models::breakdown(),
            Frame {
                width,
                density: Density::Compact,
            },
        ));
    }
}

#[test]
fn an_overview_row_stays_within_its_size() {
    let ticks = models::ticks(&[
        (-20.0, "−20 %"),
        (-10.0, "−10"),
        (0.0, "Region Syddanmark"),
        (10.0, "+10"),
        (20.0, "+20 %"),
    ]);
    for width in (90..500).step_by(7).map(f64::from) {
        let axis = Axis {
            reach: 22.0,
            ticks: &ticks,
            size: Size {
                width,
                height: 25.0,
            },
        };
        check(&interval::head(&axis));
        for judgement in [
            Judgement::Better,
            Judgement::Same,
            Judgement::Worse,
            Judgement::NotAssessed,
        ] {
            for (value, limits) in [
                (-22.0, (-30.0, 30.0)),
                (22.0, (20.0, 24.0)),
                (40.0, (30.0, 50.0)),
                (-90.0, (-99.0, -80.0)),
            ] {
                check(&interval::layout(
                    &models::overview_row(value, limits, judgement),
                    &axis,
                ));
            }
        }
        for kind in [CellKind::Hidden, CellKind::Missing, CellKind::NotApplicable] {
            check(&interval::layout(
                &models::absent_row(kind, "Vejle og Kolding har ikke indberettet for 2025"),
                &axis,
            ));
        }
    }
}

#[test]
fn empty_view_models_give_empty_figures() {
    let frame = Frame {
        width: 300.0,
        density: Density::Compact,
    };
    let size = Size {
        width: 300.0,
        height: 100.0,
    };
    assert_eq!(
        ranking::layout(&Ranking::default(), frame, &WORDS)
            .drawing
            .marks,
        []
    );
    assert_eq!(
        trend::layout(&Trend::default(), size, &TREND_WORDS).marks,
        []
    );
    assert_eq!(breakdown::layout(&Breakdown::default(), frame).marks, []);
    assert_eq!(spark::layout(&[], &[], size).marks, []);
    assert_eq!(spark::layout(&[None, Some(f64::NAN)], &[1], size).marks, []);
}

#[test]
fn a_series_of_one_period_is_a_point() {
    let mut one = models::trend();
    one.periods.truncate(1);
    one.breaks.clear();
    one.series
        .iter_mut()
        .for_each(|series| series.cells.truncate(1));
    let drawing = trend::layout(
        &one,
        Size {
            width: 300.0,
            height: 200.0,
        },
        &TREND_WORDS,
    );
    check(&drawing);
    let circles = drawing
        .marks
        .iter()
        .filter(|mark| matches!(mark, Mark::Circle { .. }))
        .count();
    assert_eq!(
        circles, 4,
        "one point a series, and the end point of the chosen one"
    );
    check(&spark::layout(
        &[Some(3.0)],
        &[0],
        Size {
            width: 80.0,
            height: 20.0,
        },
    ));
}

#[test]
fn a_spark_line_stays_within_its_size() {
    let series: Vec<Option<f64>> = [1.0, 5.0, -3.0, 5.0].into_iter().map(Some).collect();
    check(&spark::layout(
        &series,
        &[1, 3],
        Size {
            width: 100.0,
            height: 20.0,
        },
    ));
}
