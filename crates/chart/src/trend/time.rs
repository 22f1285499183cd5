//! The periods under the plot, and the breaks that cut it.

use protocol::view::Named;
use protocol::view::indicator::Trend;

use super::field::Field;
use crate::mark::{Anchor, Dash, Mark, Paint, Point, Stroke, Weight};
use crate::measure::{CAP_LINE, SECOND, TEXT, TEXT_LINE};
use crate::plot::{Face, LabelRow, text};
use crate::shape::upright;
use crate::text as letters;

/// From the lower edge of the drawing to the baseline of the periods.
const BASELINE: f64 = 5.0;
/// Between the line of a break and its words.
const AIR: f64 = 7.0;
/// Half the width and height of the strokes on the axis at a break.
const STROKE: (f64, f64) = (2.0, 4.5);

/// The periods: all of them where they fit; else the ends and the breaks in full, and between them some years as `’17`.
pub(super) fn period_labels(periods: &[String], field: &Field) -> Vec<Mark> {
    let mut row = LabelRow::within(0.0, field.size.width);
    let baseline = field.size.height - BASELINE;
    let face = Face::regular(Anchor::Middle, Paint::Ink2);
    let mut label = |index: usize, words: String| {
        row.centred(*field.periods.get(index)?, baseline, (&words, face))
    };
    let all = || periods.iter().enumerate();
    if widest(periods.iter().cloned()) + AIR < field.step() {
        return all()
            .filter_map(|(index, period)| label(index, period.clone()))
            .collect();
    }
    let pinned =
        |index: &usize| *index == 0 || *index + 1 == periods.len() || field.breaks.contains(index);
    let stride = stride(periods, field.step());
    let between = |index: &usize| {
        field
            .runs()
            .iter()
            .any(|run| run.contains(index) && (index - run.start).is_multiple_of(stride))
    };
    // The newest period is what people look for, so it is placed before its neighbours.
    let in_full = all()
        .rev()
        .filter(|(index, _)| pinned(index))
        .map(|(index, period)| (index, period.clone()));
    let shortened = all()
        .filter(|(index, _)| !pinned(index) && between(index))
        .map(|(index, period)| (index, short(period)));
    in_full
        .chain(shortened)
        .filter_map(|(index, words)| label(index, words))
        .collect()
}

/// Every how many periods a shortened label fits.
fn stride(periods: &[String], step: f64) -> usize {
    let needed = widest(periods.iter().map(|period| short(period))) + AIR;
    (1..periods.len())
        .find(|stride| *stride as f64 * step >= needed)
        .unwrap_or(periods.len().max(1))
}

fn widest(labels: impl Iterator<Item = String>) -> f64 {
    labels
        .map(|label| letters::width(&label, Weight::Regular))
        .fold(0.0, f64::max)
}

/// A year without its century; other periods as they are.
fn short(period: &str) -> String {
    match period.split_at_checked(2) {
        Some((_, years))
            if period.len() == 4 && period.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            format!("’{years}")
        }
        _ => period.to_owned(),
    }
}

/// For each break a dotted line, two strokes on the axis, a word with the period, and why.
pub(super) fn breaks(trend: &Trend, field: &Field, word: &str) -> Vec<Mark> {
    let mut row = LabelRow::within(0.0, field.size.width);
    let place = |index: &usize| {
        let period = trend.periods.get(*index)?;
        let cut = trend.breaks.iter().find(|cut| cut.id == *period)?;
        let before = field.periods.get(index.checked_sub(1)?)?;
        Some((cut, (before + field.periods.get(*index)?) / 2.0))
    };
    let mut marks = Vec::new();
    for (cut, x) in field.breaks.iter().filter_map(place) {
        marks.extend(cut_marks(x, field));
        marks.extend(cut_words(cut, x, (&mut row, word)));
    }
    marks
}

/// The dotted line and the strokes on the axis.
fn cut_marks(x: f64, field: &Field) -> [Mark; 3] {
    let bottom = field.top_bottom.1;
    let dotted = Stroke::broken(Paint::Ink2, SECOND, Dash::Dotted);
    let stroke = |x: f64| Mark::Line {
        from: Point::new(x - STROKE.0, bottom + STROKE.1),
        to: Point::new(x + STROKE.0, bottom - STROKE.1),
        stroke: Stroke::solid(Paint::Ink2, CAP_LINE),
    };
    [
        upright(x, (0.0, bottom), dotted),
        stroke(x - STROKE.0),
        stroke(x + STROKE.0),
    ]
}

/// The words of a break on the side with more room, unless those of another stand there.
fn cut_words(cut: &Named, x: f64, (row, word): (&mut LabelRow, &str)) -> Vec<Mark> {
    let (left, right) = row.room();
    let (anchor, room) = if right - x >= x - left {
        (Anchor::Start, right - x)
    } else {
        (Anchor::End, x - left)
    };
    let lines = [
        (format!("{word} {}", cut.id), Paint::Ink2),
        (cut.label.clone(), Paint::Ink3),
    ];
    let lines = lines.map(|(line, paint)| {
        (
            letters::fit(line.trim(), room - AIR, Weight::Regular),
            paint,
        )
    });
    let width = lines
        .iter()
        .map(|(line, _)| letters::width(line, Weight::Regular))
        .fold(0.0, f64::max);
    let (start, span) = match anchor {
        Anchor::End => (x - AIR, (x - AIR - width, x)),
        _ => (x + AIR, (x, x + AIR + width)),
    };
    if !row.take(span) {
        return Vec::new();
    }
    let baselines = [TEXT, TEXT + TEXT_LINE];
    let marks = lines
        .into_iter()
        .zip(baselines)
        .filter(|((line, _), _)| !line.is_empty());
    marks
        .map(|((line, paint), y)| text(Point::new(start, y), line, Face::regular(anchor, paint)))
        .collect()
}
