//! Sentences on questions that cannot be answered.

use super::joined;
use crate::Language;

/// A name in the question that is not there, and the names that are.
#[must_use]
pub fn unknown(kind: Kind, name: &str, known: &[String], language: Language) -> (String, String) {
    let word = kind.word(language);
    let what = match language {
        Language::Da => format!("Der er ikke {word} ved navn \u{bb}{name}\u{ab}."),
        Language::En => format!("There is no {word} named \u{201c}{name}\u{201d}."),
    };
    let remedy = match (known.is_empty(), language) {
        (true, _) => language.pick("Ret navnet.", "Correct the name.").to_owned(),
        (false, Language::Da) => format!("Vælg mellem {}.", joined(known, language)),
        (false, Language::En) => format!("Choose among {}.", joined(known, language)),
    };
    (what, remedy)
}

/// What a name in a question stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A table.
    Table,
    /// A level of a dimension.
    Level,
    /// A measure.
    Measure,
    /// An indicator.
    Indicator,
}

impl Kind {
    fn word(self, language: Language) -> &'static str {
        match self {
            Self::Table => language.pick("nogen tabel", "table"),
            Self::Level => language.pick("noget niveau", "level"),
            Self::Measure => language.pick("noget mål", "measure"),
            Self::Indicator => language.pick("noget nøgletal", "indicator"),
        }
    }
}

/// A member that a level does not have.
#[must_use]
pub fn unknown_member(level: &str, member: &str, language: Language) -> String {
    match language {
        Language::Da => format!("\u{bb}{member}\u{ab} findes ikke i {level}."),
        Language::En => format!("\u{201c}{member}\u{201d} is not in {level}."),
    }
}

/// A question that several tables could answer.
#[must_use]
pub fn table_needed(language: Language) -> &'static str {
    language.pick(
        "Spørgsmålet passer til flere tabeller eller til ingen.",
        "The question fits several tables, or none.",
    )
}

/// An answer that would not fit in memory.
#[must_use]
pub fn too_large(language: Language) -> (&'static str, &'static str) {
    (
        language.pick(
            "Svaret er for stort til maskinens hukommelse.",
            "The answer is too large for this machine's memory.",
        ),
        language.pick(
            "Del op på færre niveauer, eller vælg færre medlemmer.",
            "Group by fewer levels, or choose fewer members.",
        ),
    )
}

/// An indicator declaration that cannot be read.
#[must_use]
pub fn bad_indicator(number: usize, reason: &str, language: Language) -> String {
    match language {
        Language::Da => format!("Nøgletal nr. {number} i pakken kan ikke læses: {reason}."),
        Language::En => format!("Indicator no. {number} of the package cannot be read: {reason}."),
    }
}

/// The declaration of a topic that cannot be read.
#[must_use]
pub fn bad_topic(number: usize, reason: &str, language: Language) -> String {
    match language {
        Language::Da => format!("Emne nr. {number} i pakken kan ikke læses: {reason}."),
        Language::En => format!("Topic no. {number} of the package cannot be read: {reason}."),
    }
}

/// The declaration of a division into peers that cannot be read.
#[must_use]
pub fn bad_peers(number: usize, reason: &str, language: Language) -> String {
    match language {
        Language::Da => {
            format!("Inddeling nr. {number} af lignende steder kan ikke læses: {reason}.")
        }
        Language::En => {
            format!("Division no. {number} of similar places cannot be read: {reason}.")
        }
    }
}

/// The declaration of a table of combinations, or of flows, that cannot be read.
#[must_use]
pub fn bad_across(key: &str, (number, reason): (usize, &str), language: Language) -> String {
    match language {
        Language::Da => format!("Erklæring nr. {number} i {key} kan ikke læses: {reason}."),
        Language::En => format!("Declaration no. {number} of {key} cannot be read: {reason}."),
    }
}

/// A ready view that cannot be read: what happened, and what it means.
#[must_use]
pub fn bad_view(name: &str, reason: &str, language: Language) -> (String, String) {
    match language {
        Language::Da => (
            format!("Visningen {name} i pakken kan ikke læses."),
            format!("Den er udeladt af listen: {reason}."),
        ),
        Language::En => (
            format!("The view {name} of the package cannot be read."),
            format!("It is left out of the list: {reason}."),
        ),
    }
}

/// That no package is open.
#[must_use]
pub fn nothing_open(language: Language) -> (&'static str, &'static str) {
    (
        language.pick("Der er ingen fil åben.", "No file is open."),
        language.pick(
            "Åbn en datapakke eller et regneark.",
            "Open a data package or a spreadsheet.",
        ),
    )
}

/// That what the importer handed over is not whole.
#[must_use]
pub fn damaged(name: &str, language: Language) -> (String, &'static str) {
    let what = match language {
        Language::Da => format!("{name}: Tallene kom ikke hele frem fra indlæsningen."),
        Language::En => format!("{name}: The numbers did not arrive whole from the reader."),
    };
    (
        what,
        language.pick("Åbn filen igen.", "Open the file again."),
    )
}

/// That another file cannot be added to what is open.
#[must_use]
pub fn other_columns(language: Language) -> (&'static str, &'static str) {
    (
        language.pick(
            "Filen har andre kolonner end den, der er åben, og kan ikke lægges til.",
            "The file has other columns than the one that is open and cannot be added to it.",
        ),
        language.pick("Åbn den for sig.", "Open it by itself."),
    )
}

/// That a package is not added to, nor to anything else.
#[must_use]
pub fn stands_alone(language: Language) -> (&'static str, &'static str) {
    (
        language.pick(
            "En datapakke står for sig og kan ikke lægges sammen med andre filer.",
            "A data package stands by itself and cannot be joined with other files.",
        ),
        language.pick("Åbn den for sig.", "Open it by itself."),
    )
}

/// What to do about a broken package.
#[must_use]
pub fn ask_publisher(language: Language) -> &'static str {
    language.pick(
        "Send koden til udgiveren, og bed om en ny pakke.",
        "Send the code to the publisher and ask for a new package.",
    )
}
