//! Distinct combinations of members.

use table::Table;

use crate::{EngineError, Key, Query, Selection, run};

/// The combinations that occur, in ascending order, one index for each key.
///
/// # Errors
/// When a column does not exist or the combinations do not fit in memory.
pub fn distinct(
    table: &Table,
    keys: &[Key],
    select: &[Selection],
) -> Result<Vec<Vec<u32>>, EngineError> {
    let query = Query {
        by: keys.to_vec(),
        select: select.to_vec(),
        measures: Vec::new(),
    };
    let cells = run(table, &query)?;
    Ok((0..cells.len())
        .map(|group| cells.key(group).to_vec())
        .collect())
}
