//! Why a query was not answered.

/// Why a query was not answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EngineError {
    /// The query names a column that the table does not have.
    UnknownColumn {
        /// The index asked for.
        index: usize,
    },
    /// The groups, or their statistics, do not fit in memory.
    TooManyGroups,
    /// The caller asked to stop.
    Interrupted,
}

impl std::fmt::Display for EngineError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::UnknownColumn { index } => write!(f, "no column {index}"),
            Self::TooManyGroups => write!(f, "too many groups for memory"),
            Self::Interrupted => write!(f, "interrupted"),
        }
    }
}

impl std::error::Error for EngineError {}
