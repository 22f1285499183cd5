//! What `datapackage.json` says, as far as it is used.

use serde::Deserialize;

/// The package.
#[derive(Debug, Deserialize)]
pub(super) struct Package {
    pub(super) title: Option<String>,
    pub(super) description: Option<String>,
    #[serde(default)]
    pub(super) sources: Vec<Named>,
    #[serde(default)]
    pub(super) licenses: Vec<Named>,
    #[serde(default)]
    pub(super) resources: Vec<Resource>,
}

/// A source or licence.
#[derive(Debug, Deserialize)]
pub(super) struct Named {
    pub(super) title: Option<String>,
    pub(super) name: Option<String>,
    pub(super) path: Option<String>,
}

/// A table.
#[derive(Debug, Deserialize)]
pub(super) struct Resource {
    pub(super) name: Option<String>,
    pub(super) title: Option<String>,
    pub(super) description: Option<String>,
    pub(super) format: Option<String>,
    pub(super) encoding: Option<String>,
    #[serde(default)]
    pub(super) path: Paths,
    pub(super) dialect: Option<Held<Dialect>>,
    pub(super) schema: Option<Held<Schema>>,
    #[serde(default)]
    pub(super) sources: Vec<Named>,
    #[serde(default)]
    pub(super) licenses: Vec<Named>,
}

/// A file or name, or several.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(untagged)]
pub(super) enum Paths {
    #[default]
    None,
    One(String),
    Many(Vec<String>),
}

impl Paths {
    pub(super) fn each(&self) -> &[String] {
        match self {
            Self::None => &[],
            Self::One(path) => std::slice::from_ref(path),
            Self::Many(paths) => paths,
        }
    }
}

/// A part of the description that stands in its place, or in a member of its own.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Held<T> {
    Elsewhere(String),
    Here(T),
}

/// How the rows of a text file are written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Dialect {
    pub(super) delimiter: Option<String>,
    pub(super) quote_char: Option<String>,
    pub(super) double_quote: Option<bool>,
    pub(super) escape_char: Option<String>,
    pub(super) skip_initial_space: bool,
    pub(super) header: Option<bool>,
    /// Numbers of the lines of the header, from 1; version 2.
    pub(super) header_rows: Option<Vec<u64>>,
    pub(super) header_join: Option<String>,
    pub(super) comment_char: Option<String>,
    pub(super) null_sequence: Option<String>,
}

/// The columns of a table.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Schema {
    pub(super) fields: Vec<Field>,
    pub(super) missing_values: Option<Vec<Missing>>,
    pub(super) primary_key: Paths,
    pub(super) fields_match: Option<Matched>,
}

/// Version 2 first wrote it as a list.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Matched {
    One(String),
    Many(Vec<String>),
}

/// A text that stands for no value; version 2 can say what it means.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub(super) enum Missing {
    Text(String),
    Labelled {
        value: String,
        label: Option<String>,
    },
}

impl Missing {
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Labelled { value, .. } => value,
        }
    }
}

/// A column.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) title: Option<String>,
    pub(super) description: Option<String>,
    #[serde(rename = "type")]
    pub(super) kind: Option<String>,
    pub(super) unit: Option<String>,
    pub(super) decimal_char: Option<String>,
    pub(super) group_char: Option<String>,
    pub(super) bare_number: Option<bool>,
    pub(super) true_values: Option<Vec<String>>,
    pub(super) false_values: Option<Vec<String>>,
    pub(super) missing_values: Option<Vec<Missing>>,
    pub(super) categories: Option<Vec<Category>>,
    pub(super) constraints: Option<Constraints>,
}

/// What values of a column may be.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Constraints {
    #[serde(rename = "enum")]
    pub(super) only: Option<Vec<serde_json::Value>>,
}

/// A value of a column of few; version 2.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Category {
    Labelled {
        value: serde_json::Value,
        label: Option<String>,
    },
    Value(serde_json::Value),
}
