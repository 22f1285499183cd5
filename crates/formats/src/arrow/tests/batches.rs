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
