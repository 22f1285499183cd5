//! What is written is read again.

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use table::Status;

use super::*;

/// How a dataset is written.
#[derive(Clone, Copy, Debug)]
struct Style {
    version_1: bool,
    sparse: bool,
    positions: bool,
}

type Dimensions = Vec<Vec<String>>;
type Given = Vec<Result<i32, Status>>;

fn written() -> impl Strategy<Value = (Dimensions, Given, Style)> {
    let codes = prop::collection::btree_set("[a-zæøå0-9\"\\\\ ]{0,6}", 1..5);
    let codes = codes.prop_map(|codes| codes.into_iter().collect::<Vec<String>>());
    prop::collection::vec(codes, 1..4).prop_flat_map(|dimensions| {
        let count: usize = dimensions.iter().map(Vec::len).product();
        let absent = prop_oneof![
            Just(Status::Hidden),
            Just(Status::Missing),
            Just(Status::NotApplicable)
        ];
        let cell = prop_oneof![(-9_999..9_999_i32).prop_map(Ok), absent.prop_map(Err)];
        let cells = prop::collection::vec(cell, count);
        let style = (prop::bool::ANY, prop::bool::ANY, prop::bool::ANY);
        let style = style.prop_map(|(version_1, sparse, positions)| Style {
            version_1,
            sparse,
            positions,
        });
        (Just(dimensions), cells, style)
    })
}

fn write(dimensions: &Dimensions, cells: &Given, style: Style) -> String {
    let ids: Vec<String> = (0..dimensions.len()).map(|at| format!("d{at}")).collect();
    let sizes: Vec<usize> = dimensions.iter().map(Vec::len).collect();
    let mut described = Map::new();
    for (id, codes) in ids.iter().zip(dimensions) {
        let positions: Map<String, Value> = (codes.iter().cloned())
            .zip((0..).map(|position: usize| json!(position)))
            .collect();
        let index = if style.positions {
            json!(positions)
        } else {
            json!(codes)
        };
        described.insert(id.clone(), json!({"category": {"index": index}}));
    }
    let sign = |status: Status| match status {
        Status::Hidden => "c",
        Status::NotApplicable => "z",
        _ => "m",
    };
    let numbered = |of: &dyn Fn(&Result<i32, Status>) -> Value| -> Value {
        let all = cells.iter().map(of);
        if style.sparse {
            let some = all.enumerate().filter(|(_, value)| !value.is_null());
            let some: Map<String, Value> = some.map(|(at, it)| (at.to_string(), it)).collect();
            json!(some)
        } else {
            json!(all.collect::<Vec<_>>())
        }
    };
    let value = numbered(&|cell| cell.map_or(Value::Null, |number| json!(number)));
    let status = numbered(&|cell| cell.err().map_or(Value::Null, |status| json!(sign(status))));
    let text = if style.version_1 {
        described.insert("id".to_owned(), json!(ids));
        described.insert("size".to_owned(), json!(sizes));
        json!({"data": {"dimension": described, "value": value, "status": status}})
    } else {
        json!({"class": "dataset", "id": ids, "size": sizes, "dimension": described, "value": value, "status": status})
    };
    text.to_string()
}

proptest! {
    #[test]
    fn a_dataset_of_any_shape_reads_back((dimensions, cells, style) in written()) {
        let text = write(&dimensions, &cells, style);
        let (tables, warnings) = read_text(&text).unwrap();
        prop_assert_eq!(warnings, []);
        let table = &tables[0];
        let codes = |column: &table::DimensionColumn| -> Vec<String> {
            column.dimension.members.iter().map(|it| it.code.clone()).collect()
        };
        let found: Vec<Vec<String>> = table.dimensions().iter().map(codes).collect();
        prop_assert_eq!(&found, &dimensions);
        for (row, cell) in cells.iter().enumerate() {
            let column = &table.measures()[0];
            let status = Some(column.status(row)).filter(|it| !it.is_number());
            let found = (column.number(row), status);
            prop_assert_eq!(found, (cell.ok().map(f64::from), cell.err()));
        }
    }
}
