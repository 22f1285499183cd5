//! What each column of a block holds, counted once.

use std::collections::BTreeSet;

use formats::{Cell, Sheet};

use crate::block::Block;
use crate::evidence::Evidence;
use crate::header::text;
use crate::numbers::{self, Kind, Notation, Value};
use crate::plan::{Adds, Dash, SignPlan};
use crate::reading::Convention;
use crate::recent::{Kinds, Looks, OfCells};

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
    /// Cells that count rows from 1 or 0, up to the first that does not.
    pub(crate) counting: u64,
    pub(crate) starts_at_zero: bool,
    pub(crate) evidence: Evidence,
    /// Some of its different texts.
    pub(crate) sample: BTreeSet<String>,
    /// How a plan reads its dots and commas.
    pub(crate) decided: Option<Convention>,
    /// How other columns write numbers, where its own can be read in two ways.
    pub(crate) beside: Option<Convention>,
    /// What a dash among its numbers is.
    pub(crate) dash: Dash,
    /// How its numbers may be added, if the way they are written tells.
    pub(crate) adds: Option<Adds>,
    /// What a plan says that texts among them stand for.
    pub(crate) signs: Vec<SignPlan>,
}

impl Profile {
    /// How its numbers are read.
    pub(crate) fn notation(&self) -> Notation {
        Notation {
            convention: self
                .decided
                .or(self.beside)
                .unwrap_or_else(|| self.evidence.convention()),
            dash: self.dash,
        }
    }

    /// What a cell of it holds, if it is one of numbers.
    pub(crate) fn value(&self, cell: Cell<'_>) -> Value {
        let own = numbers::explained(cell, &self.signs);
        own.unwrap_or_else(|| numbers::value(cell, self.notation()))
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
    let mut kinds = Kinds::default();
    let mut profiled: Vec<Profiled<'_>> = Vec::new();
    profiled.resize_with(sheet.column_count(), Profiled::default);
    for &row in &block.body {
        add_row(sheet.row(row), &mut profiled, &mut kinds);
    }
    profiled.into_iter().map(|it| it.profile).collect()
}

/// A column on its way.
#[derive(Default)]
struct Profiled<'a> {
    profile: Profile,
    /// What was met while texts were taken for the sample.
    met: OfCells<'a, ()>,
}

/// For itself, since a browser compiles with care what is called often.
#[inline(never)]
fn add_row<'a>(
    cells: impl Iterator<Item = (usize, Cell<'a>)>,
    profiled: &mut [Profiled<'a>],
    kinds: &mut Kinds<'a>,
) {
    for (column, cell) in cells {
        let looks = kinds.of(cell);
        if let Some(profiled) = profiled
            .get_mut(column)
            .filter(|_| looks.kind != Kind::Blank)
        {
            profiled.add(cell, looks);
        }
    }
}

impl<'a> Profiled<'a> {
    fn add(&mut self, cell: Cell<'a>, looks: Looks) {
        let profile = &mut self.profile;
        let is_number = looks.kind == Kind::Number;
        profile.filled += 1;
        profile.values += u64::from(looks.is_value());
        if profile.counting + 1 == profile.filled {
            profile.starts_at_zero |= profile.filled == 1 && counts_on(cell, 0, 0);
            let first = u64::from(!profile.starts_at_zero);
            profile.counting += u64::from(counts_on(cell, profile.counting, first));
        }
        if is_number && profile.years + 1 == profile.filled {
            profile.years += u64::from(looks.is_year);
        }
        if is_number {
            profile.evidence.add(cell);
        }
        if profile.sample.len() < SAMPLE {
            let sample = &mut profile.sample;
            self.met.get(cell, || add_to_sample(cell, sample));
        }
    }
}

fn add_to_sample(cell: Cell<'_>, sample: &mut BTreeSet<String>) {
    let text = text(cell);
    if !sample.contains(text.as_ref()) {
        sample.insert(text.into_owned());
    }
}

/// Whether a cell is the next row number after so many, counted from `first`.
pub(crate) fn counts_on(cell: Cell<'_>, counted: u64, first: u64) -> bool {
    let next = || (counted + first).to_string();
    match cell {
        Cell::Number(number) => number.to_string() == next(),
        Cell::Text(text) => text.trim().trim_end_matches('.') == next(),
        _ => false,
    }
}
