//! Confidence intervals of rates and proportions, 95 %, by the method that a package declares.

use serde::{Deserialize, Serialize};

use crate::statistics::Confidence;
use crate::statistics::approximate::{byar, wilson};
use crate::statistics::exact::{clopper_pearson, poisson};

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
    /// Clopper and Pearson's exact interval, for proportions; what a proportion has if nothing is declared.
    Exact,
    /// The exact Poisson limits, for rates.
    ExactPoisson,
    /// Dobson's limits, for directly standardised rates; those of a crude rate, a single stratum, are Byar's.
    Dobson,
}

impl Method {
    /// Limits of `events / population`, before any factor; none where the method has none.
    #[must_use]
    pub fn limits(self, events: f64, population: f64) -> Option<(f64, f64)> {
        let of_count = match self {
            Self::None => return None,
            Self::Wilson => return wilson(events, population, Confidence::P95),
            Self::Exact => return clopper_pearson(events, population, Confidence::P95),
            Self::Byar | Self::Dobson => byar(events, Confidence::P95),
            Self::ExactPoisson => poisson(events, Confidence::P95),
        };
        let (low, high) = of_count?;
        let sound = population > 0.0 && population.is_finite();
        sound.then(|| (low / population, high / population))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sources are those of the functions: Newcombe 1998 for 81 of 263, R's documentation for 137 over 24.19893.
    #[test]
    fn each_method_gives_its_own_limits() {
        let close = |found: Option<(f64, f64)>, (low, high): (f64, f64)| {
            let (a, b) = found.unwrap();
            assert!(
                (a - low).abs() < 5e-5 && (b - high).abs() < 5e-5,
                "{found:?}"
            );
        };
        close(Method::Wilson.limits(81.0, 263.0), (0.2553, 0.3662));
        close(Method::Exact.limits(81.0, 263.0), (0.2527, 0.3676));
        let exact = Method::ExactPoisson.limits(137.0, 24.198_93);
        close(exact, (4.753_12, 6.692_71));
        let byar = Method::Byar.limits(137.0, 24.198_93);
        assert!(byar.is_some() && byar != exact);
        assert_eq!(Method::Dobson.limits(137.0, 24.198_93), byar);
        assert_eq!(Method::None.limits(81.0, 263.0), None);
    }

    #[test]
    fn what_cannot_be_has_no_interval() {
        let all = [
            Method::Byar,
            Method::Wilson,
            Method::None,
            Method::Exact,
            Method::ExactPoisson,
            Method::Dobson,
        ];
        for method in all {
            for (events, population) in [
                (3.0, 0.0),
                (-1.0, 5.0),
                (f64::NAN, 5.0),
                (1.0, f64::INFINITY),
            ] {
                assert_eq!(method.limits(events, population), None, "{method:?}");
            }
        }
        assert_eq!(Method::Wilson.limits(3.0, 2.0), None);
        assert_eq!(Method::Exact.limits(3.0, 2.0), None);
        assert!(Method::Byar.limits(3.0, 2.0).is_some());
    }

    #[test]
    fn methods_are_declared_by_their_names() {
        use serde::de::IntoDeserializer;
        use serde::de::value::{Error, StrDeserializer};
        for (name, method) in [
            ("byar", Method::Byar),
            ("wilson", Method::Wilson),
            ("none", Method::None),
            ("exact", Method::Exact),
            ("exact_poisson", Method::ExactPoisson),
            ("dobson", Method::Dobson),
        ] {
            let text: StrDeserializer<'_, Error> = name.into_deserializer();
            assert_eq!(Method::deserialize(text), Ok(method));
        }
    }
}
