//! Files that cannot be opened: one clear sentence each, and exit code 2.

use std::path::Path;

use crate::asked::{demo, file, folder, snit};

fn refused(path: &Path, words: &[&str]) {
    for command in [["inspect", "--json"], ["query", "{}"]] {
        let said = snit(&[command[0], path.to_str().unwrap(), command[1]]);
        assert_eq!(
            (said.code, said.out.as_str()),
            (2, ""),
            "{}: {}",
            path.display(),
            said.err
        );
        assert_eq!(said.err.lines().count(), 1, "{}", said.err);
        for word in words {
            assert!(said.err.contains(word), "{word}: {}", said.err);
        }
    }
}

fn parquet() -> Vec<u8> {
    let column = table::MeasureColumn {
        measure: table::Measure {
            name: "antal".into(),
            ..Default::default()
        },
        numbers: table::Numbers::integers((0..5_000).collect()),
        status: None,
    };
    formats::parquet::write(&table::Table::try_new("tal", vec![], vec![column]).unwrap()).unwrap()
}

#[test]
fn text_with_the_name_of_a_workbook() {
    refused(
        &file("text.xlsx", b"kommune;antal\n0101;5\n"),
        &["text.xlsx", "CSV"],
    );
}

#[test]
fn a_table_cut_short() {
    let bytes = parquet();
    refused(
        &file("cut.parquet", &bytes[..bytes.len() / 2]),
        &["cut.parquet"],
    );
}

#[test]
fn an_empty_file() {
    for name in ["empty.csv", "empty.xlsx", "empty.parquet", "empty.snit"] {
        refused(&file(name, b""), &[name]);
    }
}

#[test]
fn a_workbook_with_one_cell_in_its_last_corner() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    workbook
        .add_worksheet()
        .write_string(1_048_575, 16_383, "her")
        .unwrap();
    refused(
        &file("corner.xlsx", &workbook.save_to_buffer().unwrap()),
        &["corner.xlsx"],
    );
}

#[test]
fn a_text_file_above_the_limit() {
    let path = folder("files").join("large.csv");
    std::fs::File::create(&path)
        .unwrap()
        .set_len(300 << 20)
        .unwrap();
    refused(&path, &["large.csv"]);
}

#[test]
fn a_file_that_is_not_there() {
    refused(&folder("files").join("nosuch.csv"), &["nosuch.csv"]);
}

#[test]
fn a_package_that_is_cut_short_or_changed() {
    let bytes = std::fs::read(demo("hospitalsaktivitet.snit")).unwrap();
    refused(
        &file("cut.snit", &bytes[..bytes.len() - 100]),
        &["cut.snit", "E0"],
    );
    let mut changed = bytes.clone();
    changed[bytes.len() / 2] ^= 1;
    refused(&file("changed.snit", &changed), &["changed.snit", "E"]);
}

#[test]
fn a_package_that_lies_about_its_rows() {
    let bytes = std::fs::read(demo("hospitalsaktivitet.snit")).unwrap();
    refused(
        &file("lies.snit", &lying(bytes)),
        &["lies.snit", "E52", "10.801", "10.800"],
    );
}

/// The package with one row more in its descriptor, and checksums that fit.
fn lying(mut bytes: Vec<u8>) -> Vec<u8> {
    let at = |bytes: &[u8], part: &[u8], from: usize| {
        bytes[from..]
            .windows(part.len())
            .position(|window| window == part)
            .map(|at| from + at)
    };
    let word = |bytes: &[u8], at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
    let size = usize::try_from(word(&bytes, 22)).unwrap();
    let start = 30 + "datapackage.json".len();
    let before = crc(&bytes[start..start + size]);
    assert_eq!(before, word(&bytes, 14));
    let rows = at(&bytes, b"10800", start).unwrap();
    bytes[rows + 4] = b'1';
    let after = crc(&bytes[start..start + size]).to_le_bytes();
    while let Some(place) = at(&bytes, &before.to_le_bytes(), 0) {
        bytes[place..place + 4].copy_from_slice(&after);
    }
    bytes
}

/// CRC-32 as in ZIP, bit by bit.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            if crc & 1 == 1 {
                crc >> 1 ^ 0xEDB8_8320
            } else {
                crc >> 1
            }
        })
    })
}

#[test]
fn a_question_that_cannot_be_answered() {
    let package = demo("hospitalsaktivitet.snit");
    let package = package.to_str().unwrap();
    let cases = [
        (r#"{"bye":["year"]}"#, "bye"),
        (
            r#"{"by":["nosuch"],"measures":[{"sum":"ophold"}]}"#,
            "nosuch",
        ),
        (
            r#"{"table":"nosuch","measures":[{"sum":"ophold"}]}"#,
            "nosuch",
        ),
        (r#"{"measures":[{"sum":"nosuch"}]}"#, "nosuch"),
        (
            r#"{"measures":[{"sum":"ophold"}],"where":{"region":["nosuch"]}}"#,
            "nosuch",
        ),
        ("nosuch.json", "nosuch.json"),
    ];
    for (slice, word) in cases {
        let said = snit(&["query", package, slice, "--lang", "en"]);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{slice}");
        assert!(
            said.err.contains(word) && said.err.lines().count() == 1,
            "{slice}: {}",
            said.err
        );
    }
}
