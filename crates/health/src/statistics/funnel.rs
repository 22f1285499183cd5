//! Funnel limits: how far places of each size may lie from a target by chance alone (Spiegelhalter, Funnel plots for
//! comparing institutional performance, Statistics in Medicine 24 (2005) 1185–1202).

use super::special::{binomial_below, poisson_below};
use super::{Confidence, is_size};

/// What is plotted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plotted {
    /// People with the event over people: binomial.
    Proportion,
    /// Events over people or their years: Poisson. A ratio of observed to expected is one with the expected as its size and a
    /// target of one; a directly standardised rate is one with the [`effective_size`] as its size.
    Rate,
}

impl Plotted {
    /// The variance of one unit of size at the target; none where there can be no such target.
    pub(super) fn variance(self, target: f64) -> Option<f64> {
        match self {
            Self::Proportion => (target > 0.0 && target < 1.0).then_some(target * (1.0 - target)),
            Self::Rate => is_size(target).then_some(target),
        }
    }

    /// The most a figure can be.
    pub(super) fn ceiling(self) -> f64 {
        match self {
            Self::Proportion => 1.0,
            Self::Rate => f64::INFINITY,
        }
    }

    fn chance_below(self, events: f64, (size, target): (f64, f64)) -> f64 {
        match self {
            Self::Proportion => binomial_below(events, (size, target)),
            Self::Rate => poisson_below(events, size * target),
        }
    }

    /// More events than any limit asked for: ten standard errors and a few more above the expected.
    fn reach(self, size: f64, target: f64) -> f64 {
        let expected = size * target;
        let reach = libm::ceil(expected + 10.0 * libm::sqrt(expected + 1.0) + 20.0);
        match self {
            Self::Proportion => reach.min(libm::ceil(size)),
            Self::Rate => reach,
        }
    }
}

/// Expected events, and people, from which the distribution is not added up but expanded.
const MANY_EVENTS: f64 = 1e5;
const MANY_PEOPLE: f64 = 1e8;

/// Limits around `target` for a place of this size, from the exact distribution, interpolated between whole numbers of events
/// so that the funnel is smooth (appendix A.1.1 of the paper).
#[must_use]
pub fn limits(
    plotted: Plotted,
    target: f64,
    size: f64,
    confidence: Confidence,
) -> Option<(f64, f64)> {
    plotted.variance(target)?;
    if !is_size(size) || !is_size(size * target) {
        return None;
    }
    if size * target >= MANY_EVENTS && (plotted == Plotted::Rate || size >= MANY_PEOPLE) {
        return Some(of_many(plotted, target, (size, confidence)));
    }
    let tail = confidence.tail();
    let at = |level| events_at(plotted, level, (size, target)) / size;
    Some((at(tail), at(1.0 - tail).min(plotted.ceiling())))
}

/// Cornish and Fisher's expansion to the skewness; half an event back, since the interpolation ends at whole events.
fn of_many(plotted: Plotted, target: f64, (size, confidence): (f64, Confidence)) -> (f64, f64) {
    let z = confidence.z();
    let (spread, skew) = match plotted {
        Plotted::Proportion => (size * target * (1.0 - target), 1.0 - 2.0 * target),
        Plotted::Rate => (size * target, 1.0),
    };
    let middle = skew * (z * z - 1.0) / 6.0 - 0.5;
    let at = |z: f64| target + (z * libm::sqrt(spread) + middle) / size;
    (at(-z).max(0.0), at(z).min(plotted.ceiling()))
}

/// The people that would have had these events at this directly standardised rate, which stand for the place's own in the limits
/// (Public Health England's method for funnels of standardised rates, package `PHEindicatormethods`, `calculate_funnel_points`:
/// the events over the rate). None below ten events, where such a rate is not shown.
#[must_use]
pub fn effective_size(events: f64, rate: f64) -> Option<f64> {
    let is_shown = super::is_count(events) && events >= super::small::FEW_EVENTS;
    (is_shown && is_size(rate)).then(|| events / rate)
}

/// The number of events, between whole ones, whose chance of so many or fewer is `level`.
fn events_at(plotted: Plotted, level: f64, place: (f64, f64)) -> f64 {
    let below = |events: f64| plotted.chance_below(events, place);
    let (mut low, mut high) = (-1.0, plotted.reach(place.0, place.1));
    while high - low > 1.0 {
        let middle = libm::floor(low + (high - low) / 2.0);
        if below(middle) > level {
            high = middle;
        } else {
            low = middle;
        }
    }
    let chance = below(high);
    let before = if low < 0.0 { 0.0 } else { below(low) };
    let back = (chance - level) / (chance - before);
    (high - back).max(0.0)
}

/// Limits by the normal approximation: the target and so many standard errors (§2 of the paper).
#[must_use]
pub fn approximate(
    plotted: Plotted,
    target: f64,
    size: f64,
    confidence: Confidence,
) -> Option<(f64, f64)> {
    let variance = plotted.variance(target)?;
    is_size(size).then(|| around(plotted, target, (variance / size, confidence)))
}

/// So many standard errors around the target, within what a figure can be.
pub(super) fn around(
    plotted: Plotted,
    target: f64,
    (variance, confidence): (f64, Confidence),
) -> (f64, f64) {
    let reach = confidence.z() * libm::sqrt(variance);
    let high = (target + reach).min(plotted.ceiling());
    ((target - reach).max(0.0), high)
}

#[cfg(test)]
mod published;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::check::{UNSOUND, assert_printed};

    /// Computed independently in rational arithmetic (Python `fractions`, Poisson in 60 digits) from the paper's formula.
    #[test]
    fn exact_limits_follow_the_papers_interpolation() {
        for (plotted, target, size, inner, outer) in [
            (
                Plotted::Proportion,
                0.1,
                50.0,
                (0.013_862_927_0, 0.179_722_727_6),
                (0.000_000_000_0, 0.240_128_418_8),
            ),
            (
                Plotted::Proportion,
                0.3,
                200.0,
                (0.235_030_537_1, 0.362_040_775_3),
                (0.200_523_260_2, 0.400_105_406_2),
            ),
            (
                Plotted::Proportion,
                0.9,
                35.0,
                (0.775_495_793_4, 0.971_464_588_9),
                (0.698_195_111_7, 0.998_858_583_6),
            ),
            (
                Plotted::Rate,
                1.0,
                4.0,
                (0.022_809_609_4, 1.969_461_342_3),
                (0.000_000_000_0, 2.738_988_149_6),
            ),
            (
                Plotted::Rate,
                1.0,
                30.0,
                (0.641_104_308_9, 1.357_214_897_1),
                (0.469_241_585_7, 1.593_736_823_8),
            ),
            (
                Plotted::Rate,
                0.02,
                1_500.0,
                (0.012_822_086_2, 0.027_144_297_9),
                (0.009_384_831_7, 0.031_874_736_5),
            ),
        ] {
            let found = |confidence| limits(plotted, target, size, confidence).unwrap();
            assert_printed(found(Confidence::P95), inner, 9);
            assert_printed(found(Confidence::P998), outer, 9);
        }
    }

    /// The target and two and three standard errors: 0.1 ± 1.96 and ± 3.09 times 0.03.
    #[test]
    fn approximate_limits_are_standard_errors_from_the_target() {
        let found = |confidence| approximate(Plotted::Proportion, 0.1, 100.0, confidence).unwrap();
        assert_printed(found(Confidence::P95), (0.041_201_1, 0.158_798_9), 7);
        assert_printed(found(Confidence::P998), (0.007_293_0, 0.192_707_0), 7);
        let ratio = approximate(Plotted::Rate, 1.0, 25.0, Confidence::P95).unwrap();
        assert_printed(ratio, (0.608_007_2, 1.391_992_8), 7);
    }

    #[test]
    fn the_funnel_narrows_holds_its_target_and_approaches_the_approximation() {
        for (plotted, target) in [(Plotted::Proportion, 0.2), (Plotted::Rate, 0.05)] {
            for confidence in [Confidence::P95, Confidence::P998] {
                let mut widths = Vec::new();
                for size in [100.0, 400.0, 2_000.0, 20_000.0, 1e6] {
                    let (low, high) = limits(plotted, target, size, confidence).unwrap();
                    assert!(low < target && target < high);
                    widths.push(high - low);
                }
                assert!(widths.is_sorted_by(|wide, narrow| wide > narrow));
                let near = approximate(plotted, target, 1e6, confidence).unwrap();
                let exact = limits(plotted, target, 1e6, confidence).unwrap();
                assert!((near.0 - exact.0).abs() < 2e-5 && (near.1 - exact.1).abs() < 2e-5);
            }
        }
    }

    #[test]
    fn the_expansion_for_many_events_meets_the_distribution_for_fewer() {
        for confidence in [Confidence::P95, Confidence::P998] {
            for (plotted, target, size) in [
                (Plotted::Rate, 0.5, 199_998.0),
                (Plotted::Proportion, 0.1, 999_999.0),
            ] {
                let events = |(low, high): (f64, f64)| (low * size, high * size);
                let exact = limits(plotted, target, size, confidence).unwrap();
                let expanded = of_many(plotted, target, (size, confidence));
                assert_printed(events(expanded), events(exact), 1);
            }
        }
        let vast = limits(Plotted::Rate, 1.0, 1e12, Confidence::P998).unwrap();
        assert!(vast.0 > 0.999_99 && vast.1 < 1.000_01);
    }

    #[test]
    fn the_outer_limits_lie_outside_the_inner_and_within_what_can_be() {
        for size in 1..200 {
            for target in [0.01, 0.5, 0.97] {
                let at = |confidence| {
                    limits(Plotted::Proportion, target, f64::from(size), confidence).unwrap()
                };
                let (inner, outer) = (at(Confidence::P95), at(Confidence::P998));
                assert!(0.0 <= outer.0 && outer.0 <= inner.0 && inner.0 <= inner.1);
                assert!(inner.1 <= outer.1 && outer.1 <= 1.0);
            }
        }
    }

    #[test]
    fn nonsense_has_no_funnel() {
        for bad in UNSOUND.into_iter().chain([0.0]) {
            for plotted in [Plotted::Proportion, Plotted::Rate] {
                assert_eq!(limits(plotted, bad, 10.0, Confidence::P95), None);
                assert_eq!(limits(plotted, 0.5, bad, Confidence::P95), None);
                assert_eq!(approximate(plotted, bad, 10.0, Confidence::P95), None);
                assert_eq!(approximate(plotted, 0.5, bad, Confidence::P95), None);
            }
        }
        let certain = limits(Plotted::Proportion, 1.0, 10.0, Confidence::P95);
        assert_eq!(certain, None);
        for bad in UNSOUND.into_iter().chain([0.0]) {
            assert_eq!(effective_size(bad, 0.1), None);
            assert_eq!(effective_size(10.0, bad), None);
        }
        assert_eq!(effective_size(9.0, 0.1), None);
    }
}
