//! Indicators and measures whose declarations differ between two editions.

use std::collections::BTreeMap;

use table::Measure;

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
    /// The fields of the declaration that differ.
    pub fields: Vec<&'static str>,
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
    let mut found = held(
        DefinitionKind::Indicator,
        (indicators(earlier), indicators(later)),
        fields,
    );
    let measures = (measures(earlier), measures(later));
    found.extend(held(DefinitionKind::Measure, measures, of_measure));
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

fn held<T>(
    kind: DefinitionKind,
    (earlier, later): (BTreeMap<String, T>, BTreeMap<String, T>),
    fields: fn(&T, &T) -> Vec<&'static str>,
) -> Vec<Definition> {
    let gone = earlier.keys().filter(|name| !later.contains_key(*name));
    let names = later.keys().chain(gone);
    let definitions = names.map(|name| {
        let pair = (earlier.get(name), later.get(name));
        Definition {
            kind,
            name: name.clone(),
            present: (pair.0.is_some(), pair.1.is_some()),
            fields: pair.0.zip(pair.1).map_or(Vec::new(), |(a, b)| fields(a, b)),
        }
    });
    let differs = |it: &Definition| it.present != (true, true) || !it.fields.is_empty();
    definitions.filter(differs).collect()
}

/// The names of the fields that are not equal.
macro_rules! unequal {
    ($a:expr, $b:expr, $($field:ident: $name:literal),*) => {
        [$(($name, $a.$field != $b.$field)),*]
            .into_iter()
            .filter_map(|(name, differs)| differs.then_some(name))
            .collect()
    };
}

fn fields(a: &Indicator, b: &Indicator) -> Vec<&'static str> {
    unequal!(a, b, label: "label", topic: "topic", unit: "unit", decimals: "decimals", numerator: "numerator",
        denominator: "denominator", keep: "where", class: "class", factor: "factor",
        standardisation: "standardisation", interval: "interval", direction: "direction", definition: "definition",
        source: "source", publisher: "publisher", breaks: "breaks", preliminary: "preliminary", caveats: "caveats")
}

fn of_measure(a: &Measure, b: &Measure) -> Vec<&'static str> {
    unequal!(a, b, label: "label", unit: "unit", decimals: "decimals", aggregation: "aggregation",
        preliminary: "preliminary")
}
