//! Which rows answer a question: printed totals where the table has them, or the finest parts.

use engine::{Groups, Key, Query, Selection};
use table::{Dimension, MemberKind};

use crate::axis::Axis;
use crate::question::{Bound, Kept};

/// Which rows to answer from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stratum {
    /// Printed members of the level asked for, and printed totals of what is left out, where they exist.
    Printed,
    /// Only the finest parts.
    Parts,
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
        let printed = (stratum == Stratum::Printed).then(|| printed(bound, column, dimension));
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
        let axes = bound.by.iter().filter(|axis| axis.column == column);
        let groups: Vec<_> = axes.map(|axis| axis.groups(bound.table)).collect();
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

/// The engine's form of the question.
pub(crate) fn query(bound: &Bound<'_>, allowed: &[Vec<bool>], measures: Vec<usize>) -> Query {
    let key = |axis: &Axis| match axis.level {
        None => Key {
            column: axis.column,
            groups: Groups::Members,
        },
        Some(_) => {
            let (of, count) = (axis.groups(bound.table), axis.members(bound.table).len());
            Key {
                column: axis.column,
                groups: Groups::Map { of, count },
            }
        }
    };
    let selection = |(column, allowed): (usize, &Vec<bool>)| {
        let all = allowed.iter().all(|kept| *kept);
        (!all).then(|| Selection {
            column,
            allowed: allowed.clone(),
        })
    };
    Query {
        by: bound.by.iter().map(key).collect(),
        select: allowed.iter().enumerate().filter_map(selection).collect(),
        measures,
    }
}
