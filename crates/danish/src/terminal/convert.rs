//! Words of `snit convert`, and of the sheet that explains a workbook it writes.

use crate::Language;

/// An ending of a name that says no format that is written.
#[must_use]
pub fn unknown_ending(name: &str, known: &[&str], language: Language) -> String {
    let known = crate::list(known, language);
    match language {
        Language::Da => {
            format!("{name}: endelsen siger ikke, hvad der skal skrives. Vælg mellem {known}.")
        }
        Language::En => {
            format!("{name}: the ending does not say what to write. Choose among {known}.")
        }
    }
}

/// A file that is there already.
#[must_use]
pub fn exists(name: &str, language: Language) -> String {
    match language {
        Language::Da => {
            format!("{name}: filen findes i forvejen. Giv --force for at skrive oven i den.")
        }
        Language::En => {
            format!("{name}: the file is there already. Give --force to write over it.")
        }
    }
}

/// A table that the format cannot hold; the word the program has for what is too much of it.
#[must_use]
pub fn does_not_fit(name: &str, reason: &str, language: Language) -> String {
    match language {
        Language::Da => format!(
            "{name}: indholdet kan ikke være i det format ({reason}). Vælg .csv eller .parquet."
        ),
        Language::En => format!(
            "{name}: the content does not fit into that format ({reason}). Choose .csv or .parquet."
        ),
    }
}

/// Words of the sheet that explains the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// The name of the sheet.
    Declaration,
    /// What stands beside a title.
    Title,
    /// What stands beside a note.
    Note,
    /// The heading over the signs.
    Signs,
    /// A column of codes.
    Code,
    /// A cell that was withheld.
    Hidden,
    /// A cell that was not reported.
    Missing,
    /// A cell that cannot exist.
    NotApplicable,
}

/// A word of the sheet that explains the others.
#[must_use]
pub fn word(word: Word, language: Language) -> &'static str {
    let (danish, english) = match word {
        Word::Declaration => ("Deklaration", "Declaration"),
        Word::Title => ("Titel", "Title"),
        Word::Note => ("Note", "Note"),
        Word::Signs => ("Tegn", "Signs"),
        Word::Code => ("kode", "code"),
        Word::Hidden => (
            "Skjult af hensyn til fortrolighed",
            "Withheld for confidentiality",
        ),
        Word::Missing => ("Ikke indberettet", "Not reported"),
        Word::NotApplicable => ("Kan ikke forekomme", "Cannot occur"),
    };
    language.pick(danish, english)
}
