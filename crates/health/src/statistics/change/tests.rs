//! Changes against printed ones.

use super::*;
use crate::statistics::check::{UNSOUND, assert_estimate, assert_printed};

fn proportions(later: (f64, f64), earlier: (f64, f64)) -> Option<Estimate> {
    difference_of_proportions(later, earlier, Confidence::P95)
}

fn ratio(later: (f64, f64), earlier: (f64, f64), limits: RatioLimits) -> Option<Estimate> {
    ratio_of_rates(later, earlier, limits, Confidence::P95)
}

fn rates(later: (f64, f64), earlier: (f64, f64)) -> Option<Estimate> {
    difference_of_rates(later, earlier, Confidence::P95)
}

/// Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10, contrasts (a) to (h).
#[test]
fn differences_of_proportions_are_newcombes() {
    let printed = [
        ((56.0, 70.0), (48.0, 80.0), (0.0524, 0.3339)),
        ((9.0, 10.0), (3.0, 10.0), (0.1705, 0.8090)),
        ((6.0, 7.0), (2.0, 7.0), (0.0582, 0.8062)),
        ((5.0, 56.0), (0.0, 29.0), (-0.0381, 0.1926)),
        ((0.0, 10.0), (0.0, 20.0), (-0.1611, 0.2775)),
        ((0.0, 10.0), (0.0, 10.0), (-0.2775, 0.2775)),
        ((10.0, 10.0), (0.0, 20.0), (0.6791, 1.0000)),
        ((10.0, 10.0), (0.0, 10.0), (0.6075, 1.0000)),
    ];
    for (later, earlier, limits) in printed {
        let found = proportions(later, earlier).unwrap();
        assert_printed((found.low, found.high), limits, 4);
    }
}

/// Women with tuberculosis examined by X-ray or not, and their cancers of the breast (Rothman): Stata prints them for
/// `iri 41 15 28010 19017` (stata.com, "Incidence-rate ratio calculator").
const EXAMINED: ((f64, f64), (f64, f64)) = ((41.0, 28_010.0), (15.0, 19_017.0));

#[test]
fn the_ratio_of_rates_has_the_exact_limits_that_stata_prints() {
    let found = ratio(EXAMINED.0, EXAMINED.1, RatioLimits::Exact).unwrap();
    assert_printed((found.value, found.low), (1.855_759, 1.005_684), 6);
    assert_printed((found.high, 0.0), (3.6093, 0.0), 4);
    assert!(is_beyond_chance(found, 1.0));
}

#[test]
fn the_difference_of_rates_is_the_one_that_stata_prints() {
    let found = rates(EXAMINED.0, EXAMINED.1).unwrap();
    assert_estimate(found, (0.000_675_0, 0.000_074_9, 0.001_275_1), 7);
    assert!(is_beyond_chance(found, 0.0));
}

/// OpenEpi's output in the course of epiinformatics.com, session I, crude values of 25 of 178,556 and 4 of 200,200.
#[test]
fn openepi_prints_the_same() {
    let (exposed, others) = ((25.0, 178_556.0), (4.0, 200_200.0));
    let found = ratio(exposed, others, RatioLimits::Exact).unwrap();
    assert_printed((found.value, 0.0), (7.008, 0.0), 3);
    assert_printed((found.low, found.high), (2.42, 27.71), 2);
    let found = rates(exposed, others).unwrap().times(1e5);
    assert_printed((found.low, found.high), (6.176, 17.83), 2);
}

/// Eleven of 800 against 21 of 3,011, the example of R's documentation of `poisson.test`; limits computed independently with
/// SciPy.
#[test]
fn the_example_of_r_has_its_exact_limits() {
    let found = ratio((11.0, 800.0), (21.0, 3_011.0), RatioLimits::Exact).unwrap();
    assert_estimate(found, (1.971_488_1, 0.858_426_4, 4.277_265_9), 7);
}

/// Computed independently in Python from the formula.
#[test]
fn limits_by_the_logarithm_follow_the_formula() {
    let found = ratio(EXAMINED.0, EXAMINED.1, RatioLimits::Logarithm).unwrap();
    assert_estimate(found, (1.855_758_7, 1.027_226_0, 3.352_563_3), 7);
}

#[test]
fn the_change_back_is_the_mirror_of_the_change() {
    for later in (0..=20).map(f64::from) {
        for earlier in (1..=20).map(f64::from) {
            let (later, earlier) = ((later, 20.0), (earlier, 35.0));
            let (there, back) = (
                proportions(later, earlier).unwrap(),
                proportions(earlier, later).unwrap(),
            );
            assert_printed((there.low, there.high), (-back.high, -back.low), 14);
            assert!(there.low <= there.value && there.value <= there.high);
            let (there, back) = (
                rates(later, earlier).unwrap(),
                rates(earlier, later).unwrap(),
            );
            assert_printed((there.low, there.high), (-back.high, -back.low), 14);
            let found = ratio(later, earlier, RatioLimits::Exact).unwrap();
            assert!(found.low <= found.value && found.value < found.high);
            if let Some(back) = ratio(earlier, later, RatioLimits::Exact) {
                assert!((found.low * back.high - 1.0).abs() < 1e-9);
                assert!((found.high * back.low - 1.0).abs() < 1e-9);
            }
        }
    }
}

/// Of equal proportions in small groups the interval leaves out zero about one time in twenty, summed over all outcomes.
#[test]
fn newcombes_interval_holds_no_difference_about_as_often_as_it_says() {
    let chances = |share: f64| -> Vec<f64> {
        let mut chances = vec![(1.0 - share).powi(12)];
        for events in 1..=12_u32 {
            let ratio = f64::from(13 - events) / f64::from(events) * share / (1.0 - share);
            chances.push(chances[chances.len() - 1] * ratio);
        }
        chances
    };
    for step in 1..20 {
        let chances = chances(f64::from(step) / 20.0);
        let mut held = 0.0;
        for (later, a) in (0..).map(f64::from).zip(&chances) {
            for (earlier, b) in (0..).map(f64::from).zip(&chances) {
                let found = proportions((later, 12.0), (earlier, 12.0)).unwrap();
                held += if is_beyond_chance(found, 0.0) {
                    0.0
                } else {
                    a * b
                };
            }
        }
        assert!(held > 0.93, "{step} {held}");
    }
}

#[test]
fn nothing_earlier_has_no_ratio_and_nothing_at_all_no_difference() {
    let (none, some) = ((0.0, 10.0), (3.0, 10.0));
    assert_eq!(ratio(some, none, RatioLimits::Exact), None);
    assert_eq!(ratio(some, none, RatioLimits::Logarithm), None);
    assert_eq!(ratio(none, some, RatioLimits::Logarithm), None);
    let fallen = ratio(none, some, RatioLimits::Exact).unwrap();
    assert_eq!((fallen.value, fallen.low), (0.0, 0.0));
    assert_eq!(rates(none, none), None);
    assert!(proportions(none, none).is_some());
}

#[test]
fn nonsense_has_no_change() {
    let good = (3.0, 10.0);
    let empty = [(1.0, 0.0)];
    let bad = UNSOUND.iter().flat_map(|bad| [(*bad, 10.0), (3.0, *bad)]);
    for bad in bad.chain(empty) {
        for (later, earlier) in [(good, bad), (bad, good)] {
            assert_eq!(proportions(later, earlier), None);
            assert_eq!(rates(later, earlier), None);
            for limits in [RatioLimits::Exact, RatioLimits::Logarithm] {
                assert_eq!(ratio(later, earlier, limits), None);
            }
        }
    }
    assert_eq!(proportions((11.0, 10.0), good), None);
}
