//! However the rows of a file are cut into batches, it holds the same table.

use super::*;

/// Columns of as many rows, some of them missing.
fn columns() -> impl Strategy<Value = Vec<(&'static str, ArrayRef)>> {
    let row = (
        "[a-zæøå]{0,6}",
        prop::option::of(-9_999..9_999_i32),
        prop::option::of(prop::num::f64::NORMAL),
        prop::option::of(prop::bool::ANY),
    );
    prop::collection::vec(row, 1..200).prop_map(|rows| {
        let texts: StringArray = rows.iter().map(|row| Some(row.0.as_str())).collect();
        let wholes: Int32Array = rows.iter().map(|row| row.1).collect();
        let floats: Float64Array = rows.iter().map(|row| row.2).collect();
        let truths: BooleanArray = rows.iter().map(|row| row.3).collect();
        let columns: Vec<(&'static str, ArrayRef)> = vec![
            ("t", Arc::new(texts)),
            ("w", Arc::new(wholes)),
            ("f", Arc::new(floats)),
            ("b", Arc::new(truths)),
        ];
        columns
    })
}

/// The batch in pieces of so many rows.
fn cut(batch: &RecordBatch, rows: usize) -> Vec<RecordBatch> {
    let starts = (0..batch.num_rows()).step_by(rows);
    let piece = |start: usize| batch.slice(start, rows.min(batch.num_rows() - start));
    starts.map(piece).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_table_does_not_depend_on_its_batches(columns in columns(), rows in 1..50_usize) {
        let batch = RecordBatch::try_from_iter(columns).unwrap();
        let schema = batch.schema();
        let mut whole = StreamWriter::try_new(Vec::new(), &schema).unwrap();
        whole.write(&batch).unwrap();
        let whole = open(&whole.into_inner().unwrap());
        prop_assert!(whole.is_ok());
        let mut stream = StreamWriter::try_new(Vec::new(), &schema).unwrap();
        let mut file = FileWriter::try_new(Vec::new(), &schema).unwrap();
        for piece in cut(&batch, rows) {
            stream.write(&piece).unwrap();
            file.write(&piece).unwrap();
        }
        file.finish().unwrap();
        prop_assert_eq!(&open(&stream.into_inner().unwrap()), &whole);
        prop_assert_eq!(&open(&file.into_inner().unwrap()), &whole);
    }
}

/// The bytes of a file before its list, and where the list begins.
fn listed() -> (Vec<u8>, usize) {
    let texts: ArrayRef = Arc::new(StringArray::from(vec!["a", "b"]));
    let batch = RecordBatch::try_from_iter(vec![("x", texts)]).unwrap();
    let mut writer = FileWriter::try_new(Vec::new(), &batch.schema()).unwrap();
    writer.write(&batch).unwrap();
    writer.write(&batch).unwrap();
    let bytes = writer.into_inner().unwrap();
    let tail = bytes.len() - 10;
    let length = bytes[tail..tail + 4].try_into().unwrap();
    (bytes.clone(), tail - u32::from_le_bytes(length) as usize)
}

/// Where the places of the batches stand in a list: each eight bytes, so far from the next.
fn places(bytes: &[u8], list: usize) -> Vec<usize> {
    let footer = arrow_ipc::root_as_footer(&bytes[list..bytes.len() - 10]).unwrap();
    let offsets = footer.recordBatches().unwrap().iter();
    let offsets = offsets.map(|block| block.offset().to_le_bytes());
    let find = |offset: [u8; 8]| bytes[list..].windows(8).position(|it| it == offset);
    offsets.map(|offset| list + find(offset).unwrap()).collect()
}

#[test]
fn a_file_is_read_by_its_list_and_not_by_how_it_begins() {
    let (mut bytes, list) = listed();
    let whole = open(&bytes).unwrap();
    let first = places(&bytes, list)[0];
    let first: [u8; 8] = bytes[first..first + 8].try_into().unwrap();
    let first = usize::try_from(u64::from_le_bytes(first)).unwrap();
    bytes[8..first].fill(0xAA);
    assert_eq!(open(&bytes).unwrap(), whole);
}

#[test]
fn a_list_that_names_rows_twice_or_outside_the_file_is_refused() {
    let (bytes, list) = listed();
    let places = places(&bytes, list);
    let first: [u8; 8] = bytes[places[0]..places[0] + 8].try_into().unwrap();
    let start = usize::try_from(u64::from_le_bytes(first)).unwrap();
    let mut emptied = bytes.clone();
    emptied[start..start + 8].fill(0);
    assert!(matches!(open(&emptied), Err(FormatError::Malformed { .. })));
    let inside_first = (u64::from_le_bytes(first) + 8).to_le_bytes();
    let outside = [
        first,
        inside_first,
        [0; 8],
        (list as u64).to_le_bytes(),
        u64::MAX.to_le_bytes(),
        (i64::MAX as u64).to_le_bytes(),
    ];
    for wrong in outside {
        let mut bytes = bytes.clone();
        bytes[places[1]..places[1] + 8].copy_from_slice(&wrong);
        assert!(
            matches!(open(&bytes), Err(FormatError::Malformed { .. })),
            "{wrong:?}"
        );
    }
}

#[test]
fn a_stream_may_say_anew_what_a_dictionary_holds() {
    let batch = |text: &str| {
        let texts: DictionaryArray<Int32Type> = [Some(text)].into_iter().collect();
        RecordBatch::try_from_iter(vec![("x", Arc::new(texts) as ArrayRef)]).unwrap()
    };
    let mut stream = StreamWriter::try_new(Vec::new(), &batch("a").schema()).unwrap();
    stream.write(&batch("a")).unwrap();
    stream.write(&batch("b")).unwrap();
    let (table, _) = open(&stream.into_inner().unwrap()).unwrap();
    assert_eq!(rows(&table), ["Some(\"a\")", "Some(\"b\")"]);
}

#[test]
fn a_file_may_not_say_anew_what_a_dictionary_holds() {
    let texts: DictionaryArray<Int32Type> = [Some("a")].into_iter().collect();
    let column: ArrayRef = Arc::new(texts);
    let mut bytes = file(vec![("x", column.clone()), ("y", column)]);
    let list = bytes.len() - 10;
    let length = u32::from_le_bytes(bytes[list..list + 4].try_into().unwrap()) as usize;
    let footer = arrow_ipc::root_as_footer(&bytes[list - length..list]).unwrap();
    let second = footer.dictionaries().unwrap().get(1);
    let start = usize::try_from(second.offset()).unwrap();
    let mut found = bytes[start..].windows(8);
    let id = start + found.position(|it| it == 1_u64.to_le_bytes()).unwrap();
    bytes[id] = 0;
    let error = open(&bytes).unwrap_err();
    assert!(
        matches!(
            error,
            FormatError::Malformed {
                reason: Reason::Footer,
                ..
            }
        ),
        "{error:?}"
    );
}
