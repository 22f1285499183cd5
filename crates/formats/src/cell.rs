//! One cell of a sheet, as the file has it.

/// What a cell holds; nothing is interpreted beyond what the file itself says.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Cell<'a> {
    /// Nothing, or nothing but an empty text.
    #[default]
    Empty,
    /// Words, or numbers in a file without types.
    Text(&'a str),
    /// A number the file stores as a number.
    Number(f64),
    /// True or false.
    Bool(bool),
    /// A date or moment: `yyyy-mm-dd` or `yyyy-mm-ddThh:mm:ss`.
    Date(&'a str),
    /// An error of the spreadsheet, such as `#DIV/0!`.
    Error(&'a str),
}

impl Cell<'_> {
    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty | Self::Text(""))
    }
}
