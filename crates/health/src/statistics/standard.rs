//! Rates made comparable between places with unlike people: direct and indirect standardisation.

use super::{Confidence, exact};
use crate::interval::byar;

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

/// A rate or ratio with its limits, before any factor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standardised {
    /// The rate or ratio.
    pub value: f64,
    /// The lower limit, 95 %.
    pub low: f64,
    /// The upper limit, 95 %.
    pub high: f64,
}

/// Why there is no standardised figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotStandardised {
    /// Fewer than ten events: the weights of single events would decide the rate.
    FewEvents,
    /// A stratum of the standard population has no people in the place.
    EmptyStratum,
    /// The standard population has nobody, or nothing was expected.
    NoStandard,
}

/// Events below which a directly standardised rate is not shown, and below which the limits of a ratio are exact
/// (Public Health England, Technical Guide: Public Health Statistics).
const FEW_EVENTS: f64 = 10.0;

/// The rate the standard population would have with the place's rates in each stratum; limits by Dobson and others,
/// Statistics in Medicine 10 (1991) 457–462, with Byar's limits of the number of events.
///
/// # Errors
/// When the rate may not be shown, and why.
pub fn direct(strata: &[Stratum]) -> Result<Standardised, NotStandardised> {
    let total: f64 = strata.iter().map(|stratum| stratum.standard).sum();
    let events: f64 = strata.iter().map(|stratum| stratum.events).sum();
    if !is_positive(total) {
        return Err(NotStandardised::NoStandard);
    }
    if strata
        .iter()
        .any(|stratum| stratum.standard > 0.0 && !is_positive(stratum.population))
    {
        return Err(NotStandardised::EmptyStratum);
    }
    if events < FEW_EVENTS {
        return Err(NotStandardised::FewEvents);
    }
    let counted = || strata.iter().filter(|stratum| stratum.standard > 0.0);
    let weight = |stratum: &Stratum| stratum.standard / total / stratum.population;
    let value: f64 = counted()
        .map(|stratum| stratum.events * weight(stratum))
        .sum();
    let variance: f64 = counted()
        .map(|stratum| stratum.events * weight(stratum) * weight(stratum))
        .sum();
    let scale = libm::sqrt(variance / events);
    let (low, high) = byar(events);
    Ok(Standardised {
        value,
        low: value + scale * (low - events),
        high: value + scale * (high - events),
    })
}

/// Neither 0, nor less, nor not a number.
fn is_positive(value: f64) -> bool {
    value > 0.0
}

/// Events seen over events expected from the rates of a standard (Breslow and Day 1987, vol. 2, §2.3): limits by Byar's
/// method, exact below ten events.
///
/// # Errors
/// When nothing was expected.
pub fn indirect(observed: f64, expected: f64) -> Result<Standardised, NotStandardised> {
    if !is_positive(expected) {
        return Err(NotStandardised::NoStandard);
    }
    let (low, high) = if observed < FEW_EVENTS {
        exact::poisson(observed, Confidence::P95)
    } else {
        byar(observed)
    };
    Ok(Standardised {
        value: observed / expected,
        low: low / expected,
        high: high / expected,
    })
}

/// Events expected if each stratum had the standard's rate, given as events over people.
#[must_use]
pub fn expected(strata: impl IntoIterator<Item = (f64, (f64, f64))>) -> f64 {
    let of = |(population, (events, people)): (f64, (f64, f64))| {
        if people > 0.0 {
            population * events / people
        } else {
            0.0
        }
    };
    strata.into_iter().map(of).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::check::assert_printed;

    fn stratum((events, population, standard): (f64, f64, f64)) -> Stratum {
        Stratum {
            events,
            population,
            standard,
        }
    }

    /// With the place's own people as the standard, standardising changes nothing and Dobson's limits are Byar's.
    #[test]
    fn a_place_standardised_to_itself_keeps_its_crude_rate() {
        let strata = [(20.0, 1000.0, 1000.0), (30.0, 500.0, 500.0)].map(stratum);
        let found = direct(&strata).unwrap();
        let (low, high) = byar(50.0);
        assert!((found.value - 50.0 / 1500.0).abs() < 1e-15);
        // The variance of a weighted sum is larger than that of the sum unless all weights are alike.
        let alike = [(20.0, 1000.0, 2000.0), (30.0, 500.0, 1000.0)].map(stratum);
        let found_alike = direct(&alike).unwrap();
        assert_printed(
            (found_alike.low, found_alike.high),
            (low / 1500.0, high / 1500.0),
            12,
        );
        assert_eq!(found_alike.value.to_bits(), found.value.to_bits());
    }

    /// Computed independently with SciPy and Dobson's formula: 3 strata of the European standard population.
    #[test]
    fn limits_follow_dobsons_formula() {
        let strata = [
            (12.0, 4_000.0, 21_000.0),
            (35.0, 6_500.0, 54_000.0),
            (61.0, 1_500.0, 25_000.0),
        ]
        .map(stratum);
        let found = direct(&strata).unwrap();
        let per = 100_000.0;
        assert_printed((found.value * per, 0.0), (DIRECT.0, 0.0), 6);
        assert_printed((found.low * per, found.high * per), (DIRECT.1, DIRECT.2), 6);
    }

    const DIRECT: (f64, f64, f64) = (1_370.435_897, 1_108.385_217, 1_672.812_552);

    #[test]
    fn too_little_to_stand_on_is_refused_with_the_reason() {
        let few = [(4.0, 100.0, 10.0), (5.0, 100.0, 10.0)].map(stratum);
        assert_eq!(direct(&few), Err(NotStandardised::FewEvents));
        let empty = [(40.0, 100.0, 10.0), (0.0, 0.0, 10.0)].map(stratum);
        assert_eq!(direct(&empty), Err(NotStandardised::EmptyStratum));
        assert_eq!(direct(&[]), Err(NotStandardised::NoStandard));
        assert_eq!(indirect(3.0, 0.0), Err(NotStandardised::NoStandard));
    }

    /// R's documentation of `poisson.test` prints the exact limits; Byar's are within 0.1 % of them.
    #[test]
    fn a_ratio_of_many_events_has_byars_limits() {
        let found = indirect(137.0, 24.198_93).unwrap();
        assert_printed((found.value, 0.0), (5.661_407, 0.0), 6);
        assert!(
            (found.low / 4.753_125 - 1.0).abs() < 1e-3
                && (found.high / 6.692_709 - 1.0).abs() < 1e-3
        );
    }

    #[test]
    fn a_ratio_of_few_events_has_exact_limits() {
        let found = indirect(5.0, 2.0).unwrap();
        assert_printed(
            (found.low, found.high),
            (1.623_486_39 / 2.0, 11.668_332_08 / 2.0),
            7,
        );
    }

    #[test]
    fn what_was_expected_is_added_over_strata() {
        let strata = [
            (1000.0, (5.0, 10_000.0)),
            (200.0, (8.0, 400.0)),
            (50.0, (0.0, 0.0)),
        ];
        assert!((expected(strata) - 4.5).abs() < 1e-12);
    }
}
