//! Lines, bands and points of a series.

use std::ops::Range;

use protocol::view::indicator::{Series, SeriesRole};
use protocol::view::{CellKind, CellView};

use super::field::Field;
use crate::absence;
use crate::mark::{Area, Dash, Look, Mark, Paint, Point, Stroke};
use crate::measure::{SECOND, SERIES_BENCHMARK, SERIES_CHOSEN, SERIES_MUTED};
use crate::shape;

/// Radius of the point at the end of the series in focus.
const END: f64 = 4.0;
/// Outline of that point where its number is preliminary.
const END_LINE: f64 = 2.0;
/// Height of the hatching of a hidden period.
const HATCH_HEIGHT: f64 = 9.0;
/// The widest hatching of a hidden period.
const HATCH_WIDTH: f64 = 26.0;

/// The band, if the series has one, and the lines between gaps and breaks.
pub(super) fn series(series: &Series, field: &Field) -> Vec<Mark> {
    let stroke = stroke(series.role);
    let segments = segments(&series.cells, field);
    let bands = segments
        .iter()
        .filter(|_| series.role == SeriesRole::Chosen);
    let mut marks: Vec<Mark> = bands
        .flat_map(|segment| bands_of(segment.clone(), &series.cells, field))
        .collect();
    marks.extend(
        segments
            .into_iter()
            .filter_map(|segment| line(segment, (&series.cells, stroke), field)),
    );
    marks
}

/// The last point of the series: hollow where its number is preliminary.
pub(super) fn end_point(series: &Series, field: &Field) -> Option<Mark> {
    let (index, cell) = last_drawn(series)?;
    let center = field.point(index, shape::drawn(cell)?)?;
    let paint = stroke(series.role).paint;
    Some(if cell.preliminary {
        Mark::Circle {
            center,
            radius: END,
            look: Look::open(Stroke::solid(paint, END_LINE)),
        }
    } else {
        Mark::Circle {
            center,
            radius: END,
            look: Look::filled(paint),
        }
    })
}

/// Hatching or dots at the foot of the plot where a number is hidden or missing.
pub(super) fn absences(series: &Series, field: &Field) -> Vec<Mark> {
    let width = (field.step() * 0.8).min(HATCH_WIDTH);
    let foot = field.top_bottom.1;
    let marks = |(x, cell): (&f64, &CellView)| match cell.kind {
        CellKind::Hidden => {
            let area = Area {
                x: x - width / 2.0,
                y: foot - HATCH_HEIGHT,
                width,
                height: HATCH_HEIGHT,
            };
            absence::hatched(area)
        }
        CellKind::Missing => {
            vec![absence::dotted(
                Point::new(x - width / 2.0, foot - HATCH_HEIGHT / 2.0),
                width,
            )]
        }
        _ => Vec::new(),
    };
    field
        .periods
        .iter()
        .zip(&series.cells)
        .flat_map(marks)
        .collect()
}

/// The last number of the series that is drawn, with the position of its period.
pub(super) fn last_drawn(series: &Series) -> Option<(usize, &CellView)> {
    series
        .cells
        .iter()
        .enumerate()
        .rfind(|(_, cell)| shape::drawn(cell).is_some())
}

pub(super) const fn stroke(role: SeriesRole) -> Stroke {
    match role {
        SeriesRole::Chosen => Stroke::solid(Paint::Accent, SERIES_CHOSEN),
        SeriesRole::Benchmark => Stroke::solid(Paint::Ink, SERIES_BENCHMARK),
        SeriesRole::Second => Stroke::broken(Paint::Ink2, SECOND, Dash::Dashed),
        SeriesRole::Muted => Stroke::solid(Paint::Edge, SERIES_MUTED),
    }
}

/// Stretches of periods with a number in each, cut at breaks.
fn segments(cells: &[CellView], field: &Field) -> Vec<Range<usize>> {
    field
        .runs()
        .into_iter()
        .flat_map(|run| {
            stretches(run, |index| {
                at(cells, index).and_then(shape::drawn).is_some()
            })
        })
        .collect()
}

fn at(cells: &[CellView], index: usize) -> Option<&CellView> {
    cells.get(index)
}

/// The longest stretches of a run in which all are wanted.
fn stretches(run: Range<usize>, wanted: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let mut stretches: Vec<Range<usize>> = Vec::new();
    for index in run.filter(|index| wanted(*index)) {
        match stretches.last_mut() {
            Some(stretch) if stretch.end == index => stretch.end = index + 1,
            _ => stretches.push(index..index + 1),
        }
    }
    stretches
}

/// A line through a segment, or a dot where it is a single period.
fn line(
    segment: Range<usize>,
    (cells, stroke): (&[CellView], Stroke),
    field: &Field,
) -> Option<Mark> {
    let point = |index| field.point(index, shape::drawn(at(cells, index)?)?);
    let points: Vec<Point> = segment.filter_map(point).collect();
    match points.as_slice() {
        [] => None,
        [only] => Some(Mark::Circle {
            center: *only,
            radius: stroke.width,
            look: Look::filled(stroke.paint),
        }),
        _ => Some(Mark::Polyline { points, stroke }),
    }
}

/// The band of a segment, wherever two periods running have both limits.
fn bands_of(segment: Range<usize>, cells: &[CellView], field: &Field) -> Vec<Mark> {
    let limits = |index| at(cells, index).and_then(|cell| shape::limits(cell.low, cell.high));
    let band = |stretch: Range<usize>| {
        let upper = stretch
            .clone()
            .filter_map(|index| field.point(index, limits(index)?.1));
        let lower = stretch
            .rev()
            .filter_map(|index| field.point(index, limits(index)?.0));
        Mark::Polygon {
            points: upper.chain(lower).collect(),
            look: Look::filled(Paint::Band),
        }
    };
    let stretches = stretches(segment, |index| limits(index).is_some());
    stretches
        .into_iter()
        .filter(|stretch| stretch.len() > 1)
        .map(band)
        .collect()
}
