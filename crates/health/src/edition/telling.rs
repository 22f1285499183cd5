//! Which differences would tell of a hidden cell: those of a printed total over hidden parts, and those that stand beside a
//! single hidden one, from which its own difference would follow.

use std::collections::{BTreeMap, BTreeSet};

use table::{MemberKind, Table};

use super::equations::Equations;
use super::numbers::Cells;
use crate::axis::Axis;
use crate::disclosure::{Cell, Figure};

/// For a dimension each of its members' printed members that hold it.
pub(super) type Above = Vec<(usize, BTreeMap<String, BTreeSet<String>>)>;

/// The printed members above each, dimension by dimension.
pub(super) fn above(table: &Table, by: &[String]) -> Above {
    let axes = by.iter().enumerate();
    let axes = axes.filter_map(|(at, name)| Some((at, Axis::find(table, name)?)));
    axes.map(|(at, axis)| (at, of_members(table, axis)))
        .collect()
}

fn of_members(table: &Table, axis: Axis) -> BTreeMap<String, BTreeSet<String>> {
    let Some(dimension) = axis.dimension(table) else {
        return BTreeMap::new();
    };
    let mut above: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (printed, held) in dimension.members.iter().zip(held(table, axis)) {
        for member in held.into_iter().filter(|code| *code != printed.code) {
            let codes = above.entry(member.to_owned()).or_default();
            codes.insert(printed.code.clone());
        }
    }
    above
}

/// For each member the codes of those that it holds, where it is a printed one.
pub(super) fn held(table: &Table, axis: Axis) -> Vec<Vec<&str>> {
    let Some(dimension) = axis.dimension(table) else {
        return Vec::new();
    };
    let all = || dimension.members.iter().map(|member| member.code.as_str());
    let of = |printed: &table::Member| match &printed.kind {
        MemberKind::Part => Vec::new(),
        MemberKind::Total => all().collect(),
        MemberKind::Of(level) => {
            let groups = Axis::find(table, level).map(|axis| axis.groups(table));
            let groups = groups.unwrap_or_default();
            let own = dimension.index_of(&printed.code);
            let own = own.and_then(|own| groups.get(own).copied().flatten());
            let pairs = all().zip(groups);
            let inside = pairs.filter(|(_, group)| group.is_some() && *group == own);
            inside.map(|(code, _)| code).collect()
        }
    };
    dimension.members.iter().map(of).collect()
}

/// What is known of the differences of a measure's cells.
pub(super) struct Telling<'t> {
    pub(super) editions: [&'t Cells<'t>; 2],
    pub(super) measure: usize,
    pub(super) above: &'t Above,
    pub(super) equations: &'t Equations<'t>,
}

impl Telling<'_> {
    /// The keys of all cells whose difference is not told.
    pub(super) fn withheld(&self) -> BTreeSet<Vec<String>> {
        let hidden = self.keys_where(|cells| self.is_hidden(cells));
        let mut withheld = self.covered(&hidden);
        let keys = |keys: &BTreeSet<Vec<String>>| {
            let positions = keys.iter().filter_map(|key| self.equations.position(key));
            positions.collect::<BTreeSet<usize>>()
        };
        let revised = self.revised();
        let told_not = keys(&withheld).intersection(&revised).copied().collect();
        let beside = self.equations.beside(&keys(&hidden), &revised, told_not);
        withheld.extend(beside.into_iter().filter_map(|at| self.equations.key(at)));
        withheld
    }

    fn is_hidden(&self, cells: &[Cell]) -> bool {
        let cell = cells.get(self.measure);
        cell.is_some_and(|cell| matches!(cell.figure, Figure::Hidden | Figure::AtLeast(_)))
    }

    /// The keys of cells of either edition.
    fn keys_where(&self, keep: impl Fn(&[Cell]) -> bool) -> BTreeSet<Vec<String>> {
        let cells = self.editions.into_iter().flat_map(|cells| cells.iter());
        let kept = cells.filter(|(_, (_, cells))| keep(cells));
        kept.map(|(codes, _)| owned(codes)).collect()
    }

    /// Positions of cells that are one number before and another after.
    fn revised(&self) -> BTreeSet<usize> {
        let [before, after] = self.editions;
        let number = |cells: &[Cell]| cells.get(self.measure)?.figure.value();
        let pairs = after.iter().filter_map(|(key, (_, cells))| {
            let (_, earlier) = before.get(key)?;
            let (from, to) = (number(earlier)?, number(cells)?);
            (from.to_bits() != to.to_bits()).then_some(key)
        });
        pairs
            .filter_map(|key| self.equations.position(&owned(key)))
            .collect()
    }

    /// Hidden cells and all printed totals that hold one, in any number of dimensions.
    fn covered(&self, hidden: &BTreeSet<Vec<String>>) -> BTreeSet<Vec<String>> {
        let mut covered = BTreeSet::new();
        for codes in hidden {
            let mut keys = vec![codes.clone()];
            for (at, of_member) in self.above {
                let printed = codes.get(*at).and_then(|code| of_member.get(code));
                let further: Vec<Vec<String>> = printed
                    .into_iter()
                    .flatten()
                    .flat_map(|printed| keys.iter().map(|key| with(key, *at, printed)))
                    .collect();
                keys.extend(further);
            }
            covered.extend(keys);
        }
        covered
    }
}

fn owned(codes: &[&str]) -> Vec<String> {
    codes.iter().map(|code| (*code).to_owned()).collect()
}

/// The key with another code in one place.
pub(super) fn with(key: &[String], at: usize, code: &str) -> Vec<String> {
    let mut key = key.to_vec();
    if let Some(old) = key.get_mut(at) {
        code.clone_into(old);
    }
    key
}
