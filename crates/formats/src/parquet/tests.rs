//! Parquet: what is written is read, and what is wrong is told.

use std::sync::Arc;

use ::parquet::basic::{Compression, GzipLevel};
use ::parquet::data_type::{
    BoolType, ByteArrayType, DataType, DoubleType, FloatType, Int32Type, Int64Type,
};
use ::parquet::file::properties::{WriterProperties, WriterVersion};
use ::parquet::file::writer::SerializedFileWriter;
use ::parquet::schema::parser::parse_message_type;
use proptest::prelude::*;
use table::{Role, Table};

use super::{read, write};
use crate::testing::{Outside, any_table, edge, panics, rows};
use crate::{Feature, FormatError, Limits, Place, Reason, Warning, What, unheard};

mod groups;

fn open(bytes: &[u8]) -> Result<(Table, Vec<Warning>), FormatError> {
    read("tabel", bytes, &Limits::default(), &mut unheard)
}

/// A file of one column as another program would write it.
fn foreign<P: DataType>(column: &str, values: &[P::T], levels: Option<&[i16]>) -> Vec<u8> {
    packed::<P>(column, values, levels, WriterProperties::builder().build())
}

fn packed<P: DataType>(
    column: &str,
    values: &[P::T],
    levels: Option<&[i16]>,
    properties: WriterProperties,
) -> Vec<u8> {
    let schema = parse_message_type(&format!("message schema {{ {column} }}")).unwrap();
    let mut writer =
        SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties)).unwrap();
    let mut group = writer.next_row_group().unwrap();
    let mut pages = group.next_column().unwrap().unwrap();
    pages
        .typed::<P>()
        .write_batch(values, levels, None)
        .unwrap();
    pages.close().unwrap();
    group.close().unwrap();
    writer.into_inner().unwrap()
}

fn check(bytes: &[u8], expected: &[&str]) {
    assert_eq!(rows(&open(bytes).unwrap().0), expected);
}

fn small() -> Vec<u8> {
    let table = crate::testing::example();
    write(&table).unwrap()
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
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn what_is_written_is_read(table in any_table()) {
        let (again, warnings) = open(&write(&table).unwrap()).unwrap();
        prop_assert_eq!(rows(&again), rows(&table));
        prop_assert_eq!(warnings, Vec::new());
    }

    #[test]
    fn the_same_table_gives_the_same_bytes(table in any_table()) {
        prop_assert_eq!(write(&table).unwrap(), write(&table).unwrap());
    }
}

#[test]
fn numbers_of_other_programs_are_measures() {
    check(
        &foreign::<Int64Type>("required int64 n;", &[i64::MAX, -1], None),
        &["9223372036854775807e-0 Value", "-1e-0 Value"],
    );
    check(
        &foreign::<Int32Type>("required int32 n (INTEGER(32,false));", &[-1], None),
        &["4294967295e-0 Value"],
    );
    check(
        &foreign::<Int64Type>("required int64 n (DECIMAL(12,2));", &[1250], None),
        &["1250e-2 Value"],
    );
    check(
        &foreign::<DoubleType>("required double n;", &[12.5, 0.0], None),
        &["125e-1 Value", "0e-1 TrueZero"],
    );
    check(
        &foreign::<FloatType>("required float n;", &[0.5], None),
        &["5e-1 Value"],
    );
    check(
        &foreign::<BoolType>("required boolean n;", &[true, false], None),
        &["Some(\"true\")", "Some(\"false\")"],
    );
    check(
        &foreign::<Int64Type>("optional int64 n;", &[7], Some(&[0, 1])),
        &["Missing", "7e-0 Value"],
    );
}

#[test]
fn texts_and_dates_of_other_programs_are_dimensions() {
    let texts = ["b".into(), "a".into(), "b".into()];
    let bytes = foreign::<ByteArrayType>("optional binary t (UTF8);", &texts, Some(&[1, 0, 1, 1]));
    check(
        &bytes,
        &["Some(\"b\")", "None", "Some(\"a\")", "Some(\"b\")"],
    );
    check(
        &foreign::<Int32Type>("required int32 d (DATE);", &[19_782, 0], None),
        &["Some(\"2024-02-29\")", "Some(\"1970-01-01\")"],
    );
    let millis = "required int64 m (TIMESTAMP(MILLIS,true));";
    check(
        &foreign::<Int64Type>(millis, &[86_400_000], None),
        &["Some(\"1970-01-02\")"],
    );
    check(
        &foreign::<Int64Type>(millis, &[1_500, 1_999], None),
        &[
            "Some(\"1970-01-01T00:00:01\")",
            "Some(\"1970-01-01T00:00:01\")",
        ],
    );
    let (table, _) = open(&foreign::<Int32Type>(
        "required int32 d (DATE);",
        &[0],
        None,
    ))
    .unwrap();
    assert_eq!(table.dimensions()[0].dimension.role, Role::Time);
}

#[test]
fn numbers_that_are_not_finite_are_missing_and_told() {
    let bytes = foreign::<DoubleType>("required double n;", &[1.0, f64::NAN, f64::INFINITY], None);
    let (table, warnings) = open(&bytes).unwrap();
    assert_eq!(rows(&table), ["1e-0 Value", "Missing", "Missing"]);
    assert_eq!(
        warnings,
        [Warning::NotFinite {
            column: "n".to_owned(),
            count: 2
        }]
    );
}

#[test]
fn what_is_not_supported_is_named_with_its_column() {
    let unsupported = |feature, column: &str| FormatError::Unsupported {
        feature,
        place: Place::column(column),
    };
    let kind = |name: &str| unsupported(Feature::ColumnType(name.to_owned()), "x");
    let time = foreign::<Int32Type>("required int32 x (TIME(MILLIS,true));", &[1], None);
    assert_eq!(open(&time).unwrap_err(), kind("TIME"));
    let nested = foreign::<Int32Type>("required group x { required int32 y; }", &[1], None);
    assert_eq!(
        open(&nested).unwrap_err(),
        unsupported(Feature::Nested, "x")
    );
}

#[test]
fn what_is_not_parquet_or_cut_short_is_told() {
    let malformed = |byte: u64, reason| {
        FormatError::malformed(crate::Format::Parquet, Place::byte(byte), reason)
    };
    let whole = small();
    assert_eq!(open(b"").unwrap_err(), malformed(0, Reason::Magic));
    assert_eq!(
        open(b"kommune;antal").unwrap_err(),
        malformed(0, Reason::Magic)
    );
    let half = &whole[..whole.len() / 2];
    assert_eq!(
        open(half).unwrap_err(),
        malformed(half.len() as u64, Reason::Truncated)
    );
    let mut long = whole.clone();
    let at = long.len() - 8;
    long[at..at + 4].copy_from_slice(&(at as u32 + 1).to_le_bytes());
    assert_eq!(
        open(&long).unwrap_err(),
        malformed(at as u64, Reason::Footer)
    );
}

#[test]
fn limits_hold_at_their_number_and_break_above() {
    let bytes = foreign::<Int64Type>("required int64 n;", &[1, 2, 3], None);
    let texts = ["aaaa".into(), "bb".into()];
    let texts = foreign::<ByteArrayType>("required binary t (UTF8);", &texts, None);
    let cases = [
        (&bytes, What::Rows, 3),
        (&bytes, What::Columns, 1),
        (&bytes, What::ContainerBytes, bytes.len() as u64),
        (&texts, What::TextBytes, 4),
        (&texts, What::Dictionary, 2),
    ];
    for (bytes, what, found) in cases {
        let open = |limit| {
            read(
                "t",
                bytes,
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
        panics(&small(), |bytes| drop(open(bytes))),
        Vec::<String>::new()
    );
}

#[test]
fn uncompressed_files_open_too() {
    let properties = WriterProperties::builder().set_compression(Compression::UNCOMPRESSED);
    check(
        &packed::<Int64Type>("required int64 n;", &[5], None, properties.build()),
        &["5e-0 Value"],
    );
}

#[test]
fn pages_of_the_second_version_and_their_encodings_open_too() {
    let newer = || {
        WriterProperties::builder()
            .set_writer_version(WriterVersion::PARQUET_2_0)
            .set_dictionary_enabled(false)
            .set_compression(Compression::SNAPPY)
            .build()
    };
    let numbers = [5, -7, i64::MAX, 0];
    let levels = [1, 0, 1, 1, 1];
    let bytes = packed::<Int64Type>("optional int64 n;", &numbers, Some(&levels), newer());
    let shown = [
        "5e-0 Value",
        "Missing",
        "-7e-0 Value",
        "9223372036854775807e-0 Value",
    ];
    assert_eq!(rows(&open(&bytes).unwrap().0)[..4], shown);
    let texts = ["Region Nord".into(), "Region Syd".into(), "".into()];
    let bytes = packed::<ByteArrayType>("required binary t (UTF8);", &texts, None, newer());
    check(
        &bytes,
        &[
            "Some(\"Region Nord\")",
            "Some(\"Region Syd\")",
            "Some(\"\")",
        ],
    );
    let bytes = packed::<BoolType>("required boolean b;", &[true, false], None, newer());
    check(&bytes, &["Some(\"true\")", "Some(\"false\")"]);
}

#[test]
fn compressed_columns_are_held_to_what_they_unpack_to() {
    let properties = WriterProperties::builder()
        .set_dictionary_enabled(false)
        .set_compression(Compression::SNAPPY);
    let bytes = |rows: usize| {
        let values = vec![7; rows];
        packed::<Int64Type>(
            "required int64 n;",
            &values,
            None,
            properties.clone().build(),
        )
    };
    let small = bytes(400_000);
    let opened = |limits: &Limits| read("t", small.as_slice(), limits, &mut unheard).map(|_| ());
    let unpacked = edge(What::Unpacked, opened);
    assert!((3_200_000..3_300_000).contains(&unpacked), "{unpacked}");
    let ratio = edge(What::Ratio, opened);
    assert!((10..=21).contains(&ratio), "{ratio}");
    let described = edge(What::FooterBytes, opened);
    assert!((50..500).contains(&described), "{described}");
    let packer = Compression::GZIP(GzipLevel::default());
    let bomb = properties.clone().set_compression(packer).build();
    let bomb = packed::<Int64Type>("required int64 n;", &vec![7; 4_000_000], None, bomb);
    let refused = open(&bomb).unwrap_err();
    assert!(matches!(
        refused,
        FormatError::TooLarge {
            what: What::Ratio,
            limit: 100,
            ..
        }
    ));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn columns_under_each_codec_read_alike(
        numbers in prop::collection::vec(prop::option::of(prop::num::i64::ANY), 1..200),
        texts in prop::collection::vec("[a-zæøå]{0,9}", 1..200),
        dictionary: bool,
        newer: bool,
    ) {
        let values: Vec<i64> = numbers.iter().copied().flatten().collect();
        let levels: Vec<i16> = numbers.iter().map(|number| i16::from(number.is_some())).collect();
        let letters: Vec<_> = texts.iter().map(|text| text.as_str().into()).collect();
        let shown = |number: &Option<i64>| match number {
            Some(0) => "0e-0 TrueZero".to_owned(),
            Some(number) => format!("{number}e-0 Value"),
            None => "Missing".to_owned(),
        };
        let codecs = [
            Compression::UNCOMPRESSED,
            Compression::SNAPPY,
            Compression::LZ4_RAW,
            Compression::GZIP(GzipLevel::default()),
        ];
        for codec in codecs {
            let version = if newer { WriterVersion::PARQUET_2_0 } else { WriterVersion::PARQUET_1_0 };
            let properties = WriterProperties::builder()
                .set_compression(codec)
                .set_writer_version(version)
                .set_dictionary_enabled(dictionary)
                .build();
            let bytes = packed::<Int64Type>("optional int64 n;", &values, Some(&levels), properties.clone());
            let expected: Vec<String> = numbers.iter().map(shown).collect();
            prop_assert_eq!(rows(&open(&bytes).unwrap().0), expected);
            let bytes = packed::<ByteArrayType>("required binary t (UTF8);", &letters, None, properties);
            let expected: Vec<String> = texts.iter().map(|text| format!("Some({text:?})")).collect();
            prop_assert_eq!(rows(&open(&bytes).unwrap().0), expected);
        }
    }
}
