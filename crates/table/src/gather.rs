//! Numbers that come run by run.

use arrow_buffer::ScalarBuffer;

use crate::doubles::{self, unscale};
use crate::{Floats, IntegerPart, Integers, Numbers, Scaled};

/// Doubles that come run by run, made exact in the end when every one is a decimal of few places.
#[derive(Debug, Default)]
pub struct Doubles {
    runs: Vec<Run>,
    has_floats: bool,
}

#[derive(Debug)]
enum Run {
    Exact(IntegerPart, u8),
    Float(ScalarBuffer<f64>),
}

impl Doubles {
    /// Adds a run of doubles if every one is a decimal of few places, and those before it were.
    pub fn push_exact(&mut self, values: &[f64]) -> bool {
        let narrow = || -> Option<(IntegerPart, u8)> {
            let (integers, decimals) = doubles::scaled::<i32>(values)?;
            Some((IntegerPart::narrow(&integers), decimals))
        };
        let wide = || -> Option<(IntegerPart, u8)> {
            let (integers, decimals) = doubles::scaled::<i64>(values)?;
            Some((IntegerPart::narrow(&integers), decimals))
        };
        let exact = if self.has_floats {
            None
        } else {
            narrow().or_else(wide)
        };
        let is_exact = exact.is_some();
        self.runs
            .extend(exact.map(|(part, decimals)| Run::Exact(part, decimals)));
        is_exact
    }

    /// Adds a run of finite doubles.
    pub fn push(&mut self, values: &[f64]) {
        if !self.push_exact(values) {
            self.runs.push(Run::Float(values.to_vec().into()));
            self.has_floats = true;
        }
    }

    /// The numbers; the same as if they had come in one run.
    #[must_use]
    pub fn finish(self) -> Numbers {
        let decimals = |run: &Run| match run {
            Run::Exact(_, decimals) => *decimals,
            Run::Float(_) => 0,
        };
        let most = self.runs.iter().map(decimals).max().unwrap_or(0);
        let mut exact = Vec::with_capacity(self.runs.len());
        for run in &self.runs {
            match rescaled(run, most) {
                Some(part) => exact.push(part),
                None => return self.into_floats(),
            }
        }
        let values = Integers::from_parts(exact);
        Numbers::Exact(Scaled {
            values,
            decimals: most,
        })
    }

    /// Every decimal turns back into the double that it was.
    fn into_floats(self) -> Numbers {
        let float = |run: Run| match run {
            Run::Float(values) => values,
            Run::Exact(part, decimals) => unscaled(&part, decimals),
        };
        Numbers::Float(Floats::from_parts(
            self.runs.into_iter().map(float).collect(),
        ))
    }
}

impl Numbers {
    /// The numbers as doubles.
    #[must_use]
    pub fn to_floats(&self) -> Floats {
        match self {
            Self::Float(floats) => floats.clone(),
            Self::Exact(Scaled { values, decimals }) => {
                let parts = values.parts().iter();
                Floats::from_parts(parts.map(|part| unscaled(part, *decimals)).collect())
            }
        }
    }
}

fn unscaled(part: &IntegerPart, decimals: u8) -> ScalarBuffer<f64> {
    let values = part.to_vec().into_iter();
    values.map(|value| unscale(value, decimals)).collect()
}

/// The run with more decimals; none if it is not exact, or would not be.
fn rescaled(run: &Run, decimals: u8) -> Option<IntegerPart> {
    let Run::Exact(part, own) = run else {
        return None;
    };
    if *own == decimals {
        return Some(part.clone());
    }
    let factor = 10_i64.checked_pow(u32::from(decimals.checked_sub(*own)?))?;
    let rescale = |value: i64| {
        value
            .checked_mul(factor)
            .filter(|it| doubles::is_exact(*it))
    };
    let values: Option<Vec<i64>> = part.to_vec().into_iter().map(rescale).collect();
    Some(IntegerPart::narrow(&values?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_give_what_all_of_them_at_once_give() {
        let cases: [&[f64]; 6] = [
            &[],
            &[1.0, 2.0, 3.5],
            &[1.0, 0.25, 9e15],
            &[0.5, 1.0 / 3.0, 7.0],
            &[1.0, 2.0, 1e300],
            &[12.5, 0.001, -4.0],
        ];
        for values in cases {
            let mut runs = Doubles::default();
            for value in values {
                runs.push(&[*value]);
            }
            assert_eq!(
                runs.finish(),
                Numbers::from_doubles(values.to_vec()),
                "{values:?}"
            );
        }
    }
}
