//! A table on its way: columns that group rows and columns of numbers, before it is settled what they mean.

use std::collections::HashMap;

use table::{Codes, MeasureColumn, NO_MEMBER};

/// A table on its way.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) dimensions: Vec<RawDimension>,
    pub(crate) measures: Vec<RawMeasure>,
    pub(crate) notes: Vec<String>,
}

/// A column that groups rows, as written.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct RawDimension {
    pub(crate) heading: String,
    pub(crate) codes: Vec<String>,
    pub(crate) labels: Vec<String>,
    pub(crate) rows: Codes,
    /// Whether the source keeps the column as text, so that `101` is a code and not a number.
    pub(crate) origin: Origin,
}

/// Where a column that groups rows comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Origin {
    /// A column of the source.
    #[default]
    Column,
    /// Headings that stood side by side.
    Headings,
    /// A column that the source itself describes.
    Described,
}

/// A column of numbers.
#[derive(Clone, Debug)]
pub(crate) struct RawMeasure {
    pub(crate) heading: String,
    pub(crate) unit: String,
    pub(crate) column: MeasureColumn,
    /// Rows whose number has a star beside it.
    pub(crate) starred: Vec<usize>,
    /// Further words that tell how it may be rolled up, such as the units of its rows.
    pub(crate) words: String,
}

impl RawDimension {
    /// Number of rows without a member.
    pub(crate) fn blank_count(&self) -> usize {
        self.rows.none_count()
    }
}

/// Gives each new text the next number.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    numbers: HashMap<String, u32>,
    texts: Vec<String>,
    last: usize,
}

impl Interner {
    /// The number of a text; a blank one has none.
    pub(crate) fn number(&mut self, text: &str) -> u32 {
        if text.is_empty() {
            return NO_MEMBER;
        }
        // Rows of one group mostly follow one another.
        if self.texts.get(self.last).is_some_and(|last| last == text) {
            return u32::try_from(self.last).unwrap_or(NO_MEMBER);
        }
        if let Some(number) = self.numbers.get(text) {
            self.last = usize::try_from(*number).unwrap_or_default();
            return *number;
        }
        self.last = self.texts.len();
        let number = u32::try_from(self.last).unwrap_or(NO_MEMBER);
        self.numbers.insert(text.to_owned(), number);
        self.texts.push(text.to_owned());
        number
    }

    /// The texts, in the order they came.
    pub(crate) fn into_texts(self) -> Vec<String> {
        self.texts
    }
}
