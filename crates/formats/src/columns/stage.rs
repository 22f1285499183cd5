//! The rows of a run on their way, in one buffer that is used again for every run.

use std::marker::PhantomData;

use arrow_buffer::{ArrowNativeType, BooleanBuffer, MutableBuffer};

use super::PART_ROWS;
use super::gaps::Gaps;

/// The rows of a run, as wide as the file has them.
#[derive(Debug)]
pub(crate) struct Stage<T> {
    bytes: MutableBuffer,
    rows: usize,
    most: usize,
    gaps: Gaps,
    kind: PhantomData<T>,
}

impl<T: ArrowNativeType> Stage<T> {
    /// For a column of so many rows.
    pub(crate) fn new(row_count: usize) -> Self {
        let most = row_count.clamp(1, PART_ROWS);
        Self {
            bytes: MutableBuffer::from_len_zeroed(most * size_of::<T>()),
            rows: 0,
            most,
            gaps: Gaps::default(),
            kind: PhantomData,
        }
    }

    /// Rows until the run is complete.
    pub(crate) fn room(&self) -> usize {
        self.most - self.rows
    }

    /// Where the next rows go, as bytes.
    pub(crate) fn next_bytes(&mut self, rows: usize) -> &mut [u8] {
        let (start, end) = (self.rows, self.rows + rows.min(self.room()));
        let bytes = self.bytes.as_slice_mut();
        let bytes = bytes.get_mut(start * size_of::<T>()..end * size_of::<T>());
        bytes.unwrap_or_default()
    }

    /// Where the next rows go.
    pub(crate) fn next(&mut self, rows: usize) -> &mut [T] {
        let (start, end) = (self.rows, self.rows + rows.min(self.room()));
        let values = self.bytes.typed_data_mut::<T>().get_mut(start..end);
        values.unwrap_or_default()
    }

    /// The rows that were put there; those set in `absent` have no value, whatever was put.
    pub(crate) fn add(&mut self, rows: usize, absent: Option<&BooleanBuffer>) {
        match absent {
            None => self.gaps.add(rows),
            Some(absent) => {
                let values = self.next(rows);
                for row in absent.set_indices() {
                    if let Some(value) = values.get_mut(row) {
                        *value = T::default();
                    }
                }
                self.gaps.add_absent(absent);
            }
        }
        self.rows += rows;
    }

    /// The rows of the run.
    pub(crate) fn values(&self) -> &[T] {
        let values = self.bytes.typed_data::<T>();
        values.get(..self.rows).unwrap_or_default()
    }

    /// A row without a value after all.
    pub(crate) fn strike(&mut self, row: usize) {
        if let Some(value) = self.bytes.typed_data_mut::<T>().get_mut(row) {
            *value = T::default();
        }
        self.gaps.strike(row);
    }

    /// Begins the next run; the rows of this one that have no value, if there are any.
    pub(crate) fn clear(&mut self) -> Option<BooleanBuffer> {
        self.rows = 0;
        self.gaps.take()
    }
}
