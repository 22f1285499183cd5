//! Round ticks for a domain: 1, 2, 2.5 or 5 times a power of ten apart.

/// At most so many ticks.
const MOST: f64 = 6.0;
/// What a tick may be away from a whole number of steps before it counts as another.
const SLACK: f64 = 1e-9;

/// The round numbers within a domain, six at most; none where the domain is empty or no number.
#[must_use]
pub fn round(low: f64, high: f64) -> Vec<f64> {
    let Some(step) = step(low, high) else {
        return Vec::new();
    };
    let first = (low / step - SLACK).ceil();
    let numbers = std::iter::successors(Some(first), |count| Some(count + 1.0));
    // Adding nothing turns a negative zero into a plain one.
    numbers
        .map(|count| count * step + 0.0)
        .take_while(|tick| *tick <= high + step * SLACK)
        .collect()
}

/// The smallest domain that holds this one and ends on round numbers.
#[must_use]
pub fn nice(low: f64, high: f64) -> (f64, f64) {
    match step(low, high) {
        Some(step) => (
            (low / step + SLACK).floor() * step,
            (high / step - SLACK).ceil() * step,
        ),
        None => (low, high),
    }
}

/// The smallest round step that leaves no more than the most ticks.
fn step(low: f64, high: f64) -> Option<f64> {
    let span = high - low;
    if !span.is_finite() || span <= 0.0 {
        return None;
    }
    (-300..300).flat_map(steps_of).find(|step| {
        let ticks = (high / step + SLACK).floor() - (low / step - SLACK).ceil() + 1.0;
        span / step < MOST && ticks <= MOST
    })
}

/// The steps of one power of ten; read from text, which is exact on every machine.
fn steps_of(exponent: i32) -> impl Iterator<Item = f64> {
    ["1", "2", "2.5", "5"]
        .into_iter()
        .filter_map(move |digits| format!("{digits}e{exponent}").parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_few() {
        let cases: [(f64, f64, &[f64]); 8] = [
            (53.0, 77.0, &[55.0, 60.0, 65.0, 70.0, 75.0]),
            (-22.0, 22.0, &[-20.0, -10.0, 0.0, 10.0, 20.0]),
            (0.0, 150.0, &[0.0, 50.0, 100.0, 150.0]),
            (0.0, 1.0, &[0.0, 0.2, 0.4, 0.6000000000000001, 0.8, 1.0]),
            (0.0, 12_000.0, &[0.0, 2_500.0, 5_000.0, 7_500.0, 10_000.0]),
            (3.0, 3.0, &[]),
            (5.0, 1.0, &[]),
            (0.0, f64::NAN, &[]),
        ];
        for (low, high, expected) in cases {
            assert_eq!(round(low, high), expected, "{low} to {high}");
        }
    }

    #[test]
    fn every_domain_has_three_to_six_ticks_inside_it() {
        for width in 1..400 {
            for start in [-1.3, 0.0, 17.9, 980.0] {
                let (low, high) = (start, start + f64::from(width) * 0.37);
                let ticks = round(low, high);
                assert!((2..=6).contains(&ticks.len()), "{low} to {high}: {ticks:?}");
                assert!(
                    ticks
                        .iter()
                        .all(|tick| *tick >= low - 1e-6 && *tick <= high + 1e-6),
                    "{low} to {high}: {ticks:?}"
                );
            }
        }
    }

    #[test]
    fn a_nice_domain_ends_on_ticks() {
        let cases = [
            ((53.1, 76.0), (50.0, 80.0)),
            ((0.0, 100.0), (0.0, 100.0)),
            ((-3.2, 4.1), (-4.0, 6.0)),
            ((2.0, 2.0), (2.0, 2.0)),
        ];
        for ((low, high), expected) in cases {
            assert_eq!(nice(low, high), expected, "{low} to {high}");
        }
    }
}
