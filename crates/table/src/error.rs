//! What can be wrong with columns that are put together.

/// Why columns do not make a table; each variant is the caller's to mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableError {
    /// A column has another number of rows than the first.
    Uneven {
        /// The column.
        column: String,
        /// Rows it has.
        row_count: usize,
        /// Rows the table has.
        expected: usize,
    },
    /// Two columns have the same name.
    Twice {
        /// The name.
        column: String,
    },
    /// A row points to a member that does not exist.
    UnknownMember {
        /// The column.
        column: String,
        /// The first such row, from 0.
        row: usize,
    },
    /// Rows of other columns cannot be added.
    OtherColumns {
        /// A column that only one of the two has, or that stands elsewhere.
        column: String,
    },
    /// What was handed over is not a table.
    Damaged {
        /// The buffer, counted from 0.
        part: usize,
    },
}

impl std::fmt::Display for TableError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Uneven {
                column,
                row_count,
                expected,
            } => {
                write!(
                    f,
                    "column {column} has {row_count} rows, the table {expected}"
                )
            }
            Self::Twice { column } => write!(f, "column {column} occurs twice"),
            Self::UnknownMember { column, row } => {
                write!(f, "column {column}, row {row}: no such member")
            }
            Self::OtherColumns { column } => write!(f, "column {column} is not in both"),
            Self::Damaged { part } => write!(f, "buffer {part} is damaged"),
        }
    }
}

impl std::error::Error for TableError {}
