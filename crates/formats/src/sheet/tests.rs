//! Sheets: what is put in comes out, and little memory holds it.

use super::{Merged, Sheet, SheetBuilder};
use crate::{Cell, FormatError, Limits, What};

fn sheet(cells: &[(usize, usize, Cell<'_>)]) -> Sheet {
    let mut builder = SheetBuilder::new("Ark1", &Limits::default());
    cells
        .iter()
        .for_each(|&(row, column, cell)| builder.push(row, column, cell).unwrap());
    builder.finish()
}

#[test]
fn every_kind_of_cell_comes_back() {
    let cells = [
        (0, 0, Cell::Text("kort")),
        (0, 1, Cell::Text("Københavns Kommune, en lang tekst")),
        (0, 2, Cell::Number(-0.25)),
        (1, 0, Cell::Bool(true)),
        (1, 1, Cell::Bool(false)),
        (1, 2, Cell::Date("2026-01-31")),
        (7, 2, Cell::Error("#DIV/0!")),
        (7, 3, Cell::Text("ærøæøå")),
    ];
    let sheet = sheet(&cells);
    for (row, column, cell) in cells {
        assert_eq!(sheet.cell(row, column), cell, "row {row} column {column}");
    }
    assert_eq!((sheet.row_count(), sheet.column_count()), (8, 4));
    assert_eq!(
        sheet.row(7).map(|(column, _)| column).collect::<Vec<_>>(),
        [2, 3]
    );
}

#[test]
fn outside_and_between_cells_it_is_empty() {
    let sheet = sheet(&[(2, 2, Cell::Text("x"))]);
    assert_eq!(sheet.cell(0, 0), Cell::Empty);
    assert_eq!(sheet.cell(2, 1), Cell::Empty);
    assert_eq!(sheet.cell(usize::MAX, usize::MAX), Cell::Empty);
    assert_eq!(sheet.row(1).count(), 0);
}

#[test]
fn the_last_cell_of_a_spreadsheet_takes_no_more_room_than_the_first() {
    let sheet = sheet(&[(1_048_575, 16_383, Cell::Text("her"))]);
    assert_eq!(
        (sheet.row_count(), sheet.column_count()),
        (1_048_576, 16_384)
    );
    assert_eq!(sheet.cell(1_048_575, 16_383), Cell::Text("her"));
    assert_eq!((sheet.cell_count(), sheet.rows.len()), (1, 1));
}

#[test]
fn a_text_that_returns_is_kept_once() {
    let long = "Region Hovedstaden";
    let sheet = sheet(
        &(0..1_000)
            .map(|row| (row, 0, Cell::Text(long)))
            .collect::<Vec<_>>(),
    );
    assert_eq!(
        sheet.texts.get(super::texts::Span {
            start: 0,
            length: 18
        }),
        long
    );
    assert_eq!(
        sheet.texts.get(super::texts::Span {
            start: 18,
            length: 1
        }),
        ""
    );
}

#[test]
fn cells_out_of_order_and_too_many_cells_are_refused() {
    let limits = Limits::default().with(What::Cells, 2);
    let mut builder = SheetBuilder::new("Ark1", &limits);
    builder.push(1, 1, Cell::Number(1.0)).unwrap();
    assert!(matches!(
        builder.push(1, 1, Cell::Number(1.0)),
        Err(FormatError::Malformed { .. })
    ));
    builder.push(1, 2, Cell::Empty).unwrap();
    builder.push(1, 3, Cell::Number(2.0)).unwrap();
    let refused = FormatError::TooLarge {
        what: What::Cells,
        found: 3,
        limit: 2,
    };
    assert_eq!(builder.push(1, 4, Cell::Number(3.0)), Err(refused));
}

#[test]
fn merged_ranges_and_hiding_are_kept() {
    let mut builder = SheetBuilder::new("Skjult", &Limits::default());
    let merged = Merged {
        first_row: 0,
        first_column: 1,
        last_row: 0,
        last_column: 4,
    };
    builder.merge(merged);
    builder.hide();
    let sheet = builder.finish();
    assert_eq!(
        (sheet.merged(), sheet.hidden(), sheet.name()),
        (&[merged][..], true, "Skjult")
    );
}
