//! Takes over a table that another of our workers wrote.

use formats::Limits;
use table::Table;

use crate::PackageError;

/// Reads a table from the Arrow bytes in which workers hand tables over.
///
/// # Errors
/// When the bytes are not such a table or exceed a limit.
pub fn adopt(bytes: &[u8], limits: &Limits) -> Result<Table, PackageError> {
    let read = formats::arrow::read("", bytes, limits, &mut formats::unheard);
    let (table, _) = read.map_err(|error| PackageError::Table {
        member: String::new(),
        error: Box::new(error),
    })?;
    Ok(table)
}
