//! The words of the reading step that are always there; the module that draws it has none of its own.

/// Words by the place they stand in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    /// The heading.
    pub title: String,
    /// The sentence under it.
    pub subtitle: String,
    /// What the steps are.
    pub steps: String,
    /// Beside a step in which nothing is open.
    pub done: String,
    /// What the tabs are.
    pub sheets: String,
    /// Takes all decisions back.
    pub reset: String,
    /// A column, before its letter.
    pub column: String,
    /// The role of a column, before its letter.
    pub role_of: String,
    /// A row, before its number.
    pub row: String,
    /// What is done with a row.
    pub row_use: String,
    /// What a row of the header is.
    pub header_use: String,
    /// The name of the group that a row of the header becomes.
    pub header_name: String,
    /// What opens what can be decided of the table.
    pub table: String,
    /// Above the column that says what rows are.
    pub read_as: String,
    /// More rows.
    pub more: String,
    /// Puts a panel aside.
    pub close: String,
    /// Answers a question.
    pub answer: String,
    /// The table that comes of it.
    pub outcome: String,
    /// Which of its cells are shown.
    pub shown: String,
    /// A sample of them.
    pub sample: String,
    /// All of them.
    pub all: String,
    /// What was checked.
    pub checks: String,
    /// Opens the file so.
    pub use_it: String,
    /// Keeps the reading for the sender.
    pub remember: String,
    /// What is kept.
    pub remember_hint: String,
    /// Leaves the step.
    pub cancel: String,
    /// Saves the reading as a file.
    pub export: String,
    /// Takes a reading from a file.
    pub import: String,
    /// In the place of a hidden number.
    pub hidden: String,
    /// In the place of a missing number.
    pub missing: String,
}
