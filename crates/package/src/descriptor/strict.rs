//! JSON held to rules its parser does not keep: no key twice, no deep nesting, known keys at the top.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::wire::KEYS;
use crate::DescriptorFault as Fault;

/// Passes over JSON and says what rule it breaks; syntax errors are the parser's.
pub(super) fn check(
    bytes: &[u8],
    most_depth: u64,
) -> Result<(), (Option<Fault>, serde_json::Error)> {
    let fault = RefCell::new(None);
    let mut parser = serde_json::Deserializer::from_slice(bytes);
    let walk = Walk {
        depth: 0,
        most_depth,
        fault: &fault,
    };
    let walked = walk.deserialize(&mut parser).and_then(|()| parser.end());
    walked.map_err(|error| (fault.take(), error))
}

/// A value at some depth.
#[derive(Clone, Copy)]
struct Walk<'f> {
    depth: u64,
    most_depth: u64,
    fault: &'f RefCell<Option<Fault>>,
}

impl Walk<'_> {
    fn refuse<E: Error>(self, fault: Fault) -> E {
        self.fault.replace(Some(fault));
        E::custom("rule broken")
    }

    fn inside<E: Error>(self) -> Result<Self, E> {
        let inside = Self {
            depth: self.depth + 1,
            ..self
        };
        if inside.depth > self.most_depth {
            Err(self.refuse(Fault::Depth))
        } else {
            Ok(inside)
        }
    }
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let inside = self.inside()?;
        while list.next_element_seed(inside)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        let inside = self.inside()?;
        let mut seen = BTreeSet::new();
        while let Some(key) = object.next_key::<String>()? {
            if self.depth == 0 && !KEYS.contains(&key.as_str()) {
                return Err(self.refuse(Fault::Value(key)));
            }
            if seen.contains(&key) {
                return Err(self.refuse(Fault::KeyTwice(key)));
            }
            seen.insert(key);
            object.next_value_seed(inside)?;
        }
        Ok(())
    }
}
