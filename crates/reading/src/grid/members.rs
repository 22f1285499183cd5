//! A column of a grid that groups rows.

use std::borrow::Cow;
use std::collections::HashMap;

use formats::{Cell, Figure, FigureColumn, GridColumn, TextColumn};
use table::Codes;

use super::fields::Fields;
use crate::draft::{Interner, Origin, RawDimension};
use crate::{header, indents};

/// The column as written.
pub(super) fn raw(fields: &Fields<'_>, heading: String) -> RawDimension {
    let (codes, rows) = match fields.column {
        GridColumn::Texts(column) => of_texts(column),
        GridColumn::Figures(column) => of_figures(column),
    };
    let parents = if fields
        .texts
        .iter()
        .any(|text| text.text.starts_with(char::is_whitespace))
    {
        parents(fields.column)
    } else {
        Vec::new()
    };
    RawDimension {
        heading,
        parents,
        labels: codes.clone(),
        rows,
        codes,
        origin: Origin::Column,
        ..RawDimension::default()
    }
}

fn parents(column: &GridColumn) -> Vec<String> {
    let row_count = match column {
        GridColumn::Texts(column) => column.rows.len(),
        GridColumn::Figures(column) => column.runs().map(|(_, places)| places.len()).sum(),
    };
    let texts: Vec<Cow<'_, str>> = (0..row_count).map(|row| column.text(row)).collect();
    indents::parents(texts.iter().map(AsRef::as_ref))
}

fn of_texts(column: &TextColumn) -> (Vec<String>, Codes) {
    let mut interner = Interner::default();
    let texts = column.texts.iter();
    let members = texts.map(|text| interner.number(&header::text(Cell::Text(text))));
    let members: Vec<u32> = members.collect();
    (
        interner.into_texts(),
        column.rows.recoded(&members, table::NO_MEMBER),
    )
}

/// Figures that are codes: each different one is written out once.
fn of_figures(column: &FigureColumn) -> (Vec<String>, Codes) {
    let mut interner = Interner::default();
    let mut known = HashMap::new();
    let row_count = column.runs().map(|(_, places)| places.len()).sum();
    let mut rows = Vec::with_capacity(row_count);
    for row in 0..row_count {
        rows.push(match column.figure(row) {
            Figure::Blank => table::NO_MEMBER,
            Figure::Odd(text) => {
                let text = column.odd.get(text).map_or("", String::as_str);
                interner.number(&header::text(Cell::Text(text)))
            }
            Figure::Digits(digits, places) => {
                let write = || interner.number(&column.written(digits, places));
                *known.entry((digits, places)).or_insert_with(write)
            }
        });
    }
    let codes = interner.into_texts();
    let rows = Codes::pack(rows, codes.len());
    (codes, rows)
}
