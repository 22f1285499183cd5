//! Why a package is refused: one code each, with place and values; no words for people.

use formats::{FormatError, What};

/// The fixed codes of refusals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Code {
    /// Not a package.
    E01,
    /// Too large.
    E02,
    /// The container does not have its strict shape.
    E03,
    /// The descriptor cannot be read.
    E20,
    /// The descriptor is of a newer format.
    E21,
    /// A member is damaged.
    E40,
    /// A member is missing or not listed.
    E41,
    /// A table cannot be read.
    E50,
    /// A table exceeds a limit.
    E51,
    /// A table is not what the descriptor says.
    E52,
}

impl Code {
    /// The code as people cite it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::E01 => "E01",
            Self::E02 => "E02",
            Self::E03 => "E03",
            Self::E20 => "E20",
            Self::E21 => "E21",
            Self::E40 => "E40",
            Self::E41 => "E41",
            Self::E50 => "E50",
            Self::E51 => "E51",
            Self::E52 => "E52",
        }
    }
}

/// How a container departs from the strict shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContainerFault {
    /// It ends before its last record, or something follows it.
    End,
    /// A record is cut short or is not where it must be.
    Record,
    /// A member is compressed.
    Compressed,
    /// A member is encrypted.
    Encrypted,
    /// A member's sizes follow its content.
    DataDescriptor,
    /// Sizes of more than 32 bits.
    Zip64,
    /// Extra fields, comments or other things the shape has no room for.
    Extra,
    /// The two descriptions of a member differ.
    HeadersDiffer,
    /// A name that members may not have.
    Name,
    /// Two members have one name.
    NameTwice,
    /// The checksum does not match.
    Checksum,
    /// The descriptor is not the first member.
    DescriptorNotFirst,
}

/// What is wrong with a descriptor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DescriptorFault {
    /// Not UTF-8.
    Encoding,
    /// Not JSON, or a value of the wrong type; the parser's own words, for the log.
    Json(String),
    /// A key occurs twice in one object.
    KeyTwice(String),
    /// Nested too deep.
    Depth,
    /// A value that may not be so; the key.
    Value(String),
    /// A table's name occurs twice.
    TableTwice(String),
    /// A member code occurs twice in a dimension.
    MemberTwice {
        /// The dimension.
        dimension: String,
        /// The code.
        code: String,
    },
    /// A level's list of parents does not fit its dimension.
    Parents {
        /// The dimension.
        dimension: String,
        /// The level.
        level: String,
    },
}

/// Why a package is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackageError {
    /// The bytes are not a container of this kind at all.
    NotAPackage,
    /// Something exceeds a limit.
    TooLarge {
        /// What.
        what: What,
        /// How much there is.
        found: u64,
        /// How much there may be.
        limit: u64,
        /// The member, if it is one's fault.
        member: Option<String>,
    },
    /// The container does not have its strict shape.
    Container {
        /// How it departs from it.
        fault: ContainerFault,
        /// The byte at which it does.
        byte: u64,
        /// The member concerned.
        member: Option<String>,
    },
    /// The descriptor cannot be used.
    Descriptor {
        /// Why.
        fault: DescriptorFault,
        /// Line in it, from 1, where that is known.
        line: Option<u64>,
        /// Column in it, from 1, where that is known.
        column: Option<u64>,
    },
    /// The descriptor is of a format this build does not know.
    NewerFormat {
        /// The format it names.
        found: String,
    },
    /// A member is not the one the descriptor lists.
    Damaged {
        /// The member.
        member: String,
        /// First digits of the digest listed.
        expected: String,
        /// First digits of the digest found.
        found: String,
    },
    /// A member has another size than the descriptor lists.
    Size {
        /// The member.
        member: String,
        /// Bytes listed.
        expected: u64,
        /// Bytes found.
        found: u64,
    },
    /// A member the descriptor lists, or every package has, is not there.
    Missing {
        /// The member.
        member: String,
    },
    /// A member the descriptor does not list.
    Unlisted {
        /// The member.
        member: String,
    },
    /// A text member is not UTF-8, or one that should be JSON is not.
    Unreadable {
        /// The member.
        member: String,
    },
    /// A table's file cannot be read.
    Table {
        /// The member.
        member: String,
        /// Why.
        error: Box<FormatError>,
    },
    /// A table has another number of rows than the descriptor says.
    Rows {
        /// The member.
        member: String,
        /// Rows the descriptor says.
        expected: u64,
        /// Rows found.
        found: u64,
    },
    /// A table has other columns than the descriptor says.
    Columns {
        /// The member.
        member: String,
        /// The first column that differs: what the descriptor says.
        expected: Option<String>,
        /// What stands there.
        found: Option<String>,
    },
    /// A row carries a code that the descriptor does not list.
    UnknownMember {
        /// The member.
        member: String,
        /// The column.
        column: String,
        /// The code.
        code: String,
        /// The first such row, from 1.
        row: u64,
    },
    /// A package that is to be written breaks the rules it would be read by.
    Unwritable {
        /// The key or member that does.
        what: String,
    },
}

impl PackageError {
    /// The code of the refusal.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.kind().as_str()
    }

    /// The code of the refusal, as a value.
    #[must_use]
    pub fn kind(&self) -> Code {
        match self {
            Self::NotAPackage => Code::E01,
            Self::TooLarge { member: None, .. } => Code::E02,
            Self::TooLarge {
                member: Some(_), ..
            } => Code::E51,
            Self::Container { .. } => Code::E03,
            Self::Descriptor { .. } | Self::Unwritable { .. } => Code::E20,
            Self::NewerFormat { .. } => Code::E21,
            Self::Damaged { .. } | Self::Size { .. } => Code::E40,
            Self::Missing { .. } | Self::Unlisted { .. } => Code::E41,
            Self::Table { error, .. } => match **error {
                FormatError::TooLarge { .. } => Code::E51,
                _ => Code::E50,
            },
            Self::Unreadable { .. } => Code::E50,
            Self::Rows { .. } | Self::Columns { .. } | Self::UnknownMember { .. } => Code::E52,
        }
    }
}

impl std::fmt::Display for PackageError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {self:?}", self.code())
    }
}

impl std::error::Error for PackageError {}
