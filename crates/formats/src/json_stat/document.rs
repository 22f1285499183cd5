//! The parts of a file, as they are written.

use std::fmt;

use serde::Deserialize;
use serde::de::{IgnoredAny, MapAccess, Visitor};
use serde_json::error::Category as Cause;

use crate::{FormatError, Place, Reason};

use super::malformed;
use super::pairs::Pairs;
use super::part::{Index, Part};
use super::statuses::Statuses;
use super::values::Values;

/// Every dataset with its name, and the links that lead out of the file.
pub(super) struct Document {
    pub(super) datasets: Vec<(String, Dataset)>,
    pub(super) links: Vec<String>,
}

/// A cube, or what is known of one that lies elsewhere.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Dataset {
    href: Option<String>,
    pub(super) label: Option<String>,
    pub(super) source: Option<String>,
    pub(super) updated: Option<String>,
    pub(super) note: Option<Lines>,
    pub(super) id: Option<Vec<String>>,
    pub(super) size: Option<Vec<u64>>,
    pub(super) role: Option<Roles>,
    #[serde(default)]
    pub(super) dimension: Dimensions,
    pub(super) value: Option<Values>,
    pub(super) status: Option<Statuses>,
}

/// The dimensions by name; version 1 keeps their order among them.
#[derive(Debug, Default)]
pub(super) struct Dimensions {
    pub(super) id: Option<Vec<String>>,
    pub(super) size: Option<Vec<u64>>,
    pub(super) role: Option<Roles>,
    pub(super) all: Pairs<Dimension>,
}

/// What dimensions are about, by their names.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Roles {
    #[serde(default)]
    pub(super) time: Vec<String>,
    #[serde(default)]
    pub(super) geo: Vec<String>,
    #[serde(default)]
    pub(super) metric: Vec<String>,
}

/// A dimension.
#[derive(Debug, Deserialize)]
pub(super) struct Dimension {
    pub(super) label: Option<String>,
    pub(super) note: Option<Lines>,
    pub(super) category: Category,
}

/// The members of a dimension.
#[derive(Debug, Deserialize)]
pub(super) struct Category {
    pub(super) index: Option<Index>,
    #[serde(default)]
    pub(super) label: Pairs<String>,
    #[serde(default)]
    pub(super) note: Pairs<Lines>,
    #[serde(default)]
    pub(super) child: Pairs<Vec<String>>,
    #[serde(default)]
    pub(super) unit: Pairs<Unit>,
}

/// What a measure is counted in.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Unit {
    pub(super) decimals: Option<u8>,
    pub(super) label: Option<String>,
    pub(super) symbol: Option<String>,
    pub(super) base: Option<String>,
}

/// One text or several.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Lines {
    One(String),
    Many(Vec<String>),
}

impl Lines {
    pub(super) fn each(&self) -> &[String] {
        match self {
            Self::One(line) => std::slice::from_ref(line),
            Self::Many(lines) => lines,
        }
    }
}

struct OfDimensions;

impl<'de> Deserialize<'de> for Dimensions {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(OfDimensions)
    }
}

impl<'de> Visitor<'de> for OfDimensions {
    type Value = Dimensions;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object of dimensions")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Dimensions, A::Error> {
        let mut dimensions = Dimensions::default();
        while let Some(name) = map.next_key::<String>()? {
            match name.as_str() {
                "id" => dimensions.id = Some(map.next_value()?),
                "size" => dimensions.size = Some(map.next_value()?),
                "role" => dimensions.role = Some(map.next_value()?),
                _ => dimensions.all.0.push((name, map.next_value()?)),
            }
        }
        Ok(dimensions)
    }
}

/// What tells the three kinds of files apart.
#[derive(Deserialize)]
struct Kind {
    class: Option<String>,
    dimension: Option<IgnoredAny>,
    link: Option<IgnoredAny>,
}

/// A list of datasets, or of links to such.
#[derive(Deserialize)]
struct Collection {
    link: Links,
}

#[derive(Deserialize)]
struct Links {
    #[serde(default)]
    item: Vec<Part>,
}

/// Reads a file.
pub(super) fn read(text: &str) -> Result<Document, FormatError> {
    let kind: Kind = parse(text)?;
    let mut document = Document {
        datasets: Vec::new(),
        links: Vec::new(),
    };
    if kind.dimension.is_some() {
        document.datasets.push((String::new(), parse(text)?));
    } else if kind.class.as_deref() == Some("collection") || kind.link.is_some() {
        let items = parse::<Collection>(text)?.link.item;
        for (number, item) in (1..).zip(items) {
            document.add(format!("{number}"), item);
        }
    } else {
        for (name, part) in parse::<Pairs<Part>>(text)?.0 {
            document.add(name, part);
        }
    }
    Ok(document)
}

impl Document {
    fn add(&mut self, name: String, part: Part) {
        match part {
            Part::Object(dataset) if dataset.value.is_some() => {
                self.datasets.push((name, *dataset));
            }
            Part::Object(dataset) => {
                let link = dataset.label.or(dataset.href);
                self.links.push(link.unwrap_or(name));
            }
            Part::Other => self.links.push(name),
        }
    }
}

fn parse<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, FormatError> {
    serde_json::from_str(text).map_err(|error| {
        let line = error.line().saturating_sub(1);
        let before: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
        let place = Place {
            byte: Some((before + error.column().saturating_sub(1)) as u64),
            ..Place::row(error.line() as u64)
        };
        let reason = match error.classify() {
            Cause::Eof => Reason::Truncated,
            Cause::Syntax | Cause::Io => Reason::Syntax,
            Cause::Data => Reason::Other(error.to_string()),
        };
        malformed(place, reason)
    })
}
