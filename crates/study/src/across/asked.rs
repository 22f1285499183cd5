//! What is asked of a table: under the place, the period and the filters of the state.

use std::collections::BTreeMap;

use protocol::Slice;
use protocol::catalog::{Catalog, FieldCard, FieldGroup, TableCard};
use protocol::slice::{MeasureExpr, Scalar};
use protocol::state::ViewState;

/// A level that can be filtered, with its members and what is kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Filter {
    /// What chooses a member.
    pub(super) kind: Kind,
    /// The level, or the dimension of places.
    pub(super) level: String,
    /// What people read.
    pub(super) label: String,
    /// Id, words, and the group they stand under.
    pub(super) members: Vec<(String, String, String)>,
    /// The id kept; empty where all are.
    pub(super) kept: String,
    /// What all of them are called, where they have a name of their own.
    pub(super) all: String,
}

/// What a filter is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// Places, which the state names by level and code.
    Place,
    /// Periods.
    Period,
    /// Anything else.
    #[default]
    Other,
}

/// A table, the dimensions that its figures are by, and what is counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Subject {
    pub(super) table: String,
    pub(super) by: Vec<String>,
    pub(super) measure: String,
}

impl Subject {
    /// The question by some of its dimensions, under filters.
    pub(super) fn slice(&self, by: &[&String], filters: &[Filter]) -> Slice {
        Slice {
            table: Some(self.table.clone()),
            by: by.iter().map(|name| (*name).clone()).collect(),
            measures: vec![MeasureExpr::Sum(self.measure.clone())],
            filter: kept(filters),
            ..Slice::default()
        }
    }

    /// What the table can be filtered by, and how the state filters it.
    pub(super) fn filters(&self, catalog: &Catalog, state: &ViewState) -> Vec<Filter> {
        let mut tables = catalog.tables.iter();
        let Some(table) = tables.find(|table| table.name == self.table) else {
            return Vec::new();
        };
        let places = places(table, catalog, state);
        let finest = table.fields.iter().filter(|field| {
            let is_free =
                |dimension: &String| *dimension == field.name && !self.by.contains(dimension);
            field.group != FieldGroup::Place && field.dimension.as_ref().is_some_and(is_free)
        });
        let mut filters: Vec<Filter> = finest.map(|field| filter(field, state)).collect();
        filters.sort_by_key(|filter| filter.kind != Kind::Period);
        places.into_iter().chain(filters).collect()
    }
}

fn places(table: &TableCard, catalog: &Catalog, state: &ViewState) -> Option<Filter> {
    let levels = || {
        table
            .fields
            .iter()
            .filter(|field| field.group == FieldGroup::Place)
    };
    let finest = levels().find(|field| field.dimension.as_ref() == Some(&field.name))?;
    let is_here = |id: &str| {
        let (level, code) = id.split_once(':').unwrap_or_default();
        let field = levels().find(|field| field.name == level);
        field.is_some_and(|field| field.members.iter().any(|member| member.id == code))
    };
    // The whole country is what is asked for without a choice.
    let (country, others) = catalog.places.split_first()?;
    let here = others.iter().filter(|place| is_here(&place.id));
    let members = here.map(|place| {
        (
            place.id.clone(),
            place.label.clone(),
            place.level_label.clone(),
        )
    });
    let kept = state.place.clone().filter(|id| is_here(id));
    Some(Filter {
        kind: Kind::Place,
        level: finest.name.clone(),
        label: String::new(),
        members: members.collect(),
        kept: kept.unwrap_or_default(),
        all: country.label.clone(),
    })
}

fn filter(field: &FieldCard, state: &ViewState) -> Filter {
    let is_here = |id: &String| field.members.iter().any(|member| member.id == *id);
    let is_period = field.group == FieldGroup::Time;
    let kept = if is_period {
        let newest = field.members.last().map(|member| member.id.clone());
        state.period.clone().filter(is_here).or(newest)
    } else {
        let kept = state.filters.get(&field.name).and_then(|kept| kept.first());
        kept.cloned().filter(is_here)
    };
    let members = field.members.iter();
    Filter {
        kind: if is_period { Kind::Period } else { Kind::Other },
        level: field.name.clone(),
        label: field.label.clone(),
        members: members
            .map(|member| (member.id.clone(), member.label.clone(), String::new()))
            .collect(),
        kept: kept.unwrap_or_default(),
        all: String::new(),
    }
}

fn kept(filters: &[Filter]) -> BTreeMap<String, Vec<Scalar>> {
    let kept = filters.iter().filter(|filter| !filter.kept.is_empty());
    let pair = |filter: &Filter| match (filter.kind, filter.kept.split_once(':')) {
        (Kind::Place, Some((level, code))) => (level.to_owned(), code.to_owned()),
        _ => (filter.level.clone(), filter.kept.clone()),
    };
    let pairs = kept.map(pair);
    pairs
        .map(|(level, code)| (level, vec![Scalar::Text(code)]))
        .collect()
}

/// Keeps one member, or all of them, in the state.
pub(super) fn keep(state: &mut ViewState, kind: Kind, (level, id): (&str, String)) {
    let chosen = Some(id.clone()).filter(|id| !id.is_empty());
    match kind {
        Kind::Place => state.place = chosen,
        Kind::Period => state.period = chosen,
        Kind::Other if id.is_empty() => drop(state.filters.remove(level)),
        Kind::Other => drop(state.filters.insert(level.to_owned(), vec![id])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::catalog::{Choice, PlaceChoice};

    fn field(name: &str, dimension: &str, group: FieldGroup, members: &[&str]) -> FieldCard {
        let members = members.iter().map(|code| Choice {
            id: (*code).to_owned(),
            label: format!("<{code}>"),
        });
        FieldCard {
            name: name.to_owned(),
            label: name.to_owned(),
            group,
            dimension: Some(dimension.to_owned()),
            members: members.collect(),
            ..FieldCard::default()
        }
    }

    fn catalog() -> Catalog {
        let place = |id: &str| PlaceChoice {
            id: id.to_owned(),
            label: id.to_owned(),
            ..PlaceChoice::default()
        };
        Catalog {
            places: ["land:0", "sundhedsraad:10", "kommune:607"]
                .map(place)
                .to_vec(),
            tables: vec![TableCard {
                name: "t".to_owned(),
                fields: vec![
                    field("sundhedsraad", "sundhedsraad", FieldGroup::Place, &["10"]),
                    field("year", "year", FieldGroup::Time, &["2024", "2025"]),
                    field("hospital", "hospital", FieldGroup::Service, &["SLB", "OUH"]),
                    field("sectors", "k", FieldGroup::Service, &["1"]),
                    field("k", "k", FieldGroup::Service, &["H", "HA"]),
                ],
                ..TableCard::default()
            }],
            ..Catalog::default()
        }
    }

    fn subject() -> Subject {
        Subject {
            table: "t".to_owned(),
            by: vec!["k".to_owned()],
            measure: "n".to_owned(),
        }
    }

    fn check(state: &ViewState, expected: &str) {
        let subject = subject();
        let filters = subject.filters(&catalog(), state);
        let slice = subject.slice(&[&subject.by[0]], &filters);
        let kept = slice
            .filter
            .iter()
            .map(|(level, codes)| format!("{level}={}", codes[0]));
        assert_eq!(kept.collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn without_a_choice_the_newest_period_of_the_whole_country_is_asked_for() {
        check(&ViewState::default(), "year=2025");
    }

    #[test]
    fn place_period_and_hospital_of_the_state_filter_the_table() {
        let mut state = ViewState::default();
        keep(&mut state, Kind::Place, ("", "sundhedsraad:10".to_owned()));
        keep(&mut state, Kind::Period, ("year", "2024".to_owned()));
        keep(&mut state, Kind::Other, ("hospital", "SLB".to_owned()));
        check(&state, "hospital=SLB sundhedsraad=10 year=2024");
        keep(&mut state, Kind::Other, ("hospital", String::new()));
        check(&state, "sundhedsraad=10 year=2024");
    }

    #[test]
    fn what_the_table_does_not_have_does_not_filter_it() {
        let mut state = ViewState::default();
        keep(&mut state, Kind::Place, ("", "kommune:607".to_owned()));
        keep(&mut state, Kind::Period, ("year", "1999".to_owned()));
        check(&state, "year=2025");
    }

    #[test]
    fn the_combinations_themselves_are_no_filter() {
        let filters = subject().filters(&catalog(), &ViewState::default());
        let levels: Vec<&str> = filters.iter().map(|filter| filter.level.as_str()).collect();
        assert_eq!(levels, ["sundhedsraad", "year", "hospital"]);
        let all = filters[0].all.as_str();
        assert_eq!((filters[0].members.len(), all), (1, "land:0"));
    }
}
