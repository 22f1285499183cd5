//! The spark line: the shape of a series, with its gaps, its breaks and its last point.

use crate::drawing::{Drawing, Size};
use crate::mark::{Look, Mark, Paint, Point, Stroke};
use crate::measure::SERIES_MUTED;
use crate::paint::Dash;
use crate::scale::Scale;

/// Radius of the last point.
const END: f64 = 2.8;
/// Radius of a point that stands alone between gaps.
const ALONE: f64 = 1.4;

/// A series in a small rectangle, on a scale of its own. A break is the position of the first point that is counted anew:
/// the line is cut before it, and a dotted line stands between.
#[must_use]
pub fn layout(series: &[Option<f64>], breaks: &[usize], size: Size) -> Drawing {
    let finite = |value: &Option<f64>| value.filter(|value| value.is_finite());
    let series: Vec<Option<f64>> = series.iter().map(finite).collect();
    let points = points(&series, size);
    let mut marks: Vec<Mark> = stretches(&points, breaks)
        .flat_map(|stretch| stretch.split(Option::is_none))
        .filter_map(segment)
        .collect();
    let is_drawn = points.iter().any(Option::is_some);
    let cuts = breaks.iter().filter(|_| is_drawn);
    let cuts = cuts.filter_map(|&at| cut(series.len(), at, size));
    marks.extend(cuts);
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

/// The points between one break and the next.
fn stretches<'a>(
    points: &'a [Option<Point>],
    breaks: &[usize],
) -> impl Iterator<Item = &'a [Option<Point>]> {
    let inside = breaks.iter().copied().filter(|&at| at < points.len());
    let mut starts: Vec<usize> = std::iter::once(0).chain(inside).collect();
    starts.sort_unstable();
    let ends: Vec<usize> = starts
        .iter()
        .skip(1)
        .copied()
        .chain([points.len()])
        .collect();
    let pairs = starts.into_iter().zip(ends);
    pairs.filter_map(|(start, end)| points.get(start..end))
}

/// The dotted line half-way before a break.
fn cut(count: usize, at: usize, size: Size) -> Option<Mark> {
    let x = horizontal(count, size).px(at as f64 - 0.5);
    (at > 0 && at < count).then(|| Mark::Line {
        from: Point::new(x, 2.0),
        to: Point::new(x, size.height - 2.0),
        stroke: Stroke::broken(Paint::Ink3, 1.0, Dash::Dotted),
    })
}

fn horizontal(count: usize, size: Size) -> Scale {
    let margin = END + 1.0;
    let last = count.saturating_sub(1) as f64;
    Scale::new((0.0, last), (margin, size.width - margin))
}

fn points(series: &[Option<f64>], size: Size) -> Vec<Option<Point>> {
    let values = || series.iter().copied().flatten();
    let domain = (
        values().fold(f64::INFINITY, f64::min),
        values().fold(f64::NEG_INFINITY, f64::max),
    );
    let margin = END + 1.0;
    let vertical = Scale::new(domain, (size.height - margin, margin));
    let horizontal = horizontal(series.len(), size);
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
