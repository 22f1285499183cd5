//! How a figure stands against a benchmark: only its interval can say.

use std::cmp::Ordering;

use crate::indicator::Direction;

/// What may be said of a figure beside a benchmark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The whole interval lies on the good side.
    Better,
    /// The benchmark lies within the interval.
    NoDifference,
    /// The whole interval lies on the bad side.
    Worse,
    /// No direction is declared, or there is no interval or no benchmark.
    NotJudged,
}

/// Where an interval lies from a benchmark: wholly below, around it (its ends are part of it) or wholly above (Office for
/// Health Improvement and Disparities, Fingertips technical guidance: lower, similar, higher).
#[must_use]
pub fn position((low, high): (f64, f64), benchmark: f64) -> Option<Ordering> {
    let sound = low <= high && !benchmark.is_nan();
    let position = if high < benchmark {
        Ordering::Less
    } else if low > benchmark {
        Ordering::Greater
    } else {
        Ordering::Equal
    };
    sound.then_some(position)
}

/// Better, no difference or worse, by the way that is good.
///
/// The benchmark counts as known: it must be of many more people than the figure, as a country's is.
#[must_use]
pub fn verdict(
    limits: Option<(f64, f64)>,
    benchmark: Option<f64>,
    direction: Direction,
) -> Verdict {
    let position = limits
        .zip(benchmark)
        .and_then(|(limits, benchmark)| position(limits, benchmark));
    match (position, direction) {
        (None, _) | (_, Direction::None) => Verdict::NotJudged,
        (Some(Ordering::Equal), _) => Verdict::NoDifference,
        (Some(Ordering::Less), Direction::Low) | (Some(Ordering::Greater), Direction::High) => {
            Verdict::Better
        }
        _ => Verdict::Worse,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_interval_wholly_on_one_side_is_better_or_worse() {
        let cases = [
            ((4.0, 6.0), Verdict::Better, Verdict::Worse),
            ((12.0, 16.0), Verdict::Worse, Verdict::Better),
            ((9.0, 11.0), Verdict::NoDifference, Verdict::NoDifference),
            ((4.0, 10.0), Verdict::NoDifference, Verdict::NoDifference),
            ((10.0, 14.0), Verdict::NoDifference, Verdict::NoDifference),
        ];
        for (limits, low_is_good, high_is_good) in cases {
            let verdict = |direction| verdict(Some(limits), Some(10.0), direction);
            assert_eq!(verdict(Direction::Low), low_is_good, "{limits:?}");
            assert_eq!(verdict(Direction::High), high_is_good, "{limits:?}");
            assert_eq!(verdict(Direction::None), Verdict::NotJudged);
        }
    }

    #[test]
    fn nothing_to_compare_is_not_judged() {
        assert_eq!(verdict(None, Some(1.0), Direction::Low), Verdict::NotJudged);
        let alone = verdict(Some((1.0, 2.0)), None, Direction::Low);
        assert_eq!(alone, Verdict::NotJudged);
        for (limits, benchmark) in [
            ((2.0, 1.0), 1.0),
            ((f64::NAN, 1.0), 1.0),
            ((0.0, 1.0), f64::NAN),
        ] {
            assert_eq!(position(limits, benchmark), None);
            let said = verdict(Some(limits), Some(benchmark), Direction::High);
            assert_eq!(said, Verdict::NotJudged);
        }
    }

    #[test]
    fn without_a_direction_the_side_can_still_be_told() {
        assert_eq!(position((4.0, 6.0), 10.0), Some(Ordering::Less));
        assert_eq!(position((4.0, f64::INFINITY), 3.0), Some(Ordering::Greater));
    }
}
