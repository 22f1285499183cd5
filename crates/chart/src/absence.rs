//! Signs of numbers that are not there: hatching for what is hidden, dots for what is missing.

use protocol::view::CellKind;

use crate::mark::{Area, Dash, Look, Mark, Paint, Point, Stroke};
use crate::measure::{FINE_LINE, HAIRLINE};
use crate::shape::horizontal;

/// Width of a sign.
const WIDTH: f64 = 26.0;
/// Between the lines of the hatching, along the border.
const STEP: f64 = 5.0;

/// What stands at the beginning of a row for a number that is not there: hatching, dots, or nothing.
pub(crate) fn sign(kind: CellKind, start: Point, height: f64) -> Vec<Mark> {
    match kind {
        CellKind::Hidden => hatched(Area {
            x: start.x,
            y: start.y - height / 2.0,
            width: WIDTH,
            height,
        }),
        CellKind::Missing => vec![dotted(start, WIDTH)],
        _ => Vec::new(),
    }
}

/// How much room [`sign`] takes.
pub(crate) const fn width(kind: CellKind) -> f64 {
    match kind {
        CellKind::Hidden | CellKind::Missing => WIDTH,
        _ => 0.0,
    }
}

/// The dotted line of what is missing.
pub(crate) fn dotted(start: Point, length: f64) -> Mark {
    horizontal(
        start.x,
        start.x + length,
        start.y,
        Stroke::broken(Paint::Edge, FINE_LINE, Dash::Dotted),
    )
}

/// A bordered area with lines at 45°: what is hidden.
pub(crate) fn hatched(area: Area) -> Vec<Mark> {
    let stroke = Stroke::solid(Paint::Edge, HAIRLINE);
    let mut marks = vec![Mark::Rect {
        area,
        look: Look::open(stroke),
    }];
    let reach = area.width + area.height;
    let offsets = std::iter::successors(Some(STEP), |offset| Some(offset + STEP));
    marks.extend(
        offsets
            .take_while(|offset| *offset < reach)
            .map(|offset| slanted(&area, offset, stroke)),
    );
    marks
}

/// The part within an area of the line at 45° that meets its left edge so far down.
fn slanted(area: &Area, offset: f64, stroke: Stroke) -> Mark {
    let below = (offset - area.height).max(0.0);
    let beyond = (offset - area.width).max(0.0);
    Mark::Line {
        from: Point::new(area.x + below, area.y + offset - below),
        to: Point::new(area.x + offset - beyond, area.y + beyond),
        stroke,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hatching_stays_inside_its_border() {
        let area = Area {
            x: 3.0,
            y: 5.0,
            width: 26.0,
            height: 13.0,
        };
        for mark in hatched(area) {
            if let Mark::Line { from, to, .. } = mark {
                for end in [from, to] {
                    assert!(
                        (area.x..=area.right()).contains(&end.x)
                            && (area.y..=area.bottom()).contains(&end.y),
                        "{end:?}"
                    );
                }
                assert_eq!(to.x - from.x, from.y - to.y, "not 45 degrees");
            }
        }
        assert_eq!(hatched(area).len(), 1 + 7);
    }
}
