//! Tables whose source names, labels and counts everything, from PX and JSON-stat: what is left to find out is what it means.

use std::collections::BTreeMap;

use table::{
    Aggregation, Collapse, Dimension, DimensionColumn, Measure, MeasureColumn, Member, MemberKind,
    Note, Role, Table, Text,
};

use crate::columns::decided;
use crate::draft::{Draft, Origin, RawDimension, RawMeasure, Told};
use crate::pins::Pins;
use crate::plan::ColumnPlan;
use crate::vocabulary::in_words;

/// A table on its way; `stem` names one that has no name of its own.
pub(crate) fn draft(stem: &str, table: &Table) -> Draft {
    let name = if table.name().is_empty() {
        stem
    } else {
        table.name()
    };
    let dimensions = table.dimensions().iter().map(|column| {
        let members = &column.dimension.members;
        let role = Some(column.dimension.role).filter(|role| *role != Role::Other);
        RawDimension {
            heading: heading(&column.dimension.label, &column.dimension.name),
            codes: members.iter().map(|member| member.code.clone()).collect(),
            labels: members.iter().map(|it| it.label.da.clone()).collect(),
            rows: column.codes.clone(),
            origin: Origin::Described(role),
            ..RawDimension::default()
        }
    });
    Draft {
        name: name.to_owned(),
        title: table.title().da.clone(),
        dimensions: dimensions.collect(),
        measures: table.measures().iter().map(raw_measure).collect(),
        ..Draft::default()
    }
}

fn heading(label: &Text, name: &str) -> String {
    let words = if label.da.is_empty() { name } else { &label.da };
    words.to_owned()
}

fn raw_measure(column: &MeasureColumn) -> RawMeasure {
    RawMeasure {
        heading: column.measure.label.da.clone(),
        unit: column.measure.unit.da.clone(),
        column: column.clone(),
        starred: Vec::new(),
        words: String::new(),
        told: Told::default(),
    }
}

/// What the source says beyond what settling keeps and a plan decides: a second language, totals, decimals, notes on columns.
pub(crate) fn enriched(settled: Table, source: &Table, pins: &Pins<'_>) -> Table {
    let name = settled.name().to_owned();
    let mut dimensions = settled.dimensions().to_vec();
    let mut measures = settled.measures().to_vec();
    let mut names = BTreeMap::new();
    for column in &mut dimensions {
        let mut sources = source.dimensions().iter().enumerate();
        let own = sources.find_map(|(at, it)| {
            let plan = pins.column(at);
            let as_written = heading(&it.dimension.label, &it.dimension.name);
            let name = plan.and_then(|it| it.name.clone()).unwrap_or(as_written);
            (name == column.dimension.label.da).then_some((&it.dimension, plan))
        });
        if let Some((own, plan)) = own {
            names.insert(own.name.clone(), column.dimension.name.clone());
            describe(&mut column.dimension, own, plan);
        }
    }
    let periods = periods(&dimensions, source);
    let times: Vec<String> = (dimensions.iter())
        .filter(|column| column.dimension.role == Role::Time)
        .map(|column| column.dimension.name.clone())
        .collect();
    let numbers = (source.dimensions().len()..).zip(source.measures());
    let numbers = numbers.map(|(at, own)| (own, pins.column(at)));
    let stay = numbers.filter(|(_, plan)| decided::stays(*plan));
    for (column, (own, plan)) in measures.iter_mut().zip(stay) {
        names.insert(own.measure.name.clone(), column.measure.name.clone());
        measure(&mut column.measure, (&own.measure, plan), &times);
        let preliminary = own.measure.preliminary.iter();
        let codes = preliminary.filter_map(|code| periods.get(code).cloned());
        column.measure.preliminary.extend(codes);
        column.measure.preliminary.sort();
        column.measure.preliminary.dedup();
    }
    let notes = source.notes().iter().map(|note| Note {
        text: in_words(&note.text),
        column: (note.column.as_ref()).and_then(|column| names.get(column).cloned()),
    });
    let notes = settled.notes().iter().cloned().chain(notes).collect();
    let has_title = pins.table.is_some_and(|table| table.title.is_some());
    let title = if has_title || source.title().da.is_empty() {
        settled.title().clone()
    } else {
        source.title().clone()
    };
    let table = Table::try_new(&name, dimensions, measures).unwrap_or(settled);
    table.with_title(title).with_notes(notes)
}

/// What the codes of periods became.
fn periods(dimensions: &[DimensionColumn], source: &Table) -> BTreeMap<String, String> {
    let is_time = |column: &&DimensionColumn| column.dimension.role == Role::Time;
    let own = source.dimensions().iter().find(is_time);
    let Some((own, settled)) = own.zip(dimensions.iter().find(is_time)) else {
        return BTreeMap::new();
    };
    let preliminary = source
        .measures()
        .iter()
        .flat_map(|it| &it.measure.preliminary);
    let became = |code: &String| {
        let member = own.dimension.index_of(code)?;
        let row = own.codes.iter().position(|it| it == Some(member))?;
        let settled = settled.dimension.members.get(settled.codes.get(row)?)?;
        Some((code.clone(), settled.code.clone()))
    };
    preliminary.filter_map(became).collect()
}

fn describe(dimension: &mut Dimension, own: &Dimension, plan: Option<&ColumnPlan>) {
    let is_renamed = plan.is_some_and(|plan| plan.name.is_some());
    if !is_renamed && !own.label.en.is_empty() {
        dimension.label.en.clone_from(&own.label.en);
    }
    let english: BTreeMap<&str, &str> = (own.members.iter())
        .map(|member| (member.label.da.as_str(), member.label.en.as_str()))
        .collect();
    for member in &mut dimension.members {
        let label = &mut member.label;
        if label.da == label.en
            && let Some(en) = english.get(label.da.as_str())
        {
            (*en).clone_into(&mut label.en);
        }
    }
    let parts = plan.map_or(&[][..], |plan| &plan.parts);
    let total = own.total().and_then(|index| own.members.get(index));
    let total = total.filter(|total| !parts.contains(&total.label.da));
    if dimension.total().is_none()
        && let Some(total) = total
    {
        let is_total = |it: &&mut Member| it.code == total.code || it.label.da == total.label.da;
        let found = dimension.members.iter_mut().find(is_total);
        found
            .into_iter()
            .for_each(|member| member.kind = MemberKind::Total);
    }
}

/// What the source says of rolling up counts for more than words.
fn measure(measure: &mut Measure, (own, plan): (&Measure, Option<&ColumnPlan>), times: &[String]) {
    if measure.label.da == own.label.da {
        measure.label.en.clone_from(&own.label.en);
    }
    if measure.unit.da == own.unit.da {
        measure.unit.en.clone_from(&own.unit.en);
    }
    if plan.is_none_or(|plan| plan.decimals.is_none()) {
        measure.decimals = own.decimals;
    }
    if plan.is_some_and(|plan| plan.adds.is_some()) {
        return;
    }
    match own.aggregation {
        Aggregation::Printed => measure.aggregation = Aggregation::Printed,
        Aggregation::SemiAdditive { .. } if measure.aggregation == Aggregation::Additive => {
            let not_over = times.to_vec();
            let then = Collapse::Last;
            measure.aggregation = Aggregation::SemiAdditive { not_over, then };
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests;
