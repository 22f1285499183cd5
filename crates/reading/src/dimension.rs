//! From a column as written to a dimension with members that mean something.

use std::collections::HashMap;

use health::geography;
use table::{Dimension, DimensionColumn, Member, MemberKind, NO_MEMBER, Role, Text};

use crate::age::{self, Band, Plain};
use crate::draft::RawDimension;
use crate::vocabulary::{blank_label, is_total, role_label, total_label};
use crate::{sex, time, total};

/// The name of the level of bands of age that hold others.
const WIDER_AGES: &str = "age_group";
const BLANK: &str = "uoplyst";

/// A settled column, and what was found in it.
#[derive(Clone, Debug)]
pub(crate) struct Settled {
    pub(crate) column: DimensionColumn,
    /// Codes of periods marked as preliminary.
    pub(crate) preliminary: Vec<String>,
    pub(crate) blank_count: usize,
}

/// A member on its way, with its place in the order.
struct Draft {
    member: Member,
    order: (u32, u32),
}

/// Settles a column that is about `role`.
pub(crate) fn settle(raw: RawDimension, role: Role) -> Settled {
    let mut preliminary = Vec::new();
    let pairs = raw.codes.iter().zip(&raw.labels).enumerate();
    let drafts: Vec<Draft> = pairs
        .map(|(index, (code, label))| {
            let index = u32::try_from(index).unwrap_or(u32::MAX);
            draft((code, label), role, index, &mut preliminary)
        })
        .collect();
    let blank_count = raw.blank_count();
    let (members, remap) = order(drafts);
    let mut dimension = describe(&raw, role, members);
    let mut blank = NO_MEMBER;
    if blank_count > 0 {
        let member = Member {
            code: BLANK.to_owned(),
            label: blank_label(),
            kind: MemberKind::Part,
        };
        blank = u32::try_from(dimension.members.len()).unwrap_or(NO_MEMBER);
        dimension.members.push(member);
    }
    let codes = raw.rows.recoded(&remap, blank);
    Settled {
        column: DimensionColumn { dimension, codes },
        preliminary,
        blank_count,
    }
}

fn draft(written: (&str, &str), role: Role, index: u32, preliminary: &mut Vec<String>) -> Draft {
    let (code, label) = written;
    let plain = Draft {
        member: Member {
            code: code.to_owned(),
            label: Text::same(label),
            kind: MemberKind::Part,
        },
        order: (1, index),
    };
    if is_total(code, label) {
        let kind = MemberKind::Total;
        let label = if role == Role::Geography {
            Text::same(label)
        } else {
            total_label()
        };
        return Draft {
            member: Member {
                code: code.to_owned(),
                label,
                kind,
            },
            order: (0, index),
        };
    }
    match role {
        Role::Time => period(written, preliminary).unwrap_or(plain),
        Role::Age => match band(code, label) {
            Some(band) => Draft {
                member: Member {
                    code: band.code(),
                    label: band.label(),
                    kind: MemberKind::Part,
                },
                order: (1, band.from),
            },
            None => Draft {
                order: (2, index),
                ..plain
            },
        },
        Role::Sex => match sex::member(code, label) {
            Some(member) => Draft { member, ..plain },
            None => plain,
        },
        _ => plain,
    }
}

fn period(written: (&str, &str), preliminary: &mut Vec<String>) -> Option<Draft> {
    let (code, label) = written;
    let period = time::parse(label).or_else(|| time::parse(code))?;
    if period.preliminary && !preliminary.contains(&period.code) {
        preliminary.push(period.code.clone());
    }
    let label = if time::parse(label).is_some() {
        &period.code
    } else {
        label
    };
    let member = Member {
        code: period.code.clone(),
        label: Text::same(label),
        kind: MemberKind::Part,
    };
    Some(Draft {
        order: (1, chronological(&period.code)),
        member,
    })
}

/// Year first, then the number within the year.
fn chronological(code: &str) -> u32 {
    let number = |text: Option<&str>| {
        let digits: String = text
            .unwrap_or_default()
            .chars()
            .filter(char::is_ascii_digit)
            .take(4)
            .collect();
        digits.parse::<u32>().unwrap_or(0)
    };
    number(code.get(..4)) * 10_000 + number(code.get(4..))
}

fn band(code: &str, label: &str) -> Option<Band> {
    age::parse(label, Plain::IsAge).or_else(|| age::parse(code, Plain::IsAge))
}

/// Members in the order people expect, those with one code together, and where each raw member went.
fn order(drafts: Vec<Draft>) -> (Vec<Member>, Vec<u32>) {
    let mut indexed: Vec<(usize, Draft)> = drafts.into_iter().enumerate().collect();
    indexed.sort_by_key(|(_, draft)| draft.order);
    let mut remap = vec![NO_MEMBER; indexed.len()];
    let mut members: Vec<Member> = Vec::new();
    let mut known: HashMap<String, u32> = HashMap::new();
    for (raw, draft) in indexed {
        let next = u32::try_from(members.len()).unwrap_or(NO_MEMBER);
        let index = *known.entry(draft.member.code.clone()).or_insert(next);
        if index == next {
            members.push(draft.member);
        }
        if let Some(slot) = remap.get_mut(raw) {
            *slot = index;
        }
    }
    (members, remap)
}

fn describe(raw: &RawDimension, role: Role, members: Vec<Member>) -> Dimension {
    let (_, label) = role_label(role);
    let label = if raw.heading.is_empty() {
        label
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
            members: total::only_one(dimension.members),
            ..dimension
        },
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
        members: total::only_one(described.members),
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
    total::only_one(members.collect())
}
