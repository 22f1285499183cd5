//! People across sectors: which tables hold them by the combination of sectors they met, and which their way from one period to
//! the next. A package declares both; nothing is guessed from names.

mod check;
mod sets;

use std::collections::BTreeMap;

use packed::records;
use serde::{Deserialize, Serialize};
use table::Text;

pub use check::{Fault, List, Wrong, check};
pub use sets::{Exclusive, Overlap, SectorCount, Set, bits, overlap};

/// A sector that people meet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sector {
    /// What combinations call it.
    pub id: String,
    /// What people read.
    pub label: Text,
}

/// A table that counts each person once, in the combination of sectors that the person met.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Combinations {
    /// The table.
    pub table: String,
    /// The dimension whose parts are combinations.
    pub level: String,
    /// The measure that counts people.
    pub measure: String,
    /// The sectors, in the order people expect.
    pub sectors: Vec<Sector>,
    /// For each part of the dimension the sectors that its people met, and none else; empty for those who met none.
    pub members: BTreeMap<String, Vec<String>>,
}

/// A table that counts each person once, by where the person was in one period and in the next.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flow {
    /// The table.
    pub table: String,
    /// The measure that counts people.
    pub measure: String,
    /// The dimension of where they were.
    pub from: String,
    /// The dimension of where they came.
    pub to: String,
}

/// What a package declares of people across sectors.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Across {
    /// Tables of combinations, in the publisher's order.
    pub combinations: Vec<Combinations>,
    /// Tables of flows, in the publisher's order.
    pub flows: Vec<Flow>,
}

impl Across {
    /// What was packed by whoever opened the package; none where it did not arrive whole.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        packed::read(bytes)
    }

    /// Whether nothing is declared.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.combinations.is_empty() && self.flows.is_empty()
    }
}

impl Combinations {
    /// The sectors of a part of the dimension; none where it is no part.
    #[must_use]
    pub fn set(&self, code: &str) -> Option<Set> {
        let met = self.members.get(code)?;
        let positions = self.sectors.iter().enumerate();
        let met = positions.filter(|(_, sector)| met.contains(&sector.id));
        Some(bits(met.map(|(position, _)| position)))
    }
}

records! {
    Across { combinations, flows }
    Combinations { table, level, measure, sectors, members }
    Sector { id, label }
    Flow { table, measure, from, to }
}
