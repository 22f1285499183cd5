//! Shapes made of several marks: a value by its judgement, and an interval.

use protocol::view::{CellKind, CellView, Judgement};

use crate::mark::{Area, Dash, Look, Mark, Paint, Point, Stroke};
use crate::measure::{CAP, CAP_LINE, FINE_LINE, INTERVAL_LINE, MARK, MARK_LINE};
use crate::scale::{Position, Scale};

/// Half the height of an arrow head, whose length is a px and a half more than its height is half.
const ARROW: f64 = 3.5;

/// Whether an interval ends in caps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ends {
    Caps,
    Plain,
}

/// An interval on its way to the paper.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Span {
    pub(crate) low: f64,
    pub(crate) high: f64,
    pub(crate) y: f64,
    pub(crate) paint: Paint,
    pub(crate) ends: Ends,
}

/// The number a figure may draw as a point; bounds, parts and hidden numbers are none.
pub(crate) fn drawn(cell: &CellView) -> Option<f64> {
    match cell.kind {
        CellKind::Value | CellKind::Zero => cell.value.filter(|value| value.is_finite()),
        _ => None,
    }
}

/// The limits of an interval, if both are there.
pub(crate) fn limits(low: Option<f64>, high: Option<f64>) -> Option<(f64, f64)> {
    let (low, high) = (low?, high?);
    (low.is_finite() && high.is_finite()).then_some((low, high))
}

/// What a judgement is painted with.
pub(crate) const fn judgement_paint(judgement: Judgement) -> Paint {
    match judgement {
        Judgement::Better => Paint::Better,
        Judgement::Worse => Paint::Worse,
        Judgement::Same | Judgement::NotAssessed => Paint::Same,
    }
}

/// A value: disc, open ring, diamond, or small dashed square where it is not assessed.
pub(crate) fn value(center: Point, judgement: Judgement) -> Mark {
    let paint = judgement_paint(judgement);
    let radius = MARK / 2.0;
    match judgement {
        Judgement::Better => Mark::Circle {
            center,
            radius,
            look: Look::filled(paint),
        },
        Judgement::Same => ring(center, paint),
        Judgement::Worse => Mark::Diamond {
            center,
            radius: radius + 1.0,
            look: Look::filled(paint),
        },
        Judgement::NotAssessed => {
            let look = Look::open(Stroke::broken(paint, FINE_LINE, Dash::Fine));
            Mark::Rect {
                area: square(center, MARK - 2.0),
                look,
            }
        }
    }
}

/// A mark where its number stands on the scale, or a short arrow at the edge beyond which it stands.
pub(crate) fn placed(
    position: Position,
    y: f64,
    paint: Paint,
    mark: impl Fn(Point) -> Mark,
) -> Vec<Mark> {
    let arrow = |x: f64, direction: f64| {
        let stroke = Stroke::solid(paint, INTERVAL_LINE);
        vec![
            horizontal(x - direction * MARK, x, y, stroke),
            arrow_head(Point::new(x, y), direction, paint),
        ]
    };
    match position {
        Position::Inside(x) => vec![mark(Point::new(x, y))],
        Position::Before(x) => arrow(x, -1.0),
        Position::After(x) => arrow(x, 1.0),
    }
}

/// An open ring: no difference, and a true zero.
pub(crate) fn ring(center: Point, paint: Paint) -> Mark {
    let radius = (MARK - MARK_LINE) / 2.0;
    Mark::Circle {
        center,
        radius,
        look: Look::open(Stroke::solid(paint, MARK_LINE)),
    }
}

/// A square around a point.
pub(crate) fn square(center: Point, side: f64) -> Area {
    Area {
        x: center.x - side / 2.0,
        y: center.y - side / 2.0,
        width: side,
        height: side,
    }
}

/// The line of an interval, with caps where asked for and arrow heads where it leaves the scale; nothing where all of it
/// lies on one side outside.
pub(crate) fn interval(span: &Span, scale: &Scale) -> Vec<Mark> {
    let [low, high] = [span.low, span.high].map(|limit| scale.position(limit));
    if let (Position::Before(_), Position::Before(_)) | (Position::After(_), Position::After(_)) =
        (low, high)
    {
        return Vec::new();
    }
    let stroke = Stroke::solid(span.paint, INTERVAL_LINE);
    let mut marks = vec![horizontal(low.px(), high.px(), span.y, stroke)];
    marks.extend(
        [low, high]
            .into_iter()
            .filter_map(|end| interval_end(end, span)),
    );
    marks
}

fn interval_end(end: Position, span: &Span) -> Option<Mark> {
    match (end, span.ends) {
        (Position::Before(x), _) => Some(arrow_head(Point::new(x, span.y), -1.0, span.paint)),
        (Position::After(x), _) => Some(arrow_head(Point::new(x, span.y), 1.0, span.paint)),
        (Position::Inside(x), Ends::Caps) => Some(upright(
            x,
            (span.y - CAP / 2.0, span.y + CAP / 2.0),
            Stroke::solid(span.paint, CAP_LINE),
        )),
        (Position::Inside(_), Ends::Plain) => None,
    }
}

/// A filled arrow head with its tip a little past the end; the direction is 1 to the right and −1 to the left.
pub(crate) fn arrow_head(end: Point, direction: f64, paint: Paint) -> Mark {
    let tip = Point::new(end.x + direction * (ARROW + 1.0), end.y);
    let corners = [
        tip,
        Point::new(end.x - direction, end.y - ARROW),
        Point::new(end.x - direction, end.y + ARROW),
    ];
    Mark::Polygon {
        points: corners.to_vec(),
        look: Look::filled(paint),
    }
}

/// A horizontal line.
pub(crate) fn horizontal(from_x: f64, to_x: f64, y: f64, stroke: Stroke) -> Mark {
    Mark::Line {
        from: Point::new(from_x, y),
        to: Point::new(to_x, y),
        stroke,
    }
}

/// An upright line from top to bottom.
pub(crate) fn upright(x: f64, (top, bottom): (f64, f64), stroke: Stroke) -> Mark {
    Mark::Line {
        from: Point::new(x, top),
        to: Point::new(x, bottom),
        stroke,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arrow_tips(low: f64, high: f64) -> Vec<f64> {
        let scale = Scale::new((-20.0, 20.0), (10.0, 210.0));
        let span = Span {
            low,
            high,
            y: 12.0,
            paint: Paint::Same,
            ends: Ends::Caps,
        };
        let tip = |mark: &Mark| match mark {
            Mark::Polygon { points, .. } => Some(points[0].x),
            _ => None,
        };
        interval(&span, &scale).iter().filter_map(tip).collect()
    }

    #[test]
    fn an_interval_outside_the_scale_ends_in_arrows() {
        assert_eq!(arrow_tips(-5.0, 5.0), Vec::<f64>::new());
        assert_eq!(arrow_tips(-5.0, 25.0), [214.5]);
        assert_eq!(arrow_tips(-25.0, 25.0), [5.5, 214.5]);
        assert_eq!(arrow_tips(30.0, 40.0), Vec::<f64>::new());
    }

    #[test]
    fn only_numbers_are_drawn_as_points() {
        let cases = [
            (CellKind::Value, Some(1.0), Some(1.0)),
            (CellKind::Zero, Some(0.0), Some(0.0)),
            (CellKind::Value, Some(f64::NAN), None),
            (CellKind::Hidden, Some(3.0), None),
            (CellKind::Bounds, Some(3.0), None),
            (CellKind::AtLeast, Some(3.0), None),
            (CellKind::Incomplete, Some(3.0), None),
            (CellKind::Missing, None, None),
        ];
        for (kind, value, expected) in cases {
            assert_eq!(
                drawn(&CellView {
                    kind,
                    value,
                    ..CellView::default()
                }),
                expected,
                "{kind:?}"
            );
        }
    }
}
