//! What a column is, by its field.

use std::collections::BTreeMap;

use serde_json::Value;
use table::Status;

use super::descriptor::{Category, Field, Missing, Schema};
use super::number::{Style, Wholeness};

/// What the values of a column are.
#[derive(Clone, Debug)]
pub(super) enum Kind {
    /// Numbers that are counted or measured.
    Numbers(Style),
    /// Texts, codes and periods, which group rows.
    Texts,
    /// Yes and no.
    Truth,
    /// Numbers if all of them are, else texts.
    Untold,
}

/// A column as it is read.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub(super) field: Field,
    pub(super) kind: Kind,
    /// Texts that stand for no value, and why there is none.
    missing: BTreeMap<String, Status>,
    /// Values in their order, with what they are called.
    pub(super) members: Vec<(String, String)>,
}

impl Column {
    pub(super) fn new(field: Field, schema: &Schema) -> Self {
        let missing = field.missing_values.as_ref();
        let missing = missing.or(schema.missing_values.as_ref());
        Self {
            kind: kind(&field, schema),
            missing: missing.map_or_else(blank, |missing| missing.iter().map(status).collect()),
            members: members(&field),
            field,
        }
    }

    /// Why there is no value, where a text says that there is none.
    pub(super) fn absent(&self, text: &str) -> Option<Status> {
        self.missing.get(text).copied()
    }
}

fn blank() -> BTreeMap<String, Status> {
    BTreeMap::from([(String::new(), Status::Missing)])
}

/// The signs of official statistics keep what they say.
fn status(missing: &Missing) -> (String, Status) {
    let status = match missing.text() {
        ".." => Status::Hidden,
        "." => Status::NotApplicable,
        _ => Status::Missing,
    };
    (missing.text().to_owned(), status)
}

fn kind(field: &Field, schema: &Schema) -> Kind {
    let is_key = schema.primary_key.each().contains(&field.name);
    let is_of_few = field.categories.is_some()
        || (field.constraints.as_ref()).is_some_and(|constraints| constraints.only.is_some());
    match field.kind.as_deref() {
        // A number that tells rows apart is a name.
        Some("integer" | "number") if is_key || is_of_few => Kind::Texts,
        Some("integer") => Kind::Numbers(Style::of(field, Wholeness::Whole)),
        Some("number") => Kind::Numbers(Style::of(field, Wholeness::Any)),
        Some("boolean") => Kind::Truth,
        None | Some("any") => Kind::Untold,
        Some(_) => Kind::Texts,
    }
}

fn members(field: &Field) -> Vec<(String, String)> {
    let same = |value: &Value| (written(value), written(value));
    if let Some(categories) = &field.categories {
        let member = |category: &Category| match category {
            Category::Value(value) => same(value),
            Category::Labelled { value, label } => {
                let code = written(value);
                let label = label.clone().unwrap_or_else(|| code.clone());
                (code, label)
            }
        };
        return categories.iter().map(member).collect();
    }
    let only = field.constraints.as_ref().and_then(|it| it.only.as_ref());
    only.map_or_else(Vec::new, |only| only.iter().map(same).collect())
}

/// A value as it stands in a text file.
fn written(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}
