//! What can be wrong with a file, sorted by who can mend it; codes and values, no words for people.

use crate::{Format, What};

/// Where in a file; as much of it as is known. Rows count from 1, as spreadsheets show them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The sheet or table.
    pub sheet: Option<String>,
    /// The row or line, from 1.
    pub row: Option<u64>,
    /// The column's name or letters.
    pub column: Option<String>,
    /// The byte, from 0.
    pub byte: Option<u64>,
}

impl Place {
    /// A row or line, from 1.
    #[must_use]
    pub fn row(row: u64) -> Self {
        Self {
            row: Some(row),
            ..Self::default()
        }
    }

    /// A byte, from 0.
    #[must_use]
    pub fn byte(byte: u64) -> Self {
        Self {
            byte: Some(byte),
            ..Self::default()
        }
    }

    /// A column by name.
    #[must_use]
    pub fn column(column: &str) -> Self {
        Self {
            column: Some(column.to_owned()),
            ..Self::default()
        }
    }

    /// A sheet by name.
    #[must_use]
    pub fn sheet(sheet: &str) -> Self {
        Self {
            sheet: Some(sheet.to_owned()),
            ..Self::default()
        }
    }
}

/// A list that is not as long as it must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListLength {
    /// The list.
    pub list: String,
    /// Parts found.
    pub found: u64,
    /// Parts there should be.
    pub expected: u64,
}

/// Why a file is malformed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It ends before it is complete.
    Truncated,
    /// It does not begin or end as the format demands.
    Magic,
    /// A quoted field opens and never closes; the place is its first line.
    UnterminatedQuote,
    /// A field is longer than a field may be; the place is where its line begins.
    FieldTooLong {
        /// Its bytes.
        found: u64,
        /// Bytes it may have.
        limit: u64,
    },
    /// Bytes are not text in the encoding the file declares.
    Encoding,
    /// The container of a workbook is damaged.
    Container,
    /// A checksum does not match.
    Checksum,
    /// XML that cannot be read.
    Xml,
    /// A part that must be there is not; its name.
    PartMissing(String),
    /// Cells do not come in order.
    CellOrder,
    /// The description of the columns cannot be read.
    Footer,
    /// The values of a column cannot be read; the reader's own words, for the log.
    Page(String),
    /// Columns of unequal length, or not as long as the file says.
    RowCount {
        /// Rows found.
        found: u64,
        /// Rows said.
        expected: u64,
    },
    /// A list is not as long as it must be; boxed, so that an error stays small.
    ListLength(Box<ListLength>),
    /// A sign where the rules of the format have another.
    Syntax,
    /// Two rows with the same members.
    RowTwice,
    /// A member that holds itself.
    Circle,
    /// A path that leads out of its container.
    UnsafePath,
    /// A sign between or around fields that is more than one byte.
    Dialect,
    /// A value that is not what its column says.
    Value,
    /// A status code that does not exist.
    Status,
    /// A column of statuses without its measure.
    StatusAlone,
    /// Two columns with one name.
    NameTwice,
    /// A row points to a member that does not exist.
    UnknownMember,
    /// A column's description cannot be read or does not belong to the column.
    Description,
    /// The reader of the format refuses, in its own words; for the log, not for the screen.
    Other(String),
}

/// What a file uses that is not supported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Feature {
    /// An Excel workbook under a password.
    Password,
    /// A sheet of LibreOffice and its kin under a password.
    PasswordOpenDocument,
    /// Encrypted in another way.
    Encrypted,
    /// Workbooks of before 1993.
    OldWorkbook,
    /// Binary workbooks.
    BinaryWorkbook,
    /// Letters and slides of LibreOffice and its kin.
    OpenDocument,
    /// A ZIP that is neither workbook nor package.
    Zip,
    /// A web page.
    Html,
    /// JSON.
    Json,
    /// XML.
    Xml,
    /// A workbook of Excel 2003 written as XML.
    XmlWorkbook,
    /// Any other binary content.
    Binary,
    /// A document type declaration inside a workbook.
    Doctype,
    /// A compression; its name.
    Compression(String),
    /// A type of column; its name.
    ColumnType(String),
    /// Columns inside columns.
    Nested,
    /// An encoding of text; its name.
    Charset(String),
    /// An encoding of pages; its name.
    PageEncoding(String),
    /// The build does not have the reader.
    NotBuilt,
}

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormatError {
    /// There is nothing in it.
    Empty,
    /// The name says one format, the content is not it.
    Mislabelled {
        /// What the name says.
        named: Format,
        /// What the content is, if that can be said.
        found: Option<Format>,
    },
    /// The file is damaged or breaks its format's rules.
    Malformed {
        /// Its format.
        format: Format,
        /// Where.
        place: Place,
        /// Why.
        reason: Reason,
    },
    /// Something exceeds a limit.
    TooLarge {
        /// What.
        what: What,
        /// How much there is.
        found: u64,
        /// How much there may be.
        limit: u64,
    },
    /// The file is right but uses what is not supported.
    Unsupported {
        /// What it uses.
        feature: Feature,
        /// Where.
        place: Place,
    },
    /// The machine has not the memory.
    OutOfMemory {
        /// Bytes asked for.
        bytes: u64,
    },
}

impl FormatError {
    pub(crate) fn malformed(format: Format, place: Place, reason: Reason) -> Self {
        Self::Malformed {
            format,
            place,
            reason,
        }
    }

    pub(crate) fn unsupported(feature: Feature) -> Self {
        Self::Unsupported {
            feature,
            place: Place::default(),
        }
    }
}

impl std::fmt::Display for FormatError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => write!(f, "empty file"),
            Self::Mislabelled { named, found } => write!(f, "named {named:?}, is {found:?}"),
            Self::Malformed {
                format,
                place,
                reason,
            } => {
                write!(f, "{format:?}: {reason:?} at {place:?}")
            }
            Self::TooLarge { what, found, limit } => {
                write!(f, "{what:?}: {found}, at most {limit}")
            }
            Self::Unsupported { feature, place } => {
                write!(f, "unsupported {feature:?} at {place:?}")
            }
            Self::OutOfMemory { bytes } => write!(f, "no memory for {bytes} bytes"),
        }
    }
}

impl std::error::Error for FormatError {}
