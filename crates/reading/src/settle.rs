//! From a draft to a table: what each column means, and how its numbers may be rolled up.

use table::{Dimension, DimensionColumn, MeasureColumn, MemberKind, Note, Role, Table, Text};

use crate::dimension::{self, Settled};
use crate::draft::{Draft, RawDimension, RawMeasure};
use crate::measure::{self, Axis};
use crate::name::unique;
use crate::placed::{self, Placed};
use crate::reading::Notice;
use crate::total::SUBTOTAL;
use crate::view::leading_mark;
use crate::vocabulary::{Heading, value_label};
use crate::{aside, limits, pairs, periods, places, role, span, subtotals};

/// How many members a notice names.
const NAMED: usize = 5;

/// A column that groups rows, and whether its members are names of measures.
type Grouping = (DimensionColumn, bool);

/// Settles a draft, and tells what became of the columns of its source.
pub(crate) fn settle_and_tell(
    mut draft: Draft,
    notices: &mut Vec<Notice>,
) -> (Option<Table>, Vec<Placed>) {
    let joined = places::merge(pairs::join(std::mem::take(&mut draft.dimensions)));
    draft.dimensions = if draft.is_typed {
        joined
    } else {
        periods::merge(joined, notices)
    };
    aside::set(&mut draft);
    let mut names = Vec::new();
    let mut placed: Vec<Placed> = draft.aside.iter().map(Placed::aside).collect();
    let raw = std::mem::take(&mut draft.dimensions);
    let (dimensions, mut preliminary) = groupings(raw, (&mut names, &mut placed), notices);
    preliminary.extend(starred_periods(&draft.measures, &dimensions));
    preliminary.sort();
    preliminary.dedup();
    limits::mark(&mut draft.measures);
    let raw = std::mem::take(&mut draft.measures);
    let sources: Vec<_> = raw
        .iter()
        .map(|raw| (raw.told.sources.clone(), measure::adds(raw)))
        .collect();
    let mut measures = measures(raw, &dimensions, &mut names);
    for ((sources, adds), column) in sources.into_iter().zip(&measures) {
        let of_column = |source| Placed::measure(source, adds, &column.measure);
        placed.extend(sources.into_iter().map(of_column));
    }
    for column in &mut measures {
        column.measure.preliminary.clone_from(&preliminary);
    }
    if !preliminary.is_empty() {
        notices.push(Notice::Preliminary {
            periods: preliminary,
        });
    }
    let columns = dimensions.into_iter().map(|(column, _)| column).collect();
    let Ok(table) = Table::try_new(&draft.name, columns, measures) else {
        return (None, placed);
    };
    let title = if draft.title.is_empty() {
        &draft.name
    } else {
        &draft.title
    };
    let note = |text: &String| Note {
        text: Text::same(text),
        column: tied_to(text, &draft.tied, &placed),
    };
    let notes = draft.notes.iter().map(note).collect();
    let table = table.with_title(Text::same(title)).with_notes(notes);
    (Some(table), placed)
}

/// The column that a footnote is about, if all cells with its mark are in one.
fn tied_to(note: &str, tied: &[(String, usize)], placed: &[Placed]) -> Option<String> {
    let mark = leading_mark(note)?;
    let sources = tied.iter().filter(|(own, _)| own == mark);
    let columns = sources.filter_map(|(_, source)| placed.iter().find(|it| it.column == *source));
    let mut names: Vec<&str> = columns.map(|it| it.name.as_str()).collect();
    names.dedup();
    match names.as_slice() {
        [name] if !name.is_empty() => Some((*name).to_owned()),
        _ => None,
    }
}

/// The columns that group rows, and the periods marked as preliminary in them.
fn groupings(
    raw: Vec<RawDimension>,
    (names, placed): (&mut Vec<String>, &mut Vec<Placed>),
    notices: &mut Vec<Notice>,
) -> (Vec<Grouping>, Vec<String>) {
    let mut preliminary = Vec::new();
    let mut groupings = Vec::new();
    for mut raw in raw {
        let (heading, role) = (raw.heading.clone(), role::of_dimension(&raw));
        let (meaning, sources) = (raw.meaning(), raw.sources.clone());
        if meaning == Some(Heading::MeasureName) {
            // `Ophold i alt` is a measure beside others, and not their sum.
            raw.pinned.parts.extend(raw.labels.iter().cloned());
        }
        let totals = dimension::totals(&raw);
        let mut settled = dimension::settle(raw, role);
        let levels = placed::levels(&settled.column.dimension);
        name(&mut settled.column.dimension, &heading, names);
        tell(&settled, notices);
        let names_measures = meaning == Some(Heading::MeasureName);
        let as_placed = Placed::dimension(meaning, &settled.column.dimension, levels, totals);
        placed.extend(sources.iter().map(|source| as_placed.at(*source)));
        if names_measures {
            let column = settled.column.dimension.label.da.clone();
            notices.push(Notice::MixedMeasures { column });
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
        names_measures: *names_measures || subtotals::mixes_levels(&column.dimension),
        overlaps: {
            let members = column.dimension.members.iter();
            column.dimension.role == Role::Time && span::overlap(members.map(|it| it.code.as_str()))
        },
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
    let (fallback, _) = dimension::by_role(dimension.role, &dimension.members);
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
    // Ages that are counted twice are told as such.
    let is_age = dimension.role == Role::Age;
    let is_partly =
        |kind: &MemberKind| matches!(kind, MemberKind::Of(level) if level == SUBTOTAL && !is_age);
    let totals = labels(&|kind| *kind == MemberKind::Total || is_partly(kind));
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
