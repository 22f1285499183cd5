//! Adds the numbers of a block to the statistics of their slots.

use table::{MeasureColumn, Numbers, Status};

use crate::block::{Rows, Spare, grow};
use crate::sum::Compensated;
use crate::{EngineError, MeasureCells, Sum};

/// Statistics of one measure while a query runs, one entry a slot.
#[derive(Debug)]
pub(crate) struct Accumulator<'a> {
    column: &'a MeasureColumn,
    totals: Totals,
    /// Rows by the code of their status; only for a column that has statuses.
    statuses: Vec<[u64; STATUS_COUNT]>,
}

const STATUS_COUNT: usize = 5;

/// Sums and extremes, by the kind of number.
#[derive(Debug)]
enum Totals {
    Exact(Vec<Total<i64>>),
    Float(Vec<Total<f64>>),
}

/// The numbers of one slot. They lie side by side, so that a row touches one cache line.
#[derive(Clone, Debug)]
struct Total<N: Number> {
    sum: N::Sum,
    min: N,
    max: N,
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
            statuses: Vec::new(),
        }
    }

    /// Makes room for so many slots.
    pub(crate) fn grow(&mut self, slot_count: usize) -> Result<(), EngineError> {
        if self.column.status.is_some() {
            grow(&mut self.statuses, slot_count, [0; STATUS_COUNT])?;
        }
        match &mut self.totals {
            Totals::Exact(totals) => grow(totals, slot_count, Total::EMPTY),
            Totals::Float(totals) => grow(totals, slot_count, Total::EMPTY),
        }
    }

    /// Adds rows, whose slots are given.
    pub(crate) fn add(&mut self, rows: &Rows<'_>, slots: &[u32], spare: &mut Spare) {
        let column = self.column;
        let codes = column
            .status
            .as_ref()
            .map(|status| rows.of(status.codes(), &mut spare.bytes));
        let statuses = codes.map(|codes| (codes, &mut *self.statuses));
        match (&column.numbers, &mut self.totals) {
            (Numbers::Exact(scaled), Totals::Exact(totals)) => {
                add(
                    (slots, rows.of(&scaled.values, &mut spare.integers)),
                    totals,
                    statuses,
                );
            }
            (Numbers::Float(values), Totals::Float(totals)) => {
                add(
                    (slots, rows.of(values, &mut spare.floats)),
                    totals,
                    statuses,
                );
            }
            // The totals are made from the column and are of its kind.
            _ => {}
        }
    }

    /// The statistics of the slots in this order; each comes with its number of rows.
    pub(crate) fn finish(&self, slots: &[(usize, u64)]) -> MeasureCells {
        let mut cells = MeasureCells::default();
        for &(slot, row_count) in slots {
            // Without statuses every row is a number.
            let all = [row_count, 0, 0, 0, 0];
            let rows = self.statuses.get(slot).copied().unwrap_or(all);
            let of = |status: Status| rows.get(usize::from(status.code())).copied().unwrap_or(0);
            let count = of(Status::Value) + of(Status::TrueZero);
            let (sum, min, max) = self.total(slot);
            cells.sum.push(sum);
            cells.count.push(count);
            cells.hidden.push(of(Status::Hidden));
            cells.missing.push(of(Status::Missing));
            cells.not_applicable.push(of(Status::NotApplicable));
            cells.min.push((count > 0).then_some(min));
            cells.max.push((count > 0).then_some(max));
        }
        cells
    }

    /// Sum, smallest and largest number of a slot.
    fn total(&self, slot: usize) -> (Sum, f64, f64) {
        match (&self.totals, &self.column.numbers) {
            (Totals::Exact(totals), Numbers::Exact(scaled)) => {
                let decimals = scaled.decimals;
                let exact = |units| Sum::Exact { units, decimals };
                let total = totals.get(slot).unwrap_or(&Total::EMPTY);
                let extreme = |value: i64| exact(i128::from(value)).to_f64();
                (exact(total.sum), extreme(total.min), extreme(total.max))
            }
            (Totals::Float(totals), _) => {
                let total = totals.get(slot).unwrap_or(&Total::EMPTY);
                (Sum::Float(total.sum.value()), total.min, total.max)
            }
            (Totals::Exact(_), Numbers::Float(_)) => (Sum::Float(0.0), 0.0, 0.0),
        }
    }
}

/// Codes of the statuses of some rows, and where to count them.
type Statuses<'s> = Option<(&'s [u8], &'s mut [[u64; STATUS_COUNT]])>;

/// Adds the numbers of rows to the totals of their slots; of rows without a number the status is counted alone.
fn add<N: Number>(
    (slots, values): (&[u32], &[N]),
    totals: &mut [Total<N>],
    statuses: Statuses<'_>,
) {
    let Some((codes, counts)) = statuses else {
        for (&slot, &value) in slots.iter().zip(values) {
            add_number(totals, slot, value);
        }
        return;
    };
    for ((&slot, &value), &code) in slots.iter().zip(values).zip(codes) {
        let count = counts
            .get_mut(slot as usize)
            .and_then(|counts| counts.get_mut(usize::from(code)));
        count.into_iter().for_each(|count| *count += 1);
        if code == Status::Value as u8 || code == Status::TrueZero as u8 {
            add_number(totals, slot, value);
        }
    }
}

#[inline(always)]
fn add_number<N: Number>(totals: &mut [Total<N>], slot: u32, value: N) {
    if let Some(total) = totals.get_mut(slot as usize) {
        value.add_to(&mut total.sum);
        total.min = if value < total.min { value } else { total.min };
        total.max = if value > total.max { value } else { total.max };
    }
}

/// A number of a column, and what sums of it are kept in.
trait Number: Copy + PartialOrd + std::fmt::Debug {
    type Sum: Clone + std::fmt::Debug;
    const NOTHING: Self::Sum;
    const LARGEST: Self;
    const SMALLEST: Self;

    fn add_to(self, sum: &mut Self::Sum);
}

impl Number for i64 {
    type Sum = i128;
    const NOTHING: i128 = 0;
    const LARGEST: Self = Self::MAX;
    const SMALLEST: Self = Self::MIN;

    fn add_to(self, sum: &mut i128) {
        *sum += i128::from(self);
    }
}

impl Number for f64 {
    type Sum = Compensated;
    const NOTHING: Compensated = Compensated::ZERO;
    const LARGEST: Self = Self::INFINITY;
    const SMALLEST: Self = Self::NEG_INFINITY;

    fn add_to(self, sum: &mut Compensated) {
        sum.add(self);
    }
}

impl<N: Number> Total<N> {
    const EMPTY: Self = Self {
        sum: N::NOTHING,
        min: N::LARGEST,
        max: N::SMALLEST,
    };
}
