//! Understanding a file: which cells are a table, what its columns mean, and what was decided on the way.
//!
//! Cells and columns go in, described tables come out. Whatever is left out is listed with its reason, and each
//! decision that changes what the numbers say is in [`Reading::notices`].
#![cfg_attr(
    test,
    allow(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::print_stdout,
        reason = "a test may fail"
    )
)]

mod age;
mod aside;
mod block;
mod columns;
mod dimension;
mod draft;
mod evidence;
mod fill;
mod footnote;
mod grid;
mod header;
mod layout;
mod measure;
mod melt;
mod name;
mod numbers;
mod pairing;
mod pairs;
mod places;
mod profile;
mod reading;
mod role;
mod settle;
mod sex;
mod shape;
mod sheets;
mod time;
mod total;
mod values;
pub mod vocabulary;
mod wide;

use formats::{Content, Grid, Limits, Sheet};
use table::Table;

pub use reading::{Convention, Notice, Reading, SkipReason, Skipped};
pub use vocabulary as words;

/// Understands what a file holds; `name` is the file's name.
#[must_use]
pub fn read(name: &str, content: Content) -> Reading {
    match content {
        Content::Sheets(sheets) => read_sheets(name, &sheets),
        Content::Grid(grid) => read_grid(name, &grid),
        Content::Table(table) => read_table(table),
    }
}

/// Understands a large text file; what is read differs in nothing from the same file as a sheet.
#[must_use]
pub fn read_grid(name: &str, grid: &Grid) -> Reading {
    grid::read(stem(name), grid).unwrap_or_else(|| {
        let sheet = grid.to_sheet(&Limits::default());
        // What is over a limit was not read as a grid either.
        sheet.map_or_else(|_| Reading::default(), |sheet| read_sheets(name, &[sheet]))
    })
}

/// Understands sheets of cells.
#[must_use]
pub fn read_sheets(name: &str, sheets: &[Sheet]) -> Reading {
    sheets::read(stem(name), sheets)
}

/// The file's name without folders and ending.
fn stem(name: &str) -> &str {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

/// Understands a table with typed columns.
#[must_use]
pub fn read_table(table: Table) -> Reading {
    columns::read(table)
}

#[cfg(test)]
mod tests;
