//! `snit diff`: two editions of one data set, and what differs between them.

mod json;
mod text;

use std::path::Path;

use danish::Language;
use health::edition::{Comparison, Section, changed_sections, compare};
use health::{Dataset, Declared};
use importer::Imported;
use protocol::facts::Facts;

use crate::arguments::{Diff, Style};
use crate::failure::Failure;
use crate::{file, output};

/// So many revisions of a measure are told.
const MOST: usize = 10;

/// What differs, with the two editions' names.
struct Found {
    earlier: String,
    later: String,
    comparison: Comparison,
    sections: Vec<Section>,
}

/// Holds one edition against another.
pub(crate) fn run(asked: &Diff, language: Language) -> Result<(), Failure> {
    let (earlier, old, old_words) = edition(&asked.earlier, language)?;
    let (later, new, new_words) = edition(&asked.later, language)?;
    let comparison = compare(&old, &new, MOST);
    let found = Found {
        earlier,
        later,
        comparison: comparison.map_err(|refusal| anyhow::anyhow!("{refusal:?}"))?,
        sections: changed_sections(&old_words, &new_words),
    };
    output::print(&match asked.style {
        Style::Json => json::write(&found),
        _ => text::write(&found, language),
    })
}

/// Whether each edition has a section: the earlier, the later.
fn present(section: &Section) -> (bool, bool) {
    (section.from.is_some(), section.to.is_some())
}

/// An edition's name, its data, and its declaration.
fn edition(path: &Path, language: Language) -> Result<(String, Dataset, String), Failure> {
    let Imported { facts, tables, .. } = file::read(path, language)?.imported;
    let facts = facts.unwrap_or_default();
    let declared = if facts.declared.is_empty() {
        Declared::default()
    } else {
        Declared::from_bytes(&facts.declared).ok_or(Failure::Unexpected)?
    };
    let dataset = Dataset::bind(tables, declared.indicators, declared.topics);
    let dataset = dataset.map_err(|refusal| anyhow::anyhow!("{refusal:?}"))?;
    let words = language.pick(&facts.declaration.da, &facts.declaration.en);
    Ok((named(path, &facts), dataset, words.to_owned()))
}

fn named(path: &Path, facts: &Facts) -> String {
    if facts.id.is_empty() {
        file::name(path)
    } else {
        format!("{} {}", facts.id, facts.edition)
    }
}
