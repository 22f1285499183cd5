//! Columns that stand side by side become rows.

use table::{Codes, Measure, MeasureBuilder, MeasureColumn, Status};

use crate::draft::{Interner, Origin, RawDimension};
use crate::values::Column;
use crate::wide::{Key, Plan};

/// Each row once for every group of columns.
pub(crate) fn repeat(mut raw: RawDimension, times: usize) -> RawDimension {
    if times > 1 {
        let rows = raw.rows.to_vec().into_iter();
        let rows = rows.flat_map(|row| std::iter::repeat_n(row, times));
        raw.rows = Codes::pack(rows.collect(), raw.codes.len());
    }
    raw
}

/// The columns of what the headings told, such as the period.
pub(crate) fn key_dimensions(plan: &Plan, row_count: usize) -> Vec<RawDimension> {
    let dimension = |(at, _): (usize, &Key)| {
        let mut interner = Interner::default();
        let member =
            |group: &Vec<String>| interner.number(group.get(at).map_or("", String::as_str));
        let once: Vec<u32> = plan.groups.iter().map(member).collect();
        let rows = std::iter::repeat_n(once, row_count).flatten().collect();
        let codes = interner.into_texts();
        let labels = codes.clone();
        RawDimension {
            heading: String::new(),
            rows: Codes::pack(rows, codes.len()),
            codes,
            labels,
            origin: Origin::Headings,
        }
    };
    plan.keys.iter().enumerate().map(dimension).collect()
}

/// One entry for each row and group: the numbers, and which of them have a star. A group without a column is missing.
pub(crate) fn lay_out(
    columns: &[Option<Column>],
    size: (usize, usize),
) -> (MeasureColumn, Vec<usize>) {
    let (row_count, group_count) = size;
    let mut builder = MeasureBuilder::new(Measure::default());
    let mut starred = Vec::new();
    for row in 0..row_count {
        for group in 0..group_count {
            let column = columns.get(group).and_then(Option::as_ref);
            match column.and_then(|column| column.values.get(row)) {
                Some(Ok(number)) => builder.push(*number),
                Some(Err(status)) => builder.push_status(*status),
                None => builder.push_status(Status::Missing),
            }
            if column.is_some_and(|column| column.starred.binary_search(&row).is_ok()) {
                starred.push(row * group_count + group);
            }
        }
    }
    (builder.finish(), starred)
}
