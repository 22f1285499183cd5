//! Words of the command line.

use crate::{Language, number};

/// A text of the command line that holds no values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phrase {
    /// What the tool is.
    About,
    /// What `demo` does.
    Demo,
    /// What `inspect` does.
    Inspect,
    /// What `query` does.
    Query,
    /// The language option.
    Language,
    /// The help option.
    Help,
    /// The version option.
    Version,
    /// Heading over how a command is written.
    Usage,
    /// Heading over the commands.
    Commands,
    /// Heading over the options.
    Options,
    /// The folder `demo` writes to.
    Out,
    /// The one file `demo` is to write.
    Only,
    /// The seed of `demo`.
    Seed,
    /// Rows of the sandbox.
    Rows,
    /// The file to read.
    File,
    /// The slice.
    Slice,
    /// JSON to the standard output.
    Json,
    /// CSV to the standard output.
    Csv,
    /// Many slices at once.
    Lines,
    /// Heading over the remarks of a table.
    Notes,
    /// Heading over what is odd about a file.
    Warnings,
    /// Heading of a column of names.
    Name,
    /// Heading of a column of roles.
    Role,
    /// Heading of a column of labels.
    Label,
    /// Heading of a column that tells what is in a column.
    Content,
    /// Heading of a column of intervals.
    Interval,
    /// A reply of the session that does not answer the request.
    Unexpected,
}

/// The words of a phrase.
#[must_use]
pub fn phrase(phrase: Phrase, language: Language) -> &'static str {
    let (danish, english) = match phrase {
        Phrase::About => (
            "Skær i datapakker om sundhed.",
            "Slice health data packages.",
        ),
        Phrase::Demo => (
            "Skriv demonstrationspakkerne",
            "Write the demonstration packages",
        ),
        Phrase::Inspect => ("Vis, hvordan en fil læses", "Show how a file is read"),
        Phrase::Query => (
            "Svar på et udsnit, som browseren gør",
            "Answer a slice as the browser does",
        ),
        Phrase::Help => ("Vis denne hjælp", "Show this help"),
        Phrase::Version => ("Vis udgaven", "Show the version"),
        Phrase::Usage => ("Brug", "Usage"),
        Phrase::Commands => ("Kommandoer", "Commands"),
        Phrase::Options => ("Valg", "Options"),
        Phrase::Language => ("Sprog: da eller en", "Language: da or en"),
        Phrase::Out => ("Mappen, filerne skrives i", "The folder to write to"),
        Phrase::Only => (
            "Skriv kun filen med dette navn",
            "Write only the file of this name",
        ),
        Phrase::Seed => (
            "Startværdi for de tilfældige tal",
            "Seed of the random numbers",
        ),
        Phrase::Rows => ("Rækker i sandkassen", "Rows of the sandbox"),
        Phrase::File => (
            "Datapakke, projektmappe eller tabel",
            "Data package, workbook or table",
        ),
        Phrase::Slice => (
            "Fil med et udsnit som JSON, - for standardinput, eller selve JSON-teksten",
            "File with a slice as JSON, - for standard input, or the JSON itself",
        ),
        Phrase::Json => ("Skriv JSON", "Print JSON"),
        Phrase::Csv => (
            "Skriv CSV med semikolon og decimalkomma",
            "Print CSV with semicolons and decimal commas",
        ),
        Phrase::Lines => (
            "Ét udsnit på hver linje i SLICE; ét svar som JSON på hver linje",
            "One slice on each line of SLICE; one answer as JSON on each line",
        ),
        Phrase::Notes => ("Noter", "Notes"),
        Phrase::Warnings => ("Bemærk", "Note"),
        Phrase::Name => ("Navn", "Name"),
        Phrase::Role => ("Rolle", "Role"),
        Phrase::Label => ("Betegnelse", "Label"),
        Phrase::Content => ("Indhold", "Content"),
        Phrase::Interval => ("95 %-interval", "95 % interval"),
        Phrase::Unexpected => (
            "Svaret passer ikke til spørgsmålet.",
            "The reply does not fit the request.",
        ),
    };
    language.pick(danish, english)
}

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
