//! The form in which numbers leave this crate column by column: for answers of many rows, and for other programs.

use engine::order;

use super::{Cell, Figure, KeyColumn, Published};
use crate::refusal::Remark;

/// An answer as columns of equal length; what may be shown is judged as in [`Published`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Columns<'a> {
    pub(crate) keys: Vec<KeyCodes<'a>>,
    pub(crate) values: Vec<Values>,
    pub(crate) row_count: usize,
    pub(crate) remarks: Vec<Remark>,
}

/// A grouping level: for each row the position of its member.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyCodes<'a> {
    /// The level.
    pub key: KeyColumn<'a>,
    /// One position a row.
    pub codes: Vec<u32>,
}

/// One thing wanted, for all rows. A limit that no cell has leaves its column empty.
#[derive(Clone, Debug, Default)]
pub struct Values {
    /// The number of a cell that has exactly one; otherwise not a number.
    pub numbers: Vec<f64>,
    /// Which kind of cell, in the order in which [`Figure`] lists them: 0 is a number other than zero, 8 is refused.
    pub status: Vec<u8>,
    /// The lower bound or limit; not a number where there is none.
    pub low: Vec<f64>,
    /// The upper bound or limit.
    pub high: Vec<f64>,
    /// 1 where the period is preliminary.
    pub preliminary: Vec<u8>,
}

/// Which end of an order comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The largest number.
    Largest,
    /// The smallest number.
    Smallest,
}

impl<'a> Columns<'a> {
    /// The columns of an answer.
    #[must_use]
    pub fn of(published: &Published<'a>) -> Self {
        let (width, key_len) = (published.width, published.keys.len());
        let values = (0..width).map(|column| {
            let cells = published.cells.iter().skip(column).step_by(width);
            let mut values = Values::with_capacity(published.row_count);
            cells.for_each(|cell| values.push_cell(cell));
            values.finish()
        });
        let codes = |position| published.codes.iter().skip(position).step_by(key_len);
        let keys = published.keys.iter().enumerate();
        let keys = keys.map(|(position, key)| KeyCodes {
            key: *key,
            codes: codes(position).copied().collect(),
        });
        Self {
            keys: keys.collect(),
            values: values.collect(),
            row_count: published.row_count,
            remarks: published.remarks.clone(),
        }
    }

    /// The grouping levels.
    #[must_use]
    pub fn keys(&self) -> &[KeyCodes<'a>] {
        &self.keys
    }

    /// The things wanted.
    #[must_use]
    pub fn values(&self) -> &[Values] {
        &self.values
    }

    /// What is remarkable.
    #[must_use]
    pub fn remarks(&self) -> &[Remark] {
        &self.remarks
    }

    /// Number of rows.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.row_count
    }

    /// The grouping levels and the things wanted, to be taken over.
    #[must_use]
    pub fn into_parts(self) -> (Vec<KeyCodes<'a>>, Vec<Values>) {
        (self.keys, self.values)
    }

    /// The first so many rows in the order of one of the things wanted; rows without a number come last, and equals keep
    /// their order.
    #[must_use]
    pub fn top(self, by: Option<(usize, End)>, row_count: usize) -> Self {
        let row_count = row_count.min(self.row_count);
        let ranked = by.and_then(|(column, end)| Some((self.values.get(column)?, end)));
        match ranked {
            Some((values, end)) => {
                let rows = values.first(end, row_count);
                self.rows(&rows)
            }
            None if row_count < self.row_count => self.rows(&(0..row_count).collect::<Vec<_>>()),
            None => self,
        }
    }

    fn rows(self, rows: &[usize]) -> Self {
        let keys = self.keys.into_iter().map(|key| KeyCodes {
            codes: picked(&key.codes, rows),
            ..key
        });
        let values = self.values.iter().map(|values| Values {
            numbers: picked(&values.numbers, rows),
            status: picked(&values.status, rows),
            low: picked(&values.low, rows),
            high: picked(&values.high, rows),
            preliminary: picked(&values.preliminary, rows),
        });
        Self {
            keys: keys.collect(),
            values: values.collect(),
            row_count: rows.len(),
            remarks: self.remarks,
        }
    }
}

fn picked<T: Copy>(column: &[T], rows: &[usize]) -> Vec<T> {
    rows.iter()
        .filter_map(|&row| column.get(row).copied())
        .collect()
}

/// Two cells without a number are alike.
impl PartialEq for Values {
    fn eq(&self, other: &Self) -> bool {
        let bits = |numbers: &[f64]| numbers.iter().map(|n| n.to_bits()).collect::<Vec<_>>();
        let limits = |values: &Self| [&values.numbers, &values.low, &values.high].map(|n| bits(n));
        limits(self) == limits(other)
            && self.status == other.status
            && self.preliminary == other.preliminary
    }
}

impl Values {
    pub(crate) fn with_capacity(row_count: usize) -> Self {
        Self {
            numbers: Vec::with_capacity(row_count),
            status: Vec::with_capacity(row_count),
            ..Self::default()
        }
    }

    /// Adds a cell of this figure and nothing beside it.
    #[inline]
    pub(crate) fn push(&mut self, figure: Figure) {
        let (status, number) = match figure {
            Figure::Value(value) => (0, value),
            Figure::Zero => (1, 0.0),
            Figure::Hidden => (2, f64::NAN),
            Figure::Missing => (3, f64::NAN),
            Figure::NotApplicable => (4, f64::NAN),
            Figure::Bounds(..) => (5, f64::NAN),
            Figure::AtLeast(_) => (6, f64::NAN),
            Figure::Incomplete { sum, .. } => (7, sum.unwrap_or(f64::NAN)),
            Figure::Refused => (8, f64::NAN),
        };
        self.numbers.push(number);
        self.status.push(status);
        match figure {
            Figure::Bounds(low, high) => self.limit(low, high),
            Figure::AtLeast(low) => self.limit(low, f64::NAN),
            _ => {}
        }
    }

    /// Adds a cell with what belongs beside it; the limits of an interval stand only beside a number.
    pub(crate) fn push_cell(&mut self, cell: &Cell) {
        self.push(cell.figure);
        if let (Some((low, high)), Some(_)) = (cell.interval, cell.figure.value()) {
            self.limit(low, high);
        }
        if cell.preliminary {
            self.mark_preliminary();
        }
    }

    /// Marks the cell added last; a cell without a number has nothing that could be preliminary.
    pub(crate) fn mark_preliminary(&mut self) {
        if self.numbers.last().is_none_or(|number| number.is_nan()) {
            return;
        }
        let before = self.numbers.len().saturating_sub(1);
        self.preliminary.resize(before, 0);
        self.preliminary.push(1);
    }

    /// Fills the columns that are not empty up to the last row.
    pub(crate) fn finish(mut self) -> Self {
        let row_count = self.numbers.len();
        for limits in [&mut self.low, &mut self.high] {
            if !limits.is_empty() {
                limits.resize(row_count, f64::NAN);
            }
        }
        if !self.preliminary.is_empty() {
            self.preliminary.resize(row_count, 0);
        }
        self
    }

    #[cold]
    fn limit(&mut self, low: f64, high: f64) {
        let before = self.numbers.len().saturating_sub(1);
        self.low.resize(before, f64::NAN);
        self.low.push(low);
        self.high.resize(before, f64::NAN);
        self.high.push(high);
    }

    fn first(&self, end: End, row_count: usize) -> Vec<usize> {
        // Only exact numbers have a rank: what is incomplete may be larger than it looks.
        let cells = self.numbers.iter().zip(&self.status);
        let numbers = cells.map(|(number, status)| Some(*number).filter(|_| *status < 2));
        let direction = match end {
            End::Largest => order::Direction::Descending,
            End::Smallest => order::Direction::Ascending,
        };
        order::top(&numbers.collect::<Vec<_>>(), row_count, direction)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_some_cell_has_is_a_whole_column_and_what_none_has_is_empty() {
        let mut values = Values::with_capacity(4);
        values.push(Figure::Value(2.5));
        values.mark_preliminary();
        values.push(Figure::AtLeast(3.0));
        values.push(Figure::Bounds(4.0, 5.0));
        values.push(Figure::Zero);
        let values = values.finish();
        let nan = f64::NAN;
        let expected = Values {
            numbers: vec![2.5, nan, nan, 0.0],
            status: vec![0, 6, 5, 1],
            low: vec![nan, 3.0, 4.0, nan],
            high: vec![nan, nan, 5.0, nan],
            preliminary: vec![1, 0, 0, 0],
        };
        assert_eq!(values, expected);
        let mut plain = Values::default();
        plain.push(Figure::Hidden);
        let plain = plain.finish();
        assert!(plain.low.is_empty() && plain.high.is_empty() && plain.preliminary.is_empty());
    }

    #[test]
    fn whatever_has_a_number_can_be_preliminary() {
        let incomplete = |sum| Figure::Incomplete {
            sum,
            covered: 1,
            of: 2,
        };
        let figures = [
            Figure::Zero,
            incomplete(Some(7.0)),
            incomplete(None),
            Figure::Hidden,
            Figure::AtLeast(3.0),
        ];
        let mut values = Values::default();
        for figure in figures {
            values.push_cell(&Cell {
                preliminary: true,
                ..Cell::of(figure)
            });
        }
        assert_eq!(values.finish().preliminary, [1, 1, 0, 0, 0]);
    }
}
