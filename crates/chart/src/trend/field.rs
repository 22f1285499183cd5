//! Where periods and numbers stand.

use std::ops::Range;

use protocol::view::Tick;
use protocol::view::indicator::Trend;

use super::{Words, label};
use crate::drawing::Size;
use crate::mark::{Mark, Point, Weight};
use crate::measure::TEXT_LINE;
use crate::plane::{AIR, gridlines};
use crate::plot::{inset, widest};
use crate::scale::Scale;

/// Air above the highest tick.
const TOP: f64 = 10.0;
/// Room for the periods under the plot.
const FOOT: f64 = 24.0;

/// The plot of a trend.
#[derive(Clone, Debug)]
pub(super) struct Field {
    pub(super) size: Size,
    /// Left and right edge.
    pub(super) sides: (f64, f64),
    /// Upper and lower edge.
    pub(super) top_bottom: (f64, f64),
    /// Numbers to px.
    pub(super) vertical: Scale,
    /// Positions of the periods.
    pub(super) periods: Vec<f64>,
    /// Positions, from 0, of the periods that begin anew.
    pub(super) breaks: Vec<usize>,
}

impl Field {
    pub(super) fn new(trend: &Trend, size: Size, words: &Words<'_>) -> Self {
        let ticks = widest(
            trend.ticks.iter().map(|tick| tick.text.as_str()),
            Weight::Regular,
        );
        let labels = label::column_width(&trend.series, size.width, words);
        let left = if ticks > 0.0 { ticks + AIR } else { 0.0 };
        let sides = (left, (size.width - labels - AIR).max(left));
        let top = if trend.breaks.is_empty() {
            TOP
        } else {
            TOP + 2.0 * TEXT_LINE
        };
        let top_bottom = (top, (size.height - FOOT).max(top));
        Self {
            size,
            sides,
            top_bottom,
            vertical: Scale::new(trend.domain, (top_bottom.1, top_bottom.0)),
            periods: positions(trend.periods.len(), inset(sides)),
            breaks: break_indices(trend),
        }
    }

    /// Where a period's number stands.
    pub(super) fn point(&self, period_index: usize, value: f64) -> Option<Point> {
        let x = *self.periods.get(period_index)?;
        Some(Point::new(x, self.vertical.position(value).px()))
    }

    /// Runs of periods without a break in them.
    pub(super) fn runs(&self) -> Vec<Range<usize>> {
        let starts = std::iter::once(0).chain(self.breaks.iter().copied());
        let ends = self.breaks.iter().copied().chain([self.periods.len()]);
        starts.zip(ends).map(|(start, end)| start..end).collect()
    }

    /// From one period to the next, in px.
    pub(super) fn step(&self) -> f64 {
        match self.periods.as_slice() {
            [first, second, ..] => second - first,
            _ => self.sides.1 - self.sides.0,
        }
    }

    /// A gridline for each tick on the scale, and its label unless it would touch the one before.
    pub(super) fn gridlines(&self, ticks: &[Tick]) -> Vec<Mark> {
        gridlines(ticks, &self.vertical, self.sides)
    }
}

/// Evenly from left to right; a single period stands in the middle.
fn positions(count: usize, range: (f64, f64)) -> Vec<f64> {
    let scale = Scale::new((0.0, count.saturating_sub(1) as f64), range);
    (0..count).map(|index| scale.px(index as f64)).collect()
}

/// Periods that begin anew, in order, without the first one, before which there is nothing to cut.
fn break_indices(trend: &Trend) -> Vec<usize> {
    let begins = |period: &String| trend.breaks.iter().any(|cut| cut.id == *period);
    let indices = trend
        .periods
        .iter()
        .enumerate()
        .filter(|(index, period)| *index > 0 && begins(period));
    indices.map(|(index, _)| index).collect()
}
