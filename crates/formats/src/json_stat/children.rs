//! Members that hold others: a tree, written as the children of each.

use std::collections::BTreeMap;

use table::MemberKind;

use crate::{FormatError, Place, Reason};

use super::malformed;
use super::pairs::Pairs;

/// The kind of each member of a dimension: the only one that holds all others is their total, any other that holds some belongs to
/// a wider level.
pub(super) fn kinds(
    id: &str,
    codes: &BTreeMap<&str, usize>,
    child: &Pairs<Vec<String>>,
) -> Result<Vec<MemberKind>, FormatError> {
    let wrong = |reason| malformed(Place::column(id), reason);
    let index = |code: &String| codes.get(code.as_str()).copied();
    let mut children = vec![Vec::new(); codes.len()];
    let mut has_parent = vec![false; codes.len()];
    for (parent, own) in &child.0 {
        let parent = index(parent).ok_or_else(|| wrong(Reason::UnknownMember))?;
        for code in own {
            let child = index(code).ok_or_else(|| wrong(Reason::UnknownMember))?;
            if let Some(has_parent) = has_parent.get_mut(child) {
                *has_parent = true;
            }
            children
                .get_mut(parent)
                .into_iter()
                .for_each(|it| it.push(child));
        }
    }
    if has_circle(&children) {
        return Err(wrong(Reason::Circle));
    }
    let roots = has_parent.iter().filter(|has_parent| !**has_parent).count();
    let kind = |(own, has_parent): (&Vec<usize>, &bool)| match own.is_empty() {
        true => MemberKind::Part,
        false if roots == 1 && !has_parent => MemberKind::Total,
        false => MemberKind::Of(format!("{id}_group")),
    };
    Ok(children.iter().zip(&has_parent).map(kind).collect())
}

/// Whether a member holds itself: members that no one waits for are taken away until none is left.
fn has_circle(children: &[Vec<usize>]) -> bool {
    let mut parents = vec![0_usize; children.len()];
    for child in children.iter().flatten() {
        parents
            .get_mut(*child)
            .into_iter()
            .for_each(|count| *count += 1);
    }
    let free = parents.iter().enumerate().filter(|(_, count)| **count == 0);
    let mut free: Vec<usize> = free.map(|(index, _)| index).collect();
    let mut taken = 0;
    while let Some(index) = free.pop() {
        taken += 1;
        for child in children.get(index).into_iter().flatten() {
            let Some(count) = parents.get_mut(*child) else {
                continue;
            };
            *count -= 1;
            if *count == 0 {
                free.push(*child);
            }
        }
    }
    taken < children.len()
}
