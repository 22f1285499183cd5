//! What a person decides, as it is written into the plan.

mod rows;

use danish::ui::Reading as Phrase;
use danish::ui::reading as sentence;
use protocol::reading::Change;
use protocol::state::Language;
use reading::words::column_letters;
use reading::{ColumnRole, DrawnTable, Plan};

use super::members::Members;
use super::outcome::Amount;
use super::sheet::Page;
use super::{Drawing, fields, questions, terms, words};
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
            Change::Table { field, value } => self.decide_table(&field, &value, language),
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
            Change::Row { row, choice } if self.row_choices().contains(&choice) => {
                self.decide_row(row, choice);
                sentence::row_is(row, &words::row_choice(choice, language), spoken(language))
            }
            Change::Header { row, value } => {
                self.decide_table(&format!("header:{row}"), &value, language);
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
        if let Some(text) = terms::read_text(field) {
            return self.read_as_other(column, text, value);
        }
        self.correct(|plan, table| {
            let every = if fields::is_of_measure(field) {
                of_measure(table, column)
            } else {
                vec![column]
            };
            for column in every {
                if let Some(column) = plan.column_mut(table, column) {
                    fields::set_column(column, field, value);
                }
            }
        });
    }

    /// Reads a text of a column as another.
    fn read_as_other(&mut self, column: usize, text: &str, read: &str) {
        let written = self.here().and_then(|here| {
            let (page, table) = (Page::of(&self.content, here.at)?, here.table?);
            let own = table.columns.get(column)?;
            Some(terms::texts(page, table, own.column))
        });
        let written = written.unwrap_or_default();
        self.correct(|plan, table| {
            if let Some(own) = plan.column_mut(table, column) {
                Members::of_column(own).rename(text, read, &written);
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
        let Some(answer) = answers.get(nth(choice)) else {
            return;
        };
        for column in of_question(&table, column) {
            if let Some(own) = self.plan.column_mut(&table, column) {
                own.answer(*answer);
            }
        }
        self.apply();
    }
}

/// The columns that a measure is made of, such as one for each year, by one of them.
fn of_measure(table: &DrawnTable, column: usize) -> Vec<usize> {
    let columns = || table.columns.iter().enumerate();
    let own = table.columns.get(column);
    let own = own.filter(|own| own.role == ColumnRole::Measure && !own.name.is_empty());
    let Some(own) = own else { return vec![column] };
    let same = columns().filter(|(_, it)| it.role == own.role && it.name == own.name);
    same.map(|(at, _)| at).collect()
}

/// The columns of the same measure about which the same is asked: one answer is enough.
fn of_question(table: &DrawnTable, column: usize) -> Vec<usize> {
    let kind = |at: usize| {
        let column = table.columns.get(at);
        let question = column.and_then(|column| column.question.as_ref());
        question.map(std::mem::discriminant)
    };
    let mut every = of_measure(table, column);
    every.retain(|at| kind(*at) == kind(column));
    every
}
