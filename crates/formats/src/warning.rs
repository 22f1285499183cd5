//! What a reader left out or had to guess; shown beside what it read.

/// One thing that was not taken over as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// A sheet the sender had hidden; it is read like the others.
    HiddenSheet {
        /// The sheet.
        sheet: String,
    },
    /// A sheet that is a chart or dialogue and holds no cells.
    SheetSkipped {
        /// The sheet.
        sheet: String,
    },
    /// Formulas whose result was not stored; their cells read as empty.
    FormulaWithoutValue {
        /// The sheet.
        sheet: String,
        /// How many.
        count: u64,
        /// Row of the first, from 1.
        row: u64,
        /// Column of the first, in letters.
        column: String,
    },
    /// Rows the sender had hidden, as a filter does; they are read like the others.
    HiddenRows {
        /// The sheet.
        sheet: String,
        /// How many that have cells.
        count: u64,
        /// The first, from 1.
        row: u64,
    },
    /// Columns the sender had hidden; they are read like the others.
    HiddenColumns {
        /// The sheet.
        sheet: String,
        /// How many.
        count: u64,
        /// The first, in letters.
        column: String,
    },
    /// Cells that hold an error of the spreadsheet instead of a value.
    ErrorCells {
        /// The sheet.
        sheet: String,
        /// How many.
        count: u64,
        /// Row of the first, from 1.
        row: u64,
        /// Column of the first, in letters.
        column: String,
    },
    /// Text whose name says that it is a workbook; read as text.
    TextNamedWorkbook,
    /// Macros, which are not run.
    Macros,
    /// Values taken from other workbooks, as they were when this one was saved.
    ExternalLinks,
    /// Copies of the data behind pivot tables, which can hold more than the sheets show.
    PivotCache,
    /// A line with another number of fields than most; read as it stands.
    UnevenLine {
        /// The first such line, from 1.
        line: u64,
        /// Fields it has.
        found: u64,
        /// Fields most lines have.
        expected: u64,
        /// How many such lines.
        count: u64,
    },
    /// The bytes are not UTF-8 and were read as Windows-1252.
    Windows1252,
    /// Bytes that Windows-1252 does not define, read as the replacement sign.
    UndefinedBytes {
        /// How many.
        count: u64,
        /// The first.
        byte: u64,
    },
    /// An empty last column on every line, left out.
    TrailingDelimiter,
    /// Numbers that are infinite or not numbers, read as missing.
    NotFinite {
        /// The column.
        column: String,
        /// How many.
        count: u64,
    },
    /// Whole numbers beyond what can be held exactly, read as floats.
    NotExact {
        /// The column.
        column: String,
    },
    /// A table of a data package that lies outside it, or is no text.
    ResourceSkipped {
        /// The table.
        name: String,
    },
    /// Signs of the publisher beside numbers, of which nothing is made.
    SignsBesideNumbers {
        /// The signs, and how many numbers have each.
        signs: Vec<(String, u64)>,
    },
    /// Rows of a cube of which the file says nothing, too many to be kept.
    EmptyRowsLeftOut {
        /// How many.
        count: u64,
    },
    /// Rows of a cube that hold nothing but zeros and are not in the file, too many to be kept.
    ZeroRowsLeftOut {
        /// How many.
        count: u64,
    },
    /// Statements of which nothing is made.
    KeywordsUnused {
        /// Their keywords.
        keywords: Vec<String>,
    },
}
