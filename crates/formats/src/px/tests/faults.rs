//! Files that are no PX files, and where it is told.

use super::*;
use crate::testing::panics;
use crate::{Feature, ListLength};

fn place(row: u64, byte: u64) -> Place {
    Place {
        byte: Some(byte),
        ..Place::row(row)
    }
}

fn check_refused(text: &str, place: Place, reason: Reason) {
    let refused = read_text(text).unwrap_err();
    assert_eq!(
        refused,
        FormatError::malformed(Format::Px, place, reason),
        "{text}"
    );
}

fn list(list: &str, found: u64, expected: u64) -> Reason {
    Reason::ListLength(Box::new(ListLength {
        list: list.to_owned(),
        found,
        expected,
    }))
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    let missing = |part: &str| Reason::PartMissing(part.to_owned());
    check_refused(
        "STUB=\"a\";\nTITLE=\"b;\n",
        place(2, 16),
        Reason::UnterminatedQuote,
    );
    check_refused("STUB=\"a\";", place(1, 9), missing("DATA"));
    check_refused("TITLE=\"a\";DATA=1;", place(1, 17), missing("STUB"));
    check_refused("STUB=\"a\";DATA=1;", place(1, 16), missing("VALUES(\"a\")"));
    check_refused("STUB=\"a\"", place(1, 8), Reason::Truncated);
    check_refused("STUB \"a\";", place(1, 5), Reason::Syntax);
    check_refused("STUB[da=\"a\";", place(1, 7), Reason::Syntax);
    check_refused("STUB=\"a\",(\"b\");", place(1, 9), Reason::Syntax);
    let head = "STUB=\"a\";VALUES(\"a\")=\"x\",\"y\";\n";
    let with = |rest: &str| format!("{head}{rest}");
    check_refused(&with("DATA=1 2"), place(2, 38), Reason::Truncated);
    check_refused(&with("DATA=1;"), place(2, 37), list("DATA", 1, 2));
    check_refused(&with("DATA=1 2 3 4;"), place(2, 39), list("DATA", 4, 2));
    check_refused(&with("DATA=1 to;"), place(2, 37), Reason::Syntax);
    check_refused(&with("DATA=1 inf;"), place(2, 37), Reason::Syntax);
    check_refused(&with("DATA=1 \"x\";"), place(2, 37), Reason::Syntax);
    check_refused(
        &with("DATA=1 \"..;"),
        place(2, 37),
        Reason::UnterminatedQuote,
    );
    check_refused(
        &with("CODES(\"a\")=\"1\";DATA=1 2;"),
        place(2, 30),
        list("CODES(\"a\")", 1, 2),
    );
    check_refused(
        &with("HEADING=\"a\";DATA=1;"),
        place(2, 30),
        Reason::NameTwice,
    );
    check_refused(
        &with("TIMEVAL(\"a\")=\"2024\";DATA=1;"),
        place(2, 30),
        Reason::Syntax,
    );
    let range = "TIMEVAL(\"a\")=TLIST(A1,\"2024\"-\"2020\");DATA=1;";
    check_refused(&with(range), place(2, 30), Reason::Syntax);
    let keyed = |rows: &str| with(&format!("KEYS(\"a\")=CODES;DATA={rows}"));
    check_refused(
        &keyed("\"x\",1;\"z\",2;"),
        place(2, 57),
        Reason::UnknownMember,
    );
    check_refused(&keyed("\"x\",1;\"x\",2;"), place(2, 57), Reason::RowTwice);
    check_refused(&keyed("\"x\";"), place(2, 55), list("DATA", 0, 1));
}

#[test]
fn bytes_of_another_encoding_than_told_are_refused_where_they_stand() {
    let mut bytes = b"CODEPAGE=\"utf-8\";\nSTUB=\"".to_vec();
    bytes.extend(b"k\xF8n\";");
    let refused = read(&bytes, &Limits::default(), &mut unheard).unwrap_err();
    let reason = Reason::Encoding;
    assert_eq!(
        refused,
        FormatError::malformed(Format::Px, place(2, 25), reason)
    );
    let refused = read_text("CHARSET=\"ANSI\";\nCODEPAGE=\"ebcdic\";").unwrap_err();
    let feature = Feature::Charset("ebcdic".to_owned());
    let place = Place::byte(16);
    assert_eq!(refused, FormatError::Unsupported { feature, place });
}

#[test]
fn places_count_bytes_of_the_file_and_not_of_the_text() {
    let bytes = b"STUB=\"k\xF8n\";VALUES(\"k\xF8n\")=\"x\";DATA=?;";
    let refused = read(bytes, &Limits::default(), &mut unheard).unwrap_err();
    let expected = bytes.iter().position(|byte| *byte == b'?').unwrap() as u64;
    assert_eq!(
        refused,
        FormatError::malformed(Format::Px, place(1, expected), Reason::Syntax)
    );
}

#[test]
fn each_limit_lets_its_number_in_and_not_one_more() {
    let text = "TITLE=\"12345678\";STUB=\"a\",\"b\";VALUES(\"a\")=\"x\",\"y\",\"zzzzz\";VALUES(\"b\")=\"p\",\"q\";\nDATA=1 2 3 4 5 6;";
    let cases = [
        (What::CsvBytes, text.len() as u64),
        (What::FieldBytes, 8),
        (What::TextBytes, 5),
        (What::Dictionary, 3),
        (What::Columns, 2),
        (What::Cells, 6),
        (What::Rows, 6),
    ];
    for (what, found) in cases {
        let open = |limit| {
            let limits = Limits::default().with(what, limit);
            read(text.as_bytes(), &limits, &mut unheard).map(|_| ())
        };
        assert_eq!(open(found), Ok(()), "{what:?}");
        let limit = found - 1;
        let refused = FormatError::TooLarge { what, found, limit };
        assert_eq!(open(limit), Err(refused), "{what:?}");
    }
}

#[test]
fn a_product_of_values_beyond_all_memory_is_refused_at_once() {
    let values: Vec<String> = (0..1_000).map(|value| format!("\"{value}\"")).collect();
    let names: Vec<String> = (0..30).map(|name| format!("\"v{name}\"")).collect();
    let lists = names
        .iter()
        .map(|name| format!("VALUES({name})={};", values.join(",")));
    let lists: String = lists.collect();
    for keys in ["", "KEYS(\"v0\")=CODES;"] {
        let text = format!("STUB={};{lists}{keys}DATA=1;", names.join(","));
        let refused = read_text(&text).unwrap_err();
        let limit = Limits::default().of(What::Cells);
        let (what, found) = (What::Cells, u64::MAX);
        assert_eq!(refused, FormatError::TooLarge { what, found, limit });
    }
}

#[test]
fn of_a_cube_that_is_nearly_empty_the_rows_that_are_there_are_read() {
    let values: Vec<String> = (0..1_000).map(|value| format!("\"{value}\"")).collect();
    let values = values.join(",");
    let text = format!(
        "STUB=\"a\",\"b\";VALUES(\"a\")={values};VALUES(\"b\")={values};HEADING=\"c\";VALUES(\"c\")=\"x\",\"y\";\
         KEYS(\"a\")=VALUES;KEYS(\"b\")=VALUES;DATA=\"999\",\"1\",5,\"..\";"
    );
    let (table, warnings) = read_text(&text).unwrap();
    let expected = [
        "Some(\"999\") | Some(\"1\") | Some(\"x\") | 5e-0 Value",
        "Some(\"999\") | Some(\"1\") | Some(\"y\") | Hidden",
    ];
    assert_eq!(rows(&table), expected);
    let left_out = Warning::ZeroRowsLeftOut { count: 1_999_998 };
    assert_eq!(warnings, [left_out]);
}

#[test]
fn no_damage_makes_the_reader_panic() {
    let open = |bytes: &[u8]| drop(read(bytes, &Limits::default(), &mut unheard));
    assert_eq!(panics(STATBANK.as_bytes(), open), Vec::<String>::new());
}
