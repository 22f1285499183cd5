//! What the demonstration packages say of themselves.

use package::{Declaration, Descriptor, Disclosure, Package, Publisher};
use serde_json::{Value, json};
use table::{Table, Text};

use super::hide::THRESHOLD;
use super::peers;
use super::ready::Ready;

/// What is particular to a package.
pub(crate) struct Words<'a> {
    pub(crate) name: &'a str,
    pub(crate) title: Text,
    /// Identifier, Danish and English.
    pub(crate) topics: &'a [(&'a str, &'a str, &'a str)],
    /// A JSON list.
    pub(crate) indicators: &'a str,
}

/// A package of these tables, with its declaration in Danish and English and its ready views.
pub(crate) fn package(
    words: &Words<'_>,
    tables: Vec<Table>,
    declaration: (&str, &str),
    views: &[Ready],
) -> anyhow::Result<Package> {
    let descriptor = Descriptor {
        peers: peers::of(&tables),
        ..descriptor(words)?
    };
    Ok(Package {
        descriptor,
        tables,
        declaration: Declaration {
            da: declaration.0.to_owned(),
            en: Some(declaration.1.to_owned()),
        },
        views: views.iter().map(Ready::written).collect(),
        ..Package::default()
    })
}

/// The descriptor of a demonstration package: synthetic, and marked so.
pub(crate) fn descriptor(words: &Words<'_>) -> anyhow::Result<Descriptor> {
    let topic = |(id, da, en): &(&str, &str, &str)| json!({ "id": id, "label": Text::new(da, en) });
    let indicators: Vec<Value> = serde_json::from_str(words.indicators)?;
    Ok(Descriptor {
        name: words.name.to_owned(),
        id: Some(words.name.to_owned()),
        title: words.title.clone(),
        edition: "2026-2".to_owned(),
        extracted: "2026-09-10".to_owned(),
        publisher: Publisher {
            name: Text::same("Demoudgiver"),
        },
        synthetic: true,
        indicators,
        topics: words.topics.iter().map(topic).collect(),
        disclosure: Disclosure {
            threshold: u32::try_from(THRESHOLD).ok(),
            legend: Text::new(
                "Skjult af hensyn til diskretion",
                "Hidden for confidentiality",
            ),
        },
        ..Descriptor::default()
    })
}
