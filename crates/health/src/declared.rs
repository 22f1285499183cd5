//! What a package declares over its tables, and how it goes from whoever opened the package to the session.

use packed::{choices, records};

use crate::dataset::Topic;
use crate::indicator::{Break, Direction, Indicator, Source};
use crate::interval::Method;

/// Indicators and their topics, in the publisher's order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Declared {
    /// The indicators.
    pub indicators: Vec<Indicator>,
    /// The headings they stand under.
    pub topics: Vec<Topic>,
}

records! {
    Declared { indicators, topics }
    Topic { id, label }
    Indicator { id, label, topic, unit, decimals, numerator, denominator, keep, factor, interval, direction, definition, source,
        breaks, preliminary }
    Source { table, measure }
    Break { period, why }
}

choices! {
    Direction: 0 = Low, 1 = High, 2 = None; else Self::None;
    Method: 0 = Byar, 1 = Wilson, 2 = None; else Self::None;
}
