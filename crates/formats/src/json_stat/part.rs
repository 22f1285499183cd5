//! What can be written in more than one way.
//!
//! It is read as it comes: what serde keeps to try one way after the other takes many times the bytes of the file.

use std::fmt;

use serde::Deserialize;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::document::Dataset;
use super::pairs::Pairs;

/// The order of members.
#[derive(Debug)]
pub(super) enum Index {
    /// Their codes in order.
    List(Vec<String>),
    /// The position of each code.
    Positions(Pairs<u64>),
}

struct OfIndex;

impl<'de> Deserialize<'de> for Index {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OfIndex)
    }
}

impl<'de> Visitor<'de> for OfIndex {
    type Value = Index;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list of codes or an object of positions")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Index, A::Error> {
        let mut codes = Vec::new();
        while let Some(code) = list.next_element()? {
            codes.push(code);
        }
        Ok(Index::List(codes))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Index, A::Error> {
        Pairs::deserialize(MapAccessDeserializer::new(map)).map(Index::Positions)
    }
}

/// An object that may be a dataset, or anything else.
pub(super) enum Part {
    Object(Box<Dataset>),
    Other,
}

impl<'de> Deserialize<'de> for Part {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OfPart)
    }
}

struct OfPart;

impl<'de> Visitor<'de> for OfPart {
    type Value = Part;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a dataset")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Part, A::Error> {
        let dataset = Dataset::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Part::Object(Box::new(dataset)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Part, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Part::Other)
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Part, E> {
        Ok(Part::Other)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Part, E> {
        Ok(Part::Other)
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Part, E> {
        Ok(Part::Other)
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Part, E> {
        Ok(Part::Other)
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Part, E> {
        Ok(Part::Other)
    }

    fn visit_unit<E: Error>(self) -> Result<Part, E> {
        Ok(Part::Other)
    }
}
