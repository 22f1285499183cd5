//! Domains and round ticks of axes.

use danish::Language;
use protocol::view::Tick;

/// A domain that holds all numbers, widened to round limits, with four to six ticks.
pub(crate) struct Scale {
    pub(crate) domain: (f64, f64),
    pub(crate) ticks: Vec<Tick>,
}

/// Where an axis begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Start {
    /// At zero.
    Zero,
    /// Near the smallest number; at zero only when that is near.
    Data,
}

/// A scale over the numbers.
pub(crate) fn over(numbers: impl Iterator<Item = f64>, start: Start, language: Language) -> Scale {
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

fn ticks(first: f64, last: f64, style: (f64, Language)) -> Scale {
    let (step, language) = style;
    let decimals = decimals_of(step);
    let mut index = first;
    let mut ticks = Vec::new();
    while index <= last && ticks.len() < 20 {
        let value = index * step;
        ticks.push(Tick {
            value,
            text: danish::number::number(value, decimals, language),
        });
        index += 1.0;
    }
    Scale {
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
        let scale = over(numbers.iter().copied(), start, Language::Da);
        scale
            .ticks
            .iter()
            .map(|tick| tick.text.clone())
            .collect::<Vec<_>>()
            .join(" ")
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
