//! How the rows and measures of a table lie among the cells of its cube.

use table::statistics::BLOCK_ROWS;
use table::{Codes, Doubles, Measure, MeasureColumn, NO_MEMBER, StatusColumn, StatusPart};

use super::Cells;

/// Rows of a run, the same in every column.
pub(super) const RUN: usize = 4 * BLOCK_ROWS;

/// Which cell is where.
pub(super) struct Layout {
    /// Rows of the whole cube.
    whole: usize,
    /// The rows that are kept, in order; none where all are.
    kept: Option<Vec<usize>>,
    /// For each dimension how many members it has, and how many rows one of them lasts.
    dimensions: Vec<(usize, usize)>,
    /// How many measures there are, and how many cells one of them lasts.
    measures: (usize, usize),
}

impl Layout {
    pub(super) fn new(counts: &[usize], axis: Option<usize>, cells: &Cells) -> Self {
        let (mut whole, mut cell_count) = (1, 1);
        let mut measures = (1, 1);
        let mut dimensions = vec![(1, 1); counts.len()];
        let slots = dimensions.iter_mut().zip(counts).enumerate();
        for (index, (slot, count)) in slots.rev() {
            if axis == Some(index) {
                measures = (*count, cell_count);
            } else {
                *slot = (*count, whole);
                whole *= count;
            }
            cell_count *= count;
        }
        let (count, lasts) = measures;
        let row = |cell: &usize| cell / (lasts * count) * lasts + cell % lasts;
        let kept = cells.places().map(|places| {
            let mut rows: Vec<usize> = places.iter().map(row).collect();
            rows.sort_unstable();
            rows.dedup();
            rows
        });
        Self {
            whole,
            kept,
            dimensions,
            measures,
        }
    }

    pub(super) fn row_count(&self) -> usize {
        self.kept.as_ref().map_or(self.whole, Vec::len)
    }

    /// How many rows of the whole cube are not kept.
    pub(super) fn left_out(&self) -> u64 {
        self.whole.saturating_sub(self.row_count()) as u64
    }

    /// The row of the whole cube that is kept at this place.
    fn row(&self, at: usize) -> usize {
        let kept = self.kept.as_ref();
        kept.map_or(at, |rows| rows.get(at).copied().unwrap_or(at))
    }

    fn runs(&self) -> impl Iterator<Item = std::ops::Range<usize>> {
        let (count, starts) = (self.row_count(), (0..self.row_count()).step_by(RUN));
        starts.map(move |start| start..(start + RUN).min(count))
    }

    /// The members of a dimension, row by row.
    pub(super) fn codes(&self, dimension: usize) -> Codes {
        let (count, lasts) = self.dimensions.get(dimension).copied().unwrap_or((1, 1));
        let member = |at| u32::try_from(self.row(at) / lasts % count).unwrap_or(NO_MEMBER);
        let run = |rows: std::ops::Range<usize>| Codes::pack(rows.map(member).collect(), count);
        let parts = self.runs().map(run);
        Codes::from_parts(parts.flat_map(|run| run.parts().to_vec()).collect())
    }

    pub(super) fn measure(&self, measure: Measure, index: usize, cells: &Cells) -> MeasureColumn {
        let (count, lasts) = self.measures;
        let cell = |row: usize| row / lasts * lasts * count + index * lasts + row % lasts;
        let (mut numbers, mut statuses) = (Doubles::default(), Vec::new());
        for rows in self.runs() {
            let stored = rows.map(|at| cells.stored(cell(self.row(at))));
            let (values, codes): (Vec<f64>, Vec<u8>) = stored.unzip();
            numbers.push(&values);
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
