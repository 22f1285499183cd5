//! Values in sentences.

use crate::{Language, number};

/// A value in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'text> {
    /// A name from the file, shown as it is, shortened where it is very long.
    Text(&'text str),
    /// A number of things, or a position.
    Count(u64),
    /// A size in bytes.
    Bytes(u64),
}

/// As much of a name from a file as a sentence can bear.
const LONGEST: usize = 80;

impl Value<'_> {
    pub(super) fn in_words(self, language: Language) -> String {
        match self {
            Self::Text(text) => shown(text),
            Self::Count(count) => number::count(count, language),
            Self::Bytes(size_bytes) => number::bytes(size_bytes, language),
        }
    }
}

/// A name without line breaks and other signs that cannot be seen.
fn shown(text: &str) -> String {
    let letters = || {
        text.chars()
            .map(|letter| if letter.is_control() { ' ' } else { letter })
    };
    if letters().nth(LONGEST).is_some() {
        letters().take(LONGEST - 1).chain(['…']).collect()
    } else {
        letters().collect()
    }
}
