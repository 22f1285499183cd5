//! Columns that stand side by side become rows.

use formats::{Limits, What};
use table::{Codes, Measure, MeasureBuilder, MeasureColumn, Status};

use crate::draft::{Interner, Origin, RawDimension};
use crate::pins::Pinned;
use crate::plan::{ColumnRole, HeaderRow, HeaderUse};
use crate::reading::Notice;
use crate::values::Column;
use crate::wide::{Key, Melt};

/// Asked before rows and groups of columns are multiplied.
pub(crate) fn check_rows(
    sheet: &str,
    (rows, groups): (usize, usize),
    limits: &Limits,
) -> Result<(), Notice> {
    let found = u64::try_from(rows.saturating_mul(groups)).unwrap_or(u64::MAX);
    limits
        .check(What::Rows, found)
        .map_err(|_| Notice::TooManyRows {
            sheet: sheet.to_owned(),
            found,
            limit: limits.of(What::Rows),
        })
}

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
pub(crate) fn key_dimensions(
    melt: &Melt,
    rows: &[HeaderRow],
    row_count: usize,
) -> Vec<RawDimension> {
    let dimension = |(at, key): (usize, &Key)| {
        let mut interner = Interner::default();
        let member =
            |group: &Vec<String>| interner.number(group.get(at).map_or("", String::as_str));
        let once: Vec<u32> = melt.groups.iter().map(member).collect();
        let rows_of_all = std::iter::repeat_n(once, row_count).flatten().collect();
        let codes = interner.into_texts();
        let labels = codes.clone();
        let row = decided(*key, rows);
        let name = row.and_then(|row| row.name.clone());
        RawDimension {
            heading: name.unwrap_or_default(),
            rows: Codes::pack(rows_of_all, codes.len()),
            codes,
            labels,
            origin: Origin::Headings,
            pinned: Pinned {
                role: row.and_then(|row| role(row.is)),
                totals: of_key(*key, rows, |row| &row.totals),
                parts: of_key(*key, rows, |row| &row.parts),
                ..Pinned::default()
            },
            ..RawDimension::default()
        }
    };
    melt.keys.iter().enumerate().map(dimension).collect()
}

/// What is decided of members, in the row that holds a key or in one that holds members of several.
fn of_key(key: Key, rows: &[HeaderRow], list: impl Fn(&HeaderRow) -> &Vec<String>) -> Vec<String> {
    let own = decided(key, rows).into_iter();
    let mixed = rows.iter().filter(|row| row.is == HeaderUse::Recognised);
    let every = own.chain(mixed);
    every.flat_map(|row| list(row).iter().cloned()).collect()
}

/// The row of the header that is decided to hold a key.
fn decided(key: Key, rows: &[HeaderRow]) -> Option<&HeaderRow> {
    let is = |wanted: HeaderUse| rows.iter().find(|row| row.is == wanted);
    match key {
        Key::Time => is(HeaderUse::Time),
        Key::Sex => is(HeaderUse::Sex),
        Key::Age => is(HeaderUse::Age),
        Key::Place => is(HeaderUse::Geography),
        Key::Row(row) => rows.get(row),
    }
}

fn role(is: HeaderUse) -> Option<ColumnRole> {
    match is {
        HeaderUse::Time => Some(ColumnRole::Time),
        HeaderUse::Sex => Some(ColumnRole::Sex),
        HeaderUse::Age => Some(ColumnRole::Age),
        HeaderUse::Geography => Some(ColumnRole::Geography),
        HeaderUse::Other => Some(ColumnRole::Other),
        HeaderUse::Recognised | HeaderUse::Names | HeaderUse::Unit | HeaderUse::LeftOut => None,
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_times_groups_are_as_many_as_a_table_may_have_and_not_one_more() {
        let limits = Limits::default().with(What::Rows, 6);
        assert_eq!(check_rows("Ark1", (3, 2), &limits), Ok(()));
        let refused = Notice::TooManyRows {
            sheet: "Ark1".to_owned(),
            found: 7,
            limit: 6,
        };
        assert_eq!(check_rows("Ark1", (7, 1), &limits), Err(refused));
        let limit = Limits::default();
        assert!(check_rows("Ark1", (usize::MAX, 2), &limit).is_err());
    }
}
