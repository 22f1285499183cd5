//! The descriptor as it stands in JSON: the vocabulary of Data Package, and our own terms under one prefix.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use table::{Dimension, Measure, Text};

/// The profile the descriptor follows.
pub(super) const SCHEMA: &str = "https://datapackage.org/profiles/2.0/datapackage.json";

/// Keys the descriptor may have. Those not in `Wire` belong to the vocabulary and are not used.
pub(super) const KEYS: &[&str] = &[
    "$schema",
    "contributors",
    "created",
    "description",
    "homepage",
    "id",
    "keywords",
    "licenses",
    "name",
    "resources",
    "sources",
    "title",
    "version",
    "snit:combinations",
    "snit:disclosure",
    "snit:extracted",
    "snit:flows",
    "snit:format",
    "snit:indicators",
    "snit:peers",
    "snit:publisher",
    "snit:synthetic",
    "snit:title",
    "snit:topics",
];

/// The whole descriptor.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Wire {
    #[serde(rename = "$schema")]
    pub(super) schema: String,
    pub(super) name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) id: Option<String>,
    pub(super) title: String,
    pub(super) version: String,
    #[serde(default)]
    pub(super) contributors: Vec<Contributor>,
    pub(super) resources: Vec<Resource>,
    #[serde(rename = "snit:format")]
    pub(super) format: String,
    #[serde(rename = "snit:title")]
    pub(super) own_title: Text,
    #[serde(rename = "snit:publisher")]
    pub(super) publisher: Text,
    #[serde(rename = "snit:extracted")]
    pub(super) extracted: String,
    #[serde(rename = "snit:synthetic")]
    pub(super) synthetic: bool,
    #[serde(rename = "snit:disclosure")]
    pub(super) disclosure: Disclosed,
    #[serde(default, rename = "snit:indicators")]
    pub(super) indicators: Vec<Value>,
    #[serde(default, rename = "snit:topics")]
    pub(super) topics: Vec<Value>,
    #[serde(default, rename = "snit:peers", skip_serializing_if = "Vec::is_empty")]
    pub(super) peers: Vec<Value>,
    #[serde(
        default,
        rename = "snit:combinations",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub(super) combinations: Vec<Value>,
    #[serde(default, rename = "snit:flows", skip_serializing_if = "Vec::is_empty")]
    pub(super) flows: Vec<Value>,
}

/// Who had a part in it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Contributor {
    pub(super) title: String,
    #[serde(default)]
    pub(super) roles: Vec<String>,
}

/// How small numbers were withheld.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Disclosed {
    pub(super) threshold: Option<u32>,
    pub(super) legend: Text,
}

/// A member of the package.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Resource {
    pub(super) name: String,
    pub(crate) path: String,
    pub(super) format: String,
    pub(super) mediatype: String,
    pub(crate) bytes: u64,
    pub(crate) hash: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) schema: Option<Schema>,
    #[serde(
        default,
        rename = "snit:table",
        skip_serializing_if = "Option::is_none"
    )]
    pub(super) table: Option<OwnTable>,
}

/// The columns as other programs want them.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Schema {
    pub(super) fields: Vec<Column>,
}

/// A column as other programs want it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Column {
    pub(super) name: String,
    #[serde(rename = "type")]
    pub(super) kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<String>,
}

/// A table as we want it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnTable {
    pub(super) name: String,
    pub(super) title: Text,
    pub(super) rows: u64,
    pub(super) dimensions: Vec<Dimension>,
    pub(super) measures: Vec<OwnMeasure>,
    #[serde(default)]
    pub(super) notes: Vec<OwnNote>,
}

/// A measure and the decimals its stored integers carry; none for doubles.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct OwnMeasure {
    #[serde(flatten)]
    pub(super) measure: Measure,
    pub(super) stored_decimals: Option<u8>,
}

/// A remark.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnNote {
    pub(super) text: Text,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) column: Option<String>,
}
