//! From a draft to a table: what each column means, and how its numbers may be rolled up.

use table::{Dimension, DimensionColumn, MeasureColumn, MemberKind, Note, Role, Table, Text};

use crate::dimension::{self, Settled};
use crate::draft::{Draft, RawDimension, RawMeasure};
use crate::measure::{self, Axis};
use crate::name::unique;
use crate::reading::Notice;
use crate::vocabulary::{Heading, heading_of, role_label, value_label};
use crate::{aside, pairs, places, role};

/// How many members a notice names.
const NAMED: usize = 5;

/// A column that groups rows, and whether its members are names of measures.
type Grouping = (DimensionColumn, bool);

/// Settles a draft; none when its columns do not make a table.
pub(crate) fn settle(mut draft: Draft, notices: &mut Vec<Notice>) -> Option<Table> {
    draft.dimensions = places::merge(pairs::join(std::mem::take(&mut draft.dimensions)));
    aside::set(&mut draft);
    let mut names = Vec::new();
    let raw = std::mem::take(&mut draft.dimensions);
    let (dimensions, mut preliminary) = groupings(raw, &mut names, notices);
    preliminary.extend(starred_periods(&draft.measures, &dimensions));
    preliminary.sort();
    preliminary.dedup();
    let raw = std::mem::take(&mut draft.measures);
    let mut measures = measures(raw, &dimensions, &mut names);
    for column in &mut measures {
        column.measure.preliminary.clone_from(&preliminary);
    }
    if !preliminary.is_empty() {
        notices.push(Notice::Preliminary {
            periods: preliminary,
        });
    }
    let columns = dimensions.into_iter().map(|(column, _)| column).collect();
    let table = Table::try_new(&draft.name, columns, measures).ok()?;
    let title = if draft.title.is_empty() {
        &draft.name
    } else {
        &draft.title
    };
    let note = |text: &String| Note {
        text: Text::same(text),
        column: None,
    };
    let notes = draft.notes.iter().map(note).collect();
    Some(table.with_title(Text::same(title)).with_notes(notes))
}

/// The columns that group rows, and the periods marked as preliminary in them.
fn groupings(
    raw: Vec<RawDimension>,
    names: &mut Vec<String>,
    notices: &mut Vec<Notice>,
) -> (Vec<Grouping>, Vec<String>) {
    let mut preliminary = Vec::new();
    let mut groupings = Vec::new();
    for raw in raw {
        let (heading, role) = (raw.heading.clone(), role::of_dimension(&raw));
        let mut settled = dimension::settle(raw, role);
        name(&mut settled.column.dimension, &heading, names);
        tell(&settled, notices);
        let names_measures = heading_of(&heading) == Some(Heading::MeasureName);
        if names_measures {
            notices.push(Notice::MixedMeasures { column: heading });
        }
        preliminary.extend(settled.preliminary);
        groupings.push((settled.column, names_measures));
    }
    (groupings, preliminary)
}

fn measures(
    raw: Vec<RawMeasure>,
    groupings: &[Grouping],
    names: &mut Vec<String>,
) -> Vec<MeasureColumn> {
    let axis = |(column, names_measures): &Grouping| Axis {
        name: column.dimension.name.clone(),
        role: column.dimension.role,
        names_measures: *names_measures,
    };
    let axes: Vec<Axis> = groupings.iter().map(axis).collect();
    let settle = |raw: RawMeasure| {
        let name = unique(short(&raw.heading), value_label().0, names);
        measure::settle(raw, name, &axes)
    };
    raw.into_iter().map(settle).collect()
}

/// The part of a heading before a bracket or comma makes the name.
fn short(heading: &str) -> &str {
    heading
        .split(['(', '[', ','])
        .next()
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .unwrap_or(heading)
}

/// Geography is named by its finest level; everything else by its heading, or by what it is about.
fn name(dimension: &mut Dimension, heading: &str, names: &mut Vec<String>) {
    let (fallback, _) = role_label(dimension.role);
    let level = std::mem::take(&mut dimension.name);
    let wanted = if level.is_empty() || names.contains(&level) {
        heading
    } else {
        &level
    };
    dimension.name = unique(wanted, fallback, names);
}

/// Periods of rows whose number has a star beside it.
fn starred_periods(measures: &[RawMeasure], dimensions: &[(DimensionColumn, bool)]) -> Vec<String> {
    let time = dimensions
        .iter()
        .find(|(column, _)| column.dimension.role == Role::Time);
    let Some((column, _)) = time else {
        return Vec::new();
    };
    let starred = measures.iter().flat_map(|measure| &measure.starred);
    let mut members: Vec<usize> = starred.filter_map(|row| column.codes.get(*row)).collect();
    members.sort_unstable();
    members.dedup();
    let code = |index: usize| {
        column
            .dimension
            .members
            .get(index)
            .map(|member| member.code.clone())
    };
    members.into_iter().filter_map(code).collect()
}

fn tell(settled: &Settled, notices: &mut Vec<Notice>) {
    let dimension = &settled.column.dimension;
    let column = || dimension.label.da.clone();
    let labels = |fits: &dyn Fn(&MemberKind) -> bool| -> Vec<String> {
        dimension
            .members
            .iter()
            .filter(|m| fits(&m.kind))
            .map(|m| m.label.da.clone())
            .collect()
    };
    let totals = labels(&|kind| *kind == MemberKind::Total);
    if !totals.is_empty() {
        notices.push(Notice::Totals {
            column: column(),
            members: totals,
        });
    }
    let wider = labels(&|kind| matches!(kind, MemberKind::Of(_)));
    if dimension.role == Role::Age && !wider.is_empty() {
        notices.push(Notice::OverlappingAges {
            column: column(),
            members: wider,
        });
    }
    if settled.blank_count > 0 {
        let count = u64::try_from(settled.blank_count).unwrap_or(u64::MAX);
        notices.push(Notice::Blank {
            column: column(),
            count,
        });
    }
    if dimension.role == Role::Geography {
        notices.extend(unknown_places(dimension));
    }
}

fn unknown_places(dimension: &Dimension) -> Option<Notice> {
    let level = health::geography::Level::from_name(&dimension.name)?;
    let unknown = dimension
        .members
        .iter()
        .filter(|member| member.kind == MemberKind::Part);
    let unknown =
        unknown.filter(|member| health::geography::recognise_at(&member.code, level).is_none());
    let labels: Vec<String> = unknown.map(|member| member.label.da.clone()).collect();
    let count = u64::try_from(labels.len()).unwrap_or(u64::MAX);
    let members = labels.into_iter().take(NAMED).collect();
    (count > 0).then(|| Notice::UnknownPlaces {
        column: dimension.label.da.clone(),
        members,
        count,
    })
}
