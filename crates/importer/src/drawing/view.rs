//! Everything the step shows, from how the file is read now.

use danish::ui::Reading as Phrase;
use danish::ui::reading as sentence;
use protocol::reading::{Outcome, Question, Tab, View};
use protocol::state::Language;
use reading::{DrawnTable, Holds};

use super::outcome::Amount;
use super::sheet::Page;
use super::{Drawing, Here, columns, outcome, questions, rows, whole, words};
use crate::read::words_in;
use crate::refuse::spoken;

/// What a person has looked at and asked for, apart from what was decided.
#[derive(Clone, Debug, Default)]
pub(super) struct Look {
    /// Which tab is shown.
    pub(super) tab: usize,
    /// How often more rows were asked for.
    pub(super) more: u64,
    /// How much of the outcome is shown.
    pub(super) amount: Amount,
    /// Whether the reading is not to be remembered.
    pub(super) is_forgotten: bool,
    /// What was done last.
    pub(super) said: String,
    /// The reading as a file, once.
    pub(super) file: Option<String>,
    /// Which of how many files it is, where there are several.
    pub(super) among: Option<(usize, usize)>,
}

/// Rows that are drawn at first.
const FIRST_ROWS: u64 = 60;
/// Rows that are added each time.
const MORE_ROWS: u64 = 200;
/// Rows that are drawn at most; further ones are read as these are.
const MOST_ROWS: u64 = 1_060;

impl Drawing {
    /// The view as it is now.
    pub(crate) fn view(&self, language: Language) -> View {
        let mut view = View {
            words: words::standing(language),
            language: spoken(language).code().to_owned(),
            file: self.name.clone(),
            steps: self.stages(language),
            tabs: self
                .tabs()
                .iter()
                .map(|here| tab(here, self.name_of(here), language))
                .collect(),
            shown: u32::try_from(self.look.tab).unwrap_or(0),
            row_choices: words::row_choices(self.row_choices(), language),
            header_choices: if self.has_sheets() {
                words::header_choices(language)
            } else {
                Vec::new()
            },
            questions: self.questions(language),
            checks: self.checks(language),
            not_yet: self.not_yet(language),
            is_remembered: !self.look.is_forgotten,
            said: self.look.said.clone(),
            file_to_save: self.file_to_save(),
            ..View::default()
        };
        if let Some((at, count)) = self.look.among {
            let words = sentence::one_of(&self.name, at, count, spoken(language));
            view.words.subtitle = format!("{words} {}", view.words.subtitle);
            view.file_number = u32::try_from(at).unwrap_or(u32::MAX);
        }
        if let Some(here) = self.here() {
            self.draw(&mut view, here, language);
        }
        view
    }

    fn draw(&self, view: &mut View, here: Here<'_>, language: Language) {
        let Some(page) = self.page(here) else {
            return;
        };
        let (first, last) = self.reach(here, page);
        let drawn_to = last.min(first + FIRST_ROWS - 1 + self.look.more * MORE_ROWS);
        let drawn_to = drawn_to.min(first + MOST_ROWS - 1);
        let count = (page.row_count(), page.column_count());
        let size = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        let name = self.name_of(&here);
        view.caption = sentence::caption(name, size(count.0), size(count.1), spoken(language));
        view.rows = rows::rows(page, here.table, (first, drawn_to), language);
        if drawn_to < last {
            view.more =
                sentence::rows_drawn(drawn_to + 1 - first, last + 1 - first, spoken(language));
        }
        let table = here
            .table
            .and_then(|drawn| self.applied.reading.tables.get(drawn.table?));
        let drawn = here.table.map(|drawn| (drawn, table));
        view.columns = columns::columns(drawn, page, language);
        if let Some(drawn) = here.table {
            view.fields = whole::fields(drawn, language);
        }
        view.outcome = match (here.table, table) {
            (Some(drawn), Some(table)) => {
                outcome::outcome(table, &waiting(drawn), self.look.amount, language)
            }
            _ => Outcome {
                summary: Phrase::NoTable.in_language(spoken(language)).to_owned(),
                ..Outcome::default()
            },
        };
    }

    /// What is drawn of a tab.
    fn page(&self, here: Here<'_>) -> Option<Page<'_>> {
        Page::of(&self.content, here.at)
    }

    /// Rows of a tab, from 1: the sheet, or what of it lies between the tables above and below.
    fn reach(&self, here: Here<'_>, page: Page<'_>) -> (u64, u64) {
        let whole = (
            1,
            u64::try_from(page.row_count()).unwrap_or(u64::MAX).max(1),
        );
        let Some(own) = here.table else { return whole };
        let others = here
            .sheet
            .tables
            .iter()
            .filter(|other| other.number != own.number);
        others.fold(whole, |(first, last), other| {
            if other.area.last_row < own.area.first_row {
                (first.max(other.area.last_row + 1), last)
            } else if other.area.first_row > own.area.last_row {
                (first, last.min(other.area.first_row - 1))
            } else {
                (first, last)
            }
        })
    }

    fn questions(&self, language: Language) -> Vec<Question> {
        let mut asked = Vec::new();
        for (tab, here) in self.tabs().iter().enumerate() {
            let Some(table) = here.table else { continue };
            for column in questions(table) {
                let Some(column) = table.columns.get(column) else {
                    continue;
                };
                let Some(question) = &column.question else {
                    continue;
                };
                let words = reading::words::question(question, column, words_in(language));
                asked.push(Question {
                    text: words.question,
                    because: words.because,
                    answers: words.answers,
                    tab: u32::try_from(tab).unwrap_or(0),
                });
            }
        }
        asked
    }

    /// The name of a sheet; where sheets have none, that of the table or the file.
    fn name_of<'a>(&'a self, here: &Here<'a>) -> &'a str {
        let several = self.applied.drawn.sheets.len() > 1;
        let title = here.table.map(|table| table.title.as_str());
        let title = title.filter(|title| several && !title.is_empty());
        match (here.sheet.name.as_str(), title) {
            ("", Some(title)) => title,
            ("", None) => &self.name,
            (name, _) => name,
        }
    }

    fn not_yet(&self, language: Language) -> String {
        let open: usize = self.tables().map(|table| questions(table).len()).sum();
        if open > 0 {
            sentence::answer_first(open, spoken(language))
        } else if self.applied.reading.tables.is_empty() {
            Phrase::NoTable.in_language(spoken(language)).to_owned()
        } else {
            String::new()
        }
    }

    fn file_to_save(&self) -> Vec<String> {
        let stem = self
            .name
            .rsplit_once('.')
            .map_or(self.name.as_str(), |(stem, _)| stem);
        let file = self.look.file.as_ref();
        file.map_or_else(Vec::new, |json| {
            vec![format!("{stem}.reading.json"), json.clone()]
        })
    }
}

fn tab(here: &Here<'_>, name: &str, language: Language) -> Tab {
    let say = |phrase: Phrase| phrase.in_language(spoken(language));
    let label = match here.table {
        Some(table) if here.sheet.tables.len() > 1 => {
            sentence::numbered_table(name, table.number, spoken(language))
        }
        _ => name.to_owned(),
    };
    let mut holds = Vec::new();
    if here.sheet.hidden {
        holds.push(say(Phrase::Hidden));
    }
    match (here.table, here.sheet.holds) {
        (Some(table), _) if table.table.is_none() => holds.push(say(Phrase::NotRead)),
        (None, Holds::Words) => holds.push(say(Phrase::HoldsWords)),
        (None, Holds::Nothing) => holds.push(say(Phrase::HoldsNothing)),
        _ => {}
    }
    Tab {
        label,
        holds: holds.join(", "),
    }
}

/// The measures of a table that wait for an answer.
fn waiting(table: &DrawnTable) -> Vec<&str> {
    let columns = table.columns.iter();
    let asked = columns.filter(|column| column.question.is_some());
    asked.map(|column| column.name.as_str()).collect()
}
