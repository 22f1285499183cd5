//! Rates made comparable between places with unlike people: direct and indirect standardisation.

use super::approximate::byar;
use super::rate::{self, CountLimits};
use super::small::FEW_EVENTS;
use super::{Confidence, Estimate, is_count, is_rate, is_size};

/// One stratum, such as an age band of one sex.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stratum {
    /// Events seen in the place.
    pub events: f64,
    /// People of the place.
    pub population: f64,
    /// People of the standard population.
    pub standard: f64,
}

/// Why there is no standardised figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotStandardised {
    /// Fewer than ten events: the weights of single events would decide the rate.
    FewEvents,
    /// A stratum that weighs has no people to have a rate from.
    EmptyStratum,
    /// The standard population has nobody, or nothing was expected.
    NoStandard,
    /// A number is negative, infinite or none.
    Unsound,
}

/// The rate the standard population would have with the place's rates in each stratum; limits by Dobson and others,
/// Statistics in Medicine 10 (1991) 457–462, with Byar's limits of the number of events.
///
/// # Errors
/// When the rate may not be shown, and why.
pub fn direct(strata: &[Stratum], confidence: Confidence) -> Result<Estimate, NotStandardised> {
    let total = total(strata)?;
    let events: f64 = strata.iter().map(|stratum| stratum.events).sum();
    if events < FEW_EVENTS {
        return Err(NotStandardised::FewEvents);
    }
    let weighted = |power: &dyn Fn(f64) -> f64| -> f64 {
        let weighing = strata.iter().filter(|stratum| stratum.standard > 0.0);
        let term = |stratum: &Stratum| {
            stratum.events * power(stratum.standard / total / stratum.population)
        };
        weighing.map(term).sum()
    };
    let value = weighted(&|weight| weight);
    let scale = libm::sqrt(weighted(&|weight| weight * weight) / events);
    let (low, high) = byar(events, confidence).ok_or(NotStandardised::Unsound)?;
    let limit = |count: f64| value + scale * (count - events);
    Ok(Estimate::new(value, (limit(low), limit(high))))
}

/// People of the standard population, when all strata are sound.
fn total(strata: &[Stratum]) -> Result<f64, NotStandardised> {
    let is_sound = |stratum: &Stratum| {
        let numbers = [stratum.events, stratum.population, stratum.standard];
        numbers.into_iter().all(is_count)
    };
    if !strata.iter().all(is_sound) {
        return Err(NotStandardised::Unsound);
    }
    let total = strata.iter().map(|stratum| stratum.standard).sum();
    let is_empty = |stratum: &Stratum| {
        let counts = stratum.standard > 0.0 || stratum.events > 0.0;
        counts && !is_size(stratum.population)
    };
    if !is_size(total) {
        Err(NotStandardised::NoStandard)
    } else if strata.iter().any(is_empty) {
        Err(NotStandardised::EmptyStratum)
    } else {
        Ok(total)
    }
}

/// Events seen over events expected from the rates of a standard (Breslow and Day 1987, vol. 2, §2.3): limits by Byar's
/// method, exact below ten events.
///
/// # Errors
/// When nothing was expected.
pub fn indirect(
    observed: f64,
    expected: f64,
    confidence: Confidence,
) -> Result<Estimate, NotStandardised> {
    if expected == 0.0 {
        return Err(NotStandardised::NoStandard);
    }
    rate::crude(observed, expected, CountLimits::Guided, confidence).ok_or(NotStandardised::Unsound)
}

/// Events expected if each stratum had the standard's rate: the place's people, and the standard's events and people.
///
/// # Errors
/// When people of the place belong to a stratum in which the standard has nobody.
pub fn expected(
    strata: impl IntoIterator<Item = (f64, (f64, f64))>,
) -> Result<f64, NotStandardised> {
    let of = |(population, (events, people)): (f64, (f64, f64))| {
        if !is_count(population) || !is_count(events) || !is_count(people) {
            Err(NotStandardised::Unsound)
        } else if is_rate((events, people)) {
            Ok(population * events / people)
        } else if population > 0.0 {
            Err(NotStandardised::EmptyStratum)
        } else {
            Ok(0.0)
        }
    };
    strata.into_iter().map(of).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::check::{UNSOUND, assert_estimate, assert_printed};

    fn stratum((events, population, standard): (f64, f64, f64)) -> Stratum {
        Stratum {
            events,
            population,
            standard,
        }
    }

    fn direct_95(strata: &[(f64, f64, f64)]) -> Result<Estimate, NotStandardised> {
        let strata: Vec<Stratum> = strata.iter().copied().map(stratum).collect();
        direct(&strata, Confidence::P95)
    }

    /// Down's syndrome by the mother's age among fifth and later births, Michigan 1950–1964 (Fleiss 1981, table 14.4; Fay and
    /// Feuer, Statistics in Medicine 16 (1997) 791–801, table II). The rate is printed by R's package `dsrTest`; the limits
    /// were computed independently with Dobson's formula.
    #[test]
    fn the_rate_of_downs_syndrome_is_the_published_one() {
        let strata = [
            (0.0, 327.0, 319_933.0),
            (8.0, 30_666.0, 931_318.0),
            (63.0, 123_419.0, 786_511.0),
            (112.0, 149_919.0, 488_235.0),
            (262.0, 104_088.0, 237_863.0),
            (295.0, 34_392.0, 61_313.0),
        ];
        let found = direct_95(&strata).unwrap().times(1e5);
        assert_printed((found.value, 0.0), (75.529_01, 0.0), 5);
        assert_printed((found.low, found.high), (67.632_743_1, 83.867_108_7), 7);
    }

    /// With the place's own people as the standard, standardising changes nothing and Dobson's limits are Byar's.
    #[test]
    fn a_place_standardised_to_itself_keeps_its_crude_rate() {
        let found = direct_95(&[(20.0, 1000.0, 1000.0), (30.0, 500.0, 500.0)]).unwrap();
        let twice = direct_95(&[(20.0, 1000.0, 2000.0), (30.0, 500.0, 1000.0)]).unwrap();
        let (low, high) = byar(50.0, Confidence::P95).unwrap();
        let limits = (low / 1500.0, high / 1500.0);
        assert!((found.value - 50.0 / 1500.0).abs() < 1e-15);
        assert_printed((found.low, found.high), limits, 12);
        assert_eq!(twice, found);
    }

    /// Computed independently with SciPy and Dobson's formula: 3 strata of the European standard population.
    #[test]
    fn limits_follow_dobsons_formula() {
        let strata = [
            (12.0, 4_000.0, 21_000.0),
            (35.0, 6_500.0, 54_000.0),
            (61.0, 1_500.0, 25_000.0),
        ];
        let found = direct_95(&strata).unwrap().times(1e5);
        assert_estimate(found, (1_370.435_897, 1_108.385_217, 1_672.812_552), 6);
    }

    #[test]
    fn too_little_to_stand_on_is_refused_with_the_reason() {
        for (strata, why) in [
            (
                vec![(4.0, 100.0, 10.0), (5.0, 100.0, 10.0)],
                NotStandardised::FewEvents,
            ),
            (
                vec![(40.0, 100.0, 10.0), (0.0, 0.0, 10.0)],
                NotStandardised::EmptyStratum,
            ),
            (
                vec![(40.0, 100.0, 10.0), (3.0, 0.0, 0.0)],
                NotStandardised::EmptyStratum,
            ),
            (vec![], NotStandardised::NoStandard),
            (vec![(40.0, 100.0, 0.0)], NotStandardised::NoStandard),
        ] {
            assert_eq!(direct_95(&strata), Err(why));
        }
        let nothing = indirect(3.0, 0.0, Confidence::P95);
        assert_eq!(nothing, Err(NotStandardised::NoStandard));
    }

    #[test]
    fn nonsense_is_refused() {
        for bad in UNSOUND {
            for strata in [
                [(bad, 100.0, 10.0)],
                [(20.0, bad, 10.0)],
                [(20.0, 100.0, bad)],
            ] {
                assert_eq!(direct_95(&strata), Err(NotStandardised::Unsound));
            }
            let refused = Err(NotStandardised::Unsound);
            assert_eq!(indirect(bad, 2.0, Confidence::P95), refused);
            assert_eq!(indirect(2.0, bad, Confidence::P95), refused);
            assert_eq!(expected([(bad, (1.0, 2.0))]), Err(NotStandardised::Unsound));
        }
    }

    /// R's documentation of `poisson.test` prints the exact limits; Byar's are within 0.1 % of them.
    #[test]
    fn a_ratio_of_many_events_has_byars_limits() {
        let found = indirect(137.0, 24.198_93, Confidence::P95).unwrap();
        assert_printed((found.value, 0.0), (5.661_407, 0.0), 6);
        assert!((found.low / 4.753_125 - 1.0).abs() < 1e-3);
        assert!((found.high / 6.692_709 - 1.0).abs() < 1e-3);
    }

    /// Quantiles of the chi-squared distribution, computed independently with SciPy.
    #[test]
    fn a_ratio_of_few_events_has_exact_limits() {
        let found = indirect(5.0, 2.0, Confidence::P95).unwrap();
        let limits = (1.623_486_39 / 2.0, 11.668_332_08 / 2.0);
        assert_printed((found.low, found.high), limits, 7);
    }

    #[test]
    fn what_was_expected_is_added_over_strata() {
        let strata = [
            (1000.0, (5.0, 10_000.0)),
            (200.0, (8.0, 400.0)),
            (0.0, (0.0, 0.0)),
        ];
        assert!((expected(strata).unwrap() - 4.5).abs() < 1e-12);
        let unknown = expected([(50.0, (0.0, 0.0))]);
        assert_eq!(unknown, Err(NotStandardised::EmptyStratum));
    }
}
