//! Numbers of the indicator with their parts, and what kind they are.

use health::Indicator;
use health::indicator::Standard;
use health::interval::Method;
use protocol::view::CellKind;

/// What kind of number the indicator is, which decides what may be computed of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Nature {
    /// People with the event among people.
    Proportion,
    /// Events among people or their time.
    Rate,
    /// Events over the events expected.
    Expected,
    /// A rate directly standardised, whose events and value tell how many people would have given it.
    Standardised,
    /// A number whose parts are no counts.
    #[default]
    Measured,
}

impl Nature {
    /// The nature that the declaration tells: intervals of proportions and of counts are declared for what is counted.
    pub(crate) fn of(indicator: &Indicator) -> Self {
        if indicator.denominator.is_none() {
            return Self::Measured;
        }
        match (&indicator.standardisation, indicator.interval_method()) {
            (Some(way), _) if way.method == Standard::Direct => Self::Standardised,
            (Some(_), _) => Self::Expected,
            (None, Method::Wilson | Method::Exact) => Self::Proportion,
            (None, Method::Byar | Method::ExactPoisson) => Self::Rate,
            (None, Method::None | Method::Dobson) => Self::Measured,
        }
    }
}

/// One number with its parts.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Number {
    /// What the number is, or why there is none.
    pub(crate) kind: CellKind,
    /// The value.
    pub(crate) value: Option<f64>,
    /// Its interval.
    pub(crate) interval: Option<(f64, f64)>,
    /// Events.
    pub(crate) events: Option<f64>,
    /// People, their time, or the events expected.
    pub(crate) size: Option<f64>,
    /// Whether it is preliminary.
    pub(crate) is_preliminary: bool,
}

/// A place or a period with its number.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Row {
    /// The members' codes, one for each level asked by.
    pub(crate) codes: Vec<String>,
    /// What people read of the first.
    pub(crate) label: String,
    /// The number.
    pub(crate) number: Number,
}
