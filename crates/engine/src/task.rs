//! Work that can be done on any share of the rows, here or in another worker, and be merged.

use table::Table;

use crate::aggregate::{self, Proceed};
use crate::{Cells, Cube, EngineError, Key, Linked, Query, Selection, distinct, linked};

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Select, group and aggregate.
    Cells(Query),
    /// Find the combinations that occur.
    Distinct {
        /// The keys.
        by: Vec<Key>,
        /// Which rows count.
        select: Vec<Selection>,
    },
    /// Linked histograms, with what answers the next move of the active one.
    Linked(Linked),
}

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Of a query; of distinct combinations the groups without measures.
    Cells(Cells),
    /// Of linked histograms.
    Linked(Cube),
}

impl Default for Outcome {
    fn default() -> Self {
        Self::Cells(Cells::default())
    }
}

/// Does a task on the rows of a table, which may be a share of all. The outcome of a share is merged with those of the others, in
/// the order of the rows, and then sealed.
///
/// # Errors
/// When the task does not fit the table, its groups do not fit in memory, or the caller breaks off.
pub fn perform(
    table: &Table,
    task: &Task,
    proceed: &mut Proceed<'_>,
) -> Result<Outcome, EngineError> {
    match task {
        Task::Cells(query) => aggregate::share(table, query, proceed).map(Outcome::Cells),
        Task::Distinct { by, select } => {
            distinct::share(table, by, select, proceed).map(Outcome::Cells)
        }
        Task::Linked(linked) => linked::share(table, linked, proceed).map(Outcome::Linked),
    }
}

impl Outcome {
    /// The outcome of this share of the rows and of the one that follows it.
    ///
    /// # Errors
    /// When the two are outcomes of different tasks, or what they come to does not fit in memory.
    pub fn merge(self, next: Self) -> Result<Self, EngineError> {
        match (self, next) {
            (Self::Cells(mine), Self::Cells(next)) => mine.merge(next).map(Self::Cells),
            (Self::Linked(mine), Self::Linked(next)) => mine.merge(next).map(Self::Linked),
            _ => Err(EngineError::NotAnOutcome),
        }
    }

    /// Ends the merging: from here on sums of doubles are there too.
    ///
    /// # Errors
    /// When they do not fit in memory.
    pub fn seal(&mut self) -> Result<(), EngineError> {
        match self {
            Self::Cells(cells) => cells.seal(),
            Self::Linked(cube) => cube.seal(),
        }
    }
}
