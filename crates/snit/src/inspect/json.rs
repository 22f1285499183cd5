//! What is in a file, as JSON.

use danish::Language;
use protocol::message::Notice;
use serde_json::{Value, json};
use table::{DimensionColumn, MeasureColumn, Table};

use super::columns::{class, levels, number_type, part_count, role, totals, without_number, words};
use super::{Inspected, drawn};
use crate::query::in_words;

/// How many members are listed.
const SAMPLE: usize = 12;

pub(super) fn write(inspected: &Inspected, language: Language) -> String {
    let notices = &inspected.catalog.notices;
    let tables: Vec<Value> = inspected
        .tables
        .iter()
        .map(|table| of_table(table, notices, language))
        .collect();
    let indicators: Vec<&str> = inspected
        .catalog
        .indicators
        .iter()
        .map(|indicator| indicator.id.as_str())
        .collect();
    let card = &inspected.catalog.card;
    let value = json!({
        "file": card.file_name,
        "id": card.id,
        "title": card.title,
        "tables": tables,
        "indicators": indicators,
        "warnings": notices.iter().map(in_words).collect::<Vec<_>>(),
        "reading": drawn::json(inspected, language),
    });
    format!("{value:#}\n")
}

fn of_table(table: &Table, notices: &[Notice], language: Language) -> Value {
    let dimensions = table
        .dimensions()
        .iter()
        .map(|column| of_dimension(column, language));
    let measures = table
        .measures()
        .iter()
        .map(|column| of_measure(column, language));
    json!({
        "name": table.name(),
        "title": words(table.title(), language),
        "rows": table.row_count(),
        "columns": dimensions.chain(measures).collect::<Vec<_>>(),
        "warnings": notices.iter().map(in_words).collect::<Vec<_>>(),
        "notes": table.notes().iter().map(|note| words(&note.text, language)).collect::<Vec<_>>(),
    })
}

fn of_dimension(column: &DimensionColumn, language: Language) -> Value {
    let dimension = &column.dimension;
    let level = |(name, label, count, printed)| json!({ "name": name, "label": words(label, language), "members": count, "printed": printed });
    let sample = dimension.members.iter().take(SAMPLE);
    json!({
        "name": dimension.name,
        "role": role(dimension.role),
        "type": "code",
        "label": words(&dimension.label, language),
        "members": part_count(dimension),
        "first_members": sample.map(|member| json!({ "code": member.code, "label": words(&member.label, language) })).collect::<Vec<_>>(),
        "totals": totals(dimension),
        "levels": levels(column).into_iter().map(level).collect::<Vec<_>>(),
    })
}

fn of_measure(column: &MeasureColumn, language: Language) -> Value {
    let measure = &column.measure;
    let [(_, hidden), (_, missing), (_, absent)] = without_number(column);
    json!({
        "name": measure.name,
        "role": "measure",
        "type": number_type(&column.numbers),
        "label": words(&measure.label, language),
        "unit": words(&measure.unit, language),
        "class": class(&measure.aggregation),
        "decimals": measure.decimals,
        "hidden": hidden,
        "missing": missing,
        "not_applicable": absent,
        "preliminary": measure.preliminary,
    })
}
