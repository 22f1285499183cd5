//! A difference as a bar from a common nought: to the right where it rose, to the left where it fell.

use crate::drawing::{Drawing, Size};
use crate::mark::{Area, Look, Mark, Paint, Stroke};
use crate::measure::HAIRLINE;
use crate::scale::Scale;
use crate::shape::upright;

/// Share of the height that the bar takes.
const BAR: f64 = 0.5;

/// The bar of one row; all rows of a table are given the same largest difference and the same size.
#[must_use]
pub fn layout(difference: f64, largest: f64, size: Size) -> Drawing {
    let most = largest.abs().max(f64::MIN_POSITIVE);
    let scale = Scale::new((-most, most), (0.0, size.width));
    let (zero, end) = (scale.px(0.0), scale.px(difference));
    let area = Area {
        x: zero.min(end),
        y: size.height * (1.0 - BAR) / 2.0,
        width: (end - zero).abs(),
        height: size.height * BAR,
    };
    let axis = Stroke::solid(Paint::Edge, HAIRLINE);
    let look = Look::filled(Paint::Edge);
    Drawing {
        marks: vec![
            Mark::Rect { area, look },
            upright(zero, (0.0, size.height), axis),
        ],
        ..Drawing::new(size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rise_lies_right_of_nought_and_a_fall_left_of_it() {
        let size = Size {
            width: 100.0,
            height: 20.0,
        };
        let area = |difference| match layout(difference, 10.0, size).marks[0] {
            Mark::Rect { area, .. } => (area.x, area.width),
            _ => (f64::NAN, f64::NAN),
        };
        assert_eq!(area(10.0), (50.0, 50.0));
        assert_eq!(area(-5.0), (25.0, 25.0));
    }
}
