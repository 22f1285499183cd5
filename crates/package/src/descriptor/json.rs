//! The descriptor from JSON.

use formats::{Limits, What};
use serde::Deserialize;
use table::Note;

use super::wire::{Disclosed, OwnMeasure, OwnTable, Resource, Schema, Wire};
use super::{Disclosure, Publisher, Stored, StoredMeasure, TableEntry, rules, strict};
use crate::container::{Kind, kind};
use crate::{Descriptor, DescriptorFault as Fault, PackageError};

/// The format written, and the newest that is read; minor versions may differ.
pub(super) const FORMAT: &str = "1.0";

/// A descriptor and the members it lists.
#[derive(Debug)]
pub(crate) struct Parsed {
    pub(crate) descriptor: Descriptor,
    pub(crate) listed: Vec<Listed>,
}

/// A member the descriptor lists.
#[derive(Debug)]
pub(crate) struct Listed {
    pub(crate) path: String,
    pub(crate) bytes: u64,
    /// The digest in hexadecimal digits.
    pub(crate) sha256: String,
}

/// Reads a descriptor; tables and their members stand in the same order.
pub(crate) fn parse(bytes: &[u8], limits: &Limits) -> Result<Parsed, PackageError> {
    let (found, limit) = (bytes.len() as u64, limits.of(What::DescriptorBytes));
    if found > limit {
        let member = None;
        return Err(PackageError::TooLarge {
            what: What::DescriptorBytes,
            found,
            limit,
            member,
        });
    }
    if str::from_utf8(bytes).is_err() {
        return Err(whole(Fault::Encoding));
    }
    check_format(bytes)?;
    strict::check(bytes, limits.of(What::JsonDepth)).map_err(|(fault, error)| at(fault, &error))?;
    let wire: Wire = serde_json::from_slice(bytes).map_err(|error| at(None, &error))?;
    let parsed = from_wire(wire)?;
    rules::check(&parsed, limits)?;
    Ok(parsed)
}

/// A descriptor of a newer format may well break today's rules, so this is looked at first.
fn check_format(bytes: &[u8]) -> Result<(), PackageError> {
    #[derive(Deserialize)]
    struct OnlyFormat {
        #[serde(rename = "snit:format")]
        format: String,
    }
    let Ok(OnlyFormat { format }) = serde_json::from_slice(bytes) else {
        return Ok(());
    };
    let major = |version: &str| version.split('.').next().map(str::to_owned);
    if major(&format) == major(FORMAT) {
        return Ok(());
    }
    Err(PackageError::NewerFormat { found: format })
}

pub(super) fn whole(fault: Fault) -> PackageError {
    PackageError::Descriptor {
        fault,
        line: None,
        column: None,
    }
}

fn at(fault: Option<Fault>, error: &serde_json::Error) -> PackageError {
    let fault = fault.unwrap_or_else(|| Fault::Json(error.to_string()));
    let known = |number: usize| (number > 0).then_some(number as u64);
    PackageError::Descriptor {
        fault,
        line: known(error.line()),
        column: known(error.column()),
    }
}

fn from_wire(wire: Wire) -> Result<Parsed, PackageError> {
    let (mut tables, mut listed) = (Vec::new(), Vec::new());
    for resource in wire.resources {
        let (member, table) = from_resource(resource)?;
        listed.push(member);
        tables.extend(table);
    }
    let Disclosed { threshold, legend } = wire.disclosure;
    let descriptor = Descriptor {
        name: wire.name,
        id: wire.id,
        title: wire.own_title,
        edition: wire.version,
        extracted: wire.extracted,
        publisher: Publisher {
            name: wire.publisher,
        },
        synthetic: wire.synthetic,
        tables,
        indicators: wire.indicators,
        topics: wire.topics,
        peers: wire.peers,
        combinations: wire.combinations,
        flows: wire.flows,
        disclosure: Disclosure { threshold, legend },
    };
    Ok(Parsed { descriptor, listed })
}

/// What is listed of a member, and what is said of the table if it is one.
fn from_resource(resource: Resource) -> Result<(Listed, Option<TableEntry>), PackageError> {
    let Resource {
        path,
        bytes,
        hash,
        table,
        schema,
        ..
    } = resource;
    let value = |key: &str| whole(Fault::Value(key.to_owned()));
    if matches!(kind(&path), Some(Kind::Table(_))) != table.is_some() {
        return Err(value("snit:table"));
    }
    if let (Some(table), Some(schema)) = (&table, &schema)
        && !agree(table, schema)
    {
        return Err(value("schema"));
    }
    let sha256 = hash
        .strip_prefix("sha256:")
        .ok_or_else(|| value("hash"))?
        .to_owned();
    Ok((
        Listed {
            path,
            bytes,
            sha256,
        },
        table.map(entry),
    ))
}

/// Other programs must be told the same columns as we are.
fn agree(table: &OwnTable, schema: &Schema) -> bool {
    let dimensions = table.dimensions.iter().map(|it| &it.name);
    let ours = dimensions.chain(table.measures.iter().map(|it| &it.measure.name));
    ours.eq(schema.fields.iter().map(|it| &it.name))
}

fn entry(table: OwnTable) -> TableEntry {
    let measure = |OwnMeasure {
                       measure,
                       stored_decimals,
                   }| StoredMeasure {
        measure,
        stored: stored_decimals.map_or(Stored::Float, |decimals| Stored::Exact { decimals }),
    };
    TableEntry {
        name: table.name,
        title: table.title,
        rows: table.rows,
        dimensions: table.dimensions,
        measures: table.measures.into_iter().map(measure).collect(),
        notes: table
            .notes
            .into_iter()
            .map(|it| Note {
                text: it.text,
                column: it.column,
            })
            .collect(),
    }
}
