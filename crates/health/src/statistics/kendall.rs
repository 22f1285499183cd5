//! Whether a series rises or falls at all: Kendall's rank correlation with time (Mann, Econometrica 13 (1945) 245–259; Kendall,
//! Rank Correlation Methods, 1975).

use super::Confidence;

/// Fewest years for which the normal approximation of the test serves (Kendall 1975, p. 55, by Gilbert, Statistical Methods
/// for Environmental Pollution Monitoring, 1987, §16.4.2).
const FEWEST_YEARS: usize = 10;

/// The agreement of a series with its order in time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Agreement {
    /// Pairs that rise less pairs that fall.
    pub score: f64,
    /// The score in standard errors, corrected for continuity; ties are allowed for.
    pub z: f64,
}

impl Agreement {
    /// Whether the series rises or falls by more than chance.
    #[must_use]
    pub fn is_trend(self, confidence: Confidence) -> bool {
        self.z.abs() > confidence.z()
    }
}

/// The agreement of values in the order of their years; none for fewer than ten, for nonsense, or when all are equal.
#[must_use]
pub fn agreement(values: &[f64]) -> Option<Agreement> {
    if values.len() < FEWEST_YEARS || !values.iter().all(|value| value.is_finite()) {
        return None;
    }
    let mut rest = values;
    let mut score = 0.0;
    while let [first, later @ ..] = rest {
        score += later.iter().map(|value| sign(value - first)).sum::<f64>();
        rest = later;
    }
    let spread = |number: f64| number * (number - 1.0) * (2.0 * number + 5.0);
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let ties = sorted.chunk_by(|a, b| a == b);
    let tied: f64 = ties.map(|equal| spread(equal.len() as f64)).sum();
    let variance = (spread(values.len() as f64) - tied) / 18.0;
    let z = (score - sign(score)) / libm::sqrt(variance);
    (variance > 0.0).then_some(Agreement { score, z })
}

fn sign(value: f64) -> f64 {
    if value == 0.0 {
        0.0
    } else {
        libm::copysign(1.0, value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::check::{UNSOUND, assert_printed};

    /// J. Little, A Mann–Kendall example (by hand), College of the Holy Cross: 91 pairs, one of them tied.
    #[test]
    fn the_example_worked_by_hand_is_reproduced() {
        let found = agreement(&[
            12.9, 14.8, 13.2, 15.7, 13.8, 15.6, 12.9, 11.0, 17.3, 15.9, 19.0, 18.3, 20.1, 21.7,
        ])
        .unwrap();
        assert_printed((found.score, found.z), (54.0, 2.9058), 4);
    }

    /// Computed independently in Python from the formulas, one series with ties.
    #[test]
    fn agreement_follows_the_formulas() {
        let found = agreement(&[
            12.1, 11.4, 13.0, 13.8, 12.9, 14.2, 15.1, 14.0, 15.5, 16.3, 15.9,
        ])
        .unwrap();
        assert_printed((found.score, found.z), (43.0, 3.269696), 6);
        let found =
            agreement(&[8.0, 7.0, 7.0, 6.0, 7.0, 5.0, 6.0, 6.0, 4.0, 5.0, 5.0, 3.0]).unwrap();
        assert_printed((found.score, found.z), (-47.0, -3.239222), 6);
    }

    #[test]
    fn a_series_turned_round_has_the_opposite_agreement() {
        let rising: Vec<f64> = (0..12)
            .map(|step| f64::from(step * 5 % 12 + step))
            .collect();
        let falling: Vec<f64> = rising.iter().rev().copied().collect();
        let (up, down) = (agreement(&rising).unwrap(), agreement(&falling).unwrap());
        assert_eq!((up.score, up.z), (-down.score, -down.z));
    }

    #[test]
    fn a_steady_rise_is_a_trend_and_a_level_series_has_none() {
        let rise: Vec<f64> = (0..10).map(f64::from).collect();
        let found = agreement(&rise).unwrap();
        assert_eq!(found.score, 45.0);
        assert!(found.is_trend(Confidence::P95) && found.is_trend(Confidence::P998));
        assert_eq!(agreement(&[1.0; 12]), None);
        assert_eq!(agreement(&rise[1..]), None);
        for bad in UNSOUND.into_iter().filter(|bad| !bad.is_finite()) {
            let with: Vec<f64> = rise.iter().copied().chain([bad]).collect();
            assert_eq!(agreement(&with), None);
        }
    }
}
