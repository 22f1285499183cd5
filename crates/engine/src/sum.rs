//! The sum of a group.

/// A sum: exact for scaled integers, compensated and in row order for floats.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sum {
    /// An integer that counts units of 10^-decimals; it does not depend on the order of rows.
    Exact {
        /// The integer.
        units: i128,
        /// Decimals it carries.
        decimals: u8,
    },
    /// A float.
    Float(f64),
}

impl Sum {
    /// The nearest double.
    #[must_use]
    #[expect(
        clippy::cast_precision_loss,
        reason = "the nearest double is what is asked for"
    )]
    pub fn to_f64(&self) -> f64 {
        match *self {
            Self::Exact { units, decimals: 0 } => units as f64,
            Self::Exact { units, decimals } => {
                let scale = (0..decimals).fold(1.0, |scale, _| scale * 10.0);
                units as f64 / scale
            }
            Self::Float(value) => value,
        }
    }
}

/// A float sum that carries the part rounded away (Neumaier 1974), so that long sums stay within an ulp or two.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Compensated {
    sum: f64,
    lost: f64,
}

impl Compensated {
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
        self.sum + self.lost
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rounding_loses_is_carried() {
        let mut sum = Compensated::default();
        [1.0, 1e100, 1.0, -1e100]
            .into_iter()
            .for_each(|value| sum.add(value));
        assert_eq!(sum.value().to_bits(), 2.0_f64.to_bits());
    }

    #[test]
    fn an_exact_sum_is_scaled_once() {
        let sum = Sum::Exact {
            units: 1_234_567,
            decimals: 2,
        };
        assert_eq!(sum.to_f64().to_bits(), 12_345.67_f64.to_bits());
    }
}
