//! Names at the ends of the lines: they move apart, and those that matter least are dropped when there is no room.

use protocol::view::indicator::{Series, SeriesRole};

use super::field::Field;
use super::line::last_drawn;
use super::{Words, importance};
use crate::mark::{Anchor, Mark, Paint, Point, Weight};
use crate::measure::{BASELINE, TEXT_LINE};
use crate::plot::{Face, text};
use crate::shape;
use crate::text as letters;

/// The largest share of the width that the names may take.
const SHARE: f64 = 0.36;
/// Between the last point and its name.
const AIR: f64 = 9.0;

/// A name on its way to its place.
#[derive(Clone, Debug, PartialEq)]
struct Label {
    name: String,
    value: String,
    role: SeriesRole,
    /// A second line under the name; empty where there is none.
    below: String,
    /// Where the line ends.
    at: Point,
}

impl Label {
    fn weight(&self) -> Weight {
        match self.role {
            SeriesRole::Chosen => Weight::Bold,
            _ => Weight::Regular,
        }
    }

    fn paint(&self) -> Paint {
        match self.role {
            SeriesRole::Chosen => Paint::Accent,
            SeriesRole::Benchmark => Paint::Ink,
            _ => Paint::Ink2,
        }
    }

    fn height(&self) -> f64 {
        if self.below.is_empty() {
            TEXT_LINE
        } else {
            2.0 * TEXT_LINE
        }
    }

    /// Name and value in so much room; the name gives way first.
    fn words(&self, room: f64) -> String {
        let value = letters::width(&format!(" {}", self.value), self.weight());
        let name = letters::fit(&self.name, room - value, self.weight());
        format!("{name} {}", self.value).trim().to_owned()
    }
}

/// The width the names need, up to their share.
pub(super) fn column_width(series: &[Series], width: f64, words: &Words<'_>) -> f64 {
    let needed = |series: &Series| {
        let label = label(series, Point::default(), words);
        let below = letters::width(&label.below, Weight::Regular);
        letters::width(&label.words(f64::INFINITY), label.weight()).max(below)
    };
    let widest = series.iter().map(needed).fold(0.0, f64::max);
    if widest > 0.0 {
        (widest + AIR).min(width * SHARE)
    } else {
        0.0
    }
}

/// The names, each as near to the end of its line as the others allow.
pub(super) fn end_labels(series: &[Series], field: &Field, words: &Words<'_>) -> Vec<Mark> {
    let placed = |series| {
        let (index, cell) = last_drawn(series)?;
        Some(label(
            series,
            field.point(index, shape::drawn(cell)?)?,
            words,
        ))
    };
    let half_line = TEXT_LINE / 2.0;
    let (top, bottom) = (
        field.top_bottom.0 - half_line,
        field.top_bottom.1 + half_line,
    );
    let labels = spread(series.iter().filter_map(placed).collect(), (top, bottom));
    labels
        .into_iter()
        .flat_map(|(label, middle)| marks(&label, middle, field))
        .collect()
}

fn label(series: &Series, at: Point, words: &Words<'_>) -> Label {
    let preliminary = last_drawn(series).is_some_and(|(_, cell)| cell.preliminary);
    let below = if preliminary && series.role == SeriesRole::Chosen {
        words.preliminary
    } else {
        ""
    };
    // The end label may hold the name as well; it must not stand there twice.
    let end_label = series.end_label.as_str();
    let value = end_label
        .strip_prefix(series.place.label.as_str())
        .unwrap_or(end_label);
    Label {
        name: series.place.label.clone(),
        value: value.trim().to_owned(),
        role: series.role,
        below: below.to_owned(),
        at,
    }
}

fn marks(label: &Label, middle: f64, field: &Field) -> Vec<Mark> {
    // Beside the newest period also where a line ends earlier: there nothing is drawn that a name could cover.
    let x = field
        .periods
        .last()
        .map_or(label.at.x, |last| last.max(label.at.x))
        + AIR;
    let (anchor, paint) = (Anchor::Start, label.paint());
    let face = Face {
        anchor,
        paint,
        weight: label.weight(),
    };
    let mut marks = vec![text(
        Point::new(x, middle + BASELINE),
        label.words(field.size.width - x),
        face,
    )];
    if !label.below.is_empty() {
        let at = Point::new(x, middle + BASELINE + TEXT_LINE);
        let below = letters::fit(&label.below, field.size.width - x, Weight::Regular);
        marks.push(text(at, below, Face::regular(anchor, Paint::Ink2)));
    }
    marks
}

/// The labels with the middle of each one's first line, none over another, none outside; the least important are dropped
/// until the rest fit.
fn spread(mut labels: Vec<Label>, (top, bottom): (f64, f64)) -> Vec<(Label, f64)> {
    labels.sort_by_key(|label| importance(label.role));
    while labels.iter().map(Label::height).sum::<f64>() > bottom - top && labels.pop().is_some() {}
    labels.sort_by(|one, other| one.at.y.total_cmp(&other.at.y));
    let mut starts: Vec<f64> = Vec::with_capacity(labels.len());
    let mut free_from = top;
    for label in &labels {
        let start = (label.at.y - TEXT_LINE / 2.0).max(free_from);
        free_from = start + label.height();
        starts.push(start);
    }
    let mut free_to = bottom;
    for (start, label) in starts.iter_mut().zip(&labels).rev() {
        *start = start.min(free_to - label.height());
        free_to = *start;
    }
    labels
        .into_iter()
        .zip(starts)
        .map(|(label, start)| (label, start + TEXT_LINE / 2.0))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label_at(name: &str, y: f64, role: SeriesRole) -> Label {
        let below = if role == SeriesRole::Chosen {
            "* foreløbigt"
        } else {
            ""
        };
        Label {
            name: name.into(),
            value: "58,4".into(),
            role,
            below: below.into(),
            at: Point::new(100.0, y),
        }
    }

    fn check(labels: &[(&str, f64, SeriesRole)], height: f64, expected: &[(&str, f64)]) {
        let labels = labels
            .iter()
            .map(|(name, y, role)| label_at(name, *y, *role))
            .collect();
        let placed: Vec<(String, f64)> = spread(labels, (0.0, height))
            .into_iter()
            .map(|(label, y)| (label.name, y))
            .collect();
        let expected: Vec<(String, f64)> = expected
            .iter()
            .map(|(name, y)| ((*name).to_owned(), *y))
            .collect();
        assert_eq!(placed, expected);
    }

    #[test]
    fn a_name_is_never_said_twice() {
        let words = Words {
            series_break: "Databrud",
            preliminary: "*",
        };
        let named = |end_label: &str| {
            let place = protocol::view::Named {
                id: "land:dk".into(),
                label: "Hele landet".into(),
            };
            let series = Series {
                place,
                end_label: end_label.into(),
                ..Series::default()
            };
            label(&series, Point::default(), &words).words(f64::INFINITY)
        };
        assert_eq!(named("64,1"), "Hele landet 64,1");
        assert_eq!(named("Hele landet 64,1"), "Hele landet 64,1");
        assert_eq!(named("Hele landet"), "Hele landet");
    }

    #[test]
    fn labels_stand_at_their_lines_where_there_is_room() {
        use SeriesRole::{Benchmark, Chosen};
        check(
            &[
                ("Lillebælt", 100.0, Chosen),
                ("Hele landet", 40.0, Benchmark),
            ],
            200.0,
            &[("Hele landet", 40.0), ("Lillebælt", 100.0)],
        );
    }

    #[test]
    fn labels_move_apart_and_stay_inside() {
        use SeriesRole::{Benchmark, Chosen, Second};
        let close = [
            ("Lillebælt", 96.0, Chosen),
            ("Hele landet", 90.0, Benchmark),
            ("Syddanmark", 93.0, Second),
        ];
        check(
            &close,
            200.0,
            &[
                ("Hele landet", 90.0),
                ("Syddanmark", 106.0),
                ("Lillebælt", 122.0),
            ],
        );
        check(
            &close,
            110.0,
            &[
                ("Hele landet", 54.0),
                ("Syddanmark", 70.0),
                ("Lillebælt", 86.0),
            ],
        );
    }

    #[test]
    fn the_least_important_labels_are_dropped_first() {
        use SeriesRole::{Benchmark, Chosen, Muted};
        let many = [
            ("Fyn", 10.0, Muted),
            ("Lillebælt", 20.0, Chosen),
            ("Hele landet", 12.0, Benchmark),
            ("Midt", 15.0, Muted),
        ];
        check(&many, 50.0, &[("Hele landet", 10.0), ("Lillebælt", 26.0)]);
        check(&many, 20.0, &[]);
    }

    #[test]
    fn a_long_name_gives_way_before_its_number() {
        let label = label_at("Østjylland og Øerne", 0.0, SeriesRole::Benchmark);
        assert_eq!(label.words(f64::INFINITY), "Østjylland og Øerne 58,4");
        assert_eq!(label.words(85.0), "Østjylla… 58,4");
        assert_eq!(label.words(10.0), "58,4");
    }
}
