//! Where the tables of a sheet are: titles, header, body and footnotes, by row.

use std::ops::Range;

use formats::Sheet;

use crate::footnote;
use crate::header::text;
use crate::reading::SkipReason;
use crate::shape::{Shape, Shapes};
use crate::vocabulary::{Heading, begins_table, heading_of, is_remark};

/// A header has no more rows than this; what stands above is a title.
const MOST_HEADER_ROWS: usize = 12;
/// As many lines above a table, and below it, are kept as notes.
const MOST_LINES: usize = 200;

/// A table in a sheet; rows and columns count from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Block {
    /// Every row that can belong to it.
    pub(crate) rows: Range<usize>,
    /// Rows above the header, each of one text.
    pub(crate) titles: Vec<usize>,
    /// Rows of the header.
    pub(crate) header: Range<usize>,
    /// Rows with numbers.
    pub(crate) body: Vec<usize>,
    /// Rows below the body that still say something.
    pub(crate) foot: Vec<usize>,
    /// Rows between that are no part of the table.
    pub(crate) skipped: Vec<(usize, SkipReason)>,
    /// Columns that hold mostly numbers and signs, by index.
    pub(crate) numeric: Vec<bool>,
    /// Texts that were taken out of a column of two levels.
    pub(crate) sections: Vec<String>,
}

/// The tables of a sheet, from top to bottom; none for a sheet without numbers.
pub(crate) fn find(shapes: &Shapes<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut start = 0;
    while let Some(first) = shapes.position(start, |shape| shape == Shape::Numbers) {
        let end = next_table(shapes, first);
        let header = header(shapes, &(start..end), first);
        blocks.push(with_header(shapes, start..end, header));
        start = end;
    }
    blocks
}

/// Whether a row has nothing but the numbers of its columns, as 0, 1, 2.
fn numbers_columns(sheet: &Sheet, row: usize) -> bool {
    let mut cells = sheet.row(row).map(|(_, cell)| text(cell));
    let first = cells.next().and_then(|text| text.parse::<u32>().ok());
    let Some(first) = first.filter(|first| *first < 2) else {
        return false;
    };
    let rest: Vec<_> = cells.collect();
    let counts = (first + 1..).zip(&rest);
    rest.len() > 1
        && counts
            .into_iter()
            .all(|(next, text)| *text == next.to_string())
}

/// Where the next table begins: at a header after a blank row, with the lines right above it.
fn next_table(shapes: &Shapes<'_>, first: usize) -> usize {
    let mut from = first;
    while let Some(blank) = shapes.position(from, |shape| shape == Shape::Blank) {
        let Some(start) = shapes.position(blank, |shape| shape != Shape::Blank) else {
            break;
        };
        let is_line = |shape: Shape| matches!(shape, Shape::Line | Shape::Blank);
        let header = shapes
            .position(start, |shape| !is_line(shape))
            .unwrap_or(shapes.len());
        let may_head = |shape: Shape| matches!(shape, Shape::Header | Shape::Years(_));
        let is_header = may_head(shapes.of(header));
        // Texts that head rows may stand between.
        let body = shapes.position(header, |shape| !may_head(shape) && shape != Shape::Line);
        let has_body = body.is_some_and(|row| shapes.of(row) == Shape::Numbers);
        if is_header && has_body {
            return titles(shapes, start..header);
        }
        from = header.max(start);
    }
    shapes.len()
}

/// Where the lines above a header begin that are about its table: at a line that numbers it, or else at the last lines
/// between blank rows, unless they are remarks on the table above.
fn titles(shapes: &Shapes<'_>, lines: Range<usize>) -> usize {
    let line = |row: usize| footnote::line(shapes.sheet, row);
    let is_line = |row: &usize| shapes.of(*row) != Shape::Blank;
    if let Some(row) = lines
        .clone()
        .filter(is_line)
        .find(|row| begins_table(&line(*row)))
    {
        return row;
    }
    let group = |end: usize| {
        let rows = (lines.start..end).rev();
        let last = rows.clone().find(is_line)?;
        let rows = (lines.start..=last).rev().take_while(is_line);
        rows.last()
    };
    match group(lines.end) {
        Some(row) if !is_remark(&line(row)) => row,
        _ => lines.end,
    }
}

fn header(shapes: &Shapes<'_>, rows: &Range<usize>, first: usize) -> Range<usize> {
    let shape = |row: usize| shapes.of(row);
    let heads = |row: usize| match shape(row) {
        Shape::Header => true,
        // Several years side by side head columns; one year alone may as well be a count of that size.
        Shape::Years(count) => count > 1 || row == rows.start || shape(row - 1) != Shape::Header,
        _ => false,
    };
    let opens = |row: usize| matches!(shape(row), Shape::Place | Shape::Years(_)) && !heads(row);
    let first = (rows.start..first)
        .rev()
        .take_while(|&row| opens(row))
        .last()
        .unwrap_or(first);
    let below = below_header(shapes, rows, first, heads);
    let header_start = (rows.start..below)
        .rev()
        .take(MOST_HEADER_ROWS)
        .take_while(|&row| heads(row))
        .last();
    let start = header_start.unwrap_or(below);
    let names_rows = below < first && below > start + 1 && names_rows(shapes, below);
    start..below + usize::from(names_rows)
}

/// The first row of the body, which may be a text of its own right below the header that heads rows.
fn below_header(
    shapes: &Shapes<'_>,
    rows: &Range<usize>,
    first: usize,
    heads: impl Fn(usize) -> bool,
) -> usize {
    let lines = (rows.start..first).rev();
    let lines = lines.take_while(|row| shapes.of(*row) == Shape::Line);
    let top = lines.last().unwrap_or(first);
    let is_headed = top > rows.start && heads(top - 1);
    if is_headed { top } else { first }
}

/// Whether a text of its own names what heads the rows, below a header that says in the same column what its own rows hold.
fn names_rows(shapes: &Shapes<'_>, row: usize) -> bool {
    let first = |row: usize| {
        let mut cells = shapes.sheet.row(row);
        let found = cells.find(|(_, cell)| !text(*cell).is_empty());
        found.map(|(column, cell)| (column, text(cell).into_owned()))
    };
    let names = |text: &str| matches!(heading_of(text), Some(Heading::Role(_)));
    let (own, above) = (first(row), first(row - 1));
    own.zip(above)
        .is_some_and(|((column, name), (corner, said))| {
            column == corner && names(&name) && names(&said)
        })
}

/// The table of these rows whose header is there.
pub(crate) fn with_header(shapes: &Shapes<'_>, rows: Range<usize>, header: Range<usize>) -> Block {
    let (sheet, shape, first) = (shapes.sheet, |row: usize| shapes.of(row), header.end);
    let repeats = |row: usize| {
        header
            .clone()
            .any(|header| sheet.row(header).eq(sheet.row(row)))
    };
    let is_body = |row: usize| match shape(row) {
        Shape::Numbers | Shape::Place => true,
        Shape::Years(_) => !repeats(row),
        _ => false,
    };
    let counts = |row: &usize| matches!(shape(*row), Shape::Numbers | Shape::Years(_));
    let last = rows.clone().rev().find(counts);
    let end = last.map_or(first, |last| last + 1).max(first);
    let is_text = |row: &usize| shape(*row) != Shape::Blank;
    let between = (first..end).filter(|&row| is_text(&row) && !is_body(row));
    let reason = |row: usize| match shape(row) {
        _ if repeats(row) => SkipReason::RepeatedHeader,
        Shape::Line => SkipReason::Heading,
        _ => SkipReason::NoNumbers,
    };
    let mut skipped: Vec<_> = between.map(|row| (row, reason(row))).collect();
    let mut body: Vec<usize> = (first..end).filter(|&row| is_body(row)).collect();
    if body.len() > 1 && body.first().is_some_and(|row| numbers_columns(sheet, *row)) {
        skipped.insert(0, (body.remove(0), SkipReason::ColumnNumbers));
    }
    let mut lines = |rows: Range<usize>| {
        let mut lines: Vec<usize> = rows.filter(is_text).collect();
        let rest = lines.split_off(lines.len().min(MOST_LINES));
        skipped.extend(rest.into_iter().map(|row| (row, SkipReason::NoNumbers)));
        lines
    };
    Block {
        titles: lines(rows.start..header.start),
        foot: lines(end..rows.end),
        skipped,
        body,
        header,
        numeric: shapes.numeric.clone(),
        sections: Vec::new(),
        rows,
    }
}
