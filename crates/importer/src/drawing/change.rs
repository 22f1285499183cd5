//! What a person decides, as it is written into the plan.

use danish::ui::Reading as Phrase;
use danish::ui::reading as sentence;
use formats::{Content, Sheet};
use protocol::reading::{Change, RowChoice};
use protocol::state::Language;
use reading::words::column_letters;
use reading::{DrawnTable, HeaderPlan, HeaderRow, Plan, RowMark, TablePlan};

use super::outcome::Amount;
use super::{Drawing, fields, questions, rows, words};
use crate::read::words_in;
use crate::refuse::spoken;

impl Drawing {
    /// Does what is asked, and notes what is said aloud of it.
    pub(super) fn decide(&mut self, change: Change, language: Language) {
        let phrase = match change {
            Change::Tab(_) | Change::MoreRows | Change::All(_) => return self.look_at(&change),
            Change::Remember(remember) => {
                self.look.is_forgotten = !remember;
                if remember {
                    Phrase::WillRemember
                } else {
                    Phrase::WillForget
                }
            }
            Change::Reset => {
                self.take_over(Plan::default());
                Phrase::DidReset
            }
            Change::Export => {
                self.look.file = Some(Plan::of(&self.applied).to_json());
                Phrase::DidExport
            }
            Change::Answer { question, choice } => {
                self.answer(question, choice);
                Phrase::DidAnswer
            }
            Change::Import(json) => return self.import(&json, language),
            change => return self.correct_one(change, language),
        };
        phrase
            .in_language(spoken(language))
            .clone_into(&mut self.look.said);
    }

    /// Shows something else; nothing is decided.
    fn look_at(&mut self, change: &Change) {
        match *change {
            Change::Tab(tab) => {
                self.look.tab = usize::try_from(tab).unwrap_or(0);
                self.look.more = 0;
            }
            Change::All(all) => {
                self.look.amount = if all { Amount::All } else { Amount::Sample };
            }
            _ => self.look.more += 1,
        }
    }

    /// Writes a decision about the shown table into the plan.
    fn correct_one(&mut self, change: Change, language: Language) {
        let said = match change {
            Change::Table { field, value } => {
                self.correct(|plan, table| {
                    fields::set_table(plan.table_mut(table), &field, &value)
                });
                String::new()
            }
            Change::Column {
                column,
                field,
                value,
            } => {
                self.decide_column(&field, &value);
                let letters = column_letters(u64::from(column) + 1);
                let value = words::of_value(&field, &value, language);
                sentence::column_is(&letters, &value, spoken(language))
            }
            Change::Row { row, choice } => {
                self.decide_row(row, choice);
                sentence::row_is(row, &words::row_choice(choice, language), spoken(language))
            }
            Change::Header { row, value } => {
                self.decide_header(row, &value);
                sentence::row_is(row, &words::header_use(&value, language), spoken(language))
            }
            _ => String::new(),
        };
        self.look.said = said;
    }

    fn take_over(&mut self, plan: Plan) {
        self.plan = plan;
        self.is_as_last = false;
        self.apply();
    }

    fn import(&mut self, json: &str, language: Language) {
        let name = Phrase::Import.in_language(spoken(language));
        match Plan::parse(json) {
            Ok(plan) => {
                self.take_over(plan);
                self.look.said = Phrase::DidImport.in_language(spoken(language)).to_owned();
            }
            Err(error) => {
                let refused = reading::words::plan_refusal(&error, name, words_in(language));
                self.look.said = [refused.what, refused.place, refused.remedy].join(" ");
            }
        }
    }

    /// Changes the plan of the shown table and applies it.
    fn correct(&mut self, edit: impl FnOnce(&mut Plan, &DrawnTable)) {
        let Some(table) = self.here().and_then(|here| here.table).cloned() else {
            return;
        };
        edit(&mut self.plan, &table);
        self.apply();
    }

    /// The field of a column begins with the column's index among those that were drawn.
    fn decide_column(&mut self, field: &str, value: &str) {
        let Some((column, field)) = fields::of_column(field) else {
            return;
        };
        self.correct(|plan, table| {
            if let Some(column) = plan.column_mut(table, column) {
                fields::set_column(column, field, value);
            }
        });
    }

    fn answer(&mut self, question: u32, choice: u32) {
        let asked = self.tables().flat_map(|table| {
            let columns = questions(table).into_iter();
            columns.map(move |column| (table, column))
        });
        let nth = |index: u32| usize::try_from(index).unwrap_or(usize::MAX);
        let Some((table, column)) = asked
            .skip(nth(question))
            .map(|(table, at)| (table.clone(), at))
            .next()
        else {
            return;
        };
        let answers = table
            .columns
            .get(column)
            .and_then(|column| column.question.as_ref());
        let answers = answers.map(reading::Question::answers).unwrap_or_default();
        let own = self.plan.column_mut(&table, column);
        if let (Some(own), Some(answer)) = (own, answers.get(nth(choice))) {
            own.answer(*answer);
            self.apply();
        }
    }

    fn decide_row(&mut self, row: u64, choice: RowChoice) {
        let mark = self.sheet_here().map(|sheet| reading::mark(&sheet, row));
        let mark = mark.unwrap_or(RowMark {
            row,
            ..RowMark::default()
        });
        self.correct(|plan, table| {
            let own = plan.table_mut(table);
            match choice {
                RowChoice::Header => begin_header(own, table, row),
                RowChoice::Body => begin_body(own, table, row),
                _ => place(own, mark, choice),
            }
        });
    }

    fn decide_header(&mut self, row: u64, value: &str) {
        let Some(is) = fields::parsed(value) else {
            return;
        };
        self.correct(|plan, table| {
            let own = plan.table_mut(table);
            let header = own.header.get_or_insert_with(|| drawn_header(table));
            let at = row
                .checked_sub(header.row)
                .and_then(|at| usize::try_from(at).ok());
            if let Some(row) = at.and_then(|at| header.rows.get_mut(at)) {
                row.is = is;
            }
        });
    }

    /// The shown sheet, where the file has sheets.
    fn sheet_here(&self) -> Option<std::borrow::Cow<'_, Sheet>> {
        let at = self.here()?.at;
        match &self.content {
            Content::Sheets(sheets) => sheets.get(at).map(std::borrow::Cow::Borrowed),
            _ => None,
        }
    }
}

/// Puts a row where it is to be, and out of where it was.
fn place(own: &mut TablePlan, mark: RowMark, choice: RowChoice) {
    for list in [&mut own.skip, &mut own.keep] {
        list.retain(|other| other.row != mark.row);
    }
    if own.end.as_ref().is_some_and(|end| end.row == mark.row) {
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
        RowChoice::Header | RowChoice::Body => {}
    }
}

fn drawn_header(table: &DrawnTable) -> HeaderPlan {
    HeaderPlan {
        row: table.header_row,
        rows: table.header.clone(),
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
        rows: vec![HeaderRow::default(); count.min(12)],
    }
}
