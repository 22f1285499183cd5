//! Numbers in the order of their dimensions, as PX and JSON-stat have them, on their way to a table.

use table::statistics::BLOCK_ROWS;
use table::{
    Codes, Dimension, DimensionColumn, Doubles, Measure, MeasureColumn, NO_MEMBER, Status,
    StatusColumn, StatusPart, Table,
};

use crate::{Format, FormatError, Limits, Place, Reason, What};

/// Rows of a run, the same in every column.
const RUN: usize = 4 * BLOCK_ROWS;

/// What one cell holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Entry {
    /// A number; one that is not finite is missing.
    Number(f64),
    /// Why there is none.
    Absent(Status),
}

/// Cells in the order of the dimensions, the last one fastest.
#[derive(Debug)]
pub(crate) struct Cells {
    numbers: Vec<f64>,
    statuses: Vec<u8>,
}

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

impl Cells {
    /// So many cells with the same entry.
    pub(crate) fn filled(count: usize, entry: Entry) -> Result<Self, FormatError> {
        let mut cells = Self::with_room(count)?;
        let (number, status) = stored(entry);
        cells.numbers.resize(count, number);
        cells.statuses.resize(count, status);
        Ok(cells)
    }

    /// Room for so many cells.
    pub(crate) fn with_room(count: usize) -> Result<Self, FormatError> {
        let (mut numbers, mut statuses) = (Vec::new(), Vec::new());
        let reserved = (numbers.try_reserve_exact(count)).and(statuses.try_reserve_exact(count));
        let bytes = (count as u64).saturating_mul(9);
        reserved.map_err(|_| FormatError::OutOfMemory { bytes })?;
        Ok(Self { numbers, statuses })
    }

    /// The next cell.
    pub(crate) fn push(&mut self, entry: Entry) {
        let (number, status) = stored(entry);
        self.numbers.push(number);
        self.statuses.push(status);
    }

    /// Overwrites a cell; whether there is such a cell.
    pub(crate) fn set(&mut self, index: usize, entry: Entry) -> bool {
        let (number, status) = stored(entry);
        let slots = self
            .numbers
            .get_mut(index)
            .zip(self.statuses.get_mut(index));
        slots
            .map(|slots| (*slots.0, *slots.1) = (number, status))
            .is_some()
    }

    /// The entry of a cell; missing outside.
    #[cfg(feature = "json_stat")]
    pub(crate) fn get(&self, index: usize) -> Entry {
        let status = self.statuses.get(index).copied();
        let status = status
            .and_then(Status::from_code)
            .unwrap_or(Status::Missing);
        match self.numbers.get(index) {
            Some(number) if status.is_number() => Entry::Number(*number),
            _ => Entry::Absent(status),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.numbers.len()
    }
}

fn stored(entry: Entry) -> (f64, u8) {
    match entry {
        Entry::Number(number) if number.is_finite() => (number, Status::Value.code()),
        Entry::Number(_) => (0.0, Status::Missing.code()),
        Entry::Absent(status) => (0.0, status.code()),
    }
}

impl Cube {
    /// The cube in long form: a row for each combination of members, a column for each measure.
    pub(crate) fn into_table(
        mut self,
        (format, name): (Format, &str),
        limits: &Limits,
    ) -> Result<Table, FormatError> {
        let counts: Vec<usize> = self.dimensions.iter().map(|it| it.members.len()).collect();
        let (axis, measures) = match self.measured {
            Measured::One(measure) => (None, vec![measure]),
            Measured::Along(axis, measures) => (Some(axis), measures),
        };
        limits.check(What::Columns, measures.len() as u64)?;
        let layout = Layout::new(&counts, axis);
        limits.check(What::Rows, layout.row_count as u64)?;
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
        Table::try_new(name, columns, measures).map_err(wrong)
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

/// How rows and measures lie among the cells.
struct Layout {
    row_count: usize,
    /// For each dimension how many members it has, and how many rows one of them lasts.
    dimensions: Vec<(usize, usize)>,
    /// How many measures there are, and how many cells one of them lasts.
    measures: (usize, usize),
}

impl Layout {
    fn new(counts: &[usize], axis: Option<usize>) -> Self {
        let (mut row_count, mut cells) = (1, 1);
        let mut measures = (1, 1);
        let mut dimensions = vec![(1, 1); counts.len()];
        let slots = dimensions.iter_mut().zip(counts).enumerate();
        for (index, (slot, count)) in slots.rev() {
            if axis == Some(index) {
                measures = (*count, cells);
            } else {
                *slot = (*count, row_count);
                row_count *= count;
            }
            cells *= count;
        }
        Self {
            row_count,
            dimensions,
            measures,
        }
    }

    fn runs(&self) -> impl Iterator<Item = std::ops::Range<usize>> {
        let starts = (0..self.row_count).step_by(RUN);
        starts.map(|start| start..(start + RUN).min(self.row_count))
    }

    /// The members of a dimension, row by row.
    fn codes(&self, dimension: usize) -> Codes {
        let (count, lasts) = self.dimensions.get(dimension).copied().unwrap_or((1, 1));
        let member = |row: usize| u32::try_from(row / lasts % count).unwrap_or(NO_MEMBER);
        let run = |rows: std::ops::Range<usize>| Codes::pack(rows.map(member).collect(), count);
        let parts = self.runs().map(run);
        Codes::from_parts(parts.flat_map(|run| run.parts().to_vec()).collect())
    }

    fn measure(&self, measure: Measure, index: usize, cells: &Cells) -> MeasureColumn {
        let (count, lasts) = self.measures;
        let cell = |row: usize| row / lasts * lasts * count + index * lasts + row % lasts;
        let (mut numbers, mut statuses) = (Doubles::default(), Vec::new());
        for rows in self.runs() {
            let run: Vec<usize> = rows.map(cell).collect();
            let values = run.iter().map(|at| cells.numbers.get(*at).copied());
            let values: Vec<f64> = values.map(Option::unwrap_or_default).collect();
            numbers.push(&values);
            let codes = run.iter().map(|at| cells.statuses.get(*at).copied());
            let missing = Status::Missing.code();
            let codes = codes.map(|code| code.unwrap_or(missing)).collect();
            let column = StatusColumn::try_new(codes).unwrap_or_default();
            statuses.extend(column.parts().iter().cloned());
        }
        MeasureColumn {
            measure,
            numbers: numbers.finish(),
            status: status_column(statuses),
        }
    }
}

/// The statuses, unless every row is a number.
fn status_column(parts: Vec<StatusPart>) -> Option<StatusColumn> {
    let has_gaps = parts.iter().any(|part| part.absent().is_some());
    has_gaps.then(|| StatusColumn::from_parts(parts))
}

#[cfg(test)]
mod tests;
