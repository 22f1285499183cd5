//! Dimension columns from what was read.

use std::collections::BTreeSet;
use std::rc::Rc;

use table::{Codes, Dimension, DimensionColumn, Member, NO_MEMBER, Role, Text};

/// Texts as members, in the order they were met.
pub(super) fn dimension(name: &str, texts: &[Rc<str>], rows: Vec<u32>) -> DimensionColumn {
    let members = texts.iter().map(|text| member(text)).collect::<Vec<_>>();
    let codes = Codes::pack(rows, members.len());
    DimensionColumn {
        dimension: described(name, Role::Other, members),
        codes,
    }
}

fn described(name: &str, role: Role, members: Vec<Member>) -> Dimension {
    Dimension {
        name: name.to_owned(),
        label: Text::same(name),
        role,
        members,
        levels: Vec::new(),
    }
}

fn member(code: &str) -> Member {
    Member {
        code: code.to_owned(),
        label: Text::same(code),
        ..Member::default()
    }
}

/// Days and moments become members in the order of time.
pub(super) fn days_or_moments(
    name: &str,
    values: &[i64],
    absent: Option<Vec<bool>>,
    show: impl Fn(i64) -> String,
) -> DimensionColumn {
    let absent = absent.unwrap_or_default();
    let present = |(row, value): (usize, &i64)| (absent.get(row) != Some(&true)).then_some(*value);
    let distinct: BTreeSet<i64> = values.iter().enumerate().filter_map(present).collect();
    let distinct: Vec<i64> = distinct.into_iter().collect();
    // Moments within one second are the same text.
    let mut members: Vec<Member> = Vec::new();
    let mut indices = Vec::new();
    for &value in &distinct {
        let code = show(value);
        if members.last().is_none_or(|last| last.code != code) {
            members.push(member(&code));
        }
        indices.push(u32::try_from(members.len() - 1).unwrap_or(NO_MEMBER));
    }
    let index = |value: i64| {
        let at = distinct.binary_search(&value).ok()?;
        indices.get(at).copied()
    };
    let rows = values
        .iter()
        .enumerate()
        .map(|each| present(each).and_then(index));
    let rows = rows.map(|index| index.unwrap_or(NO_MEMBER)).collect();
    let codes = Codes::pack(rows, members.len());
    DimensionColumn {
        dimension: described(name, Role::Time, members),
        codes,
    }
}
