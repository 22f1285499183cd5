//! Arrow: tables come back as they were, and what other programs write is understood.

use std::sync::Arc;

use arrow_array::types::Int32Type;
use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Decimal128Array, DictionaryArray, Float64Array,
    Int32Array, LargeStringArray, ListArray, RecordBatch, StringArray, TimestampSecondArray,
    UInt64Array,
};
use arrow_ipc::writer::{FileWriter, StreamWriter};
use proptest::prelude::*;
use table::Table;

use super::{read, write};
use crate::testing::{any_table, example, panics, rows};
use crate::{Feature, FormatError, Limits, Place, Reason, Warning, What, unheard};

fn open(bytes: &[u8]) -> Result<(Table, Vec<Warning>), FormatError> {
    read("tabel", bytes, &Limits::default(), &mut unheard)
}

/// A stream of these columns, the batch given twice.
fn stream(columns: Vec<(&str, ArrayRef)>) -> Vec<u8> {
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    let mut writer = StreamWriter::try_new(Vec::new(), &batch.schema()).unwrap();
    writer.write(&batch).unwrap();
    writer.write(&batch).unwrap();
    writer.into_inner().unwrap()
}

fn file(columns: Vec<(&str, ArrayRef)>) -> Vec<u8> {
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    let mut writer = FileWriter::try_new(Vec::new(), &batch.schema()).unwrap();
    writer.write(&batch).unwrap();
    writer.finish().unwrap();
    writer.into_inner().unwrap()
}

fn check(column: ArrayRef, expected: &[&str]) {
    let (table, _) = open(&file(vec![("x", column)])).unwrap();
    assert_eq!(rows(&table), expected);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn a_table_comes_back_as_it_was(table in any_table()) {
        prop_assert_eq!(open(&write(&table).unwrap()).unwrap(), (table, Vec::new()));
    }
}

#[test]
fn a_table_without_columns_comes_back_too() {
    let empty = Table::try_new("tom", Vec::new(), Vec::new()).unwrap();
    assert_eq!(open(&write(&empty).unwrap()).unwrap().0, empty);
}

#[test]
fn columns_of_other_programs_are_dimensions_and_measures() {
    let dictionary: DictionaryArray<Int32Type> = [Some("b"), None, Some("a")].into_iter().collect();
    check(
        Arc::new(dictionary),
        &["Some(\"b\")", "None", "Some(\"a\")"],
    );
    check(
        Arc::new(LargeStringArray::from(vec!["å"])),
        &["Some(\"å\")"],
    );
    check(
        Arc::new(Date32Array::from(vec![0, 19_782])),
        &["Some(\"1970-01-01\")", "Some(\"2024-02-29\")"],
    );
    check(
        Arc::new(TimestampSecondArray::from(vec![1])),
        &["Some(\"1970-01-01T00:00:01\")"],
    );
    check(
        Arc::new(Int32Array::from(vec![Some(-7), None])),
        &["-7e-0 Value", "Missing"],
    );
    check(Arc::new(BooleanArray::from(vec![true])), &["1e-0 Value"]);
    check(Arc::new(Float64Array::from(vec![12.5])), &["125e-1 Value"]);
    let decimals = Decimal128Array::from(vec![1250])
        .with_precision_and_scale(10, 2)
        .unwrap();
    check(Arc::new(decimals), &["1250e-2 Value"]);
}

#[test]
fn batches_of_a_stream_follow_each_other() {
    let texts: ArrayRef = Arc::new(StringArray::from(vec!["a", "b"]));
    let (table, _) = open(&stream(vec![("x", texts)])).unwrap();
    assert_eq!(
        rows(&table),
        ["Some(\"a\")", "Some(\"b\")", "Some(\"a\")", "Some(\"b\")"]
    );
}

#[test]
fn numbers_that_cannot_be_exact_are_told() {
    let (_, warnings) = open(&file(vec![(
        "n",
        Arc::new(UInt64Array::from(vec![u64::MAX])),
    )]))
    .unwrap();
    assert_eq!(
        warnings,
        [Warning::NotExact {
            column: "n".to_owned()
        }]
    );
}

#[test]
fn what_is_not_supported_is_named_with_its_column() {
    let list = ListArray::from_iter_primitive::<Int32Type, _, _>([Some([Some(1)])]);
    let refused = open(&file(vec![("x", Arc::new(list))])).unwrap_err();
    let place = Place::column("x");
    assert_eq!(
        refused,
        FormatError::Unsupported {
            feature: Feature::Nested,
            place
        }
    );
}

#[test]
fn what_is_cut_short_is_told() {
    let whole = write(&example()).unwrap();
    for length in [6, 20, whole.len() / 2, whole.len() - 1] {
        let place = Place::byte(length as u64);
        let truncated = FormatError::malformed(crate::Format::Arrow, place, Reason::Truncated);
        assert_eq!(open(&whole[..length]).unwrap_err(), truncated);
    }
    let texts: ArrayRef = Arc::new(StringArray::from(vec!["a", "b"]));
    let stream = stream(vec![("x", texts)]);
    assert!(matches!(
        open(&stream[..40]),
        Err(FormatError::Malformed { .. })
    ));
}

#[test]
fn limits_hold_at_their_number_and_break_above() {
    let bytes = write(&example()).unwrap();
    let cases = [
        (What::Rows, 4),
        (What::Columns, 4),
        (What::ContainerBytes, bytes.len() as u64),
    ];
    for (what, found) in cases {
        let open = |limit| {
            read(
                "t",
                &bytes,
                &Limits::default().with(what, limit),
                &mut unheard,
            )
            .map(|_| ())
        };
        assert_eq!(open(found), Ok(()), "{what:?}");
        let limit = found - 1;
        assert_eq!(
            open(limit),
            Err(FormatError::TooLarge { what, found, limit }),
            "{what:?}"
        );
    }
}

#[test]
fn a_damaged_file_never_panics() {
    assert_eq!(
        panics(&write(&example()).unwrap(), |bytes| drop(open(bytes))),
        Vec::<String>::new()
    );
}
