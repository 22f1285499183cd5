//! Linked histograms: each dimension under every selection but those on its own column, in one pass.

use table::Table;

use crate::aggregate::{Tally, blocks};
use crate::select::Filter;
use crate::{Cells, EngineError, Key, Selection};

/// The cells of each key alone, in the order of the keys; a measure is summed where one is given.
///
/// # Errors
/// When a column does not exist or the groups do not fit in memory.
pub fn histograms(
    table: &Table,
    keys: &[Key],
    select: &[Selection],
    measure: Option<usize>,
) -> Result<Vec<Cells>, EngineError> {
    let filters = select.iter().map(|selection| Filter::new(table, selection));
    let filters = filters.collect::<Result<Vec<_>, _>>()?;
    let measures: Vec<usize> = measure.into_iter().collect();
    let tallies = keys
        .iter()
        .map(|key| Tally::new(table, std::slice::from_ref(key), &measures));
    let mut tallies = tallies.collect::<Result<Vec<_>, _>>()?;
    let (mut all, mut own, mut others) = (Vec::new(), Vec::new(), Vec::new());
    for rows in blocks(table.row_count()) {
        reset(&mut all, rows.len());
        filters
            .iter()
            .for_each(|filter| filter.count_failures(rows.clone(), &mut all));
        for (key, tally) in keys.iter().zip(&mut tallies) {
            reset(&mut own, rows.len());
            let on_own = filters.iter().filter(|filter| filter.column == key.column);
            on_own.for_each(|filter| filter.count_failures(rows.clone(), &mut own));
            others.clear();
            others.extend(
                all.iter()
                    .zip(&own)
                    .map(|(all, own)| all.saturating_sub(*own)),
            );
            tally.add(rows.clone(), &others)?;
        }
    }
    Ok(tallies.into_iter().map(Tally::finish).collect())
}

fn reset(failures: &mut Vec<u8>, len: usize) {
    failures.clear();
    failures.resize(len, 0);
}
