//! A file that is read under the eyes of a person: each change is applied, and the whole is drawn anew.

mod change;
mod checks;
mod columns;
mod fields;
mod members;
mod outcome;
mod rows;
mod sheet;
mod stages;
mod terms;
mod view;
mod whole;
mod words;

use formats::{Content, Opened, Warning};
use protocol::message::{Notice, Refusal, Weight};
use protocol::reading::Change;
use protocol::state::Language;
use reading::{Applied, DrawnSheet, DrawnTable, Plan};

use crate::kept::Kept;
use crate::read::{Decided, Imported, in_runs, no_table, said, words_in};
use crate::refuse;
use view::Look;

/// A file, how it is read, and what a person has looked at.
#[derive(Debug)]
pub(crate) struct Drawing {
    name: String,
    content: Content,
    warnings: Vec<Warning>,
    kept: Kept,
    is_as_last: bool,
    plan: Plan,
    applied: Applied,
    look: Look,
}

/// What follows a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// The view is drawn again.
    Draw,
    /// The file is handed over.
    HandOver,
    /// The file is let go.
    LetGo,
}

/// A table of a tab, if it has one, on its sheet.
#[derive(Clone, Copy, Debug)]
struct Here<'a> {
    at: usize,
    sheet: &'a DrawnSheet,
    table: Option<&'a DrawnTable>,
}

impl Drawing {
    /// Reads a file as it was decided, and as it is recognised where nothing was.
    pub(crate) fn begin(name: &str, opened: Opened, decided: Decided) -> Self {
        let (plan, kept) = match decided {
            Decided::By(plan) => (plan, Kept::default()),
            Decided::AsKept(kept) => (Plan::default(), kept),
        };
        let mut drawing = Self {
            name: name.to_owned(),
            content: opened.content,
            warnings: opened.warnings,
            kept,
            is_as_last: false,
            plan,
            applied: Applied::default(),
            look: Look::default(),
        };
        drawing.apply();
        if let Some(plan) = drawing.kept.of(&drawing.applied.sender) {
            drawing.plan = plan.clone();
            drawing.is_as_last = true;
            drawing.apply();
        }
        drawing.look.tab = drawing.first_tab();
        drawing
    }

    /// The file's name.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Whether there is a table to draw.
    pub(crate) fn is_drawable(&self) -> bool {
        self.tables().next().is_some()
    }

    /// Whether only a person can say how it is to be read.
    pub(crate) fn has_questions(&self) -> bool {
        self.tables().any(|table| !questions(table).is_empty())
    }

    /// Does what a person has decided.
    pub(crate) fn change(&mut self, change: Change, language: Language) -> Next {
        if change == Change::Cancel {
            return Next::LetGo;
        }
        self.look.said.clear();
        self.look.file = None;
        if change == Change::Use && !self.has_questions() && !self.applied.reading.tables.is_empty()
        {
            return Next::HandOver;
        }
        self.decide(change, language);
        Next::Draw
    }

    /// The tables as they are handed over, with what there is to say.
    ///
    /// # Errors
    /// When no table comes of the file.
    pub(crate) fn imported(mut self, language: Language) -> Result<Imported, Refusal> {
        let mut applied = std::mem::take(&mut self.applied);
        let tables = std::mem::take(&mut applied.reading.tables);
        if tables.is_empty() {
            return Err(no_table(&self.name, language));
        }
        let spoken = words_in(language);
        let told = reading::words::told(&applied.reading, &self.warnings, spoken);
        let unmatched = applied.unmatched.iter();
        let unmatched = unmatched.map(|it| said(reading::words::unmatched(it, spoken)));
        let mut notices: Vec<Notice> = unmatched.collect();
        notices.dedup();
        notices.extend(told.into_iter().map(said));
        if self.is_as_last {
            notices.insert(0, as_last_time(language));
        }
        // The cells are of no more use, and the tables are about to be laid out once more.
        drop(self);
        Ok(Imported {
            facts: None,
            tables: in_runs(tables),
            notices,
            applied: Some(Box::new(applied)),
        })
    }

    /// All readings that are remembered from now on, where that was decided here.
    pub(crate) fn remembered(&self) -> Kept {
        let mut kept = self.kept.clone();
        kept.forget(&self.applied.sender);
        if !self.look.is_forgotten {
            kept.remember(self.as_decided());
        }
        kept
    }

    /// Everything that is decided of it.
    pub(crate) fn as_decided(&self) -> Plan {
        Plan::of(&self.applied)
    }

    /// Whether it was read as the last file of its sender.
    pub(crate) const fn is_as_last(&self) -> bool {
        self.is_as_last
    }

    /// Reads it as another file of its sender was read just now, and takes over what is remembered.
    pub(crate) fn follow(&mut self, used: &Kept, kept: &Kept) {
        self.kept = kept.clone();
        if let Some(plan) = used.of(&self.applied.sender) {
            self.is_as_last = false;
            self.read_as(plan.clone());
        }
    }

    /// Reads it anew, as a plan decides.
    pub(crate) fn read_as(&mut self, plan: Plan) {
        self.plan = plan;
        self.apply();
        self.look.tab = self.first_tab();
    }

    /// Notes which of how many files it is, to be told.
    pub(crate) fn is_one_of(&mut self, among: (usize, usize)) {
        self.look.among = Some(among);
    }

    fn apply(&mut self) {
        self.applied = reading::apply(&self.name, &self.plan, &self.content);
    }

    fn tables(&self) -> impl Iterator<Item = &DrawnTable> {
        let sheets = self.applied.drawn.sheets.iter();
        sheets.flat_map(|sheet| &sheet.tables)
    }

    /// Sheets, each of its tables one where it has several.
    fn tabs(&self) -> Vec<Here<'_>> {
        let mut tabs = Vec::new();
        for (at, sheet) in self.applied.drawn.sheets.iter().enumerate() {
            if sheet.tables.is_empty() {
                let table = None;
                tabs.push(Here { at, sheet, table });
            }
            tabs.extend(sheet.tables.iter().map(|table| Here {
                at,
                sheet,
                table: Some(table),
            }));
        }
        tabs
    }

    fn here(&self) -> Option<Here<'_>> {
        let tabs = self.tabs();
        tabs.get(self.look.tab).or(tabs.first()).copied()
    }

    /// The first tab with a question, or else with a table that something comes of.
    fn first_tab(&self) -> usize {
        let tabs = self.tabs();
        let asks = |here: &Here<'_>| here.table.is_some_and(|table| !questions(table).is_empty());
        let first = tabs.iter().position(asks);
        let holds = |here: &Here<'_>| here.table.is_some_and(|table| table.table.is_some());
        let first = first.or_else(|| tabs.iter().position(holds));
        let first = first.or_else(|| tabs.iter().position(|here| here.table.is_some()));
        first.unwrap_or(0)
    }
}

/// The columns of a table about which there is a question, by their index.
fn questions(table: &DrawnTable) -> Vec<usize> {
    let columns = table.columns.iter().enumerate();
    let asked = columns.filter(|(_, column)| column.question.is_some());
    asked.map(|(at, _)| at).collect()
}

fn as_last_time(language: Language) -> Notice {
    let (headline, text) = danish::ui::reading::as_last_time(refuse::spoken(language));
    Notice {
        weight: Weight::Remark,
        headline: headline.to_owned(),
        text: text.to_owned(),
    }
}

#[cfg(test)]
mod tests;
