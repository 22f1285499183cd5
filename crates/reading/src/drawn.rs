//! How a file was read, to be drawn on its sheets: what each row and column is, on what evidence, and what is doubtful.
//!
//! Rows and columns count from 1, as people see them.

mod question;
mod rows;

use serde::Serialize;

use crate::plan::{Adds, ColumnPlan, ColumnRole, Dash, HeaderRow, Split, TablePlan};
use crate::reading::Convention;

pub use question::{Answer, Question};
pub(crate) use rows::{number as row_number, spans};

/// How a file was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Drawn {
    /// Every sheet, in the order of the file.
    pub sheets: Vec<DrawnSheet>,
}

/// How a sheet was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DrawnSheet {
    /// Its name; empty for a file without sheets.
    pub name: String,
    /// Whether the sender had hidden it.
    pub hidden: bool,
    /// What is on it.
    pub holds: Holds,
    /// Rows up to the last that has a cell.
    pub rows: u64,
    /// Columns up to the last that has a cell.
    pub columns: u64,
    /// Its tables.
    pub tables: Vec<DrawnTable>,
}

/// What is on a sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Holds {
    /// A table, or several.
    Tables,
    /// Words alone.
    Words,
    /// Nothing.
    #[default]
    Nothing,
}

/// How a table was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DrawnTable {
    /// The sheet it is on.
    pub sheet: String,
    /// Which table of the sheet, from 1.
    pub number: u32,
    /// Which of the tables of the reading it became; none where none came of it.
    pub table: Option<usize>,
    /// The name of that table.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Where it is, with what is written above and below.
    pub area: Area,
    /// What the rows of the area are, in runs; every row is in one of them.
    pub rows: Vec<RowSpan>,
    /// The first row of the header, or of the body where there is none.
    pub header_row: u64,
    /// What each row of the header is.
    pub header: Vec<HeaderRow>,
    /// The different texts of each row of the header, above columns of numbers.
    pub header_texts: Vec<Vec<HeaderText>>,
    /// Columns that hold something, in the order of the sheet; one that is split once for each part.
    pub columns: Vec<DrawnColumn>,
    /// The levels of the places in the first rows of the body.
    pub levels: Vec<RowLevel>,
    /// What a plan decided of it.
    #[serde(skip)]
    pub(crate) pinned: TablePlan,
}

/// A text of the header above columns of numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct HeaderText {
    /// As it is written.
    pub written: String,
    /// As it is read, where that is decided; empty elsewhere.
    pub read: String,
    /// Whether it is a total.
    pub is_total: bool,
}

/// Cells from one corner to the other, both included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Area {
    /// The first row.
    pub first_row: u64,
    /// The last row.
    pub last_row: u64,
    /// The first column.
    pub first_column: u64,
    /// The last column.
    pub last_column: u64,
}

/// Rows that follow one another and are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct RowSpan {
    /// The first.
    pub first: u64,
    /// The last.
    pub last: u64,
    /// What they are.
    pub is: RowUse,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RowUse {
    /// Written above the table.
    Title,
    /// Of the header.
    Header,
    /// Units, below the header.
    Unit,
    /// Of the table.
    Body,
    /// Written below the table.
    Note,
    /// Nothing is in it.
    Blank,
    /// Left out: a heading between rows, without numbers.
    Heading,
    /// Left out: words where numbers are expected.
    NoNumbers,
    /// Left out: the header once more.
    RepeatedHeader,
    /// Left out because somebody decided so.
    LeftOut,
}

/// The level of the place in a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RowLevel {
    /// The row.
    pub row: u64,
    /// The name of the level, such as `kommune`.
    pub level: String,
}

/// How a column was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DrawnColumn {
    /// Its place on the sheet.
    pub column: u64,
    /// The texts above it, outermost first.
    pub heading: Vec<String>,
    /// Which of the columns with this heading, from 1.
    pub number: u32,
    /// Which of the values in its cells, from 1; 0 stands for the whole cell.
    pub part: u32,
    /// How its cells were taken apart.
    pub split: Split,
    /// What it is for.
    pub role: ColumnRole,
    /// The name of the column of the table that it went to; empty where it is in none.
    pub name: String,
    /// Levels of its places, finest first.
    pub levels: Vec<String>,
    /// The unit of its numbers.
    pub unit: String,
    /// How many decimals are shown of its numbers.
    pub decimals: Option<u8>,
    /// How its numbers may be added.
    pub adds: Option<Adds>,
    /// What the heading says of every number below: a period, a sex.
    pub members: Vec<String>,
    /// How its numbers were read.
    pub numbers: Option<DrawnNumbers>,
    /// Whether blank cells took over the text above.
    pub fill: bool,
    /// How many cells did.
    pub filled: u64,
    /// Members that are totals, as they are written.
    pub totals: Vec<String>,
    /// What somebody should say of it.
    pub question: Option<Question>,
    /// What a plan decided of it.
    #[serde(skip)]
    pub(crate) pinned: ColumnPlan,
    /// Its index among the columns as they were read.
    #[serde(skip)]
    pub(crate) source: usize,
}

/// How the numbers of a column were read, and why so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DrawnNumbers {
    /// What dots and commas are.
    pub convention: Convention,
    /// What a dash is.
    pub dash: Dash,
    /// Numbers with a comma that can only be a decimal mark.
    pub comma_decimals: u64,
    /// Numbers with a dot that can only be a decimal mark.
    pub dot_decimals: u64,
    /// Numbers whose dots all stand before three digits.
    pub dot_groups: u64,
    /// Numbers whose commas all stand before three digits.
    pub comma_groups: u64,
    /// The first number with a dot or comma.
    pub example: String,
}

/// So many rows, columns or cells.
pub(crate) fn count(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
