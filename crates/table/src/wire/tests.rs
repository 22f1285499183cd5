//! What is packed is taken over unchanged, and what is damaged is told.

use super::*;
use crate::{
    CodePart, Codes, DimensionColumn, MeasureColumn, Member, NO_MEMBER, Numbers, StatusColumn,
    Table, TableError,
};

fn dimension(name: &str, rows: Vec<u32>, count: usize) -> DimensionColumn {
    let member = |code: usize| Member {
        code: code.to_string(),
        ..Member::default()
    };
    let dimension = Dimension {
        name: name.to_owned(),
        members: (0..count).map(member).collect(),
        ..Dimension::default()
    };
    let codes = Codes::pack(rows, count);
    DimensionColumn { dimension, codes }
}

fn measure(name: &str, numbers: Numbers, status: Option<Vec<u8>>) -> MeasureColumn {
    let measure = Measure {
        name: name.to_owned(),
        ..Measure::default()
    };
    MeasureColumn {
        measure,
        numbers,
        status: status.map(|codes| StatusColumn::try_new(codes).unwrap()),
    }
}

const ROWS: u32 = 3001;

/// As few members as can be, in four bytes each.
fn wide(rows: Vec<u32>) -> DimensionColumn {
    let codes = Codes::from_parts(vec![CodePart::U32(rows.into())]);
    DimensionColumn {
        codes,
        ..dimension("dose", vec![], 50)
    }
}

/// A column of each kind there is.
fn table() -> Table {
    let rows = |of: fn(u32) -> u32| (0..ROWS).map(of).collect::<Vec<_>>();
    let integers = |of: fn(i64) -> i64| Numbers::exact((0..i64::from(ROWS)).map(of).collect(), 2);
    let floats = Numbers::Float((0..ROWS).map(|row| f64::from(row) / 7.0).collect());
    let status = (0..ROWS)
        .map(|row| [0, 1, 2, 3, 4, 0, 0][row as usize % 7])
        .collect();
    let dimensions = vec![
        dimension(
            "place",
            rows(|row| if row % 9 == 8 { NO_MEMBER } else { row % 40 }),
            40,
        ),
        dimension(
            "region",
            rows(|row| {
                if row % 9 == 8 {
                    NO_MEMBER
                } else {
                    row % 40 / 10
                }
            }),
            4,
        ),
        dimension("practice", rows(|row| row % 700), 700),
        wide(rows(|row| row % 50)),
    ];
    let measures = vec![
        measure("a", integers(|row| row % 200), None),
        measure("b", integers(|row| row - 40_000), Some(status)),
        measure("c", integers(|row| row * 5000), None),
        measure("d", integers(|row| row * 1_000_000), None),
        measure("e", integers(|row| row * (i64::MAX / 4000)), None),
        measure("f", floats, Some(vec![0; ROWS as usize])),
    ];
    Table::try_new("t", dimensions, measures).unwrap()
}

#[test]
fn what_is_packed_is_taken_over_unchanged() {
    let table = table().derived();
    let mut twice = table.clone();
    twice.append(table.clone()).unwrap();
    for table in [
        table,
        twice,
        Table::try_new("none", vec![], vec![]).unwrap(),
    ] {
        let packed = pack(&table);
        assert_eq!(unpack(packed.header, packed.parts).unwrap(), table);
    }
}

#[test]
fn what_follows_from_another_column_takes_no_room() {
    let packed = pack(&table().derived());
    let taken = unpack(packed.header.clone(), packed.parts.clone()).unwrap();
    assert!(matches!(
        taken.dimensions()[1].codes.parts()[0],
        CodePart::Mapped(_)
    ));
    let stored = pack(&table());
    assert!(stored.parts[0].len() > packed.parts[0].len() + ROWS as usize - 200);
}

#[test]
fn every_truncation_is_told() {
    let packed = pack(&table().derived());
    for len in (0..packed.parts[0].len()).step_by(97) {
        let cut = packed.parts[0][..len].to_vec();
        let taken = unpack(packed.header.clone(), vec![cut]);
        assert_eq!(taken, Err(TableError::Damaged { part: 0 }));
    }
}

#[test]
fn a_flipped_byte_gives_a_table_or_an_error_and_never_a_panic() {
    let packed = pack(&table().derived());
    let lines = 8 * 60;
    let mut errors = 0;
    for at in (0..lines).chain((lines..packed.parts[0].len()).step_by(2003)) {
        let mut flipped = packed.parts.clone();
        flipped[0][at] ^= 0x81;
        errors += usize::from(unpack(packed.header.clone(), flipped).is_err());
    }
    assert!(errors > 100, "{errors}");
}

#[test]
fn columns_of_another_header_are_told() {
    let packed = pack(&table());
    let mut other = packed.header.clone();
    other.measures.pop();
    assert_eq!(
        unpack(other, packed.parts),
        Err(TableError::Damaged { part: 0 })
    );
}
