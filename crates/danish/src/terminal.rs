//! Words of the command line.

pub mod convert;
pub mod diff;

mod phrase;

use crate::{Language, number};

pub use phrase::{Phrase, phrase};

/// A command line that cannot be understood.
#[must_use]
pub fn not_understood(words: &str, language: Language) -> String {
    match language {
        Language::Da => format!("Kommandoen kan ikke forstås ved {words}. Kør snit --help."),
        Language::En => format!("The command cannot be understood at {words}. Run snit --help."),
    }
}

/// A command line without something it must have.
#[must_use]
pub fn lacking(words: &str, language: Language) -> String {
    match language {
        Language::Da => format!("Kommandoen mangler {words}. Kør snit --help."),
        Language::En => format!("The command lacks {words}. Run snit --help."),
    }
}

/// A file that is not there, or may not be read.
#[must_use]
pub fn no_such_file(name: &str, language: Language) -> String {
    match language {
        Language::Da => format!(
            "{name}: filen kan ikke åbnes. Se efter, at navnet er rigtigt, og at du må læse den."
        ),
        Language::En => format!(
            "{name}: the file cannot be opened. See that the name is right and that you may read it."
        ),
    }
}

/// A file that cannot be written.
#[must_use]
pub fn not_written(name: &str, language: Language) -> String {
    match language {
        Language::Da => format!(
            "{name}: filen kan ikke skrives. Se efter, at mappen findes, og at der er plads."
        ),
        Language::En => format!(
            "{name}: the file cannot be written. See that the folder exists and that there is room."
        ),
    }
}

/// A reading that is asked for where there is none to save.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoReading {
    /// Each of several files is read in its own way.
    Several,
    /// The file itself says how it is read.
    Declared,
}

/// Why no reading is saved.
#[must_use]
pub fn no_reading(name: &str, why: NoReading, language: Language) -> String {
    match (why, language) {
        (NoReading::Several, Language::Da) => format!(
            "{name}: en læsning gemmes for én fil ad gangen. Nævn kun den fil, den skal gemmes for; de øvrige kan så læses med --reading."
        ),
        (NoReading::Several, Language::En) => format!(
            "{name}: a reading is saved for one file at a time. Name only the file to save it for; the others can then be read with --reading."
        ),
        (NoReading::Declared, Language::Da) => format!(
            "{name}: filen siger selv, hvordan den læses, så der er ingen læsning at gemme. Udelad --save-reading."
        ),
        (NoReading::Declared, Language::En) => format!(
            "{name}: the file itself says how it is read, so there is no reading to save. Leave --save-reading out."
        ),
    }
}

/// A demonstration file that does not exist.
#[must_use]
pub fn no_such_demo(name: &str, known: &[&str], language: Language) -> String {
    let known = crate::list(known, language);
    match language {
        Language::Da => {
            format!("Der er ingen demonstrationsfil, der hedder {name}. Vælg mellem {known}.")
        }
        Language::En => {
            format!("There is no demonstration file called {name}. Choose among {known}.")
        }
    }
}

/// A slice that is no JSON, or not of the shape of a slice.
#[must_use]
pub fn bad_slice(name: &str, reason: &str, place: (usize, usize), language: Language) -> String {
    let (line, column) = place;
    match language {
        Language::Da => format!(
            "{name}: udsnittet kan ikke læses ved linje {line}, tegn {column} ({reason}). Skriv det som i README under Udsnit."
        ),
        Language::En => format!(
            "{name}: the slice cannot be read at line {line}, character {column} ({reason}). Write it as in README under Slices."
        ),
    }
}

/// A file that was written.
#[must_use]
pub fn written(name: &str, size_bytes: u64, language: Language) -> String {
    format!("{name}  {}", number::bytes(size_bytes, language))
}

/// A table's name, title and size.
#[must_use]
pub fn table(name: &str, title: &str, row_count: u64, language: Language) -> String {
    let rows = number::count(row_count, language);
    let title = if title == name {
        String::new()
    } else {
        format!(" · {title}")
    };
    match language {
        Language::Da => format!("{name}{title} · {rows} rækker"),
        Language::En => format!("{name}{title} · {rows} rows"),
    }
}

/// What is in a dimension column.
#[must_use]
pub fn members(count: u64, levels: &[&str], language: Language) -> String {
    let count = number::count(count, language);
    let levels = if levels.is_empty() {
        String::new()
    } else {
        format!(" → {}", levels.join(", "))
    };
    match language {
        Language::Da => format!("{count} værdier{levels}"),
        Language::En => format!("{count} values{levels}"),
    }
}

/// How many cells of a column hold no number.
#[must_use]
pub fn without_number(counts: &[(&str, u64)], language: Language) -> String {
    let part = |(word, count): &(&str, u64)| format!("{word}: {}", number::count(*count, language));
    counts.iter().map(part).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_say_what_where_and_what_to_do() {
        let bad = bad_slice("a.json", "unknown field `bye`", (1, 6), Language::Da);
        assert!(
            bad.starts_with("a.json: udsnittet kan ikke læses ved linje 1, tegn 6"),
            "{bad}"
        );
        let demo = no_such_demo("x", &["a", "b"], Language::En);
        assert_eq!(
            demo,
            "There is no demonstration file called x. Choose among a and b."
        );
    }
}
