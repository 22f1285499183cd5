//! Comparing with what is printed, and numbers that no statistic may choke on.

use super::Estimate;

/// What comes in by mistake.
pub(crate) const UNSOUND: [f64; 4] = [-1.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY];

/// Holds two limits against printed ones, to the last digit printed.
pub(crate) fn assert_printed(found: (f64, f64), printed: (f64, f64), decimals: i32) {
    let half = 0.5 * 10_f64.powi(-decimals) * (1.0 + 1e-9);
    let close = |a: f64, b: f64| (a - b).abs() <= half;
    assert!(
        close(found.0, printed.0) && close(found.1, printed.1),
        "{found:?} is not {printed:?}"
    );
}

/// Holds a figure with its limits against a printed one: value, low and high.
pub(crate) fn assert_estimate(found: Estimate, printed: (f64, f64, f64), decimals: i32) {
    assert_printed((found.value, 0.0), (printed.0, 0.0), decimals);
    assert_printed((found.low, found.high), (printed.1, printed.2), decimals);
}
