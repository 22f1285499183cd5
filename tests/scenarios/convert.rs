//! `snit convert`: what is written is the same table when it is read again, and nothing is written over unasked.

use std::path::{Path, PathBuf};

use crate::asked::{folder, inspected, rows, snit};

const TEXT: &str = "kommune;year;kontakter;andel\n101;2024;1473;0,5\n147;2024;..;0,25\n101;2025;0;0,125\n147;2025;...;1,5\n";

fn written(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

/// The folder may hold what an earlier run has written.
fn convert(from: &Path, to: &Path) {
    let (from, to) = (from.to_string_lossy(), to.to_string_lossy());
    let said = snit(&["convert", &from, "-o", &to, "--force"]);
    assert_eq!(said.code, 0, "{}", said.err);
}

/// Names, roles and types of the columns of the first table, and what each place has.
fn content(file: &Path) -> (Vec<String>, String) {
    let said = inspected(file);
    let columns = said["tables"][0]["columns"].as_array().unwrap();
    let shown = |column: &serde_json::Value| {
        let parts = ["name", "role", "hidden", "missing"].map(|it| column[it].to_string());
        parts.join(" ")
    };
    let slice = r#"{"by":["kommune","year"],"measures":[{"sum":"kontakter"},{"sum":"andel"}]}"#;
    (
        columns.iter().map(shown).collect(),
        format!("{:?}", rows(file, slice)),
    )
}

#[test]
fn a_table_is_the_same_in_every_format() {
    let folder = folder("convert");
    let text = written(&folder, "tal.csv", TEXT);
    let expected = content(&text);
    for ending in ["xlsx", "arrow", "parquet", "csv"] {
        let out = folder.join(format!("ud.{ending}"));
        convert(&text, &out);
        assert_eq!(content(&out), expected, "{ending}");
    }
}

#[test]
fn a_file_is_not_written_over_unless_asked() {
    let folder = folder("convert-twice");
    let text = written(&folder, "tal.csv", TEXT);
    let out = written(&folder, "ud.xlsx", "min egen fil");
    let words = [
        "convert",
        &text.to_string_lossy(),
        "-o",
        &out.to_string_lossy(),
    ]
    .map(str::to_owned);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let said = snit(&words);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("--force"), "{}", said.err);
    assert_eq!(std::fs::read(&out).unwrap(), b"min egen fil");
    let said = snit(&[words.as_slice(), &["--force"]].concat());
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(std::fs::read(&out).unwrap().starts_with(b"PK"));
}

#[test]
fn an_ending_that_is_not_written_is_refused_before_anything_is_read() {
    let said = snit(&["convert", "findes-ikke.csv", "-o", "ud.pdf", "--lang", "en"]);
    assert_eq!(said.code, 2);
    assert!(
        said.err.contains("ud.pdf: the ending does not say"),
        "{}",
        said.err
    );
}
