//! However the rows of a file are cut into groups and pages, it holds the same table.

use super::*;

const SCHEMA: &str = "message schema { required binary t (UTF8); optional int64 n; }";

type Rows = Vec<(String, Option<i64>)>;

/// The rows in groups of so many, their pages as small as they are allowed to be.
fn written(rows: &Rows, group: usize, page: usize) -> Vec<u8> {
    let properties = WriterProperties::builder()
        .set_data_page_row_count_limit(page)
        .set_write_batch_size(page);
    let schema = Arc::new(parse_message_type(SCHEMA).unwrap());
    let properties = Arc::new(properties.build());
    let mut writer = SerializedFileWriter::new(Vec::new(), schema, properties).unwrap();
    for rows in rows.chunks(group) {
        let texts: Vec<_> = rows.iter().map(|(text, _)| text.as_str().into()).collect();
        let numbers: Vec<i64> = rows.iter().filter_map(|(_, number)| *number).collect();
        let levels: Vec<i16> = rows.iter().map(|it| i16::from(it.1.is_some())).collect();
        let mut group = writer.next_row_group().unwrap();
        let mut column = group.next_column().unwrap().unwrap();
        let typed = column.typed::<ByteArrayType>();
        typed.write_batch(&texts, None, None).unwrap();
        column.close().unwrap();
        let mut column = group.next_column().unwrap().unwrap();
        let typed = column.typed::<Int64Type>();
        typed.write_batch(&numbers, Some(&levels), None).unwrap();
        column.close().unwrap();
        group.close().unwrap();
    }
    writer.into_inner().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_table_does_not_depend_on_its_groups_and_pages(
        rows in prop::collection::vec(("[a-zæøå]{0,6}", prop::option::of(-9_999..9_999_i64)), 1..200),
        group in 1..60_usize,
        page in 1..40_usize,
    ) {
        let whole = open(&written(&rows, rows.len(), 100_000));
        prop_assert!(whole.is_ok());
        prop_assert_eq!(open(&written(&rows, group, page)), whole);
    }
}
