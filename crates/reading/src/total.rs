//! Printed totals told from the parts they are the sum of.

use table::{Member, MemberKind};

/// The name of the level of sums over some of the parts.
pub(crate) const SUBTOTAL: &str = "subtotal";

/// Leaves one total: the one with the shortest name. The others are sums over some of the parts only.
pub(crate) fn only_one(mut members: Vec<Member>) -> Vec<Member> {
    let totals = members
        .iter()
        .enumerate()
        .filter(|(_, member)| member.kind == MemberKind::Total);
    let widest = totals
        .min_by_key(|(_, member)| member.label.da.chars().count())
        .map(|(index, _)| index);
    for (index, member) in members.iter_mut().enumerate() {
        if member.kind == MemberKind::Total && Some(index) != widest {
            member.kind = MemberKind::Of(SUBTOTAL.to_owned());
        }
    }
    members
}
