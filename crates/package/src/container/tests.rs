//! Containers: each departure from the strict shape is refused by its name.

use formats::{Limits, What};

use super::{Member, read, write};
use crate::{ContainerFault as Fault, PackageError};

fn members() -> Vec<(String, Vec<u8>)> {
    vec![
        ("datapackage.json".to_owned(), b"{}".to_vec()),
        ("tables/a.parquet".to_owned(), b"PAR1".to_vec()),
    ]
}

/// Where the second member's record begins, and the directory, and the end.
const SECOND: usize = 30 + 16 + 2;
const DIRECTORY: usize = SECOND + 30 + 16 + 4;
const SECOND_ENTRY: usize = DIRECTORY + 46 + 16;
const END: usize = SECOND_ENTRY + 46 + 16;

fn open(bytes: &[u8]) -> Result<Vec<Member<'_>>, PackageError> {
    read(bytes, &Limits::default())
}

fn refusal(change: impl FnOnce(&mut Vec<u8>)) -> (Fault, u64, Option<String>) {
    let mut bytes = write(&members()).unwrap();
    change(&mut bytes);
    match open(&bytes).unwrap_err() {
        PackageError::Container {
            fault,
            byte,
            member,
        } => (fault, byte, member),
        other => panic!("{other:?}"),
    }
}

/// Sets bytes in the record before the second member and in its entry in the directory.
fn both(at: usize, to: &[u8]) -> impl FnOnce(&mut Vec<u8>) + '_ {
    move |bytes| {
        bytes[SECOND + 4 + at..][..to.len()].copy_from_slice(to);
        bytes[SECOND_ENTRY + 6 + at..][..to.len()].copy_from_slice(to);
    }
}

#[test]
fn what_is_written_is_read() {
    let bytes = write(&members()).unwrap();
    let read = open(&bytes).unwrap();
    let expected = members();
    let expected: Vec<_> = expected
        .iter()
        .map(|(name, it)| Member { name, bytes: it })
        .collect();
    assert_eq!(read, expected);
    assert_eq!(bytes.len(), END + 22);
}

#[test]
fn each_departure_from_the_shape_has_its_name_and_place() {
    let second = |fault| (fault, SECOND as u64, Some("tables/a.parquet".to_owned()));
    assert_eq!(refusal(both(4, &[8])), second(Fault::Compressed));
    assert_eq!(refusal(both(2, &[1])), second(Fault::Encrypted));
    assert_eq!(refusal(both(2, &[8])), second(Fault::DataDescriptor));
    assert_eq!(refusal(both(2, &[0, 4])), second(Fault::Extra));
    assert_eq!(refusal(both(14, &[255; 8])), second(Fault::Zip64));
    assert_eq!(refusal(both(0, &[45])), second(Fault::Extra));
    assert_eq!(refusal(both(24, &[4])), second(Fault::Extra));
    assert_eq!(
        refusal(|bytes| bytes[SECOND + 46] ^= 1),
        second(Fault::Checksum)
    );
    assert_eq!(
        refusal(|bytes| bytes[SECOND_ENTRY + 46] = b'v'),
        second(Fault::HeadersDiffer)
    );
    assert_eq!(
        refusal(|bytes| bytes[SECOND_ENTRY + 42] += 1),
        second(Fault::HeadersDiffer)
    );
    assert_eq!(
        refusal(|bytes| bytes[SECOND_ENTRY + 34] = 1),
        second(Fault::Extra)
    );
}

#[test]
fn nothing_may_stand_after_between_or_be_missing() {
    let at = |fault, byte: usize| (fault, byte as u64, None);
    assert_eq!(refusal(|bytes| bytes.push(0)), at(Fault::End, END + 22));
    assert_eq!(
        refusal(|bytes| bytes.insert(SECOND, 0)),
        at(Fault::Record, SECOND)
    );
    assert_eq!(refusal(|bytes| bytes.truncate(END)), at(Fault::End, END));
    assert_eq!(
        refusal(|bytes| bytes.truncate(END + 10)),
        at(Fault::End, END + 10)
    );
    assert_eq!(refusal(|bytes| bytes[END + 8] = 3), at(Fault::Record, END));
    assert_eq!(refusal(|bytes| bytes[END + 20] = 1), at(Fault::Extra, END));
    let mut before = write(&members()).unwrap();
    before.insert(0, b' ');
    assert_eq!(open(&before), Err(PackageError::NotAPackage));
}

/// A container of empty members with any names.
fn named(names: &[&str]) -> Vec<u8> {
    let one = write(&[("datapackage.json".to_owned(), Vec::new())]).unwrap();
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for name in names {
        let (mut local, mut central) = (one[..30].to_vec(), one[46..92].to_vec());
        local[26] = name.len() as u8;
        central[28] = name.len() as u8;
        central[42..46].copy_from_slice(&(bytes.len() as u32).to_le_bytes());
        bytes.extend([&local, name.as_bytes()].concat());
        directory.extend([&central, name.as_bytes()].concat());
    }
    [bytes, directory].concat()
}

#[test]
fn names_are_known_different_and_begin_with_the_descriptor() {
    let refused = |names: &[&str]| match open(&named(names)).unwrap_err() {
        PackageError::Container { fault, member, .. } => (fault, member.unwrap_or_default()),
        other => panic!("{other:?}"),
    };
    let at = |fault, name: &str| (fault, name.to_owned());
    let table = "tables/a.parquet";
    assert_eq!(refused(&[table]), at(Fault::DescriptorNotFirst, table));
    assert_eq!(
        refused(&["datapackage.json", table, table]),
        at(Fault::NameTwice, table)
    );
    assert_eq!(
        refused(&["datapackage.json", "readme.txt"]),
        at(Fault::Name, "readme.txt")
    );
}

#[test]
fn limits_hold_at_their_number_and_break_above() {
    let bytes = write(&members()).unwrap();
    for (what, found) in [
        (What::Members, 2),
        (What::ContainerBytes, bytes.len() as u64),
    ] {
        assert!(read(&bytes, &Limits::default().with(what, found)).is_ok());
        let limit = found - 1;
        let refused = PackageError::TooLarge {
            what,
            found,
            limit,
            member: None,
        };
        assert_eq!(
            read(&bytes, &Limits::default().with(what, limit)),
            Err(refused)
        );
    }
}
