//! Statistics of rates and counts: pure functions of numbers, each with its source.
//!
//! Only `libm` and plain arithmetic, so that the browser and the command line agree bit for bit. Numbers that cannot be
//! what they are said to be (negative, infinite, not a number, more events than people) have no statistic.

pub mod approximate;
pub mod benchmark;
pub mod change;
pub mod chart;
pub mod dispersion;
pub mod exact;
pub mod funnel;
pub mod growth;
pub mod kendall;
pub mod phase;
pub mod rate;
pub mod runs;
pub mod small;
mod special;
pub mod standard;
pub mod trend;

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

/// A figure with its limits.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Estimate {
    /// The figure.
    pub value: f64,
    /// The lower limit.
    pub low: f64,
    /// The upper limit.
    pub high: f64,
}

impl Estimate {
    fn new(value: f64, (low, high): (f64, f64)) -> Self {
        Self { value, low, high }
    }

    /// The same per `factor` people.
    #[must_use]
    pub fn times(self, factor: f64) -> Self {
        self.map(|value| value * factor)
    }

    fn map(self, with: impl Fn(f64) -> f64) -> Self {
        Self {
            value: with(self.value),
            low: with(self.low),
            high: with(self.high),
        }
    }
}

/// Zero or more, and finite.
fn is_count(value: f64) -> bool {
    value >= 0.0 && value.is_finite()
}

/// More than zero, and finite.
fn is_size(value: f64) -> bool {
    value > 0.0 && value.is_finite()
}

/// So many of so many: people of whom some had the event.
fn is_part((events, population): (f64, f64)) -> bool {
    is_count(events) && is_size(population) && events <= population
}

/// Events among people or their years: not all the same event to one person.
fn is_rate((events, population): (f64, f64)) -> bool {
    is_count(events) && is_size(population)
}

#[cfg(test)]
pub(crate) mod check;
