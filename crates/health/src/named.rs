//! Rolled up columns by member codes, so that columns of different tables can stand side by side.

use std::collections::BTreeMap;

use table::Table;

use crate::disclosure::Figure;
use crate::question::Bound;
use crate::refusal::{Refusal, Remark};
use crate::rollup::{self, Rolled};

/// One item for each group, by the codes of its members.
#[derive(Debug)]
pub(crate) struct Named<T> {
    pub(crate) column: BTreeMap<Vec<String>, T>,
    pub(crate) remarks: Vec<Remark>,
}

impl<T> Named<T> {
    pub(crate) fn map<U>(self, change: impl Fn(T) -> U) -> Named<U> {
        self.map_with_key(|_, item| change(item))
    }

    pub(crate) fn map_with_key<U>(self, change: impl Fn(&Vec<String>, T) -> U) -> Named<U> {
        let changed = |(key, item)| {
            let item = change(&key, item);
            (key, item)
        };
        Named {
            column: self.column.into_iter().map(changed).collect(),
            remarks: self.remarks,
        }
    }

    pub(crate) fn with_remarks(mut self, remarks: Vec<Remark>) -> Self {
        self.remarks.extend(remarks);
        self
    }
}

/// A measure rolled up, by member codes.
pub(crate) fn rolled(bound: &Bound<'_>, measure: &str) -> Result<Named<Figure>, Refusal> {
    let index = measure_index(bound.table, measure)?;
    Ok(by_code(bound, rollup::roll(bound, index)?))
}

/// The same column by member codes.
pub(crate) fn by_code(bound: &Bound<'_>, rolled: Rolled) -> Named<Figure> {
    let members: Vec<_> = bound
        .by
        .iter()
        .map(|axis| axis.members(bound.table))
        .collect();
    let code = |(&index, members): (&u32, &&[table::Member])| {
        members
            .get(index as usize)
            .map_or_else(String::new, |member| member.code.clone())
    };
    let named =
        |(key, figure): (Vec<u32>, Figure)| (key.iter().zip(&members).map(code).collect(), figure);
    Named {
        column: rolled.column.into_iter().map(named).collect(),
        remarks: rolled.remarks,
    }
}

/// The index of a measure.
pub(crate) fn measure_index(table: &Table, name: &str) -> Result<usize, Refusal> {
    let measures = || table.measures().iter().map(|column| &column.measure.name);
    let unknown = || Refusal::UnknownMeasure {
        name: name.to_owned(),
        known: measures().cloned().collect(),
    };
    measures()
        .position(|known| known == name)
        .ok_or_else(unknown)
}
