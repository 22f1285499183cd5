//! Numbers in the order of their dimensions, as PX and JSON-stat have them, on their way to a table.

mod cells;
mod layout;

use table::{Dimension, DimensionColumn, Measure, Table};

use crate::{Format, FormatError, Limits, Place, Reason, What};

pub(crate) use cells::{Cells, Entry};
use layout::Layout;

/// What the numbers measure.
#[derive(Debug)]
pub(crate) enum Measured {
    /// All of them the same.
    One(Measure),
    /// Each member of the dimension of this index something else.
    Along(usize, Vec<Measure>),
}

/// A cube with its cells.
#[derive(Debug)]
pub(crate) struct Cube {
    /// The dimensions, the last one fastest.
    pub(crate) dimensions: Vec<Dimension>,
    pub(crate) measured: Measured,
    pub(crate) cells: Cells,
}

/// How many cells dimensions of so many members have.
pub(crate) fn cell_count(counts: &[usize], limits: &Limits) -> Result<usize, FormatError> {
    limits.check(What::Columns, counts.len() as u64)?;
    for count in counts {
        limits.check(What::Dictionary, *count as u64)?;
    }
    let product = counts
        .iter()
        .try_fold(1_u64, |product, count| product.checked_mul(*count as u64));
    let product = product.unwrap_or(u64::MAX);
    limits.check(What::Cells, product)?;
    usize::try_from(product).map_err(|_| FormatError::OutOfMemory { bytes: product })
}

impl Cube {
    /// The cube in long form: a row for each combination of members, a column for each measure. Beside it, how many rows were left
    /// out since the file says nothing of them.
    pub(crate) fn into_table(
        mut self,
        (format, name): (Format, &str),
        limits: &Limits,
    ) -> Result<(Table, u64), FormatError> {
        let counts: Vec<usize> = self.dimensions.iter().map(|it| it.members.len()).collect();
        let (axis, measures) = match self.measured {
            Measured::One(measure) => (None, vec![measure]),
            Measured::Along(axis, measures) => (Some(axis), measures),
        };
        limits.check(What::Columns, measures.len() as u64)?;
        let layout = Layout::new(&counts, axis, &self.cells);
        let row_count = layout.row_count() as u64;
        limits.check(What::Rows, row_count)?;
        let row_bytes = counts.len() + 9 * measures.len();
        limits.check(What::Unpacked, row_count.saturating_mul(row_bytes as u64))?;
        let mut names: Vec<String> = Vec::new();
        let mut columns = Vec::new();
        for (index, dimension) in self.dimensions.drain(..).enumerate() {
            if axis != Some(index) {
                let codes = layout.codes(index);
                let mut dimension = dimension;
                dimension.name = free(&dimension.name, &mut names);
                columns.push(DimensionColumn { dimension, codes });
            }
        }
        let measures = measures
            .into_iter()
            .enumerate()
            .map(|(index, mut measure)| {
                measure.name = free(&measure.name, &mut names);
                layout.measure(measure, index, &self.cells)
            });
        let measures = measures.collect();
        let wrong = |_| FormatError::malformed(format, Place::default(), Reason::Description);
        let table = Table::try_new(name, columns, measures).map_err(wrong)?;
        Ok((table, layout.left_out()))
    }
}

/// A name that no column has yet.
fn free(name: &str, names: &mut Vec<String>) -> String {
    let numbered = (2..).map(|number| format!("{name}#{number}"));
    let mut candidates = std::iter::once(name.to_owned()).chain(numbered);
    let free = candidates.find(|name| !names.contains(name));
    let free = free.unwrap_or_default();
    names.push(free.clone());
    free
}

#[cfg(test)]
mod tests;
