//! Sentences for what a package was refused for: what happened, where, what to do.
//!
//! Raw files are put into words where they are understood, in a worker that is fetched only for them.
//!
//! A case is named by a key, such as `E52.rows` or `E40`, and brings its values by name. A new case is
//! one more entry in the list it belongs to; where it happened is put into words here, so no entry repeats it.

mod across;
mod indicator;
mod package;
mod place;
mod value;

use crate::Language;

pub use value::Value;

/// Values of a case by their names: those of the place (`member`, `sheet`, `row`, `line`, `column`, `byte`, `field`) and
/// those its sentences hold.
pub type Values<'text> = [(&'text str, Value<'text>)];

/// A case in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    /// What happened.
    pub what: String,
    /// Where; may be empty.
    pub place: String,
    /// What to do; may be empty.
    pub remedy: String,
}

/// The two languages of a text; `{name}` stands for a value.
type Both = [&'static str; 2];

/// The words of one case.
#[derive(Clone, Copy, Debug)]
struct Entry {
    key: &'static str,
    what: Both,
    remedy: Both,
}

const fn entry(key: &'static str, what: Both, remedy: Both) -> Entry {
    Entry { key, what, remedy }
}

/// What is said when a case has no words of its own.
const UNKNOWN: Entry = Entry {
    key: "unknown",
    what: ["Filen kan ikke læses.", "The file cannot be read."],
    remedy: [
        "Hent den igen, eller spørg den, du har den fra.",
        "Get it again, or ask those you have it from.",
    ],
};

/// The words of a refusal. A key without words of its own is looked up without what follows its last dot.
#[must_use]
pub fn sentence(key: &str, values: &Values<'_>, language: Language) -> Sentence {
    find(key).in_words(values, language)
}

/// The place among the values, in words; empty where none is known.
#[must_use]
pub fn place(values: &Values<'_>, language: Language) -> String {
    place::words(values, language)
}

/// The code that people cite: `E52` of `E52.rows`; empty for other keys.
#[must_use]
pub fn code(key: &str) -> &str {
    let code = key.split('.').next().unwrap_or(key);
    let is_code = code
        .strip_prefix('E')
        .is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    if is_code { code } else { "" }
}

fn find(key: &str) -> Entry {
    let entry = |key: &str| {
        let entries = [package::ENTRIES, indicator::ENTRIES, across::ENTRIES];
        let mut entries = entries.into_iter().flatten();
        let found = entries.find(|entry| entry.key == key);
        found.copied()
    };
    std::iter::successors(Some(key), |key| {
        key.rsplit_once('.').map(|(shorter, _)| shorter)
    })
    .find_map(entry)
    .unwrap_or(UNKNOWN)
}

impl Entry {
    fn in_words(&self, values: &Values<'_>, language: Language) -> Sentence {
        let fill = |[danish, english]: Both| fill(language.pick(danish, english), values, language);
        Sentence {
            what: fill(self.what),
            place: place::words(values, language),
            remedy: fill(self.remedy),
        }
    }
}

/// The text with its values; one that was not brought is left as an ellipsis.
fn fill(template: &str, values: &Values<'_>, language: Language) -> String {
    let mut text = String::new();
    for part in template.split('{') {
        match part.split_once('}') {
            Some((name, rest)) => {
                text.push_str(&value_of(name, values, language).unwrap_or_else(|| "…".to_owned()));
                text.push_str(rest);
            }
            None => text.push_str(part),
        }
    }
    text
}

fn value_of(name: &str, values: &Values<'_>, language: Language) -> Option<String> {
    let (_, value) = values.iter().find(|(each, _)| *each == name)?;
    Some(value.in_words(language))
}

#[cfg(test)]
mod tests;
