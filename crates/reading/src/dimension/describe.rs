//! What the members of a dimension are among each other.

use health::geography;
use table::{Dimension, Member, MemberKind, Role, Text};

use crate::age::{self, Band, Plain};
use crate::draft::RawDimension;
use crate::vocabulary::{is_unstated, period_label, role_label};
use crate::{span, total as totals};

/// With more members than this nobody looks for those that hold others, each of which is held against each.
const MOST_MEMBERS: usize = 5_000;
/// The name of the level of bands of age that hold others.
const WIDER_AGES: &str = "age_group";

/// The dimension of these members.
pub(super) fn describe(raw: &RawDimension, role: Role, members: Vec<Member>) -> Dimension {
    let label = if raw.heading.is_empty() {
        by_role(role, &members).1
    } else {
        Text::same(&raw.heading)
    };
    let dimension = Dimension {
        name: String::new(),
        label,
        role,
        members,
        levels: Vec::new(),
    };
    match role {
        Role::Geography => describe_places(dimension),
        Role::Age => Dimension {
            members: wider_ages(dimension.members),
            ..dimension
        },
        Role::Time => Dimension {
            members: totals::only_one(wider_periods(dimension.members)),
            ..dimension
        },
        _ => Dimension {
            members: totals::only_one(dimension.members),
            ..dimension
        },
    }
}

/// A year beside its own months or quarters is no part.
fn wider_periods(members: Vec<Member>) -> Vec<Member> {
    if members.len() > MOST_MEMBERS {
        return members;
    }
    let codes: Vec<String> = members.iter().map(|member| member.code.clone()).collect();
    // Days are many, and no longer than any other.
    let may_hold = |code: &str| code.len() <= 6 || code.contains('/');
    let is_long = |member: &Member| member.kind == MemberKind::Part && may_hold(&member.code);
    let wider = |mut member: Member| {
        if is_long(&member) && codes.iter().any(|code| span::holds(&member.code, code)) {
            member.kind = MemberKind::Of(totals::SUBTOTAL.to_owned());
        }
        member
    };
    members.into_iter().map(wider).collect()
}

/// The name and label of a column without a heading.
pub(crate) fn by_role(role: Role, members: &[Member]) -> (&'static str, Text) {
    let stated = |it: &&Member| it.kind == MemberKind::Part && !is_unstated(&it.label.da);
    let parts = members.iter().filter(stated);
    match role {
        Role::Time => period_label(parts.map(|member| member.code.as_str())),
        _ => role_label(role),
    }
}

/// Totals that are no places, such as `I alt`, stay totals.
fn describe_places(dimension: Dimension) -> Dimension {
    let totals: Vec<bool> = dimension
        .members
        .iter()
        .map(|member| member.kind == MemberKind::Total)
        .collect();
    let mut described = geography::describe(dimension);
    for (member, was_total) in described.members.iter_mut().zip(totals) {
        if was_total {
            member.kind = MemberKind::Total;
        }
    }
    Dimension {
        members: totals::only_one(described.members),
        ..described
    }
}

/// A band that holds two others or more is no part.
fn wider_ages(members: Vec<Member>) -> Vec<Member> {
    if members.len() > MOST_MEMBERS {
        return totals::only_one(members);
    }
    let band = |member: &Member| {
        (member.kind == MemberKind::Part)
            .then(|| age::parse(&member.code, Plain::IsAge))
            .flatten()
    };
    let bands: Vec<Option<Band>> = members.iter().map(band).collect();
    let holds_others = |own: Option<Band>| {
        let inside = |other: &&Band| own.is_some_and(|own| own != **other && own.holds(**other));
        bands.iter().flatten().filter(inside).count() > 1
    };
    let hold: Vec<bool> = bands.iter().map(|own| holds_others(*own)).collect();
    // One band inside another is a part of it that says nothing of the rest.
    let is_alone_inside = |own: Option<Band>| {
        let mut others = bands.iter().zip(&hold).filter(|(_, holds)| !**holds);
        own.is_some_and(|own| {
            others.any(|(other, _)| other.is_some_and(|other| own != other && other.holds(own)))
        })
    };
    let alone = bands.iter().map(|own| is_alone_inside(*own));
    let wider: Vec<bool> = (hold.iter().zip(alone))
        .map(|(holds, alone)| *holds || alone)
        .collect();
    let members = members.into_iter().zip(wider).map(|(mut member, wider)| {
        if wider {
            member.kind = MemberKind::Of(WIDER_AGES.to_owned());
        }
        member
    });
    totals::only_one(members.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many of so many members hold others.
    fn wider(count: usize, code: impl Fn(usize) -> String) -> usize {
        let member = |at: usize| Member {
            code: code(at),
            ..Member::default()
        };
        let members: Vec<Member> = (0..count).map(member).collect();
        let found = wider_periods(members.clone()).into_iter();
        let found = found.chain(wider_ages(members));
        found.filter(|it| it.kind != MemberKind::Part).count()
    }

    #[test]
    fn members_that_hold_others_are_looked_for_among_a_few_thousand_and_no_more() {
        let period = |at: usize| match at {
            0 => "2023".to_owned(),
            1 => "2023K1".to_owned(),
            _ => format!("x{at}"),
        };
        assert_eq!(wider(MOST_MEMBERS, period), 1);
        assert_eq!(wider(MOST_MEMBERS + 1, period), 0);
        let age = |at: usize| match at {
            0 => "0-99".to_owned(),
            1 => "0-17".to_owned(),
            2 => "18-99".to_owned(),
            _ => format!("x{at}"),
        };
        assert_eq!(wider(MOST_MEMBERS, age), 1);
        assert_eq!(wider(MOST_MEMBERS + 1, age), 0);
    }
}
