//! The cells of a row, drawn as what they were read as.

use leptos::prelude::*;
use protocol::reading::{Cell, CellKind, Column, ColumnKind, RowKind};

/// What of a column shows in each of its cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Mark {
    is_doubtful: bool,
    is_measure: bool,
}

impl Mark {
    /// The mark of a column.
    pub(crate) fn of(column: &Column) -> Self {
        Self {
            is_doubtful: column.is_doubtful,
            is_measure: column.kind == ColumnKind::Measure,
        }
    }
}

/// The class of a row.
pub(crate) const fn row_class(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Outside => "reading-row-outside",
        RowKind::Title => "reading-row-title",
        RowKind::Header => "reading-row-header",
        RowKind::Unit => "reading-row-unit",
        RowKind::Body => "reading-row-body",
        RowKind::Note => "reading-row-note",
        RowKind::Skipped => "reading-row-skipped",
    }
}

const INDENTS: [&str; 7] = [
    "",
    "reading-in-1",
    "reading-in-2",
    "reading-in-3",
    "reading-in-4",
    "reading-in-5",
    "reading-in-6",
];

const fn cell_class(kind: CellKind) -> &'static str {
    match kind {
        CellKind::Words => "reading-cell",
        CellKind::Number => "reading-cell number",
        CellKind::Zero => "reading-cell number reading-zero",
        CellKind::Hidden => "reading-cell number reading-hidden",
        CellKind::Missing => "reading-cell number reading-missing",
    }
}

/// The cells; a title or a note runs on over the blank ones beside it.
#[component]
pub(crate) fn Cells(cells: Vec<Cell>, kind: RowKind, marks: Memo<Vec<Mark>>) -> impl IntoView {
    let runs_on = matches!(kind, RowKind::Title | RowKind::Note);
    let cells = if runs_on { joined(cells) } else { cells };
    let is_head = matches!(kind, RowKind::Header | RowKind::Unit);
    let mut place = 0_usize;
    let mut drawn = Vec::with_capacity(cells.len());
    for cell in cells {
        let (at, span) = (place, cell.span.max(1));
        place += usize::try_from(span).unwrap_or(1);
        let indent = usize::try_from(cell.indent).ok();
        let indent = indent
            .and_then(|indent| INDENTS.get(indent))
            .copied()
            .unwrap_or_default();
        let mark = move || marks.with(|marks| marks.get(at).copied().unwrap_or_default());
        let is_doubtful = move || !runs_on && mark().is_doubtful;
        let is_over_numbers = move || is_head && span == 1 && mark().is_measure;
        drawn.push(view! {
            <td
                class=format!("{} {indent}", cell_class(cell.kind))
                class:reading-column-doubtful=is_doubtful
                class:reading-over-numbers=is_over_numbers
                colspan=(span > 1).then(|| span.to_string())
            >
                {cell.text}
            </td>
        });
    }
    drawn
}

/// Blank cells after a text become a part of its cell.
fn joined(cells: Vec<Cell>) -> Vec<Cell> {
    let mut joined: Vec<Cell> = Vec::with_capacity(cells.len());
    for cell in cells {
        match joined.last_mut() {
            Some(last) if cell.text.is_empty() && !last.text.is_empty() => {
                last.span += cell.span.max(1)
            }
            _ => joined.push(cell),
        }
    }
    joined
}
