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
mod blank_totals;
mod block;
mod breakdown;
mod columns;
mod convention;
mod corner;
mod dimension;
mod draft;
mod draw;
mod drawn;
mod evidence;
mod fill;
mod find;
mod footnote;
mod grid;
mod headed;
mod header;
mod indents;
mod labelled;
mod layout;
mod level;
mod limits;
mod marked;
mod matching;
mod measure;
mod melt;
mod name;
mod nested;
mod numbers;
mod pairing;
mod pairs;
mod periods;
mod pins;
mod placed;
mod places;
mod plan;
mod profile;
mod reading;
mod recent;
mod role;
mod sections;
mod sender;
mod settle;
mod sex;
mod shape;
mod sheets;
mod span;
mod split;
mod stacked;
mod subtotals;
mod time;
mod together;
mod total;
mod units;
mod values;
mod view;
pub mod vocabulary;
mod wide;

use formats::{Content, Grid, Limits, Sheet};
use table::{Status, Table};

pub use drawn::{
    Answer, Area, Drawn, DrawnColumn, DrawnNumbers, DrawnSheet, DrawnTable, HeaderText, Holds,
    Question, RowLevel, RowSpan, RowUse,
};
pub use plan::{
    Adds, Alias, ColumnPlan, ColumnRole, Dash, HeaderPlan, HeaderRow, HeaderUse, Plan, PlanError,
    PlanFault, RowMark, SignPlan, Split, TablePlan, VERSION,
};
pub use reading::{Applied, Convention, Notice, Reading, SkipReason, Skipped, Unmatched};
pub use together::{Part, Together, Whence, put_together};
pub use vocabulary as words;

/// Understands what a file holds; `name` is the file's name.
#[must_use]
pub fn read(name: &str, content: Content) -> Reading {
    apply(name, &Plan::default(), &content).reading
}

/// Understands what a file holds as a plan decides, and by itself where it decides nothing. What of the plan does not
/// fit the file is told, and the rest of it holds.
#[must_use]
pub fn apply(name: &str, plan: &Plan, content: &Content) -> Applied {
    match content {
        Content::Sheets(sheets) => sheets::read(stem(name), sheets, plan),
        Content::Grid(grid) => apply_to_grid(name, plan, grid),
        Content::Table(table) => columns::read(vec![table.clone()], plan),
        Content::Described(table) => columns::as_it_is(table.clone(), plan),
        Content::Tables(tables) => columns::read(tables.clone(), plan),
        Content::Labelled(tables) => columns::described(stem(name), tables.clone(), plan),
    }
}

/// What is decided of a file without a plan, written out as one; what is doubtful is left open.
#[must_use]
pub fn propose(name: &str, content: &Content) -> Plan {
    Plan::of(&apply(name, &Plan::default(), content))
}

/// The key under which a plan for files like this is kept: it depends on the names of sheets and the headings, apart
/// from periods, and on no value.
#[must_use]
pub fn sender(content: &Content) -> String {
    apply("", &Plan::default(), content).sender
}

fn apply_to_grid(name: &str, plan: &Plan, grid: &Grid) -> Applied {
    grid::read(stem(name), grid, plan).unwrap_or_else(|| {
        let sheet = grid.to_sheet(&Limits::default());
        // What is over a limit was not read as a grid either.
        sheet.map_or_else(
            |_| Applied::default(),
            |sheet| sheets::read(stem(name), &[sheet], plan),
        )
    })
}

/// Understands a large text file; what is read differs in nothing from the same file as a sheet.
#[must_use]
pub fn read_grid(name: &str, grid: &Grid) -> Reading {
    apply_to_grid(name, &Plan::default(), grid).reading
}

/// Understands sheets of cells.
#[must_use]
pub fn read_sheets(name: &str, sheets: &[Sheet]) -> Reading {
    sheets::read(stem(name), sheets, &Plan::default()).reading
}

/// Understands a table with typed columns.
#[must_use]
pub fn read_table(table: Table) -> Reading {
    columns::read(vec![table], &Plan::default()).reading
}

/// The mark by which a plan finds a row of a sheet again; rows count from 1.
#[must_use]
pub fn mark(sheet: &Sheet, row: u64) -> RowMark {
    let at = usize::try_from(row.saturating_sub(1)).unwrap_or(usize::MAX);
    RowMark {
        row,
        words: footnote::words(sheet, at),
    }
}

/// Whether a text is written as a number.
#[must_use]
pub fn is_number(text: &str) -> bool {
    numbers::kind(formats::Cell::Text(text)) == numbers::Kind::Number
}

/// What a text in a column of numbers says, where it is a sign in the place of a number.
#[must_use]
pub fn sign(text: &str, dash: Dash) -> Option<Status> {
    let notation = numbers::Notation {
        dash,
        ..numbers::Notation::default()
    };
    numbers::sign(text.trim())?;
    match numbers::value(formats::Cell::Text(text), notation) {
        numbers::Value::Sign(status) => Some(status),
        _ => Some(Status::TrueZero),
    }
}

/// The file's name without folders and ending.
fn stem(name: &str) -> &str {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

#[cfg(test)]
mod tests;
