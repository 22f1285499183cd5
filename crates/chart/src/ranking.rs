//! The ranking: places in order, each with its interval, against the benchmark.

use protocol::view::indicator::{Ranking, RankingRow};
use protocol::view::{CellKind, CellView, Judgement};

use crate::absence;
use crate::drawing::{Drawing, Figure, Frame, Hit, Size};
use crate::judgement::Words;
use crate::mark::{Anchor, Area, Dash, Look, Mark, Paint, Point, Stroke, Weight};
use crate::measure::{AXIS, BASELINE, BENCHMARK, CHOSEN_EDGE, SECOND};
use crate::plot::{AXIS_BASELINE, Columns, Face, gridlines, text, tick_labels, widest};
use crate::scale::{Position, Scale};
use crate::shape::{self, Ends, Span, upright};
use crate::text as letters;

/// Height of the hatching in a row.
const HATCH_HEIGHT: f64 = 12.0;

/// Room for the star of a preliminary number at the right edge.
const STAR: f64 = 8.0;

/// The ranking in a frame; its height follows from its rows, and each row can be acted on.
#[must_use]
pub fn layout(ranking: &Ranking, frame: Frame, words: &Words<'_>) -> Figure {
    let columns = columns(ranking, frame.width);
    let row_height = frame.density.row_height();
    let size = Size {
        width: frame.width,
        height: AXIS + row_height * ranking.rows.len() as f64,
    };
    let areas = || {
        let area = |index| Area {
            x: 0.0,
            y: AXIS + row_height * index as f64,
            width: size.width,
            height: row_height,
        };
        (0..).map(area)
    };
    let rows = || ranking.rows.iter().zip(areas());
    let scale = columns.scale(ranking.domain);
    let mut marks: Vec<Mark> = rows().flat_map(|(row, area)| ground(row, area)).collect();
    marks.extend(axis(ranking, &scale, size));
    marks.extend(rows().flat_map(|(row, area)| row_marks(row, area, (&columns, &scale))));
    Figure {
        drawing: Drawing {
            marks,
            ..Drawing::new(size)
        }
        .with_words("", &ranking.subtitle),
        hits: rows().map(|(row, area)| hit(row, area, words)).collect(),
    }
}

fn columns(ranking: &Ranking, width: f64) -> Columns {
    let labels = ranking.rows.iter().map(|row| row.place.label.as_str());
    let values = ranking.rows.iter().map(|row| number(&row.cell).0);
    Columns::new(
        width,
        widest(labels, Weight::Bold),
        widest(values, Weight::Bold),
    )
}

/// Tint and edge of the chosen row.
fn ground(row: &RankingRow, area: Area) -> Vec<Mark> {
    if !row.chosen {
        return Vec::new();
    }
    let edge = Area {
        width: CHOSEN_EDGE,
        ..area
    };
    vec![
        Mark::Rect {
            area,
            look: Look::filled(Paint::AccentTint),
        },
        Mark::Rect {
            area: edge,
            look: Look::filled(Paint::Accent),
        },
    ]
}

/// Tick labels, gridlines and the two benchmarks.
fn axis(ranking: &Ranking, scale: &Scale, size: Size) -> Vec<Mark> {
    let top_bottom = (AXIS, size.height);
    let through = |value: Option<f64>, stroke| match scale.position(value?) {
        Position::Inside(x) => Some(upright(x, top_bottom, stroke)),
        _ => None,
    };
    let mut marks = tick_labels(&ranking.ticks, scale, AXIS_BASELINE, size.width);
    marks.extend(gridlines(&ranking.ticks, scale, top_bottom));
    marks.extend(through(
        ranking.second,
        Stroke::broken(Paint::Ink2, SECOND, Dash::Dashed),
    ));
    marks.extend(through(
        ranking.benchmark,
        Stroke::solid(Paint::Ink, BENCHMARK),
    ));
    marks
}

/// Label, interval, value and number of one row.
fn row_marks(row: &RankingRow, area: Area, (columns, scale): (&Columns, &Scale)) -> Vec<Mark> {
    let middle = area.y + area.height / 2.0;
    let weight = if row.chosen {
        Weight::Bold
    } else {
        Weight::Regular
    };
    let face = |anchor| Face {
        anchor,
        paint: Paint::Ink,
        weight,
    };
    let label = letters::fit_name(&row.place.label, columns.label_room(), weight);
    let mut marks = vec![text(
        Point::new(columns.labels, middle + BASELINE),
        label,
        face(Anchor::End),
    )];
    marks.extend(plotted(row, middle, (columns, scale)));
    let (digits, star) = number(&row.cell);
    let digits_end = Point::new(area.right() - STAR, middle + BASELINE);
    marks.extend((!digits.is_empty()).then(|| text(digits_end, digits, face(Anchor::End))));
    marks.extend(star.map(|star| text(digits_end, star, face(Anchor::Start))));
    marks
}

/// What is printed, and the star of a preliminary number, which hangs outside the digits.
fn number(cell: &CellView) -> (&str, Option<&'static str>) {
    let digits = cell.text.trim_end_matches('*');
    (
        digits,
        (cell.preliminary || digits.len() < cell.text.len()).then_some("*"),
    )
}

fn plotted(row: &RankingRow, y: f64, (columns, scale): (&Columns, &Scale)) -> Vec<Mark> {
    let paint = shape::judgement_paint(row.judgement);
    let limits = shape::limits(row.cell.low, row.cell.high);
    let line = |ends| {
        limits.map(|(low, high)| {
            shape::interval(
                &Span {
                    low,
                    high,
                    y,
                    paint,
                    ends,
                },
                scale,
            )
        })
    };
    match (shape::drawn(&row.cell), row.cell.kind) {
        (Some(value), kind) => {
            let mut marks = line(Ends::Plain).unwrap_or_default();
            let mark = |at| value_mark(row.judgement, (value, kind), at);
            marks.extend(shape::placed(scale.position(value), y, paint, mark));
            marks
        }
        (None, CellKind::Bounds) => line(Ends::Caps).unwrap_or_default(),
        (None, kind) => absence::sign(kind, Point::new(columns.plot.0, y), HATCH_HEIGHT),
    }
}

fn value_mark(judgement: Judgement, (value, kind): (f64, CellKind), at: Point) -> Mark {
    match kind {
        CellKind::Zero if value == 0.0 => shape::ring(at, shape::judgement_paint(judgement)),
        _ => shape::value(at, judgement),
    }
}

fn hit(row: &RankingRow, area: Area, words: &Words<'_>) -> Hit {
    let mut parts = vec![row.place.label.as_str(), said(&row.cell)];
    if shape::drawn(&row.cell).is_some() {
        parts.push(words.of(row.judgement));
    }
    parts.retain(|part| !part.is_empty());
    Hit {
        id: row.place.id.clone(),
        area,
        label: parts.join(", "),
        chosen: row.chosen,
    }
}

fn said(cell: &CellView) -> &str {
    if cell.spoken.is_empty() {
        &cell.text
    } else {
        &cell.spoken
    }
}
