//! What figures with two axes share: numbers upwards with gridlines, and room around the plot.

use protocol::view::Tick;

use crate::drawing::Size;
use crate::mark::{Anchor, Area, Mark, Paint, Point, Stroke, Weight};
use crate::measure::{BASELINE, HAIRLINE, TEXT, TEXT_LINE};
use crate::plot::{Face, inset, text, widest};
use crate::scale::Scale;
use crate::shape::horizontal;
use crate::text as letters;

/// Between tick labels and the plot.
pub(crate) const AIR: f64 = 8.0;

/// An axis with its round numbers and what it counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    /// The numbers at its ends.
    pub domain: (f64, f64),
    /// The round numbers on it.
    pub ticks: Vec<Tick>,
    /// What it counts, with its unit; may be empty.
    pub title: String,
}

/// How much room is kept around a plot.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Margins {
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

/// A plot with a scale upwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Plane {
    pub(crate) sides: (f64, f64),
    pub(crate) top_bottom: (f64, f64),
    pub(crate) upwards: Scale,
}

impl Plane {
    /// A plot that leaves room for the numbers of the axis at its left.
    pub(crate) fn new(axis: &Axis, size: Size, margins: Margins) -> Self {
        let ticks = axis.ticks.iter().map(|tick| tick.text.as_str());
        let left = widest(ticks, Weight::Regular) + AIR;
        let sides = (left, (size.width - margins.right).max(left));
        let bottom = (size.height - margins.bottom).max(margins.top);
        let top_bottom = (margins.top, bottom);
        Self {
            sides,
            top_bottom,
            upwards: Scale::new(axis.domain, (bottom, margins.top)),
        }
    }

    /// A scale to the right that leaves half a mark free at both sides.
    pub(crate) fn rightwards(&self, domain: (f64, f64)) -> Scale {
        Scale::new(domain, inset(self.sides))
    }

    /// Where a number stands, drawn at the edge when it lies outside.
    pub(crate) fn y(&self, value: f64) -> f64 {
        self.upwards.position(value).px()
    }

    /// The gridlines, and over them what the axis counts.
    pub(crate) fn grid(&self, axis: &Axis) -> Vec<Mark> {
        let mut marks = gridlines(&axis.ticks, &self.upwards, self.sides);
        let title = letters::fit(&axis.title, self.sides.1, Weight::Regular);
        let at = Point::new(0.0, self.top_bottom.0 - TEXT_LINE + BASELINE);
        let face = Face::regular(Anchor::Start, Paint::Ink2);
        marks.extend((!title.is_empty()).then(|| text(at, title, face)));
        marks
    }
}

/// A gridline for each tick on a scale that runs upwards, and its label unless it would touch the one before.
pub(crate) fn gridlines(ticks: &[Tick], upwards: &Scale, (left, right): (f64, f64)) -> Vec<Mark> {
    let face = Face::regular(Anchor::End, Paint::Ink2);
    let mut labelled = None;
    let on_scale = ticks
        .iter()
        .filter(|tick| upwards.position(tick.value).is_inside());
    let marks = |tick: &Tick| {
        let y = upwards.px(tick.value);
        let free = labelled.is_none_or(|last: f64| (last - y).abs() >= TEXT);
        labelled = if free { Some(y) } else { labelled };
        let at = Point::new(left - AIR, y + BASELINE);
        let label = free.then(|| text(at, tick.text.clone(), face));
        let line = horizontal(left, right, y, Stroke::solid(Paint::Line, HAIRLINE));
        [Some(line), label]
    };
    on_scale.flat_map(marks).flatten().collect()
}

/// Names beside points: each where it covers nothing that stands there already, or left out.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    taken: Vec<Area>,
}

impl Names {
    /// Keeps free what is drawn there.
    pub(crate) fn keep_free(&mut self, area: Area) {
        self.taken.push(area);
    }

    /// The name to the right of a point, else to the left, above or below it; none where there is no room inside.
    pub(crate) fn beside(
        &mut self,
        at: Point,
        name: &str,
        (face, inside): (Face, Area),
    ) -> Option<Mark> {
        let width = letters::width(name, face.weight);
        let places = [
            (AIR, 0.0),
            (-AIR - width, 0.0),
            (-width / 2.0, -TEXT),
            (-width / 2.0, TEXT),
        ];
        let area = places.into_iter().map(|(right, down)| Area {
            x: at.x + right,
            y: at.y + down - TEXT / 2.0,
            width,
            height: TEXT,
        });
        let free = |area: &Area| {
            let is_inside = area.x >= inside.x
                && area.right() <= inside.right()
                && area.y >= inside.y
                && area.bottom() <= inside.bottom();
            is_inside && self.taken.iter().all(|taken| !touches(taken, area))
        };
        let area = area.into_iter().find(free)?;
        self.taken.push(area);
        let at = Point::new(area.x, area.y + TEXT / 2.0 + BASELINE);
        Some(text(
            at,
            name,
            Face {
                anchor: Anchor::Start,
                ..face
            },
        ))
    }
}

fn touches(one: &Area, other: &Area) -> bool {
    one.x < other.right()
        && other.x < one.right()
        && one.y < other.bottom()
        && other.y < one.bottom()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_where_they_cover_nothing_or_not_at_all() {
        let inside = Area {
            x: 0.0,
            y: 0.0,
            width: 200.0,
            height: 40.0,
        };
        let face = Face::regular(Anchor::Start, Paint::Ink);
        let mut names = Names::default();
        let mut place = |x: f64| match names.beside(Point::new(x, 20.0), "Vejle", (face, inside)) {
            Some(Mark::Text { at, .. }) => Some(at),
            _ => None,
        };
        let width = letters::width("Vejle", Weight::Regular);
        assert_eq!(place(100.0), Some(Point::new(108.0, 24.0)), "to the right");
        assert_eq!(
            place(100.0),
            Some(Point::new(92.0 - width, 24.0)),
            "then to the left"
        );
        assert_eq!(place(100.0).map(|at| at.y), Some(12.0), "then above");
        assert_eq!(place(100.0).map(|at| at.y), Some(36.0), "then below");
        assert_eq!(place(100.0), None);
        assert_eq!(
            place(190.0).map(|at| at.x < 190.0),
            Some(true),
            "never outside"
        );
    }
}
