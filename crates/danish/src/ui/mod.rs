//! What the screen says: one enum for each part of it, one line for each phrase.
//!
//! To add a phrase, add a line `Name: "dansk", "English";` to the enum it belongs to. Phrases that hold a value are
//! functions beside the enum.

pub mod across;
pub mod editions;
pub mod indicator;
pub mod overview;
pub mod pivot;
pub mod quality;
pub mod reading;
pub mod shell;

use crate::Language;

pub use across::Across;
pub use editions::Editions;
pub use indicator::Indicator;
pub use overview::Overview;
pub use pivot::Pivot;
pub use quality::Quality;
pub use reading::Reading;
pub use shell::Shell;

/// Declares an enum of phrases; each variant has its Danish and its English words, so none can be left out.
macro_rules! phrases {
    ($(#[$meta:meta])* $name:ident { $($phrase:ident: $danish:literal, $english:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name {
            $(#[doc = $danish] $phrase,)+
        }

        impl $name {
            /// Every phrase.
            pub const ALL: &[Self] = &[$(Self::$phrase),+];

            /// The words.
            #[must_use]
            pub fn in_language(self, language: $crate::Language) -> &'static str {
                const WORDS: &str = concat!($($danish, $english),+);
                const LENGTHS: &[u16] = &[
                    $($crate::ui::length($danish), $crate::ui::length($english)),+
                ];
                $crate::ui::words(WORDS, LENGTHS, 2 * self as usize + language as usize)
            }
        }
    };
}
use phrases;

/// How long a phrase is in bytes.
const fn length(words: &str) -> u16 {
    assert!(words.len() < 1 << 16, "a phrase is not a book");
    #[expect(
        clippy::cast_possible_truncation,
        reason = "it is shorter, as the line above holds"
    )]
    let length = words.len() as u16;
    length
}

/// One phrase of many that stand in one text. A choice among them in code would weigh as much as the words themselves.
fn words(all: &'static str, lengths: &[u16], at: usize) -> &'static str {
    let (before, from) = lengths.split_at_checked(at).unwrap_or_default();
    let start: usize = before.iter().copied().map(usize::from).sum();
    let length = from.first().copied().map_or(0, usize::from);
    all.get(start..start + length).unwrap_or_default()
}

/// Any phrase of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phrase {
    /// Of the frame around the views, and of the start page.
    Shell(Shell),
    /// Of Overblik.
    Overview(Overview),
    /// Of Indikator.
    Indicator(Indicator),
    /// Of Snit.
    Pivot(Pivot),
}

/// The words of any phrase.
#[must_use]
pub fn phrase(phrase: impl Into<Phrase>, language: Language) -> &'static str {
    match phrase.into() {
        Phrase::Shell(phrase) => phrase.in_language(language),
        Phrase::Overview(phrase) => phrase.in_language(language),
        Phrase::Indicator(phrase) => phrase.in_language(language),
        Phrase::Pivot(phrase) => phrase.in_language(language),
    }
}

impl From<Shell> for Phrase {
    fn from(phrase: Shell) -> Self {
        Self::Shell(phrase)
    }
}

impl From<Overview> for Phrase {
    fn from(phrase: Overview) -> Self {
        Self::Overview(phrase)
    }
}

impl From<Indicator> for Phrase {
    fn from(phrase: Indicator) -> Self {
        Self::Indicator(phrase)
    }
}

impl From<Pivot> for Phrase {
    fn from(phrase: Pivot) -> Self {
        Self::Pivot(phrase)
    }
}

#[cfg(test)]
mod tests;
