//! Workbooks: what Excel shows is what is read, and what is wrong is told.

use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use super::read;
use crate::testing::panics;
use crate::{
    Cell, Feature, FormatError, Limits, Merged, Place, Progress, Reason, Sheet, Warning, What,
    unheard,
};

mod round_trip;

fn open(bytes: &[u8]) -> Result<(Vec<Sheet>, Vec<Warning>), FormatError> {
    read(bytes, &Limits::default(), &mut unheard)
}

/// A workbook with a bit of everything.
fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Nøgletal").unwrap();
    let title = Format::new();
    sheet
        .merge_range(0, 0, 0, 2, "Kontakter pr. kommune", &title)
        .unwrap();
    sheet.write(2, 0, "Københavns Kommune").unwrap();
    sheet.write(2, 1, 12.5).unwrap();
    sheet.write(2, 2, true).unwrap();
    let date = Format::new().set_num_format("dd-mm-yyyy");
    let moment = Format::new().set_num_format("dd-mm-yyyy hh:mm");
    let duration = Format::new().set_num_format("[h]:mm");
    sheet
        .write_with_format(3, 0, ExcelDateTime::from_ymd(2026, 1, 31).unwrap(), &date)
        .unwrap();
    let at_noon = ExcelDateTime::parse_from_str("2026-01-31T12:30:00").unwrap();
    sheet.write_with_format(3, 1, &at_noon, &moment).unwrap();
    sheet.write_with_format(3, 2, 1.5, &duration).unwrap();
    sheet
        .write_formula(4, 0, Formula::new("=1/0").set_result("#DIV/0!"))
        .unwrap();
    sheet
        .write_formula(4, 1, Formula::new("=1+1").set_result("2"))
        .unwrap();
    let hidden = workbook.add_worksheet().set_name("Skjult").unwrap();
    hidden.write(0, 0, "x").unwrap();
    hidden.set_hidden(true);
    workbook.save_to_buffer().unwrap()
}

#[test]
fn cells_have_the_types_excel_gives_them() {
    let (sheets, warnings) = open(&workbook()).unwrap();
    let cells = [
        (0, 0, Cell::Text("Kontakter pr. kommune")),
        (1, 0, Cell::Empty),
        (2, 0, Cell::Text("Københavns Kommune")),
        (2, 1, Cell::Number(12.5)),
        (2, 2, Cell::Bool(true)),
        (3, 0, Cell::Date("2026-01-31")),
        (3, 1, Cell::Date("2026-01-31T12:30:00")),
        (3, 2, Cell::Number(1.5)),
        (4, 1, Cell::Number(2.0)),
    ];
    for (row, column, cell) in cells {
        assert_eq!(
            sheets[0].cell(row, column),
            cell,
            "row {row} column {column}"
        );
    }
    let merged = Merged {
        first_row: 0,
        first_column: 0,
        last_row: 0,
        last_column: 2,
    };
    assert_eq!(sheets[0].merged(), [merged]);
    assert_eq!(
        sheets.iter().map(Sheet::name).collect::<Vec<_>>(),
        ["Nøgletal", "Skjult"]
    );
    assert_eq!(
        sheets.iter().map(Sheet::hidden).collect::<Vec<_>>(),
        [false, true]
    );
    assert_eq!(
        warnings,
        [
            Warning::ErrorCells {
                sheet: "Nøgletal".to_owned(),
                count: 1,
                row: 5,
                column: "A".to_owned()
            },
            Warning::HiddenSheet {
                sheet: "Skjult".to_owned()
            }
        ]
    );
}

#[test]
fn one_cell_in_the_last_corner_opens_without_effort() {
    let mut workbook = Workbook::new();
    workbook
        .add_worksheet()
        .write(1_048_575, 16_383, 7)
        .unwrap();
    let (sheets, _) = open(&workbook.save_to_buffer().unwrap()).unwrap();
    assert_eq!(sheets[0].cell(1_048_575, 16_383), Cell::Number(7.0));
    assert_eq!(
        (sheets[0].row_count(), sheets[0].cell_count()),
        (1_048_576, 1)
    );
}

#[test]
fn a_formula_without_a_stored_result_is_told() {
    let mut parts = parts(&workbook());
    let sheet = parts
        .iter_mut()
        .find(|part| part.0 == "xl/worksheets/sheet1.xml")
        .unwrap();
    sheet.1 = sheet.1.replace("<f>1+1</f><v>2</v>", "<f>1+1</f>");
    let (sheets, warnings) = open(&packed(&parts)).unwrap();
    assert_eq!(sheets[0].cell(4, 1), Cell::Empty);
    let (sheet, column) = ("Nøgletal".to_owned(), "B".to_owned());
    assert_eq!(
        warnings[0],
        Warning::FormulaWithoutValue {
            sheet,
            count: 1,
            row: 5,
            column
        }
    );
}

#[test]
fn what_is_no_workbook_or_cut_short_is_told() {
    let malformed = |reason| FormatError::malformed(crate::Format::Xlsx, Place::default(), reason);
    let whole = workbook();
    assert_eq!(
        open(b"kommune;antal").unwrap_err(),
        malformed(Reason::Truncated)
    );
    assert_eq!(
        open(&whole[..whole.len() / 2]).unwrap_err(),
        malformed(Reason::Truncated)
    );
    let mut parts = parts(&whole);
    parts.retain(|part| part.0 != "xl/worksheets/sheet1.xml");
    let missing = open(&packed(&parts)).unwrap_err();
    let FormatError::Malformed {
        reason: Reason::PartMissing(_),
        place,
        ..
    } = missing
    else {
        panic!("{missing:?}")
    };
    assert_eq!(place, Place::sheet("Nøgletal"));
}

#[test]
fn rows_and_columns_that_are_not_shown_are_read_and_told() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("Først").unwrap();
    let sheet = workbook.add_worksheet().set_name("Filter").unwrap();
    for row in 0..6 {
        sheet.write(row, 0, "x").unwrap();
        sheet.write(row, 3, row).unwrap();
    }
    for row in [2, 3, 9] {
        sheet.set_row_hidden(row).unwrap();
    }
    sheet.set_column_hidden(3).unwrap();
    let (sheets, warnings) = open(&workbook.save_to_buffer().unwrap()).unwrap();
    assert_eq!(sheets[1].cell(3, 3), Cell::Number(3.0));
    let sheet = || "Filter".to_owned();
    let rows = Warning::HiddenRows {
        sheet: sheet(),
        count: 2,
        row: 3,
    };
    let columns = Warning::HiddenColumns {
        sheet: sheet(),
        count: 1,
        column: "D".to_owned(),
    };
    assert_eq!(warnings, [rows, columns]);
}

#[test]
fn two_million_coloured_cells_cost_nothing() {
    let mut parts = parts(&workbook());
    let row = |row: usize| format!("<row r=\"{row}\">{}</row>", "<c s=\"1\"/>".repeat(2_000));
    let rows: String = (1..=1_000).map(row).collect();
    let sheet = parts
        .iter_mut()
        .find(|part| part.0 == "xl/worksheets/sheet2.xml")
        .unwrap();
    sheet.1 = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let (sheets, _) = open(&packed(&parts)).unwrap();
    assert_eq!((sheets[1].row_count(), sheets[1].cell_count()), (0, 0));
}

#[test]
fn a_part_that_unpacks_to_far_more_than_it_is_stops_at_the_limit() {
    let mut parts = parts(&workbook());
    parts.push(("xl/worksheets/sheet3.xml".to_owned(), " ".repeat(32 << 20)));
    let bytes = packed(&parts);
    assert!(bytes.len() < 1 << 17, "{}", bytes.len());
    let limit = 1 << 20;
    let limits = Limits::default().with(What::WorkbookUnpacked, limit);
    let refused = read(&bytes, &limits, &mut unheard).unwrap_err();
    let what = What::WorkbookUnpacked;
    let FormatError::TooLarge {
        what: of, found, ..
    } = refused
    else {
        panic!("{refused:?}")
    };
    assert_eq!(of, what);
    assert!(
        found < limit + (1 << 18),
        "{found} were unpacked before it was asked"
    );
}

#[test]
fn a_promise_of_many_texts_is_not_believed() {
    let mut parts = parts(&workbook());
    let texts = parts
        .iter_mut()
        .find(|part| part.0 == "xl/sharedStrings.xml")
        .unwrap();
    texts.1 = texts
        .1
        .replacen("uniqueCount=\"3\"", "uniqueCount=\"99999999999999999\"", 1);
    assert!(texts.1.contains("99999999"), "{}", texts.1);
    let refused = open(&packed(&parts)).unwrap_err();
    assert!(
        matches!(
            refused,
            FormatError::TooLarge {
                what: What::SharedStrings,
                ..
            }
        ),
        "{refused:?}"
    );
}

#[test]
fn declarations_of_document_types_are_refused() {
    let mut parts = parts(&workbook());
    let sheet = parts
        .iter_mut()
        .find(|part| part.0 == "xl/sharedStrings.xml")
        .unwrap();
    sheet.1 = sheet
        .1
        .replacen("<sst", "<!DOCTYPE x [<!ENTITY a \"b\">]><sst", 1);
    let place = Place::sheet("xl/sharedStrings.xml");
    let refused = FormatError::Unsupported {
        feature: Feature::Doctype,
        place,
    };
    assert_eq!(open(&packed(&parts)).unwrap_err(), refused);
}

#[test]
fn parts_that_are_not_read_are_told() {
    let mut parts = parts(&workbook());
    for name in ["xl/vbaProject.bin", "xl/externalLinks/externalLink1.xml"] {
        parts.push((name.to_owned(), "<x/>".to_owned()));
    }
    parts.push((
        "xl/pivotCache/pivotCacheRecords1.xml".to_owned(),
        "<x/>".to_owned(),
    ));
    let (_, warnings) = open(&packed(&parts)).unwrap();
    assert_eq!(
        warnings[..3],
        [Warning::Macros, Warning::ExternalLinks, Warning::PivotCache]
    );
}

#[test]
fn limits_hold_at_their_number_and_break_above() {
    let bytes = workbook();
    let unpacked: usize = parts(&bytes).iter().map(|part| part.1.len()).sum();
    let cases = [
        (What::WorkbookBytes, bytes.len() as u64),
        (What::WorkbookUnpacked, unpacked as u64),
        (What::Sheets, 2),
        (What::SharedStrings, 3),
        (What::Cells, 10),
        (What::Rows, 5),
        (What::FieldBytes, "Kontakter pr. kommune".len() as u64),
    ];
    for (what, found) in cases {
        let open = |limit| {
            let limits = Limits::default().with(what, limit);
            read(&bytes, &limits, &mut unheard).map(|_| ())
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
fn a_row_beyond_the_last_is_refused() {
    let mut parts = parts(&workbook());
    let sheet = parts
        .iter_mut()
        .find(|part| part.0 == "xl/worksheets/sheet2.xml")
        .unwrap();
    sheet.1 = sheet.1.replace("r=\"A1\"", "r=\"A4000000000\"");
    let limit = 1_048_576;
    let refused = FormatError::TooLarge {
        what: What::Rows,
        found: 4_000_000_000,
        limit,
    };
    assert_eq!(open(&packed(&parts)).unwrap_err(), refused);
}

#[test]
fn progress_rises_and_ends_complete() {
    let mut heard: Vec<Progress> = Vec::new();
    read(&workbook(), &Limits::default(), &mut |it| heard.push(it)).unwrap();
    assert!(heard.is_sorted_by_key(|it| it.done), "{heard:?}");
    assert_eq!(
        heard.last().map(|it| it.done),
        heard.last().map(|it| it.total)
    );
}

#[test]
fn a_damaged_workbook_never_panics() {
    assert_eq!(
        panics(&workbook(), |bytes| drop(open(bytes))),
        Vec::<String>::new()
    );
}

#[test]
fn parts_damaged_under_a_right_checksum_never_panic() {
    let whole = parts(&workbook());
    for name in [
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/worksheets/sheet1.xml",
    ] {
        let at = whole.iter().position(|part| part.0 == name).unwrap();
        let text = &whole[at].1;
        let step = (text.len() / 80).max(1);
        for byte in (0..text.len()).step_by(step) {
            let mut bytes = text.as_bytes().to_vec();
            bytes[byte] ^= 1 << (byte % 7);
            let Ok(damaged) = String::from_utf8(bytes) else {
                continue;
            };
            let mut parts = whole.clone();
            parts[at].1 = damaged;
            drop(open(&packed(&parts)));
            parts[at].1 = text.get(..byte).unwrap_or_default().to_owned();
            drop(open(&packed(&parts)));
        }
    }
}

/// The parts of a workbook, unpacked.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let part = |index| {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        (name, std::io::read_to_string(&mut part).unwrap())
    };
    (0..zip::ZipArchive::new(std::io::Cursor::new(bytes))
        .unwrap()
        .len())
        .map(part)
        .collect()
}

/// A workbook of these parts.
fn packed(parts: &[(String, String)]) -> Vec<u8> {
    use std::io::Write;
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer
            .start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
