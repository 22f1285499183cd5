//! Exact intervals: for a proportion from the binomial, for a count from the Poisson distribution.

use super::special::{beta_below, gamma_below, reaches};
use super::{Confidence, is_count, is_part};

/// People beyond whom a proportion is not one of people, and the fraction that gives its limits no longer settles.
const MOST_PEOPLE: f64 = 1e9;
/// Events from which the expansion gives the limits to fourteen digits.
const MANY_EVENTS: f64 = 1e5;

/// Limits of the proportion `events / population` (Clopper and Pearson, Biometrika 26 (1934) 404–413), as the Danish clinical
/// quality registers print them. None without people, beyond a
/// thousand million, or with more events than people.
#[must_use]
pub fn clopper_pearson(events: f64, population: f64, confidence: Confidence) -> Option<(f64, f64)> {
    if !is_part((events, population)) || population > MOST_PEOPLE {
        return None;
    }
    let tail = confidence.tail();
    let others = population - events;
    let low = if events > 0.0 {
        reaches(tail, (0.0, 1.0), |p| beta_below(p, (events, others + 1.0)))
    } else {
        0.0
    };
    let high = if others > 0.0 {
        reaches(1.0 - tail, (0.0, 1.0), |p| {
            beta_below(p, (events + 1.0, others))
        })
    } else {
        1.0
    };
    Some((low, high))
}

/// Limits of the mean of a Poisson variable of which `events` were seen (Garwood, Biometrika 28 (1936) 437–442).
#[must_use]
pub fn poisson(events: f64, confidence: Confidence) -> Option<(f64, f64)> {
    if !is_count(events) {
        return None;
    }
    if events >= MANY_EVENTS {
        let z = confidence.z();
        return Some((of_many(events, -z), of_many(events + 1.0, z)));
    }
    let tail = confidence.tail();
    // Ten standard errors and a few events more are beyond any limit asked for.
    let reach = events + 10.0 * libm::sqrt(events + 1.0) + 20.0;
    let low = if events > 0.0 {
        reaches(tail, (0.0, reach), |mean| gamma_below(mean, events))
    } else {
        0.0
    };
    let high = reaches(1.0 - tail, (0.0, reach), |mean| {
        gamma_below(mean, events + 1.0)
    });
    Some((low, high))
}

/// The quantile of a gamma variable of large shape (Cornish and Fisher's expansion; Goldberg and Levine, Annals of Mathematical
/// Statistics 17 (1946) 216–225).
fn of_many(shape: f64, z: f64) -> f64 {
    let (root, square) = (libm::sqrt(shape), z * z);
    let skew = (square - 1.0) / 3.0 + z * (square - 7.0) / (36.0 * root);
    shape + z * root + skew - (3.0 * square * square + 7.0 * square - 16.0) / (810.0 * shape)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::check::{UNSOUND, assert_printed};

    /// R's documentation of `binom.test`: 682 of 925 plants (Conover 1971, p. 97).
    #[test]
    fn a_proportion_has_the_limits_that_r_prints() {
        let found = clopper_pearson(682.0, 925.0, Confidence::P95).unwrap();
        assert_printed(found, (0.707_668_3, 0.765_406_6), 7);
    }

    /// Newcombe, Statistics in Medicine 17 (1998), table I, method 5.
    #[test]
    fn proportions_have_newcombes_published_limits() {
        let printed = [
            ((81.0, 263.0), (0.2527, 0.3676)),
            ((15.0, 148.0), (0.0578, 0.1617)),
            ((0.0, 20.0), (0.0, 0.1684)),
            ((1.0, 29.0), (0.0009, 0.1776)),
        ];
        for ((events, population), limits) in printed {
            assert_printed(
                clopper_pearson(events, population, Confidence::P95).unwrap(),
                limits,
                4,
            );
        }
    }

    #[test]
    fn all_of_a_population_reaches_one() {
        assert_printed(
            clopper_pearson(29.0, 29.0, Confidence::P95).unwrap(),
            (0.880_555_130_9, 1.0),
            10,
        );
    }

    /// R's documentation of `poisson.test`: 137 cases where 24.19893 were expected.
    #[test]
    fn a_ratio_has_the_limits_that_r_prints() {
        let (low, high) = poisson(137.0, Confidence::P95).unwrap();
        let expected = 24.198_93;
        assert_printed((low / expected, high / expected), (4.753_125, 6.692_709), 6);
    }

    /// Quantiles of the chi-squared distribution, computed independently by SciPy.
    #[test]
    fn counts_have_the_limits_of_the_chi_squared_distribution() {
        let printed = [
            (0.0, (0.0, 3.688_879_454_1)),
            (1.0, (0.025_317_808_0, 5.571_643_390_9)),
            (10.0, (4.795_388_696_1, 18.390_356_042_0)),
            (100.0, (81.363_991_250_9, 121.626_793_792_4)),
            (5000.0, (4_862.359_188_694_9, 5_140.548_948_535_0)),
        ];
        for (events, limits) in printed {
            assert_printed(poisson(events, Confidence::P95).unwrap(), limits, 7);
        }
        // The distance of the limits from the number seen is what is computed; the number itself takes seven digits.
        for (events, limits) in [
            (1e6, (998_040.983_340_3, 1_001_961.911_945_4)),
            (1e7, (9_993_802.996_884_3, 10_006_199.897_731_5)),
        ] {
            assert_printed(poisson(events, Confidence::P95).unwrap(), limits, 7);
        }
        assert_printed(
            poisson(10.0, Confidence::P998).unwrap(),
            (2.960_520_372_7, 24.133_971_145_4),
            8,
        );
    }

    /// What the interval must hold: the true share, at least 95 times of 100 (summed over all outcomes).
    #[test]
    fn the_interval_covers_the_share_as_often_as_it_says() {
        for population in 1..=15_u32 {
            let intervals: Vec<(f64, f64)> = (0..=population)
                .map(|events| limits(events, population))
                .collect();
            for step in 1..40 {
                let share = f64::from(step) / 40.0;
                let chances = chances(population, share).into_iter().zip(&intervals);
                let covered: f64 = chances
                    .filter(|(_, (low, high))| *low <= share && share <= *high)
                    .map(|(chance, _)| chance)
                    .sum();
                assert!(covered >= 0.95, "{population} {share} {covered}");
            }
        }
    }

    fn limits(events: u32, population: u32) -> (f64, f64) {
        clopper_pearson(f64::from(events), f64::from(population), Confidence::P95).unwrap()
    }

    fn chances(population: u32, share: f64) -> Vec<f64> {
        let mut chances = vec![(1.0 - share).powi(i32::try_from(population).unwrap())];
        for events in 1..=population {
            let ratio = f64::from(population - events + 1) / f64::from(events);
            chances.push(chances[chances.len() - 1] * ratio * share / (1.0 - share));
        }
        chances
    }

    #[test]
    fn limits_rise_with_the_events_and_mirror_those_of_the_others() {
        for population in [1, 2, 7, 30, 200] {
            for events in 0..=population {
                let (low, high) = limits(events, population);
                let share = f64::from(events) / f64::from(population);
                assert!(low <= share && share <= high);
                let mirror = limits(population - events, population);
                assert_printed((1.0 - high, 1.0 - low), mirror, 13);
                if events > 0 {
                    let before = limits(events - 1, population);
                    assert!(before.0 < low && (before.1 < high || high >= 1.0));
                }
            }
        }
    }

    #[test]
    fn the_expansion_for_many_events_meets_the_distribution_for_fewer() {
        for confidence in [Confidence::P95, Confidence::P998] {
            let z = confidence.z();
            let events = MANY_EVENTS - 1.0;
            let expanded = (of_many(events, -z), of_many(events + 1.0, z));
            assert_printed(poisson(events, confidence).unwrap(), expanded, 7);
        }
    }

    #[test]
    fn a_large_population_has_limits_and_one_too_large_has_none() {
        let found = clopper_pearson(5e6, 5e7, Confidence::P95).unwrap();
        assert_printed(found, (0.099_916_858_93, 0.100_083_187_39), 10);
        assert_eq!(clopper_pearson(5e6, 2e9, Confidence::P95), None);
    }

    #[test]
    fn what_cannot_be_has_no_limits() {
        for bad in UNSOUND {
            assert_eq!(clopper_pearson(bad, 10.0, Confidence::P95), None);
            assert_eq!(clopper_pearson(1.0, bad, Confidence::P95), None);
            assert_eq!(poisson(bad, Confidence::P95), None);
        }
        assert_eq!(clopper_pearson(0.0, 0.0, Confidence::P95), None);
        assert_eq!(clopper_pearson(3.0, 2.0, Confidence::P95), None);
    }
}
