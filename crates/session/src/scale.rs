//! Domains and round ticks of axes.

use danish::Language;
use protocol::view::Tick;

pub(crate) use danish::axis::Start;

/// A domain that holds all numbers, widened to round limits, with four to six ticks.
pub(crate) struct Scale {
    pub(crate) domain: (f64, f64),
    pub(crate) ticks: Vec<Tick>,
}

/// A scale over the numbers.
pub(crate) fn over(numbers: impl Iterator<Item = f64>, start: Start, language: Language) -> Scale {
    let axis = danish::axis::over(numbers, start, language);
    let ticks = axis.ticks.into_iter();
    Scale {
        domain: axis.domain,
        ticks: ticks.map(|(value, text)| Tick { value, text }).collect(),
    }
}
