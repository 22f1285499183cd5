//! Tables in this format.

use table::Table;

use crate::{FormatError, Limits, Progress, Warning};

/// Reads a table; `name` is the name it gets unless the file has one.
///
/// # Errors
/// When a limit is exceeded, or the file is damaged or uses what is not supported.
pub fn read(
    name: &str,
    bytes: &[u8],
    limits: &Limits,
    progress: &mut dyn FnMut(Progress),
) -> Result<(Table, Vec<Warning>), FormatError> {
    let _ = (name, bytes, limits, progress);
    Err(FormatError::Empty)
}

/// Writes a table.
///
/// # Errors
/// When the table cannot be written in this format.
pub fn write(table: &Table) -> Result<Vec<u8>, FormatError> {
    let _ = table;
    Err(FormatError::Empty)
}
