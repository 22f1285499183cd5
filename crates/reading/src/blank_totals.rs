//! Blank cells in the row of a total: it is the sum over what they would say.

use table::{Codes, Role};

use crate::draft::RawDimension;
use crate::vocabulary::{Heading, is_total, total_label};

/// Reads blanks of sexes, ages, periods and the like as totals, where no row but that of a total has them.
pub(crate) fn fill(dimensions: &mut [RawDimension]) {
    for at in 0..dimensions.len() {
        let Some(blanks) = blanks(dimensions, at) else {
            continue;
        };
        if let Some(own) = dimensions.get_mut(at) {
            set(own, &blanks);
        }
    }
}

/// The column with its blanks read as totals, where each of them stands beside a total of another.
pub(crate) fn beside(own: &RawDimension, other: &RawDimension) -> Option<RawDimension> {
    let blanks = blank_rows(own);
    let are_totals = blanks.iter().all(|row| is_total_at(other, *row));
    (!blanks.is_empty() && are_totals).then(|| {
        let mut whole = own.clone();
        set(&mut whole, &blanks);
        whole
    })
}

fn blank_rows(own: &RawDimension) -> Vec<usize> {
    if own.blank_count() == 0 {
        return Vec::new();
    }
    let rows = 0..own.rows.len();
    rows.filter(|row| own.rows.get(*row).is_none()).collect()
}

/// The rows in which a column is blank, where each of them is of a total.
fn blanks(dimensions: &[RawDimension], at: usize) -> Option<Vec<usize>> {
    let own = dimensions.get(at)?;
    // Columns of places that lie in one another are blank where the wider one has its sum.
    let is_known = match own.meaning() {
        Some(Heading::Role(role)) => role != Role::Geography,
        None => true,
        Some(_) => false,
    };
    let blanks = blank_rows(own);
    (is_known && !blanks.is_empty()).then_some(())?;
    let is_of_total = |row: &usize| {
        let others = dimensions.iter().enumerate();
        let mut others = others.filter(|(other, _)| *other != at);
        others.any(|(_, other)| is_total_at(other, *row))
    };
    blanks.iter().all(is_of_total).then_some(blanks)
}

fn is_total_at(dimension: &RawDimension, row: usize) -> bool {
    let Some(member) = dimension.rows.get(row) else {
        return false;
    };
    let code = dimension.codes.get(member);
    let pair = code.zip(dimension.labels.get(member));
    pair.is_some_and(|(code, label)| {
        let decided = dimension.pinned.is_total(code, label);
        decided.unwrap_or_else(|| is_total(code, label))
    })
}

fn set(dimension: &mut RawDimension, blanks: &[usize]) {
    let members = dimension.codes.iter().zip(&dimension.labels);
    let mut totals = members
        .enumerate()
        .filter(|(_, (code, label))| is_total(code, label));
    let known = totals.next().map(|(at, _)| at);
    let member = known.unwrap_or_else(|| {
        dimension.codes.push(total_label().da);
        dimension.labels.push(total_label().da);
        dimension.codes.len() - 1
    });
    let mut rows = dimension.rows.to_vec();
    for row in blanks {
        if let (Some(slot), Ok(member)) = (rows.get_mut(*row), u32::try_from(member)) {
            *slot = member;
        }
    }
    dimension.rows = Codes::pack(rows, dimension.codes.len());
}
