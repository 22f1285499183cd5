//! Numbers too small to stand alone: flagged, never hidden (what must be hidden is for disclosure control to say).

use super::is_count;

/// Events below which a directly standardised rate is not shown (Morris, Tan, Fryers and Bestwick, Population Health Metrics,
/// 2018, doi 10.1186/s12963-018-0177-1; Public Health England, Technical Guide), and below which limits of a count are exact.
pub const FEW_EVENTS: f64 = 10.0;

/// Events below which a rate is unstable: its standard error is over 22 % of it (National Center for Health Statistics, whose
/// tables mark rates of fewer than 20 deaths).
pub const UNSTABLE_EVENTS: f64 = 20.0;

/// What a number of events can carry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Fewer than ten: chance decides.
    Few,
    /// Fewer than twenty: read with its interval.
    Unstable,
    /// Enough.
    Enough,
}

/// What so many events can carry; of a proportion, give the smaller of those with the event and those without.
#[must_use]
pub fn weight(events: f64) -> Option<Weight> {
    let weight = if events < FEW_EVENTS {
        Weight::Few
    } else if events < UNSTABLE_EVENTS {
        Weight::Unstable
    } else {
        Weight::Enough
    };
    is_count(events).then_some(weight)
}

/// Whether a number of events is below a threshold that a publisher has declared.
#[must_use]
pub fn is_below(events: f64, threshold: f64) -> Option<bool> {
    (is_count(events) && is_count(threshold)).then_some(events < threshold)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::check::UNSOUND;

    #[test]
    fn a_number_is_flagged_below_its_threshold_and_not_at_it() {
        for (events, expected) in [
            (0.0, Weight::Few),
            (9.0, Weight::Few),
            (10.0, Weight::Unstable),
            (19.0, Weight::Unstable),
            (20.0, Weight::Enough),
            (1e9, Weight::Enough),
        ] {
            assert_eq!(weight(events), Some(expected), "{events}");
        }
        assert_eq!(is_below(4.0, 5.0), Some(true));
        assert_eq!(is_below(5.0, 5.0), Some(false));
    }

    /// The standard error of a count over the count is one over its root: 22.4 % at twenty.
    #[test]
    fn the_threshold_is_where_the_relative_error_is_said_to_be() {
        let error = 100.0 / libm::sqrt(UNSTABLE_EVENTS);
        assert!((error - 22.4).abs() < 0.05);
    }

    #[test]
    fn nonsense_carries_nothing() {
        for bad in UNSOUND {
            assert_eq!(weight(bad), None);
            assert_eq!(is_below(bad, 5.0), None);
            assert_eq!(is_below(5.0, bad), None);
        }
    }
}
