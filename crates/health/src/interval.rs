//! Confidence intervals of rates and proportions, 95 %.

use serde::{Deserialize, Serialize};

/// How an interval is computed; its name is printed with every figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Byar's approximation to the exact Poisson limits, for rates.
    Byar,
    /// Wilson's score interval, for proportions.
    Wilson,
    /// No interval.
    #[default]
    None,
}

/// The 97.5th percentile of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

impl Method {
    /// Limits of `events / population`, before any factor; none where the method has none.
    #[must_use]
    pub fn limits(self, events: f64, population: f64) -> Option<(f64, f64)> {
        let sound = events >= 0.0 && population > 0.0;
        match self {
            Self::Byar if sound => {
                let (low, high) = byar(events);
                Some((low / population, high / population))
            }
            Self::Wilson if sound && events <= population => Some(wilson(events, population)),
            _ => None,
        }
    }
}

/// Limits of a count of events by Byar's method (Breslow and Day 1987, vol. 2, eq. 2.13).
#[must_use]
pub fn byar(events: f64) -> (f64, f64) {
    let limit = |count: f64, sign: f64| {
        let root = 1.0 - 1.0 / (9.0 * count) + sign * Z / (3.0 * libm::sqrt(count));
        count * root * root * root
    };
    let low = if events > 0.0 {
        limit(events, -1.0).max(0.0)
    } else {
        0.0
    };
    (low, limit(events + 1.0, 1.0))
}

/// Limits of a proportion by Wilson's score method (Wilson 1927; Newcombe 1998, method 3).
#[must_use]
pub fn wilson(events: f64, population: f64) -> (f64, f64) {
    let centre = 2.0 * events + Z * Z;
    let spread = Z * libm::sqrt(Z * Z + 4.0 * events * (1.0 - events / population));
    let scale = 2.0 * (population + Z * Z);
    (
        ((centre - spread) / scale).max(0.0),
        ((centre + spread) / scale).min(1.0),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rounded((low, high): (f64, f64), decimals: i32) -> (f64, f64) {
        let factor = 10_f64.powi(decimals);
        (
            (low * factor).round() / factor,
            (high * factor).round() / factor,
        )
    }

    /// Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3.
    #[test]
    fn wilson_gives_newcombes_published_limits() {
        assert_eq!(rounded(wilson(81.0, 263.0), 4), (0.2553, 0.3662));
        assert_eq!(rounded(wilson(15.0, 148.0), 4), (0.0624, 0.1605));
        assert_eq!(rounded(wilson(0.0, 20.0), 4), (0.0, 0.1611));
        assert_eq!(rounded(wilson(1.0, 29.0), 4), (0.0061, 0.1718));
    }

    /// Exact Poisson limits for 10 and 100 events are 4.80-18.39 and 81.36-121.63 (Pearson and Hartley 1966, table 40);
    /// Byar's approximation is within one in the second decimal at 10 events and closer above.
    #[test]
    fn byar_is_close_to_the_exact_limits() {
        let (low, high) = byar(10.0);
        assert!(
            (low - 4.795).abs() < 0.02 && (high - 18.391).abs() < 0.02,
            "{low} {high}"
        );
        let (low, high) = byar(100.0);
        assert!(
            (low - 81.364).abs() < 0.01 && (high - 121.627).abs() < 0.01,
            "{low} {high}"
        );
    }

    #[test]
    fn an_interval_holds_its_rate_and_stays_within_reach() {
        for events in 0..200_u32 {
            let (low, high) = Method::Wilson.limits(f64::from(events), 200.0).unwrap();
            assert!((0.0..=1.0).contains(&low) && low <= f64::from(events) / 200.0);
            assert!((0.0..=1.0).contains(&high) && high >= f64::from(events) / 200.0);
        }
        assert_eq!(Method::Wilson.limits(3.0, 2.0), None);
        assert_eq!(Method::Byar.limits(3.0, 0.0), None);
    }
}
