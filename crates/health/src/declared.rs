//! What a package declares over its tables, and how it goes from whoever opened the package to the session.

use packed::{choices, records};

use crate::dataset::Topic;
use crate::indicator::{
    Break, Caveat, Class, Direction, Indicator, Population, Source, Standard, Standardisation,
};
use crate::interval::Method;
use crate::peers::{PeerClass, Peers};

/// Indicators with their topics, and peers, in the publisher's order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Declared {
    /// The indicators.
    pub indicators: Vec<Indicator>,
    /// The headings they stand under.
    pub topics: Vec<Topic>,
    /// Divisions of places into those that are alike.
    pub peers: Vec<Peers>,
}

impl Declared {
    /// What was packed by whoever opened the package; none where it did not arrive whole.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        packed::read(bytes)
    }
}

records! {
    Declared { indicators, topics, peers }
    Peers { id, level, label, definition, classes }
    PeerClass { id, label, members }
    Topic { id, label }
    Indicator { id, label, topic, unit, decimals, numerator, denominator, keep, class, factor, standardisation, interval,
        direction, definition, source, publisher, extracted, breaks, preliminary, caveats }
    Source { table, measure }
    Standardisation { method, over, weights, printed }
    Population { table, measure, keep }
    Break { period, why }
    Caveat { keep, text }
}

choices! {
    Class: 0 = Additive, 1 = SemiAdditive, 2 = Distinct, 3 = Ratio, 4 = Mean, 5 = Printed; else Self::Additive;
    Standard: 0 = Direct, 1 = Indirect; else Self::Direct;
    Direction: 0 = Low, 1 = High, 2 = None; else Self::None;
    Method: 0 = Byar, 1 = Wilson, 2 = None, 3 = Exact, 4 = ExactPoisson, 5 = Dobson; else Self::None;
}
