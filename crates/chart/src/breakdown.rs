//! The breakdown: one row an age band, a disc for the first sex and an open square for the second, against the benchmark.

use protocol::view::CellView;
use protocol::view::indicator::{Breakdown, BreakdownRow};

use crate::absence;
use crate::drawing::{Drawing, Frame, Size};
use crate::mark::{Anchor, Look, Mark, Paint, Point, Stroke, Weight};
use crate::measure::{AXIS, BASELINE, MARK, MARK_LINE};
use crate::plot::{AXIS_BASELINE, Columns, Face, gridlines, text, tick_labels, widest};
use crate::scale::{Position, Scale};
use crate::shape::{self, Ends, Span, square, upright};
use crate::text as letters;

/// What a row is higher than one of a table, since it holds two marks.
const EXTRA_HEIGHT: f64 = 9.0;
/// Between the marks of a row.
const MARK_STEP: f64 = 13.0;
/// Height of the benchmark's tick.
const TICK_HEIGHT: f64 = 12.0;
/// Width of the benchmark's tick.
const TICK_LINE: f64 = 1.8;
/// Height of the hatching in a row.
const HATCH_HEIGHT: f64 = 9.0;
/// The domain's end is labelled with a centred text, so the plot keeps this much free at the right.
const END_LABEL: f64 = 12.0;

/// The breakdown in a frame; its height follows from its rows.
#[must_use]
pub fn layout(breakdown: &Breakdown, frame: Frame) -> Drawing {
    let row_height = frame.density.row_height() + EXTRA_HEIGHT;
    let size = Size {
        width: frame.width,
        height: AXIS + row_height * breakdown.rows.len() as f64,
    };
    let labels = breakdown.rows.iter().map(|row| row.label.as_str());
    let columns = Columns::new(size.width - END_LABEL, widest(labels, Weight::Regular), 0.0);
    let scale = columns.scale(breakdown.domain);
    let mut marks = tick_labels(&breakdown.ticks, &scale, AXIS_BASELINE, size.width);
    marks.extend(gridlines(&breakdown.ticks, &scale, (AXIS, size.height)));
    for (index, row) in breakdown.rows.iter().enumerate() {
        let middle = AXIS + row_height * (index as f64 + 0.5);
        marks.push(label(row, middle, &columns));
        marks.extend(row_marks(row, middle, (&columns, &scale)));
    }
    Drawing {
        marks,
        ..Drawing::new(size)
    }
}

/// The legend's sign of a group, by its position: disc, open square.
#[must_use]
pub fn group_sign(group_index: usize, size: f64) -> Drawing {
    let marks = vec![group_mark(group_index, Point::new(size / 2.0, size / 2.0))];
    Drawing {
        marks,
        ..Drawing::new(Size {
            width: size,
            height: size,
        })
    }
}

/// The legend's sign of the benchmark: an upright tick.
#[must_use]
pub fn benchmark_sign(size: f64) -> Drawing {
    let marks = vec![tick(Point::new(size / 2.0, size / 2.0))];
    Drawing {
        marks,
        ..Drawing::new(Size {
            width: size,
            height: size,
        })
    }
}

fn label(row: &BreakdownRow, middle: f64, columns: &Columns) -> Mark {
    let words = letters::fit(&row.label, columns.label_room(), Weight::Regular);
    let face = Face::regular(Anchor::End, Paint::Ink);
    text(Point::new(columns.labels, middle + BASELINE), words, face)
}

/// One line of marks for each group, around the middle of the row.
fn row_marks(row: &BreakdownRow, middle: f64, (columns, scale): (&Columns, &Scale)) -> Vec<Mark> {
    let first = middle - MARK_STEP * (row.cells.len().saturating_sub(1)) as f64 / 2.0;
    let line = |(index, cell): (usize, &CellView)| {
        let start = Point::new(columns.plot.0, first + MARK_STEP * index as f64);
        let benchmark = row.benchmark.get(index).and_then(shape::drawn);
        let tick = benchmark
            .map(|value| scale.position(value))
            .filter(|position| position.is_inside());
        let mut marks = cell_marks((index, cell), start, scale);
        marks.extend(tick.map(|position| tick_at(position, start.y)));
        marks
    };
    row.cells.iter().enumerate().flat_map(line).collect()
}

fn cell_marks((index, cell): (usize, &CellView), start: Point, scale: &Scale) -> Vec<Mark> {
    let Some(value) = shape::drawn(cell) else {
        return absence::sign(cell.kind, start, HATCH_HEIGHT);
    };
    let mut marks = match shape::limits(cell.low, cell.high) {
        Some((low, high)) => shape::interval(
            &Span {
                low,
                high,
                y: start.y,
                paint: Paint::Accent,
                ends: Ends::Plain,
            },
            scale,
        ),
        None => Vec::new(),
    };
    marks.push(group_mark(
        index,
        Point::new(scale.position(value).px(), start.y),
    ));
    marks
}

fn group_mark(group_index: usize, center: Point) -> Mark {
    match group_index {
        0 => Mark::Circle {
            center,
            radius: MARK / 2.0,
            look: Look::filled(Paint::Accent),
        },
        _ => {
            let look = Look::open(Stroke::solid(Paint::Accent, MARK_LINE));
            Mark::Rect {
                area: square(center, MARK - MARK_LINE),
                look,
            }
        }
    }
}

fn tick_at(position: Position, y: f64) -> Mark {
    tick(Point::new(position.px(), y))
}

fn tick(center: Point) -> Mark {
    let half = TICK_HEIGHT / 2.0;
    upright(
        center.x,
        (center.y - half, center.y + half),
        Stroke::solid(Paint::Ink, TICK_LINE),
    )
}
