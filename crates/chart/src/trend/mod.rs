//! The trend: series over periods, cut at gaps and breaks.
//!
//! `field` places periods and numbers, `line` draws the series, `time` the periods below and the breaks, and
//! `label` the names at the ends of the lines.

mod field;
mod label;
mod line;
mod time;

use protocol::view::indicator::{Series, SeriesRole, Trend};

use crate::drawing::{Drawing, Size};
use field::Field;

/// Words the trend needs beside those of its view model.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words<'text> {
    /// A break in the series, such as `Databrud`; the period follows it.
    pub series_break: &'text str,
    /// A preliminary number, such as `* foreløbigt`.
    pub preliminary: &'text str,
}

/// The trend in a rectangle. Its note is not drawn: it is the drawing's summary, to be written under it.
#[must_use]
pub fn layout(trend: &Trend, size: Size, words: &Words<'_>) -> Drawing {
    let field = Field::new(trend, size, words);
    let focus = focus(&trend.series);
    let mut marks = field.gridlines(&trend.ticks);
    marks.extend(time::period_labels(&trend.periods, &field));
    marks.extend(time::breaks(trend, &field, words.series_break));
    marks.extend(
        focus
            .into_iter()
            .flat_map(|series| line::absences(series, &field)),
    );
    for series in in_drawing_order(&trend.series) {
        marks.extend(line::series(series, &field));
    }
    marks.extend(focus.and_then(|series| line::end_point(series, &field)));
    marks.extend(label::end_labels(&trend.series, &field, words));
    Drawing {
        marks,
        ..Drawing::new(size)
    }
    .with_words("", &trend.note)
}

/// The series in focus: the chosen place, or the first where none is chosen.
fn focus(series: &[Series]) -> Option<&Series> {
    series
        .iter()
        .find(|series| series.role == SeriesRole::Chosen)
        .or(series.first())
}

/// Muted series at the bottom, the chosen one on top.
fn in_drawing_order(series: &[Series]) -> Vec<&Series> {
    let mut ordered: Vec<&Series> = series.iter().collect();
    ordered.sort_by_key(|series| std::cmp::Reverse(importance(series.role)));
    ordered
}

/// 0 for what matters most.
const fn importance(role: SeriesRole) -> u8 {
    match role {
        SeriesRole::Chosen => 0,
        SeriesRole::Benchmark => 1,
        SeriesRole::Second => 2,
        SeriesRole::Muted => 3,
    }
}
