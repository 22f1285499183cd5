//! Distinct combinations of members.

use table::Table;

use crate::aggregate::{Proceed, groups};
use crate::block::{listed, try_listed};
use crate::query::Asked;
use crate::{Cells, EngineError, Key, Selection};

/// The combinations that occur, in ascending order, one index for each key.
///
/// # Errors
/// When a column does not exist or the combinations do not fit in memory.
pub fn distinct(
    table: &Table,
    keys: &[Key],
    select: &[Selection],
) -> Result<Vec<Vec<u32>>, EngineError> {
    let proceed: &mut Proceed<'_> = &mut |_| std::ops::ControlFlow::Continue(());
    let cells = share(table, keys, select, proceed)?;
    let key = |group| {
        let key = cells.key(group);
        listed(key.len(), key.iter().copied())
    };
    try_listed(cells.len(), (0..cells.len()).map(key))
}

/// The same of a share of the rows, as groups without measures.
pub(crate) fn share(
    table: &Table,
    keys: &[Key],
    select: &[Selection],
    proceed: &mut Proceed<'_>,
) -> Result<Cells, EngineError> {
    let asked = Asked {
        by: &listed(keys.len(), keys.iter())?,
        measures: &[],
        extremes: &[],
    };
    groups(table, asked, select, proceed)
}
