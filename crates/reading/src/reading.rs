//! What came of understanding a file: tables, what was left out, and every decision that matters.

use serde::Serialize;
use table::Table;

use crate::drawn::Drawn;
use crate::plan::ColumnRole;

pub use crate::convention::Convention;

/// A file understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The tables, in the order of the file.
    pub tables: Vec<Table>,
    /// Remarks on the file as a whole, such as the text of a cover sheet.
    pub notes: Vec<String>,
    /// Rows that are in no table.
    pub skipped: Vec<Skipped>,
    /// Decisions that change what the numbers say.
    pub notices: Vec<Notice>,
}

/// What came of reading a file as a plan decides.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Applied {
    /// The tables and everything there is to say of them.
    pub reading: Reading,
    /// How they were read, to be drawn on the sheets.
    pub drawn: Drawn,
    /// What of the plan found no place in the file.
    pub unmatched: Vec<Unmatched>,
    /// The key under which a plan for files like this is kept: the same for the next file of the same sender.
    pub sender: String,
}

/// Something of a plan that found no place in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unmatched {
    /// A table.
    Table {
        /// The sheet where it was.
        sheet: String,
        /// Which table of the sheet, from 1.
        number: u32,
    },
    /// The header of a table, which was read as it is recognised.
    Header {
        /// The sheet.
        sheet: String,
        /// The row where it was, from 1.
        row: u64,
    },
    /// A column.
    Column {
        /// The sheet.
        sheet: String,
        /// What stood above it.
        heading: Vec<String>,
    },
    /// A row that was to be left out, taken in, or the end.
    Row {
        /// The sheet.
        sheet: String,
        /// Its words.
        words: String,
        /// Where it was, from 1.
        row: u64,
    },
    /// What a column was to be and cannot be.
    Role {
        /// The sheet.
        sheet: String,
        /// What stands above it.
        heading: Vec<String>,
        /// What it was to be.
        role: ColumnRole,
    },
    /// The level that the places of a column were to have and do not have.
    Level {
        /// The sheet.
        sheet: String,
        /// What stands above it.
        heading: Vec<String>,
        /// The level.
        level: String,
    },
}

/// Rows that are in no table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The sheet; empty for a file without sheets.
    pub sheet: String,
    /// The row, from 1.
    pub row: u64,
    /// How many rows in a row, this one among them.
    pub count: u64,
    /// Why.
    pub reason: SkipReason,
}

/// Why a row is in no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SkipReason {
    /// A heading between rows, without numbers.
    Heading,
    /// Words where numbers are expected.
    NoNumbers,
    /// The header once more.
    RepeatedHeader,
    /// The numbers of the columns.
    ColumnNumbers,
    /// Somebody decided so.
    LeftOut,
    /// On a sheet without a table; kept as a note.
    NoTable,
}

/// A decision that changes what the numbers say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A column of numbers written as text, and how dots and commas in it were read.
    Convention {
        /// The column.
        column: String,
        /// How it was read.
        convention: Convention,
        /// How many numbers settle it.
        evidence: u64,
        /// The first of them.
        example: String,
    },
    /// Blank cells took over the text above.
    FilledDown {
        /// The columns.
        columns: Vec<String>,
        /// How many cells.
        count: u64,
    },
    /// Printed totals, told from the parts.
    Totals {
        /// The column.
        column: String,
        /// The members.
        members: Vec<String>,
    },
    /// Cells hidden by the publisher.
    Hidden {
        /// The column.
        column: String,
        /// How many.
        count: u64,
    },
    /// Cells that hold an error of the spreadsheet, taken as missing.
    Errors {
        /// The column.
        column: String,
        /// How many.
        count: u64,
        /// The first.
        example: String,
        /// Its row, from 1.
        row: u64,
    },
    /// The same heading above several columns, which are numbered.
    SameHeading {
        /// The heading.
        heading: String,
        /// How many columns.
        count: u64,
    },
    /// Texts between rows say what the rows below them are about; they are a column of their own.
    Sections {
        /// The sheet.
        sheet: String,
        /// The first few.
        members: Vec<String>,
        /// How many.
        count: u64,
    },
    /// The cells that have the mark of a footnote.
    Marked {
        /// The footnote.
        note: String,
        /// The first few, by what stands left of them and above them.
        cells: Vec<String>,
        /// How many.
        count: u64,
    },
    /// A column of parts of years is read together with the column of years.
    PeriodsJoined {
        /// The columns.
        columns: Vec<String>,
    },
    /// Rows times columns of periods are more rows than a table can have; the sheet is left out.
    TooManyRows {
        /// The sheet.
        sheet: String,
        /// How many there would be.
        found: u64,
        /// How many there can be.
        limit: u64,
    },
    /// Sheets or files with the same columns are one table.
    Appended {
        /// The table.
        table: String,
        /// The sheets or files.
        parts: Vec<String>,
    },
    /// Rows that are in the table already, from another sheet or file, are not added again.
    Overlap {
        /// The sheet or file.
        part: String,
        /// How many rows.
        count: u64,
        /// How many of them have other numbers.
        differing: u64,
        /// The first, by its members.
        example: String,
    },
    /// Tables of the same places and periods are one, their numbers side by side.
    Beside {
        /// The table.
        table: String,
        /// The sheets or files.
        parts: Vec<String>,
    },
    /// Cells that are no numbers and no signs, taken as missing.
    Unread {
        /// The column.
        column: String,
        /// How many.
        count: u64,
        /// The first.
        example: String,
        /// Its row, from 1.
        row: u64,
    },
    /// Blank cells in a column that groups rows.
    Blank {
        /// The column.
        column: String,
        /// How many.
        count: u64,
    },
    /// Places that are not known; they belong to no health council.
    UnknownPlaces {
        /// The column.
        column: String,
        /// The first few.
        members: Vec<String>,
        /// How many.
        count: u64,
    },
    /// Bands of age that overlap; only the finest are summed.
    OverlappingAges {
        /// The column.
        column: String,
        /// The wider bands.
        members: Vec<String>,
    },
    /// Periods marked as preliminary.
    Preliminary {
        /// The periods.
        periods: Vec<String>,
    },
    /// A column that is in no table.
    ColumnLeftOut {
        /// The sheet.
        sheet: String,
        /// The column.
        column: String,
    },
    /// A column that only counts the rows is left out.
    RowNumbers {
        /// The sheet.
        sheet: String,
    },
    /// The same column holds measures that cannot be added.
    MixedMeasures {
        /// The column of names.
        column: String,
    },
    /// A table that could not be put together; the sheet is left out.
    TableLeftOut {
        /// The sheet.
        sheet: String,
    },
}
