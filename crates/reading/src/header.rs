//! What stands above each column, from the outermost header row to the innermost.

use std::borrow::Cow;

use formats::{Cell, Sheet};

use crate::block::Block;
use crate::view::View;
use crate::vocabulary::{is_unit_text, part_name};
use crate::{split, time};

/// A text above a column, and the row of the header that it stands in, from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) row: usize,
    pub(crate) text: String,
}

/// The texts above each column, outermost first, blanks left out; index is the column.
pub(crate) fn paths(sheet: &Sheet, block: &Block) -> Vec<Vec<Part>> {
    let mut rows: Vec<Vec<String>> = block.header.clone().map(|row| texts(sheet, row)).collect();
    spread_merged(sheet, block, &mut rows);
    let last = rows.len().saturating_sub(1);
    for row in rows.iter_mut().take(last) {
        spread_right(row, &block.numeric);
    }
    let column_count = sheet.column_count();
    let path = |column: usize| {
        let mut path: Vec<Part> = Vec::new();
        let texts = rows.iter().map(|row| row.get(column)).enumerate();
        for (row, text) in texts.filter_map(|(row, text)| Some((row, text?))) {
            if !text.is_empty() && path.last().is_none_or(|last| last.text != *text) {
                let text = text.clone();
                path.push(Part { row, text });
            }
        }
        path
    };
    (0..column_count).map(path).collect()
}

/// Columns that were split have a heading of their own each.
pub(crate) fn name_parts(view: &View<'_>, parts: &mut [Vec<Part>]) {
    for (column, path) in parts.iter_mut().enumerate() {
        let origin = view.origin(column);
        if origin.part == 0 {
            continue;
        }
        let names = |text: &str| !is_unit_text(text) && time::parse(text).is_none();
        if let Some(part) = path.iter_mut().rev().find(|part| names(&part.text)) {
            part.text = split::name(&part.text, origin.split, origin.part);
        } else if let Some(row) = path.last().map(|part| part.row) {
            // A period alone names no value of the cells below it.
            let text = part_name(origin.split, origin.part).to_owned();
            path.extend(Some(Part { row, text }).filter(|part| !part.text.is_empty()));
        }
    }
}

fn texts(sheet: &Sheet, row: usize) -> Vec<String> {
    let mut texts = vec![String::new(); sheet.column_count()];
    for (column, cell) in sheet.row(row) {
        if let Some(slot) = texts.get_mut(column) {
            *slot = text(cell).into_owned();
        }
    }
    texts
}

/// The text of a cell, blanks at its ends and double ones inside left out; a whole number has no decimals.
pub(crate) fn text(cell: Cell<'_>) -> Cow<'_, str> {
    match cell {
        Cell::Empty => Cow::Borrowed(""),
        Cell::Text(text) if text.contains("  ") || text.contains(['\n', '\r', '\t', '\u{a0}']) => {
            Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
        }
        Cell::Text(text) => Cow::Borrowed(text.trim()),
        Cell::Number(number) => Cow::Owned(number.to_string()),
        Cell::Bool(truth) => Cow::Owned(truth.to_string()),
        Cell::Date(text) | Cell::Error(text) => Cow::Borrowed(text),
    }
}

/// A merged cell stands above every column and in every row that it covers.
fn spread_merged(sheet: &Sheet, block: &Block, rows: &mut [Vec<String>]) {
    let header = &block.header;
    for merged in sheet
        .merged()
        .iter()
        .filter(|merged| header.contains(&merged.first_row))
    {
        let held = rows
            .get(merged.first_row - header.start)
            .and_then(|row| row.get(merged.first_column));
        let Some(held) = held.cloned() else { continue };
        let until = merged.last_row.min(header.end.saturating_sub(1));
        for row in rows
            .iter_mut()
            .take(until + 1 - header.start)
            .skip(merged.first_row - header.start)
        {
            let wide = merged.last_column + 1 - merged.first_column;
            for slot in row.iter_mut().skip(merged.first_column).take(wide) {
                slot.clone_from(&held);
            }
        }
    }
}

/// In an outer header row a text holds until the next one, over columns of numbers.
fn spread_right(row: &mut [String], numeric: &[bool]) {
    let mut held = String::new();
    for (slot, is_numeric) in row.iter_mut().zip(numeric) {
        if !is_numeric {
            held.clear();
        } else if slot.is_empty() {
            slot.clone_from(&held);
        } else {
            held.clone_from(slot);
        }
    }
}
