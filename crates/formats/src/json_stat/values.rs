//! The values of a dataset: all of them, or those that are there with their numbers.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use table::Status;

use crate::cube::{Cells, Entry};
use crate::{FormatError, ListLength, Place, Reason};

use super::statuses::Statuses;
use super::{malformed, missing};

/// Values as they are written.
#[derive(Debug)]
pub(super) enum Values {
    /// One for each cell.
    All(Vec<Option<f64>>),
    /// Some, each with the number of its cell.
    Some(Vec<(u64, Option<f64>)>),
}

impl<'de> Deserialize<'de> for Values {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OfValues)
    }
}

struct OfValues;

impl<'de> Visitor<'de> for OfValues {
    type Value = Values;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list or object of numbers")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Values, A::Error> {
        let mut all = Vec::new();
        while let Some(value) = list.next_element()? {
            all.push(value);
        }
        Ok(Values::All(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Values, A::Error> {
        let mut some = Vec::new();
        while let Some((number, value)) = map.next_entry::<Numbered, Option<f64>>()? {
            some.push((number.0, value));
        }
        Ok(Values::Some(some))
    }
}

/// The number of a cell, which JSON can only have as a text.
pub(super) struct Numbered(pub(super) u64);

impl<'de> Deserialize<'de> for Numbered {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        let number = text.parse().map(Self);
        number.map_err(|_| serde::de::Error::custom("the name of a value is no number"))
    }
}

/// So many cells; those of which nothing is said are missing.
pub(super) fn cells(
    values: Option<Values>,
    count: usize,
    signs: Option<&Statuses>,
) -> Result<Cells, FormatError> {
    let entry = |value: Option<f64>| value.map_or(Entry::Absent(Status::Missing), Entry::Number);
    match values {
        None => Err(malformed(Place::default(), missing("value"))),
        Some(Values::All(all)) => {
            as_many("value", (all.len(), count))?;
            let mut cells = Cells::with_room(count)?;
            all.into_iter().for_each(|value| cells.push(entry(value)));
            Ok(cells)
        }
        Some(Values::Some(some)) => {
            let mut cells = missing_cells(&some, count, signs)?;
            for (number, value) in some {
                let index = usize::try_from(number).unwrap_or(usize::MAX);
                if !cells.set(index, entry(value)) {
                    return Err(beyond("value", (number, count)));
                }
            }
            Ok(cells)
        }
    }
}

/// Missing cells, those of them that something is said of.
fn missing_cells(
    some: &[(u64, Option<f64>)],
    count: usize,
    signs: Option<&Statuses>,
) -> Result<Cells, FormatError> {
    let rest = Entry::Absent(Status::Missing);
    let signs = match signs {
        Some(Statuses::All(signs)) => {
            as_many("status", (signs.len(), count))?;
            return Cells::filled(count, rest);
        }
        Some(Statuses::Some(signs)) => signs.as_slice(),
        Some(Statuses::Same(_)) | None => &[],
    };
    let numbers = some.iter().map(|(number, _)| *number);
    let said = numbers.chain(signs.iter().map(|(number, _)| *number));
    let places = said.filter_map(|number| usize::try_from(number).ok());
    Cells::said_of(places, (count, rest))
}

/// A list that must have a part for each cell.
pub(super) fn as_many(list: &str, counts: (usize, usize)) -> Result<(), FormatError> {
    let (found, expected) = counts;
    let uneven = || {
        let reason = Reason::ListLength(Box::new(ListLength {
            list: list.to_owned(),
            found: found as u64,
            expected: expected as u64,
        }));
        malformed(Place::default(), reason)
    };
    (found == expected).then_some(()).ok_or_else(uneven)
}

/// A cell that there is not.
pub(super) fn beyond(list: &str, (number, count): (u64, usize)) -> FormatError {
    let reason = Reason::ListLength(Box::new(ListLength {
        list: list.to_owned(),
        found: number.saturating_add(1),
        expected: count as u64,
    }));
    malformed(Place::default(), reason)
}
