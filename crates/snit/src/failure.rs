//! Why nothing was done: one sentence on what, where and what to do, and the exit code.

use std::process::ExitCode;

use danish::Language;
use danish::terminal::{Phrase, phrase};
use protocol::Refusal;

/// What went wrong, and for whom to mend.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The user's: exit code 2.
    Refused(Refusal),
    /// The user's, already in words: exit code 2.
    Told(String),
    /// Ours: exit code 1.
    Bug(anyhow::Error),
    /// The reply does not answer the request: exit code 1.
    Unexpected,
    /// Whoever reads the output has stopped: no failure at all.
    Closed,
}

impl Failure {
    /// Says it on the standard error output.
    pub(crate) fn print(self, language: Language) -> ExitCode {
        match self {
            Self::Refused(refusal) => eprintln!("{}", sentence(&refusal)),
            Self::Told(words) => eprintln!("{words}"),
            Self::Bug(error) => {
                eprintln!("{error:#}");
                return ExitCode::FAILURE;
            }
            Self::Unexpected => {
                eprintln!("{}", phrase(Phrase::Unexpected, language));
                return ExitCode::FAILURE;
            }
            Self::Closed => return ExitCode::SUCCESS,
        }
        ExitCode::from(2)
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        Self::Bug(error)
    }
}

/// Code, what, where and remedy on one line.
fn sentence(refusal: &Refusal) -> String {
    let code = if refusal.code.is_empty() {
        String::new()
    } else {
        format!("{}. ", refusal.code)
    };
    let what = refusal.what.trim_end_matches('.');
    let place = if refusal.place.is_empty() {
        String::new()
    } else {
        format!(" ({})", refusal.place)
    };
    format!("{code}{what}{place}. {}", refusal.remedy)
        .trim_end()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_one_line_with_place_and_remedy() {
        let refusal = Refusal {
            code: "E52".into(),
            what: "Tabellen passer ikke.".into(),
            place: "tables/a.parquet".into(),
            remedy: "Hent den igen.".into(),
        };
        assert_eq!(
            sentence(&refusal),
            "E52. Tabellen passer ikke (tables/a.parquet). Hent den igen."
        );
        let bare = Refusal {
            what: "Filen er tom.".into(),
            ..Refusal::default()
        };
        assert_eq!(sentence(&bare), "Filen er tom.");
    }
}
