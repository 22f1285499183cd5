//! Which rows answer a question: printed totals where the table has them, or the finest parts.

use engine::{Groups, Key, Query, Selection};
use table::{Dimension, MemberKind, Table};

use crate::axis::Axis;
use crate::question::{Bound, Kept};

/// Which rows to answer from: for each dimension its printed members and totals, or its finest parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stratum {
    /// One bit a dimension that is answered from its parts.
    from_parts: u64,
}

impl Stratum {
    /// Printed members of the level asked for, and printed totals of what is left out, where they exist.
    pub(crate) const PRINTED: Self = Self { from_parts: 0 };
    /// Only the finest parts.
    pub(crate) const PARTS: Self = Self {
        from_parts: u64::MAX,
    };

    fn is_from_parts(self, column: usize) -> bool {
        let bit = u32::try_from(column)
            .ok()
            .and_then(|column| 1_u64.checked_shl(column));
        bit.is_none_or(|bit| self.from_parts & bit != 0)
    }
}

/// What lies between printed totals everywhere and parts everywhere, most printed first.
///
/// A package may print patients for a council by sector but not over sectors: then the council stays printed and only the
/// sectors are taken apart. Beyond four such dimensions the ways are too many to try.
pub(crate) fn between(bound: &Bound<'_>) -> Vec<Stratum> {
    let printed = allowed(bound, Stratum::PRINTED);
    let parts = allowed(bound, Stratum::PARTS);
    let differ = printed.iter().zip(&parts).enumerate();
    let differ = differ.filter(|(_, (printed, parts))| printed != parts);
    let bits: Vec<u64> = differ
        .filter_map(|(column, _)| 1_u64.checked_shl(u32::try_from(column).ok()?))
        .collect();
    if bits.len() > 4 {
        return Vec::new();
    }
    let some = 1..(1_u32 << bits.len()).saturating_sub(1);
    let chosen = |way: u32| {
        let taken = bits.iter().enumerate();
        let taken = taken.filter(|(index, _)| way >> index & 1 == 1);
        taken.fold(0, |mask, (_, bit)| mask | bit)
    };
    let mut ways: Vec<u64> = some.map(chosen).collect();
    ways.sort_by_key(|mask| mask.count_ones());
    ways.into_iter()
        .map(|from_parts| Stratum { from_parts })
        .collect()
}

/// The members of each dimension whose rows answer the question.
pub(crate) fn allowed(bound: &Bound<'_>, stratum: Stratum) -> Vec<Vec<bool>> {
    let columns = bound.table.dimensions().iter().enumerate();
    columns
        .map(|(column, c)| allowed_in(bound, (column, &c.dimension), stratum))
        .collect()
}

fn allowed_in(bound: &Bound<'_>, place: (usize, &Dimension), stratum: Stratum) -> Vec<bool> {
    let (column, dimension) = place;
    let kept: Vec<&Kept> = bound
        .kept
        .iter()
        .filter(|kept| kept.axis.column == column)
        .collect();
    let named = kept.iter().any(|kept| kept.axis.level.is_none());
    let of_stratum = if named {
        // Members named one by one are taken as they are, printed totals among them.
        vec![true; dimension.members.len()]
    } else {
        let printed = (!stratum.is_from_parts(column)).then(|| printed(bound, column, dimension));
        printed
            .flatten()
            .unwrap_or_else(|| of_kind(dimension, &MemberKind::Part))
    };
    kept.iter().fold(of_stratum, |allowed, kept| {
        let groups = kept.axis.groups(bound.table);
        let inside = |group: &Option<u32>| group.is_some_and(|g| kept.groups.contains(&g));
        allowed
            .into_iter()
            .zip(&groups)
            .map(|(was, group)| was && inside(group))
            .collect()
    })
}

/// The printed members at the finest level that the question names; none if there are none or it names the finest.
fn printed(bound: &Bound<'_>, column: usize, dimension: &Dimension) -> Option<Vec<bool>> {
    let kept = bound.kept.iter().map(|kept| kept.axis);
    let named = bound
        .by
        .iter()
        .copied()
        .chain(kept)
        .filter(|axis| axis.column == column);
    let finest = named.map(|axis| axis.level).min();
    let kind = match finest {
        None => MemberKind::Total,
        Some(None) => return None,
        Some(Some(level)) => MemberKind::Of(dimension.levels.get(level)?.name.clone()),
    };
    let members = of_kind(dimension, &kind);
    members.contains(&true).then_some(members)
}

fn of_kind(dimension: &Dimension, kind: &MemberKind) -> Vec<bool> {
    dimension
        .members
        .iter()
        .map(|member| member.kind == *kind)
        .collect()
}

/// The dimensions of which several members flow into one group.
pub(crate) fn collapsed(bound: &Bound<'_>, allowed: &[Vec<bool>]) -> Vec<usize> {
    let flows_together = |column: usize, members: &[bool]| {
        let axes = || bound.by.iter().filter(|axis| axis.column == column);
        // The finest level parts all members.
        if axes().any(|axis| axis.level.is_none()) {
            return false;
        }
        let groups: Vec<_> = axes().map(|axis| axis.groups(bound.table)).collect();
        let mut seen = std::collections::BTreeSet::new();
        let mut kept = members.iter().enumerate().filter(|(_, kept)| **kept);
        kept.any(|(member, _)| {
            let key: Vec<_> = groups
                .iter()
                .map(|g| g.get(member).copied().flatten())
                .collect();
            !seen.insert(key)
        })
    };
    let columns = allowed.iter().enumerate();
    columns
        .filter(|(column, members)| flows_together(*column, members))
        .map(|(c, _)| c)
        .collect()
}

/// The engine's form of a level.
pub(crate) fn key(table: &Table, axis: Axis) -> Key {
    let groups = match axis.level {
        None => Groups::Members,
        Some(_) => Groups::Map {
            of: axis.groups(table),
            count: axis.members(table).len(),
        },
    };
    Key {
        column: axis.column,
        groups,
    }
}

/// The engine's form of the members kept; a column that keeps all its members is not selected by.
pub(crate) fn select(allowed: &[Vec<bool>]) -> Vec<Selection> {
    let some = |(_, allowed): &(usize, &Vec<bool>)| allowed.contains(&false);
    let selection = |(column, allowed): (usize, &Vec<bool>)| Selection {
        column,
        allowed: allowed.clone(),
    };
    let columns = allowed.iter().enumerate();
    columns.filter(some).map(selection).collect()
}

/// The engine's form of the question.
pub(crate) fn query(bound: &Bound<'_>, allowed: &[Vec<bool>], measures: Vec<usize>) -> Query {
    Query {
        by: bound
            .by
            .iter()
            .map(|axis| key(bound.table, *axis))
            .collect(),
        select: select(allowed),
        measures,
        extremes: Vec::new(),
    }
}
