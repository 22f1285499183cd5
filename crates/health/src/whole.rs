//! Printed members that flow together: what they add up to stands for a group only where all of them are printed.

use table::MemberKind;

use crate::column::Column;
use crate::disclosure::Figure;
use crate::question::Bound;
use crate::refusal::Refusal;
use crate::strata::{self, Stratum};

/// The groups that lack none of the printed members that flow into them.
pub(crate) fn only(
    bound: &Bound<'_>,
    allowed: &[Vec<bool>],
    column: Column<Figure>,
) -> Result<Column<Figure>, Refusal> {
    let flowing: Vec<usize> = strata::collapsed(bound, allowed)
        .into_iter()
        .filter(|&at| is_printed(bound, at, allowed))
        .collect();
    if flowing.is_empty() {
        return Ok(column);
    }
    let finer = bound.also_by(&flowing);
    let cells = bound.cells(strata::query(&finer, allowed, Vec::new()))?;
    let mut found = Column::new(finer.by.len());
    (0..cells.len()).for_each(|group| found.push(cells.key(group), ()));
    let found = found.regroup(bound.by.len(), <[()]>::len);
    let mut whole = Column::new(bound.by.len());
    for (key, figure) in column.iter() {
        let expected = flowing.iter().map(|&at| members(bound, (at, allowed), key));
        if found.get(key).copied() == Some(expected.product()) {
            whole.push(key, *figure);
        }
    }
    Ok(whole)
}

/// All groups that any rows may answer, with nothing known of them.
pub(crate) fn groups(bound: &Bound<'_>) -> Result<Column<Figure>, Refusal> {
    let [printed, parts] =
        [Stratum::PRINTED, Stratum::PARTS].map(|stratum| strata::allowed(bound, stratum));
    let either = |(a, b): (Vec<bool>, Vec<bool>)| a.iter().zip(&b).map(|(a, b)| *a || *b).collect();
    let allowed: Vec<Vec<bool>> = printed.into_iter().zip(parts).map(either).collect();
    let cells = bound.cells(strata::query(bound, &allowed, Vec::new()))?;
    let mut groups = Column::new(bound.by.len());
    (0..cells.len()).for_each(|group| groups.push(cells.key(group), Figure::Missing));
    Ok(groups)
}

/// Whether a dimension is answered from what is printed of a level; members named one by one are taken as they are.
fn is_printed(bound: &Bound<'_>, at: usize, allowed: &[Vec<bool>]) -> bool {
    let mut kept = bound.kept.iter().map(|kept| kept.axis);
    if kept.any(|axis| axis.column == at && axis.level.is_none()) {
        return false;
    }
    let dimension = bound.table.dimensions().get(at);
    let members = dimension.map_or(&[][..], |column| &column.dimension.members);
    let mut kept = members.iter().zip(allowed.get(at).into_iter().flatten());
    kept.any(|(member, kept)| *kept && matches!(member.kind, MemberKind::Of(_)))
}

/// How many allowed members of a dimension flow into a group.
fn members(bound: &Bound<'_>, (at, allowed): (usize, &[Vec<bool>]), key: &[u32]) -> usize {
    let axes = bound
        .by
        .iter()
        .zip(key)
        .filter(|(axis, _)| axis.column == at);
    let levels: Vec<_> = axes
        .map(|(axis, code)| (axis.groups(bound.table), *code))
        .collect();
    let is_of = |member: usize| {
        let mut levels = levels.iter();
        levels.all(|(groups, code)| groups.get(member) == Some(&Some(*code)))
    };
    let kept = allowed.get(at).into_iter().flatten().enumerate();
    kept.filter(|(member, kept)| **kept && is_of(*member))
        .count()
}
