//! Describing an open package: everything a person can choose from.

use danish::Language;
use danish::answer::view::{self as word, Class};
use health::{Aggregation, Member, MemberKind, Role, Table};
use protocol::Catalog;
use protocol::catalog::{
    Choice, FieldCard, FieldGroup, IndicatorChoice, PackageCard, PlaceChoice, ReadyView, TableCard,
    Trust,
};
use protocol::state::ViewName;

use crate::open::{Facts, Open, StoredView};
use crate::words::text;

/// Members beyond this are found by typing in the pivot, not by scrolling.
const MOST_MEMBERS: usize = 1_000;

/// The catalogue in a language.
pub(crate) fn catalog(open: &Open, language: Language) -> Catalog {
    let periods = health::place::periods(&open.dataset);
    let period = |member: &Member| Choice {
        id: member.code.clone(),
        label: danish::date::period(&member.code, language),
    };
    Catalog {
        card: card(open, language),
        places: open
            .places
            .iter()
            .map(|place| place_choice(place, language))
            .collect(),
        periods: periods.iter().rev().map(period).collect(),
        indicators: indicators(open, language),
        tables: open
            .dataset
            .tables()
            .iter()
            .map(|table| table_card(open, table, language))
            .collect(),
        ready_views: open
            .facts
            .views
            .iter()
            .map(|view| ready_view(view, language))
            .collect(),
        studies: studies(open),
        notices: open.notices.clone(),
    }
}

/// Quality needs a numerator and a denominator, sectors a table of their combinations, editions a package.
fn studies(open: &Open) -> Vec<ViewName> {
    let is_judged = open
        .dataset
        .indicators()
        .iter()
        .any(|indicator| indicator.denominator.is_some());
    let is_package = open.facts.trust != Trust::OwnData;
    [
        (is_judged, ViewName::Quality),
        (open.facts.is_across, ViewName::Across),
        (is_package, ViewName::Editions),
    ]
    .into_iter()
    .filter_map(|(has_some, view)| has_some.then_some(view))
    .collect()
}

fn card(open: &Open, language: Language) -> PackageCard {
    let facts: &Facts = &open.facts;
    let tables = open.dataset.tables().iter();
    let rows: usize = tables.map(|table| open.row_count(table)).sum();
    PackageCard {
        id: facts.id.clone(),
        title: text(&facts.title, language),
        edition: facts.edition.clone(),
        extracted: danish::date::date(&facts.extracted, language),
        publisher: text(&facts.publisher, language),
        file_name: facts.file_name.clone(),
        size_bytes: facts.size_bytes,
        row_count: rows as u64,
        synthetic: facts.origin,
        trust: facts.trust,
    }
}

fn place_choice(place: &health::Place, language: Language) -> PlaceChoice {
    PlaceChoice {
        id: place.id.clone(),
        label: text(&place.label, language),
        level: place.level.clone(),
        level_label: text(&place.level_label, language),
        parent: place.parent.clone(),
    }
}

fn indicators(open: &Open, language: Language) -> Vec<IndicatorChoice> {
    let topic = |id: &str| {
        let found = open.dataset.topics().iter().find(|topic| topic.id == id);
        found
            .map(|topic| text(&topic.label, language))
            .unwrap_or_default()
    };
    let choice = |indicator: &health::Indicator| IndicatorChoice {
        id: indicator.id.clone(),
        label: text(&indicator.label, language),
        topic: topic(&indicator.topic),
        unit: text(&indicator.unit, language),
    };
    open.dataset.indicators().iter().map(choice).collect()
}

fn ready_view(view: &StoredView, language: Language) -> ReadyView {
    ReadyView {
        title: text(&view.title, language),
        question: text(&view.question, language),
        fragment: view.fragment.clone(),
    }
}

fn table_card(open: &Open, table: &Table, language: Language) -> TableCard {
    let levels = table
        .dimensions()
        .iter()
        .flat_map(|column| levels(&column.dimension, language));
    let measures = table
        .measures()
        .iter()
        .map(|column| measure(table, &column.measure, language));
    let of_table = |i: &&health::Indicator| i.numerator.table == table.name();
    let indicators = open.dataset.indicators().iter().filter(of_table);
    let indicators = indicators.map(|indicator| indicator_field(indicator, language));
    let mut fields: Vec<FieldCard> = levels.chain(measures).chain(indicators).collect();
    fields.sort_by_key(|field| field.group);
    TableCard {
        name: table.name().to_owned(),
        title: text(table.title(), language),
        row_count: open.row_count(table) as u64,
        fields,
        notes: table
            .notes()
            .iter()
            .map(|note| text(&note.text, language))
            .collect(),
    }
}

/// A dimension's levels, coarsest first, each a field of its own.
fn levels(dimension: &health::Dimension, language: Language) -> Vec<FieldCard> {
    let group = group(dimension.role);
    let field = |(name, label): (&str, &health::Text), members: Vec<&Member>| FieldCard {
        name: name.to_owned(),
        label: text(label, language),
        group,
        dimension: Some(dimension.name.clone()),
        member_count: u32::try_from(members.len()).unwrap_or(u32::MAX),
        members: members
            .into_iter()
            .take(MOST_MEMBERS)
            .map(|m| choice(m, language))
            .collect(),
        ..FieldCard::default()
    };
    let coarser = dimension.levels.iter().rev();
    let coarser =
        coarser.map(|level| field((&level.name, &level.label), level.members.iter().collect()));
    let finest = dimension
        .members
        .iter()
        .filter(|member| member.kind == MemberKind::Part);
    let finest = field(
        (&dimension.name, &health::finest_label(dimension)),
        finest.collect(),
    );
    coarser.chain(std::iter::once(finest)).collect()
}

fn choice(member: &Member, language: Language) -> Choice {
    Choice {
        id: member.code.clone(),
        label: text(&member.label, language),
    }
}

fn group(role: Role) -> FieldGroup {
    match role {
        Role::Geography => FieldGroup::Place,
        Role::Time => FieldGroup::Time,
        Role::Age | Role::Sex => FieldGroup::Person,
        Role::Sector | Role::Diagnosis | Role::Organisation => FieldGroup::Service,
        Role::Other => FieldGroup::Other,
    }
}

fn measure(table: &Table, measure: &health::Measure, language: Language) -> FieldCard {
    FieldCard {
        name: measure.name.clone(),
        label: text(&measure.label, language),
        group: FieldGroup::Measure,
        class: word::class(class(table, &measure.aggregation), language).to_owned(),
        unit: text(&measure.unit, language),
        ..FieldCard::default()
    }
}

/// An indicator among the measures: its name is told from a measure's by its class.
fn indicator_field(indicator: &health::Indicator, language: Language) -> FieldCard {
    FieldCard {
        name: format!("indicator:{}", indicator.id),
        label: text(&indicator.label, language),
        group: FieldGroup::Measure,
        class: word::class(Class::Indicator, language).to_owned(),
        unit: text(&indicator.unit, language),
        ..FieldCard::default()
    }
}

fn class(table: &Table, aggregation: &Aggregation) -> Class {
    let is_time = |name: &String| health::role_of(table, name) == Some(Role::Time);
    match aggregation {
        Aggregation::Additive => Class::Additive,
        Aggregation::SemiAdditive { not_over, .. } if not_over.iter().any(is_time) => Class::Stock,
        Aggregation::SemiAdditive { .. } => Class::Partly,
        Aggregation::Distinct { .. } => Class::Distinct,
        Aggregation::Ratio { .. } => Class::Ratio,
        Aggregation::Mean { .. } => Class::Mean,
        Aggregation::Printed => Class::Printed,
    }
}
