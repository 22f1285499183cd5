//! From a column as written to a dimension with members that mean something.

mod describe;

pub(crate) use describe::by_role;

use std::collections::HashMap;

use health::geography;
use table::{DimensionColumn, Member, MemberKind, NO_MEMBER, Role, Text};

use crate::age::{self, Band, Plain};
use crate::draft::RawDimension;
use crate::vocabulary::{
    Heading, blank_label, is_mean, is_of_which, is_total as is_total_word, total_label,
};
use crate::{level, sex, time, total as totals};

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

/// Settles a column that is about `role`; its places have the level that a plan decides, where they can.
pub(crate) fn settle(raw: RawDimension, role: Role) -> Settled {
    let is_place = role == Role::Geography;
    let wanted = raw.pinned.level.filter(|_| is_place);
    let wanted = wanted.or_else(|| level::of_heading(&raw).filter(|_| is_place));
    let Some(level) = wanted else {
        return settle_as_written(raw, role);
    };
    let settled = settle_as_written(raw.clone(), role);
    if settled.column.dimension.name == level.name() {
        return settled;
    }
    settle_as_written(at_level(raw, level), role)
}

/// Members that are totals by their words or by a plan, as they are written.
pub(crate) fn totals(raw: &RawDimension) -> Vec<String> {
    let pairs = raw.codes.iter().zip(&raw.labels);
    let is_total = |(code, label): &(&String, &String)| {
        let decided = raw.pinned.is_total(code, label);
        decided.unwrap_or_else(|| is_total_word(code, label))
    };
    let totals = pairs.filter(is_total);
    totals.map(|(_, label)| label.clone()).collect()
}

/// Every place that there is on a level, with a code that says so.
fn at_level(raw: RawDimension, level: geography::Level) -> RawDimension {
    let pairs = raw.codes.iter().zip(&raw.labels);
    let code = |(code, label): (&String, &String)| {
        let found = geography::recognise_at(code, level);
        let found = found.or_else(|| geography::recognise_at(label, level));
        found.map_or_else(
            || code.clone(),
            |place| format!("{}:{}", level.name(), place.code),
        )
    };
    let codes = pairs.map(code).collect();
    RawDimension { codes, ..raw }
}

fn settle_as_written(raw: RawDimension, role: Role) -> Settled {
    let mut preliminary = Vec::new();
    let has_months = role == Role::Time && raw.labels.iter().any(|it| time::is_month_number(it));
    let parse = if has_months {
        time::parse_among_months
    } else {
        time::parse
    };
    let (parents, meaning) = (indented(&raw, role), raw.meaning());
    let pairs = raw.codes.iter().zip(&raw.labels).enumerate();
    let drafts: Vec<Draft> = pairs
        .map(|(index, (code, label))| {
            let index = u32::try_from(index).unwrap_or(u32::MAX);
            let is_total = raw.pinned.is_total(code, label);
            let is_total = is_total.unwrap_or_else(|| is_total_word(code, label));
            if is_total {
                return total((code, label), role, index);
            }
            draft((code, label), role, index, (parse, &mut preliminary))
        })
        .map(|draft| under(draft, &parents))
        .map(|draft| apart(draft, meaning))
        .collect();
    let blank_count = raw.blank_count();
    let (members, remap) = order(drafts);
    let mut dimension = describe::describe(&raw, role, members);
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

/// How periods are read.
type Parse = fn(&str) -> Option<time::Period>;

/// Members under which others are indented; places have levels of their own.
fn indented(raw: &RawDimension, role: Role) -> Vec<String> {
    if matches!(role, Role::Geography | Role::Time) {
        return Vec::new();
    }
    raw.parents.clone()
}

/// A member under which others are indented is the sum of them.
fn under(mut draft: Draft, parents: &[String]) -> Draft {
    let member = &mut draft.member;
    if member.kind == MemberKind::Part && parents.contains(&member.code) {
        member.kind = MemberKind::Of(totals::SUBTOTAL.to_owned());
    }
    draft
}

/// A mean of the others, or a part of the one above, is no part, unless it is the name of a measure.
fn apart(mut draft: Draft, meaning: Option<Heading>) -> Draft {
    let member = &mut draft.member;
    let may_be = member.kind == MemberKind::Part && meaning != Some(Heading::MeasureName);
    let label = &member.label.da;
    if may_be && (is_mean(label) || is_of_which(label)) {
        member.kind = MemberKind::Of(totals::SUBTOTAL.to_owned());
    }
    draft
}

fn draft(
    written: (&str, &str),
    role: Role,
    index: u32,
    (parse, preliminary): (Parse, &mut Vec<String>),
) -> Draft {
    let (code, label) = written;
    let plain = Draft {
        member: Member {
            code: code.to_owned(),
            label: Text::same(label),
            kind: MemberKind::Part,
        },
        order: (1, index),
    };
    match role {
        Role::Time => period(written, parse, preliminary).unwrap_or(plain),
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

fn total((code, label): (&str, &str), role: Role, index: u32) -> Draft {
    let label = if role == Role::Geography {
        Text::same(label)
    } else {
        total_label()
    };
    let member = Member {
        code: code.to_owned(),
        label,
        kind: MemberKind::Total,
    };
    let order = (0, index);
    Draft { member, order }
}

fn period(written: (&str, &str), parse: Parse, preliminary: &mut Vec<String>) -> Option<Draft> {
    let (code, label) = written;
    let period = parse(label).or_else(|| parse(code))?;
    if period.preliminary && !preliminary.contains(&period.code) {
        preliminary.push(period.code.clone());
    }
    // A period from one moment to another reads best as it is written.
    let is_span = period.code.len() > 9 && period.code.contains('/');
    let label = if parse(label).is_some() && !is_span {
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
pub(crate) fn chronological(code: &str) -> u32 {
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
