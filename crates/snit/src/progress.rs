//! How far a long piece of work is, on the standard error output where somebody looks.

use std::io::{IsTerminal as _, Write as _};

use danish::Language;
use danish::number::percent;

/// A line that is written over itself.
pub(crate) struct Line {
    language: Language,
    is_shown: bool,
    last: String,
}

impl Line {
    /// A line that is only shown on a terminal.
    pub(crate) fn new(language: Language) -> Self {
        Self {
            language,
            is_shown: std::io::stderr().is_terminal(),
            last: String::new(),
        }
    }

    /// Shows a step and how much of it is done.
    pub(crate) fn show(&mut self, step: &str, done: u64, total: u64) {
        let share = if total == 0 {
            String::new()
        } else {
            format!(" {}", percent(share(done, total), 0, self.language))
        };
        let words = format!("{step}{share}");
        if self.is_shown && words != self.last {
            eprint!("\r\x1b[2K{words}");
            let _ = std::io::stderr().flush();
            self.last = words;
        }
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        if !self.last.is_empty() {
            eprint!("\r\x1b[2K");
        }
    }
}

fn share(done: u64, total: u64) -> f64 {
    done.min(total) as f64 * 100.0 / total as f64
}
