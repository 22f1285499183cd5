//! The rows of a sheet, each with what it was read as.

use std::collections::BTreeMap;

use protocol::reading::{Cell, CellKind, Row, RowChoice, RowKind, Terms};
use protocol::state::Language;
use reading::words::row_use;
use reading::{ColumnRole, Dash, DrawnColumn, DrawnTable, HeaderRow, RowUse};
use table::Status;

use super::fields::name;
use super::sheet::{Page, Written};
use super::{terms, whole, words};
use crate::read::words_in;
use crate::refuse::spoken;

/// Columns that are drawn; further ones are read all the same.
pub(super) const MOST_COLUMNS: usize = 120;
/// Letters of a cell that are drawn.
const MOST_LETTERS: usize = 200;

/// The first row of the body, from 1, if there is one.
pub(super) fn first_of_body(table: &DrawnTable) -> Option<u64> {
    let body = table.rows.iter().find(|span| span.is == RowUse::Body);
    body.map(|span| span.first)
}

/// Rows `first` to `last`, from 1, of a page.
pub(super) fn rows(
    page: Page<'_>,
    table: Option<&DrawnTable>,
    (first, last): (u64, u64),
    language: Language,
) -> Vec<Row> {
    let numbers = table.map(measures).unwrap_or_default();
    let levels = table.map(levels).unwrap_or_default();
    let drawer = Drawer {
        page,
        table,
        numbers,
        levels,
        language,
    };
    let mut rows: Vec<Row> = Vec::new();
    let mut before = String::new();
    for number in first..=last {
        let mut row = drawer.row(number);
        // Levels are said where they change; what is skipped says so itself.
        let is_same = row.kind == RowKind::Body && row.words == before;
        before.clone_from(&row.words);
        if is_same {
            row.words.clear();
        }
        rows.push(row);
    }
    rows
}

struct Drawer<'a> {
    page: Page<'a>,
    table: Option<&'a DrawnTable>,
    numbers: BTreeMap<u64, &'a DrawnColumn>,
    levels: BTreeMap<u64, &'a str>,
    language: Language,
}

/// Columns of numbers by their place on the sheet.
fn measures(table: &DrawnTable) -> BTreeMap<u64, &DrawnColumn> {
    let columns = table.columns.iter();
    let numbers = columns.filter(|column| column.role == ColumnRole::Measure);
    numbers.map(|column| (column.column, column)).collect()
}

fn levels(table: &DrawnTable) -> BTreeMap<u64, &str> {
    let levels = table.levels.iter();
    levels
        .map(|level| (level.row, level.level.as_str()))
        .collect()
}

impl Drawer<'_> {
    fn row(&self, number: u64) -> Row {
        let is = self.table.and_then(|table| use_of(table, number));
        let kind = is.map_or(RowKind::Outside, kind);
        let level = self.levels.get(&number);
        let words = match (is, level) {
            (Some(RowUse::Body), Some(level)) => words::level(level, self.language),
            (Some(RowUse::Body) | None, _) => String::new(),
            (Some(is), _) => row_use(is, words_in(self.language)).to_owned(),
        };
        Row {
            number,
            kind,
            words,
            header: self
                .header(number)
                .map(|row| name(row.is))
                .unwrap_or_default(),
            header_name: self.header_name(number),
            choice: self
                .table
                .map_or_else(String::new, |table| choice(table, number)),
            terms: self.terms(number),
            cells: self.cells(number, kind),
        }
    }

    /// A row of a header that was found; the labels of a table that comes with types are none.
    fn header(&self, number: u64) -> Option<&HeaderRow> {
        let table = self.table.filter(|_| !self.page.is_typed())?;
        let at = usize::try_from(number.checked_sub(table.header_row)?).ok()?;
        table.header.get(at)
    }

    /// The name of the group that a row of the header becomes; a blank for one that has none yet.
    fn header_name(&self, number: u64) -> String {
        let row = self.header(number).filter(|row| whole::is_named(row.is));
        let own = row.map(|row| row.name.clone());
        own.map_or_else(String::new, |name| name.unwrap_or(" ".to_owned()))
    }

    /// What stands in a row of the header, above numbers.
    fn terms(&self, number: u64) -> Terms {
        let found = self.header(number).zip(self.table);
        found.map_or_else(Terms::default, |(row, table)| {
            let at = usize::try_from(number.saturating_sub(table.header_row)).ok();
            let texts = at.and_then(|at| table.header_texts.get(at));
            terms::of_header(
                (number, row.is),
                texts.map_or(&[], Vec::as_slice),
                self.language,
            )
        })
    }

    fn cells(&self, number: u64, kind: RowKind) -> Vec<Cell> {
        let count = self.page.column_count().min(MOST_COLUMNS);
        let Ok(row) = usize::try_from(number - 1) else {
            return Vec::new();
        };
        let mut cells = Vec::with_capacity(count);
        let mut column = 0;
        while column < count {
            let span = self.page.span(row, column).clamp(1, count - column);
            let place = u64::try_from(column + 1).unwrap_or(u64::MAX);
            let drawn = self.numbers.get(&place).filter(|_| kind == RowKind::Body);
            let mut cell = self.cell(self.page.cell(row, column), drawn.copied());
            cell.span = u32::try_from(span).unwrap_or(1);
            cells.push(cell);
            column += span;
        }
        cells
    }

    fn cell(&self, written: Written<'_>, drawn: Option<&DrawnColumn>) -> Cell {
        match (written, drawn) {
            (Written::Number(number), Some(drawn)) => Cell {
                text: danish::number(number, decimals(number, drawn), spoken(self.language)),
                kind: CellKind::Number,
                ..Cell::default()
            },
            (Written::Number(number), None) => Cell {
                text: plain(number, self.language),
                kind: CellKind::Number,
                ..Cell::default()
            },
            (Written::Text(text), Some(drawn)) => Cell {
                kind: kind_of_sign(&text, drawn),
                ..words_of(&text)
            },
            (Written::Text(text), None) => words_of(&text),
        }
    }
}

/// Decimals as the column shows them, and more where a cell of it has more.
fn decimals(number: f64, drawn: &DrawnColumn) -> u8 {
    let own = drawn.decimals.unwrap_or(0);
    let has = (0..4).find(|places| {
        let power = 10_f64.powi(*places);
        ((number * power).round() / power - number).abs() < 1e-9
    });
    own.max(u8::try_from(has.unwrap_or(4)).unwrap_or(4))
}

/// What a plan decided of a row.
fn choice(table: &DrawnTable, number: u64) -> String {
    let plan = table.decided();
    let names = |marks: &[reading::RowMark]| marks.iter().any(|mark| mark.row == number);
    let end = plan.end.as_ref().map(|end| end.row);
    let header = plan.header.as_ref().map(|header| header.row);
    let choice = match () {
        () if names(&plan.skip) => RowChoice::Skip,
        () if names(&plan.keep) => RowChoice::Keep,
        () if end == Some(number) => RowChoice::End,
        () if end == Some(number + 1) => RowChoice::Last,
        () if header == Some(number) => RowChoice::Header,
        () => RowChoice::Recognised,
    };
    choice.name().to_owned()
}

/// A year is not grouped; the decimal mark is that of the language.
fn plain(number: f64, language: Language) -> String {
    let text = number.to_string();
    match language {
        Language::Da => text.replace('.', ","),
        Language::En => text,
    }
}

fn words_of(text: &str) -> Cell {
    let own = text.trim();
    let blanks = text
        .chars()
        .take_while(|letter| letter.is_whitespace())
        .count();
    Cell {
        text: own.chars().take(MOST_LETTERS).collect(),
        indent: u32::try_from(blanks.div_ceil(2).min(6)).unwrap_or(0),
        ..Cell::default()
    }
}

fn kind_of_sign(text: &str, drawn: &DrawnColumn) -> CellKind {
    let mut explained = drawn.decided().signs.iter();
    if let Some(sign) = explained.find(|sign| sign.written == text.trim()) {
        return match sign.is {
            Dash::Zero => CellKind::Zero,
            Dash::Hidden => CellKind::Hidden,
            Dash::Missing | Dash::NotApplicable => CellKind::Missing,
        };
    }
    let dash = drawn
        .numbers
        .as_ref()
        .map_or(Dash::Zero, |numbers| numbers.dash);
    match reading::sign(text, dash) {
        Some(Status::Hidden) => CellKind::Hidden,
        Some(Status::Missing | Status::NotApplicable) => CellKind::Missing,
        Some(Status::Value | Status::TrueZero) => CellKind::Zero,
        None if text.trim().is_empty() => CellKind::Words,
        None if reading::is_number(text) => CellKind::Number,
        None => CellKind::Missing,
    }
}

fn use_of(table: &DrawnTable, number: u64) -> Option<RowUse> {
    let holds = |span: &&reading::RowSpan| span.first <= number && number <= span.last;
    table.rows.iter().find(holds).map(|span| span.is)
}

fn kind(is: RowUse) -> RowKind {
    match is {
        RowUse::Title => RowKind::Title,
        RowUse::Header => RowKind::Header,
        RowUse::Unit => RowKind::Unit,
        RowUse::Body => RowKind::Body,
        RowUse::Note => RowKind::Note,
        RowUse::Blank
        | RowUse::Heading
        | RowUse::NoNumbers
        | RowUse::RepeatedHeader
        | RowUse::LeftOut => RowKind::Skipped,
    }
}
