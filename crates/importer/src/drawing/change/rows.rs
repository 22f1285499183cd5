//! What a person decides of rows: where the header is, where the table begins and ends, what is left out or taken in.

use std::borrow::Cow;

use danish::ui::Reading as Phrase;
use danish::ui::reading as sentence;
use formats::{Content, Sheet};
use protocol::reading::RowChoice;
use protocol::state::Language;
use reading::{ColumnRole, DrawnTable, HeaderPlan, HeaderRow, Plan, RowMark, TablePlan};

use super::super::members::Members;
use super::super::sheet::{Page, Written};
use super::super::whole::{self, Part};
use super::super::{Drawing, fields, rows, terms, words};
use crate::refuse::spoken;

/// Most rows of a header.
const MOST_HEADER_ROWS: usize = 12;

impl Drawing {
    /// Writes a field of the shown table; gives what is said of it.
    pub(super) fn decide_table(&mut self, field: &str, value: &str, language: Language) -> String {
        if let Some((row, field)) = fields::of_column(field) {
            let row = u64::try_from(row).unwrap_or(u64::MAX);
            self.correct(|plan, table| {
                let written = whole::texts(table, row);
                whole::set_texts(plan.table_mut(table), table, row, |header| {
                    terms::set_header(header, field, value, &written);
                });
            });
            let value = words::of_value(field, value, language);
            return sentence::row_is(row, &value, spoken(language));
        }
        let choice = match Part::of(field) {
            Some(Part::HeaderFirst) => RowChoice::Header,
            Some(Part::BodyFirst) => RowChoice::Body,
            Some(Part::BodyLast) => RowChoice::Last,
            Some(part) => {
                self.correct(|plan, table| whole::set(plan.table_mut(table), table, part, value));
                return String::new();
            }
            None => return String::new(),
        };
        match self.row_number(value) {
            Some(row) => {
                self.decide_row(row, choice);
                String::new()
            }
            None => Phrase::NoRow.in_language(spoken(language)).to_owned(),
        }
    }

    /// The number of a row of the shown sheet that somebody wrote.
    fn row_number(&self, text: &str) -> Option<u64> {
        let row = text.trim().parse::<u64>().ok()?;
        let last = Page::of(&self.content, self.here()?.at)?.row_count();
        let last = u64::try_from(last).unwrap_or(u64::MAX);
        (1..=last).contains(&row).then_some(row)
    }

    /// What a row of the shown tab can be made: those of a table that comes with types are as they are, and one that
    /// says itself what it means cannot be put right.
    pub(in super::super) fn row_choices(&self) -> &'static [RowChoice] {
        let table = self.here().and_then(|here| here.table);
        match (table, self.has_sheets()) {
            (Some(_), true) => &RowChoice::ALL,
            (Some(table), false) if !whole::says_itself(table) => {
                &[RowChoice::Recognised, RowChoice::Total]
            }
            _ => &[RowChoice::Recognised],
        }
    }

    /// Whether rows were found to be header, body and notes, and can be found to be something else.
    pub(in super::super) const fn has_sheets(&self) -> bool {
        matches!(self.content, Content::Sheets(_) | Content::Grid(_))
    }

    /// Writes what becomes of a row of the shown table.
    pub(super) fn decide_row(&mut self, row: u64, choice: RowChoice) {
        let sheet = self.sheet_here();
        let mark = |row: u64| {
            let mark = sheet.as_ref().map(|sheet| reading::mark(sheet, row));
            mark.unwrap_or(RowMark {
                row,
                ..RowMark::default()
            })
        };
        let (own, next) = (mark(row), mark(row + 1));
        drop(sheet);
        let total = self.total_of(row).filter(|_| choice == RowChoice::Total);
        self.correct(|plan, table| match choice {
            RowChoice::Header => begin_header(plan.table_mut(table), table, row),
            RowChoice::Body => begin_body(plan.table_mut(table), table, row),
            RowChoice::Last => {
                let is_cut = row < table.area.last_row;
                plan.table_mut(table).end = is_cut.then_some(next);
            }
            RowChoice::Total => mark_total(plan, table, total),
            _ => place(plan.table_mut(table), own, choice),
        });
    }

    /// The column that says what a row is about, and what it says.
    fn total_of(&self, row: u64) -> Option<(usize, String)> {
        let here = self.here()?;
        let (page, table) = (Page::of(&self.content, here.at)?, here.table?);
        let index = |number: u64| usize::try_from(number.checked_sub(1)?).ok();
        let mut columns = table.columns.iter().enumerate().filter(|(_, column)| {
            fields::is_group(column.role) && column.role != ColumnRole::Time && column.part == 0
        });
        columns.find_map(|(at, column)| {
            let cell = page.cell(index(row)?, index(column.column)?);
            let text = match cell {
                Written::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
                Written::Number(number) => number.to_string(),
            };
            (!text.is_empty()).then_some((at, text))
        })
    }

    /// The shown sheet, where the file has sheets.
    fn sheet_here(&self) -> Option<Cow<'_, Sheet>> {
        let at = self.here()?.at;
        match &self.content {
            Content::Sheets(sheets) => sheets.get(at).map(Cow::Borrowed),
            Content::Grid(grid) => {
                let sheet = grid.to_sheet(&formats::Limits::default());
                sheet.ok().map(Cow::Owned)
            }
            _ => None,
        }
    }
}

fn mark_total(plan: &mut Plan, table: &DrawnTable, total: Option<(usize, String)>) {
    let own = total.and_then(|(at, text)| Some((plan.column_mut(table, at)?, text)));
    if let Some((column, text)) = own {
        Members::of_column(column).set_kind(&text, terms::TOTAL);
    }
}

/// Puts a row where it is to be, and out of where it was.
fn place(own: &mut TablePlan, mark: RowMark, choice: RowChoice) {
    for list in [&mut own.skip, &mut own.keep] {
        list.retain(|other| other.row != mark.row);
    }
    let is_end = |end: &RowMark| end.row == mark.row || end.row == mark.row + 1;
    if own.end.as_ref().is_some_and(is_end) {
        own.end = None;
    }
    match choice {
        RowChoice::Skip => own.skip.push(mark),
        RowChoice::Keep => own.keep.push(mark),
        RowChoice::End => own.end = Some(mark),
        RowChoice::Recognised => {
            let is_its = |header: &HeaderPlan| header.row == mark.row;
            if own.header.as_ref().is_some_and(is_its) {
                own.header = None;
            }
        }
        RowChoice::Header | RowChoice::Body | RowChoice::Last | RowChoice::Total => {}
    }
}

/// The header goes from a row to where the body begins; one row where the body began above.
fn begin_header(own: &mut TablePlan, table: &DrawnTable, row: u64) {
    let body = rows::first_of_body(table).filter(|body| *body > row);
    own.header = Some(header(row, body.unwrap_or(row + 1)));
}

/// The body begins with a row; the header goes down to it.
fn begin_body(own: &mut TablePlan, table: &DrawnTable, row: u64) {
    let first = table.header_row.min(row);
    own.header = Some(header(first, row));
}

/// A header of at most as many rows as anybody makes.
fn header(row: u64, body: u64) -> HeaderPlan {
    let count = usize::try_from(body.saturating_sub(row)).unwrap_or(0);
    HeaderPlan {
        row,
        rows: vec![HeaderRow::default(); count.min(MOST_HEADER_ROWS)],
    }
}
