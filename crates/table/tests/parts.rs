//! A table too long for one run of rows.
#![allow(clippy::indexing_slicing, reason = "a test may fail")]

use table::statistics::PART_ROWS;
use table::wire::{pack, unpack};
use table::{
    Codes, Dimension, DimensionColumn, IntegerPart, Measure, MeasureColumn, Member, NO_MEMBER,
    Numbers, Status, Table,
};

/// Rows of two whole parts and a short one.
fn long_table() -> Table {
    let count = u32::try_from(PART_ROWS).unwrap_or(0) * 2 + 77;
    let fine: Vec<u32> = (0..count)
        .map(|row| if row % 11 == 0 { NO_MEMBER } else { row % 300 })
        .collect();
    let coarse = fine.iter().map(|code| {
        if *code == NO_MEMBER {
            NO_MEMBER
        } else {
            code / 100
        }
    });
    let column = |name: &str, rows: Vec<u32>, count: u32| DimensionColumn {
        dimension: Dimension {
            members: (0..count).map(|_| Member::default()).collect(),
            name: name.to_owned(),
            ..Dimension::default()
        },
        codes: Codes::pack(rows, count as usize),
    };
    let measure = |name: &str, numbers, status| MeasureColumn {
        measure: Measure {
            name: name.to_owned(),
            ..Measure::default()
        },
        numbers,
        status,
    };
    let status = (0..count).map(|row| {
        if row % 13 == 1 {
            Status::Hidden
        } else {
            Status::Value
        }
    });
    let integers = Numbers::integers((0..i64::from(count)).map(|row| row * 7 - 90).collect());
    let floats = Numbers::Float((0..count).map(|row| f64::from(row) / 7.0).collect());
    let dimensions = vec![
        column("coarse", coarse.collect(), 3),
        column("fine", fine, 300),
    ];
    let measures = vec![
        measure("a", integers, Some(status.collect())),
        measure("b", floats, None),
    ];
    Table::try_new("t", dimensions, measures).unwrap_or_default()
}

fn integers(table: &Table) -> &[IntegerPart] {
    match &table.measures()[0].numbers {
        Numbers::Exact(scaled) => scaled.values.parts(),
        Numbers::Float(_) => &[],
    }
}

#[test]
fn a_long_table_is_cut_without_a_change() {
    let table = long_table();
    let cut = table.clone().derived().in_parts();
    assert_eq!(cut, table);
    assert_eq!(cut, table.in_parts().derived());
}

#[test]
fn every_run_of_a_long_table_is_handed_over() {
    let table = long_table();
    let packed = pack(&table.clone().derived().in_parts());
    assert_eq!(packed.header.rows, [PART_ROWS, PART_ROWS, 77]);
    let last = unpack(packed.header.clone(), packed.parts[2..].to_vec());
    assert_eq!(last.map(|table| table.row_count()), Ok(77));
    assert_eq!(unpack(packed.header, packed.parts), Ok(table));
}

#[test]
fn what_is_known_of_blocks_is_cut_with_them() {
    let cut = long_table().in_parts();
    let packed = pack(&cut);
    let taken = unpack(packed.header, packed.parts).unwrap_or_default();
    let fresh = |part: &IntegerPart| IntegerPart::new(part.base(), part.offsets().clone());
    for table in [&cut, &taken] {
        let parts = integers(table);
        assert_eq!(parts.len(), 3);
        assert!(
            parts
                .iter()
                .all(|part| part.blocks() == fresh(part).blocks())
        );
    }
}
