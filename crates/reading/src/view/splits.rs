//! Columns whose cells hold several values.

use std::collections::{BTreeMap, BTreeSet};

use formats::{Cell, Sheet};

use crate::header::text;
use crate::numbers::{self, Kind};
use crate::plan::{ColumnPlan, Plan, Split};
use crate::split;

/// Rows from which it is told whether cells hold several values.
pub(crate) const SAMPLE_ROWS: usize = 5_000;

/// Texts of a column by the values they hold; signs hold as many as the others.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counts {
    whole: u64,
    pair: u64,
    bracket: u64,
    interval: u64,
}

impl Counts {
    pub(crate) fn add(&mut self, text: &str) {
        let may_be = text.contains(['/', '(', '[']);
        let counter = match may_be.then(|| split::detect(text)).flatten() {
            Some(Split::Pair) => &mut self.pair,
            Some(Split::Bracket) => &mut self.bracket,
            Some(Split::Interval) => &mut self.interval,
            _ if is_sign(text) => return,
            _ => &mut self.whole,
        };
        *counter += 1;
    }

    /// How most of them are written.
    pub(crate) fn split(&self) -> Split {
        let kinds = [
            (self.pair, Split::Pair),
            (self.bracket, Split::Bracket),
            (self.interval, Split::Interval),
        ];
        let most = kinds.into_iter().max_by_key(|(count, _)| *count);
        let (count, split) = most.unwrap_or_default();
        let others = self.whole + self.pair + self.bracket + self.interval - count;
        if count >= 2 && count >= others {
            split
        } else {
            Split::Whole
        }
    }
}

/// How the cells of each column are taken apart: as a plan decides, or as half of them and more are written.
pub(super) fn of(sheet: &Sheet, plan: &Plan) -> Vec<Split> {
    let mut counts = vec![Counts::default(); sheet.column_count()];
    for row in 0..sheet.row_count().min(SAMPLE_ROWS) {
        for (column, cell) in sheet.row(row) {
            if let (Cell::Text(text), Some(counts)) = (cell, counts.get_mut(column)) {
                counts.add(text);
            }
        }
    }
    let mut splits: Vec<Split> = counts.iter().map(Counts::split).collect();
    for table in &plan.tables {
        for column in &table.columns {
            decide(sheet, column, &mut splits);
        }
    }
    splits
}

/// Short texts are asked, long ones are words anyway.
fn is_sign(text: &str) -> bool {
    text.len() <= 8 && numbers::kind(Cell::Text(text)) == Kind::Sign
}

/// Rows in which the heading of a column is looked for.
const HEADER_ROWS: usize = 60;

/// Takes the columns apart, or leaves them whole, that have most of the heading that a plan names, its last text among
/// them; texts of merged cells may stand above others.
fn decide(sheet: &Sheet, column: &ColumnPlan, splits: &mut [Split]) {
    let (Some(wanted), Some(innermost)) = (column.split, column.heading.last()) else {
        return;
    };
    let mut met: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    for row in 0..sheet.row_count().min(HEADER_ROWS) {
        for (at, cell) in sheet.row(row).filter(|(_, cell)| !cell.is_empty()) {
            let own = text(cell);
            let known = column.heading.iter().find(|heading| **heading == own);
            met.entry(at).or_default().extend(known.map(String::as_str));
        }
    }
    met.retain(|_, texts| texts.contains(innermost.as_str()));
    let most = met.values().map(BTreeSet::len).max();
    for (at, _) in met.iter().filter(|(_, texts)| Some(texts.len()) == most) {
        if let Some(slot) = splits.get_mut(*at) {
            *slot = wanted;
        }
    }
}
