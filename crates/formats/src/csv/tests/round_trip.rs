//! What is written is read again, whatever stands between fields and ends lines, and in whichever letters.

use proptest::prelude::*;

use super::open;
use crate::{Cell, Sheet};

/// How a text is written.
#[derive(Clone, Copy, Debug)]
struct Style {
    delimiter: char,
    end: &'static str,
    letters: Letters,
    /// Whether fields are quoted that need not be.
    is_quoted: bool,
    /// Whether the first line names the delimiter.
    is_named: bool,
    /// Whether the last line has an end as well.
    is_ended: bool,
}

/// How letters are written.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Letters {
    Utf8,
    Utf8Marked,
    Windows1252,
    Utf16Low,
    Utf16High,
}

fn style() -> impl Strategy<Value = Style> {
    let letters = prop_oneof![
        Just(Letters::Utf8),
        Just(Letters::Utf8Marked),
        Just(Letters::Windows1252),
        Just(Letters::Utf16Low),
        Just(Letters::Utf16High),
    ];
    let delimiter = prop_oneof![Just(';'), Just('\t'), Just(','), Just('|')];
    let end = prop_oneof![Just("\n"), Just("\r\n")];
    (delimiter, end, letters, any::<[bool; 3]>()).prop_map(
        |(delimiter, end, letters, [is_quoted, is_named, is_ended])| Style {
            delimiter,
            end,
            letters,
            is_quoted,
            is_named,
            is_ended,
        },
    )
}

/// Rows of as many fields each; no field of the first row is blank, so that no delimiter hangs at every end.
fn rows() -> impl Strategy<Value = Vec<Vec<String>>> {
    let field = prop_oneof![
        "[a-zæøåÆØÅ]{1,8}",
        "[0-9]{1,3}(\\.[0-9]{3})?(,[0-9]{1,2})?",
        "[a-zæøå0-9;,|\t\" .<*-]{0,10}",
        "[a-zæøå]{1,4}\n[a-zæøå]{1,4}",
    ];
    (2..6_usize).prop_flat_map(move |columns| {
        let row = prop::collection::vec(field.clone(), columns);
        let first = prop::collection::vec("[a-zæøå]{1,8}", columns);
        (first, prop::collection::vec(row, 1..30)).prop_map(|(first, rows)| {
            let mut all = vec![first];
            all.extend(rows);
            all
        })
    })
}

fn written(rows: &[Vec<String>], style: Style) -> Vec<u8> {
    let field = |text: &String| {
        if style.is_quoted || text.contains([';', ',', '|', '\t', '"', '\n']) {
            format!("\"{}\"", text.replace('"', "\"\""))
        } else {
            text.clone()
        }
    };
    let line = |row: &Vec<String>| {
        let fields: Vec<String> = row.iter().map(field).collect();
        fields.join(&style.delimiter.to_string())
    };
    let mut lines: Vec<String> = rows.iter().map(line).collect();
    if style.is_named {
        lines.insert(0, format!("sep={}", style.delimiter));
    }
    let mut text = lines.join(style.end);
    if style.is_ended {
        text.push_str(style.end);
    }
    encoded(&text, style.letters)
}

fn encoded(text: &str, letters: Letters) -> Vec<u8> {
    let units = || std::iter::once(0xFEFF).chain(text.encode_utf16());
    match letters {
        Letters::Utf8 => text.as_bytes().to_vec(),
        Letters::Utf8Marked => format!("\u{feff}{text}").into_bytes(),
        // Every letter of ours has its own place in it.
        Letters::Windows1252 => text.chars().map(|letter| letter as u8).collect(),
        Letters::Utf16Low => units().flat_map(u16::to_le_bytes).collect(),
        Letters::Utf16High => units().flat_map(u16::to_be_bytes).collect(),
    }
}

/// The fields of a sheet from a row on.
fn fields(sheet: &Sheet, first: usize) -> Vec<Vec<String>> {
    let field = |row: usize, column: usize| match sheet.cell(row, column) {
        Cell::Text(text) => text.to_owned(),
        Cell::Empty => String::new(),
        other => panic!("{other:?}"),
    };
    let columns = sheet.column_count();
    let row = |row: usize| (0..columns).map(|column| field(row, column)).collect();
    (first..sheet.row_count()).map(row).collect()
}

/// Rows as a sheet keeps them: one of nothing but blanks at the end is not kept, nor is what is blank in a field.
fn held(mut rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    for field in rows.iter_mut().flatten() {
        if field.trim().is_empty() {
            field.clear();
        }
    }
    while rows
        .last()
        .is_some_and(|row| row.iter().all(String::is_empty))
    {
        rows.pop();
    }
    rows
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]
    #[test]
    fn rows_of_any_fields_read_back(rows in rows(), style in style()) {
        let (sheet, _) = open(&written(&rows, style)).unwrap();
        prop_assert_eq!(held(fields(&sheet, usize::from(style.is_named))), held(rows));
    }
}
