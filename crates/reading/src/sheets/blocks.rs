//! The parts of a sheet that can be put together with others: the sheet, or each of its tables below a line of a series.

use std::collections::BTreeMap;

use table::Table;

use crate::drawn::DrawnSheet;
use crate::together::{self, Part};

/// One part for a sheet; one for each table where every one stands below a period, place, sex or age of its own.
pub(super) fn parts(
    sheet: &DrawnSheet,
    tables: &[Table],
    lines: &BTreeMap<usize, String>,
) -> Vec<Part> {
    let numbers = sheet.tables.iter().filter_map(|table| table.table);
    let numbers: Vec<usize> = numbers.collect();
    let part = |name: &String, numbers: &[usize]| Part {
        name: name.clone(),
        tables: numbers
            .iter()
            .filter_map(|at| tables.get(*at).cloned())
            .collect(),
    };
    let above: Option<Vec<&String>> = numbers.iter().map(|at| lines.get(at)).collect();
    match above.filter(|lines| together::are_series(lines)) {
        Some(lines) => {
            let each = lines.into_iter().zip(&numbers);
            each.map(|(line, at)| part(line, &[*at])).collect()
        }
        None => vec![part(&sheet.name, &numbers)],
    }
}
