//! The statuses of a run of rows as bitmaps: most columns have few rows without a number, or none.

use std::ops::Range;

use arrow_buffer::BooleanBuffer;

use crate::Status;
use crate::runs::Run;

/// The statuses of a run of rows, a bit a row; a bitmap in which no bit would be set is left out.
#[derive(Clone, Debug)]
pub struct StatusPart {
    len: usize,
    /// Rows without a number.
    absent: Option<BooleanBuffer>,
    /// Those of them that are withheld.
    hidden: Option<BooleanBuffer>,
    /// Those of them that cannot exist; the rest is not reported.
    not_applicable: Option<BooleanBuffer>,
}

impl StatusPart {
    /// The statuses with these codes; an unknown one is missing.
    pub(crate) fn of(codes: &[u8]) -> Self {
        let numbers = [Status::Value.code(), Status::TrueZero.code()];
        let rows = |is_set: &dyn Fn(u8) -> bool| {
            BooleanBuffer::collect_bool(codes.len(), |row| {
                codes.get(row).is_some_and(|code| is_set(*code))
            })
        };
        Self::new(
            codes.len(),
            [
                Some(rows(&|code| !numbers.contains(&code))),
                Some(rows(&|code| code == Status::Hidden.code())),
                Some(rows(&|code| code == Status::NotApplicable.code())),
            ],
        )
    }

    /// So many numbers.
    #[must_use]
    pub fn numbers(len: usize) -> Self {
        Self::new(len, [None, None, None])
    }

    /// Statuses from three bitmaps: rows without a number, those of them withheld, those of the rest that cannot exist. A bit that
    /// contradicts a bitmap before it does not count, nor does a bitmap of another length.
    #[must_use]
    pub fn new(len: usize, bitmaps: [Option<BooleanBuffer>; 3]) -> Self {
        let [absent, hidden, not_applicable] =
            bitmaps.map(|bitmap| bitmap.filter(|bits| bits.len() == len));
        let set = |bits: BooleanBuffer| (bits.count_set_bits() > 0).then_some(bits);
        let within = |bits: Option<BooleanBuffer>| set(&bits? & absent.as_ref()?);
        let hidden = within(hidden);
        let not_applicable = within(not_applicable).and_then(|bits| match &hidden {
            Some(hidden) => set(&bits & &!hidden),
            None => Some(bits),
        });
        Self {
            len,
            absent: absent.and_then(set),
            hidden,
            not_applicable,
        }
    }

    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Rows without a number, if there are any.
    #[must_use]
    pub fn absent(&self) -> Option<&BooleanBuffer> {
        self.absent.as_ref()
    }

    /// Rows withheld, if there are any.
    #[must_use]
    pub fn hidden(&self) -> Option<&BooleanBuffer> {
        self.hidden.as_ref()
    }

    /// Rows that cannot exist, if there are any.
    #[must_use]
    pub fn not_applicable(&self) -> Option<&BooleanBuffer> {
        self.not_applicable.as_ref()
    }

    /// The status of a row of this part; a number is told as `Value`.
    #[must_use]
    pub fn get(&self, row: usize) -> Status {
        let is_set =
            |bits: &Option<BooleanBuffer>| bits.as_ref().is_some_and(|bits| bits.value(row));
        if row >= self.len {
            Status::Missing
        } else if !is_set(&self.absent) {
            Status::Value
        } else if is_set(&self.hidden) {
            Status::Hidden
        } else if is_set(&self.not_applicable) {
            Status::NotApplicable
        } else {
            Status::Missing
        }
    }
}

impl Run for StatusPart {
    fn row_count(&self) -> usize {
        self.len
    }

    fn rows(&self, rows: Range<usize>) -> Self {
        let bitmaps = [&self.absent, &self.hidden, &self.not_applicable];
        let rows_of = |bits: &BooleanBuffer| bits.slice(rows.start, rows.len());
        Self::new(rows.len(), bitmaps.map(|bits| bits.as_ref().map(rows_of)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::StatusColumn;

    #[test]
    fn bitmaps_without_a_bit_are_left_out() {
        let column = StatusColumn::try_new(vec![0, 0, 4]).unwrap();
        assert!(column.all_numbers() && column.parts()[0].absent().is_none());
        let column = StatusColumn::try_new(vec![0, 2]).unwrap();
        let part = &column.parts()[0];
        assert!(part.absent().is_some() && part.hidden().is_none());
    }

    #[test]
    fn a_bit_that_contradicts_another_does_not_count() {
        let bits = |bits: [bool; 4]| Some(BooleanBuffer::from(bits.to_vec()));
        let absent = bits([true, true, false, false]);
        let hidden = bits([true, false, true, false]);
        let not_applicable = bits([true, true, false, true]);
        let part = StatusPart::new(4, [absent, hidden, not_applicable]);
        let expected = [
            Status::Hidden,
            Status::NotApplicable,
            Status::Value,
            Status::Value,
        ];
        assert_eq!([0, 1, 2, 3].map(|row| part.get(row)), expected);
        let counts = [part.absent(), part.hidden(), part.not_applicable()];
        let counts = counts.map(|bits| bits.unwrap().count_set_bits());
        assert_eq!(counts, [2, 1, 1]);
    }
}
