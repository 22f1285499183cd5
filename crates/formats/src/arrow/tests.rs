//! Arrow: tables come back as they were, and what other programs write is understood.

use std::sync::Arc;

use arrow_array::types::Int32Type;
use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Decimal128Array, DictionaryArray, Float64Array,
    Int32Array, LargeStringArray, ListArray, RecordBatch, StringArray, TimestampSecondArray,
    UInt64Array,
};
use arrow_ipc::CompressionType;
use arrow_ipc::writer::{FileWriter, IpcWriteOptions, StreamWriter};
use proptest::prelude::*;
use table::Table;

use super::{read, write};
use crate::testing::{Outside, any_table, edge, example, panics, rows};
use crate::{Feature, FormatError, Limits, Place, Reason, Warning, What, unheard};

mod batches;

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
    #[test]
    fn a_file_read_in_pieces_is_the_file_read_whole(table in any_table()) {
        let bytes = write(&table).unwrap();
        let outside = Outside(&bytes);
        let pieces = read("tabel", &outside, &Limits::default(), &mut unheard);
        prop_assert_eq!(pieces, open(&bytes));
    }
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
    check(
        Arc::new(BooleanArray::from(vec![Some(true), None, Some(false)])),
        &["Some(\"true\")", "None", "Some(\"false\")"],
    );
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

/// A compressed stream of numbers that are all the same.
fn compressed(rows: usize) -> Vec<u8> {
    let column: ArrayRef = Arc::new(Float64Array::from(vec![1.0; rows]));
    let batch = RecordBatch::try_from_iter(vec![("x", column)]).unwrap();
    let options = IpcWriteOptions::default().try_with_compression(Some(CompressionType::LZ4_FRAME));
    let (schema, options) = (batch.schema(), options.unwrap());
    let mut writer = StreamWriter::try_new_with_options(Vec::new(), &schema, options).unwrap();
    writer.write(&batch).unwrap();
    writer.into_inner().unwrap()
}

#[test]
fn compressed_columns_are_held_to_what_they_unpack_to() {
    let opened = |bytes: &[u8], limits: &Limits| read("t", bytes, limits, &mut unheard).map(|_| ());
    let bytes = compressed(200_000);
    assert_eq!(open(&bytes).unwrap().0.row_count(), 200_000);
    let unpacked = edge(What::Unpacked, |limits| opened(&bytes, limits));
    assert_eq!(unpacked, 1_600_000);
    // The first megabyte is free; LZ4 packs the rest about 250 times.
    let ratio = edge(What::Ratio, |limits| opened(&bytes, limits));
    assert!((60..=99).contains(&ratio), "{ratio}");
    let bomb = open(&compressed(4_000_000)).unwrap_err();
    assert!(matches!(
        bomb,
        FormatError::TooLarge {
            what: What::Ratio,
            limit: 100,
            ..
        }
    ));
}

#[test]
fn texts_and_their_description_are_held_to_their_limits() {
    let texts: DictionaryArray<Int32Type> = ["aaaa", "bb", "bb", "c"].into_iter().collect();
    let bytes = file(vec![("t", Arc::new(texts))]);
    let plain = file(vec![(
        "t",
        Arc::new(StringArray::from(vec!["aaaa", "bb", "c"])),
    )]);
    for bytes in [&bytes, &plain] {
        let of = |what| {
            edge(what, |limits| {
                read("t", bytes.as_slice(), limits, &mut unheard).map(|_| ())
            })
        };
        assert_eq!(of(What::Dictionary), 3);
        assert_eq!(of(What::TextBytes), 4);
        let described = of(What::FooterBytes);
        assert!(described < bytes.len() as u64, "{described}");
    }
}
