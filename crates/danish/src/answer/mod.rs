//! Sentences that go with an answer: cells without a number, refused roll-ups, headings and notes.

pub mod against;
pub mod cell;
pub mod figure;
pub mod level;
pub mod place;
pub mod question;
pub mod rollup;
pub mod view;

use crate::{Language, list::list};

/// Owned names in a sentence.
fn joined(names: &[String], language: Language) -> String {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    list(&names, language)
}

/// Names in a sentence, in lower case.
fn joined_lowercase(names: &[String], language: Language) -> String {
    let names: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
    joined(&names, language)
}
