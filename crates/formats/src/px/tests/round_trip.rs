//! What is written is read again.

use proptest::prelude::*;

use super::*;
use table::{Dimension, Status};

/// A variable with values, and cells that are numbers or signs.
#[derive(Clone, Debug)]
struct Written {
    variables: Vec<Vec<String>>,
    stub: usize,
    cells: Vec<Result<i32, Status>>,
}

fn written() -> impl Strategy<Value = Written> {
    let values = prop::collection::btree_set("[a-zæøå0-9 ,;=()#.]{1,6}", 1..5);
    let values = values.prop_map(|values| values.into_iter().collect::<Vec<String>>());
    let variables = prop::collection::vec(values, 1..4);
    variables.prop_flat_map(|variables| {
        let count: usize = variables.iter().map(Vec::len).product();
        let absent = prop_oneof![
            Just(Status::Hidden),
            Just(Status::Missing),
            Just(Status::NotApplicable)
        ];
        let cell = prop_oneof![(-9_999..9_999_i32).prop_map(Ok), absent.prop_map(Err)];
        let cells = prop::collection::vec(cell, count);
        let stub = 0..=variables.len();
        (Just(variables), stub, cells).prop_map(|(variables, stub, cells)| Written {
            variables,
            stub,
            cells,
        })
    })
}

fn quoted(texts: impl Iterator<Item = String>) -> String {
    let quoted: Vec<String> = texts.map(|text| format!("\"{text}\"")).collect();
    quoted.join(",\n")
}

fn cell(cell: Result<i32, Status>) -> String {
    match cell {
        Ok(number) => number.to_string(),
        Err(Status::Hidden) => "\"..\"".to_owned(),
        Err(Status::NotApplicable) => "\".\"".to_owned(),
        Err(_) => "\"...\"".to_owned(),
    }
}

impl Written {
    fn head(&self) -> String {
        let name = |index: usize| format!("v{index}");
        let (stub, all) = (self.stub, self.variables.len());
        let mut text = format!("CONTENTS=\"n\";\nSTUB={};\n", quoted((0..stub).map(name)));
        text += &format!("HEADING={};\n", quoted((stub..all).map(name)));
        for (index, values) in self.variables.iter().enumerate() {
            text += &format!("VALUES(\"v{index}\")={};\n", quoted(values.iter().cloned()));
        }
        text
    }

    fn dense(&self) -> String {
        let cells: Vec<String> = self.cells.iter().map(|it| cell(*it)).collect();
        format!("{}DATA=\n{};\n", self.head(), cells.join(" "))
    }

    /// Rows of nothing but zeros are left out.
    fn keyed(&self) -> String {
        let mut text = self.head();
        for index in 0..self.stub {
            text += &format!("KEYS(\"v{index}\")=VALUES;\n");
        }
        text += "DATA=\n";
        let length: usize = self.variables[self.stub..].iter().map(Vec::len).product();
        for (row, cells) in self.cells.chunks(length).enumerate() {
            if cells.iter().all(|cell| *cell == Ok(0)) {
                continue;
            }
            let mut rest = row;
            let mut keys = Vec::new();
            for values in self.variables[..self.stub].iter().rev() {
                keys.push(values[rest % values.len()].clone());
                rest /= values.len();
            }
            let cells: Vec<String> = cells.iter().map(|it| cell(*it)).collect();
            let keys = quoted(keys.into_iter().rev());
            text += &format!("{keys},{}\n", cells.join(" "));
        }
        text + ";"
    }

    fn check(&self, text: &str) {
        let (table, _) = read_text(text).unwrap();
        let codes = |dimension: &Dimension| -> Vec<String> {
            dimension.members.iter().map(|it| it.code.clone()).collect()
        };
        let dimensions = table.dimensions().iter().map(|it| codes(&it.dimension));
        assert_eq!(dimensions.collect::<Vec<_>>(), self.variables);
        for (row, cell) in self.cells.iter().enumerate() {
            let column = &table.measures()[0];
            let expected = (cell.ok().map(f64::from), cell.err());
            let status = Some(column.status(row)).filter(|it| !it.is_number());
            assert_eq!(
                (column.number(row), status),
                expected,
                "row {row} of {text}"
            );
            let mut rest = row;
            for (column, values) in table.dimensions().iter().zip(&self.variables).rev() {
                assert_eq!(column.codes.get(row), Some(rest % values.len()));
                rest /= values.len();
            }
        }
    }
}

proptest! {
    #[test]
    fn a_file_of_any_shape_reads_back(written in written()) {
        written.check(&written.dense());
    }

    #[test]
    fn a_file_without_its_empty_rows_reads_back(mut written in written(), zero in 0..3_usize) {
        for cell in written.cells.iter_mut().skip(zero).step_by(2) {
            *cell = Ok(0);
        }
        if written.stub > 0 {
            written.check(&written.keyed());
        }
    }
}
