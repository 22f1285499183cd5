//! `snit inspect`: what is in a file, how it was read, and what is odd about it.

mod columns;
mod drawn;
mod json;
mod text;

use std::path::Path;

use danish::Language;
use danish::terminal::{NoReading, no_reading, not_written};
use health::Dataset;
use protocol::catalog::Catalog;
use reading::words;
use reading::{Applied, Plan};
use table::Table;

use crate::arguments::{Inspect, Style};
use crate::failure::Failure;
use crate::file::{self, Read};
use crate::output;

/// What is told of a file.
struct Inspected {
    catalog: Catalog,
    /// With the levels that places have in every view.
    tables: Vec<Table>,
    /// How it was read; none for a package, which says so itself.
    applied: Option<Box<Applied>>,
}

/// Tells how a file is read, by a saved reading if there is one, and saves how.
pub(crate) fn run(asked: &Inspect, language: Language) -> Result<(), Failure> {
    if let (Some(path), [_, ..]) = (&asked.save_reading, asked.more.as_slice()) {
        return Err(unsaved(path, NoReading::Several, language));
    }
    let plan = match &asked.reading {
        Some(path) => plan(path, language)?,
        None => Plan::default(),
    };
    let read = match asked.more.as_slice() {
        [] => file::read_with(&asked.file, &plan, language)?,
        more => file::read_several((&asked.file, more), &plan, language)?,
    };
    let inspected = inspect(read, language)?;
    if let Some(path) = &asked.save_reading {
        save(path, inspected.applied.as_deref(), language)?;
    }
    output::print(&match asked.style {
        Style::Json => json::write(&inspected, language),
        _ => text::write(&inspected, language),
    })
}

fn save(path: &Path, applied: Option<&Applied>, language: Language) -> Result<(), Failure> {
    let applied = applied.ok_or_else(|| unsaved(path, NoReading::Declared, language))?;
    let fail = |_| Failure::Told(not_written(&path.to_string_lossy(), language));
    std::fs::write(path, Plan::of(applied).to_json()).map_err(fail)
}

fn unsaved(path: &Path, why: NoReading, language: Language) -> Failure {
    Failure::Told(no_reading(&path.to_string_lossy(), why, language))
}

fn plan(path: &Path, language: Language) -> Result<Plan, Failure> {
    let name = file::name(path);
    let text = file::text(path, language)?;
    let refused = |error| words::plan_refusal(&error, &name, drawn::spoken(language));
    Plan::parse(&text).map_err(|error| Failure::Refused(file::refusal(refused(error))))
}

fn inspect(mut read: Read, language: Language) -> Result<Inspected, Failure> {
    let tables = read.imported.tables.clone();
    let applied = read.imported.applied.take();
    let (_, catalog) = file::open(read, language)?;
    let bound = Dataset::bind(tables, Vec::new(), Vec::new())
        .map_err(|error| anyhow::anyhow!("{error:?}"))?;
    Ok(Inspected {
        catalog,
        tables: bound.tables().to_vec(),
        applied,
    })
}
