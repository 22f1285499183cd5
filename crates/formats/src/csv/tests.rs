//! CSV: text in, sheet as text out.

use super::read;
use crate::testing::panics;
use crate::{FormatError, Limits, Place, Reason, Sheet, Warning, What, unheard};

mod round_trip;

/// A row a line, cells between bars.
fn shown(sheet: &Sheet) -> String {
    let row = |row| {
        let cells = (0..sheet.column_count()).map(|column| match sheet.cell(row, column) {
            crate::Cell::Text(text) => text.replace('\n', "↵"),
            crate::Cell::Empty => String::new(),
            other => format!("{other:?}"),
        });
        cells.collect::<Vec<_>>().join("|")
    };
    (0..sheet.row_count())
        .map(row)
        .collect::<Vec<_>>()
        .join("\n")
}

fn open(bytes: &[u8]) -> Result<(Sheet, Vec<Warning>), FormatError> {
    read(bytes, &Limits::default(), &mut unheard)
}

fn check(bytes: &[u8], expected: &str) {
    let (sheet, _) = open(bytes).unwrap();
    assert_eq!(
        shown(&sheet),
        expected,
        "{}",
        String::from_utf8_lossy(bytes)
    );
}

#[test]
fn the_delimiter_is_the_sign_that_cuts_lines_evenly() {
    check(
        b"kommune;antal\nK\xC3\xB8benhavn;1.473\n",
        "kommune|antal\nKøbenhavn|1.473",
    );
    check(b"a;b\nx;1,5\ny;2,5\n", "a|b\nx|1,5\ny|2,5");
    check(b"x;1,5\ny;2,5\n", "x|1,5\ny|2,5");
    check(b"a,b,c\n1,2,3\n4,5,6\n", "a|b|c\n1|2|3\n4|5|6");
    check(b"a,b\n\"x; y\",1\n\"z; w\",2\n", "a|b\nx; y|1\nz; w|2");
    check(b"a\tb\n1,5\t2\n", "a|b\n1,5|2");
    check(b"a|b\n1|2\n", "a|b\n1|2");
    check(b"kun en kolonne\n12\n", "kun en kolonne\n12");
    check(b"sep=,\r\na,b\r\n1;2,3\r\n", "|\na|b\n1;2|3");
}

#[test]
fn titles_and_remarks_do_not_mislead_the_delimiter() {
    check(
        "Kontakter, fordelt på kommune\n\na;b;c\n1;2;3\n4;5;6\nKilde: A, B, C og D\n".as_bytes(),
        "Kontakter, fordelt på kommune||\n||\na|b|c\n1|2|3\n4|5|6\nKilde: A, B, C og D||",
    );
}

#[test]
fn encodings_are_told_apart() {
    check(b"\xEF\xBB\xBF\xC3\xA6;1\n\xC3\xB8;2\n", "æ|1\nø|2");
    check(b"\xE6;1\n\xF8;2\n\x80;3\n", "æ|1\nø|2\n€|3");
    check(b"\xFF\xFE\xE6\0;\0\x31\0\n\0", "æ|1");
    check(b"\xFE\xFF\0\xE6\0;\0\x31\0\n", "æ|1");
}

#[test]
fn letters_of_two_bytes_need_no_mark() {
    let text = "kommune\tantal\nÆrø\t1\n";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    check(&little, "kommune|antal\nÆrø|1");
    check(&big, "kommune|antal\nÆrø|1");
    for bytes in [little, big] {
        let format = crate::detect("a.txt", &bytes);
        assert_eq!(format, Ok(crate::Format::Csv));
    }
}

#[test]
fn a_few_broken_letters_do_not_make_utf_8_another_encoding() {
    let mut bytes = "sted;antal\nÆrø;1\nLæsø;2\nBornholm og Møn;3\n"
        .as_bytes()
        .to_vec();
    bytes.extend(b"Fan\xF8;4\n");
    let (sheet, warnings) = open(&bytes).unwrap();
    assert!(shown(&sheet).ends_with("Bornholm og Møn|3\nFan\u{FFFD}|4"));
    let byte = bytes.len() as u64 - 4;
    assert_eq!(warnings, [Warning::UndefinedBytes { count: 1, byte }]);
}

#[test]
fn files_without_a_header_and_with_tabs_are_cut_like_others() {
    check(
        b"101;2024;1,5\n147;2024;2,5\n",
        "101|2024|1,5\n147|2024|2,5",
    );
    check(
        b"sted\tantal\tnote\nA\t1\t\"to\nlinjer\"\n\t\tx; y, z\n",
        "sted|antal|note\nA|1|to↵linjer\n||x; y, z",
    );
}

#[test]
fn a_field_of_ten_megabytes_is_an_error_with_its_line_and_byte() {
    let long = "x".repeat(10 << 20);
    let error = open(format!("a;b\n1;2\n3;{long}\n").as_bytes()).unwrap_err();
    let place = Place {
        byte: Some(8),
        ..Place::row(3)
    };
    let reason = Reason::FieldTooLong {
        found: 10 << 20,
        limit: 1 << 20,
    };
    let expected = FormatError::malformed(crate::Format::Csv, place, reason);
    assert_eq!(error, expected);
    // The same length because of a quote that never closes: that is said instead.
    let lines = "3;4\n".repeat(1 << 19);
    let error = open(format!("a;b\n1;\"2\n{lines}").as_bytes()).unwrap_err();
    let place = Place {
        byte: Some(6),
        ..Place::row(2)
    };
    let reason = Reason::UnterminatedQuote;
    assert_eq!(
        error,
        FormatError::malformed(crate::Format::Csv, place, reason)
    );
}

#[test]
fn a_field_is_as_long_as_it_may_be() {
    let limits = Limits::default().with(What::FieldBytes, 4);
    assert!(read(b"a;bbbb\n", &limits, &mut unheard).is_ok());
    assert!(read(b"a;bbbbb\n", &limits, &mut unheard).is_err());
}

#[test]
fn quoted_fields_hold_delimiters_quotes_and_line_breaks() {
    check(
        b"a;b\n\"x;y\";\"sagde \"\"nej\"\"\"\n",
        "a|b\nx;y|sagde \"nej\"",
    );
    check(
        b"a;b\n\"to\nlinjer\";1\nefter;2\n",
        "a|b\nto↵linjer|1\nefter|2",
    );
    check(b"a;b\n12\" r\xC3\xB8r;1\n", "a|b\n12\" rør|1");
}

#[test]
fn blank_lines_stay_as_empty_rows() {
    check(b"a;b\n\n\n1;2\n", "a|b\n|\n|\n1|2");
    check(b"a;b\r\n\r\n1;2\r\n", "a|b\n|\n1|2");
    check(b"\na;b\n", "|\na|b");
    check(b"a;b\r1;2\r", "a|b\n1|2");
}

#[test]
fn a_delimiter_at_each_end_of_line_makes_no_column() {
    let (sheet, warnings) = open(b"a;b;\n1;2;\n3;4;\n").unwrap();
    assert_eq!(sheet.column_count(), 2);
    assert_eq!(warnings, [Warning::TrailingDelimiter]);
}

#[test]
fn what_was_guessed_or_uneven_is_told() {
    let (_, warnings) = open(b"\xE6;\x81\n1;2\n").unwrap();
    assert_eq!(
        warnings,
        [
            Warning::Windows1252,
            Warning::UndefinedBytes { count: 1, byte: 2 }
        ]
    );
    let (_, warnings) = open(b"titel\na;b\n1;2\n1;2;3\n").unwrap();
    let uneven = Warning::UnevenLine {
        line: 4,
        found: 3,
        expected: 2,
        count: 1,
    };
    assert_eq!(warnings, [uneven]);
}

#[test]
fn a_quote_that_never_closes_is_an_error_with_its_line() {
    let error = open(b"a;b\n1;2\nx;\"aldrig\n3;4\n5;6\n").unwrap_err();
    let place = Place {
        byte: Some(10),
        ..Place::row(3)
    };
    let expected = FormatError::malformed(crate::Format::Csv, place, Reason::UnterminatedQuote);
    assert_eq!(error, expected);
    assert!(open(b"a;b\n1;\"lukket\"").is_ok());
    assert!(open(b"a;b\n1;\"\"").is_ok());
    assert!(open(b"a;b\n1;\"").is_err());
}

#[test]
fn half_a_utf16_character_is_an_error_with_its_byte() {
    let truncated = FormatError::malformed(crate::Format::Csv, Place::byte(5), Reason::Truncated);
    assert_eq!(open(b"\xFF\xFEa\0b").unwrap_err(), truncated);
    let encoding = FormatError::malformed(crate::Format::Csv, Place::byte(4), Reason::Encoding);
    assert_eq!(open(b"\xFF\xFEa\0\x00\xD8b\0").unwrap_err(), encoding);
}

#[test]
fn limits_hold_at_their_number_and_break_above() {
    let cases = [
        (
            What::CsvBytes,
            10,
            &b"ab;cd\n1;2\n"[..],
            11,
            &b"ab;cde\n1;2\n"[..],
        ),
        (What::TextColumns, 3, b"a;b;c\n", 4, b"a;b;c;d\n"),
        (What::Cells, 3, b"a;b;c;;\n", 4, b"a;b;c;;d\n"),
        (What::Rows, 2, b"a;b\n1;2\n", 3, b"a;b\n1;2\n3;4\n"),
    ];
    for (what, limit, within, found, beyond) in cases {
        let limits = Limits::default().with(what, limit);
        assert!(read(within, &limits, &mut unheard).is_ok(), "{what:?}");
        let expected = FormatError::TooLarge { what, found, limit };
        assert_eq!(read(beyond, &limits, &mut unheard).unwrap_err(), expected);
    }
}

#[test]
fn progress_is_told_about_every_megabyte_and_ends_complete() {
    let text = "kommune;antal\n".repeat(300_000);
    let mut heard = Vec::new();
    read(text.as_bytes(), &Limits::default(), &mut |it| {
        heard.push(it)
    })
    .unwrap();
    let total = text.len() as u64;
    assert_eq!(heard.len(), 5);
    assert_eq!(
        heard.last().unwrap(),
        &crate::Progress { done: total, total }
    );
}

#[test]
fn a_damaged_file_never_panics() {
    let text =
        "titel\n\nkommune;\"antal \"\"nu\"\"\";\"to\nlinjer\"\nKøbenhavn;1.473;x\n".repeat(4);
    assert_eq!(
        panics(text.as_bytes(), |bytes| drop(open(bytes))),
        Vec::<String>::new()
    );
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [b"\xFF\xFE", wide.as_slice()].concat();
    assert_eq!(
        panics(&marked, |bytes| drop(open(bytes))),
        Vec::<String>::new()
    );
}
