//! What figures with rows share: an axis above the plot, gridlines through it, and labels that never overlap.

use protocol::view::Tick;

use crate::mark::{Anchor, Mark, Paint, Point, Stroke, Weight};
use crate::measure::{GAP, HAIRLINE, MARK, TEXT};
use crate::scale::Scale;
use crate::shape::upright;
use crate::text;

/// Air between two labels in a line.
const LABEL_GAP: f64 = 6.0;
/// The largest share of the width that a column of labels may take.
const LABEL_SHARE: f64 = 0.42;

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Face {
    pub(crate) anchor: Anchor,
    pub(crate) paint: Paint,
    pub(crate) weight: Weight,
}

impl Face {
    pub(crate) const fn regular(anchor: Anchor, paint: Paint) -> Self {
        Self {
            anchor,
            paint,
            weight: Weight::Regular,
        }
    }

    pub(crate) const fn bold(anchor: Anchor, paint: Paint) -> Self {
        Self {
            anchor,
            paint,
            weight: Weight::Bold,
        }
    }
}

/// A line of text.
pub(crate) fn text(at: Point, words: impl Into<String>, face: Face) -> Mark {
    let Face {
        anchor,
        paint,
        weight,
    } = face;
    Mark::Text {
        at,
        text: words.into(),
        anchor,
        paint,
        weight,
    }
}

/// From left to right: a column of labels, the plot, a column of values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Columns {
    /// Right end of the labels.
    pub(crate) labels: f64,
    /// Left and right edge of the plot.
    pub(crate) plot: (f64, f64),
}

impl Columns {
    /// Columns just wide enough for labels and values, with the rest for the plot.
    pub(crate) fn new(width: f64, widest_label: f64, widest_value: f64) -> Self {
        let labels = (GAP + widest_label).min(width * LABEL_SHARE);
        let values = if widest_value > 0.0 {
            widest_value + GAP
        } else {
            0.0
        };
        Self {
            labels,
            plot: (labels + GAP, (width - values).max(labels + GAP)),
        }
    }

    /// How wide a label may be.
    pub(crate) fn label_room(&self) -> f64 {
        self.labels - GAP
    }

    /// A scale that leaves half a mark free at each edge of the plot.
    pub(crate) fn scale(&self, domain: (f64, f64)) -> Scale {
        Scale::new(domain, inset(self.plot))
    }
}

/// The range that leaves half a mark and an arrow head free at both ends.
pub(crate) fn inset((from, to): (f64, f64)) -> (f64, f64) {
    let margin = MARK / 2.0 + 1.0;
    if to - from > 2.0 * margin {
        (from + margin, to - margin)
    } else {
        (from, to)
    }
}

/// The widest of some labels.
pub(crate) fn widest<'text>(labels: impl Iterator<Item = &'text str>, weight: Weight) -> f64 {
    labels
        .map(|label| text::width(label, weight))
        .fold(0.0, f64::max)
}

/// A gridline at each tick that lies on the scale.
pub(crate) fn gridlines(ticks: &[Tick], scale: &Scale, top_bottom: (f64, f64)) -> Vec<Mark> {
    let on_scale = ticks
        .iter()
        .filter(|tick| scale.position(tick.value).is_inside());
    on_scale
        .map(|tick| {
            upright(
                scale.px(tick.value),
                top_bottom,
                Stroke::solid(Paint::Line, HAIRLINE),
            )
        })
        .collect()
}

/// The tick labels on one baseline, centred on their ticks; those that would touch another are left out.
pub(crate) fn tick_labels(ticks: &[Tick], scale: &Scale, baseline: f64, width: f64) -> Vec<Mark> {
    let mut row = LabelRow::within(0.0, width);
    let on_scale = ticks
        .iter()
        .filter(|tick| scale.position(tick.value).is_inside());
    let face = Face::regular(Anchor::Middle, Paint::Ink2);
    on_scale
        .filter_map(|tick| row.centred(scale.px(tick.value), baseline, (&tick.text, face)))
        .collect()
}

/// A line of labels that keeps free what is taken.
#[derive(Clone, Debug)]
pub(crate) struct LabelRow {
    room: (f64, f64),
    taken: Vec<(f64, f64)>,
}

impl LabelRow {
    pub(crate) const fn within(left: f64, right: f64) -> Self {
        Self {
            room: (left, right),
            taken: Vec::new(),
        }
    }

    /// Left and right edge.
    pub(crate) const fn room(&self) -> (f64, f64) {
        self.room
    }

    /// A label centred as near to a place as the edges allow, unless something is there already.
    pub(crate) fn centred(
        &mut self,
        x: f64,
        baseline: f64,
        (words, face): (&str, Face),
    ) -> Option<Mark> {
        let (left, right) = self.room;
        let words = text::fit(words, right - left, face.weight);
        let half = text::width(&words, face.weight) / 2.0;
        let x = x.min(right - half).max(left + half);
        let free = self.take((x - half, x + half));
        free.then(|| {
            text(
                Point::new(x, baseline),
                words,
                Face {
                    anchor: Anchor::Middle,
                    ..face
                },
            )
        })
    }

    /// Takes a stretch if it is free.
    pub(crate) fn take(&mut self, (from, to): (f64, f64)) -> bool {
        let free = self
            .taken
            .iter()
            .all(|(start, end)| to + LABEL_GAP <= *start || from >= end + LABEL_GAP);
        if free {
            self.taken.push((from, to));
        }
        free
    }
}

/// From the top of an axis to the baseline of its labels.
pub(crate) const AXIS_BASELINE: f64 = TEXT + 1.0;

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(ticks: &[(f64, &str)], width: f64) -> Vec<(f64, String)> {
        let ticks: Vec<Tick> = ticks
            .iter()
            .map(|(value, text)| Tick {
                value: *value,
                text: (*text).to_owned(),
            })
            .collect();
        let marks = tick_labels(&ticks, &Scale::new((0.0, 100.0), (0.0, width)), 13.0, width);
        let text = |mark: Mark| match mark {
            Mark::Text { at, text, .. } => (at.x, text),
            other => panic!("{other:?}"),
        };
        marks.into_iter().map(text).collect()
    }

    #[test]
    fn tick_labels_that_touch_are_left_out_and_none_leaves_the_figure() {
        let ticks = [
            (0.0, "1000"),
            (50.0, "1500"),
            (100.0, "2000"),
            (140.0, "2400"),
        ];
        let wide = texts(&ticks, 200.0);
        assert_eq!(
            wide.iter()
                .map(|(_, text)| text.as_str())
                .collect::<Vec<_>>(),
            ["1000", "1500", "2000"]
        );
        assert!(wide[0].0 > 13.0 && wide[2].0 < 187.0, "{wide:?}");
        let narrow = texts(&ticks, 70.0);
        assert_eq!(
            narrow
                .iter()
                .map(|(_, text)| text.as_str())
                .collect::<Vec<_>>(),
            ["1000", "2000"]
        );
    }

    #[test]
    fn long_labels_leave_more_than_half_of_the_width_for_the_rest() {
        let columns = Columns::new(400.0, 900.0, 30.0);
        assert_eq!((columns.labels, columns.plot), (168.0, (180.0, 358.0)));
        assert_eq!(Columns::new(400.0, 80.0, 0.0).plot, (104.0, 400.0));
        let squeezed = Columns::new(60.0, 80.0, 90.0);
        assert!(squeezed.plot.0 <= squeezed.plot.1, "{squeezed:?}");
    }
}
