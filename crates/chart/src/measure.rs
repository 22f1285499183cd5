//! The measures of all figures, in px.

/// Line of an interval.
pub const INTERVAL_LINE: f64 = 1.8;
/// Line of the caps at the ends of an interval.
pub const CAP_LINE: f64 = 1.4;
/// Height of the caps.
pub const CAP: f64 = 7.0;
/// Width of a value's mark.
pub const MARK: f64 = 9.0;
/// Outline of an open mark.
pub const MARK_LINE: f64 = 1.6;
/// Outline of the small dashed square of what is not assessed.
pub const FINE_LINE: f64 = 1.2;
/// Line of the benchmark.
pub const BENCHMARK: f64 = 1.4;
/// Dashed line of the second benchmark.
pub const SECOND: f64 = 1.2;
/// Tick of the second benchmark.
pub const SECOND_TICK: f64 = 3.0;
/// Gridlines and borders.
pub const HAIRLINE: f64 = 1.0;
/// Edge of a chosen row.
pub const CHOSEN_EDGE: f64 = 3.0;
/// Series in focus.
pub const SERIES_CHOSEN: f64 = 2.6;
/// Series of the benchmark.
pub const SERIES_BENCHMARK: f64 = 1.5;
/// All other series.
pub const SERIES_MUTED: f64 = 1.3;
/// Text.
pub const TEXT: f64 = 12.0;
/// From one line of text to the next.
pub const TEXT_LINE: f64 = 16.0;
/// From the middle of a row to the baseline of its text.
pub const BASELINE: f64 = 4.0;
/// Height of the tick labels over a plot.
pub const AXIS: f64 = 22.0;
/// Air between a plot and what stands beside it.
pub const GAP: f64 = 12.0;
