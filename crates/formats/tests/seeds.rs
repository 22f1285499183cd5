//! What the readers were once broken with, and what fuzzing begins with: every file in `tests/fuzz/seeds` is read without a trap.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test may fail, and reads its files"
)]

use std::io::{Cursor, Write as _};
use std::path::Path;

use formats::{FormatError, Limits, unheard};

type Reader = fn(&[u8], &Limits) -> Result<(), FormatError>;

/// The targets of the readers, each with what it does with its bytes.
const READERS: [(&str, Reader); 11] = [
    ("arrow", |bytes, limits| {
        formats::arrow::read("seed", bytes, limits, &mut unheard).map(drop)
    }),
    ("csv", |bytes, limits| {
        formats::csv::read(bytes, limits, &mut unheard).map(drop)
    }),
    ("data_package", |bytes, limits| {
        formats::data_package::read(bytes, limits, &mut unheard).map(drop)
    }),
    ("json_stat", |bytes, limits| {
        formats::json_stat::read(bytes, limits, &mut unheard).map(drop)
    }),
    ("ods", |bytes, limits| {
        formats::ods::read(bytes, limits, &mut unheard).map(drop)
    }),
    ("ods_content", |bytes, limits| {
        let kind = b"application/vnd.oasis.opendocument.spreadsheet";
        let book = zipped(&[("mimetype", kind), ("content.xml", bytes)]);
        formats::ods::read(&book, limits, &mut unheard).map(drop)
    }),
    ("parquet", |bytes, limits| {
        formats::parquet::read("seed", bytes, limits, &mut unheard).map(drop)
    }),
    ("px", |bytes, limits| {
        formats::px::read(bytes, limits, &mut unheard).map(drop)
    }),
    ("xls", |bytes, limits| {
        formats::xls::read(bytes, limits, &mut unheard).map(drop)
    }),
    ("xlsx", |bytes, limits| {
        formats::xlsx::read(bytes, limits, &mut unheard).map(drop)
    }),
    ("xlsx_sheet", |bytes, limits| {
        let texts = format!("<sst>{}</sst>", "<si><t>a</t></si>".repeat(300));
        let book = zipped(&[
            ("[Content_Types].xml", b"<Types/>"),
            ("_rels/.rels", PACKAGE.as_bytes()),
            ("xl/workbook.xml", BOOK.as_bytes()),
            ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
            ("xl/sharedStrings.xml", texts.as_bytes()),
            ("xl/worksheets/sheet1.xml", bytes),
        ]);
        formats::xlsx::read(&book, limits, &mut unheard).map(drop)
    }),
];

const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"#;
const PACKAGE: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;

fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file(*name, options).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// The files a target begins with, by their names.
fn seeds(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fuzz/seeds");
    let files = std::fs::read_dir(folder.join(target)).unwrap();
    let named = |file: std::io::Result<std::fs::DirEntry>| {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, std::fs::read(path).unwrap())
    };
    files.map(named).collect()
}

#[test]
fn a_target_begins_with_files_that_can_be_read_and_ends_well_on_all() {
    for (target, read) in READERS {
        for (name, bytes) in seeds(target) {
            let read = read(&bytes, &Limits::default());
            // What is named with one letter is there to begin with; the rest was found.
            if name.len() == 1 {
                assert_eq!(read, Ok(()), "{target}/{name}");
            }
        }
    }
}
