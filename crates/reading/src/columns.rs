//! Tables that come with typed columns, from Parquet and Arrow.

use table::{DimensionColumn, MeasureColumn, Member, Numbers, Role, Table};

use crate::draft::{Draft, Origin, RawDimension, RawMeasure};
use crate::reading::{Notice, Reading};
use crate::settle;
use crate::vocabulary::{Heading, heading_of, is_code_heading};

/// Most different numbers that a column can group rows by.
const MOST_MEMBERS: usize = 200_000;

/// Finds out what the columns mean; a table that is described already is left as it is.
pub(crate) fn read(table: Table) -> Reading {
    if is_described(&table) {
        return Reading {
            tables: vec![table],
            ..Reading::default()
        };
    }
    let mut reading = Reading::default();
    let title = table.title().da.clone();
    let notes = table
        .notes()
        .iter()
        .map(|note| note.text.da.clone())
        .collect();
    let mut draft = Draft {
        name: table.name().to_owned(),
        title,
        notes,
        ..Draft::default()
    };
    draft.dimensions = table.dimensions().iter().map(raw_dimension).collect();
    for column in table.measures() {
        let groups = is_grouping(column)
            .then(|| numbers_as_members(column))
            .flatten();
        match groups {
            Some(raw) => draft.dimensions.push(raw),
            None => draft.measures.push(raw_measure(column)),
        }
    }
    if draft.measures.is_empty() {
        // A table without numbers still has rows that can be counted, by columns as they stand.
        return Reading {
            tables: vec![table],
            ..Reading::default()
        };
    }
    match settle::settle(draft, &mut reading.notices) {
        Some(table) => reading.tables.push(table),
        None => {
            reading.notices.push(Notice::TableLeftOut {
                sheet: table.name().to_owned(),
            });
            reading.tables.push(table);
        }
    }
    reading
}

/// Only a description gives roles, levels or kinds.
fn is_described(table: &Table) -> bool {
    table.dimensions().iter().any(|column| {
        let dimension = &column.dimension;
        let told = dimension
            .members
            .iter()
            .any(|member| member.kind != Member::default().kind);
        dimension.role != Role::Other || !dimension.levels.is_empty() || told
    })
}

fn raw_dimension(column: &DimensionColumn) -> RawDimension {
    let members = &column.dimension.members;
    RawDimension {
        heading: column.dimension.label.da.clone(),
        codes: members.iter().map(|member| member.code.clone()).collect(),
        labels: members
            .iter()
            .map(|member| member.label.da.clone())
            .collect(),
        rows: column.codes.clone(),
        origin: Origin::Column,
    }
}

/// Whole numbers under a heading that groups: years, ages, codes.
fn is_grouping(column: &MeasureColumn) -> bool {
    let whole = matches!(&column.numbers, Numbers::Exact(scaled) if scaled.decimals == 0);
    let heading = &column.measure.name;
    whole
        && match heading_of(heading) {
            Some(Heading::Role(_) | Heading::MeasureName) => true,
            Some(_) => false,
            None => is_code_heading(heading),
        }
}

fn numbers_as_members(column: &MeasureColumn) -> Option<RawDimension> {
    let Numbers::Exact(scaled) = &column.numbers else {
        return None;
    };
    let members = scaled.values.members(column.status.as_ref(), MOST_MEMBERS);
    let (values, rows) = members?;
    let codes: Vec<String> = values.iter().map(i64::to_string).collect();
    let heading = column.measure.label.da.clone();
    Some(RawDimension {
        heading,
        labels: codes.clone(),
        codes,
        rows,
        origin: Origin::Column,
    })
}

fn raw_measure(column: &MeasureColumn) -> RawMeasure {
    RawMeasure {
        heading: column.measure.label.da.clone(),
        unit: column.measure.unit.da.clone(),
        column: column.clone(),
        starred: Vec::new(),
        words: String::new(),
    }
}
