//! What was checked of a file, and how it stands.

use danish::ui::Reading as Phrase;
use danish::ui::reading as sentence;
use protocol::message::Weight;
use protocol::reading::{Check, Sign};
use protocol::state::Language;
use reading::words::{self, column_letters};
use reading::{DrawnTable, Notice, RowUse};
use table::{Role, Table};

use super::{Drawing, questions, whole};
use crate::read::{said, words_in};
use crate::refuse::spoken;

impl Drawing {
    /// The checks: places, skipped rows, what was decided, what waits for an answer.
    pub(super) fn checks(&self, language: Language) -> Vec<Check> {
        let mut checks = Vec::new();
        if self.tables().any(whole::says_itself) {
            let words = [Phrase::SaysItself, Phrase::SaysItselfText];
            checks.push(check(Sign::Well, words, language));
        }
        let here = self.here().and_then(|here| here.table);
        let table = here.and_then(|table| self.applied.reading.tables.get(table.table?));
        checks.extend(table.and_then(|table| self.places(table, language)));
        let drawn = here.filter(|table| !whole::says_itself(table));
        checks.extend(drawn.map(|table| skipped(table, language)));
        checks.extend(self.told(language));
        for table in self.tables() {
            checks.extend(questions(table).into_iter().filter_map(|at| {
                let column = table.columns.get(at)?;
                Some(waits(&column_letters(column.column), language))
            }));
        }
        if self.applied.reading.tables.is_empty() {
            checks.push(check(
                Sign::Caution,
                [Phrase::NoTable, Phrase::NoTableHint],
                language,
            ));
        }
        checks
    }

    /// That all places are known; those that are not are among what is told.
    fn places(&self, table: &Table, language: Language) -> Option<Check> {
        let notices = &self.applied.reading.notices;
        let is_unknown = |notice: &Notice| matches!(notice, Notice::UnknownPlaces { .. });
        let mut places = table.dimensions().iter();
        let places = places.find(|column| column.dimension.role == Role::Geography)?;
        let headline = sentence::places_known(places.dimension.members.len(), spoken(language));
        (!notices.iter().any(is_unknown))
            .then(|| Check {
                headline,
                ..check(Sign::Well, [Phrase::WholeTable; 2], language)
            })
            .map(|known| Check {
                text: String::new(),
                ..known
            })
    }

    /// What of a saved reading did not fit, and what was decided.
    fn told(&self, language: Language) -> Vec<Check> {
        let spoken_words = words_in(language);
        let unmatched = self.applied.unmatched.iter();
        let unmatched = unmatched.map(|it| words::unmatched(it, spoken_words));
        let decided = self.applied.reading.notices.iter();
        let decided = decided.map(|it| words::notice(it, spoken_words));
        let mut told: Vec<Check> = Vec::new();
        for notice in unmatched.chain(decided).map(said) {
            let sign = match notice.weight {
                Weight::Remark => Sign::Well,
                Weight::Caution => Sign::Caution,
            };
            let found = Check {
                headline: notice.headline,
                text: notice.text,
                ..check(sign, [Phrase::InOrder; 2], language)
            };
            // Several sheets of one workbook often give rise to the same remark.
            if !told.contains(&found) {
                told.push(found);
            }
        }
        told.sort_by_key(|check| check.sign == Sign::Well);
        told
    }
}

fn waits(letters: &str, language: Language) -> Check {
    let column = Phrase::Column.in_language(spoken(language));
    Check {
        headline: format!("{column} {letters}"),
        ..check(
            Sign::Question,
            [Phrase::Column, Phrase::AwaitsText],
            language,
        )
    }
}

fn check(sign: Sign, [headline, text]: [Phrase; 2], language: Language) -> Check {
    let say = |phrase: Phrase| phrase.in_language(spoken(language)).to_owned();
    let spoken = match sign {
        Sign::Well => Phrase::InOrder,
        Sign::Caution => Phrase::Caution,
        Sign::Question => Phrase::Question,
    };
    Check {
        sign,
        spoken: say(spoken),
        headline: say(headline),
        text: say(text),
    }
}

const SKIPPED: [RowUse; 5] = [
    RowUse::Blank,
    RowUse::Heading,
    RowUse::NoNumbers,
    RowUse::RepeatedHeader,
    RowUse::LeftOut,
];

/// How many rows of a table were skipped, and why.
fn skipped(table: &DrawnTable, language: Language) -> Check {
    let counted: Vec<(RowUse, u64)> = SKIPPED
        .into_iter()
        .map(|is| (is, table.row_count(is)))
        .filter(|(_, count)| *count > 0)
        .collect();
    let all: u64 = counted.iter().map(|(_, count)| count).sum();
    let reason = |(is, count): &(RowUse, u64)| {
        let words = words::row_use(*is, words_in(language));
        let reason = words.split_once(": ").map_or(words, |(_, reason)| reason);
        format!("{reason}: {}", danish::count(*count, spoken(language)))
    };
    let reasons: Vec<String> = counted.iter().map(reason).collect();
    let none = check(Sign::Well, [Phrase::NothingSkipped; 2], language);
    Check {
        headline: if all == 0 {
            none.headline.clone()
        } else {
            sentence::skipped(all, spoken(language))
        },
        text: reasons.join(", "),
        ..none
    }
}
