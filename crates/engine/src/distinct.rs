//! Distinct combinations of members.

use table::Table;

use crate::aggregate::{Proceed, share};
use crate::{EngineError, Key, Query, Selection};

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
        ..Query::default()
    };
    let proceed: &mut Proceed<'_> = &mut |_| std::ops::ControlFlow::Continue(());
    let cells = share(table, &query, proceed)?;
    Ok((0..cells.len())
        .map(|group| cells.key(group).to_vec())
        .collect())
}
