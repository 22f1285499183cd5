//! Runs of points on one side of the centre line: the two rules by Anhøj (Anhøj and Olesen, PLoS ONE 9 (2014) e113825; Anhøj,
//! PLoS ONE 10 (2015) e0121349).

use super::special::binomial_below;

/// Points that a series must have off its centre line before its runs are judged: the rules were studied from ten.
pub const FEWEST_POINTS: u32 = 10;

/// The runs of a series about its centre line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Runs {
    /// Points not on the centre line itself; only they count.
    pub useful: u32,
    /// Points of the longest run on one side.
    pub longest: u32,
    /// Times the line is crossed.
    pub crossings: u32,
}

impl Runs {
    /// Counts runs about `centre`; missing points and points on the line are passed over.
    #[must_use]
    pub fn about(centre: f64, values: &[Option<f64>]) -> Self {
        let mut runs = Self::default();
        let (mut side, mut length) = (None, 0);
        let off_line = values.iter().flatten().filter(|value| **value != centre);
        for above in off_line.map(|value| *value > centre) {
            if side.is_some_and(|side| side != above) {
                runs.crossings += 1;
                length = 0;
            }
            side = Some(above);
            length += 1;
            runs.useful += 1;
            runs.longest = runs.longest.max(length);
        }
        runs
    }

    /// Whether a run is longer than chance allows; not judged for too few points.
    #[must_use]
    pub fn is_too_long(self) -> Option<bool> {
        longest_allowed(self.useful).map(|allowed| self.longest > allowed)
    }

    /// Whether the line is crossed more seldom than chance allows; not judged for too few points.
    #[must_use]
    pub fn is_crossed_too_seldom(self) -> Option<bool> {
        crossings_needed(self.useful).map(|needed| self.crossings < needed)
    }
}

/// The longest run that chance allows: three more than the binary logarithm of the points, rounded.
#[must_use]
pub fn longest_allowed(points: u32) -> Option<u32> {
    (points >= FEWEST_POINTS).then(|| {
        // The logarithm is rounded up from the root of two times a power of two: where the square has one more bit.
        let square = u64::from(points) * u64::from(points);
        square.ilog2().div_ceil(2) + 3
    })
}

/// The fewest crossings that chance allows: the lower 5 % limit of as many throws of a coin as there are gaps.
#[must_use]
pub fn crossings_needed(points: u32) -> Option<u32> {
    if points < FEWEST_POINTS {
        return None;
    }
    let gaps = f64::from(points) - 1.0;
    let (mut below, mut enough) = (0, points);
    while enough - below > 1 {
        let middle = below + (enough - below) / 2;
        if binomial_below(f64::from(middle), (gaps, 0.5)) < 0.05 {
            below = middle;
        } else {
            enough = middle;
        }
    }
    Some(enough)
}

/// The middle value of those that are there, or the mean of the two middle ones; none if one is not finite.
#[must_use]
pub fn median(values: &[Option<f64>]) -> Option<f64> {
    let mut sorted: Vec<f64> = values.iter().copied().flatten().collect();
    if !sorted.iter().all(|value| value.is_finite()) {
        return None;
    }
    sorted.sort_by(f64::total_cmp);
    let upper = *sorted.get(sorted.len() / 2)?;
    let lower = *sorted.get(sorted.len().checked_sub(1)? / 2)?;
    Some(lower + (upper - lower) / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The critical values of the vignette of R's package `qicharts2` by Anhøj: `round(log2(n)) + 3` and
    /// `qbinom(0.05, n - 1, 0.5)`, computed independently with SciPy.
    #[test]
    fn limits_are_those_of_anhoejs_table() {
        let table = [
            (10, 6, 2),
            (11, 6, 2),
            (12, 7, 3),
            (13, 7, 3),
            (14, 7, 4),
            (15, 7, 4),
            (16, 7, 4),
            (17, 7, 5),
            (18, 7, 5),
            (19, 7, 6),
            (20, 7, 6),
            (21, 7, 6),
            (22, 7, 7),
            (23, 8, 7),
            (24, 8, 8),
            (25, 8, 8),
            (26, 8, 8),
            (27, 8, 9),
            (28, 8, 9),
            (29, 8, 10),
            (30, 8, 10),
            (45, 8, 17),
            (46, 9, 17),
            (60, 9, 23),
            (90, 9, 37),
            (91, 10, 37),
            (100, 10, 41),
            (1000, 13, 474),
            (10000, 16, 4917),
        ];
        for (points, longest, crossings) in table {
            assert_eq!(longest_allowed(points), Some(longest), "{points}");
            assert_eq!(crossings_needed(points), Some(crossings), "{points}");
        }
    }

    #[test]
    fn few_points_are_not_judged() {
        for points in 0..FEWEST_POINTS {
            assert_eq!(longest_allowed(points), None);
            assert_eq!(crossings_needed(points), None);
        }
        let runs = Runs::about(0.0, &[Some(1.0); 9]);
        assert_eq!(
            (runs.is_too_long(), runs.is_crossed_too_seldom()),
            (None, None)
        );
    }

    fn runs(series: &str) -> Runs {
        let value = |letter| match letter {
            '+' => Some(1.0),
            '-' => Some(-1.0),
            '0' => Some(0.0),
            _ => None,
        };
        Runs::about(0.0, &series.chars().map(value).collect::<Vec<_>>())
    }

    /// The second is the example of Wentzel-Larsen and Anhøj, "Crossings, runs and crossrun" (sciencetrends.com, 2019): 13
    /// points, five crossings, a longest run of three.
    #[test]
    fn runs_and_crossings_are_counted_between_points_off_the_line() {
        for (series, useful, longest, crossings) in [
            ("", 0, 0, 0),
            ("+++---+--+---", 13, 3, 5),
            ("++0++ +-", 6, 5, 1),
            ("0000", 0, 0, 0),
            ("+-+-", 4, 1, 3),
        ] {
            let expected = Runs {
                useful,
                longest,
                crossings,
            };
            assert_eq!(runs(series), expected, "{series}");
        }
    }

    #[test]
    fn a_run_signals_only_beyond_its_limit() {
        let said = |series| {
            (
                runs(series).is_too_long(),
                runs(series).is_crossed_too_seldom(),
            )
        };
        assert_eq!(said("++++++-+-+"), (Some(false), Some(false)));
        assert_eq!(said("+++++++-+-"), (Some(true), Some(false)));
        assert_eq!(said("+++++-----"), (Some(false), Some(true)));
        assert_eq!(said("+++++++---"), (Some(true), Some(true)));
    }

    #[test]
    fn the_median_is_the_middle_or_between_the_two_in_the_middle() {
        assert_eq!(median(&[Some(3.0), None, Some(1.0), Some(2.0)]), Some(2.0));
        assert_eq!(
            median(&[Some(4.0), Some(1.0), Some(2.0), Some(3.0)]),
            Some(2.5)
        );
        assert_eq!(median(&[None]), None);
        assert_eq!(median(&[Some(1.0), Some(f64::NAN)]), None);
    }
}
