//! Packages that are damaged, contradict themselves, or ask for too much.

use super::*;
use crate::ListLength;
use crate::testing::panics;

const FIELDS: &str =
    r#""schema": {"fields": [{"name": "a", "type": "string"}, {"name": "n", "type": "integer"}]}"#;

fn at(row: u64, column: Option<&str>) -> Place {
    Place {
        column: column.map(str::to_owned),
        row: Some(row),
        ..Place::sheet("t")
    }
}

#[test]
fn a_value_that_is_not_what_its_column_says_is_told_with_its_place() {
    let check = |text: &str, place: Place, reason: Reason| {
        assert_eq!(
            read_one(FIELDS, text).unwrap_err(),
            malformed(place, reason),
            "{text}"
        );
    };
    check("a,n\nx,1\ny,<5\n", at(3, Some("n")), Reason::Value);
    check("a,n\nx,1.5\n", at(2, Some("n")), Reason::Value);
    let uneven = |found| {
        Reason::ListLength(Box::new(ListLength {
            list: "t".to_owned(),
            found,
            expected: 2,
        }))
    };
    check("a,n\nx\n", at(2, None), uneven(1));
    check("a,n\nx,1,2\n", at(2, None), uneven(3));
    let twice = Place {
        row: None,
        ..at(0, Some("a"))
    };
    check("a,n,a\nx,1,y\n", twice, Reason::NameTwice);
}

#[test]
fn nothing_is_read_from_outside_the_package() {
    for path in [
        "../x.csv",
        "/x.csv",
        "a/../../x.csv",
        "C:/x.csv",
        "a\\\\x.csv",
    ] {
        let descriptor = format!(r#"{{"resources": [{{"name": "t", "path": "{path}"}}]}}"#);
        let members = [
            ("datapackage.json", descriptor.as_str()),
            ("x.csv", "a\n1\n"),
        ];
        let refused = read_members(&members).unwrap_err();
        let place = Place::sheet(&path.replace("\\\\", "\\"));
        assert_eq!(refused, malformed(place, Reason::UnsafePath));
    }
    let schema = r#"{"resources": [{"name": "t", "path": "x.csv", "schema": "../s.json"}]}"#;
    let refused = read_members(&[("datapackage.json", schema), ("x.csv", "a\n")]).unwrap_err();
    assert_eq!(
        refused,
        malformed(Place::sheet("../s.json"), Reason::UnsafePath)
    );
}

#[test]
fn what_is_missing_or_wrong_in_the_description_is_named() {
    let missing = |part: &str| Reason::PartMissing(part.to_owned());
    let refused = |descriptor: &str| {
        read_members(&[("datapackage.json", descriptor), ("x.csv", "a\n1\n")]).unwrap_err()
    };
    let nowhere = r#"{"resources": [{"name": "t", "path": "y.csv"}]}"#;
    assert_eq!(
        refused(nowhere),
        malformed(Place::default(), missing("y.csv"))
    );
    let empty = malformed(Place::sheet("datapackage.json"), missing("resources"));
    assert_eq!(refused("{}"), empty);
    let delimiter =
        r#"{"resources": [{"name": "t", "path": "x.csv", "dialect": {"delimiter": "||"}}]}"#;
    assert_eq!(
        refused(delimiter),
        malformed(Place::sheet("t"), Reason::Dialect)
    );
    assert!(matches!(
        refused("{\n\"resources\": 5}"),
        FormatError::Malformed {
            place: Place { row: Some(2), .. },
            ..
        }
    ));
    let container = read(b"PK\x05\x06", &Limits::default(), &mut unheard).unwrap_err();
    assert_eq!(container, malformed(Place::default(), Reason::Container));
}

#[test]
fn each_limit_lets_its_number_in_and_not_one_more() {
    let descriptor = format!(r#"{{"resources": [{{"name": "t", "path": "t.csv", {FIELDS}}}]}}"#);
    let text = "a,n\nxyz,1\ny,2\n";
    let bytes = packed(&[
        ("datapackage.json", descriptor.as_bytes()),
        ("t.csv", text.as_bytes()),
    ]);
    let cases = [
        (What::ContainerBytes, bytes.len() as u64),
        (What::Members, 2),
        (What::DescriptorBytes, descriptor.len() as u64),
        (What::JsonDepth, 6),
        (What::Tables, 1),
        (What::CsvBytes, text.len() as u64),
        (What::Unpacked, (descriptor.len() + text.len()) as u64),
        (What::Columns, 2),
        (What::Rows, 2),
        (What::Dictionary, 2),
        (What::TextBytes, 3),
        (What::TextColumns, 1),
    ];
    for (what, found) in cases {
        let open = |limit| {
            let limits = Limits::default().with(what, limit);
            read(&bytes, &limits, &mut unheard).map(|_| ())
        };
        assert_eq!(open(found), Ok(()), "{what:?}");
        let limit = found - 1;
        let refused = FormatError::TooLarge { what, found, limit };
        assert_eq!(open(limit), Err(refused), "{what:?}");
    }
}

#[test]
fn a_member_that_unpacks_to_far_more_than_it_is_stops_at_the_limit() {
    let zeros = vec![b'0'; 4 << 20];
    let descriptor = br#"{"resources": [{"name": "t", "path": "t.csv"}]}"#;
    let bytes = packed(&[("datapackage.json", descriptor), ("t.csv", &zeros)]);
    assert!(bytes.len() < 1 << 16);
    let limits = Limits::default().with(What::CsvBytes, 1 << 20);
    let refused = read(&bytes, &limits, &mut unheard).unwrap_err();
    assert!(
        matches!(refused, FormatError::TooLarge { what: What::CsvBytes, found, .. } if found < 2 << 20)
    );
}

#[test]
fn no_damage_makes_the_reader_panic() {
    let descriptor = format!(r#"{{"resources": [{{"name": "t", "path": "t.csv", {FIELDS}}}]}}"#);
    let bytes = packed(&[
        ("datapackage.json", descriptor.as_bytes()),
        ("t.csv", b"a,n\nx,1\n"),
    ]);
    let open = |bytes: &[u8]| {
        let _ = is_one(bytes);
        drop(read(bytes, &Limits::default(), &mut unheard));
    };
    assert_eq!(panics(&bytes, open), Vec::<String>::new());
}
