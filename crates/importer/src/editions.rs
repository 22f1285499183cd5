//! Two editions of one data set: the one that is open, as it was handed over, and another that is read from a file.

mod view;

use danish::Language;
use danish::ui::editions as words;
use health::edition::{changed_sections, compare};
use health::{Dataset, Declared};
use protocol::facts::Facts;
use protocol::message::Refusal;
use protocol::view::editions::{Edition, Editions, Section};
use table::Table;
use table::wire::{self, Header};

/// So many revisions of a measure are told; a package with more says how many there are.
const MOST: usize = 10_000;

/// An edition: what it says of itself, and its tables.
#[derive(Clone, Debug)]
pub struct Package {
    /// The name of its file.
    pub name: String,
    /// What it says of itself; none where it is no package.
    pub facts: Option<Facts>,
    /// Its tables.
    pub tables: Vec<Table>,
}

/// Holds the open edition against another, whichever is the later.
///
/// # Errors
/// When they are not two editions of one data set.
pub fn editions(open: Package, other: Package, language: Language) -> Result<Editions, Refusal> {
    let names = (open.name.clone(), other.name.clone());
    let (open, other) = (stated(open, language)?, stated(other, language)?);
    if open.facts.id != other.facts.id {
        let title = language.pick(&other.facts.title.da, &other.facts.title.en);
        return Err(refusal(words::other_data_set((&names.1, title), language)));
    }
    let is_open_later = open.day() >= other.day();
    let (earlier, later) = if is_open_later {
        (other, open)
    } else {
        (open, other)
    };
    let unfit = |name: &str| refusal(words::unfit(name, language));
    let old = earlier.dataset().ok_or_else(|| unfit(&names.1))?;
    let new = later.dataset().ok_or_else(|| unfit(&names.1))?;
    let found = compare(&old, &new, MOST).map_err(|_| unfit(&names.1))?;
    let (before, after) = (&earlier.facts.declaration, &later.facts.declaration);
    Ok(Editions {
        earlier: earlier.edition(),
        later: later.edition(),
        is_open_later,
        sections_da: sections(&before.da, &after.da),
        sections_en: sections(&before.en, &after.en),
        ..view::of(&found, &new)
    })
}

/// The tables of a package as a page keeps them: for each a header and its runs of rows.
#[must_use]
pub fn unpacked(buffers: Vec<Vec<u8>>) -> Option<Vec<Table>> {
    let mut tables = Vec::new();
    let mut buffers = buffers.into_iter();
    while let Some(header) = buffers.next() {
        let header = Header::from_bytes(&header).ok()?;
        let runs: Vec<Vec<u8>> = buffers.by_ref().take(header.rows.len()).collect();
        if runs.len() < header.rows.len() {
            return None;
        }
        tables.push(wire::unpack(header, runs).ok()?);
    }
    Some(tables)
}

/// An edition that says of itself which one it is.
struct Stated {
    facts: Facts,
    tables: Vec<Table>,
}

fn stated(package: Package, language: Language) -> Result<Stated, Refusal> {
    let Package {
        name,
        facts,
        tables,
    } = package;
    match facts {
        Some(facts) => Ok(Stated { facts, tables }),
        None => Err(refusal(words::no_package(&name, language))),
    }
}

impl Stated {
    /// What tells the later of two.
    fn day(&self) -> (&str, &str) {
        (&self.facts.extracted, &self.facts.edition)
    }

    fn edition(&self) -> Edition {
        Edition {
            title: self.facts.title.clone(),
            edition: self.facts.edition.clone(),
            extracted: self.facts.extracted.clone(),
        }
    }

    fn dataset(&self) -> Option<Dataset> {
        let declared = match self.facts.declared.as_slice() {
            [] => Declared::default(),
            bytes => Declared::from_bytes(bytes)?,
        };
        Dataset::bind(self.tables.clone(), declared.indicators, declared.topics).ok()
    }
}

fn sections(earlier: &str, later: &str) -> Vec<Section> {
    let sections = changed_sections(earlier, later).into_iter();
    sections
        .map(|it| Section {
            heading: it.heading,
            from: it.from,
            to: it.to,
        })
        .collect()
}

fn refusal((what, remedy): (String, String)) -> Refusal {
    Refusal {
        what,
        remedy,
        ..Refusal::default()
    }
}

#[cfg(test)]
mod tests;
