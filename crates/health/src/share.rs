//! Work on rows that lie elsewhere: what is to be done and what came of it, sealed, so that none above can look inside.

use std::ops::ControlFlow;

use engine::{Outcome, Task};
use packed::{Packed, Reader};
use table::Table;

use crate::refusal::Refusal;

/// Something to be done on all rows of a table, wherever they lie.
#[derive(Clone, Debug, PartialEq)]
pub struct Work(pub(crate) Task);

/// What came of it on some of the rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Partial(pub(crate) Outcome);

impl Work {
    /// Does it on these rows.
    ///
    /// # Errors
    /// When the groups do not fit in memory.
    pub fn perform(&self, rows: &Table) -> Result<Partial, Refusal> {
        let outcome = engine::perform(rows, &self.0, &mut |_| ControlFlow::Continue(()));
        outcome.map(Partial).map_err(|_| Refusal::TooLarge)
    }
}

impl Partial {
    /// What came of it on these rows and on those that follow them.
    ///
    /// # Errors
    /// When the two do not belong together, or what they come to does not fit in memory.
    pub fn merge(self, next: Self) -> Result<Self, Refusal> {
        let merged = self.0.merge(next.0);
        merged.map(Self).map_err(|_| Refusal::TooLarge)
    }

    /// As bytes, for another worker of the same build.
    ///
    /// # Errors
    /// When they do not fit in memory.
    pub fn to_bytes(&self) -> Result<Vec<u8>, Refusal> {
        self.0.to_bytes().map_err(|_| Refusal::TooLarge)
    }

    /// What was written by `to_bytes`.
    ///
    /// # Errors
    /// When it was not, or does not fit in memory.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Refusal> {
        Outcome::from_bytes(bytes)
            .map(Self)
            .map_err(|_| Refusal::TooLarge)
    }
}

impl Packed for Work {
    fn pack(&self, bytes: &mut Vec<u8>) {
        self.0.pack(bytes);
    }

    fn unpack(reader: &mut Reader<'_>) -> Self {
        Self(Task::unpack(reader))
    }
}
