//! The runs of rows of a column, one after the other.

use std::ops::Range;

use arrow_buffer::ScalarBuffer;

use crate::statistics::PART_ROWS;

/// A run of rows of one column.
pub(crate) trait Run: Clone {
    /// Number of rows.
    fn row_count(&self) -> usize;
    /// Some of its rows, in the same memory.
    fn rows(&self, rows: Range<usize>) -> Self;
}

/// Runs of rows, none of them empty.
#[derive(Clone, Debug)]
pub(crate) struct Runs<R> {
    parts: Vec<R>,
    /// The row after the last of each.
    ends: Vec<usize>,
}

impl<R> Default for Runs<R> {
    fn default() -> Self {
        Self {
            parts: Vec::new(),
            ends: Vec::new(),
        }
    }
}

impl<R: Run> Runs<R> {
    pub(crate) fn new(mut parts: Vec<R>) -> Self {
        parts.retain(|part| part.row_count() > 0);
        let mut end = 0_usize;
        let ends = parts.iter().map(|part| {
            end = end.saturating_add(part.row_count());
            end
        });
        let ends = ends.collect();
        Self { parts, ends }
    }

    pub(crate) fn parts(&self) -> &[R] {
        &self.parts
    }

    pub(crate) fn into_parts(self) -> Vec<R> {
        self.parts
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.last().copied().unwrap_or(0)
    }

    pub(crate) fn lengths(&self) -> Vec<usize> {
        self.parts.iter().map(R::row_count).collect()
    }

    /// The run that holds a row, and the row counted from its start.
    pub(crate) fn find(&self, row: usize) -> Option<(&R, usize)> {
        let index = self.ends.partition_point(|end| *end <= row);
        let before = index.checked_sub(1).and_then(|last| self.ends.get(last));
        Some((self.parts.get(index)?, row - before.copied().unwrap_or(0)))
    }

    pub(crate) fn joined(mut self, more: Self) -> Self {
        self.parts.extend(more.parts);
        Self::new(self.parts)
    }

    /// The same rows, in runs that are not too long.
    pub(crate) fn cut(self) -> Self {
        Self::new(self.parts.into_iter().flat_map(cut).collect())
    }
}

fn cut<R: Run>(part: R) -> Vec<R> {
    let len = part.row_count();
    if len <= PART_ROWS {
        return vec![part];
    }
    let starts = (0..len).step_by(PART_ROWS);
    starts
        .map(|start| part.rows(start..(start + PART_ROWS).min(len)))
        .collect()
}

impl Run for ScalarBuffer<f64> {
    fn row_count(&self) -> usize {
        self.len()
    }
    fn rows(&self, rows: Range<usize>) -> Self {
        self.slice(rows.start, rows.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_found_across_runs_and_empty_runs_are_left_out() {
        let part = |rows: &[f64]| ScalarBuffer::from(rows.to_vec());
        let runs = Runs::new(vec![part(&[]), part(&[1.0, 2.0]), part(&[]), part(&[3.0])]);
        let get = |row| runs.find(row).map(|(part, at)| part[at]);
        assert_eq!(
            [get(0), get(1), get(2), get(3)],
            [Some(1.0), Some(2.0), Some(3.0), None]
        );
        assert_eq!((runs.len(), runs.lengths()), (3, vec![2, 1]));
    }

    #[test]
    fn a_long_run_is_cut_without_being_copied() {
        let long: ScalarBuffer<f64> = vec![0.5; 2 * PART_ROWS + 1].into();
        let runs = Runs::new(vec![long.clone()]).cut();
        assert_eq!(runs.lengths(), [PART_ROWS, PART_ROWS, 1]);
        assert_eq!(runs.parts()[0].as_ptr(), long.as_ptr());
    }
}
