//! What is written is read again.

use proptest::prelude::*;

use super::*;
use crate::testing::{Cells, Given, any_cells, cells};

fn write(given: &Cells) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for ((row, column), given) in given {
        let (row, column) = (u32::from(*row), *column);
        match given {
            Given::Text(text) => sheet.write(row, column, text),
            Given::Number(number) => sheet.write(row, column, *number),
            Given::Bool(truth) => sheet.write(row, column, *truth),
        }
        .unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_sheet_of_any_cells_reads_back(given in any_cells()) {
        let (sheets, warnings) = open(&write(&given)).unwrap();
        prop_assert_eq!(cells(&sheets[0]), given);
        prop_assert_eq!(warnings, []);
    }
}
