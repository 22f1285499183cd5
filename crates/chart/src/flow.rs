//! Flows between two columns of states: each band as wide as its number, each state as high as its bands.

use crate::drawing::{Drawing, Size};
use crate::mark::{Anchor, Area, Look, Mark, Paint, Point, Weight};
use crate::measure::{BASELINE, GAP, TEXT_LINE};
use crate::text;

/// Width of a state.
const STATE: f64 = 6.0;
/// Between two states, at the least.
const APART: f64 = 6.0;
/// Points along the edge of a band.
const POINTS: u32 = 12;
/// A band so thin is drawn as thick as this, so that it is seen.
const THIN: f64 = 0.6;
/// The most room that the names of one side take, as a share of the width.
const MOST_NAMES: f64 = 0.3;

/// States before and after, and who went from one to the other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Flows {
    /// Names of the states before.
    pub from: Vec<String>,
    /// Names of the states after.
    pub to: Vec<String>,
    /// Position before, position after, and how many; those that are hidden are left out.
    pub bands: Vec<(usize, usize, f64)>,
}

/// The flows within a size.
#[must_use]
pub fn layout(flows: &Flows, size: Size) -> Drawing {
    let room = |names: &[String]| {
        let widths = names.iter().map(|name| text::width(name, Weight::Regular));
        (widths.fold(0.0, f64::max) + GAP).min(size.width * MOST_NAMES)
    };
    let (left, right) = (room(&flows.from), size.width - room(&flows.to));
    let before = Column::new(flows, (Side::Before, flows.from.len()), size.height);
    let after = Column::new(flows, (Side::After, flows.to.len()), size.height);
    let mut marks = bands(flows, (&before, &after), (left, right));
    marks.extend(before.marks(&flows.from, (left, Anchor::End, left)));
    marks.extend(after.marks(
        &flows.to,
        (right - STATE, Anchor::Start, size.width - right),
    ));
    Drawing {
        marks,
        ..Drawing::new(size)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

/// Where the states of one side stand.
struct Column {
    /// Upper edge and height of each.
    states: Vec<(f64, f64)>,
    px_each: f64,
}

impl Column {
    fn new(flows: &Flows, (side, count): (Side, usize), height: f64) -> Self {
        let totals = totals(flows, side, count);
        let all: f64 = totals.iter().sum();
        // Each state has room for a line of text; what is left is shared by the numbers.
        let gaps = count as f64 * (TEXT_LINE + APART);
        let px_each = ((height - gaps).max(0.0)) / all.max(1.0);
        let mut top = 0.0;
        let states = totals.into_iter().map(|total| {
            let high = total * px_each;
            let slot = high + TEXT_LINE + APART;
            let state = (top + (slot - high) / 2.0, high);
            top += slot;
            state
        });
        Self {
            states: states.collect(),
            px_each,
        }
    }

    fn state(&self, at: usize) -> (f64, f64) {
        self.states.get(at).copied().unwrap_or_default()
    }

    fn marks(&self, names: &[String], (x, anchor, room): (f64, Anchor, f64)) -> Vec<Mark> {
        let one = |(name, (top, high)): (&String, &(f64, f64))| {
            let area = Area {
                x,
                y: *top,
                width: STATE,
                height: high.max(1.0),
            };
            let words = match anchor {
                Anchor::End => x - 4.0,
                _ => x + STATE + 4.0,
            };
            let name = Mark::Text {
                at: Point::new(words, top + high / 2.0 + BASELINE),
                text: text::fit(name, room - 4.0, Weight::Regular),
                anchor,
                paint: Paint::Ink,
                weight: Weight::Regular,
            };
            let look = Look::filled(Paint::Ink2);
            [Mark::Rect { area, look }, name]
        };
        names.iter().zip(&self.states).flat_map(one).collect()
    }
}

fn totals(flows: &Flows, side: Side, count: usize) -> Vec<f64> {
    let mut totals = vec![0.0; count];
    for (from, to, value) in &flows.bands {
        let at = if side == Side::Before { from } else { to };
        if let Some(total) = totals.get_mut(*at) {
            *total += value;
        }
    }
    totals
}

fn bands(
    flows: &Flows,
    (before, after): (&Column, &Column),
    (left, right): (f64, f64),
) -> Vec<Mark> {
    let mut begun = (vec![0.0; flows.from.len()], vec![0.0; flows.to.len()]);
    let mut sorted = flows.bands.clone();
    sorted.sort_by_key(|(from, to, _)| (*from, *to));
    let mut marks = Vec::new();
    for (from, to, value) in sorted {
        let (Some(out), Some(into)) = (begun.0.get_mut(from), begun.1.get_mut(to)) else {
            continue;
        };
        let heights = (value * before.px_each, value * after.px_each);
        let start = before.state(from).0 + *out;
        let end = after.state(to).0 + *into;
        *out += heights.0;
        *into += heights.1;
        marks.push(band(
            (left + STATE, start, heights.0),
            (right - STATE, end, heights.1),
        ));
    }
    marks
}

/// A band between x, upper edge and height at either end.
fn band(start: (f64, f64, f64), end: (f64, f64, f64)) -> Mark {
    let edge = |share: f64, low: bool| {
        // A half wave of the cosine is level at both ends.
        let risen = (1.0 - (share * std::f64::consts::PI).cos()) / 2.0;
        let tops = (start.1, end.1);
        let high = start.2.max(THIN) + (end.2.max(THIN) - start.2.max(THIN)) * risen;
        let top = tops.0 + (tops.1 - tops.0) * risen;
        let x = start.0 + (end.0 - start.0) * share;
        Point::new(x, if low { top + high } else { top })
    };
    let shares = || (0..=POINTS).map(|at| f64::from(at) / f64::from(POINTS));
    let upper = shares().map(|share| edge(share, false));
    let lower = shares().rev().map(|share| edge(share, true));
    Mark::Polygon {
        points: upper.chain(lower).collect(),
        look: Look::filled(Paint::Band),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(bands: &[(usize, usize, f64)]) -> Drawing {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let flows = Flows {
            from: names(&["A", "B"]),
            to: names(&["A", "B", "C"]),
            bands: bands.to_vec(),
        };
        let size = Size {
            width: 400.0,
            height: 200.0,
        };
        layout(&flows, size)
    }

    fn states(drawing: &Drawing) -> Vec<f64> {
        let marks = drawing.marks.iter();
        let heights = marks.filter_map(|mark| match mark {
            Mark::Rect { area, .. } => Some(area.height),
            _ => None,
        });
        heights.collect()
    }

    #[test]
    fn a_state_is_as_high_as_all_who_were_in_it() {
        let heights = states(&drawn(&[(0, 0, 30.0), (0, 1, 10.0), (1, 1, 20.0)]));
        assert_eq!(heights.len(), 5);
        assert!((heights[0] - 2.0 * heights[1]).abs() < 1e-9, "{heights:?}");
        assert!((heights[2] - heights[3]).abs() < 1e-9, "{heights:?}");
    }

    #[test]
    fn each_flow_is_a_band_and_one_that_is_left_out_is_none() {
        let drawing = drawn(&[(0, 0, 30.0), (1, 1, 20.0)]);
        let bands = drawing
            .marks
            .iter()
            .filter(|mark| matches!(mark, Mark::Polygon { .. }));
        assert_eq!(bands.count(), 2);
    }

    #[test]
    fn everything_lies_within_the_size() {
        let drawing = drawn(&[(0, 2, 1.0), (1, 0, 99.0)]);
        for mark in &drawing.marks {
            if let Mark::Polygon { points, .. } = mark {
                let inside = |point: &Point| {
                    (0.0..=200.0).contains(&point.y) && (0.0..=400.0).contains(&point.x)
                };
                assert!(points.iter().all(inside), "{points:?}");
            }
        }
    }
}
