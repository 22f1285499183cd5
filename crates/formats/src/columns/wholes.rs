//! A column of whole numbers.

use arrow_buffer::ArrowNativeType;
use table::{IntegerPart, Integers, StatusColumn};

use super::stage::Stage;
use super::statuses::{absent, status_column};

/// Whole numbers, packed run by run.
#[derive(Debug, Default)]
pub(crate) struct Wholes {
    parts: Vec<IntegerPart>,
    absent: Vec<Option<arrow_buffer::BooleanBuffer>>,
    lengths: Vec<usize>,
}

impl Wholes {
    /// Packs a run if it is complete.
    pub(crate) fn pack<T>(&mut self, stage: &mut Stage<T>)
    where
        T: ArrowNativeType + Ord + Into<i64>,
    {
        if stage.room() == 0 {
            self.pack_rest(stage);
        }
    }

    /// Packs a run as it is.
    pub(crate) fn pack_rest<T>(&mut self, stage: &mut Stage<T>)
    where
        T: ArrowNativeType + Ord + Into<i64>,
    {
        let values = stage.values();
        if values.is_empty() {
            return;
        }
        self.lengths.push(values.len());
        self.parts.push(IntegerPart::narrow(values));
        self.absent.push(stage.clear());
    }

    /// The integers, and which rows have one if some have not.
    pub(crate) fn finish(self) -> (Integers, Option<StatusColumn>) {
        let status = status_column(absent(&self.lengths, self.absent));
        (Integers::from_parts(self.parts), status)
    }
}
