//! What a column of numbers measures and how it may be rolled up.

use table::{Aggregation, Collapse, Measure, MeasureColumn, Numbers, Role, Text};

use crate::draft::RawMeasure;
use crate::plan::Adds;
use crate::vocabulary::{Rollup, rollup_of, value_label};

/// Most decimals that are shown.
const MOST_DECIMALS: u8 = 3;

/// A dimension as far as classes depend on it.
pub(crate) struct Axis {
    pub(crate) name: String,
    pub(crate) role: Role,
    /// Whether its members are names of measures.
    pub(crate) names_measures: bool,
    /// Whether its periods overlap, as rolling years do.
    pub(crate) overlaps: bool,
}

/// Describes a column of numbers beside these dimensions.
pub(crate) fn settle(raw: RawMeasure, name: String, axes: &[Axis]) -> MeasureColumn {
    let label = if raw.heading.is_empty() {
        value_label().1
    } else {
        Text::same(&raw.heading)
    };
    let rollup = Rollup::from(adds(&raw));
    let described = raw.column.measure;
    let shown = raw.told.decimals.map(|shown| shown.min(MOST_DECIMALS));
    let measure = Measure {
        name,
        label,
        decimals: shown.unwrap_or_else(|| decimals(&raw.column.numbers)),
        aggregation: aggregation(rollup, axes),
        unit: Text::same(&raw.unit),
        ..described
    };
    MeasureColumn {
        measure,
        ..raw.column
    }
}

impl From<Adds> for Rollup {
    fn from(adds: Adds) -> Self {
        match adds {
            Adds::Sum => Self::Sum,
            Adds::Never => Self::Never,
            Adds::Persons => Self::DistinctPersons,
            Adds::Stock => Self::Stock,
        }
    }
}

/// How the words of a measure have it added.
pub(crate) fn adds(raw: &RawMeasure) -> Adds {
    let said = || match rollup_of(&raw.heading, &format!("{} {}", raw.unit, raw.words)) {
        Rollup::Sum => Adds::Sum,
        Rollup::Never => Adds::Never,
        Rollup::DistinctPersons => Adds::Persons,
        Rollup::Stock => Adds::Stock,
    };
    raw.told.adds.unwrap_or_else(said)
}

fn decimals(numbers: &Numbers) -> u8 {
    match numbers {
        Numbers::Exact(scaled) => scaled.decimals.min(MOST_DECIMALS),
        Numbers::Float(_) => 1,
    }
}

fn aggregation(rollup: Rollup, axes: &[Axis]) -> Aggregation {
    let names = |fits: &dyn Fn(&Axis) -> bool| -> Vec<String> {
        axes.iter()
            .filter(|axis| fits(axis))
            .map(|axis| axis.name.clone())
            .collect()
    };
    let mixed = names(&|axis| axis.names_measures);
    match rollup {
        Rollup::Never => Aggregation::Printed,
        Rollup::DistinctPersons => {
            let over = names(&|axis| {
                let places_once = [Role::Geography, Role::Age, Role::Sex].contains(&axis.role);
                axis.names_measures || !places_once
            });
            Aggregation::Distinct { over }
        }
        Rollup::Stock => {
            let not_over = names(&|axis| axis.names_measures || axis.role == Role::Time);
            let then = if mixed.is_empty() {
                Collapse::Last
            } else {
                Collapse::Refuse
            };
            semi_additive(not_over, then)
        }
        Rollup::Sum if mixed.is_empty() => {
            semi_additive(names(&|axis| axis.overlaps), Collapse::Last)
        }
        Rollup::Sum => semi_additive(mixed, Collapse::Refuse),
    }
}

fn semi_additive(not_over: Vec<String>, then: Collapse) -> Aggregation {
    if not_over.is_empty() {
        Aggregation::Additive
    } else {
        Aggregation::SemiAdditive { not_over, then }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rollup: Rollup, expected: &Aggregation) {
        let axis = |name: &str, role| Axis {
            name: name.to_owned(),
            role,
            names_measures: false,
            overlaps: false,
        };
        let axes = [
            axis("year", Role::Time),
            axis("sector", Role::Sector),
            axis("kommune", Role::Geography),
        ];
        assert_eq!(&aggregation(rollup, &axes), expected);
    }

    #[test]
    fn the_class_names_the_dimensions_that_forbid_a_sum() {
        let names = |names: &[&str]| {
            names
                .iter()
                .map(|name| (*name).to_owned())
                .collect::<Vec<_>>()
        };
        check(Rollup::Sum, &Aggregation::Additive);
        check(Rollup::Never, &Aggregation::Printed);
        check(
            Rollup::DistinctPersons,
            &Aggregation::Distinct {
                over: names(&["year", "sector"]),
            },
        );
        let stock = Aggregation::SemiAdditive {
            not_over: names(&["year"]),
            then: Collapse::Last,
        };
        check(Rollup::Stock, &stock);
    }

    #[test]
    fn nothing_is_added_over_periods_that_overlap() {
        let axis = Axis {
            name: "rolling".to_owned(),
            role: Role::Time,
            names_measures: false,
            overlaps: true,
        };
        let expected = semi_additive(vec!["rolling".to_owned()], Collapse::Last);
        assert_eq!(aggregation(Rollup::Sum, &[axis]), expected);
    }
}
