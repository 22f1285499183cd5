//! Small sheets as text, and the tables that come of them as text.

mod files;
mod grid;
mod headings;
mod long;
mod plan;
mod real;
mod recognise;
mod typed;
mod wide;

use formats::{Cell, Content, Limits, Sheet, SheetBuilder};
use table::{MemberKind, Table};

use crate::{Plan, Reading, apply};

/// How cells of a test sheet are kept.
#[derive(Clone, Copy, PartialEq)]
enum Kept {
    /// As a workbook does: numbers as numbers.
    Typed,
    /// As a text file does.
    AsText,
}

/// One line a row, `|` between cells; all lines are as deep as the first.
fn sheet(text: &str, kept: Kept) -> Sheet {
    let mut builder = SheetBuilder::new("Ark1", &Limits::default());
    for (row, line) in text.trim_matches('\n').lines().enumerate() {
        for (column, cell) in line.trim().split('|').enumerate() {
            let text = cell.trim();
            let number = (kept == Kept::Typed)
                .then(|| text.parse::<f64>().ok())
                .flatten();
            let cell = number.map_or(Cell::Text(text), Cell::Number);
            builder.push(row, column, cell).unwrap();
        }
    }
    builder.finish()
}

/// What is read of a sheet; what is proposed for it reads it in the same way.
fn read(text: &str, kept: Kept) -> Reading {
    let content = Content::Sheets(vec![sheet(text, kept)]);
    let applied = apply("fil.csv", &Plan::default(), &content);
    let again = apply("fil.csv", &Plan::of(&applied), &content);
    assert_eq!(again.unmatched, []);
    assert_eq!(again.reading, applied.reading);
    applied.reading
}

/// The names of the columns, then one line a row: codes of members, a mark on totals, numbers or their status.
fn shown(table: &Table) -> String {
    let dimensions = table.dimensions();
    let names = dimensions
        .iter()
        .map(|column| column.dimension.name.clone());
    let names = names.chain(
        table
            .measures()
            .iter()
            .map(|column| column.measure.name.clone()),
    );
    let mut lines = vec![names.collect::<Vec<_>>().join(" | ")];
    for row in 0..table.row_count() {
        let codes = dimensions.iter().map(|column| {
            let member = &column.dimension.members[column.codes.get(row).unwrap()];
            match &member.kind {
                MemberKind::Part => member.code.clone(),
                MemberKind::Total => format!("{}=", member.code),
                MemberKind::Of(level) => format!("{}<{level}", member.code),
            }
        });
        let numbers = table.measures().iter().map(|column| {
            let status = column.status(row);
            if status.is_number() {
                column.numbers.get(row).unwrap().to_string()
            } else {
                format!("{status:?}")
            }
        });
        lines.push(codes.chain(numbers).collect::<Vec<_>>().join(" | "));
    }
    lines.join("\n")
}

/// A sheet, and the only table that comes of it.
fn check(text: &str, kept: Kept, expected: &str) -> Reading {
    let reading = read(text, kept);
    assert_eq!(reading.tables.len(), 1, "{reading:?}");
    let trimmed: Vec<&str> = expected.trim().lines().map(str::trim).collect();
    assert_eq!(shown(&reading.tables[0]), trimmed.join("\n"));
    reading
}

#[test]
fn a_sheet_of_words_alone_becomes_notes() {
    let reading = read("Datapakke\n\nUdgivet 2026 | af styrelsen", Kept::Typed);
    assert_eq!(reading.notes, ["Datapakke", "Udgivet 2026 af styrelsen"]);
    assert_eq!((reading.tables.len(), reading.skipped.len()), (0, 2));
}

#[test]
fn an_empty_sheet_is_no_table() {
    assert_eq!(read("", Kept::Typed), Reading::default());
}
