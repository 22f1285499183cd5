//! Exact intervals: for a proportion from the binomial, for a count from the Poisson distribution.

use super::Confidence;
use super::special::{beta_below, gamma_below, reaches};

/// Limits of the proportion `events / population` (Clopper and Pearson, Biometrika 26 (1934) 404–413), as the Danish clinical
/// quality registers print them. `events` must not exceed `population`.
#[must_use]
pub fn clopper_pearson(events: f64, population: f64, confidence: Confidence) -> (f64, f64) {
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
    (low, high)
}

/// Limits of the mean of a Poisson variable of which `events` were seen (Garwood, Biometrika 28 (1936) 437–442).
#[must_use]
pub fn poisson(events: f64, confidence: Confidence) -> (f64, f64) {
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
    (low, high)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::check::assert_printed;

    /// R's documentation of `binom.test`: 682 of 925 plants (Conover 1971, p. 97).
    #[test]
    fn a_proportion_has_the_limits_that_r_prints() {
        let found = clopper_pearson(682.0, 925.0, Confidence::P95);
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
                clopper_pearson(events, population, Confidence::P95),
                limits,
                4,
            );
        }
    }

    #[test]
    fn all_of_a_population_reaches_one() {
        assert_printed(
            clopper_pearson(29.0, 29.0, Confidence::P95),
            (0.880_555_130_9, 1.0),
            10,
        );
    }

    /// R's documentation of `poisson.test`: 137 cases where 24.19893 were expected.
    #[test]
    fn a_ratio_has_the_limits_that_r_prints() {
        let (low, high) = poisson(137.0, Confidence::P95);
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
            assert_printed(poisson(events, Confidence::P95), limits, 7);
        }
        assert_printed(
            poisson(10.0, Confidence::P998),
            (2.960_520_372_7, 24.133_971_145_4),
            8,
        );
    }
}
