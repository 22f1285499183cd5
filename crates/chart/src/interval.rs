//! The row of the overview: a value with its interval as distance to the benchmark, on the axis all rows share.

use protocol::view::overview::{Distance, OverviewRow};
use protocol::view::{Judgement, Tick};

use crate::absence;
use crate::drawing::{Drawing, Size};
use crate::mark::{Anchor, Mark, Paint, Point, Stroke, Weight};
use crate::measure::{BASELINE, BENCHMARK, SECOND_TICK};
use crate::plot::{Face, LabelRow, gridlines, inset, text};
use crate::scale::{Position, Scale};
use crate::shape::{self, Ends, Span, upright};
use crate::text as letters;

/// Height of the hatching in a row.
const HATCH_HEIGHT: f64 = 13.0;
/// Height of the tick of the second benchmark.
const SECOND_HEIGHT: f64 = 13.0;
/// Air around a remark.
const AIR: f64 = 5.0;
/// Where signs and remarks begin.
const START: f64 = 1.0;
/// From the foot of the head to the baseline of its labels: room for the tick at the benchmark.
const HEAD_FOOT: f64 = 9.0;

/// The axis all rows share.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Axis<'view> {
    /// It runs from minus to plus this many percent.
    pub reach: f64,
    /// Its ticks; the one at 0 is the benchmark.
    pub ticks: &'view [Tick],
    /// Size of a row's plot in px.
    pub size: Size,
}

impl Axis<'_> {
    /// From percent to px.
    #[must_use]
    pub fn scale(&self) -> Scale {
        Scale::new((-self.reach, self.reach), inset((0.0, self.size.width)))
    }
}

/// The plot of one row.
#[must_use]
pub fn layout(row: &OverviewRow, axis: &Axis<'_>) -> Drawing {
    let marks = match &row.distance {
        Some(distance) => present(row, distance, axis),
        None => absent(row, axis),
    };
    Drawing {
        marks,
        ..Drawing::new(axis.size)
    }
    .with_words(&row.indicator.label, &spoken(row))
}

/// The tick labels over the column of plots; the benchmark's name is bold and has the only tick mark.
#[must_use]
pub fn head(axis: &Axis<'_>) -> Drawing {
    let (scale, bottom) = (axis.scale(), axis.size.height);
    let mut labels = LabelRow::within(0.0, axis.size.width);
    let mut ticks: Vec<&Tick> = axis.ticks.iter().collect();
    ticks.sort_by(|one, other| placing(one).total_cmp(&placing(other)));
    let on_scale = ticks
        .into_iter()
        .filter(|tick| scale.position(tick.value).is_inside());
    let label = |tick: &Tick| {
        labels.centred(
            scale.px(tick.value),
            bottom - HEAD_FOOT,
            (&tick.text, face(tick)),
        )
    };
    let mut marks: Vec<Mark> = on_scale.filter_map(label).collect();
    let tick = (bottom - HEAD_FOOT + 3.0, bottom);
    marks.push(upright(
        scale.px(0.0),
        tick,
        Stroke::solid(Paint::Ink, BENCHMARK),
    ));
    Drawing {
        marks,
        ..Drawing::new(axis.size)
    }
}

/// The benchmark's label is placed first, then those at the ends of the axis, then those between.
fn placing(tick: &Tick) -> f64 {
    if tick.value == 0.0 {
        f64::NEG_INFINITY
    } else {
        -tick.value.abs()
    }
}

fn face(tick: &Tick) -> Face {
    if tick.value == 0.0 {
        Face::bold(Anchor::Middle, Paint::Ink)
    } else {
        Face::regular(Anchor::Middle, Paint::Ink2)
    }
}

/// Gridlines and the benchmark, where no words stand.
fn rules(axis: &Axis<'_>, free_from: f64) -> Vec<Mark> {
    let (scale, top_bottom) = (axis.scale(), (0.0, axis.size.height));
    let mut marks = gridlines(axis.ticks, &scale, top_bottom);
    marks.push(upright(
        scale.px(0.0),
        top_bottom,
        Stroke::solid(Paint::Ink, BENCHMARK),
    ));
    marks.retain(|mark| matches!(mark, Mark::Line { from, .. } if from.x >= free_from));
    marks
}

/// The value with its interval, and the second benchmark.
fn present(row: &OverviewRow, distance: &Distance, axis: &Axis<'_>) -> Vec<Mark> {
    let (scale, middle) = (axis.scale(), axis.size.height / 2.0);
    let mut marks = rules(axis, 0.0);
    marks.extend(
        row.second_distance
            .and_then(|second| second_tick(second, middle, &scale)),
    );
    marks.extend(value(distance, row.judgement, (middle, &scale)));
    marks
}

/// The sign and the words of what is not there; nothing else is drawn through the words.
fn absent(row: &OverviewRow, axis: &Axis<'_>) -> Vec<Mark> {
    let middle = axis.size.height / 2.0;
    let sign_width = absence::width(row.value.kind);
    let start = if sign_width > 0.0 {
        START + sign_width + AIR
    } else {
        START
    };
    let remark = letters::fit(&row.remark, axis.size.width - start, Weight::Regular);
    let free_from = match remark.as_str() {
        "" => start,
        remark => start + letters::width(remark, Weight::Regular) + AIR,
    };
    let mut marks = rules(axis, free_from);
    marks.extend(absence::sign(
        row.value.kind,
        Point::new(START, middle),
        HATCH_HEIGHT,
    ));
    let words_at = Point::new(start, middle + BASELINE);
    let words = || {
        text(
            words_at,
            remark.clone(),
            Face::regular(Anchor::Start, Paint::Ink2),
        )
    };
    marks.extend((!remark.is_empty()).then(words));
    marks
}

fn second_tick(second: f64, middle: f64, scale: &Scale) -> Option<Mark> {
    let Position::Inside(x) = scale.position(second) else {
        return None;
    };
    let half = SECOND_HEIGHT / 2.0;
    Some(upright(
        x,
        (middle - half, middle + half),
        Stroke::solid(Paint::Edge, SECOND_TICK),
    ))
}

/// The interval, and the value's mark unless it lies outside; then an arrow head says on which side.
fn value(distance: &Distance, judgement: Judgement, (y, scale): (f64, &Scale)) -> Vec<Mark> {
    let paint = shape::judgement_paint(judgement);
    let limits = shape::limits(distance.low, distance.high);
    let mut marks = match limits {
        Some((low, high)) => shape::interval(
            &Span {
                low,
                high,
                y,
                paint,
                ends: Ends::Caps,
            },
            scale,
        ),
        None => Vec::new(),
    };
    let mark = |at| shape::value(at, judgement);
    marks.extend(shape::placed(
        scale.position(distance.value),
        y,
        paint,
        mark,
    ));
    marks
}

fn spoken(row: &OverviewRow) -> String {
    let said = if row.value.spoken.is_empty() {
        &row.value.text
    } else {
        &row.value.spoken
    };
    [said.as_str(), &row.unit, &row.remark]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}
