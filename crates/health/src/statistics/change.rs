//! Change between two periods, or difference between two places, with its interval. Each part is events and people.

use super::approximate::wilson;
use super::exact::clopper_pearson;
use super::{Confidence, Estimate, is_rate};

/// How the limits of a ratio of rates are found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RatioLimits {
    /// From the binomial distribution of the events between the two, given their sum (Przyborowski and
    /// Wilenski, Biometrika 31 (1940) 313–323).
    #[default]
    Exact,
    /// By the standard error of the logarithm (Rothman, Greenland and Lash, Modern Epidemiology, 2008, ch. 14).
    Logarithm,
}

/// The later proportion less the earlier, by the score intervals of both (Newcombe, Statistics in Medicine 17 (1998) 873–890,
/// method 10).
#[must_use]
pub fn difference_of_proportions(
    later: (f64, f64),
    earlier: (f64, f64),
    confidence: Confidence,
) -> Option<Estimate> {
    let (later_share, earlier_share) = (later.0 / later.1, earlier.0 / earlier.1);
    let later = wilson(later.0, later.1, confidence)?;
    let earlier = wilson(earlier.0, earlier.1, confidence)?;
    let value = later_share - earlier_share;
    let down = libm::hypot(later_share - later.0, earlier.1 - earlier_share);
    let up = libm::hypot(later.1 - later_share, earlier_share - earlier.0);
    let limits = ((value - down).max(-1.0), (value + up).min(1.0));
    Some(Estimate::new(value, limits))
}

/// The later rate over the earlier. None where nothing happened earlier: no ratio then has an upper limit; with logarithms also
/// where nothing happened later.
#[must_use]
pub fn ratio_of_rates(
    later: (f64, f64),
    earlier: (f64, f64),
    limits: RatioLimits,
    confidence: Confidence,
) -> Option<Estimate> {
    if !is_rate(later) || !is_rate(earlier) || earlier.0 <= 0.0 {
        return None;
    }
    let value = later.0 / later.1 / (earlier.0 / earlier.1);
    let limits = match limits {
        RatioLimits::Exact => {
            let (low, high) = clopper_pearson(later.0, later.0 + earlier.0, confidence)?;
            let ratio = |share: f64| share / (1.0 - share) * earlier.1 / later.1;
            (ratio(low), ratio(high))
        }
        RatioLimits::Logarithm => {
            let error = libm::sqrt(1.0 / later.0 + 1.0 / earlier.0);
            let factor = libm::exp(confidence.z() * error);
            (value / factor, value * factor)
        }
    };
    let found = Estimate::new(value, limits);
    (found.value.is_finite() && found.high.is_finite()).then_some(found)
}

/// The later rate less the earlier, by the normal approximation (Rothman, Greenland and Lash, Modern Epidemiology, 2008,
/// ch. 14). None where nothing happened in either: the approximation would be certain of it.
#[must_use]
pub fn difference_of_rates(
    later: (f64, f64),
    earlier: (f64, f64),
    confidence: Confidence,
) -> Option<Estimate> {
    if !is_rate(later) || !is_rate(earlier) || later.0 + earlier.0 <= 0.0 {
        return None;
    }
    let variance = |(events, people): (f64, f64)| events / people / people;
    let value = later.0 / later.1 - earlier.0 / earlier.1;
    let reach = confidence.z() * libm::sqrt(variance(later) + variance(earlier));
    Some(Estimate::new(value, (value - reach, value + reach)))
}

/// Whether the limits of a change leave out "none": zero of a difference, one of a ratio.
#[must_use]
pub fn is_beyond_chance(change: Estimate, none: f64) -> bool {
    change.low > none || change.high < none
}

#[cfg(test)]
mod tests;
