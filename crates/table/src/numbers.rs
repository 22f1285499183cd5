//! Numbers of a measure column: exact scaled integers where the source allows, floats elsewhere.

use arrow_buffer::ScalarBuffer;

/// Integers that count units of 10^-decimals: 12,50 kr. with two decimals is 1250.
#[derive(Clone, Debug, PartialEq)]
pub struct Scaled {
    /// The integers, one a row; 0 where the status says there is no number.
    pub values: ScalarBuffer<i64>,
    /// Decimals they carry.
    pub decimals: u8,
}

/// The numbers of a measure, one a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Numbers {
    /// Exact; sums do not depend on order.
    Exact(Scaled),
    /// Floating point; never NaN or infinite.
    Float(ScalarBuffer<f64>),
}

/// Most decimals that are looked for; more means a float.
const MOST_DECIMALS: u8 = 6;
/// Integers beyond this are not exact in a double, so a source in doubles cannot vouch for them.
const EXACT_LIMIT: f64 = 9_007_199_254_740_992.0;

impl Numbers {
    /// Whole numbers.
    #[must_use]
    pub fn integers(values: Vec<i64>) -> Self {
        Self::Exact(Scaled {
            values: values.into(),
            decimals: 0,
        })
    }

    /// Doubles, made exact when every one is a decimal of at most six places.
    #[must_use]
    pub fn from_doubles(values: Vec<f64>) -> Self {
        (0..=MOST_DECIMALS)
            .find_map(|decimals| scale_all(&values, decimals))
            .map_or_else(|| Self::Float(finite(values)), Self::Exact)
    }

    /// Number of rows.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Exact(scaled) => scaled.values.len(),
            Self::Float(values) => values.len(),
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
                let value = *scaled.values.get(row)?;
                Some(unscale(value, scaled.decimals))
            }
            Self::Float(values) => values.get(row).copied(),
        }
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a single cell is shown, not summed"
)]
fn unscale(value: i64, decimals: u8) -> f64 {
    value as f64 / power_of_ten(decimals)
}

fn power_of_ten(decimals: u8) -> f64 {
    (0..decimals).fold(1.0, |power, _| power * 10.0)
}

fn finite(values: Vec<f64>) -> ScalarBuffer<f64> {
    values
        .into_iter()
        .map(|value| if value.is_finite() { value } else { 0.0 })
        .collect()
}

fn scale_all(values: &[f64], decimals: u8) -> Option<Scaled> {
    let factor = power_of_ten(decimals);
    let scaled: Option<Vec<i64>> = values.iter().map(|&value| scale(value, factor)).collect();
    Some(Scaled {
        values: scaled?.into(),
        decimals,
    })
}

/// The integer whose quotient by the factor is this very double, so that nothing is lost by scaling.
#[expect(
    clippy::cast_possible_truncation,
    reason = "checked against the exact range first"
)]
#[expect(clippy::cast_precision_loss, reason = "within the exact range")]
#[expect(
    clippy::float_cmp,
    reason = "the question is whether the double comes back unchanged"
)]
fn scale(value: f64, factor: f64) -> Option<i64> {
    let rounded = (value * factor).round();
    let integer = (rounded.abs() <= EXACT_LIMIT).then_some(rounded as i64)?;
    (integer as f64 / factor == value).then_some(integer)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubles_of_two_decimals_become_exact_hundredths() {
        let Numbers::Exact(scaled) = Numbers::from_doubles(vec![12.5, 0.07, -3.0]) else {
            unreachable!("two decimals are exact")
        };
        assert_eq!(
            (scaled.decimals, &scaled.values[..]),
            (2, &[1250, 7, -300][..])
        );
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
}
