//! What the members of a dimension are among each other.

use health::geography;
use table::{Dimension, Member, MemberKind, Role, Text};

use crate::age::{self, Band, Plain};
use crate::draft::RawDimension;
use crate::total as totals;
use crate::vocabulary::{period_label, role_label};

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
        _ => Dimension {
            members: totals::only_one(dimension.members),
            ..dimension
        },
    }
}

/// The name and label of a column without a heading.
pub(crate) fn by_role(role: Role, members: &[Member]) -> (&'static str, Text) {
    let parts = members.iter().filter(|it| it.kind == MemberKind::Part);
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
    let wider = bands
        .iter()
        .map(|own| holds_others(*own))
        .collect::<Vec<_>>();
    let members = members.into_iter().zip(wider).map(|(mut member, wider)| {
        if wider {
            member.kind = MemberKind::Of(WIDER_AGES.to_owned());
        }
        member
    });
    totals::only_one(members.collect())
}
