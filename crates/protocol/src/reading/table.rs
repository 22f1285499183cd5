//! What comes of a reading: the table, what was checked, and what only a person can say.

use super::CellKind;

/// The table a sheet becomes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// How much there is of it, in a line.
    pub summary: String,
    /// The heads of its columns.
    pub heads: Vec<String>,
    /// Which of them stands above numbers.
    pub value_column: u32,
    /// Cells of it, one a row.
    pub rows: Vec<OutcomeRow>,
    /// Whether all cells are shown, as far as there is room, and not a sample.
    pub is_all: bool,
}

/// A cell of the outcome, with what it is a cell of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OutcomeRow {
    /// The texts, one for each head.
    pub texts: Vec<String>,
    /// What the value is.
    pub kind: CellKind,
    /// Whether it waits for an answer.
    pub is_doubtful: bool,
}

/// What only a person can say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Question {
    /// The question.
    pub text: String,
    /// Why it is put.
    pub because: String,
    /// The answers, the likeliest first.
    pub answers: Vec<String>,
    /// Which tab it is about.
    pub tab: u32,
}

/// Something that was checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Check {
    /// How it stands.
    pub sign: Sign,
    /// How it stands, in a word.
    pub spoken: String,
    /// The first sentence.
    pub headline: String,
    /// The rest.
    pub text: String,
}

/// How something stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sign {
    /// As it should be.
    #[default]
    Well,
    /// Other than one might think.
    Caution,
    /// It waits for an answer.
    Question,
}
