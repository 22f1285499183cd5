//! `snit inspect`: what is in a file, how it was read, and what is odd about it.

mod columns;
mod json;
mod text;

use std::path::Path;

use danish::Language;
use health::Dataset;
use protocol::catalog::Catalog;
use table::Table;

use crate::arguments::Style;
use crate::failure::Failure;
use crate::file;
use crate::output;

/// What is told of a file.
struct Inspected {
    catalog: Catalog,
    /// With the levels that places have in every view.
    tables: Vec<Table>,
}

/// Tells how a file is read.
pub(crate) fn run(path: &Path, style: Style, language: Language) -> Result<(), Failure> {
    let inspected = inspect(path, language)?;
    output::print(&match style {
        Style::Json => json::write(&inspected, language),
        _ => text::write(&inspected, language),
    })
}

fn inspect(path: &Path, language: Language) -> Result<Inspected, Failure> {
    let read = file::read(path, language)?;
    let tables = read.imported.tables.clone();
    let (_, catalog) = file::open(read, language)?;
    let bound = Dataset::bind(tables, Vec::new(), Vec::new())
        .map_err(|error| anyhow::anyhow!("{error:?}"))?;
    Ok(Inspected {
        catalog,
        tables: bound.tables().to_vec(),
    })
}
