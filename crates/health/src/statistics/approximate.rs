//! Intervals in closed form: Byar's for a count, Wilson's for a proportion.

use super::{Confidence, is_count, is_part};

/// Limits of the mean of a Poisson variable of which `events` were seen, by Byar's method (Breslow and Day, Statistical
/// Methods in Cancer Research, vol. 2 (1987), eq. 2.13).
#[must_use]
pub fn byar(events: f64, confidence: Confidence) -> Option<(f64, f64)> {
    let limit = |count: f64, z: f64| {
        let root = 1.0 - 1.0 / (9.0 * count) + z / (3.0 * libm::sqrt(count));
        count * root * root * root
    };
    let z = confidence.z();
    let low = if events > 0.0 {
        limit(events, -z).max(0.0)
    } else {
        0.0
    };
    is_count(events).then(|| (low, limit(events + 1.0, z)))
}

/// Limits of the proportion `events / population` by the score method (Wilson, JASA 22 (1927) 209–212; Newcombe, Statistics
/// in Medicine 17 (1998) 857–872, method 3).
#[must_use]
pub fn wilson(events: f64, population: f64, confidence: Confidence) -> Option<(f64, f64)> {
    if !is_part((events, population)) {
        return None;
    }
    let z = confidence.z();
    let centre = 2.0 * events + z * z;
    let spread = z * libm::sqrt(z * z + 4.0 * events * (1.0 - events / population));
    let scale = 2.0 * (population + z * z);
    let low = ((centre - spread) / scale).max(0.0);
    Some((low, ((centre + spread) / scale).min(1.0)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::check::{UNSOUND, assert_printed};
    use crate::statistics::exact;

    /// Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3.
    #[test]
    fn wilson_gives_newcombes_published_limits() {
        let printed = [
            ((81.0, 263.0), (0.2553, 0.3662)),
            ((15.0, 148.0), (0.0624, 0.1605)),
            ((0.0, 20.0), (0.0, 0.1611)),
            ((1.0, 29.0), (0.0061, 0.1718)),
        ];
        for ((events, population), limits) in printed {
            let found = wilson(events, population, Confidence::P95).unwrap();
            assert_printed(found, limits, 4);
        }
    }

    /// The guide of Public Health England says how near Byar's method is to the exact limits: within 0.2 % at 95 % from ten
    /// events (Technical Guide: Confidence Intervals, Public Health Data Science, 25 May 2018).
    #[test]
    fn byar_is_as_near_to_the_exact_limits_as_its_guide_says() {
        for events in (10..400).chain([1_000, 5_000, 20_000]).map(f64::from) {
            let (low, high) = byar(events, Confidence::P95).unwrap();
            let (exact_low, exact_high) = exact::poisson(events, Confidence::P95).unwrap();
            let apart = |a: f64, b: f64| (a / b - 1.0).abs();
            assert!(apart(low, exact_low) < 0.002 && apart(high, exact_high) < 0.002);
        }
    }

    /// The documentation of the gem `byar` (rubydoc.info, 1.0.0): 100 observed where 90 were expected are 90.4 to 135.1 per cent.
    #[test]
    fn byar_gives_the_printed_limits_of_a_ratio() {
        let (low, high) = byar(100.0, Confidence::P95).unwrap();
        assert_printed((low / 0.9, high / 0.9), (90.4, 135.1), 1);
    }

    /// Computed independently in Python from the formula.
    #[test]
    fn byar_follows_its_formula_at_both_levels() {
        assert_printed(byar(10.0, Confidence::P95).unwrap(), BYAR_10.0, 9);
        assert_printed(byar(10.0, Confidence::P998).unwrap(), BYAR_10.1, 9);
    }

    const BYAR_10: ((f64, f64), (f64, f64)) = (
        (4.787_449_914_0, 18.391_458_605_8),
        (2.916_318_374_7, 24.193_724_927_9),
    );

    #[test]
    fn an_interval_holds_its_share_rises_with_it_and_mirrors_the_others() {
        for population in [1.0, 5.0, 200.0] {
            let mut before = (-1.0, -1.0);
            for events in (0..=200).map(f64::from).take_while(|x| *x <= population) {
                let (low, high) = wilson(events, population, Confidence::P95).unwrap();
                let share = events / population;
                assert!(0.0 <= low && low <= share && share <= high && high <= 1.0);
                assert!(before.0 < low && before.1 < high);
                let mirror = wilson(population - events, population, Confidence::P95).unwrap();
                assert_printed((1.0 - high, 1.0 - low), mirror, 14);
                before = (low, high);
            }
        }
    }

    #[test]
    fn what_cannot_be_has_no_limits() {
        for bad in UNSOUND {
            assert_eq!(byar(bad, Confidence::P95), None);
            assert_eq!(wilson(bad, 10.0, Confidence::P95), None);
            assert_eq!(wilson(1.0, bad, Confidence::P95), None);
        }
        assert_eq!(wilson(0.0, 0.0, Confidence::P95), None);
        assert_eq!(wilson(3.0, 2.0, Confidence::P95), None);
    }
}
