//! Statistics of rates and counts: pure functions of numbers, each with its source.
//!
//! Only `libm` and plain arithmetic, so that the browser and the command line agree bit for bit.

pub mod exact;
mod special;
pub mod standard;

/// How sure an interval or a limit is meant to be; two-sided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Confidence {
    /// 95 %.
    #[default]
    P95,
    /// 99.8 %: the outer limits of a funnel, about three standard errors.
    P998,
}

impl Confidence {
    /// What is left on each side.
    #[must_use]
    pub fn tail(self) -> f64 {
        match self {
            Self::P95 => 0.025,
            Self::P998 => 0.001,
        }
    }

    /// The percentile of the normal distribution that leaves the tail.
    #[must_use]
    pub fn z(self) -> f64 {
        match self {
            Self::P95 => 1.959_963_984_540_054,
            Self::P998 => 3.090_232_306_167_813,
        }
    }
}

#[cfg(test)]
pub(crate) mod check {
    //! Comparing with what is printed.

    /// Holds two limits against printed ones, to the last digit printed.
    pub(crate) fn assert_printed(found: (f64, f64), printed: (f64, f64), decimals: i32) {
        let half = 0.5 * 10_f64.powi(-decimals) * (1.0 + 1e-9);
        let close = |a: f64, b: f64| (a - b).abs() <= half;
        assert!(
            close(found.0, printed.0) && close(found.1, printed.1),
            "{found:?} is not {printed:?}"
        );
    }
}
