//! Blank cells that repeat the text above.

use table::{Codes, NO_MEMBER};

use crate::draft::RawDimension;

/// What share of its cells a column leaves blank when it only writes what changes: with two rows to a group, half.
const LEAST_BLANK_PERCENT: usize = 40;

/// Fills blanks from above in the leading columns that only write what changes; gives how many cells of each.
///
/// Such columns nest: where one is blank, those to its left are blank as well. A blank that does not nest says
/// something of its own and stays.
pub(crate) fn down(dimensions: &mut [RawDimension]) -> Vec<usize> {
    let repeats: Vec<bool> = (0..dimensions.len())
        .map(|index| {
            let decided = dimensions.get(index).and_then(|it| it.pinned.fill);
            decided.unwrap_or_else(|| only_writes_changes(dimensions, index))
        })
        .collect();
    let fill = |(dimension, repeats): (&mut RawDimension, bool)| {
        if repeats {
            let mut rows = dimension.rows.to_vec();
            let filled = fill_one(&mut rows);
            dimension.rows = Codes::pack(rows, dimension.codes.len());
            filled
        } else {
            0
        }
    };
    dimensions.iter_mut().zip(repeats).map(fill).collect()
}

fn only_writes_changes(dimensions: &[RawDimension], index: usize) -> bool {
    let Some((left, [own, right @ ..])) = dimensions.split_at_checked(index) else {
        return false;
    };
    let blank = own.blank_count();
    let starts = own.rows.get(0).is_some();
    let often = blank > 0 && blank * 100 >= (own.rows.len() - sums(own)) * LEAST_BLANK_PERCENT;
    if !(starts && often) {
        return false;
    }
    let is_blank = |dimension: &RawDimension, row: usize| dimension.rows.get(row).is_none();
    let blank_rows = || (0..own.rows.len()).filter(|&row| is_blank(own, row));
    // The first row has every column, so a column that is never blank further left has no bearing on nesting.
    let nests = blank_rows().all(|row| left.iter().all(|outer| is_blank(outer, row)));
    let told_further_right =
        blank_rows().all(|row| right.iter().any(|inner| !is_blank(inner, row)));
    nests && told_further_right
}

/// How many rows are sums of what stands above them, each of them written.
fn sums(own: &RawDimension) -> usize {
    if own.pinned.totals.is_empty() {
        return 0;
    }
    let is_sum = |member: &usize| {
        let code = own.codes.get(*member);
        code.is_some_and(|code| own.pinned.totals.contains(code))
    };
    own.rows.iter().flatten().filter(is_sum).count()
}

fn fill_one(rows: &mut [u32]) -> usize {
    let (mut held, mut filled) = (NO_MEMBER, 0);
    for row in rows {
        if *row != NO_MEMBER {
            held = *row;
        } else if held != NO_MEMBER {
            *row = held;
            filled += 1;
        }
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Interner;

    /// Columns as text, one letter a row and `.` for blank, before and after.
    fn check(columns: &[&str], expected: &[&str]) {
        let parse = |column: &&str| {
            let mut interner = Interner::default();
            let cells = column.chars().map(|letter| {
                if letter == '.' {
                    String::new()
                } else {
                    letter.to_string()
                }
            });
            let rows = cells.map(|cell| interner.number(&cell)).collect();
            let codes = interner.into_texts();
            RawDimension {
                labels: codes.clone(),
                rows: Codes::pack(rows, codes.len()),
                codes,
                ..RawDimension::default()
            }
        };
        let mut dimensions: Vec<_> = columns.iter().map(parse).collect();
        down(&mut dimensions);
        let letter = |dimension: &RawDimension, row: Option<usize>| {
            let code = row.and_then(|row| dimension.codes.get(row));
            code.map_or(".", |code| code).to_owned()
        };
        let text = |dimension: &RawDimension| {
            dimension
                .rows
                .iter()
                .map(|row| letter(dimension, row))
                .collect::<String>()
        };
        assert_eq!(dimensions.iter().map(text).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn columns_that_only_write_what_changes_are_filled() {
        check(
            &["A.....", "x..y..", "123123"],
            &["AAAAAA", "xxxyyy", "123123"],
        );
    }

    #[test]
    fn a_blank_beside_a_written_outer_column_stays() {
        check(&["AABB", "x.y."], &["AABB", "x.y."]);
    }

    #[test]
    fn a_few_blanks_are_no_repeats() {
        check(&["ABC.DEFG", "12345678"], &["ABC.DEFG", "12345678"]);
    }
}
