//! Float sums, kept apart for each part: added up in the order of the parts, they come out the same wherever the parts were summed.

use crate::EngineError;
use crate::block::{grow, listed, push, try_listed};
use crate::sum::Compensated;

/// The sums of the slots in the part at hand, and in those before.
#[derive(Debug, Default)]
pub(crate) struct FloatSums {
    open: Vec<Compensated>,
    closed: Vec<Vec<f64>>,
}

impl FloatSums {
    /// Adds the doubles of some rows.
    pub(crate) fn add(&mut self, slots: &[u32], values: &[f64]) -> Result<(), EngineError> {
        let last = slots.iter().copied().max().unwrap_or(0);
        grow(&mut self.open, last as usize + 1, Compensated::ZERO)?;
        for (slot, value) in slots.iter().zip(values) {
            if let Some(sum) = self.open.get_mut(*slot as usize) {
                sum.add(*value);
            }
        }
        Ok(())
    }

    /// Ends a part.
    pub(crate) fn close(&mut self) -> Result<(), EngineError> {
        let sums = std::mem::take(&mut self.open);
        let sums = listed(sums.len(), sums.into_iter().map(Compensated::value))?;
        push(&mut self.closed, sums)
    }

    /// The sums of these slots, part by part.
    pub(crate) fn parts(&self, slots: &[u32]) -> Result<Vec<Vec<f64>>, EngineError> {
        let of = |part: &Vec<f64>| {
            let sum = |slot: &u32| part.get(*slot as usize).copied().unwrap_or(0.0);
            listed(slots.len(), slots.iter().map(sum))
        };
        try_listed(self.closed.len(), self.closed.iter().map(of))
    }
}
