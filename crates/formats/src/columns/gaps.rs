//! Rows without a value.

use arrow_buffer::{BooleanBuffer, BooleanBufferBuilder};

/// The rows of a run that have no value, noted from the first of them on.
#[derive(Debug, Default)]
pub(crate) struct Gaps {
    len: usize,
    absent: Option<BooleanBufferBuilder>,
}

impl Gaps {
    /// Adds rows that all have a value.
    pub(crate) fn add(&mut self, rows: usize) {
        self.len += rows;
        if let Some(absent) = &mut self.absent {
            absent.append_n(rows, false);
        }
    }

    /// Adds rows of which those set have no value.
    pub(crate) fn add_absent(&mut self, rows: &BooleanBuffer) {
        let before = self.len;
        let absent = self.absent.get_or_insert_with(|| {
            let mut absent = BooleanBufferBuilder::new(before + rows.len());
            absent.append_n(before, false);
            absent
        });
        absent.append_buffer(rows);
        self.len += rows.len();
    }

    /// A row added before turns out to have no value.
    pub(crate) fn strike(&mut self, row: usize) {
        let len = self.len;
        let absent = self.absent.get_or_insert_with(|| {
            let mut absent = BooleanBufferBuilder::new(len);
            absent.append_n(len, false);
            absent
        });
        if row < len {
            absent.set_bit(row, true);
        }
    }

    /// The rows so far, if one of them has no value; the next run begins.
    pub(crate) fn take(&mut self) -> Option<BooleanBuffer> {
        self.len = 0;
        self.absent.take().map(BooleanBufferBuilder::build)
    }
}
