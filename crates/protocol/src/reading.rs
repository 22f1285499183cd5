//! How a raw file was read, ready to be drawn, and what a person changes of it: what `importer` and `step` say to each other.

mod bytes;
mod change;
mod sheet;
mod table;
mod words;

pub use change::{Change, RowChoice};
pub use sheet::{
    Cell, CellKind, Choice, Column, ColumnKind, Field, Row, RowKind, Tab, Term, Terms,
};
pub use table::{Check, Outcome, OutcomeRow, Question, Sign};
pub use words::Words;

/// Everything the reading step shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// The words that are always there.
    pub words: Words,
    /// The code of their language, such as `da`.
    pub language: String,
    /// The file's name.
    pub file: String,
    /// Which of several files it is, from 1; 0 where it is the only one.
    pub file_number: u32,
    /// The steps of a reading, in their order.
    pub steps: Vec<Stage>,
    /// The sheets, and the tables of a sheet that has several.
    pub tabs: Vec<Tab>,
    /// Which of them is shown.
    pub shown: u32,
    /// What the shown sheet is in a sentence; read before its table.
    pub caption: String,
    /// What can be decided of the shown table as a whole.
    pub fields: Vec<Field>,
    /// The columns of the sheet, from left to right.
    pub columns: Vec<Column>,
    /// The first rows of the sheet.
    pub rows: Vec<Row>,
    /// How many rows are shown of how many, where some are not.
    pub more: String,
    /// What a row can be made.
    pub row_choices: Vec<Choice>,
    /// What a row of the header can be.
    pub header_choices: Vec<Choice>,
    /// What only a person can say.
    pub questions: Vec<Question>,
    /// What comes of it.
    pub outcome: Outcome,
    /// What was checked.
    pub checks: Vec<Check>,
    /// Why the reading cannot be used now; empty where it can.
    pub not_yet: String,
    /// Whether the reading is remembered for the sender once it is used.
    pub is_remembered: bool,
    /// What has just changed, to be read aloud.
    pub said: String,
    /// A reading to be saved as a file: its name and text.
    pub file_to_save: Vec<String>,
}

/// A step of a reading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stage {
    /// Its name.
    pub label: String,
    /// What is open in it; empty where all is settled.
    pub open: String,
    /// Whether it has no doubts to show, since it sums up the others.
    pub is_last: bool,
}

#[cfg(test)]
mod tests;
