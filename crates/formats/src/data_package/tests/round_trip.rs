//! What is written is read again.

use proptest::prelude::*;
use serde_json::json;

use super::*;

type Rows = Vec<(Option<String>, Option<i32>, String)>;

fn rows() -> impl Strategy<Value = Rows> {
    let text = prop::option::of("[a-zæøå\",;\n ]{1,6}");
    let number = prop::option::of(-99_999..99_999_i32);
    prop::collection::vec((text, number, "[a-z]{1,2}"), 1..20)
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// Thousandths with a decimal comma, and a dot after each third digit before it.
fn number(thousandths: i32) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    let (whole, rest) = (
        thousandths.unsigned_abs() / 1000,
        thousandths.unsigned_abs() % 1000,
    );
    let whole = whole.to_string();
    let (before, after) = whole.split_at(whole.len().saturating_sub(3));
    let dot = if before.is_empty() { "" } else { "." };
    format!("{sign}{before}{dot}{after},{rest:03}")
}

proptest! {
    #[test]
    fn a_table_of_any_values_reads_back(rows in rows()) {
        let descriptor = json!({"resources": [{
            "name": "t", "path": "t.csv", "dialect": {"delimiter": ";"},
            "schema": {"missingValues": ["", "-"], "fields": [
                {"name": "a", "type": "string"},
                {"name": "n", "type": "number", "decimalChar": ",", "groupChar": "."},
                {"name": "b", "type": "string"}
            ]}
        }]});
        let mut text = "a;n;b\n".to_owned();
        for (a, n, b) in &rows {
            let a = a.as_deref().map_or("-".to_owned(), quoted);
            let n = n.map_or("-".to_owned(), |n| number(n * 10));
            text += &format!("{a};{n};{b}\n");
        }
        let descriptor = descriptor.to_string();
        let members = [("datapackage.json", descriptor.as_str()), ("t.csv", &text)];
        let (tables, warnings) = read_members(&members).unwrap();
        prop_assert_eq!(warnings, []);
        let table = &tables[0];
        prop_assert_eq!(table.row_count(), rows.len());
        let code = |column: usize, row| {
            let column = &table.dimensions()[column];
            column.codes.get(row).map(|at| column.dimension.members[at].code.clone())
        };
        for (row, (a, n, b)) in rows.iter().enumerate() {
            prop_assert_eq!(&code(0, row), a);
            prop_assert_eq!(code(1, row), Some(b.clone()));
            let expected = n.map(|n| f64::from(n) / 100.0);
            prop_assert_eq!(table.measures()[0].number(row), expected);
        }
    }
}
