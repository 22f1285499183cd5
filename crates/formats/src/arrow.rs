//! Arrow IPC, file or stream: what other programs write, and how our own workers hand tables over.
//!
//! A table written here comes back as it was: descriptions, statuses, title and notes travel as metadata.
//! The crate `arrow-ipc` can panic on a damaged file; such files are read in a worker that is thrown away.

mod batches;
mod describe;
mod fields;
mod foreign;
mod own;
mod verify;
mod write;

use table::Table;

use crate::{Format, FormatError, Limits, Place, Progress, Reason, Warning, What};

pub use write::write;

/// The key of our metadata.
const KEY: &str = "snit";

/// Reads a table; `name` is the name it gets unless the file has one of ours.
///
/// # Errors
/// When a limit is exceeded, or the file is damaged or uses what is not supported.
pub fn read(
    name: &str,
    bytes: &[u8],
    limits: &Limits,
    progress: &mut dyn FnMut(Progress),
) -> Result<(Table, Vec<Warning>), FormatError> {
    let total = bytes.len() as u64;
    limits.check(What::ContainerBytes, total)?;
    let batches = batches::read(bytes, limits)?;
    progress(Progress {
        done: total / 2,
        total,
    });
    let table = match batches.schema.metadata().get(KEY) {
        Some(said) => own::table(said, &batches).map(|table| (table, Vec::new())),
        None => foreign::table(name, &batches, limits),
    };
    progress(Progress { done: total, total });
    table
}

fn malformed(place: Place, reason: Reason) -> FormatError {
    FormatError::malformed(Format::Arrow, place, reason)
}

#[cfg(test)]
mod tests;
