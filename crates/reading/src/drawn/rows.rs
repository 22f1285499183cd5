//! What each row of a block is, in runs.

use super::{RowSpan, RowUse};
use crate::block::Block;
use crate::plan::{HeaderRow, HeaderUse};
use crate::reading::SkipReason;

/// The rows of a block from the first to the last that says something; rows of no other use are blank.
pub(crate) fn spans(block: &Block, header: &[HeaderRow]) -> Vec<RowSpan> {
    let told = told(block, header);
    let Some(first) = told.iter().map(|(row, _)| *row).min() else {
        return Vec::new();
    };
    let last = told.iter().map(|(row, _)| *row).max().unwrap_or(first);
    let mut uses = vec![RowUse::Blank; last + 1 - first];
    for (row, is) in told {
        if let Some(slot) = uses.get_mut(row - first) {
            *slot = is;
        }
    }
    runs(first, &uses)
}

fn told(block: &Block, header: &[HeaderRow]) -> Vec<(usize, RowUse)> {
    let mut told = Vec::with_capacity(block.body.len() + 8);
    told.extend(block.titles.iter().map(|row| (*row, RowUse::Title)));
    told.extend(block.foot.iter().map(|row| (*row, RowUse::Note)));
    told.extend(block.body.iter().map(|row| (*row, RowUse::Body)));
    for (at, row) in block.header.clone().enumerate() {
        let is_unit = header.get(at).is_some_and(|row| row.is == HeaderUse::Unit);
        told.push((
            row,
            if is_unit {
                RowUse::Unit
            } else {
                RowUse::Header
            },
        ));
    }
    let skipped = block.skipped.iter();
    told.extend(skipped.map(|(row, reason)| (*row, of_reason(*reason))));
    told
}

fn of_reason(reason: SkipReason) -> RowUse {
    match reason {
        SkipReason::Heading => RowUse::Heading,
        SkipReason::RepeatedHeader | SkipReason::ColumnNumbers => RowUse::RepeatedHeader,
        SkipReason::LeftOut => RowUse::LeftOut,
        SkipReason::NoNumbers | SkipReason::NoTable => RowUse::NoNumbers,
    }
}

fn runs(first: usize, uses: &[RowUse]) -> Vec<RowSpan> {
    let mut spans: Vec<RowSpan> = Vec::new();
    for (row, is) in uses.iter().enumerate() {
        let row = number(first + row);
        match spans.last_mut() {
            Some(last) if last.is == *is => last.last = row,
            _ => spans.push(RowSpan {
                first: row,
                last: row,
                is: *is,
            }),
        }
    }
    spans
}

/// The number of a row or column that counts from 0, as people see it.
pub(crate) fn number(index: usize) -> u64 {
    u64::try_from(index).map_or(u64::MAX, |index| index + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_alike_are_told_once_and_gaps_are_blank() {
        let block = Block {
            titles: vec![1],
            header: 3..5,
            body: vec![5, 6, 9],
            skipped: vec![(8, SkipReason::Heading)],
            ..Block::default()
        };
        let unit = HeaderRow {
            is: HeaderUse::Unit,
            ..HeaderRow::default()
        };
        let spans = spans(&block, &[HeaderRow::default(), unit]);
        let shown: Vec<String> = spans
            .iter()
            .map(|span| format!("{}-{} {:?}", span.first, span.last, span.is))
            .collect();
        assert_eq!(
            shown,
            [
                "2-2 Title",
                "3-3 Blank",
                "4-4 Header",
                "5-5 Unit",
                "6-7 Body",
                "8-8 Blank",
                "9-9 Heading",
                "10-10 Body"
            ]
        );
    }
}
