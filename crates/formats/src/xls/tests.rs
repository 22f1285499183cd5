//! Workbooks of before 2007: what Excel shows is what is read, and what is wrong is told.

use super::read;
use crate::testing::panics;
use crate::{
    Cell, Feature, FormatError, Limits, Merged, Place, Reason, Sheet, Warning, What, unheard,
};

mod round_trip;

const EXCEL_97: &[u8] = include_bytes!("../../samples/sheetjs-97.xls");
const EXCEL_95: &[u8] = include_bytes!("../../samples/sheetjs-95.xls");
const XLWT: &[u8] = include_bytes!("../../samples/xlwt.xls");

fn open(bytes: &[u8]) -> Result<(Vec<Sheet>, Vec<Warning>), FormatError> {
    read(bytes, &Limits::default(), &mut unheard)
}

fn check(sheet: &Sheet, cells: &[(usize, usize, Cell<'_>)]) {
    for (row, column, cell) in cells {
        let place = format!("row {row} column {column}");
        assert_eq!(sheet.cell(*row, *column), *cell, "{place}");
    }
}

#[test]
fn cells_have_the_types_excel_gives_them() {
    let (sheets, warnings) = open(EXCEL_97).unwrap();
    let cells = [
        (0, 0, Cell::Text("Kontakter pr. kommune")),
        (1, 0, Cell::Empty),
        (2, 0, Cell::Text("København Ærø €")),
        (2, 1, Cell::Number(12.5)),
        (2, 2, Cell::Bool(true)),
        (3, 0, Cell::Date("2026-01-31")),
        (3, 1, Cell::Number(1.5)),
        (3, 2, Cell::Number(-1_234_567.0)),
        (4, 0, Cell::Error("#DIV/0!")),
        (4, 1, Cell::Number(2.0)),
        (4, 2, Cell::Error("#REF!")),
        (4, 3, Cell::Text("tekst af formel")),
        (5, 1, Cell::Text("  to blanke  og\nto linjer")),
    ];
    check(&sheets[0], &cells);
    let merged = Merged {
        first_row: 0,
        first_column: 0,
        last_row: 0,
        last_column: 2,
    };
    assert_eq!(sheets[0].merged(), [merged]);
    let sheet = || "Nøgletal".to_owned();
    let expected = [
        Warning::HiddenColumns {
            sheet: sheet(),
            count: 1,
            column: "D".to_owned(),
        },
        Warning::ErrorCells {
            sheet: sheet(),
            count: 2,
            row: 5,
            column: "A".to_owned(),
        },
        Warning::HiddenSheet {
            sheet: "Skjult".to_owned(),
        },
    ];
    assert_eq!(warnings, expected);
}

#[test]
fn workbooks_of_excel_95_have_one_byte_a_letter() {
    let (sheets, _) = open(EXCEL_95).unwrap();
    let cells = [
        (0, 0, Cell::Text("Kontakter pr. kommune")),
        (2, 1, Cell::Number(12.5)),
        (3, 0, Cell::Date("2026-01-31")),
        (4, 2, Cell::Error("#REF!")),
    ];
    check(&sheets[0], &cells);
}

#[test]
fn texts_go_over_the_ends_of_records() {
    let (sheets, _) = open(XLWT).unwrap();
    let long = format!("græsk λόγος {}", "x".repeat(300));
    check(&sheets[0], &[(6, 0, Cell::Text(&long))]);
    for row in 0..400_usize {
        let letter = if row % 2 == 1 { "λ" } else { "æ" };
        let text = format!("Tekst nummer {row} {}", letter.repeat(row % 45));
        #[expect(clippy::cast_precision_loss, reason = "small")]
        let number = row as f64;
        let cells = [
            (row + 10, 0, Cell::Text(&text)),
            (row + 10, 1, Cell::Number(number)),
            (row + 10, 2, Cell::Number(number / 8.0)),
        ];
        check(&sheets[0], &cells);
    }
}

#[test]
fn what_is_hidden_or_wrong_is_told_and_colours_are_no_cells() {
    let (sheets, warnings) = open(XLWT).unwrap();
    let sheet = || "Nøgletal".to_owned();
    let expected = [
        Warning::HiddenRows {
            sheet: sheet(),
            count: 1,
            row: 6,
        },
        Warning::HiddenColumns {
            sheet: sheet(),
            count: 1,
            column: "D".to_owned(),
        },
        Warning::ErrorCells {
            sheet: sheet(),
            count: 1,
            row: 6,
            column: "A".to_owned(),
        },
        Warning::HiddenSheet {
            sheet: "Skjult".to_owned(),
        },
    ];
    assert_eq!(warnings, expected);
    assert_eq!((sheets[2].row_count(), sheets[2].cell_count()), (31, 1));
}

/// Where a record of this kind begins, and how many bytes it has.
fn record(bytes: &[u8], kind: u16, length: u16) -> usize {
    let head = [kind.to_le_bytes(), length.to_le_bytes()].concat();
    bytes.windows(4).position(|it| it == head).unwrap()
}

#[test]
fn a_password_is_told() {
    let mut bytes = EXCEL_97.to_vec();
    // The record of who wrote the file becomes that of how it is locked.
    let at = record(&bytes, 0x005C, 112);
    bytes[at] = 0x2F;
    let locked = FormatError::unsupported(Feature::Password);
    assert_eq!(open(&bytes).unwrap_err(), locked);
}

#[test]
fn cells_in_any_order_are_sorted_and_the_later_of_two_counts() {
    let mut bytes = EXCEL_97.to_vec();
    // The two numbers 12.5 and 1.5 change places, and with them their rows.
    let number = |value: f64| value.to_le_bytes();
    let find = |bytes: &[u8], value: f64| {
        let found = bytes.windows(8).position(|it| it == number(value));
        found.unwrap() - 6
    };
    let (first, second) = (find(&bytes, 12.5), find(&bytes, 1.5));
    let rows = |bytes: &[u8], at: usize| bytes[at..at + 4].to_vec();
    let (one, other) = (rows(&bytes, first), rows(&bytes, second));
    bytes[first..first + 4].copy_from_slice(&other);
    bytes[second..second + 4].copy_from_slice(&one);
    let (sheets, _) = open(&bytes).unwrap();
    check(
        &sheets[0],
        &[(2, 1, Cell::Number(1.5)), (3, 1, Cell::Number(12.5))],
    );
    bytes[second..second + 4].copy_from_slice(&other);
    let (sheets, _) = open(&bytes).unwrap();
    check(
        &sheets[0],
        &[(2, 1, Cell::Empty), (3, 1, Cell::Number(1.5))],
    );
}

#[test]
fn what_is_no_workbook_or_cut_short_is_told() {
    let malformed = |reason| FormatError::malformed(crate::Format::Xls, Place::default(), reason);
    assert_eq!(
        open(b"kommune;antal").unwrap_err(),
        malformed(Reason::Container)
    );
    let cut = open(&XLWT[..XLWT.len() / 2]).unwrap_err();
    assert!(matches!(cut, FormatError::Malformed { .. }), "{cut:?}");
}

#[test]
fn a_chain_of_sectors_that_bites_its_tail_ends() {
    let mut bytes = XLWT.to_vec();
    let start = u32::from_le_bytes(bytes[76..80].try_into().unwrap());
    let fat = (start as usize + 1) * 512;
    for sector in 0..128_usize {
        let own = u32::try_from(sector).unwrap().to_le_bytes();
        bytes[fat + 4 * sector..fat + 4 * sector + 4].copy_from_slice(&own);
    }
    assert!(open(&bytes).is_err());
}

#[test]
fn limits_hold_at_their_number_and_break_above() {
    let cases = [
        (What::WorkbookBytes, XLWT.len() as u64),
        (What::Sheets, 3),
        (What::SharedStrings, 406),
        (What::Cells, 1_213),
        (What::Rows, 410),
        (What::FieldBytes, 318),
    ];
    for (what, found) in cases {
        let open = |limit| {
            let limits = Limits::default().with(what, limit);
            read(XLWT, &limits, &mut unheard).map(|_| ())
        };
        assert_eq!(open(found), Ok(()), "{what:?}");
        let refused = open(found - 1).unwrap_err();
        let FormatError::TooLarge { what: refused, .. } = refused else {
            panic!("{refused:?}")
        };
        assert_eq!(refused, what);
    }
}

#[test]
fn a_damaged_workbook_never_panics() {
    for bytes in [EXCEL_97, EXCEL_95, XLWT] {
        assert_eq!(panics(bytes, |bytes| drop(open(bytes))), [""; 0]);
    }
}
