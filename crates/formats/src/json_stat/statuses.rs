//! Signs beside values: why there is none, or what is odd about it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use table::{Role, Status};

use crate::cube::{Cells, Entry};
use crate::{FormatError, Warning, What};

use super::dimension::Described;
use super::values::{Numbered, as_many, beyond};

/// Signs as they are written.
#[derive(Debug)]
pub(super) enum Statuses {
    /// The same for each cell.
    Same(String),
    /// One for each cell.
    All(Vec<Option<String>>),
    /// Some, each with the number of its cell.
    Some(Vec<(u64, Option<String>)>),
}

impl<'de> Deserialize<'de> for Statuses {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OfStatuses)
    }
}

struct OfStatuses;

impl<'de> Visitor<'de> for OfStatuses {
    type Value = Statuses;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text, or a list or object of texts")
    }

    fn visit_str<E: Error>(self, sign: &str) -> Result<Statuses, E> {
        Ok(Statuses::Same(sign.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Statuses, A::Error> {
        let mut all: Vec<Option<String>> = Vec::new();
        while let Some(sign) = list.next_element()? {
            all.push(sign);
        }
        // A list of one is for all cells.
        if let [one] = all.as_mut_slice() {
            return Ok(Statuses::Same(one.take().unwrap_or_default()));
        }
        Ok(Statuses::All(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Statuses, A::Error> {
        let mut some = Vec::new();
        while let Some((number, sign)) = map.next_entry::<Numbered, Option<String>>()? {
            some.push((number.0, sign));
        }
        Ok(Statuses::Some(some))
    }
}

/// Cells with what their signs say.
pub(super) struct Flagged {
    pub(super) cells: Cells,
    /// Cells whose number is preliminary.
    preliminary: BTreeSet<usize>,
    /// Signs of which nothing is made, and how many numbers have them.
    others: BTreeMap<String, u64>,
}

/// Gives cells without a number their reason. The signs are those of statistical offices, Eurostat and SDMX.
pub(super) fn apply(statuses: Option<Statuses>, cells: Cells) -> Result<Flagged, FormatError> {
    let count = cells.len();
    let mut flagged = Flagged {
        cells,
        preliminary: BTreeSet::new(),
        others: BTreeMap::new(),
    };
    match statuses {
        None => {}
        Some(Statuses::Same(sign)) => flagged.flag_all(&sign)?,
        Some(Statuses::All(signs)) => {
            as_many("status", (signs.len(), count))?;
            for (index, sign) in signs.iter().enumerate() {
                flagged.flag(index, sign.as_deref().unwrap_or_default());
            }
        }
        Some(Statuses::Some(signs)) => {
            for (number, sign) in signs {
                let index = usize::try_from(number).ok().filter(|index| *index < count);
                let index = index.ok_or_else(|| beyond("status", (number, count)))?;
                flagged.flag(index, sign.as_deref().unwrap_or_default());
            }
        }
    }
    Ok(flagged)
}

impl Flagged {
    fn flag_all(&mut self, sign: &str) -> Result<(), FormatError> {
        let Some(places) = self.cells.places().map(<[usize]>::to_vec) else {
            (0..self.cells.len()).for_each(|index| self.flag(index, sign));
            return Ok(());
        };
        // A sign that says more of the cells that are left out than that they are missing would be lost.
        if without_number(sign.trim()) != Entry::Absent(Status::Missing) {
            return Err(FormatError::TooLarge {
                what: What::Cells,
                found: self.cells.len() as u64,
                limit: places.len() as u64,
            });
        }
        places.iter().for_each(|index| self.flag(*index, sign));
        Ok(())
    }

    fn flag(&mut self, index: usize, sign: &str) {
        let sign = sign.trim();
        match self.cells.get(index) {
            Entry::Absent(_) => {
                self.cells.set(index, without_number(sign));
            }
            Entry::Number(_) if ["p", "P", "*"].contains(&sign) => {
                self.preliminary.insert(index);
            }
            Entry::Number(_) if ["", "a", "A", "-"].contains(&sign) => {}
            Entry::Number(_) => *self.others.entry(sign.to_owned()).or_insert(0) += 1,
        }
    }

    /// Codes of the periods that hold preliminary numbers.
    pub(super) fn preliminary(&self, dimensions: &[Described]) -> Vec<String> {
        let time = dimensions
            .iter()
            .position(|it| it.dimension.role == Role::Time);
        let Some((time, of)) = time.and_then(|time| Some((time, dimensions.get(time)?))) else {
            return Vec::new();
        };
        let after = dimensions.iter().skip(time + 1);
        let lasts: usize = after.map(|it| it.codes.len()).product();
        let member = |cell: &usize| cell.checked_div(lasts).map(|at| at % of.codes.len().max(1));
        let members: BTreeSet<usize> = self.preliminary.iter().filter_map(member).collect();
        let codes = members.into_iter().filter_map(|at| of.codes.get(at));
        codes.cloned().collect()
    }

    /// Signs beside numbers that are not kept with them.
    pub(super) fn warnings(&self, dimensions: &[Described]) -> Option<Warning> {
        let mut signs: Vec<(String, u64)> = self.others.clone().into_iter().collect();
        if !self.preliminary.is_empty() && self.preliminary(dimensions).is_empty() {
            signs.push(("p".to_owned(), self.preliminary.len() as u64));
        }
        (!signs.is_empty()).then_some(Warning::SignsBesideNumbers { signs })
    }
}

/// Why a cell has no number.
fn without_number(sign: &str) -> Entry {
    Entry::Absent(match sign {
        "-" => return Entry::Number(0.0),
        ".." | "c" | "C" | "x" | "X" | "Q" => Status::Hidden,
        "." | "z" | "Z" => Status::NotApplicable,
        _ => Status::Missing,
    })
}
