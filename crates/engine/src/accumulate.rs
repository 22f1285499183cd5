//! Adds the numbers of a block to the statistics of their slots.

use std::ops::Range;

use table::{MeasureColumn, Numbers, Status};

use crate::group::NO_SLOT;
use crate::sum::Compensated;
use crate::{EngineError, MeasureCells, Sum};

/// Statistics of one measure while a query runs, one entry a slot.
pub(crate) struct Accumulator<'a> {
    column: &'a MeasureColumn,
    totals: Totals,
    counts: Vec<Counts>,
}

/// Sums and extremes, by the kind of number.
enum Totals {
    Exact(Vec<ExactTotal>),
    Float(Vec<FloatTotal>),
}

#[derive(Clone, Copy)]
struct ExactTotal {
    units: i128,
    min: i64,
    max: i64,
}

#[derive(Clone, Copy)]
struct FloatTotal {
    sum: Compensated,
    min: f64,
    max: f64,
}

/// Rows of each kind.
#[derive(Clone, Copy, Default)]
struct Counts {
    number: u64,
    hidden: u64,
    missing: u64,
    not_applicable: u64,
}

impl<'a> Accumulator<'a> {
    pub(crate) fn new(column: &'a MeasureColumn) -> Self {
        let totals = match &column.numbers {
            Numbers::Exact(_) => Totals::Exact(Vec::new()),
            Numbers::Float(_) => Totals::Float(Vec::new()),
        };
        Self {
            column,
            totals,
            counts: Vec::new(),
        }
    }

    /// Makes room for so many slots.
    pub(crate) fn grow(&mut self, slot_count: usize) -> Result<(), EngineError> {
        resize(&mut self.counts, slot_count, Counts::default())?;
        match &mut self.totals {
            Totals::Exact(totals) => resize(
                totals,
                slot_count,
                ExactTotal {
                    units: 0,
                    min: i64::MAX,
                    max: i64::MIN,
                },
            ),
            Totals::Float(totals) => {
                let sum = Compensated::default();
                resize(
                    totals,
                    slot_count,
                    FloatTotal {
                        sum,
                        min: f64::INFINITY,
                        max: f64::NEG_INFINITY,
                    },
                )
            }
        }
    }

    /// Adds the rows of a block, whose slots are given.
    pub(crate) fn add(&mut self, rows: Range<usize>, slots: &[u32]) {
        let statuses = self.column.status.as_ref().map(|status| status.codes());
        let statuses = statuses.and_then(|codes| codes.get(rows.clone()));
        let counts = &mut self.counts;
        match (&self.column.numbers, &mut self.totals) {
            (Numbers::Exact(scaled), Totals::Exact(totals)) => {
                let values = scaled.values.get(rows).unwrap_or(&[]);
                each_number((slots, values, statuses), counts, |slot, value| {
                    if let Some(total) = totals.get_mut(slot) {
                        total.units += i128::from(value);
                        total.min = total.min.min(value);
                        total.max = total.max.max(value);
                    }
                });
            }
            (Numbers::Float(values), Totals::Float(totals)) => {
                let values = values.get(rows).unwrap_or(&[]);
                each_number((slots, values, statuses), counts, |slot, value| {
                    if let Some(total) = totals.get_mut(slot) {
                        total.sum.add(value);
                        total.min = total.min.min(value);
                        total.max = total.max.max(value);
                    }
                });
            }
            // The totals are made from the column and have its kind.
            _ => {}
        }
    }

    /// The statistics of the slots in this order.
    pub(crate) fn finish(&self, slots: &[usize]) -> MeasureCells {
        let counts: Vec<Counts> = slots
            .iter()
            .map(|&slot| self.counts.get(slot).copied().unwrap_or_default())
            .collect();
        let totals: Vec<(Sum, f64, f64)> = slots.iter().map(|&slot| self.total(slot)).collect();
        let extreme = |of: fn(&(Sum, f64, f64)) -> f64| {
            let pairs = totals.iter().zip(&counts);
            pairs
                .map(|(total, counts)| (counts.number > 0).then(|| of(total)))
                .collect()
        };
        MeasureCells {
            sum: totals.iter().map(|(sum, ..)| *sum).collect(),
            count: counts.iter().map(|counts| counts.number).collect(),
            hidden: counts.iter().map(|counts| counts.hidden).collect(),
            missing: counts.iter().map(|counts| counts.missing).collect(),
            not_applicable: counts.iter().map(|counts| counts.not_applicable).collect(),
            min: extreme(|(_, min, _)| *min),
            max: extreme(|(.., max)| *max),
        }
    }

    /// Sum, smallest and largest of a slot.
    fn total(&self, slot: usize) -> (Sum, f64, f64) {
        let decimals = match &self.column.numbers {
            Numbers::Exact(scaled) => scaled.decimals,
            Numbers::Float(_) => 0,
        };
        let unscaled = |value: i64| {
            Sum::Exact {
                units: i128::from(value),
                decimals,
            }
            .to_f64()
        };
        match &self.totals {
            Totals::Exact(totals) => totals.get(slot).map(|total| {
                let sum = Sum::Exact {
                    units: total.units,
                    decimals,
                };
                (sum, unscaled(total.min), unscaled(total.max))
            }),
            Totals::Float(totals) => totals
                .get(slot)
                .map(|total| (Sum::Float(total.sum.value()), total.min, total.max)),
        }
        .unwrap_or((Sum::Float(0.0), 0.0, 0.0))
    }
}

/// Calls back for each row that has a slot and a number, and counts the others by their status.
fn each_number<V: Copy>(
    block: (&[u32], &[V], Option<&[u8]>),
    counts: &mut [Counts],
    mut add: impl FnMut(usize, V),
) {
    let (slots, values, statuses) = block;
    let Some(statuses) = statuses else {
        for (&slot, &value) in slots
            .iter()
            .zip(values)
            .filter(|(slot, _)| **slot != NO_SLOT)
        {
            if let Some(counts) = counts.get_mut(slot as usize) {
                counts.number += 1;
                add(slot as usize, value);
            }
        }
        return;
    };
    for ((&slot, &value), &status) in slots.iter().zip(values).zip(statuses) {
        let Some(counts) = counts.get_mut(slot as usize) else {
            continue;
        };
        match Status::from_code(status) {
            Some(Status::Value | Status::TrueZero) => {
                counts.number += 1;
                add(slot as usize, value);
            }
            Some(Status::Hidden) => counts.hidden += 1,
            Some(Status::NotApplicable) => counts.not_applicable += 1,
            Some(Status::Missing) | None => counts.missing += 1,
        }
    }
}

fn resize<T: Clone>(entries: &mut Vec<T>, len: usize, empty: T) -> Result<(), EngineError> {
    let more = len.saturating_sub(entries.len());
    entries
        .try_reserve(more)
        .map_err(|_| EngineError::TooManyGroups)?;
    entries.resize(len.max(entries.len()), empty);
    Ok(())
}
