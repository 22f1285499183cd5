//! Combinations of sets as rows: a dot for each set that is in one, and a bar for how many are in that one and no other.

use protocol::view::CellKind;

use crate::absence;
use crate::drawing::{Drawing, Frame, Size};
use crate::mark::{Anchor, Area, Look, Mark, Paint, Point, Stroke, Weight};
use crate::measure::{BASELINE, CAP, FINE_LINE, GAP, HAIRLINE, INTERVAL_LINE, MARK, TEXT_LINE};
use crate::scale::Scale;
use crate::shape::{Ends, Span, arrow_head, horizontal, interval, ring};
use crate::text;

/// From one set's dots to the next.
const STEP: f64 = 20.0;
/// Height of a bar.
const BAR: f64 = 13.0;
/// Height of the hatching in a row.
const HATCH: f64 = 11.0;
/// The room for the words behind the longest bar, at the least.
const LEAST_WORDS: f64 = 40.0;

/// The rows and what their dots are of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Combinations {
    /// The names of the sets.
    pub sets: Vec<String>,
    /// The combinations, in the order they are drawn.
    pub rows: Vec<Row>,
}

/// A combination.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Positions of the sets in it.
    pub met: Vec<usize>,
    /// How many, where that is a number.
    pub value: Option<f64>,
    /// What is certain of one that lies between two bounds, or is at least so many.
    pub low: Option<f64>,
    /// The upper of two bounds.
    pub high: Option<f64>,
    /// What stands in place of a number.
    pub kind: CellKind,
    /// The number in words.
    pub text: String,
}

/// The rows in a frame; the height follows from them.
#[must_use]
pub fn layout(combinations: &Combinations, frame: Frame) -> Drawing {
    let head = TEXT_LINE * combinations.sets.len() as f64 + 4.0;
    let row_height = frame.density.row_height();
    let size = Size {
        width: frame.width,
        height: head + row_height * combinations.rows.len() as f64,
    };
    let plot = plot(combinations, frame.width);
    let mut marks = heads(&combinations.sets, (head, size.height));
    for (index, row) in combinations.rows.iter().enumerate() {
        let middle = head + row_height * (index as f64 + 0.5);
        marks.extend(dots(row, combinations.sets.len(), middle));
        marks.extend(bar(row, middle, &plot));
    }
    Drawing {
        marks,
        ..Drawing::new(size)
    }
}

fn column(set: usize) -> f64 {
    MARK / 2.0 + 1.0 + STEP * set as f64
}

/// Where numbers stand, from nought to the largest.
fn plot(combinations: &Combinations, width: f64) -> Scale {
    let rows = combinations.rows.iter();
    let ends = rows.clone().flat_map(|row| [row.value, row.low, row.high]);
    let most = ends.flatten().fold(0.0, f64::max);
    let words = rows.map(|row| text::width(&row.text, Weight::Regular));
    let words = words.fold(LEAST_WORDS, f64::max);
    let start = column(combinations.sets.len().saturating_sub(1)) + MARK / 2.0 + GAP;
    let end = (width - words - GAP).max(start + 1.0);
    Scale::new((0.0, most.max(1.0)), (start, end))
}

/// Each name on a line of its own, over a line down to its dots: the first name is topmost, so no line crosses a name.
fn heads(sets: &[String], (head, height): (f64, f64)) -> Vec<Mark> {
    let stroke = Stroke::solid(Paint::Line, HAIRLINE);
    let one = |(set, name): (usize, &String)| {
        let line = TEXT_LINE * (set as f64 + 1.0);
        let x = column(set);
        let name = Mark::Text {
            at: Point::new(x + 4.0, line - BASELINE),
            text: name.clone(),
            anchor: Anchor::Start,
            paint: Paint::Ink2,
            weight: Weight::Regular,
        };
        let down = Mark::Line {
            from: Point::new(x, line - TEXT_LINE + 4.0),
            to: Point::new(x, height.max(head)),
            stroke,
        };
        [down, name]
    };
    sets.iter().enumerate().flat_map(one).collect()
}

fn dots(row: &Row, set_count: usize, y: f64) -> Vec<Mark> {
    let ends = row.met.iter().min().zip(row.met.iter().max());
    let line = ends
        .filter(|(first, last)| first < last)
        .map(|(first, last)| Mark::Line {
            from: Point::new(column(*first), y),
            to: Point::new(column(*last), y),
            stroke: Stroke::solid(Paint::Ink, FINE_LINE),
        });
    let dot = |set: usize| Mark::Circle {
        center: Point::new(column(set), y),
        radius: if row.met.contains(&set) {
            MARK / 2.0
        } else {
            MARK / 4.0
        },
        look: Look::filled(if row.met.contains(&set) {
            Paint::Ink
        } else {
            Paint::Edge
        }),
    };
    // The line lies over the small dots between, and under the large ones.
    let (met, other): (Vec<usize>, Vec<usize>) =
        (0..set_count).partition(|set| row.met.contains(set));
    let other = other.into_iter().map(dot);
    other.chain(line).chain(met.into_iter().map(dot)).collect()
}

fn bar(row: &Row, y: f64, plot: &Scale) -> Vec<Mark> {
    let start = plot.px(0.0);
    let (mut marks, end) = match row.value {
        Some(value) if value > 0.0 => {
            let area = Area {
                x: start,
                y: y - BAR / 2.0,
                width: plot.px(value) - start,
                height: BAR,
            };
            let end = area.right();
            let look = Look::filled(Paint::Edge);
            (vec![Mark::Rect { area, look }], end)
        }
        Some(_) => (
            vec![ring(Point::new(start, y), Paint::Ink2)],
            start + MARK / 2.0,
        ),
        None => open(row, Point::new(start, y), plot),
    };
    marks.push(Mark::Text {
        at: Point::new(end + 6.0, y + BASELINE),
        text: row.text.clone(),
        anchor: Anchor::Start,
        paint: Paint::Ink,
        weight: Weight::Regular,
    });
    marks
}

/// What stands for a number that is not one: its bounds, where it begins, or the sign of its absence.
fn open(row: &Row, start: Point, plot: &Scale) -> (Vec<Mark>, f64) {
    let span = |low: f64, high: f64| Span {
        low,
        high,
        y: start.y,
        paint: Paint::Ink2,
        ends: Ends::Caps,
    };
    match (row.low, row.high) {
        (Some(low), Some(high)) => {
            let marks = interval(&span(low, high), plot);
            (marks, plot.px(high) + CAP / 2.0)
        }
        (Some(low), None) => {
            let end = plot.px(low) + MARK;
            let line = horizontal(
                plot.px(low),
                end,
                start.y,
                Stroke::solid(Paint::Ink2, INTERVAL_LINE),
            );
            let tip = arrow_head(Point::new(end, start.y), 1.0, Paint::Ink2);
            (vec![line, tip], end + MARK / 2.0)
        }
        _ => {
            let sign = absence::sign(row.kind, start, HATCH);
            (sign, start.x + absence::width(row.kind))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drawing::Density;

    fn drawn() -> Drawing {
        let row = |met: &[usize], value: Option<f64>, kind, text: &str| Row {
            met: met.to_vec(),
            value,
            kind,
            text: text.to_owned(),
            ..Row::default()
        };
        let combinations = Combinations {
            sets: vec!["Hospital".to_owned(), "Praksis".to_owned()],
            rows: vec![
                row(&[0, 1], Some(100.0), CellKind::Value, "100"),
                row(&[1], Some(50.0), CellKind::Value, "50"),
                row(&[0], None, CellKind::Hidden, "skjult"),
                row(&[], Some(0.0), CellKind::Zero, "0"),
            ],
        };
        let density = Density::Compact;
        layout(
            &combinations,
            Frame {
                width: 300.0,
                density,
            },
        )
    }

    fn bars(drawing: &Drawing) -> Vec<f64> {
        let marks = drawing.marks.iter();
        let widths = marks.filter_map(|mark| match mark {
            Mark::Rect { area, look } if look.fill == Some(Paint::Edge) => Some(area.width),
            _ => None,
        });
        widths.collect()
    }

    #[test]
    fn bars_begin_at_nought_and_are_as_long_as_their_numbers() {
        let bars = bars(&drawn());
        assert_eq!(bars.len(), 2);
        assert!((bars[0] - 2.0 * bars[1]).abs() < 1e-9, "{bars:?}");
    }

    #[test]
    fn a_hidden_combination_is_hatched_and_a_true_zero_an_open_ring() {
        let drawing = drawn();
        let hatched = drawing
            .marks
            .iter()
            .any(|mark| matches!(mark, Mark::Rect { look, .. } if look.fill != Some(Paint::Edge)));
        let ring = drawing
            .marks
            .iter()
            .any(|mark| matches!(mark, Mark::Circle { look, .. } if look.stroke.is_some()));
        assert!(hatched && ring);
    }

    #[test]
    fn bounds_are_a_line_between_them_and_at_least_an_arrow_from_there() {
        let row = |low, high| Row {
            low: Some(low),
            high,
            kind: CellKind::Bounds,
            ..Row::default()
        };
        let combinations = Combinations {
            sets: vec!["Hospital".to_owned()],
            rows: vec![row(50.0, Some(100.0)), row(20.0, None)],
        };
        let density = Density::Compact;
        let width = 300.0;
        let marks = layout(&combinations, Frame { width, density }).marks;
        let lines: Vec<(f64, f64)> = marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Line { from, to, stroke }
                    if stroke.paint == Paint::Ink2 && from.y.to_bits() == to.y.to_bits() =>
                {
                    Some((from.x, to.x))
                }
                _ => None,
            })
            .collect();
        assert_eq!(lines.len(), 2);
        let scale = plot(&combinations, width);
        assert_eq!(lines[0], (scale.px(50.0), scale.px(100.0)));
        assert_eq!(lines[1].0.to_bits(), scale.px(20.0).to_bits());
        assert!(
            marks
                .iter()
                .any(|mark| matches!(mark, Mark::Polygon { .. }))
        );
    }

    #[test]
    fn each_set_has_a_dot_in_each_row_and_a_line_joins_those_that_are_met() {
        let drawing = drawn();
        let dots = drawing
            .marks
            .iter()
            .filter(|mark| matches!(mark, Mark::Circle { look, .. } if look.stroke.is_none()));
        assert_eq!(dots.count(), 8);
        let joins = drawing
            .marks
            .iter()
            .filter(|mark| matches!(mark, Mark::Line { stroke, .. } if stroke.paint == Paint::Ink));
        assert_eq!(joins.count(), 1);
    }

    #[test]
    fn nothing_is_drawn_outside_the_frame() {
        let drawing = drawn();
        for mark in &drawing.marks {
            if let Mark::Text { at, text, .. } = mark {
                let end = at.x + text::width(text, Weight::Regular);
                assert!(end <= drawing.width, "{text} ends at {end}");
            }
        }
    }
}
