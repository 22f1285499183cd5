//! The spark line: the shape of a series, with its gaps and its last point.

use crate::drawing::{Drawing, Size};
use crate::mark::{Look, Mark, Paint, Point, Stroke};
use crate::measure::SERIES_MUTED;
use crate::scale::Scale;

/// Radius of the last point.
const END: f64 = 2.8;
/// Radius of a point that stands alone between gaps.
const ALONE: f64 = 1.4;

/// A series in a small rectangle, on a scale of its own.
#[must_use]
pub fn layout(series: &[Option<f64>], size: Size) -> Drawing {
    let finite = |value: &Option<f64>| value.filter(|value| value.is_finite());
    let series: Vec<Option<f64>> = series.iter().map(finite).collect();
    let points = points(&series, size);
    let mut marks: Vec<Mark> = points.split(Option::is_none).filter_map(segment).collect();
    if let Some(Some(end)) = points.last() {
        marks.push(Mark::Circle {
            center: *end,
            radius: END,
            look: Look::filled(Paint::Ink),
        });
    }
    Drawing {
        marks,
        ..Drawing::new(size)
    }
}

fn points(series: &[Option<f64>], size: Size) -> Vec<Option<Point>> {
    let values = || series.iter().copied().flatten();
    let domain = (
        values().fold(f64::INFINITY, f64::min),
        values().fold(f64::NEG_INFINITY, f64::max),
    );
    let margin = END + 1.0;
    let vertical = Scale::new(domain, (size.height - margin, margin));
    let horizontal = Scale::new(
        (0.0, series.len().saturating_sub(1) as f64),
        (margin, size.width - margin),
    );
    let point = |(index, value): (usize, &Option<f64>)| {
        value.map(|value| Point::new(horizontal.px(index as f64), vertical.px(value)))
    };
    series.iter().enumerate().map(point).collect()
}

/// A stretch without gaps: nothing, a dot, or a line.
fn segment(points: &[Option<Point>]) -> Option<Mark> {
    let points: Vec<Point> = points.iter().copied().flatten().collect();
    match points.as_slice() {
        [] => None,
        [only] => Some(Mark::Circle {
            center: *only,
            radius: ALONE,
            look: Look::filled(Paint::Ink3),
        }),
        _ => Some(Mark::Polyline {
            points,
            stroke: Stroke::solid(Paint::Ink3, SERIES_MUTED),
        }),
    }
}
