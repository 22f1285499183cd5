//! Files that contradict themselves, or ask for too much.

use super::*;
use crate::ListLength;
use crate::testing::panics;

/// A dataset of one dimension with parts of it replaced.
fn dataset(parts: &[(&str, &str)]) -> String {
    let mut text = r#"{"id": ["a"], "size": [2], "dimension": {"a": {"category": {"index": ["x", "y"]}}}, "value": [1, 2]}"#.to_owned();
    for (part, by) in parts {
        assert!(text.contains(part), "{part}");
        text = text.replace(part, by);
    }
    text
}

fn check_refused(text: &str, place: Place, reason: Reason) {
    let refused = read_text(text).unwrap_err();
    let expected = FormatError::malformed(Format::JsonStat, place, reason);
    assert_eq!(refused, expected, "{text}");
}

fn list(list: &str, found: u64, expected: u64) -> Reason {
    Reason::ListLength(Box::new(ListLength {
        list: list.to_owned(),
        found,
        expected,
    }))
}

#[test]
fn a_dataset_that_contradicts_itself_is_refused() {
    let whole = Place::default;
    let check = |parts: (&str, &str), place: Place, reason| {
        check_refused(&dataset(&[parts]), place, reason);
    };
    check(("[1, 2]", "[1]"), whole(), list("value", 1, 2));
    check(("[1, 2]", r#"{"2": 1}"#), whole(), list("value", 3, 2));
    check(
        ("[1, 2]", r#"[1, 2], "status": ["a", "a", "a"]"#),
        whole(),
        list("status", 3, 2),
    );
    check(
        ("[1, 2]", r#"[1, 2], "status": {"9": "a"}"#),
        whole(),
        list("status", 10, 2),
    );
    check(("[2]", "[2, 1]"), whole(), list("size", 2, 1));
    check((r#""id": ["a"], "#, ""), whole(), missing("id"));
    check((r#""size": [2], "#, ""), whole(), missing("size"));
    check((r#", "value": [1, 2]"#, ""), whole(), missing("value"));
    let column = || Place::column("a");
    check(("[2]", "[3]"), column(), list("category.index", 2, 3));
    check(("\"y\"]", "\"x\"]"), column(), Reason::NameTwice);
    check(
        (r#""index": ["x", "y"]"#, ""),
        column(),
        missing("category.index"),
    );
    let positions = r#"{"x": 0, "y": 7}"#;
    check(
        (r#"["x", "y"]"#, positions),
        column(),
        Reason::UnknownMember,
    );
    let positions = r#"{"x": 1, "y": 1}"#;
    check(
        (r#"["x", "y"]"#, positions),
        column(),
        Reason::UnknownMember,
    );
    let child = |child: &str| format!(r#"["x", "y"], "child": {child}"#);
    let circle = child(r#"{"x": ["y"], "y": ["x"]}"#);
    check((r#"["x", "y"]"#, &circle), column(), Reason::Circle);
    let circle = child(r#"{"x": ["x"]}"#);
    check((r#"["x", "y"]"#, &circle), column(), Reason::Circle);
    let unknown = child(r#"{"x": ["q"]}"#);
    check((r#"["x", "y"]"#, &unknown), column(), Reason::UnknownMember);
    check((r#"{"a": {"#, r#"{"b": {"#), column(), missing("dimension"));
    let twice = dataset(&[("[\"a\"]", "[\"a\", \"a\"]"), ("[2]", "[2, 2]")]);
    check_refused(&twice, column(), Reason::NameTwice);
    check_refused("{}", whole(), missing("value"));
}

#[test]
fn text_that_is_no_json_is_refused_where_it_goes_wrong() {
    let at = |row, byte| Place {
        byte: Some(byte),
        ..Place::row(row)
    };
    check_refused("{\"a\": 1,\n  ?}", at(2, 11), Reason::Syntax);
    check_refused("{\"a\": [1,\n", at(2, 10), Reason::Truncated);
    let text = [dataset(&[]).as_bytes(), b"\n\xFF"].concat();
    let refused = read(&text, &Limits::default(), &mut unheard).unwrap_err();
    let place = at(2, text.len() as u64 - 1);
    let expected = FormatError::malformed(Format::JsonStat, place, Reason::Encoding);
    assert_eq!(refused, expected);
    let refused = read_text(&dataset(&[("[1, 2]", "[1, \"x\"]")])).unwrap_err();
    assert!(matches!(
        refused,
        FormatError::Malformed {
            reason: Reason::Other(_),
            place: Place { row: Some(1), .. },
            ..
        }
    ));
}

#[test]
fn each_limit_lets_its_number_in_and_not_one_more() {
    let text = dataset(&[("[\"x\", \"y\"]", "[\"x\", \"yyyyy\"]")]);
    let cases = [
        (What::JsonBytes, text.len() as u64),
        (What::JsonDepth, 5),
        (What::Tables, 1),
        (What::TextBytes, 5),
        (What::Dictionary, 2),
        (What::Columns, 1),
        (What::Cells, 2),
        (What::Rows, 2),
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
fn sizes_beyond_all_memory_and_endless_nesting_are_refused_at_once() {
    let names: Vec<String> = (0..12).map(|name| format!("\"d{name}\"")).collect();
    let index: Vec<String> = (0..1_000).map(|code| format!("\"{code}\"")).collect();
    let index = index.join(",");
    let dimensions: Vec<String> = names
        .iter()
        .map(|name| format!(r#"{name}: {{"category": {{"index": [{index}]}}}}"#))
        .collect();
    let text = format!(
        r#"{{"id": [{}], "size": [{}], "dimension": {{{}}}, "value": {{"0": 1}}}}"#,
        names.join(","),
        ["1000"; 12].join(","),
        dimensions.join(",")
    );
    let limit = Limits::default().of(What::Cells);
    let found = u64::MAX;
    let what = What::Cells;
    assert_eq!(
        read_text(&text),
        Err(FormatError::TooLarge { what, found, limit })
    );
    let deep = "[".repeat(1_000_000);
    let refused = FormatError::TooLarge {
        what: What::JsonDepth,
        found: 1_000_000,
        limit: 16,
    };
    assert_eq!(read_text(&deep), Err(refused));
}

/// Two dimensions of a thousand members each, with these values and signs.
fn wide(values: &str) -> String {
    let index: Vec<String> = (0..1_000).map(|code| format!("\"{code}\"")).collect();
    let category = format!(r#"{{"category": {{"index": [{}]}}}}"#, index.join(","));
    format!(
        r#"{{"id": ["a", "b"], "size": [1000, 1000], "dimension": {{"a": {category}, "b": {category}}}, "value": {values}}}"#
    )
}

#[test]
fn of_a_cube_that_is_nearly_empty_the_rows_that_are_there_are_read() {
    let (tables, warnings) = read_text(&wide(
        r#"{"999999": 3}, "status": {"0": "c", "999999": "e"}"#,
    ))
    .unwrap();
    let expected = [
        "Some(\"0\") | Some(\"0\") | Hidden",
        "Some(\"999\") | Some(\"999\") | 3e-0 Value",
    ];
    assert_eq!(crate::testing::rows(&tables[0]), expected);
    let left_out = Warning::EmptyRowsLeftOut { count: 999_998 };
    assert!(warnings.contains(&left_out), "{warnings:?}");
    for same in [r#""e""#, r#"["e"]"#] {
        let (tables, _) = read_text(&wide(&format!(r#"{{"7": 3}}, "status": {same}"#))).unwrap();
        assert_eq!(tables[0].row_count(), 1);
    }
    let refused = FormatError::TooLarge {
        what: What::Cells,
        found: 1_000_000,
        limit: 1,
    };
    assert_eq!(read_text(&wide(r#"{"7": 3}, "status": "c""#)), Err(refused));
    check_refused(
        &wide(r#"{"1000000": 3}"#),
        Place::default(),
        list("value", 1_000_001, 1_000_000),
    );
}

#[test]
fn no_damage_makes_the_reader_panic() {
    let open = |bytes: &[u8]| drop(read(bytes, &Limits::default(), &mut unheard));
    assert_eq!(panics(VERSION_2.as_bytes(), open), Vec::<String>::new());
}
