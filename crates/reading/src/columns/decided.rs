//! What a plan decides of the columns of a table that comes with types.

use table::{MeasureColumn, Table};

use super::{is_grouping, numbers_as_members, raw_dimension, raw_measure};
use crate::draft::{Draft, RawDimension, RawMeasure, Source, Told};
use crate::drawn::{
    Area, DrawnColumn, DrawnSheet, DrawnTable, Holds, RowSpan, RowUse, count, row_number,
};
use crate::matching::{self, Found, Identity};
use crate::pins::{Pinned, Pins};
use crate::plan::{ColumnPlan, ColumnRole, HeaderRow};
use crate::vocabulary::in_words;

/// The columns as headings, those that group rows before the numbers.
pub(super) fn found((number, table): (u32, &Table)) -> Found<'static> {
    let groups = table.dimensions().iter().map(|it| &it.dimension.label.da);
    let numbers = table.measures().iter().map(|it| &it.measure.label.da);
    let headings = groups.chain(numbers).map(|label| (vec![label.clone()], 0));
    Found {
        sheet: "",
        number,
        columns: matching::identities(headings),
    }
}

pub(super) fn draft(table: &Table, found: &Found<'_>, pins: &Pins<'_>) -> (Draft, DrawnTable) {
    let notes = table.notes().iter().map(|note| in_words(&note.text).da);
    let title = pins.table.and_then(|pinned| pinned.title.clone());
    let mut draft = Draft {
        name: table.name().to_owned(),
        title: title.unwrap_or_else(|| table.title().da.clone()),
        notes: notes.collect(),
        is_typed: true,
        ..Draft::default()
    };
    let groups = table.dimensions().iter().map(raw_dimension).map(Ok);
    let numbers = table.measures().iter().map(Err);
    let mut drawn = DrawnTable {
        number: found.number,
        header: vec![HeaderRow::default()],
        header_row: 1,
        pinned: pins.table.cloned().unwrap_or_default(),
        ..DrawnTable::default()
    };
    for (at, (own, identity)) in groups.chain(numbers).zip(&found.columns).enumerate() {
        let pinned = pins.column(at);
        let mut column = drawn_column(at, identity, pinned);
        match as_decided(own, pinned) {
            Some(Ok(raw)) => draft.dimensions.push(pinned_dimension(raw, at, pinned)),
            Some(Err(measure)) => {
                column.role = ColumnRole::Measure;
                draft.measures.push(pinned_measure(measure, at, pinned));
            }
            None => {}
        }
        drawn.columns.push(column);
    }
    drawn.title.clone_from(&draft.title);
    (draft, drawn)
}

/// What a plan decides of the columns of a table that says of itself what they mean, written into its draft.
pub(super) fn labelled(draft: &mut Draft, found: &Found<'_>, pins: &Pins<'_>) -> DrawnTable {
    if let Some(title) = pins.table.and_then(|pinned| pinned.title.clone()) {
        draft.title = title;
    }
    let mut drawn = DrawnTable {
        number: found.number,
        title: draft.title.clone(),
        header: vec![HeaderRow::default()],
        header_row: 1,
        pinned: pins.table.cloned().unwrap_or_default(),
        ..DrawnTable::default()
    };
    let columns = found.columns.iter().enumerate();
    drawn.columns = columns
        .map(|(at, identity)| drawn_column(at, identity, pins.column(at)))
        .collect();
    let groups = std::mem::take(&mut draft.dimensions).into_iter();
    let first = groups.len();
    let groups = groups.enumerate();
    draft.dimensions = groups
        .map(|(at, raw)| pinned_dimension(raw, at, pins.column(at)))
        .collect();
    let numbers = std::mem::take(&mut draft.measures).into_iter();
    let numbers = (first..)
        .zip(numbers)
        .filter(|(at, _)| stays(pins.column(*at)));
    draft.measures = numbers
        .map(|(at, raw)| pinned_numbers(raw, at, pins.column(at)))
        .collect();
    drawn
}

/// Whether numbers are taken in.
pub(crate) fn stays(pinned: Option<&ColumnPlan>) -> bool {
    pinned.and_then(|pinned| pinned.role) != Some(ColumnRole::LeftOut)
}

/// A column as it groups rows or as it counts; nothing where it is left out.
fn as_decided<'t>(
    own: Result<RawDimension, &'t MeasureColumn>,
    pinned: Option<&ColumnPlan>,
) -> Option<Result<RawDimension, &'t MeasureColumn>> {
    let role = pinned.and_then(|pinned| pinned.role);
    if role == Some(ColumnRole::LeftOut) {
        return None;
    }
    Some(own.or_else(|column| {
        let groups = role.map_or_else(|| is_grouping(column), |role| role != ColumnRole::Measure);
        let members = groups.then(|| numbers_as_members(column)).flatten();
        members.ok_or(column)
    }))
}

fn drawn_column(at: usize, identity: &Identity, pinned: Option<&ColumnPlan>) -> DrawnColumn {
    DrawnColumn {
        column: row_number(at),
        heading: identity.heading.clone(),
        number: identity.number,
        pinned: pinned.cloned().unwrap_or_default(),
        source: at,
        ..DrawnColumn::default()
    }
}

fn pinned_dimension(raw: RawDimension, at: usize, pinned: Option<&ColumnPlan>) -> RawDimension {
    let source = Source {
        column: at,
        is_code: false,
    };
    let name = pinned.and_then(|pinned| pinned.name.clone());
    let mut raw = RawDimension {
        heading: name.unwrap_or(raw.heading),
        sources: vec![source],
        pinned: Pinned::of(pinned),
        ..raw
    };
    raw.read_as(pinned);
    raw
}

fn pinned_measure(column: &MeasureColumn, at: usize, pinned: Option<&ColumnPlan>) -> RawMeasure {
    pinned_numbers(raw_measure(column), at, pinned)
}

fn pinned_numbers(raw: RawMeasure, at: usize, pinned: Option<&ColumnPlan>) -> RawMeasure {
    RawMeasure {
        heading: pinned.and_then(|it| it.name.clone()).unwrap_or(raw.heading),
        unit: pinned.and_then(|it| it.unit.clone()).unwrap_or(raw.unit),
        told: Told {
            is_of_title: false,
            sources: vec![at],
            decimals: pinned.and_then(|it| it.decimals),
            adds: pinned.and_then(|it| it.adds),
        },
        ..raw
    }
}

/// The sheet that a table of so many rows would be, with the labels of its columns in the first row.
pub(super) fn sheet(mut drawn: DrawnTable, row_count: usize) -> DrawnSheet {
    let columns = drawn.columns.len();
    let last_row = row_number(row_count);
    let span = |first, last, is| RowSpan { first, last, is };
    drawn.rows = vec![span(1, 1, RowUse::Header)];
    if row_count > 0 {
        drawn.rows.push(span(2, last_row, RowUse::Body));
    }
    drawn.area = Area {
        first_row: 1,
        last_row,
        first_column: 1,
        last_column: count(columns),
    };
    DrawnSheet {
        holds: Holds::Tables,
        rows: last_row,
        columns: count(columns),
        tables: vec![drawn],
        ..DrawnSheet::default()
    }
}

/// A table that says of itself what it means.
pub(super) fn described(table: &Table, found: &Found<'_>) -> DrawnTable {
    let groups = table.dimensions().iter();
    let groups = groups.map(|it| (it.dimension.role.into(), &it.dimension.name));
    let measures = table.measures().iter();
    let measures = measures.map(|it| (ColumnRole::Measure, &it.measure.name));
    let columns = groups.chain(measures).zip(&found.columns).enumerate();
    let column =
        |(at, ((role, name), identity)): (usize, ((ColumnRole, &String), &Identity))| DrawnColumn {
            role,
            name: name.clone(),
            ..drawn_column(at, identity, None)
        };
    DrawnTable {
        number: found.number,
        name: table.name().to_owned(),
        title: table.title().da.clone(),
        columns: columns.map(column).collect(),
        ..DrawnTable::default()
    }
}
