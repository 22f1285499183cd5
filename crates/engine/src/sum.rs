//! The sum of a group.

pub(crate) mod bytes;

/// A sum: exact for scaled integers, compensated and in the order of the rows for floats.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sum {
    /// An integer that counts units of 10^-decimals; it does not depend on the order of rows.
    Exact {
        /// The integer.
        units: i128,
        /// Decimals it carries.
        decimals: u8,
    },
    /// A float; infinite where the numbers are beyond what a float holds.
    Float(f64),
}

impl Sum {
    /// The sum as a double.
    #[must_use]
    #[inline]
    #[expect(clippy::cast_precision_loss, reason = "a double is what is asked for")]
    pub fn to_f64(&self) -> f64 {
        match *self {
            Self::Exact { units, decimals } => {
                // Most sums fit in 64 bits, which machines turn into doubles by themselves.
                let units = i64::try_from(units).map_or_else(|_| wide(units), |few| few as f64);
                units / (0..decimals).fold(1.0, |power, _| power * 10.0)
            }
            Self::Float(sum) => sum,
        }
    }

    /// The sum of both: exact if both are, and no digit is lost.
    #[must_use]
    pub fn merge(self, other: Self) -> Self {
        self.merge_exact(other)
            .unwrap_or_else(|| Self::Float(self.to_f64() + other.to_f64()))
    }

    /// Units and decimals of an exact sum of 64 bits.
    pub(crate) fn short(&self) -> Option<(i64, u8)> {
        match *self {
            Self::Exact { units, decimals } => Some((i64::try_from(units).ok()?, decimals)),
            Self::Float(_) => None,
        }
    }

    fn merge_exact(self, other: Self) -> Option<Self> {
        // Shares of one measure mostly carry the same decimals: no need to multiply by 1 in 128 bits.
        if self.decimals() == other.decimals()
            && let (Self::Exact { units, decimals }, Self::Exact { units: more, .. }) =
                (self, other)
        {
            let units = units.checked_add(more)?;
            return Some(Self::Exact { units, decimals });
        }
        let decimals = self.decimals()?.max(other.decimals()?);
        let units = self
            .units_of(decimals)?
            .checked_add(other.units_of(decimals)?)?;
        Some(Self::Exact { units, decimals })
    }

    fn decimals(self) -> Option<u8> {
        match self {
            Self::Exact { decimals, .. } => Some(decimals),
            Self::Float(_) => None,
        }
    }

    /// The units when it carries more decimals.
    fn units_of(self, decimals: u8) -> Option<i128> {
        match self {
            Self::Exact {
                units,
                decimals: own,
            } => {
                let power = 10_i128.checked_pow(u32::from(decimals.checked_sub(own)?))?;
                units.checked_mul(power)
            }
            Self::Float(_) => None,
        }
    }
}

/// Kept apart, for the compiler would otherwise turn all sums into doubles this way.
#[cold]
#[inline(never)]
#[expect(clippy::cast_precision_loss, reason = "a double is what is asked for")]
fn wide(units: i128) -> f64 {
    units as f64
}

/// A float sum that carries the part rounded away (Neumaier 1974), so that long sums stay within an ulp or two.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Compensated {
    sum: f64,
    lost: f64,
}

impl Compensated {
    pub(crate) const ZERO: Self = Self {
        sum: 0.0,
        lost: 0.0,
    };

    #[inline]
    pub(crate) fn add(&mut self, value: f64) {
        let sum = self.sum + value;
        self.lost += if self.sum.abs() >= value.abs() {
            (self.sum - sum) + value
        } else {
            (value - sum) + self.sum
        };
        self.sum = sum;
    }

    pub(crate) fn value(self) -> f64 {
        // What a sum beyond the largest double has lost is not a number.
        if self.sum.is_finite() {
            self.sum + self.lost
        } else {
            self.sum
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(units: i128, decimals: u8) -> Sum {
        Sum::Exact { units, decimals }
    }

    fn compensated(values: &[f64]) -> f64 {
        let mut sum = Compensated::ZERO;
        values.iter().for_each(|&value| sum.add(value));
        sum.value()
    }

    #[test]
    fn what_rounding_loses_is_carried() {
        assert_eq!(
            compensated(&[1.0, 1e100, 1.0, -1e100]).to_bits(),
            2.0_f64.to_bits()
        );
    }

    #[test]
    fn a_sum_beyond_the_largest_double_is_infinite() {
        assert_eq!(
            compensated(&[1e308, 1e308, -1e308]).to_bits(),
            f64::INFINITY.to_bits()
        );
    }

    #[test]
    fn an_exact_sum_is_scaled_once() {
        assert_eq!(
            exact(1_234_567, 2).to_f64().to_bits(),
            12_345.67_f64.to_bits()
        );
    }

    #[test]
    fn sums_are_merged_without_loss_where_they_can_be() {
        assert_eq!(exact(125, 1).merge(exact(-250, 3)), exact(12_250, 3));
        assert_eq!(
            exact(i128::MAX, 0).merge(exact(1, 0)),
            Sum::Float(2_f64.powi(127))
        );
        assert_eq!(exact(1, 0).merge(Sum::Float(0.5)), Sum::Float(1.5));
    }
}
