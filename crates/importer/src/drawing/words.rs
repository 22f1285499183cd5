//! The words for what can be decided, and those that are always there.

use danish::ui::Reading as Phrase;
use health::geography::Level;
use protocol::reading::{Choice, RowChoice, Words};
use protocol::state::Language;
use reading::HeaderUse;
use reading::words::column_role;

use super::fields::{self, name, parsed};
use super::terms;
use crate::read::words_in;
use crate::refuse::spoken;

/// A level of places in words.
pub(super) fn level(level: &str, language: Language) -> String {
    // Which regions are meant is seen from their names.
    let of_kind = if level == "region_2007" {
        "region"
    } else {
        level
    };
    let label = Level::from_name(of_kind).map(|level| match language {
        Language::Da => level.label().da,
        Language::En => level.label().en,
    });
    label.unwrap_or_else(|| level.to_owned()).to_lowercase()
}

/// The value of a field in words.
pub(super) fn of_value(field: &str, value: &str, language: Language) -> String {
    let field = fields::of_column(field).map_or(field, |(_, field)| field);
    let phrase = match (field, value) {
        ("role", _) => {
            let role = parsed(value).unwrap_or_default();
            return column_role(role, words_in(language)).to_owned();
        }
        ("level", _) => return level(value, language),
        ("convention", "danish") => Phrase::ConventionDanish,
        ("convention", "each") => Phrase::ConventionEach,
        ("convention", _) => Phrase::ConventionEnglish,
        ("dash", "zero") => Phrase::DashZero,
        ("dash", "missing") => Phrase::DashMissing,
        ("dash", "hidden") => Phrase::DashHidden,
        ("dash", _) => Phrase::DashNotApplicable,
        ("adds", "sum") => Phrase::AddsSum,
        ("adds", "never") => Phrase::AddsNever,
        ("adds", "persons") => Phrase::AddsPersons,
        ("adds", _) => Phrase::AddsStock,
        ("fill", "true") => Phrase::FillYes,
        ("fill", _) => Phrase::FillNo,
        ("split", "pair") => Phrase::SplitPair,
        ("split", "bracket") => Phrase::SplitBracket,
        ("split", "interval") => Phrase::SplitInterval,
        ("split", _) => Phrase::SplitWhole,
        (field, "part") if field.starts_with("is:") => Phrase::TermPart,
        (field, "total") if field.starts_with("is:") => Phrase::TermTotal,
        (field, "wider") if field.starts_with("is:") => Phrase::TermWider,
        (field, "unknown") if terms::is_sign(field) => Phrase::TermUnknown,
        (field, dash) if terms::is_sign(field) => return of_value("dash", dash, language),
        _ => return value.to_owned(),
    };
    phrase.in_language(spoken(language)).to_owned()
}

/// What becomes of a row, in words.
pub(super) fn row_choice(choice: RowChoice, language: Language) -> String {
    let phrase = match choice {
        RowChoice::Recognised => Phrase::RowRecognised,
        RowChoice::Skip => Phrase::RowSkip,
        RowChoice::Keep => Phrase::RowKeep,
        RowChoice::Header => Phrase::RowHeader,
        RowChoice::Body => Phrase::RowBody,
        RowChoice::End => Phrase::RowEnd,
        RowChoice::Last => Phrase::RowLast,
        RowChoice::Total => Phrase::RowTotal,
    };
    phrase.in_language(spoken(language)).to_owned()
}

/// What a row can be made.
pub(super) fn row_choices(choices: &[RowChoice], language: Language) -> Vec<Choice> {
    let choice = |choice: &RowChoice| Choice {
        id: choice.name().to_owned(),
        label: row_choice(*choice, language),
    };
    choices.iter().map(choice).collect()
}

const HEADER_USES: [(HeaderUse, Phrase); 9] = [
    (HeaderUse::Recognised, Phrase::HeaderRecognised),
    (HeaderUse::Names, Phrase::HeaderNames),
    (HeaderUse::Time, Phrase::HeaderTime),
    (HeaderUse::Sex, Phrase::HeaderSex),
    (HeaderUse::Age, Phrase::HeaderAge),
    (HeaderUse::Geography, Phrase::HeaderGeography),
    (HeaderUse::Other, Phrase::HeaderOther),
    (HeaderUse::Unit, Phrase::HeaderUnit),
    (HeaderUse::LeftOut, Phrase::HeaderLeftOut),
];

/// What a row of the header can be.
pub(super) fn header_choices(language: Language) -> Vec<Choice> {
    let choice = |(is, phrase): (HeaderUse, Phrase)| Choice {
        id: name(is),
        label: phrase.in_language(spoken(language)).to_owned(),
    };
    HEADER_USES.into_iter().map(choice).collect()
}

/// What a row of the header is, in words.
pub(super) fn header_use(value: &str, language: Language) -> String {
    let choices = header_choices(language).into_iter();
    let chosen = choices.into_iter().find(|choice| choice.id == value);
    chosen.map(|choice| choice.label).unwrap_or_default()
}

/// The words that are always there.
pub(super) fn standing(language: Language) -> Words {
    let say = |phrase: Phrase| phrase.in_language(spoken(language)).to_owned();
    Words {
        title: say(Phrase::Title),
        subtitle: say(Phrase::Subtitle),
        steps: say(Phrase::Steps),
        done: say(Phrase::Done),
        sheets: say(Phrase::Sheets),
        reset: say(Phrase::Reset),
        column: say(Phrase::Column),
        role_of: say(Phrase::RoleOf),
        row: say(Phrase::Row),
        row_use: say(Phrase::RowUse),
        header_use: say(Phrase::HeaderUse),
        header_name: say(Phrase::HeaderName),
        table: say(Phrase::Table),
        read_as: say(Phrase::ReadAs),
        more: say(Phrase::More),
        close: say(Phrase::Close),
        answer: say(Phrase::Answer),
        outcome: say(Phrase::Outcome),
        shown: say(Phrase::Shown),
        sample: say(Phrase::Sample),
        all: say(Phrase::All),
        checks: say(Phrase::Checks),
        use_it: say(Phrase::UseIt),
        remember: say(Phrase::Remember),
        remember_hint: say(Phrase::RememberHint),
        cancel: say(Phrase::Cancel),
        export: say(Phrase::Export),
        import: say(Phrase::Import),
        hidden: say(Phrase::HiddenValue),
        missing: say(Phrase::MissingValue),
    }
}
