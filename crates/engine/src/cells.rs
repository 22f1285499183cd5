//! The answer to a query: groups in ascending order of their keys, with the statistics of each measure.

use crate::Sum;

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
    /// Rows with a number.
    pub count: Vec<u64>,
    /// Rows withheld.
    pub hidden: Vec<u64>,
    /// Rows not reported.
    pub missing: Vec<u64>,
    /// Rows that cannot exist.
    pub not_applicable: Vec<u64>,
    /// Smallest number.
    pub min: Vec<Option<f64>>,
    /// Largest number.
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
