//! Opening a package: proven first, then its tables and what it says of itself.

use std::borrow::Cow;

use danish::Language;
use formats::{FormatError, Source, What};
use health::Declared;
use package::{Limits, Package, PackageError};
use protocol::facts::{Facts, SavedView, Words};
use protocol::message::{Notice, Progress, Refusal};
use protocol::state;
use table::{Table, Text};

use crate::read::unread;
use crate::{across, declared, refuse};

/// A package, as the session takes it over.
pub(crate) struct Opened {
    pub(crate) facts: Facts,
    pub(crate) tables: Vec<Table>,
    pub(crate) notices: Vec<Notice>,
}

/// Opens a package.
pub(crate) fn package(
    name: &str,
    source: &dyn Source,
    language: state::Language,
    progress: &mut dyn FnMut(Progress),
) -> Result<Opened, Refusal> {
    let spoken = refuse::spoken(language);
    let limits = Limits::default();
    let refused = |error: PackageError| refuse::package(name, &error, spoken);
    within(&limits, source.len()).map_err(refused)?;
    let bytes = whole(source).map_err(|error| unread(name, &error, language))?;
    let step = danish::answer::view::opening(spoken).to_owned();
    let mut tell = |at: package::Progress| {
        progress(Progress {
            step: step.clone(),
            done: at.done,
            total: at.total,
        });
    };
    let mut package = package::read(&bytes, &limits, &mut tell).map_err(refused)?;
    let tables = std::mem::take(&mut package.tables);
    let opening = declared::Opening {
        name,
        bytes: &bytes,
        language: spoken,
    };
    let said = declared::Said {
        indicators: std::mem::take(&mut package.descriptor.indicators),
        topics: std::mem::take(&mut package.descriptor.topics),
        peers: std::mem::take(&mut package.descriptor.peers),
    };
    let declared = declared::declared(opening, said, &tables)?;
    let sectors = (
        std::mem::take(&mut package.descriptor.combinations),
        std::mem::take(&mut package.descriptor.flows),
    );
    let across = across::across(opening, sectors, &tables)?;
    let (mut facts, notices) = facts(package, &declared, spoken);
    if !across.is_empty() {
        facts.across = packed::write(&across);
    }
    Ok(Opened {
        facts,
        tables,
        notices,
    })
}

/// Asked before the bytes are taken into our memory.
fn within(limits: &Limits, found: u64) -> Result<(), PackageError> {
    let (what, limit) = (What::ContainerBytes, limits.of(What::ContainerBytes));
    let too_large = PackageError::TooLarge {
        what,
        found,
        limit,
        member: None,
    };
    (found <= limit).then_some(()).ok_or(too_large)
}

/// All bytes: a package is proven whole before anything in it is used.
fn whole(source: &dyn Source) -> Result<Cow<'_, [u8]>, FormatError> {
    if let Some(bytes) = source.in_memory() {
        return Ok(Cow::Borrowed(bytes));
    }
    let no_memory = || FormatError::OutOfMemory {
        bytes: source.len(),
    };
    let count = usize::try_from(source.len()).map_err(|_| no_memory())?;
    let mut bytes = Vec::new();
    bytes.try_reserve_exact(count).map_err(|_| no_memory())?;
    bytes.resize(count, 0);
    source.read_at(0, &mut bytes).ok_or_else(no_memory)?;
    Ok(Cow::Owned(bytes))
}

fn facts(package: Package, declared: &Declared, language: Language) -> (Facts, Vec<Notice>) {
    let descriptor = package.descriptor;
    let english = package.declaration.en;
    let (views, notices) = views(&package.views, language);
    let facts = Facts {
        id: descriptor.name,
        title: words(descriptor.title),
        edition: descriptor.edition,
        extracted: descriptor.extracted,
        publisher: words(descriptor.publisher.name),
        is_synthetic: descriptor.synthetic,
        threshold: descriptor.disclosure.threshold,
        declaration: Words {
            en: english.unwrap_or_else(|| package.declaration.da.clone()),
            da: package.declaration.da,
        },
        views,
        declared: packed::write(declared),
        across: Vec::new(),
    };
    (facts, notices)
}

/// The ready views; one that cannot be read is left out, and told.
fn views(stored: &[(String, String)], language: Language) -> (Vec<SavedView>, Vec<Notice>) {
    let (mut views, mut notices) = (Vec::new(), Vec::new());
    for (name, json) in stored {
        match serde_json::from_str(json) {
            Ok(view) => views.push(view),
            Err(error) => notices.push(refuse::view(name, &error.to_string(), language)),
        }
    }
    (views, notices)
}

fn words(text: Text) -> Words {
    Words {
        da: text.da,
        en: text.en,
    }
}
