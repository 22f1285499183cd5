//! A column of doubles.

use arrow_buffer::{BooleanBuffer, ScalarBuffer};
use table::{Doubles, Floats, Numbers, StatusColumn};

use super::stage::Stage;
use super::statuses::{absent, status_column};

/// Doubles, packed run by run.
#[derive(Debug)]
pub(crate) struct Fractions {
    kept: Kept,
    absent: Vec<Option<BooleanBuffer>>,
    lengths: Vec<usize>,
    not_finite: u64,
}

/// Whether short decimals become exact.
#[derive(Debug)]
enum Kept {
    Exact(Doubles),
    AsTheyAre(Vec<ScalarBuffer<f64>>),
}

impl Kept {
    /// Keeps a run if that makes it exact; one that is exact has no value that is not finite.
    fn push_exact(&mut self, values: &[f64]) -> bool {
        match self {
            Self::Exact(doubles) => doubles.push_exact(values),
            Self::AsTheyAre(_) => false,
        }
    }

    fn push(&mut self, values: &[f64]) {
        match self {
            Self::Exact(doubles) => doubles.push(values),
            Self::AsTheyAre(parts) => parts.push(values.to_vec().into()),
        }
    }
}

impl Fractions {
    /// Doubles that become exact where every one is a short decimal.
    pub(crate) fn exact() -> Self {
        Self::new(Kept::Exact(Doubles::default()))
    }

    /// Doubles that stay doubles.
    pub(crate) fn as_they_are() -> Self {
        Self::new(Kept::AsTheyAre(Vec::new()))
    }

    fn new(kept: Kept) -> Self {
        Self {
            kept,
            absent: Vec::new(),
            lengths: Vec::new(),
            not_finite: 0,
        }
    }

    /// Packs a run if it is complete.
    pub(crate) fn pack(&mut self, stage: &mut Stage<f64>) {
        if stage.room() == 0 {
            self.pack_rest(stage);
        }
    }

    /// Packs a run as it is.
    pub(crate) fn pack_rest(&mut self, stage: &mut Stage<f64>) {
        if stage.values().is_empty() {
            return;
        }
        self.lengths.push(stage.values().len());
        if !self.kept.push_exact(stage.values()) {
            self.strike_not_finite(stage);
            self.kept.push(stage.values());
        }
        self.absent.push(stage.clear());
    }

    fn strike_not_finite(&mut self, stage: &mut Stage<f64>) {
        let rows = stage.values().iter().enumerate();
        let rows = rows.filter(|(_, value)| !value.is_finite());
        let rows: Vec<usize> = rows.map(|(row, _)| row).collect();
        self.not_finite += rows.len() as u64;
        rows.into_iter().for_each(|row| stage.strike(row));
    }

    /// How many values were no finite numbers.
    pub(crate) fn not_finite(&self) -> u64 {
        self.not_finite
    }

    /// The numbers, and which rows have one if some have not.
    pub(crate) fn finish(self) -> (Numbers, Option<StatusColumn>) {
        let status = status_column(absent(&self.lengths, self.absent));
        let numbers = match self.kept {
            Kept::Exact(doubles) => doubles.finish(),
            Kept::AsTheyAre(parts) => Numbers::Float(Floats::from_parts(parts)),
        };
        (numbers, status)
    }
}
