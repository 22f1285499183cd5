//! Whatever a table holds, it reads the same narrowed, derived, appended and handed over; and no damage makes it panic.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "a test may fail"
)]

mod cells;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use table::wire::{pack, unpack};
use table::{
    CodePart, DimensionColumn, IntegerPart, Integers, Measure, MeasureColumn, Numbers, Offsets,
    StatusColumn, Table, TableError,
};

use cells::{read, rows, table};

/// Integers of every width, near the ends of the widths and of all there are.
fn integers() -> impl Strategy<Value = Vec<i64>> {
    let ends = [0, 255, 65_535, (1 << 24) - 1, i64::from(u32::MAX), i64::MAX];
    let near = (prop::sample::select(ends.to_vec()), -2..=2_i64)
        .prop_map(|(end, more)| end.saturating_add(more));
    let base = prop_oneof![Just(0), near.clone(), Just(i64::MIN), any::<i64>()];
    (base, vec(near, 0..60)).prop_map(|(base, values)| {
        let value = |value: i64| base.saturating_add(value);
        values.into_iter().map(value).collect()
    })
}

fn bytes(part: &IntegerPart) -> usize {
    match part.offsets() {
        Offsets::U8(_) => 1,
        Offsets::U16(_) => 2,
        Offsets::U24 { .. } => 3,
        Offsets::U32(_) => 4,
        Offsets::I64(_) => 8,
    }
}

proptest! {
    #[test]
    fn integers_read_back_from_the_fewest_bytes(values in integers()) {
        let part = IntegerPart::narrow(&values);
        prop_assert_eq!(part.to_vec(), values.clone());
        prop_assert!(Integers::from(values.clone()).iter().eq(values.iter().copied()));
        let span = values.iter().max().zip(values.iter().min()).map_or(0, |(max, min)| max.abs_diff(*min));
        let fewest = [(1, 255), (2, 65_535), (3, (1 << 24) - 1), (4, u64::from(u32::MAX)), (8, u64::MAX)]
            .into_iter()
            .find_map(|(bytes, most)| (span <= most).then_some(bytes));
        prop_assert_eq!(Some(bytes(&part)), fewest);
        let sum: i128 = part.blocks().iter().map(|block| block.sum).sum();
        let rows = i128::try_from(values.len()).unwrap();
        let expected: i128 = values.iter().map(|value| i128::from(*value)).sum();
        prop_assert_eq!(sum + i128::from(part.base()) * rows, expected);
    }

    #[test]
    fn narrow_sources_are_narrowed_like_wide_ones(values in vec(any::<i32>(), 0..50)) {
        let wide: Vec<i64> = values.iter().map(|value| i64::from(*value)).collect();
        prop_assert_eq!(Integers::narrow(&values), Integers::from(wide));
    }

    #[test]
    fn rows_without_a_number_hold_zero(values in integers(), absent in vec(0..5_u8, 60)) {
        let absent = &absent[..values.len()];
        let is_number = |code: u8| matches!(code, 0 | 4);
        let column = MeasureColumn {
            measure: Measure::default(),
            numbers: Numbers::integers(values.clone()),
            status: Some(StatusColumn::try_new(absent.to_vec()).unwrap()),
        };
        let table = Table::try_new("t", vec![], vec![column]).unwrap();
        let Numbers::Exact(found) = &table.measures()[0].numbers else { panic!("integers") };
        let kept = values.iter().zip(absent).map(|(value, code)| if is_number(*code) { *value } else { 0 });
        prop_assert_eq!(found.values.to_vec(), kept.collect::<Vec<_>>());
    }

    #[test]
    fn doubles_become_the_decimals_that_trying_them_in_turn_finds(
        units in vec(-1_000_000_000..1_000_000_000_i64, 1..40),
        decimals in 0..8_i32,
        odd in prop::option::of(any::<f64>()),
    ) {
        let mut values: Vec<f64> = units.iter().map(|units| *units as f64 / 10_f64.powi(decimals)).collect();
        values.extend(odd);
        let scale = |value: f64, factor: f64| {
            let rounded = (value * factor).round_ties_even();
            (rounded.abs() <= 2_f64.powi(53) && rounded / factor == value).then_some(rounded as i64)
        };
        let all = |decimals: u8| -> Option<Vec<i64>> {
            let factor = 10_f64.powi(decimals.into());
            values.iter().map(|value| scale(*value, factor)).collect()
        };
        let expected = (0..=6).find_map(|decimals| Some((all(decimals)?, decimals)));
        let found = match Numbers::from_doubles(values.clone()) {
            Numbers::Exact(scaled) => Some((scaled.values.to_vec(), scaled.decimals)),
            Numbers::Float(_) => None,
        };
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn what_follows_from_another_column_reads_the_same(rows in rows(40)) {
        // Repeated until looking for such columns is worth its while.
        let rows = rows.repeat(2000 / (rows.len() + 1) + 1);
        let table = table(&rows);
        let derived = table.clone().derived();
        prop_assert_eq!(read(&derived), read(&table));
        let is_mapped = |column: &DimensionColumn| matches!(column.codes.parts(), [CodePart::Mapped(_)]);
        // A column is looked for among those with as many members as itself, or more.
        let is_finer = table.dimensions()[0].dimension.members.len() >= 4;
        if is_finer && rows.len() >= 1024 {
            prop_assert!(derived.dimensions().iter().any(is_mapped));
        }
    }

    #[test]
    fn rows_appended_read_as_if_they_had_been_there(first in rows(60), more in rows(60), last in rows(60)) {
        let mut found = table(&first);
        found.append(table(&more)).unwrap();
        found.append(table(&last)).unwrap();
        let whole = table(&[first, more, last].concat());
        prop_assert_eq!(&found.dimensions()[0].dimension.members, &whole.dimensions()[0].dimension.members);
        prop_assert_eq!(read(&found), read(&whole));
    }

    #[test]
    fn what_is_packed_is_taken_over_unchanged(first in rows(60), more in rows(60)) {
        let mut whole = table(&first);
        whole.append(table(&more.repeat(30))).unwrap();
        let whole = whole.derived();
        let packed = pack(&whole);
        prop_assert_eq!(packed.header.row_count(), whole.row_count());
        prop_assert_eq!(packed.header.rows.len(), packed.parts.len());
        let taken = unpack(packed.header, packed.parts).unwrap();
        prop_assert_eq!(&taken, &whole);
        prop_assert_eq!(read(&taken), read(&whole));
        let blocks = |table: &Table| match &table.measures()[0].numbers {
            Numbers::Exact(scaled) => scaled.values.parts().iter().map(|part| part.blocks().to_vec()).collect(),
            Numbers::Float(_) => vec![],
        };
        prop_assert_eq!(blocks(&taken), blocks(&whole));
    }

    #[test]
    fn damage_is_an_error_or_another_table_and_never_a_panic(
        rows in rows(30),
        flips in vec((any::<Index>(), 1..=255_u8), 1..4),
        cut in prop::option::of(any::<Index>()),
    ) {
        let mut packed = pack(&table(&rows.repeat(40)).derived());
        if let Some(part) = packed.parts.first_mut() {
            // The first words say what and where everything is.
            let most = part.len().min(400);
            for (index, bits) in flips {
                part[index.index(most)] ^= bits;
            }
            if let Some(cut) = cut {
                part.truncate(cut.index(part.len()));
            }
        }
        match unpack(packed.header, packed.parts) {
            Ok(taken) => {
                prop_assert_eq!(read(&taken).len(), taken.row_count());
                let again = pack(&taken.clone().derived().in_parts());
                prop_assert_eq!(unpack(again.header, again.parts).unwrap(), taken);
            }
            Err(TableError::Damaged { part } ) => prop_assert_eq!(part, 0),
            Err(TableError::UnknownMember { .. }) => {}
            Err(other) => prop_assert!(false, "{}", other),
        }
    }
}
