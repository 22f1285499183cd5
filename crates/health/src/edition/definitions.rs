//! Indicators and measures whose declarations differ between two editions.

use std::collections::BTreeMap;

use table::{Measure, Text};

use super::declared::{of_indicator, of_measure};
use crate::dataset::Dataset;
use crate::indicator::Indicator;

/// An indicator or a measure that came, went or is declared in another way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Definition {
    /// Which of the two it is.
    pub kind: DefinitionKind,
    /// Its name; of a measure with its table's.
    pub name: String,
    /// Whether each edition has it: the earlier, the later.
    pub present: (bool, bool),
    /// What people read.
    pub label: Text,
    /// The fields of the declaration that differ.
    pub fields: Vec<Field>,
}

/// A field of a declaration that says something else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    /// Its name in the package's schema.
    pub name: &'static str,
    /// What the earlier edition says.
    pub from: Text,
    /// What the later edition says.
    pub to: Text,
}

/// What is defined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DefinitionKind {
    /// An indicator.
    #[default]
    Indicator,
    /// A measure of a table.
    Measure,
}

/// Those that differ, indicators first.
pub(super) fn changed(earlier: &Dataset, later: &Dataset) -> Vec<Definition> {
    let indicators = |dataset: &Dataset| -> BTreeMap<String, Indicator> {
        let all = dataset.indicators().iter();
        all.map(|it| (it.id.clone(), it.clone())).collect()
    };
    let label = |it: &Indicator| it.label.clone();
    let how = (label as fn(&_) -> _, of_indicator as fn(&_) -> _);
    let pair = (indicators(earlier), indicators(later));
    let mut found = held(DefinitionKind::Indicator, pair, how);
    let label = |it: &Measure| it.label.clone();
    let how = (label as fn(&_) -> _, of_measure as fn(&_) -> _);
    let pair = (measures(earlier), measures(later));
    found.extend(held(DefinitionKind::Measure, pair, how));
    found
}

fn measures(dataset: &Dataset) -> BTreeMap<String, Measure> {
    let tables = dataset.tables().iter();
    let measures = tables.flat_map(|table| {
        let columns = table.measures().iter();
        columns.map(|column| {
            let measure = column.measure.clone();
            (format!("{}.{}", table.name(), measure.name), measure)
        })
    });
    measures.collect()
}

/// The label of a declaration, and what each of its fields says.
type How<T> = (fn(&T) -> Text, fn(&T) -> Vec<(&'static str, Text)>);

fn held<T>(
    kind: DefinitionKind,
    (earlier, later): (BTreeMap<String, T>, BTreeMap<String, T>),
    (label, said): How<T>,
) -> Vec<Definition> {
    let gone = earlier.keys().filter(|name| !later.contains_key(*name));
    let names = later.keys().chain(gone);
    let definitions = names.map(|name| {
        let (old, new) = (earlier.get(name), later.get(name));
        let differing = |(old, new): (&T, &T)| differing(said(old), said(new));
        Definition {
            kind,
            name: name.clone(),
            present: (old.is_some(), new.is_some()),
            label: new.or(old).map(label).unwrap_or_default(),
            fields: old.zip(new).map(differing).unwrap_or_default(),
        }
    });
    let differs = |it: &Definition| it.present != (true, true) || !it.fields.is_empty();
    definitions.filter(differs).collect()
}

fn differing(old: Vec<(&'static str, Text)>, new: Vec<(&'static str, Text)>) -> Vec<Field> {
    let pairs = old.into_iter().zip(new);
    let fields = pairs.map(|((name, from), (_, to))| Field { name, from, to });
    fields.filter(|field| field.from != field.to).collect()
}
