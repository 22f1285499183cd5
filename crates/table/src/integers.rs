//! Integers in the fewest bytes that serve, run of rows after run of rows.

use crate::IntegerPart;
use crate::runs::Runs;

/// One integer a row, in one or more parts. A row without a number holds 0.
#[derive(Clone, Debug, Default)]
pub struct Integers {
    pub(crate) runs: Runs<IntegerPart>,
}

impl Integers {
    /// Parts, one after the other; one without rows is left out.
    #[must_use]
    pub fn from_parts(parts: Vec<IntegerPart>) -> Self {
        let runs = Runs::new(parts);
        Self { runs }
    }

    /// Integers of any width in the fewest bytes.
    #[must_use]
    pub fn narrow<T: Copy + Ord + Into<i64>>(values: &[T]) -> Self {
        Self::from_parts(vec![IntegerPart::narrow(values)])
    }

    /// The runs of rows.
    #[must_use]
    pub fn parts(&self) -> &[IntegerPart] {
        self.runs.parts()
    }

    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        self.runs.len()
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The integer of a row.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<i64> {
        let (part, row) = self.runs.find(row)?;
        part.get(row)
    }

    /// The integers in the order of the rows.
    pub fn iter(&self) -> impl Iterator<Item = i64> {
        let parts = self.parts().iter();
        parts.flat_map(|part| (0..part.len()).filter_map(|row| part.get(row)))
    }

    /// The integers as a list.
    #[must_use]
    pub fn to_vec(&self) -> Vec<i64> {
        let parts = self.parts().iter();
        parts.flat_map(IntegerPart::to_vec).collect()
    }
}

impl From<Vec<i64>> for Integers {
    fn from(values: Vec<i64>) -> Self {
        Self::narrow(&values)
    }
}

impl FromIterator<i64> for Integers {
    fn from_iter<I: IntoIterator<Item = i64>>(values: I) -> Self {
        values.into_iter().collect::<Vec<_>>().into()
    }
}

impl PartialEq for Integers {
    /// The same integer in every row; how rows are cut into parts does not count.
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_narrowed_reads_back() {
        let examples: [&[i64]; 6] = [
            &[],
            &[5, 0, 255],
            &[-3, 252, 0],
            &[i64::MAX, i64::MAX - 3],
            &[i64::MIN, 0, i64::MAX],
            &[70_000, 1, 16_777_215],
        ];
        for values in examples {
            assert_eq!(Integers::from(values.to_vec()).to_vec(), values);
        }
    }

    #[test]
    fn rows_are_found_across_parts() {
        let part = |values: &[i64]| IntegerPart::narrow(values);
        let integers = Integers::from_parts(vec![part(&[1]), part(&[]), part(&[300, -4])]);
        assert_eq!((integers.get(2), integers.get(3)), (Some(-4), None));
        assert_eq!(integers, Integers::from(vec![1, 300, -4]));
    }
}
