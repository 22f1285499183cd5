//! Trends that multiply: the change in per cent a year.

use super::trend::linear;
use super::{Confidence, Estimate, is_rate, is_size};

/// Events of a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Year {
    /// The year, or the number of another period.
    pub year: f64,
    /// Events seen in it.
    pub events: f64,
    /// People, or the events expected.
    pub population: f64,
}

/// Steps of Fisher's scoring; the likelihood is concave and has settled long before.
const MOST_STEPS: u32 = 100;

/// The change of a rate in per cent a year, from a Poisson regression of events on the year with the people as offset, by
/// maximum likelihood with Wald's limits (McCullagh and Nelder, Generalized Linear Models, 1989, §6.2).
///
/// None for fewer than three years, for nonsense, or where events lie so that no finite change fits best.
#[must_use]
pub fn of_counts(years: &[Year], confidence: Confidence) -> Option<Estimate> {
    let is_sound = |year: &Year| year.year.is_finite() && is_rate((year.events, year.population));
    if years.len() < 3 || !years.iter().all(is_sound) {
        return None;
    }
    let middle = years.iter().map(|year| year.year).sum::<f64>() / years.len() as f64;
    let events: f64 = years.iter().map(|year| year.events).sum();
    let people: f64 = years.iter().map(|year| year.population).sum();
    let (mut level, mut slope) = (libm::log(events / people), 0.0);
    for _ in 0..MOST_STEPS {
        let sums = Sums::of(years, (level, slope, middle));
        let determinant = sums.weight * sums.squares - sums.first * sums.first;
        let level_step = (sums.squares * sums.score - sums.first * sums.slope_score) / determinant;
        let step = (sums.weight * sums.slope_score - sums.first * sums.score) / determinant;
        (level, slope) = (level + level_step, slope + step);
        let error = libm::sqrt(sums.weight / determinant);
        if level_step.abs() + step.abs() < 1e-12 * (1.0 + level.abs()) {
            let reach = confidence.z() * error;
            let found = Estimate::new(slope, (slope - reach, slope + reach));
            return is_size(error).then(|| found.map(per_cent));
        }
    }
    None
}

/// Sums over the years of what is expected in them, and of what was seen beyond it, by powers of the year.
#[derive(Default)]
struct Sums {
    weight: f64,
    first: f64,
    squares: f64,
    score: f64,
    slope_score: f64,
}

impl Sums {
    fn of(years: &[Year], (level, slope, middle): (f64, f64, f64)) -> Self {
        let mut sums = Self::default();
        for year in years {
            let from_middle = year.year - middle;
            let expected = year.population * libm::exp(level + slope * from_middle);
            let beyond = year.events - expected;
            sums.weight += expected;
            sums.first += expected * from_middle;
            sums.squares += expected * from_middle * from_middle;
            sums.score += beyond;
            sums.slope_score += beyond * from_middle;
        }
        sums
    }
}

/// The change in per cent a year of values above zero, from a straight line through their logarithms with Student's t (the
/// "annual percent change" of SEER*Stat, National Cancer Institute).
#[must_use]
pub fn of_values(points: &[(f64, f64)], confidence: Confidence) -> Option<Estimate> {
    let logarithm =
        |(year, value): &(f64, f64)| is_size(*value).then(|| (*year, libm::log(*value)));
    let points: Option<Vec<(f64, f64)>> = points.iter().map(logarithm).collect();
    Some(linear(&points?, confidence)?.slope.map(per_cent))
}

fn per_cent(slope: f64) -> f64 {
    100.0 * libm::expm1(slope)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::check::{UNSOUND, assert_estimate};

    fn years(events: &[f64], population: impl Fn(f64) -> f64) -> Vec<Year> {
        let numbered = (1..).map(f64::from).zip(events);
        let year = |(year, events): (f64, &f64)| Year {
            year,
            events: *events,
            population: population(year),
        };
        numbered.map(year).collect()
    }

    /// Deaths from AIDS in Australia by quarter, 1983–1986 (Whyte, Gold, Dobson and Cooper, Medical Journal of Australia 146
    /// (1987) 65–69). The slope of 0.2565 with a standard error of 0.0220 and its limits were computed independently in NumPy.
    #[test]
    fn deaths_from_aids_grew_by_29_per_cent_a_quarter() {
        let deaths = [
            0.0, 1.0, 2.0, 3.0, 1.0, 4.0, 9.0, 18.0, 23.0, 31.0, 20.0, 25.0, 37.0, 45.0,
        ];
        let found = of_counts(&years(&deaths, |_| 1.0), Confidence::P95).unwrap();
        assert_estimate(found, (29.242_926, 23.779_024, 34.948_017), 6);
    }

    /// Counts that grow just as the people do have no trend; twice as fast in people as in counts is a fall.
    #[test]
    fn people_are_the_offset() {
        let counts = [100.0, 200.0, 400.0, 800.0];
        let even = of_counts(&years(&counts, libm::exp2), Confidence::P95).unwrap();
        assert!(even.value.abs() < 1e-9 && even.low < 0.0 && even.high > 0.0);
        let fall = of_counts(
            &years(&counts, |year| libm::exp2(2.0 * year)),
            Confidence::P95,
        );
        assert!((fall.unwrap().value + 50.0).abs() < 1e-9);
    }

    /// Computed independently with SciPy: a line through the logarithms, eight degrees of freedom.
    #[test]
    fn values_have_the_change_of_their_logarithms() {
        let rates = [52.1, 51.0, 50.9, 48.7, 47.2, 47.9, 46.0, 44.4, 44.1, 42.8];
        let points: Vec<(f64, f64)> = (2011..).map(f64::from).zip(rates).collect();
        assert_estimate(
            of_values(&points, Confidence::P95).unwrap(),
            (-2.174_026_592, -2.474_725_831, -1.872_400_208),
            9,
        );
    }

    #[test]
    fn a_year_numbered_from_elsewhere_gives_the_same_change() {
        let early = years(&[12.0, 15.0, 11.0, 19.0], |_| 100.0);
        let later = early.iter().map(|year| Year {
            year: year.year + 2020.0,
            ..*year
        });
        let later: Vec<Year> = later.collect();
        let (a, b) = (
            of_counts(&early, Confidence::P95),
            of_counts(&later, Confidence::P95),
        );
        assert!((a.unwrap().value - b.unwrap().value).abs() < 1e-9);
    }

    #[test]
    fn events_in_the_last_year_only_have_no_finite_growth() {
        assert_eq!(
            of_counts(&years(&[0.0, 0.0, 9.0], |_| 1.0), Confidence::P95),
            None
        );
        assert_eq!(
            of_counts(&years(&[0.0, 0.0, 0.0], |_| 1.0), Confidence::P95),
            None
        );
        assert_eq!(
            of_counts(&years(&[3.0, 4.0], |_| 1.0), Confidence::P95),
            None
        );
        let same = [Year {
            year: 1.0,
            events: 3.0,
            population: 1.0,
        }; 4];
        assert_eq!(of_counts(&same, Confidence::P95), None);
    }

    #[test]
    fn nonsense_has_no_growth() {
        for bad in UNSOUND {
            let counts = years(&[3.0, bad, 4.0], |_| 1.0);
            assert_eq!(of_counts(&counts, Confidence::P95), None);
            let counts = years(&[3.0, 2.0, 4.0], |_| bad);
            assert_eq!(of_counts(&counts, Confidence::P95), None);
            let points = [(1.0, 3.0), (2.0, bad), (3.0, 2.0)];
            assert_eq!(of_values(&points, Confidence::P95), None);
        }
        let zero = [(1.0, 3.0), (2.0, 0.0), (3.0, 2.0)];
        assert_eq!(of_values(&zero, Confidence::P95), None);
    }
}
