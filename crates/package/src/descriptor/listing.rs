//! The descriptor to JSON.

use sha2::{Digest, Sha256};
use table::{Dimension, Note};

use super::json::FORMAT;
use super::lines::laid_out;
use super::wire::{
    Column, Contributor, Disclosed, OwnMeasure, OwnNote, OwnTable, Resource, SCHEMA, Schema, Wire,
};
use super::{Descriptor, Stored, StoredMeasure, TableEntry};
use crate::PackageError;
use crate::container::{Kind, kind};

/// Writes a descriptor that lists these members; each table's member stands where the table does.
pub(crate) fn write(
    descriptor: &Descriptor,
    members: &[(String, Vec<u8>)],
) -> Result<Vec<u8>, PackageError> {
    let mut tables = descriptor.tables.iter();
    let resource = |(path, bytes): &(String, Vec<u8>)| {
        let is_table = matches!(kind(path), Some(Kind::Table(_)));
        resource(path, bytes, if is_table { tables.next() } else { None })
    };
    let wire = wire(descriptor, members.iter().map(resource).collect());
    let unwritable = |_| PackageError::Unwritable {
        what: crate::container::DESCRIPTOR.to_owned(),
    };
    let compact = serde_json::to_string(&wire).map_err(unwritable)?;
    Ok(laid_out(&compact).into_bytes())
}

fn wire(descriptor: &Descriptor, resources: Vec<Resource>) -> Wire {
    let publisher = descriptor.publisher.name.clone();
    let roles = vec!["publisher".to_owned()];
    Wire {
        schema: SCHEMA.to_owned(),
        name: descriptor.name.clone(),
        id: descriptor.id.clone(),
        title: descriptor.title.da.clone(),
        version: descriptor.edition.clone(),
        contributors: vec![Contributor {
            title: publisher.da.clone(),
            roles,
        }],
        resources,
        format: FORMAT.to_owned(),
        own_title: descriptor.title.clone(),
        publisher,
        extracted: descriptor.extracted.clone(),
        synthetic: descriptor.synthetic,
        disclosure: Disclosed {
            threshold: descriptor.disclosure.threshold,
            legend: descriptor.disclosure.legend.clone(),
        },
        indicators: descriptor.indicators.clone(),
        topics: descriptor.topics.clone(),
        peers: descriptor.peers.clone(),
        combinations: descriptor.combinations.clone(),
        flows: descriptor.flows.clone(),
    }
}

fn resource(path: &str, bytes: &[u8], table: Option<&TableEntry>) -> Resource {
    let (format, mediatype) = media(path);
    Resource {
        name: resource_name(path),
        path: path.to_owned(),
        format: format.to_owned(),
        mediatype: mediatype.to_owned(),
        bytes: bytes.len() as u64,
        hash: format!("sha256:{}", digest(bytes)),
        title: table.map(|table| table.title.da.clone()),
        schema: table.map(schema),
        table: table.map(own_table),
    }
}

/// A table's resource has the name of its file; others that of their path.
fn resource_name(path: &str) -> String {
    if let Some(Kind::Table(name)) = kind(path) {
        return name.to_lowercase();
    }
    let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
    stem.replace(['/', '.'], "-").to_lowercase()
}

fn media(path: &str) -> (&'static str, &'static str) {
    match kind(path) {
        Some(Kind::Table(_)) => ("parquet", "application/vnd.apache.parquet"),
        Some(Kind::DeclarationDanish | Kind::DeclarationEnglish) => ("md", "text/markdown"),
        Some(Kind::Catalogue) => ("jsonld", "application/ld+json"),
        _ => ("json", "application/json"),
    }
}

/// The digest of a member in hexadecimal digits.
pub(crate) fn digest(bytes: &[u8]) -> String {
    use std::fmt::Write;
    Sha256::digest(bytes)
        .iter()
        .fold(String::new(), |mut text, byte| {
            // Writing into a string does not fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
}

fn schema(table: &TableEntry) -> Schema {
    let dimension = |it: &Dimension| Column {
        name: it.name.clone(),
        kind: "string".to_owned(),
        title: Some(it.label.da.clone()),
    };
    let measure = |it: &StoredMeasure| Column {
        name: it.measure.name.clone(),
        kind: if it.stored == (Stored::Exact { decimals: 0 }) {
            "integer"
        } else {
            "number"
        }
        .to_owned(),
        title: Some(it.measure.label.da.clone()),
    };
    let dimensions = table.dimensions.iter().map(dimension);
    Schema {
        fields: dimensions
            .chain(table.measures.iter().map(measure))
            .collect(),
    }
}

fn own_table(table: &TableEntry) -> OwnTable {
    let measure = |it: &StoredMeasure| OwnMeasure {
        measure: it.measure.clone(),
        stored_decimals: match it.stored {
            Stored::Exact { decimals } => Some(decimals),
            Stored::Float => None,
        },
    };
    let note = |it: &Note| OwnNote {
        text: it.text.clone(),
        column: it.column.clone(),
    };
    OwnTable {
        name: table.name.clone(),
        title: table.title.clone(),
        rows: table.rows,
        dimensions: table.dimensions.clone(),
        measures: table.measures.iter().map(measure).collect(),
        notes: table.notes.iter().map(note).collect(),
    }
}
