//! OpenDocument sheets: what LibreOffice shows is what is read, and what is wrong is told.

use super::read;
use crate::testing::{edge, pack, panics};
use crate::{
    Cell, Feature, FormatError, Limits, Merged, Place, Reason, Sheet, Warning, What, unheard,
};

mod round_trip;

const ODFPY: &[u8] = include_bytes!("../../samples/odfpy.ods");
const SHEETJS: &[u8] = include_bytes!("../../samples/sheetjs.ods");

fn open(bytes: &[u8]) -> Result<(Vec<Sheet>, Vec<Warning>), FormatError> {
    read(bytes, &Limits::default(), &mut unheard)
}

/// A document of these rows.
fn document(rows: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content><office:body><office:spreadsheet>\
        <table:table table:name=\"Ark1\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    pack(&[
        (
            "mimetype",
            "application/vnd.oasis.opendocument.spreadsheet".as_bytes(),
        ),
        ("content.xml", content.as_bytes()),
    ])
}

fn check(sheet: &Sheet, cells: &[(usize, usize, Cell<'_>)]) {
    for (row, column, cell) in cells {
        let place = format!("row {row} column {column}");
        assert_eq!(sheet.cell(*row, *column), *cell, "{place}");
    }
}

#[test]
fn cells_have_the_types_the_document_gives_them() {
    let (sheets, _) = open(ODFPY).unwrap();
    let cells = [
        (0, 0, Cell::Text("Kontakter")),
        (1, 0, Cell::Number(12.5)),
        (1, 1, Cell::Number(12.5)),
        (3, 1, Cell::Number(12.5)),
        (4, 0, Cell::Text("to   ord & mere\nlinje to")),
        (4, 1, Cell::Date("2026-01-31T12:30:00")),
        (4, 2, Cell::Number(0.5)),
        (4, 3, Cell::Number(0.125)),
        (4, 4, Cell::Bool(true)),
        (4, 5, Cell::Error("#DIV/0!")),
        (4, 6, Cell::Empty),
    ];
    check(&sheets[0], &cells);
    assert_eq!((sheets[0].row_count(), sheets[0].cell_count()), (5, 13));
    let merged = Merged {
        first_row: 0,
        first_column: 0,
        last_row: 0,
        last_column: 2,
    };
    assert_eq!(sheets[0].merged(), [merged]);
    let (sheets, _) = open(SHEETJS).unwrap();
    let cells = [
        (2, 0, Cell::Text("København Ærø €")),
        (2, 1, Cell::Number(12.5)),
        (3, 0, Cell::Date("2026-01-31")),
        (4, 3, Cell::Text("tekst af formel")),
    ];
    check(&sheets[0], &cells);
}

#[test]
fn what_is_hidden_wrong_or_not_calculated_is_told() {
    let (_, warnings) = open(ODFPY).unwrap();
    let (sheet, column) = (|| "Nøgletal".to_owned(), |it: &str| it.to_owned());
    let expected = [
        Warning::HiddenRows {
            sheet: sheet(),
            count: 1,
            row: 5,
        },
        Warning::HiddenColumns {
            sheet: sheet(),
            count: 1,
            column: column("C"),
        },
        Warning::FormulaWithoutValue {
            sheet: sheet(),
            count: 1,
            row: 5,
            column: column("G"),
        },
        Warning::ErrorCells {
            sheet: sheet(),
            count: 1,
            row: 5,
            column: column("F"),
        },
        Warning::HiddenSheet {
            sheet: "Skjult".to_owned(),
        },
    ];
    assert_eq!(warnings, expected);
}

#[test]
fn remarks_drawings_and_copies_of_other_files_are_no_cells() {
    let bytes = document(
        "<table:shapes><draw:frame><text:p>tegning</text:p></draw:frame></table:shapes><table:table-row>\
        <table:table-cell office:value-type=\"string\"><office:annotation><text:p>bemærkning</text:p></office:annotation>\
        <text:p>a<text:span>b</text:span><draw:a><text:p>x</text:p></draw:a></text:p></table:table-cell></table:table-row>\
        </table:table><table:table table:name=\"'file:///x.ods'#Ark1\"><table:table-source/>\
        <table:table-row><table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row>",
    );
    let (sheets, warnings) = open(&bytes).unwrap();
    check(&sheets[0], &[(0, 0, Cell::Text("ab"))]);
    assert_eq!((sheets.len(), sheets[0].cell_count()), (1, 1));
    assert_eq!(warnings, [Warning::ExternalLinks]);
}

#[test]
fn two_million_coloured_cells_cost_nothing_and_two_million_full_ones_are_counted_first() {
    let cell = |value: &str| {
        document(&format!(
            "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell table:style-name=\"ce1\" \
            table:number-columns-repeated=\"2\" {value}/></table:table-row>"
        ))
    };
    let (sheets, _) = open(&cell("")).unwrap();
    assert_eq!((sheets[0].row_count(), sheets[0].cell_count()), (0, 0));
    let limits = Limits::default().with(What::Cells, 1_999_999);
    let full = cell("office:value-type=\"float\" office:value=\"1\"");
    let refused = FormatError::TooLarge {
        what: What::Cells,
        found: 2_000_000,
        limit: 1_999_999,
    };
    assert_eq!(read(&full, &limits, &mut unheard).unwrap_err(), refused);
}

#[test]
fn cells_outside_a_sheet_are_refused() {
    let open = |row: &str, column: &str| {
        let bytes = document(&format!(
            "<table:table-row table:number-rows-repeated=\"{row}\"><table:table-cell/></table:table-row><table:table-row>\
            <table:table-cell table:number-columns-repeated=\"{column}\"/>\
            <table:table-cell office:value-type=\"float\" office:value=\"1\"/></table:table-row>"
        ));
        open(&bytes).map(|(sheets, _)| sheets[0].row_count())
    };
    assert_eq!(open("1048575", "16383"), Ok(1_048_576));
    for (row, column) in [("1048576", "1"), ("18446744073709551615", "1")] {
        let refused = open(row, column).unwrap_err();
        assert!(
            matches!(
                refused,
                FormatError::TooLarge {
                    what: What::Rows,
                    ..
                }
            ),
            "{refused:?}"
        );
    }
    let refused = open("1", "18446744073709551615").unwrap_err();
    let what = What::Columns;
    assert!(
        matches!(refused, FormatError::TooLarge { what: it, .. } if it == what),
        "{refused:?}"
    );
}

#[test]
fn a_password_is_told() {
    let manifest = "<manifest:manifest><manifest:file-entry manifest:full-path=\"content.xml\">\
        <manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let bytes = pack(&[
        (
            "mimetype",
            "application/vnd.oasis.opendocument.spreadsheet".as_bytes(),
        ),
        ("content.xml", b"\x00\x01\x02"),
        ("META-INF/manifest.xml", manifest.as_bytes()),
    ]);
    let locked = FormatError::unsupported(Feature::PasswordOpenDocument);
    assert_eq!(open(&bytes).unwrap_err(), locked);
}

#[test]
fn declarations_of_document_types_are_refused() {
    let bytes = pack(&[(
        "content.xml",
        b"<!DOCTYPE x [<!ENTITY a \"b\">]><office:document-content/>",
    )]);
    let refused = FormatError::Unsupported {
        feature: Feature::Doctype,
        place: Place::sheet("content.xml"),
    };
    assert_eq!(open(&bytes).unwrap_err(), refused);
}

#[test]
fn what_is_no_sheet_or_cut_short_is_told() {
    let malformed = |reason| FormatError::malformed(crate::Format::Ods, Place::default(), reason);
    assert_eq!(
        open(&ODFPY[..ODFPY.len() / 2]).unwrap_err(),
        malformed(Reason::Truncated)
    );
    let missing = Reason::PartMissing("content.xml".to_owned());
    assert_eq!(open(&pack(&[("a", b"b")])).unwrap_err(), malformed(missing));
    let cut = pack(&[(
        "content.xml",
        b"<a><table:table table:name=\"x\"><table:table-row>",
    )]);
    assert_eq!(open(&cut).unwrap_err(), malformed(Reason::Truncated));
    let wrong = document(
        "<table:table-row><table:table-cell office:value-type=\"float\" office:value=\"to\"/></table:table-row>",
    );
    assert_eq!(open(&wrong).unwrap_err(), malformed(Reason::Xml));
}

#[test]
fn limits_hold_at_their_number_and_break_above() {
    let unpacked = crate::testing::unpacked(ODFPY);
    let unpacked: usize = unpacked.iter().map(|(_, bytes)| bytes.len()).sum();
    let cases = [
        (What::WorkbookBytes, ODFPY.len() as u64),
        (What::WorkbookUnpacked, unpacked as u64),
        (What::Sheets, 2),
        (What::Cells, 14),
    ];
    for (what, found) in cases {
        let open = |limit| {
            let limits = Limits::default().with(what, limit);
            read(ODFPY, &limits, &mut unheard).map(|_| ())
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
fn rows_and_texts_are_held_to_their_limits() {
    let text = |text: &str| {
        document(&format!(
            "<table:table-row/><table:table-row><table:table-cell office:value-type=\"string\"><text:p>{text}</text:p>\
            </table:table-cell></table:table-row>"
        ))
    };
    for (bytes, length) in [(text("abcdef"), 6), (text("a<text:s text:c=\"4\"/>b"), 6)] {
        let of = |what| {
            edge(what, |limits| {
                read(&bytes, limits, &mut unheard).map(|_| ())
            })
        };
        assert_eq!((of(What::FieldBytes), of(What::Rows)), (length, 2));
    }
    let endless = text("<text:s text:c=\"18446744073709551615\"/>");
    assert!(matches!(
        open(&endless).unwrap_err(),
        FormatError::TooLarge {
            what: What::FieldBytes,
            ..
        }
    ));
}

#[test]
fn a_damaged_document_never_panics() {
    assert_eq!(panics(ODFPY, |bytes| drop(open(bytes))), [""; 0]);
    // Inside the container, where no checksum protects.
    let parts = crate::testing::unpacked(ODFPY);
    let content = parts.iter().find(|(name, _)| name == "content.xml");
    let damaged = |bytes: &[u8]| drop(open(&pack(&[("content.xml", bytes)])));
    assert_eq!(panics(&content.unwrap().1, damaged), [""; 0]);
}
