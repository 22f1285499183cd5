//! What was asked on the command line, in the language of who asks.

mod command;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ArgMatches;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use danish::Language;
use danish::terminal::{lacking, not_understood};

/// A command line understood.
pub(crate) struct Asked {
    pub(crate) language: Language,
    pub(crate) action: Action,
}

/// What is to be done.
pub(crate) enum Action {
    Demo(Demo),
    Inspect(Inspect),
    Convert(Convert),
    Diff(Diff),
    Query(Query),
}

/// Which question to put to which file.
pub(crate) struct Query {
    pub(crate) file: PathBuf,
    pub(crate) slice: String,
    /// What the places are held against, in the words of links.
    pub(crate) against: Option<String>,
    pub(crate) style: Style,
}

/// Which demonstration files to write, and where.
pub(crate) struct Demo {
    pub(crate) out: PathBuf,
    pub(crate) only: Option<String>,
    pub(crate) seed: u64,
    pub(crate) row_count: usize,
}

/// Which file to look into, and how it is to be read.
pub(crate) struct Inspect {
    pub(crate) file: PathBuf,
    /// Files that are put together with it.
    pub(crate) more: Vec<PathBuf>,
    pub(crate) style: Style,
    /// The saved reading to read it by.
    pub(crate) reading: Option<PathBuf>,
    /// Where to save how it was read.
    pub(crate) save_reading: Option<PathBuf>,
}

/// Which file to write in another format, and where.
pub(crate) struct Convert {
    pub(crate) file: PathBuf,
    pub(crate) out: PathBuf,
    /// Whether a file that is there is written over.
    pub(crate) force: bool,
}

/// Which two editions to hold against each other.
pub(crate) struct Diff {
    pub(crate) earlier: PathBuf,
    pub(crate) later: PathBuf,
    pub(crate) style: Style,
}

/// How an answer is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// For people.
    Text,
    Json,
    Csv,
    /// A line of JSON for each of many slices.
    Lines,
}

/// A command line that asks for nothing, with what to print instead.
pub(crate) struct Nothing {
    words: String,
    code: ExitCode,
}

impl Nothing {
    /// Prints help to the standard output, a complaint to the other.
    pub(crate) fn print(self) -> ExitCode {
        if self.code == ExitCode::SUCCESS {
            print!("{}", self.words)
        } else {
            eprintln!("{}", self.words)
        }
        self.code
    }
}

/// Understands the command line.
pub(crate) fn read(words: Vec<OsString>) -> Result<Asked, Nothing> {
    let language = spoken(&words);
    let matches = command::command(language)
        .try_get_matches_from(words)
        .map_err(|error| nothing(&error, language))?;
    let missing = || Nothing {
        words: lacking("", language),
        code: ExitCode::from(2),
    };
    let action = action(&matches).ok_or_else(missing)?;
    Ok(Asked { language, action })
}

/// The language asked for, before anything else is understood.
fn spoken(words: &[OsString]) -> Language {
    let at = words.iter().position(|word| word == "--lang");
    let value = at
        .and_then(|at| words.get(at + 1))
        .is_some_and(|word| word == "en");
    if value || words.iter().any(|word| word == "--lang=en") {
        Language::En
    } else {
        Language::Da
    }
}

fn action(matches: &ArgMatches) -> Option<Action> {
    let (name, matches) = matches.subcommand()?;
    let file = || matches.get_one::<PathBuf>("file").cloned();
    match name {
        "demo" => Some(Action::Demo(Demo {
            out: matches.get_one::<PathBuf>("out").cloned()?,
            only: matches.get_one::<String>("only").cloned(),
            seed: *matches.get_one::<u64>("seed")?,
            row_count: usize::try_from(*matches.get_one::<u32>("rows")?).ok()?,
        })),
        "convert" => Some(Action::Convert(Convert {
            file: file()?,
            out: matches.get_one::<PathBuf>("out").cloned()?,
            force: matches.get_flag("force"),
        })),
        "diff" => diff(matches),
        "inspect" => {
            let style = if matches.get_flag("json") {
                Style::Json
            } else {
                Style::Text
            };
            let path = |name: &str| matches.get_one::<PathBuf>(name).cloned();
            let files = matches.get_many::<PathBuf>("file")?;
            Some(Action::Inspect(Inspect {
                file: file()?,
                more: files.skip(1).cloned().collect(),
                style,
                reading: path("reading"),
                save_reading: path("save-reading"),
            }))
        }
        _ => {
            let flags = [
                ("json", Style::Json),
                ("csv", Style::Csv),
                ("lines", Style::Lines),
            ];
            let style = flags.iter().find(|(flag, _)| matches.get_flag(flag));
            let style = style.map_or(Style::Text, |(_, style)| *style);
            Some(Action::Query(Query {
                file: file()?,
                slice: matches.get_one::<String>("slice").cloned()?,
                against: matches.get_one::<String>("against").cloned(),
                style,
            }))
        }
    }
}

fn diff(matches: &ArgMatches) -> Option<Action> {
    let edition = |name: &str| matches.get_one::<PathBuf>(name).cloned();
    Some(Action::Diff(Diff {
        earlier: edition("earlier")?,
        later: edition("later")?,
        style: if matches.get_flag("json") {
            Style::Json
        } else {
            Style::Text
        },
    }))
}

/// Help as it is; of a mistake, the word it is at.
fn nothing(error: &clap::Error, language: Language) -> Nothing {
    let code = |code| ExitCode::from(code);
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Nothing {
            words: error.to_string(),
            code: ExitCode::SUCCESS,
        },
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Nothing {
            words: error.to_string(),
            code: code(2),
        },
        ErrorKind::MissingRequiredArgument => Nothing {
            words: lacking(&word(error), language),
            code: code(2),
        },
        _ => Nothing {
            words: not_understood(&word(error), language),
            code: code(2),
        },
    }
}

/// The word that a mistake is at.
fn word(error: &clap::Error) -> String {
    let kinds = [
        ContextKind::InvalidValue,
        ContextKind::InvalidSubcommand,
        ContextKind::InvalidArg,
    ];
    let word = kinds.into_iter().find_map(|kind| match error.get(kind)? {
        ContextValue::String(word) => Some(word.clone()),
        ContextValue::Strings(words) => Some(words.join(", ")),
        _ => None,
    });
    word.unwrap_or_else(|| error.kind().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(line: &str) -> String {
        let words = line.split(' ').map(OsString::from).collect();
        read(words)
            .err()
            .map(|nothing| nothing.words)
            .unwrap_or_default()
    }

    #[test]
    fn a_mistake_is_named_by_the_word_it_is_at() {
        assert!(refused("snit query a.snit {} --nosuch").contains("--nosuch"));
        assert!(refused("snit demo --out x --rows 0 --lang en").contains("at 0."));
        assert!(refused("snit nosuch").contains("nosuch"));
    }

    #[test]
    fn help_is_in_the_language_asked_for() {
        assert!(refused("snit --help").contains("Skriv demonstrationspakkerne"));
        assert!(refused("snit --lang=en --help").contains("Write the demonstration packages"));
    }
}
