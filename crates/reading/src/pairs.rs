//! A column of codes and the column that spells them out become one.

use table::NO_MEMBER;

use crate::draft::{Origin, RawDimension};
use crate::pairing::{self, Pair};
use crate::role;
use crate::vocabulary::{is_code_heading, without_label_words};

/// Joins every pair of columns of which one spells out the other.
pub(crate) fn join(dimensions: Vec<RawDimension>) -> Vec<RawDimension> {
    let mut joined: Vec<RawDimension> = Vec::new();
    let mut last_joined = false;
    for dimension in dimensions {
        let before = joined.len();
        let partner = joined.iter().enumerate().rev().find(|(index, other)| {
            let nearness = if index + 1 == before && !last_joined {
                Nearness::Beside
            } else {
                Nearness::Apart
            };
            may_pair(other, &dimension, nearness) && is_one_to_one(other, &dimension)
        });
        let partner = partner.map(|(index, _)| index);
        last_joined = partner.is_some();
        match partner.and_then(|index| joined.get_mut(index)) {
            Some(other) => *other = pair(other, dimension),
            None => joined.push(dimension),
        }
    }
    joined
}

/// Where two columns stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Nearness {
    Beside,
    Apart,
}

fn may_pair(left: &RawDimension, right: &RawDimension, nearness: Nearness) -> bool {
    let adjacent = nearness == Nearness::Beside;
    let plain = |dimension: &RawDimension| {
        dimension.codes == dimension.labels && dimension.origin == Origin::Column
    };
    if !plain(left) || !plain(right) {
        return false;
    }
    match (left.heading.is_empty(), right.heading.is_empty()) {
        (true, true) => adjacent && left_is_code(left, right) && roles_agree(left, right),
        (false, false) if left.heading == right.heading => adjacent,
        (false, false) if is_bare(left) || is_bare(right) => adjacent && roles_agree(left, right),
        (false, false) => without_label_words(&left.heading) == without_label_words(&right.heading),
        _ => adjacent && roles_agree(left, right) && (is_code(left) != is_code(right)),
    }
}

/// A heading that says no more than that codes or names stand below.
fn is_bare(dimension: &RawDimension) -> bool {
    without_label_words(&dimension.heading).is_empty()
}

fn roles_agree(left: &RawDimension, right: &RawDimension) -> bool {
    match (role::of_members(left), role::of_members(right)) {
        (Some(left), Some(right)) => left == right,
        _ => true,
    }
}

/// Short texts without blanks, mostly with digits or in capitals.
fn is_code(dimension: &RawDimension) -> bool {
    let short = |text: &String| text.len() <= 18 && !text.contains(' ');
    let coded = |text: &&String| {
        text.bytes().any(|byte| byte.is_ascii_digit())
            || text.chars().all(char::is_uppercase)
            || text.len() <= 3
    };
    let codes = &dimension.codes;
    codes.iter().all(short) && codes.iter().filter(coded).count() * 2 >= codes.len()
}

fn left_is_code(left: &RawDimension, right: &RawDimension) -> bool {
    is_code(left) && (!is_code(right) || left.codes == right.codes)
}

/// Whether each member of one goes with a single member of the other, and blanks with blanks.
fn is_one_to_one(left: &RawDimension, right: &RawDimension) -> bool {
    if left.codes.len() != right.codes.len() || left.rows.len() != right.rows.len() {
        return false;
    }
    let Some(pairs) = pairs(left, right) else {
        return false;
    };
    let turned: Vec<Pair> = pairs.iter().map(|(left, right)| (*right, *left)).collect();
    let count = left.codes.len();
    partners(count, &pairs).is_some() && partners(count, &turned).is_some()
}

/// The members that stand in one row; nothing if there are more such pairs than members.
fn pairs(left: &RawDimension, right: &RawDimension) -> Option<Vec<Pair>> {
    let (left, right) = (
        (&left.rows, left.codes.len()),
        (&right.rows, right.codes.len()),
    );
    pairing::pairs(left, right, left.1 + 1)
}

/// For each of so many members the one it goes with; none where it goes with several.
fn partners(count: usize, pairs: &[Pair]) -> Option<Vec<u32>> {
    let mut partners = vec![NO_MEMBER; count];
    for &(own, other) in pairs {
        if own == NO_MEMBER && other == NO_MEMBER {
            continue;
        }
        let slot = partners.get_mut(usize::try_from(own).ok()?)?;
        if other == NO_MEMBER || (*slot != NO_MEMBER && *slot != other) {
            return None;
        }
        *slot = other;
    }
    Some(partners)
}

fn pair(left: &RawDimension, right: RawDimension) -> RawDimension {
    let swap = is_code_heading(&right.heading) || (is_code(&right) && !is_code(left));
    let left = left.clone();
    let (codes, labels) = if swap { (right, left) } else { (left, right) };
    let spelt = pairs(&codes, &labels).and_then(|pairs| partners(codes.codes.len(), &pairs));
    let spelt = spelt.unwrap_or_default();
    let label = |partner: &u32| {
        let label = usize::try_from(*partner)
            .ok()
            .and_then(|index| labels.codes.get(index));
        label.cloned().unwrap_or_default()
    };
    let labels_of = spelt.iter().map(label).collect();
    let heading = if labels.heading.is_empty() {
        codes.heading
    } else {
        labels.heading
    };
    RawDimension {
        heading,
        labels: labels_of,
        ..codes
    }
}
