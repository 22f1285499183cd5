//! The funnel: places by their size and their value, between the limits of what chance alone would give.

use protocol::view::{Judgement, Named};

use crate::drawing::{Drawing, Figure, Hit, Size};
use crate::mark::{Anchor, Area, Dash, Look, Mark, Paint, Point, Stroke, Weight};
use crate::measure::{BASELINE, BENCHMARK, MARK, SECOND, TEXT_LINE};
use crate::plane::{AIR, Axis, Margins, Names, Plane};
use crate::plot::{Face, text, tick_labels, widest};
use crate::scale::Scale;
use crate::shape::{self, horizontal, square};

/// Room under the plot: the sizes and what they count.
const FOOT: f64 = 2.0 * TEXT_LINE + 8.0;
/// Side of the area where a point can be acted on.
const REACH: f64 = 24.0;
/// Radius of the ring around the chosen point.
const CHOSEN: f64 = 9.0;

/// What is plotted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Funnel {
    /// The sizes.
    pub sizes: Axis,
    /// The values.
    pub values: Axis,
    /// What places are held against.
    pub target: f64,
    /// The limits from the smallest size to the largest.
    pub limits: Vec<Limits>,
    /// The places.
    pub places: Vec<Place>,
}

/// The limits for a size.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Limits {
    /// The size.
    pub size: f64,
    /// 95 %.
    pub inner: (f64, f64),
    /// 99.8 %.
    pub outer: (f64, f64),
}

/// A place in the funnel.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// Which.
    pub place: Named,
    /// Its size.
    pub size: f64,
    /// Its value.
    pub value: f64,
    /// What may be said of it.
    pub judgement: Judgement,
    /// Whether it lies outside the outer limits, and so is named.
    pub is_named: bool,
    /// Whether it is the chosen one.
    pub chosen: bool,
    /// What is read aloud: name, value, where it lies.
    pub spoken: String,
}

/// The words in a funnel.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// What places are held against, such as `Hele landet`.
    pub target: &'a str,
    /// The inner limits, such as `95 %`.
    pub inner: &'a str,
    /// The outer limits, such as `99,8 %`.
    pub outer: &'a str,
}

/// The funnel in its size; each point can be acted on, from the smallest place to the largest.
#[must_use]
pub fn layout(funnel: &Funnel, size: Size, words: &Words<'_>) -> Figure {
    let labels = [words.target, words.inner, words.outer];
    let right = widest(labels.into_iter(), Weight::Bold) + AIR;
    let top = if funnel.values.title.is_empty() {
        10.0
    } else {
        10.0 + TEXT_LINE
    };
    let plane = Plane::new(
        &funnel.values,
        size,
        Margins {
            top,
            right,
            bottom: FOOT,
        },
    );
    let sizes = plane.rightwards(funnel.sizes.domain);
    let mut marks = plane.grid(&funnel.values);
    marks.extend(foot(&funnel.sizes, (&plane, &sizes)));
    marks.extend(limit_lines(&funnel.limits, (&plane, &sizes)));
    let target = plane.y(funnel.target);
    let (left, end) = plane.sides;
    marks.push(horizontal(
        left,
        end,
        target,
        Stroke::solid(Paint::Ink, BENCHMARK),
    ));
    marks.extend(line_names(funnel, &plane, words));
    let at = |place: &Place| Point::new(sizes.px(place.size), plane.y(place.value));
    marks.extend(points(funnel, &at));
    marks.extend(names(funnel, &plane, &at));
    let mut ordered: Vec<&Place> = funnel.places.iter().collect();
    ordered.sort_by(|one, other| one.size.total_cmp(&other.size));
    let hit = |place: &Place| Hit {
        id: place.place.id.clone(),
        area: square(at(place), REACH),
        label: place.spoken.clone(),
        chosen: place.chosen,
    };
    Figure {
        drawing: Drawing {
            marks,
            ..Drawing::new(size)
        },
        hits: ordered.into_iter().map(hit).collect(),
    }
}

/// The sizes under the plot, and what they count.
fn foot(axis: &Axis, (plane, sizes): (&Plane, &Scale)) -> Vec<Mark> {
    let baseline = plane.top_bottom.1 + TEXT_LINE;
    let mut marks = tick_labels(&axis.ticks, sizes, baseline, plane.sides.1 + AIR);
    let at = Point::new(plane.sides.1, baseline + TEXT_LINE);
    let face = Face::regular(Anchor::End, Paint::Ink2);
    marks.push(text(at, axis.title.clone(), face));
    marks
}

/// The inner limits are dashed, the outer ones are not.
fn limit_lines(limits: &[Limits], (plane, sizes): (&Plane, &Scale)) -> Vec<Mark> {
    let inner = Stroke::broken(Paint::Ink2, SECOND, Dash::Dashed);
    let outer = Stroke::solid(Paint::Ink2, SECOND);
    let line = |of: fn(&Limits) -> f64, stroke| {
        let point = |limits: &Limits| Point::new(sizes.px(limits.size), plane.y(of(limits)));
        Mark::Polyline {
            points: limits.iter().map(point).collect(),
            stroke,
        }
    };
    vec![
        line(|limits| limits.outer.1, outer),
        line(|limits| limits.inner.1, inner),
        line(|limits| limits.inner.0, inner),
        line(|limits| limits.outer.0, outer),
    ]
}

/// The names of the lines at their ends: the target first, then those that do not touch it.
fn line_names(funnel: &Funnel, plane: &Plane, words: &Words<'_>) -> Vec<Mark> {
    let mut named = vec![(funnel.target, words.target, Weight::Bold)];
    if let Some(last) = funnel.limits.last() {
        named.push((last.outer.1, words.outer, Weight::Regular));
        named.push((last.outer.0, words.outer, Weight::Regular));
        named.push((last.inner.1, words.inner, Weight::Regular));
        named.push((last.inner.0, words.inner, Weight::Regular));
    }
    let mut taken: Vec<f64> = Vec::new();
    let mut marks = Vec::new();
    for (value, name, weight) in named {
        let y = plane.y(value);
        if taken
            .iter()
            .any(|other| (other - y).abs() < TEXT_LINE - 2.0)
        {
            continue;
        }
        taken.push(y);
        let paint = if weight == Weight::Bold {
            Paint::Ink
        } else {
            Paint::Ink2
        };
        let face = Face {
            anchor: Anchor::Start,
            paint,
            weight,
        };
        marks.push(text(
            Point::new(plane.sides.1 + AIR, y + BASELINE),
            name,
            face,
        ));
    }
    marks
}

/// Points within the limits first, so that those outside and the chosen one lie on top.
fn points(funnel: &Funnel, at: &impl Fn(&Place) -> Point) -> Vec<Mark> {
    let rank = |place: &Place| u8::from(place.is_named) + 2 * u8::from(place.chosen);
    let mut ordered: Vec<&Place> = funnel.places.iter().collect();
    ordered.sort_by_key(|place| rank(place));
    let ring = |place: &Place| Mark::Circle {
        center: at(place),
        radius: CHOSEN,
        look: Look::outlined(Stroke::solid(Paint::Accent, 2.0)),
    };
    let marks = |place: &Place| {
        let ring = place.chosen.then(|| ring(place));
        std::iter::once(shape::value(at(place), place.judgement)).chain(ring)
    };
    ordered.into_iter().flat_map(marks).collect()
}

/// The chosen place is named, and those outside the outer limits, the furthest first.
fn names(funnel: &Funnel, plane: &Plane, at: &impl Fn(&Place) -> Point) -> Vec<Mark> {
    let mut names = Names::default();
    for place in &funnel.places {
        names.keep_free(square(at(place), MARK));
    }
    let inside = Area {
        x: plane.sides.0,
        y: plane.top_bottom.0,
        width: plane.sides.1 - plane.sides.0,
        height: plane.top_bottom.1 - plane.top_bottom.0,
    };
    let mut named: Vec<&Place> = funnel.places.iter().collect();
    named.retain(|place| place.is_named || place.chosen);
    let distance = |place: &Place| (place.value - funnel.target).abs() * place.size.sqrt();
    named.sort_by(|one, other| {
        let furthest = distance(other).total_cmp(&distance(one));
        other.chosen.cmp(&one.chosen).then(furthest)
    });
    let name = |place: &Place| {
        let face = if place.chosen {
            Face::bold(Anchor::Start, Paint::Accent)
        } else {
            Face::regular(Anchor::Start, Paint::Ink)
        };
        names.beside(at(place), &place.place.label, (face, inside))
    };
    named.into_iter().filter_map(name).collect()
}
