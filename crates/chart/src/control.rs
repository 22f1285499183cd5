//! The control chart: a series with its centre line and limits, phase by phase, and the points that are more than chance.

mod field;

use std::ops::Range;

use protocol::view::CellKind;

use crate::drawing::{Drawing, Size};
use crate::mark::Weight;
use crate::measure::TEXT_LINE;
use crate::plane::{AIR, Axis, Margins, Plane};
use crate::plot::widest;
use field::Field;

/// Room under the plot for the periods.
const FOOT: f64 = 24.0;
/// A series in phases.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Control {
    /// The values.
    pub values: Axis,
    /// The points in order.
    pub points: Vec<Moment>,
    /// The phases in order; each begins where the one before ends.
    pub phases: Vec<Phase>,
}

/// A point in time, with its number and its limits.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moment {
    /// The period, as short as it can be said.
    pub period: String,
    /// Its value; none where it is hidden or missing.
    pub value: Option<f64>,
    /// What it is where it has no value.
    pub kind: CellKind,
    /// Whether the number is preliminary.
    pub is_preliminary: bool,
    /// The limits there.
    pub limits: Option<(f64, f64)>,
    /// Whether it lies beyond the limits.
    pub is_beyond: bool,
}

/// A part of the series with lines of its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phase {
    /// Its points.
    pub points: Range<usize>,
    /// Its centre line.
    pub centre: f64,
    /// What stands over it; empty for the only phase.
    pub title: String,
    /// The signal of its runs in words; empty where there is none.
    pub signal: String,
}

/// The words in a control chart.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// The centre line with its number, such as `middel 12,3`.
    pub centre: &'a str,
    /// The upper limit likewise; empty without limits.
    pub upper: &'a str,
    /// The lower limit likewise.
    pub lower: &'a str,
}

/// The chart in its size.
#[must_use]
pub fn layout(control: &Control, size: Size, words: &Words<'_>) -> Drawing {
    let right = widest(
        [words.centre, words.upper, words.lower].into_iter(),
        Weight::Bold,
    ) + AIR;
    let has_titles = control.phases.iter().any(|phase| !phase.title.is_empty());
    let has_signals = control.phases.iter().any(|phase| !phase.signal.is_empty());
    let lines = [!control.values.title.is_empty(), has_titles, has_signals];
    let lines = lines.into_iter().filter(|line| *line).count();
    let margins = Margins {
        top: 10.0 + TEXT_LINE * lines as f64,
        right,
        bottom: FOOT,
    };
    let plane = Plane::new(&control.values, size, margins);
    let last = control.points.len().saturating_sub(1);
    let field = Field {
        plane,
        periods: plane.rightwards((0.0, last as f64)),
        heads: (has_titles, has_signals),
    };
    let mut marks = field.grid(&control.values);
    marks.extend(field.periods(control));
    for (index, phase) in control.phases.iter().enumerate() {
        marks.extend(field.phase(control, phase));
        if index > 0 {
            marks.extend(field.begin(phase));
        }
        marks.extend(field.head(phase));
    }
    marks.extend(field.ends(control, words));
    for phase in &control.phases {
        marks.extend(field.series(control, phase));
    }
    Drawing {
        marks,
        ..Drawing::new(size)
    }
}
