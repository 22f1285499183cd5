//! What is written is read again.

use std::fmt::Write;

use proptest::prelude::*;

use super::*;
use crate::testing::{Cells, Given, any_cells, cells};

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    // Blanks beside each other count once unless they are written as such.
    text.replace(' ', "<text:s/>")
}

/// Rows and cells that are left out stand in the repetition of empty ones.
fn write(given: &Cells) -> Vec<u8> {
    let mut rows = String::new();
    let mut next = (0, 0);
    for ((row, column), given) in given {
        if *row >= next.0 {
            if next != (0, 0) {
                rows.push_str("</table:table-row>");
            }
            if *row > next.0 {
                let count = row - next.0;
                write!(
                    rows,
                    "<table:table-row table:number-rows-repeated=\"{count}\"><table:table-cell/></table:table-row>"
                )
                .unwrap();
            }
            rows.push_str("<table:table-row>");
            next = (row + 1, 0);
        }
        if *column > next.1 {
            let count = column - next.1;
            write!(
                rows,
                "<table:table-cell table:number-columns-repeated=\"{count}\"/>"
            )
            .unwrap();
        }
        next.1 = column + 1;
        match given {
            Given::Text(text) => write!(
                rows,
                "<table:table-cell office:value-type=\"string\"><text:p>{}</text:p></table:table-cell>",
                escaped(text)
            ),
            Given::Number(number) => write!(
                rows,
                "<table:table-cell office:value-type=\"float\" office:value=\"{number:e}\"/>"
            ),
            Given::Bool(truth) => write!(
                rows,
                "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"{truth}\"/>"
            ),
        }
        .unwrap();
    }
    rows.push_str("</table:table-row>");
    document(&rows)
}

proptest! {
    #[test]
    fn a_sheet_of_any_cells_reads_back(given in any_cells()) {
        let (sheets, warnings) = open(&write(&given)).unwrap();
        prop_assert_eq!(cells(&sheets[0]), given);
        prop_assert_eq!(warnings, []);
    }
}
