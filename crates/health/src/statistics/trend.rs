//! Straight trends over years: the least squares line with the interval of its slope.

use super::special::student;
use super::{Confidence, Estimate};

/// A straight line through points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// Its height at the mean of the years.
    pub middle: f64,
    /// The mean of the years.
    pub mean_year: f64,
    /// What it rises by in a year.
    pub slope: Estimate,
    /// The standard error of the slope.
    pub error: f64,
}

impl Line {
    /// The height of the line in a year.
    #[must_use]
    pub fn at(&self, year: f64) -> f64 {
        self.middle + self.slope.value * (year - self.mean_year)
    }
}

/// The line through points of year and value, with the interval of its slope from Student's t (NIST/SEMATECH e-Handbook
/// §4.1.4.1). None for fewer than three points, for a single year, or if a number is not finite.
#[must_use]
pub fn linear(points: &[(f64, f64)], confidence: Confidence) -> Option<Line> {
    let number = points.len() as f64;
    if number < 3.0 {
        return None;
    }
    let sum = |of: &dyn Fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>();
    let mean_year = sum(&|(year, _)| *year) / number;
    let middle = sum(&|(_, value)| *value) / number;
    let squares = sum(&|(year, _)| (year - mean_year) * (year - mean_year));
    let products = sum(&|(year, value)| (year - mean_year) * (value - middle));
    let slope = products / squares;
    let left = |(year, value): &(f64, f64)| value - middle - slope * (year - mean_year);
    let residual = sum(&|point| left(point) * left(point)) / (number - 2.0);
    let error = libm::sqrt(residual / squares);
    let reach = error * student(confidence.tail(), number - 2.0);
    let sound = slope.is_finite() && reach.is_finite() && squares > 0.0;
    sound.then(|| Line {
        middle,
        mean_year,
        slope: Estimate::new(slope, (slope - reach, slope + reach)),
        error,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::check::{UNSOUND, assert_estimate};

    /// NIST Statistical Reference Datasets, linear regression, "Norris": value and concentration, calibrating ozone monitors.
    const NORRIS: [(f64, f64); 36] = [
        (0.2, 0.1),
        (337.4, 338.8),
        (118.2, 118.1),
        (884.6, 888.0),
        (10.1, 9.2),
        (226.5, 228.1),
        (666.3, 668.5),
        (996.3, 998.5),
        (448.6, 449.1),
        (777.0, 778.9),
        (558.2, 559.2),
        (0.4, 0.3),
        (0.6, 0.1),
        (775.5, 778.1),
        (666.9, 668.8),
        (338.0, 339.3),
        (447.5, 448.9),
        (11.6, 10.8),
        (556.0, 557.7),
        (228.1, 228.3),
        (995.8, 998.0),
        (887.6, 888.8),
        (120.2, 119.6),
        (0.3, 0.3),
        (0.3, 0.6),
        (556.8, 557.6),
        (339.1, 339.3),
        (887.2, 888.0),
        (999.0, 998.5),
        (779.0, 778.9),
        (11.1, 10.2),
        (118.3, 117.6),
        (229.2, 228.9),
        (669.1, 668.4),
        (448.9, 449.2),
        (0.5, 0.2),
    ];

    /// The certified values, to their fifteen digits. The interval was computed independently with SciPy.
    #[test]
    fn the_line_is_the_certified_one() {
        let line = linear(&NORRIS, Confidence::P95).unwrap();
        assert!((line.slope.value / 1.002_116_818_020_45 - 1.0).abs() < 1e-13);
        assert!((line.at(0.0) / -0.262_323_073_774_029 - 1.0).abs() < 1e-11);
        assert!((line.error / 0.429_796_848_199_937e-3 - 1.0).abs() < 1e-12);
        let printed = (1.002_116_818_020, 1.001_243_365_736, 1.002_990_270_305);
        assert_estimate(line.slope, printed, 12);
    }

    #[test]
    fn a_straight_series_has_its_slope_and_no_doubt() {
        let points: Vec<(f64, f64)> = (2015..2025)
            .map(|year| (f64::from(year), 3.0 - 0.5 * f64::from(year - 2015)))
            .collect();
        let line = linear(&points, Confidence::P998).unwrap();
        assert_estimate(line.slope, (-0.5, -0.5, -0.5), 12);
        assert!((line.at(2030.0) + 4.5).abs() < 1e-11);
    }

    #[test]
    fn too_few_points_a_single_year_and_nonsense_have_no_trend() {
        assert_eq!(linear(&[], Confidence::P95), None);
        assert_eq!(linear(&[(1.0, 1.0), (2.0, 3.0)], Confidence::P95), None);
        assert_eq!(linear(&[(1.0, 1.0); 4], Confidence::P95), None);
        for bad in UNSOUND.into_iter().filter(|bad| !bad.is_finite()) {
            let points = [(1.0, 1.0), (2.0, bad), (3.0, 2.0)];
            assert_eq!(linear(&points, Confidence::P95), None);
            let points = [(1.0, 1.0), (bad, 2.0), (3.0, 2.0)];
            assert_eq!(linear(&points, Confidence::P95), None);
        }
    }
}
