//! What can be decided of a column: a list of fields, and how each is written into the plan.

use danish::ui::Reading as Phrase;
use protocol::reading::{Choice, Field};
use protocol::state::Language;
use reading::{ColumnPlan, ColumnRole, DrawnColumn};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{terms, words};
use crate::refuse::spoken;

/// The value of a name, such as a role.
pub(super) fn parsed<T: DeserializeOwned>(name: &str) -> Option<T> {
    serde_json::from_value(Value::String(name.to_owned())).ok()
}

/// The name of a value that is written as one word.
pub(super) fn name<T: Serialize>(value: T) -> String {
    match serde_json::to_value(value) {
        Ok(Value::String(name)) => name,
        _ => String::new(),
    }
}

/// The index of a column among those that were drawn, and the field of it.
pub(super) fn of_column(field: &str) -> Option<(usize, &str)> {
    let (column, field) = field.split_once('.')?;
    Some((column.parse().ok()?, field))
}

/// The fields of a column, which people know under a label; which they are depends on its role, which comes first.
pub(super) fn of_drawn(
    (at, column): (usize, &DrawnColumn),
    label: &str,
    language: Language,
) -> Vec<Field> {
    let choice = |field: &str, label: Phrase, value: String, options: &[&str]| Field {
        id: format!("{at}.{field}"),
        label: label.in_language(spoken(language)).to_owned(),
        value,
        options: options
            .iter()
            .map(|id| Choice {
                id: (*id).to_owned(),
                label: words::of_value(field, id, language),
            })
            .collect(),
    };
    let roles: Vec<String> = ROLES.into_iter().map(name).collect();
    let roles: Vec<&str> = roles.iter().map(String::as_str).collect();
    let mut fields = vec![choice("role", Phrase::Role, name(column.role), &roles)];
    if column.role == ColumnRole::Measure || is_group(column.role) {
        fields.push(choice("name", Phrase::Name, label.to_owned(), &[]));
    }
    match column.role {
        ColumnRole::Geography => {
            let level = column.levels.first().cloned().unwrap_or_default();
            fields.push(choice("level", Phrase::Level, level, &LEVELS));
        }
        ColumnRole::Measure => fields.extend(of_numbers(column, &choice)),
        _ => {}
    }
    if is_group(column.role) {
        let fill = column.fill.to_string();
        fields.push(choice("fill", Phrase::Fill, fill, &["true", "false"]));
    }
    fields
}

/// Makes a field of its name, label, value and options.
type Make<'a> = dyn Fn(&str, Phrase, String, &[&str]) -> Field + 'a;

fn of_numbers(column: &DrawnColumn, field: &Make<'_>) -> Vec<Field> {
    let mut fields = vec![field("unit", Phrase::Unit, column.unit.clone(), &[])];
    let decimals = column.decimals.unwrap_or(0).to_string();
    fields.push(field("decimals", Phrase::Decimals, decimals, &DECIMALS));
    if let Some(adds) = column.adds {
        fields.push(field("adds", Phrase::Adds, name(adds), &ADDS));
    }
    // Numbers that come as such have no dots, dashes or brackets.
    if let Some(numbers) = &column.numbers {
        let convention = name(numbers.convention);
        fields.push(field(
            "convention",
            Phrase::Convention,
            convention,
            &CONVENTIONS,
        ));
        fields.push(field("dash", Phrase::Dash, name(numbers.dash), &DASHES));
        fields.push(field("split", Phrase::Split, name(column.split), &SPLITS));
    }
    fields
}

const LEVELS: [&str; 6] = [
    "kommune",
    "sundhedsraad",
    "landsdel",
    "region",
    "region_2007",
    "land",
];
const CONVENTIONS: [&str; 3] = ["danish", "english", "each"];
const DECIMALS: [&str; 4] = ["0", "1", "2", "3"];
pub(super) const DASHES: [&str; 4] = ["zero", "missing", "hidden", "not_applicable"];
const ADDS: [&str; 4] = ["sum", "never", "persons", "stock"];
const SPLITS: [&str; 4] = ["whole", "pair", "bracket", "interval"];

/// Every role, those that are chosen most often first.
const ROLES: [ColumnRole; 16] = [
    ColumnRole::Geography,
    ColumnRole::Time,
    ColumnRole::Sex,
    ColumnRole::Age,
    ColumnRole::Measure,
    ColumnRole::Code,
    ColumnRole::Sector,
    ColumnRole::Diagnosis,
    ColumnRole::Organisation,
    ColumnRole::Other,
    ColumnRole::MeasureName,
    ColumnRole::Unit,
    ColumnRole::Note,
    ColumnRole::Constant,
    ColumnRole::RowNumber,
    ColumnRole::LeftOut,
];

/// Whether columns of a role group rows.
pub(super) fn is_group(role: ColumnRole) -> bool {
    matches!(
        role,
        ColumnRole::Geography
            | ColumnRole::Time
            | ColumnRole::Age
            | ColumnRole::Sex
            | ColumnRole::Sector
            | ColumnRole::Diagnosis
            | ColumnRole::Organisation
            | ColumnRole::Other
            | ColumnRole::MeasureName
    )
}

/// Whether a field holds for a measure, and with it for every column that it is made of.
pub(super) fn is_of_measure(field: &str) -> bool {
    matches!(field, "name" | "unit" | "decimals" | "adds") || terms::is_sign(field)
}

/// Writes a field of a column; a value that is none of the field's is left aside.
pub(super) fn set_column(plan: &mut ColumnPlan, field: &str, value: &str) {
    let text = || Some(value.trim().to_owned());
    let words = || text().filter(|text| !text.is_empty());
    match field {
        "role" => plan.role = parsed(value).or(plan.role),
        "name" => plan.name = words(),
        "level" => plan.level = text(),
        "unit" => plan.unit = text(),
        "decimals" => plan.decimals = value.parse().ok().or(plan.decimals),
        "convention" => plan.convention = parsed(value).or(plan.convention),
        "dash" => plan.dash = parsed(value).or(plan.dash),
        "adds" => plan.adds = parsed(value).or(plan.adds),
        "split" => plan.split = parsed(value).or(plan.split),
        "fill" => plan.fill = Some(value == "true"),
        field => terms::set(plan, field, value),
    }
}
