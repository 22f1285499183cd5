//! Printed totals told from the parts they are the sum of.

use table::{Member, MemberKind, Text};

use crate::vocabulary::{is_plain_total, total_label};

/// The name of the level of sums over some of the parts.
pub(crate) const SUBTOTAL: &str = "subtotal";

/// Leaves one total: the one that says nothing else, or has the shortest name. The others are sums over some of the parts only.
pub(crate) fn only_one(mut members: Vec<Member>) -> Vec<Member> {
    let totals = members
        .iter()
        .enumerate()
        .filter(|(_, member)| member.kind == MemberKind::Total);
    let width = |member: &Member| {
        let written = written(member);
        (!is_plain_total(written), written.chars().count())
    };
    let widest = totals
        .min_by_key(|(_, member)| width(member))
        .map(|(index, _)| index);
    for (index, member) in members.iter_mut().enumerate() {
        if member.kind == MemberKind::Total && Some(index) != widest {
            member.kind = MemberKind::Of(SUBTOTAL.to_owned());
            member.label = called(member);
        }
    }
    members
}

/// What a total is called in the file.
fn written(member: &Member) -> &str {
    if member.label == total_label() {
        &member.code
    } else {
        &member.label.da
    }
}

/// The sum over some of the parts keeps its own name.
fn called(member: &Member) -> Text {
    if is_plain_total(written(member)) {
        member.label.clone()
    } else {
        Text::same(written(member))
    }
}
