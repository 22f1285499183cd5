//! Snit: the free pivot, one question for each depth of the rows.

mod columns;
mod finish;
mod rows;

use danish::Language;
use danish::answer::view as word;
use health::{Keep, Table};
use protocol::ViewState;
use protocol::message::{Notice, Refusal};
use protocol::slice::MeasureExpr;
use protocol::state::Pivot;
use protocol::view::PivotView;
use protocol::view::pivot::PivotRow;

use crate::open::Open;
use crate::{overview, words};

/// Rows beyond this are not sent to the screen; the view says so.
const MOST_ROWS: usize = 5_000;

/// What every part of the pivot needs to know.
pub(crate) struct Frame<'a> {
    pub(crate) open: &'a Open,
    pub(crate) table: &'a Table,
    pub(crate) pivot: &'a Pivot,
    pub(crate) filters: Keep,
    pub(crate) language: Language,
}

/// The view of a complete state.
///
/// # Errors
/// When the package has no table, or a filter names a member that is not there.
pub(crate) fn view(open: &Open, state: &ViewState) -> Result<PivotView, Refusal> {
    let language = words::language(state.language);
    let pivot = &state.pivot;
    let table = pivot
        .table
        .as_ref()
        .and_then(|name| open.dataset.table(name).ok());
    let Some(table) = table else {
        return Err(words::nothing_open(language));
    };
    let frame = Frame {
        open,
        table,
        pivot,
        filters: pivot.filters.clone(),
        language,
    };
    let columns = columns::columns(&frame)?;
    let (mut rows, mut notices) = rows::rows(&frame, &columns)?;
    notices.extend(columns.cut(language));
    let total = rows.len();
    if total > MOST_ROWS {
        rows.truncate(MOST_ROWS);
        notices.push(cut(total, language));
    }
    finish::finish(&frame, &columns, &mut rows);
    let only_total = !pivot.rows.is_empty() && rows.iter().all(|row| row.path.is_empty());
    let empty = (rows.is_empty() || only_total).then(|| nothing_left(&frame));
    Ok(PivotView {
        corner: corner(&frame),
        heads: columns.heads(&frame, &rows),
        columns: columns.described(&frame, &rows),
        footnotes: footnotes(&frame, &rows),
        rows,
        notices,
        empty,
    })
}

/// The label of a level, or its name where it has none.
pub(crate) fn level_label(frame: &Frame<'_>, name: &str) -> String {
    let label = health::level_label(frame.table, name);
    label.map_or_else(
        || name.to_owned(),
        |label| words::text(&label, frame.language),
    )
}

/// The words of the dimension whose levels the rows are, or of each level where there are several.
fn corner(frame: &Frame<'_>) -> String {
    let rows = &frame.pivot.rows;
    let first = rows.first().map_or("", String::as_str);
    let nested = |level: &String| health::same_dimension(frame.table, first, level);
    if let Some(label) =
        health::dimension_label(frame.table, first).filter(|_| rows.iter().all(nested))
    {
        return words::text(label, frame.language);
    }
    let labels: Vec<String> = rows.iter().map(|name| level_label(frame, name)).collect();
    labels.join(" › ")
}

fn cut(total: usize, language: Language) -> Notice {
    let number = |count| danish::number::whole(count, language);
    let text = word::only_first(&number(MOST_ROWS), &number(total), language);
    Notice {
        headline: text,
        ..Notice::default()
    }
}

fn nothing_left(frame: &Frame<'_>) -> String {
    let filter = |(name, members): (&String, &Vec<String>)| {
        let labels = members.iter().map(|code| {
            let label = health::member_label(frame.table, name, code);
            label.map_or_else(|| code.clone(), |label| words::text(label, frame.language))
        });
        let labels: Vec<String> = labels.collect();
        format!("{} = {}", level_label(frame, name), labels.join(", "))
    };
    let filters: Vec<String> = frame.pivot.filters.iter().map(filter).collect();
    word::nothing_left(&filters.join("; "), frame.language)
}

fn shown_indicators<'a>(frame: &Frame<'a>) -> Vec<&'a health::Indicator> {
    let shown = |measure: &MeasureExpr| match measure {
        MeasureExpr::Indicator(id) => frame.open.dataset.indicator(id).ok(),
        _ => None,
    };
    frame.pivot.measures.iter().filter_map(shown).collect()
}

fn footnotes(frame: &Frame<'_>, rows: &[PivotRow]) -> Vec<String> {
    let shown = danish::number::whole(rows.len(), frame.language);
    let read = danish::number::whole(frame.open.row_count(frame.table), frame.language);
    let own = frame
        .table
        .notes()
        .iter()
        .map(|note| words::text(&note.text, frame.language));
    let first = word::rows_read(&shown, &read, frame.language);
    let signs = overview::footnotes(frame.open, shown_indicators(frame), frame.language);
    std::iter::once(first).chain(signs).chain(own).collect()
}
