//! Where the parts of a control chart stand.

use protocol::view::CellKind;

use super::{Control, Moment, Phase, Words};
use crate::absence;
use crate::mark::{Anchor, Area, Dash, Look, Mark, Paint, Point, Stroke, Weight};
use crate::measure::{BASELINE, BENCHMARK, FINE_LINE, MARK, SECOND, TEXT_LINE};
use crate::plane::{AIR, Axis, Plane};
use crate::plot::{Face, LabelRow, text};
use crate::scale::Scale;
use crate::shape::{horizontal, upright};
use crate::text as letters;

/// Line of the series.
const SERIES: f64 = 1.8;
/// Radius of a point, and of the diamond of one beyond the limits.
const POINT: f64 = 3.5;
const SIGNAL: f64 = 6.5;
/// Height of the hatching of a hidden point.
const HATCH: f64 = 9.0;

/// The plot of a control chart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    pub(super) plane: Plane,
    pub(super) periods: Scale,
    /// Whether phases have titles, and signals, over them.
    pub(super) heads: (bool, bool),
}

impl Field {
    fn x(&self, index: usize) -> f64 {
        self.periods.px(index as f64)
    }

    /// Half a step before a point, within the plot.
    fn before(&self, index: usize) -> f64 {
        self.periods
            .px(index as f64 - 0.5)
            .clamp(self.plane.sides.0, self.plane.sides.1)
    }

    pub(super) fn grid(&self, axis: &Axis) -> Vec<Mark> {
        let over = |heads: bool| if heads { TEXT_LINE } else { 0.0 };
        let mut marks = crate::plane::gridlines(&axis.ticks, &self.plane.upwards, self.plane.sides);
        let room = self.plane.sides.1;
        let up = TEXT_LINE + over(self.heads.0) + over(self.heads.1);
        let at = Point::new(0.0, self.plane.top_bottom.0 - up + BASELINE);
        let title = letters::fit(&axis.title, room, Weight::Regular);
        let face = Face::regular(Anchor::Start, Paint::Ink2);
        marks.extend((!title.is_empty()).then(|| text(at, title, face)));
        marks
    }

    /// The periods under the plot, the newest and the oldest first, then as many as there is room for.
    pub(super) fn periods(&self, control: &Control) -> Vec<Mark> {
        let mut row = LabelRow::within(0.0, self.plane.sides.1 + 2.0 * AIR);
        let last = control.points.len().saturating_sub(1);
        let inner = 1..last;
        let order = [last, 0].into_iter().chain(inner);
        let baseline = self.plane.top_bottom.1 + TEXT_LINE;
        let face = Face::regular(Anchor::Middle, Paint::Ink2);
        let label = |index: usize| {
            let point = control.points.get(index)?;
            row.centred(self.x(index), baseline, (&point.period, face))
        };
        order.filter_map(label).collect()
    }

    /// Centre line and limits of a phase; a centre line that the runs contradict is dashed.
    pub(super) fn phase(&self, control: &Control, phase: &Phase) -> Vec<Mark> {
        let (from, to) = (
            self.before(phase.points.start),
            self.before(phase.points.end),
        );
        let centre = if phase.signal.is_empty() {
            Stroke::solid(Paint::Ink, BENCHMARK)
        } else {
            Stroke::broken(Paint::Ink, BENCHMARK, Dash::Dashed)
        };
        let mut marks = vec![horizontal(from, to, self.plane.y(phase.centre), centre)];
        let stroke = Stroke::broken(Paint::Ink2, SECOND, Dash::Dashed);
        for side in [|limits: (f64, f64)| limits.1, |limits: (f64, f64)| limits.0] {
            let points = self.steps(control, phase, side);
            marks.extend((!points.is_empty()).then_some(Mark::Polyline { points, stroke }));
        }
        marks
    }

    /// A limit as a stair with a step for each point.
    fn steps(&self, control: &Control, phase: &Phase, side: fn((f64, f64)) -> f64) -> Vec<Point> {
        let points = control.points.iter().enumerate();
        let points = points.skip(phase.points.start).take(phase.points.len());
        let step = |(index, point): (usize, &Moment)| {
            let y = self.plane.y(side(point.limits?));
            Some([
                Point::new(self.before(index), y),
                Point::new(self.before(index + 1), y),
            ])
        };
        points.filter_map(step).flatten().collect()
    }

    /// Where a phase begins.
    pub(super) fn begin(&self, phase: &Phase) -> Vec<Mark> {
        let stroke = Stroke::broken(Paint::Ink2, SECOND, Dash::Dotted);
        let top = self.plane.top_bottom.0 - if self.heads.0 { TEXT_LINE } else { 0.0 };
        vec![upright(
            self.before(phase.points.start),
            (top, self.plane.top_bottom.1),
            stroke,
        )]
    }

    /// Title and signal of a phase over it, as much as fits.
    pub(super) fn head(&self, phase: &Phase) -> Vec<Mark> {
        let (from, to) = (
            self.before(phase.points.start),
            self.before(phase.points.end),
        );
        let line = |words: &str, up: f64, face: Face| {
            let words = letters::fit(words, to - from - 4.0, face.weight);
            let at = Point::new(from + 4.0, self.plane.top_bottom.0 - up + BASELINE);
            (!words.is_empty()).then(|| text(at, words, face))
        };
        let title = Face::regular(Anchor::Start, Paint::Ink2);
        let signal = Face::bold(Anchor::Start, Paint::Ink);
        let over = TEXT_LINE * if self.heads.0 { 2.0 } else { 1.0 };
        [
            line(&phase.title, TEXT_LINE, title),
            line(&phase.signal, over, signal),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The lines of the last phase with their numbers, at the right.
    pub(super) fn ends(&self, control: &Control, words: &Words<'_>) -> Vec<Mark> {
        let Some(phase) = control.phases.last() else {
            return Vec::new();
        };
        let limits = control.points.iter().rev().find_map(|point| point.limits);
        let mut named = vec![(phase.centre, words.centre, Weight::Bold)];
        named.extend(limits.map(|limits| (limits.1, words.upper, Weight::Regular)));
        named.extend(limits.map(|limits| (limits.0, words.lower, Weight::Regular)));
        let mut taken: Vec<f64> = Vec::new();
        let mut marks = Vec::new();
        for (value, name, weight) in named {
            let y = self.plane.y(value);
            let is_free = taken
                .iter()
                .all(|other| (other - y).abs() >= TEXT_LINE - 2.0);
            if is_free && !name.is_empty() {
                taken.push(y);
                let face = Face {
                    anchor: Anchor::Start,
                    paint: Paint::Ink2,
                    weight,
                };
                marks.push(text(
                    Point::new(self.plane.sides.1 + AIR, y + BASELINE),
                    name,
                    face,
                ));
            }
        }
        marks
    }

    /// The line and the points of a phase; a gap is a gap.
    pub(super) fn series(&self, control: &Control, phase: &Phase) -> Vec<Mark> {
        let points: Vec<(usize, &Moment)> = control.points.iter().enumerate().collect();
        let points = points.get(phase.points.clone()).unwrap_or_default();
        let mut marks = Vec::new();
        for run in points.chunk_by(|one, other| one.1.value.is_some() && other.1.value.is_some()) {
            let at = |(index, point): &(usize, &Moment)| Some(self.at(*index, point.value?));
            let line: Vec<Point> = run.iter().filter_map(at).collect();
            let stroke = Stroke::solid(Paint::Accent, SERIES);
            marks.extend((line.len() > 1).then_some(Mark::Polyline {
                points: line,
                stroke,
            }));
        }
        for (index, point) in points {
            marks.extend(self.point(*index, point));
        }
        marks
    }

    fn at(&self, index: usize, value: f64) -> Point {
        Point::new(self.x(index), self.plane.y(value))
    }

    /// A disc; a diamond beyond the limits; hollow while the number is preliminary; a sign where there is none.
    fn point(&self, index: usize, point: &Moment) -> Vec<Mark> {
        let Some(value) = point.value else {
            let foot = Point::new(
                self.x(index) - MARK / 2.0,
                self.plane.top_bottom.1 - HATCH / 2.0,
            );
            return absence_at(point.kind, foot);
        };
        let center = self.at(index, value);
        let look = |paint| match point.is_preliminary {
            true => Look::open(Stroke::solid(paint, 1.6)),
            false => Look::filled(paint),
        };
        vec![if point.is_beyond {
            Mark::Diamond {
                center,
                radius: SIGNAL,
                look: look(Paint::Ink),
            }
        } else {
            Mark::Circle {
                center,
                radius: POINT,
                look: look(Paint::Accent),
            }
        }]
    }
}

fn absence_at(kind: CellKind, foot: Point) -> Vec<Mark> {
    match kind {
        CellKind::Hidden => absence::hatched(Area {
            x: foot.x,
            y: foot.y - HATCH / 2.0,
            width: MARK,
            height: HATCH,
        }),
        CellKind::Missing => vec![Mark::Line {
            from: foot,
            to: Point::new(foot.x + MARK, foot.y),
            stroke: Stroke::broken(Paint::Edge, FINE_LINE, Dash::Dotted),
        }],
        _ => Vec::new(),
    }
}
