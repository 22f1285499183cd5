//! Each refusal with its code and place.

use formats::What;
use table::Table;

use super::{open, small};
use crate::container;
use crate::read::read;
use crate::{Limits, PackageError, write};

/// The members of the small package, changed; sizes and digests stay as the descriptor lists them.
fn changed(change: impl FnOnce(&mut Vec<(String, Vec<u8>)>)) -> PackageError {
    let bytes = write(&small()).unwrap();
    let members = container::read(&bytes, &Limits::default()).unwrap();
    let owned = |member: &container::Member<'_>| (member.name.to_owned(), member.bytes.to_vec());
    let mut members: Vec<_> = members.iter().map(owned).collect();
    change(&mut members);
    open(&container::write(&members).unwrap()).unwrap_err()
}

/// The descriptor of the small package with one text in place of another; what fits in a line stands there without blanks.
fn described(from: &str, to: &str) -> PackageError {
    changed(|members| {
        let text = String::from_utf8(members[0].1.clone()).unwrap();
        let close = |json: &str| json.replace("\": ", "\":");
        let (from, to) = match text.contains(from) {
            true => (from.to_owned(), to.to_owned()),
            false => (close(from), close(to)),
        };
        assert!(text.contains(&from), "{from}");
        members[0].1 = text.replacen(&from, &to, 1).into_bytes();
    })
}

/// The table's file in place of the one the descriptor describes, listed with its own digest.
fn replaced(table: &Table) -> PackageError {
    let real = formats::parquet::write(table).unwrap();
    changed(|members| {
        let old = members[1].1.clone();
        let text = String::from_utf8(members[0].1.clone()).unwrap();
        let listed = |bytes: &[u8]| (bytes.len().to_string(), crate::descriptor::digest(bytes));
        let ((old_size, old_digest), (size, digest)) = (listed(&old), listed(&real));
        let text = text.replace(&old_digest, &digest);
        let sizes = [old_size, size].map(|size| format!("\"bytes\": {size}"));
        members[0].1 = text.replacen(&sizes[0], &sizes[1], 1).into_bytes();
        members[1].1 = real;
    })
}

fn check(error: &PackageError, code: &str, words: &str) {
    assert_eq!(error.code(), code, "{error}");
    assert!(error.to_string().contains(words), "{error}");
}

#[test]
fn what_is_no_package_or_has_not_its_shape_is_refused() {
    check(&open(b"").unwrap_err(), "E01", "NotAPackage");
    check(&open(b"kommune;antal").unwrap_err(), "E01", "NotAPackage");
    let bytes = write(&small()).unwrap();
    check(&open(&bytes[..bytes.len() - 1]).unwrap_err(), "E03", "End");
    let limits = Limits::default().with(What::ContainerBytes, 10);
    let large = read(&bytes, &limits, &mut formats::unheard).unwrap_err();
    check(&large, "E02", "ContainerBytes");
}

#[test]
fn members_that_are_damaged_missing_or_unlisted_are_named() {
    let cut = changed(|members| members[2].1.truncate(3));
    check(&cut, "E40", "declaration.da.md");
    let other = changed(|members| members[2].1[0] = b'X');
    check(&other, "E40", "Damaged { member: \"declaration.da.md\"");
    let missing = changed(|members| drop(members.remove(1)));
    check(
        &missing,
        "E41",
        "Missing { member: \"tables/udgifter.parquet\"",
    );
    let more = changed(|members| members.push(("views/ny.json".to_owned(), b"{}".to_vec())));
    check(&more, "E41", "Unlisted { member: \"views/ny.json\"");
}

#[test]
fn signatures_are_let_in_though_not_checked_yet() {
    let bytes = write(&small()).unwrap();
    let members = container::read(&bytes, &Limits::default()).unwrap();
    let owned = |member: &container::Member<'_>| (member.name.to_owned(), member.bytes.to_vec());
    let mut members: Vec<_> = members.iter().map(owned).collect();
    members.insert(
        1,
        ("datapackage.json.0a1b.minisig".to_owned(), b"x".to_vec()),
    );
    members.insert(2, ("trust.json".to_owned(), b"{}".to_vec()));
    assert_eq!(open(&container::write(&members).unwrap()).unwrap(), small());
}

#[test]
fn descriptors_that_break_the_rules_are_refused() {
    let cases = [
        (
            "\"name\": \"proeve\"",
            "\"name\": \"pr/ve\"",
            "Value(\"name\")",
        ),
        (
            "\"name\": \"proeve\"",
            "\"name\": \"a\", \"name\": \"b\"",
            "KeyTwice(\"name\")",
        ),
        (
            "\"name\": \"proeve\"",
            "\"nam\": \"proeve\"",
            "Value(\"nam\")",
        ),
        ("\"name\": \"proeve\",", "\"name\": \"proeve\"", "Json("),
        ("2026-09-10", "10-09-2026", "Value(\"snit:extracted\")"),
        ("\"code\": \"147\"", "\"code\": \"101\"", "MemberTwice"),
        ("sha256:", "md5:", "Value(\"hash\")"),
        (
            "\"path\": \"views/",
            "\"path\": \"../",
            "Value(\"../overblik.json\")",
        ),
        (
            "\"factor\": 1000",
            "\"factor\": [[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]",
            "Depth",
        ),
        ("\"rows\": 3", "\"rows\": -3", "Json("),
    ];
    for (from, to, words) in cases {
        check(&described(from, to), "E20", words);
    }
    check(
        &described("\"snit:format\": \"1.0\"", "\"snit:format\": \"2.0\""),
        "E21",
        "2.0",
    );
    let bytes = changed(|members| members[0].1[3] = 0xFF);
    check(&bytes, "E20", "Encoding");
}

#[test]
fn tables_that_are_not_what_the_descriptor_says_are_refused() {
    let rows = described("\"rows\": 3", "\"rows\": 100");
    check(
        &rows,
        "E52",
        "Rows { member: \"tables/udgifter.parquet\", expected: 100, found: 3 }",
    );
    let schema = described("\"name\": \"andel\"", "\"name\": \"andele\"");
    check(&schema, "E20", "Value(\"schema\")");
    let column = changed(|members| {
        let text = String::from_utf8(members[0].1.clone()).unwrap();
        members[0].1 = text.replace("\"andel\"", "\"andele\"").into_bytes();
    });
    check(
        &column,
        "E52",
        "expected: Some(\"andele\"), found: Some(\"andel\")",
    );
    let code = described("\"code\": \"147\"", "\"code\": \"148\"");
    check(&code, "E52", "column: \"kommune\", code: \"147\", row: 2");
    let stored = described("\"stored_decimals\": 2", "\"stored_decimals\": 3");
    check(&stored, "E52", "udgift");
    let other = Table::try_new(
        "udgifter",
        small().tables[0].dimensions().to_vec(),
        Vec::new(),
    );
    check(
        &replaced(&other.unwrap()),
        "E52",
        "expected: Some(\"udgift\"), found: None",
    );
}

#[test]
fn a_table_that_cannot_be_read_or_is_too_large_is_refused() {
    let limits = Limits::default().with(What::Rows, 2);
    let large = read(&write(&small()).unwrap(), &limits, &mut formats::unheard).unwrap_err();
    check(&large, "E51", "tables/udgifter.parquet");
    let mut package = small();
    package.views[0].1 = "{".to_owned();
    check(
        &open(&write(&package).unwrap()).unwrap_err(),
        "E50",
        "views/overblik.json",
    );
}

#[test]
fn the_descriptor_is_held_to_its_limits() {
    let bytes = write(&small()).unwrap();
    let members = container::read(&bytes, &Limits::default()).unwrap();
    let length = members[0].bytes.len() as u64;
    let open = |what, limit| {
        let limits = Limits::default().with(what, limit);
        read(&bytes, &limits, &mut formats::unheard).map(|_| ())
    };
    for (what, found) in [(What::DescriptorBytes, length), (What::Tables, 1)] {
        assert_eq!(open(what, found), Ok(()), "{what:?}");
        let limit = found - 1;
        let refused = PackageError::TooLarge {
            what,
            found,
            limit,
            member: None,
        };
        assert_eq!(open(what, limit), Err(refused), "{what:?}");
    }
    let deepest = (1..20)
        .find(|depth| open(What::JsonDepth, *depth).is_ok())
        .unwrap();
    let shallow = open(What::JsonDepth, deepest - 1).unwrap_err();
    check(&shallow, "E20", "Depth");
}
