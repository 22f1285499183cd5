//! Flows between two columns of states: each band as wide as its number, each state as high as its bands.

use crate::drawing::{Drawing, Size};
use crate::mark::{Anchor, Area, Look, Mark, Paint, Point, Weight};
use crate::measure::{BASELINE, GAP, TEXT_LINE};
use crate::text;

/// Width of a state.
const STATE: f64 = 6.0;
/// Between two states, at the least.
const APART: f64 = 6.0;
/// From a state to its name.
const NEAR: f64 = 4.0;
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

/// The flows within a size; names too long for a line take more.
#[must_use]
pub fn layout(flows: &Flows, size: Size) -> Drawing {
    let left = room(&flows.from, size.width);
    let right = size.width - room(&flows.to, size.width);
    let before = Column::new(flows, Side::Before, size);
    let after = Column::new(flows, Side::After, size);
    let mut marks = bands(flows, (&before, &after), (left, right));
    marks.extend(before.marks(left, Anchor::End));
    marks.extend(after.marks(right - STATE, Anchor::Start));
    Drawing {
        marks,
        ..Drawing::new(size)
    }
}

/// The height that the names alone take at a width; what is more is shared by the numbers.
#[must_use]
pub fn height_of_names(flows: &Flows, width: f64) -> f64 {
    let slots = |names: &[String]| {
        let lines = lines(names, width);
        lines.iter().map(|lines| slot(lines)).sum::<f64>()
    };
    slots(&flows.from).max(slots(&flows.to))
}

/// The room that the names of a side take.
fn room(names: &[String], width: f64) -> f64 {
    let widths = names.iter().map(|name| text::width(name, Weight::Regular));
    (widths.fold(0.0, f64::max) + GAP).min(width * MOST_NAMES)
}

/// The names of a side in lines of its room; only a word longer than a line is cut.
fn lines(names: &[String], width: f64) -> Vec<Vec<String>> {
    let room = room(names, width) - NEAR;
    let fit = |line: String| text::fit(&line, room, Weight::Regular);
    let of_name = |name: &String| text::wrap(name, room).into_iter().map(fit).collect();
    names.iter().map(of_name).collect()
}

/// The height that a name takes.
fn slot(lines: &[String]) -> f64 {
    lines.len().max(1) as f64 * TEXT_LINE + APART
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
    /// The names in lines.
    names: Vec<Vec<String>>,
    px_each: f64,
}

impl Column {
    fn new(flows: &Flows, side: Side, size: Size) -> Self {
        let names = match side {
            Side::Before => &flows.from,
            Side::After => &flows.to,
        };
        let totals = totals(flows, side, names.len());
        let names = lines(names, size.width);
        let all: f64 = totals.iter().sum();
        // Each state has room for its name; what is left is shared by the numbers.
        let gaps: f64 = names.iter().map(|lines| slot(lines)).sum();
        let px_each = ((size.height - gaps).max(0.0)) / all.max(1.0);
        let mut top = 0.0;
        let states = totals.into_iter().zip(&names).map(|(total, lines)| {
            let high = total * px_each;
            let slot = high + slot(lines);
            let state = (top + (slot - high) / 2.0, high);
            top += slot;
            state
        });
        Self {
            states: states.collect(),
            names,
            px_each,
        }
    }

    fn state(&self, at: usize) -> (f64, f64) {
        self.states.get(at).copied().unwrap_or_default()
    }

    fn marks(&self, x: f64, anchor: Anchor) -> Vec<Mark> {
        let one = |(lines, (top, high)): (&Vec<String>, &(f64, f64))| {
            let area = Area {
                x,
                y: *top,
                width: STATE,
                height: high.max(1.0),
            };
            let words = match anchor {
                Anchor::End => x - NEAR,
                _ => x + STATE + NEAR,
            };
            let first = top + (high - (lines.len() as f64 - 1.0) * TEXT_LINE) / 2.0 + BASELINE;
            let name = lines.iter().enumerate().map(move |(at, line)| Mark::Text {
                at: Point::new(words, first + at as f64 * TEXT_LINE),
                text: line.clone(),
                anchor,
                paint: Paint::Ink,
                weight: Weight::Regular,
            });
            let look = Look::filled(Paint::Ink2);
            let state = std::iter::once(Mark::Rect { area, look });
            state.chain(name).collect::<Vec<Mark>>()
        };
        self.names.iter().zip(&self.states).flat_map(one).collect()
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
mod tests;
