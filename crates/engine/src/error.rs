//! Why a query was not answered.

/// Why a query was not answered, sorted by who can mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EngineError {
    /// The caller: a dimension column that the table does not have.
    UnknownDimension {
        /// The index asked for.
        index: usize,
    },
    /// The caller: a measure column that the table does not have.
    UnknownMeasure {
        /// The index asked for.
        index: usize,
    },
    /// The caller: a key or selection that speaks of another number of members than the column has.
    MemberCount {
        /// Index of the column among the dimensions.
        column: usize,
        /// Members it has.
        expected: usize,
        /// Members spoken of.
        found: usize,
    },
    /// The caller: a key that puts a member in a group beyond its count.
    UnknownGroup {
        /// Index of the column among the dimensions.
        column: usize,
        /// The member.
        member: usize,
    },
    /// The limit: more combinations of groups than can be numbered.
    KeySpace,
    /// The limit: the groups that occur do not fit in memory.
    Memory,
    /// The caller asked to stop.
    Interrupted,
    /// The caller: outcomes of different tasks, or bytes that are none.
    NotAnOutcome,
}

impl std::fmt::Display for EngineError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::UnknownDimension { index } => write!(f, "there is no dimension {index}"),
            Self::UnknownMeasure { index } => write!(f, "there is no measure {index}"),
            Self::MemberCount {
                column,
                expected,
                found,
            } => {
                write!(f, "dimension {column} has {expected} members, not {found}")
            }
            Self::UnknownGroup { column, member } => {
                write!(f, "dimension {column}, member {member}: no such group")
            }
            Self::KeySpace => write!(f, "the keys have too many combinations"),
            Self::Memory => write!(f, "the groups do not fit in memory"),
            Self::Interrupted => write!(f, "interrupted"),
            Self::NotAnOutcome => write!(f, "not the outcome of this task"),
        }
    }
}

impl std::error::Error for EngineError {}
