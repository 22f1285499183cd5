//! The small signs that stand beside the word of a judgement.

use protocol::view::Judgement;

use crate::drawing::{Drawing, Size};
use crate::mark::{Dash, Look, Mark, Paint, Point, Stroke};

/// The size in px at which the measures below are drawn.
const DESIGN_SIZE: f64 = 14.0;
/// Half the length of the plus and the minus.
const INNER: f64 = 3.2;
/// Their line.
const INNER_LINE: f64 = 1.7;
/// Line of the rings and of the two bars.
const RING_LINE: f64 = 1.3;

/// The words of the four judgements.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words<'text> {
    /// Better.
    pub better: &'text str,
    /// No difference.
    pub same: &'text str,
    /// Worse.
    pub worse: &'text str,
    /// Not assessed.
    pub not_assessed: &'text str,
}

impl<'text> Words<'text> {
    /// The word of a judgement.
    #[must_use]
    pub const fn of(&self, judgement: Judgement) -> &'text str {
        match judgement {
            Judgement::Better => self.better,
            Judgement::Same => self.same,
            Judgement::Worse => self.worse,
            Judgement::NotAssessed => self.not_assessed,
        }
    }
}

/// The sign of a judgement in a square of so many px: disc with plus, ring with two bars, diamond with minus, dashed ring.
#[must_use]
pub fn sign(judgement: Judgement, size: f64) -> Drawing {
    let unit = size / DESIGN_SIZE;
    let center = Point::new(size / 2.0, size / 2.0);
    let marks = match judgement {
        Judgement::Better => better(center, unit),
        Judgement::Same => same(center, unit),
        Judgement::Worse => worse(center, unit),
        Judgement::NotAssessed => vec![ring(center, unit, Dash::Fine)],
    };
    Drawing {
        marks,
        ..Drawing::new(Size {
            width: size,
            height: size,
        })
    }
}

fn better(center: Point, unit: f64) -> Vec<Mark> {
    let stroke = Stroke::solid(Paint::Paper, INNER_LINE * unit);
    let look = Look::filled(Paint::Better);
    vec![
        Mark::Circle {
            center,
            radius: 6.5 * unit,
            look,
        },
        bar(center, (INNER * unit, 0.0), stroke),
        bar(center, (0.0, INNER * unit), stroke),
    ]
}

fn same(center: Point, unit: f64) -> Vec<Mark> {
    let stroke = Stroke::solid(Paint::Same, RING_LINE * unit);
    let at = |shift: f64| {
        bar(
            Point::new(center.x, center.y + shift * unit),
            (2.8 * unit, 0.0),
            stroke,
        )
    };
    vec![ring(center, unit, Dash::Solid), at(-1.6), at(1.6)]
}

fn worse(center: Point, unit: f64) -> Vec<Mark> {
    let stroke = Stroke::solid(Paint::Paper, INNER_LINE * unit);
    let look = Look::filled(Paint::Worse);
    vec![
        Mark::Diamond {
            center,
            radius: 7.0 * unit,
            look,
        },
        bar(center, (INNER * unit, 0.0), stroke),
    ]
}

fn ring(center: Point, unit: f64, dash: Dash) -> Mark {
    let look = Look::outlined(Stroke::broken(Paint::Same, RING_LINE * unit, dash));
    Mark::Circle {
        center,
        radius: 5.8 * unit,
        look,
    }
}

/// A line through a centre, so far to each side.
fn bar(center: Point, (half_width, half_height): (f64, f64), stroke: Stroke) -> Mark {
    let from = Point::new(center.x - half_width, center.y - half_height);
    let to = Point::new(center.x + half_width, center.y + half_height);
    Mark::Line { from, to, stroke }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_differ_in_shape_and_not_in_colour_only() {
        let shape = |judgement| {
            let kind = |mark: &Mark| match mark {
                Mark::Circle { look, .. } if look.fill.is_some() => "disc",
                Mark::Circle { .. } => "ring",
                Mark::Diamond { .. } => "diamond",
                _ => "bar",
            };
            sign(judgement, 14.0)
                .marks
                .iter()
                .map(kind)
                .collect::<Vec<_>>()
                .join(" ")
        };
        assert_eq!(shape(Judgement::Better), "disc bar bar");
        assert_eq!(shape(Judgement::Same), "ring bar bar");
        assert_eq!(shape(Judgement::Worse), "diamond bar");
        assert_eq!(shape(Judgement::NotAssessed), "ring");
    }

    #[test]
    fn a_sign_grows_with_its_size() {
        let Mark::Circle { center, radius, .. } = sign(Judgement::Better, 28.0).marks[0] else {
            panic!("no disc")
        };
        assert_eq!((center, radius), (Point::new(14.0, 14.0), 13.0));
    }
}
