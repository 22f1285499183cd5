//! The answer to a query: groups in ascending order of their keys, with the statistics of each measure.

use crate::block::listed;
use crate::sum::Compensated;
use crate::{EngineError, Sum};

/// Groups that have at least one row, and their statistics. Raw numbers: only `health` may turn them into shown ones.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cells {
    pub(crate) key_len: usize,
    pub(crate) keys: Vec<u32>,
    pub(crate) row_counts: Vec<u64>,
    pub(crate) measures: Vec<MeasureCells>,
    pub(crate) ungrouped: u64,
}

/// Statistics of one measure, one entry a group.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MeasureCells {
    /// Sum of the numbers.
    pub sum: Vec<Sum>,
    /// Sums of doubles, part by part, until they are added up.
    pub(crate) float_parts: Vec<Vec<f64>>,
    /// Rows with a number.
    pub count: Vec<u64>,
    /// Rows withheld; empty, as the two below, where no group has any.
    pub hidden: Vec<u64>,
    /// Rows not reported.
    pub missing: Vec<u64>,
    /// Rows that cannot exist.
    pub not_applicable: Vec<u64>,
    /// Smallest number; empty unless asked for.
    pub min: Vec<Option<f64>>,
    /// Largest number; empty unless asked for.
    pub max: Vec<Option<f64>>,
}

impl Cells {
    /// Number of groups.
    #[must_use]
    pub fn len(&self) -> usize {
        self.row_counts.len()
    }

    /// Whether no row was kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.row_counts.is_empty()
    }

    /// The key of a group, one index for each grouping key; empty outside.
    #[must_use]
    pub fn key(&self, group: usize) -> &[u32] {
        let start = group.saturating_mul(self.key_len);
        self.keys
            .get(start..start.saturating_add(self.key_len))
            .unwrap_or_default()
    }

    /// The indices at a position of the keys, group by group.
    pub fn codes(&self, position: usize) -> impl ExactSizeIterator<Item = u32> {
        let codes = self.keys.iter().skip(position);
        codes.step_by(self.key_len.max(1)).copied()
    }

    /// Rows of a group.
    #[must_use]
    pub fn row_count(&self, group: usize) -> u64 {
        self.row_counts.get(group).copied().unwrap_or(0)
    }

    /// Statistics of the measure at a position of the query; empty outside.
    #[must_use]
    pub fn measure(&self, position: usize) -> &MeasureCells {
        static NONE: MeasureCells = MeasureCells {
            sum: Vec::new(),
            float_parts: Vec::new(),
            count: Vec::new(),
            hidden: Vec::new(),
            missing: Vec::new(),
            not_applicable: Vec::new(),
            min: Vec::new(),
            max: Vec::new(),
        };
        self.measures.get(position).unwrap_or(&NONE)
    }

    /// Rows that passed the selections but whose member has no group.
    #[must_use]
    pub fn ungrouped_rows(&self) -> u64 {
        self.ungrouped
    }
}

impl MeasureCells {
    /// Adds up the sums of doubles, in the order of the parts.
    pub(crate) fn seal(&mut self) -> Result<(), EngineError> {
        let parts = &self.float_parts;
        if parts.is_empty() {
            return Ok(());
        }
        let sum = |group: usize| {
            let mut sum = Compensated::ZERO;
            let of_parts = parts.iter().filter_map(|part| part.get(group));
            of_parts.for_each(|value| sum.add(*value));
            Sum::Float(sum.value())
        };
        self.sum = listed(self.count.len(), (0..self.count.len()).map(sum))?;
        self.float_parts = Vec::new();
        Ok(())
    }
}
