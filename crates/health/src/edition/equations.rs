//! Cells that add up: each printed total with its parts, one dimension at a time.

use std::collections::{BTreeMap, BTreeSet};

use table::{MemberKind, Table};

use super::numbers::Cells;
use super::telling::held;
use crate::axis::Axis;

/// A key by borrowed codes.
type Key<'a> = Vec<&'a str>;

/// The equations between the cells of two editions of a table.
#[derive(Debug, Default)]
pub(super) struct Equations<'a> {
    keys: Vec<Key<'a>>,
    positions: BTreeMap<Key<'a>, usize>,
    /// Each the positions of a total and of its parts.
    of: Vec<Vec<usize>>,
    /// For each cell the equations that it is in.
    at: Vec<Vec<usize>>,
}

impl<'a> Equations<'a> {
    /// Those that the printed members of either edition give.
    pub(super) fn new(editions: [&Cells<'a>; 2], tables: [&'a Table; 2], by: &[String]) -> Self {
        let keys: BTreeSet<Key<'a>> = editions
            .into_iter()
            .flat_map(|cells| cells.keys().cloned())
            .collect();
        let keys: Vec<Key<'a>> = keys.into_iter().collect();
        let positions = keys.iter().cloned().zip(0..).collect();
        let mut equations = Self {
            at: vec![Vec::new(); keys.len()],
            keys,
            positions,
            of: Vec::new(),
        };
        for (at, name) in by.iter().enumerate() {
            equations.add(at, &sums(tables, name));
        }
        equations
    }

    /// The position of a cell.
    pub(super) fn position(&self, key: &[String]) -> Option<usize> {
        let key: Vec<&str> = key.iter().map(String::as_str).collect();
        self.positions.get(&key).copied()
    }

    /// The codes of the cell at a position.
    pub(super) fn key(&self, at: usize) -> Option<Vec<String>> {
        let codes = self.keys.get(at)?.iter();
        Some(codes.map(|code| (*code).to_owned()).collect())
    }

    fn add(&mut self, at: usize, sums: &Sums<'a>) {
        let mut found: BTreeMap<(usize, &str), Vec<usize>> = BTreeMap::new();
        for (position, key) in self.keys.iter().enumerate() {
            let sums = key.get(at).and_then(|code| sums.get(code));
            for (printed, kind) in sums.into_iter().flatten() {
                let mut total = key.clone();
                if let Some(code) = total.get_mut(at) {
                    *code = printed;
                }
                if let Some(&total) = self.positions.get(&total) {
                    let parts = found.entry((total, kind)).or_insert_with(|| vec![total]);
                    parts.push(position);
                }
            }
        }
        for cells in found.into_values() {
            for &cell in &cells {
                if let Some(equations) = self.at.get_mut(cell) {
                    equations.push(self.of.len());
                }
            }
            self.of.push(cells);
        }
    }

    /// The revised cells that may not be told, those that are withheld already among them.
    ///
    /// In an equation with one hidden cell all other differences would tell that one's, so none is told. Then who knows all that is
    /// told subtracts as far as that leads; an equation that leads on by a difference that is told has one more withheld.
    pub(super) fn beside(
        &self,
        hidden: &BTreeSet<usize>,
        revised: &BTreeSet<usize>,
        withheld: BTreeSet<usize>,
    ) -> BTreeSet<usize> {
        let mut unknown = Unknown { hidden, withheld };
        let beside_one = self.of.iter().filter(|cells| {
            let hidden = cells.iter().filter(|at| hidden.contains(at));
            hidden.count() == 1
        });
        let beside_one = beside_one.flatten().filter(|at| revised.contains(at));
        unknown.withheld.extend(beside_one);
        loop {
            let more = self.leading_on(&unknown, revised);
            if more.is_empty() {
                return unknown.withheld;
            }
            unknown.withheld.extend(more);
        }
    }

    /// Differences that are told and from which an unknown one follows: one of each equation that has a single unknown, where those
    /// that follow from differences of nought are known as well.
    fn leading_on(&self, unknown: &Unknown<'_>, revised: &BTreeSet<usize>) -> BTreeSet<usize> {
        let mut open: BTreeSet<usize> = unknown.hidden.union(&unknown.withheld).copied().collect();
        let mut todo: BTreeSet<usize> = open
            .iter()
            .flat_map(|at| self.around(*at))
            .copied()
            .collect();
        let mut more = BTreeSet::new();
        while let Some(equation) = todo.pop_first() {
            let cells = self.of.get(equation).map_or(&[][..], Vec::as_slice);
            let mut single = cells.iter().copied().filter(|at| open.contains(at));
            let (Some(cell), None) = (single.next(), single.next()) else {
                continue;
            };
            let is_told = |at: &usize| revised.contains(at) && !unknown.withheld.contains(at);
            let told = cells.iter().copied().filter(is_told);
            if let Some(least) = told.min_by_key(|at| self.alone(*at, unknown)) {
                more.insert(least);
            } else {
                open.remove(&cell);
                todo.extend(self.around(cell));
            }
        }
        more
    }

    /// The equations that a cell is in.
    fn around(&self, cell: usize) -> &[usize] {
        self.at.get(cell).map_or(&[], Vec::as_slice)
    }

    /// The number of equations in which a cell would be the only unknown one.
    fn alone(&self, cell: usize, unknown: &Unknown<'_>) -> usize {
        let cells = self.around(cell).iter().filter_map(|at| self.of.get(*at));
        cells.filter(|cells| !unknown.is_in(cells)).count()
    }
}

/// The cells whose difference is not known.
struct Unknown<'u> {
    hidden: &'u BTreeSet<usize>,
    withheld: BTreeSet<usize>,
}

impl Unknown<'_> {
    fn is_in(&self, cells: &[usize]) -> bool {
        let mut cells = cells.iter();
        cells.any(|at| self.hidden.contains(at) || self.withheld.contains(at))
    }
}

/// For each member the printed ones that it is a part of, with the kind of part that it is: municipalities add up to the country,
/// and so do regions, but not both at once.
type Sums<'a> = BTreeMap<&'a str, BTreeSet<(&'a str, &'a str)>>;

fn sums<'a>(tables: [&'a Table; 2], name: &str) -> Sums<'a> {
    let mut sums: Sums<'a> = BTreeMap::new();
    for table in tables {
        let Some(axis) = Axis::find(table, name) else {
            continue;
        };
        let Some(dimension) = axis.dimension(table) else {
            continue;
        };
        let kind = |code: &str| match dimension.members.get(dimension.index_of(code)?)?.kind {
            MemberKind::Part => Some(""),
            MemberKind::Total => None,
            MemberKind::Of(ref level) => Some(level.as_str()),
        };
        for (printed, held) in dimension.members.iter().zip(held(table, axis)) {
            for code in held.into_iter().filter(|code| *code != printed.code) {
                if let Some(kind) = kind(code) {
                    sums.entry(code).or_default().insert((&printed.code, kind));
                }
            }
        }
    }
    sums
}
