//! What each column of a block holds, counted once.

use std::collections::BTreeSet;

use formats::{Cell, Sheet};

use crate::block::Block;
use crate::evidence::Evidence;
use crate::header::text;
use crate::numbers::{Kind, Notation, kind};
use crate::plan::{Adds, Dash};
use crate::reading::Convention;
use crate::shape::is_year;

/// How many different texts of a column are looked at to tell what it is about.
pub(crate) const SAMPLE: usize = 200;

/// What a column holds.
#[derive(Clone, Debug, Default)]
pub(crate) struct Profile {
    pub(crate) filled: u64,
    /// Cells that are a number or a sign.
    pub(crate) values: u64,
    /// Numbers that can be years.
    pub(crate) years: u64,
    /// Cells that count rows from 1, up to the first that does not.
    pub(crate) counting: u64,
    pub(crate) evidence: Evidence,
    /// Some of its different texts.
    pub(crate) sample: BTreeSet<String>,
    /// How a plan reads its dots and commas.
    pub(crate) decided: Option<Convention>,
    /// What a dash among its numbers is.
    pub(crate) dash: Dash,
    /// How its numbers may be added, if the way they are written tells.
    pub(crate) adds: Option<Adds>,
}

impl Profile {
    /// How its numbers are read.
    pub(crate) fn notation(&self) -> Notation {
        Notation {
            convention: self.decided.unwrap_or_else(|| self.evidence.convention()),
            dash: self.dash,
        }
    }

    /// Whether it holds mostly numbers and signs.
    pub(crate) fn is_numeric(&self) -> bool {
        self.values > 0 && self.values * 5 >= self.filled * 3
    }

    /// Whether it only counts the rows.
    pub(crate) fn is_row_numbers(&self) -> bool {
        self.filled > 2 && self.counting == self.filled
    }

    /// Whether every cell can be a year.
    pub(crate) fn is_years(&self) -> bool {
        self.years == self.filled && self.filled > 0
    }
}

/// Looks at every cell of the body once.
pub(crate) fn profiles(sheet: &Sheet, block: &Block) -> Vec<Profile> {
    let mut profiles = vec![Profile::default(); sheet.column_count()];
    for &row in &block.body {
        for (column, cell) in sheet.row(row) {
            let Some(profile) = profiles.get_mut(column) else {
                continue;
            };
            let kind = kind(cell);
            if kind == Kind::Blank {
                continue;
            }
            profile.filled += 1;
            profile.values += u64::from(matches!(kind, Kind::Number | Kind::Sign));
            if profile.counting + 1 == profile.filled {
                profile.counting += u64::from(counts_on(cell, profile.counting));
            }
            if kind == Kind::Number && profile.years + 1 == profile.filled {
                profile.years += u64::from(is_year(cell));
            }
            profile.evidence.add(cell);
            if profile.sample.len() < SAMPLE {
                let text = text(cell);
                if !profile.sample.contains(text.as_ref()) {
                    profile.sample.insert(text.into_owned());
                }
            }
        }
    }
    profiles
}

/// Whether a cell is the next row number, counted from 1.
pub(crate) fn counts_on(cell: Cell<'_>, counted: u64) -> bool {
    match cell {
        Cell::Number(number) => number.to_string() == (counted + 1).to_string(),
        Cell::Text(text) => text.trim().trim_end_matches('.') == (counted + 1).to_string(),
        _ => false,
    }
}
