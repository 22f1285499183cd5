//! Round numbers on an axis.

use crate::Language;
use crate::number::number;

/// An axis that holds all numbers, widened to round ends.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    /// The numbers at its ends.
    pub domain: (f64, f64),
    /// Four to six round numbers on it, as people write them.
    pub ticks: Vec<(f64, String)>,
}

/// Where an axis begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// At zero.
    Zero,
    /// Near the smallest number; at zero only when that is near.
    Data,
}

/// An axis over the numbers.
#[must_use]
pub fn over(numbers: impl Iterator<Item = f64>, start: Start, language: Language) -> Axis {
    let finite = numbers.filter(|number| number.is_finite());
    let (low, high) = finite.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), n| {
        (low.min(n), high.max(n))
    });
    let (low, high) = if low > high { (0.0, 1.0) } else { (low, high) };
    let low = if start == Start::Zero || (low > 0.0 && low < 0.25 * high) {
        low.min(0.0)
    } else {
        low
    };
    let high = if high > low {
        high
    } else {
        low + libm::fabs(low).max(1.0)
    };
    let step = round_step((high - low) / 5.0);
    let first = libm::floor(low / step);
    let last = libm::ceil(high / step);
    ticks(first, last, (step, language))
}

fn ticks(first: f64, last: f64, (step, language): (f64, Language)) -> Axis {
    let decimals = decimals_of(step);
    let mut index = first;
    let mut ticks = Vec::new();
    while index <= last && ticks.len() < 20 {
        let value = index * step;
        ticks.push((value, number(value, decimals, language)));
        index += 1.0;
    }
    Axis {
        domain: (first * step, last * step),
        ticks,
    }
}

/// The smallest of 1, 2, 2.5 and 5 times a power of ten that is at least this.
fn round_step(raw: f64) -> f64 {
    let power = libm::pow(10.0, libm::floor(libm::log10(raw)));
    let steps = [1.0, 2.0, 2.5, 5.0, 10.0];
    steps
        .iter()
        .map(|step| step * power)
        .find(|step| *step >= raw * 0.999_999)
        .unwrap_or(10.0 * power)
}

fn decimals_of(step: f64) -> u8 {
    let whole = |decimals: &u8| {
        let scaled = step * libm::pow(10.0, f64::from(*decimals));
        libm::fabs(scaled - libm::round(scaled)) < 1e-6
    };
    (0..=6).find(whole).unwrap_or(6)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(numbers: &[f64], start: Start) -> String {
        let axis = over(numbers.iter().copied(), start, Language::Da);
        let ticks = axis.ticks.into_iter().map(|(_, text)| text);
        ticks.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn ticks_are_round_and_hold_all_numbers() {
        assert_eq!(words(&[57.2, 72.6], Start::Data), "55 60 65 70 75");
        assert_eq!(
            words(&[0.012, 0.019], Start::Data),
            "0,012 0,014 0,016 0,018 0,020"
        );
        assert_eq!(words(&[3.0, 120.0], Start::Data), "0 25 50 75 100 125");
        assert_eq!(
            words(&[18_000.0, 21_500.0], Start::Zero),
            "0 5.000 10.000 15.000 20.000 25.000"
        );
        assert_eq!(words(&[], Start::Data), "0,0 0,2 0,4 0,6 0,8 1,0");
    }
}
