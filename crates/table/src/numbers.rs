//! Numbers of a measure column: exact scaled integers where the source allows, floats elsewhere.

use arrow_buffer::ScalarBuffer;

use crate::Integers;
use crate::doubles;
use crate::runs::Runs;

/// Integers that count units of 10^-decimals: 12,50 kr. with two decimals is 1250.
#[derive(Clone, Debug, PartialEq)]
pub struct Scaled {
    /// The integers, one a row; 0 where the status says there is no number.
    pub values: Integers,
    /// Decimals they carry.
    pub decimals: u8,
}

/// Doubles, in one or more parts; never NaN or infinite, 0 where the status says there is no number.
#[derive(Clone, Debug, Default)]
pub struct Floats {
    pub(crate) runs: Runs<ScalarBuffer<f64>>,
}

/// The numbers of a measure, one a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Numbers {
    /// Exact; sums do not depend on order.
    Exact(Scaled),
    /// Floating point.
    Float(Floats),
}

impl Floats {
    /// Parts, one after the other; what is not a finite number becomes 0, and a part without rows is left out.
    #[must_use]
    pub fn from_parts(parts: Vec<ScalarBuffer<f64>>) -> Self {
        let sound = |part: &[f64]| part.iter().fold(true, |sound, it| sound & it.is_finite());
        let mend = |part: ScalarBuffer<f64>| if sound(&part) { part } else { finite(&part) };
        let runs = Runs::new(parts.into_iter().map(mend).collect());
        Self { runs }
    }

    /// The runs of rows.
    #[must_use]
    pub fn parts(&self) -> &[ScalarBuffer<f64>] {
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

    /// The double of a row.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<f64> {
        let (part, row) = self.runs.find(row)?;
        part.get(row).copied()
    }

    /// The doubles in the order of the rows.
    pub fn iter(&self) -> impl Iterator<Item = f64> {
        self.parts().iter().flat_map(|part| part.iter().copied())
    }
}

impl From<Vec<f64>> for Floats {
    fn from(values: Vec<f64>) -> Self {
        Self::from_parts(vec![values.into()])
    }
}

impl FromIterator<f64> for Floats {
    fn from_iter<I: IntoIterator<Item = f64>>(values: I) -> Self {
        values.into_iter().collect::<Vec<_>>().into()
    }
}

impl PartialEq for Floats {
    /// The same double in every row; how rows are cut into parts does not count.
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

fn finite(values: &[f64]) -> ScalarBuffer<f64> {
    let mend = |value: &f64| if value.is_finite() { *value } else { 0.0 };
    values.iter().map(mend).collect()
}

impl Numbers {
    /// Whole numbers.
    #[must_use]
    pub fn integers(values: Vec<i64>) -> Self {
        Self::exact(values, 0)
    }

    /// Integers that count units of 10^-decimals.
    #[must_use]
    pub fn exact(values: Vec<i64>, decimals: u8) -> Self {
        let values = values.into();
        Self::Exact(Scaled { values, decimals })
    }

    /// Doubles, made exact when every one is a decimal of at most six places.
    #[must_use]
    pub fn from_doubles(values: Vec<f64>) -> Self {
        match doubles::scaled(&values) {
            Some((integers, decimals)) => Self::exact(integers, decimals),
            None => Self::Float(values.into()),
        }
    }

    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Exact(scaled) => scaled.values.len(),
            Self::Float(values) => values.len(),
        }
    }

    pub(crate) fn part_lengths(&self) -> Vec<usize> {
        match self {
            Self::Exact(scaled) => scaled.values.runs.lengths(),
            Self::Float(values) => values.runs.lengths(),
        }
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number of a row as a double.
    #[must_use]
    pub fn get(&self, row: usize) -> Option<f64> {
        match self {
            Self::Exact(scaled) => {
                let value = scaled.values.get(row)?;
                Some(doubles::unscale(value, scaled.decimals))
            }
            Self::Float(values) => values.get(row),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubles_of_two_decimals_become_exact_hundredths() {
        let found = Numbers::from_doubles(vec![12.5, 0.07, -3.0]);
        assert_eq!(found, Numbers::exact(vec![1250, 7, -300], 2));
    }

    #[test]
    fn doubles_without_a_short_decimal_stay_floats() {
        assert!(matches!(
            Numbers::from_doubles(vec![1.0 / 3.0]),
            Numbers::Float(_)
        ));
        assert!(matches!(
            Numbers::from_doubles(vec![1e300]),
            Numbers::Float(_)
        ));
    }

    #[test]
    fn scaling_does_not_change_what_is_read_back() {
        let numbers = Numbers::from_doubles(vec![12.34, 99.99]);
        assert_eq!((numbers.get(0), numbers.get(1)), (Some(12.34), Some(99.99)));
    }

    #[test]
    fn what_is_not_a_finite_number_is_not_kept() {
        let floats = Floats::from(vec![1.0 / 3.0, f64::NAN, f64::INFINITY]);
        assert_eq!(floats, Floats::from(vec![1.0 / 3.0, 0.0, 0.0]));
    }
}
