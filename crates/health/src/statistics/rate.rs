//! Crude rates and proportions with their intervals.

use super::approximate::{byar, wilson};
use super::exact::{clopper_pearson, poisson};
use super::small::FEW_EVENTS;
use super::{Confidence, Estimate, is_part, is_rate};

/// How the limits of a count are found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CountLimits {
    /// Byar's approximation.
    Byar,
    /// From the Poisson distribution.
    Exact,
    /// Exact below ten events, Byar's from there (Public Health England, Technical Guide: Confidence Intervals, 2018).
    #[default]
    Guided,
}

/// How the limits of a proportion are found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ShareLimits {
    /// Wilson's score method.
    Wilson,
    /// From the binomial distribution, as Danish clinical quality registers print them.
    #[default]
    Exact,
}

impl CountLimits {
    /// Limits of the mean of a Poisson variable of which `events` were seen.
    #[must_use]
    pub fn of(self, events: f64, confidence: Confidence) -> Option<(f64, f64)> {
        match self {
            Self::Byar => byar(events, confidence),
            Self::Guided if events >= FEW_EVENTS => byar(events, confidence),
            Self::Exact | Self::Guided => poisson(events, confidence),
        }
    }
}

/// Events over people, or over their years; before any factor.
#[must_use]
pub fn crude(
    events: f64,
    population: f64,
    limits: CountLimits,
    confidence: Confidence,
) -> Option<Estimate> {
    if !is_rate((events, population)) {
        return None;
    }
    let of_count = Estimate::new(events, limits.of(events, confidence)?);
    Some(of_count.map(|count| count / population))
}

/// People with the event over all the people: never more than one.
#[must_use]
pub fn proportion(
    events: f64,
    population: f64,
    limits: ShareLimits,
    confidence: Confidence,
) -> Option<Estimate> {
    if !is_part((events, population)) {
        return None;
    }
    let found = match limits {
        ShareLimits::Wilson => wilson(events, population, confidence),
        ShareLimits::Exact => clopper_pearson(events, population, confidence),
    };
    Some(Estimate::new(events / population, found?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::check::{UNSOUND, assert_estimate};

    /// R's documentation of `poisson.test`: 137 cases over 24.19893.
    #[test]
    fn a_rate_has_the_exact_limits_that_r_prints() {
        let found = crude(137.0, 24.198_93, CountLimits::Exact, Confidence::P95).unwrap();
        assert_estimate(found, (5.661_407, 4.753_125, 6.692_709), 6);
    }

    /// R's documentation of `binom.test`: 682 of 925 plants (Conover 1971, p. 97).
    #[test]
    fn a_proportion_has_the_exact_limits_that_r_prints() {
        let found = proportion(682.0, 925.0, ShareLimits::Exact, Confidence::P95).unwrap();
        assert_estimate(found, (0.737_297_3, 0.707_668_3, 0.765_406_6), 7);
    }

    /// Newcombe, Statistics in Medicine 17 (1998) 857–872, table I: 81 of 263, methods 3 and 5.
    #[test]
    fn each_method_gives_its_own_printed_limits() {
        let per_cent = |limits| {
            let found = proportion(81.0, 263.0, limits, Confidence::P95).unwrap();
            found.times(100.0)
        };
        assert_estimate(per_cent(ShareLimits::Wilson), (30.80, 25.53, 36.62), 2);
        assert_estimate(per_cent(ShareLimits::Exact), (30.80, 25.27, 36.76), 2);
    }

    #[test]
    fn the_guided_limits_are_exact_for_few_events_and_byars_for_more() {
        let limits = |method: CountLimits, events| method.of(events, Confidence::P95);
        for (events, method) in [
            (0.0, CountLimits::Exact),
            (9.0, CountLimits::Exact),
            (10.0, CountLimits::Byar),
            (400.0, CountLimits::Byar),
        ] {
            assert_eq!(limits(CountLimits::Guided, events), limits(method, events));
        }
    }

    #[test]
    fn nobody_and_nonsense_have_no_rate() {
        for bad in UNSOUND.into_iter().chain([0.0]) {
            assert_eq!(crude(1.0, bad, CountLimits::Guided, Confidence::P95), None);
            let share = proportion(1.0, bad, ShareLimits::Exact, Confidence::P95);
            assert_eq!(share, None);
        }
        for bad in UNSOUND {
            assert_eq!(crude(bad, 10.0, CountLimits::Guided, Confidence::P95), None);
        }
        let more = proportion(11.0, 10.0, ShareLimits::Wilson, Confidence::P95);
        assert_eq!(more, None);
    }

    #[test]
    fn limits_hold_the_rate_and_widen_with_the_confidence() {
        for events in 0..300 {
            for method in [CountLimits::Byar, CountLimits::Exact, CountLimits::Guided] {
                let of = |confidence| crude(f64::from(events), 500.0, method, confidence).unwrap();
                let (inner, outer) = (of(Confidence::P95), of(Confidence::P998));
                assert!(outer.low <= inner.low && inner.low <= inner.value);
                assert!(inner.value < inner.high && inner.high < outer.high);
            }
        }
    }
}
