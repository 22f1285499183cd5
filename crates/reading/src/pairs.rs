//! A column of codes and the column that spells them out become one.

mod heading;

use std::borrow::Cow;

use table::NO_MEMBER;

use crate::draft::{Origin, RawDimension, Source};
use crate::pairing::{self, Pair};
use crate::pins::Pinned;
use crate::plan::ColumnRole;
use crate::vocabulary::{is_code_heading, without_label_words};
use crate::{blank_totals, role};

/// Joins every pair of columns of which one spells out the other.
pub(crate) fn join(dimensions: Vec<RawDimension>) -> Vec<RawDimension> {
    let mut joined: Vec<RawDimension> = Vec::new();
    let mut last_joined = false;
    for dimension in dimensions {
        let before = joined.len();
        let partner = joined.iter().enumerate().rev().find_map(|(index, other)| {
            let nearness = if index + 1 == before && !last_joined {
                Nearness::Beside
            } else {
                Nearness::Apart
            };
            may_pair(other, &dimension, nearness).then_some(())?;
            Some((index, spelling(other, &dimension)?))
        });
        last_joined = partner.is_some();
        let partner = partner.and_then(|(index, own)| Some((joined.get_mut(index)?, own)));
        match partner {
            Some((other, own)) => *other = pair(other, own.into_owned()),
            None => joined.push(dimension),
        }
    }
    join_decided(joined)
}

/// A column that goes with another as codes go with names; in the row of a total only one of the two may say so.
fn spelling<'d>(other: &RawDimension, own: &'d RawDimension) -> Option<Cow<'d, RawDimension>> {
    let spells = is_one_to_one(other, own)
        || spells_with_gaps(other, own)
        || heading::spells_by_heading(other, own);
    if spells {
        return Some(Cow::Borrowed(own));
    }
    let whole = blank_totals::beside(own, other)?;
    is_one_to_one(other, &whole).then_some(Cow::Owned(whole))
}

/// Joins columns that a plan says to be codes and that nothing else told so, with the nearest that they go with.
fn join_decided(mut dimensions: Vec<RawDimension>) -> Vec<RawDimension> {
    let mut at = 0;
    while let Some(codes) = dimensions.get(at) {
        let nearest = |own: &RawDimension| {
            let is_plain = own.codes == own.labels && own.origin == Origin::Column;
            let fits = is_one_to_one(codes, own) || spells_with_gaps(codes, own);
            is_plain && own.pinned.role != Some(ColumnRole::Code) && fits
        };
        let is_decided = codes.pinned.role == Some(ColumnRole::Code) && codes.codes == codes.labels;
        let others = dimensions
            .iter()
            .enumerate()
            .filter(|(index, _)| is_decided && *index != at);
        let fits = others
            .filter(|(_, own)| nearest(own))
            .map(|(index, _)| index);
        let partner = fits.min_by_key(|index| index.abs_diff(at));
        match partner
            .and_then(|partner| Some((partner, pair(codes, dimensions.get(partner)?.clone()))))
        {
            Some((partner, joined)) => {
                if let Some(slot) = dimensions.get_mut(partner) {
                    *slot = joined;
                }
                dimensions.remove(at);
            }
            None => at += 1,
        }
    }
    dimensions
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
    match (left.pinned.role, right.pinned.role) {
        (Some(ColumnRole::Code), Some(ColumnRole::Code)) => return false,
        (Some(ColumnRole::Code), Some(_)) | (Some(_), Some(ColumnRole::Code)) => {}
        (Some(_), Some(_)) => return false,
        _ => {}
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

/// Whether one of the two names every row and the other has a code for some of the names: official codes stand beside
/// municipalities and beside nothing else.
fn spells_with_gaps(left: &RawDimension, right: &RawDimension) -> bool {
    let codes_first = has_gaps(left, right);
    let (codes, labels) = if codes_first {
        (left, right)
    } else {
        (right, left)
    };
    let is_told = is_code_heading(&codes.heading) || codes.pinned.role == Some(ColumnRole::Code);
    let is_full = labels.blank_count() == 0 && codes.rows.len() == labels.rows.len();
    if !(is_told && is_full && codes.blank_count() > 0 && !codes.codes.is_empty()) {
        return false;
    }
    let sizes = (
        (&codes.rows, codes.codes.len()),
        (&labels.rows, labels.codes.len()),
    );
    let Some(pairs) = pairing::pairs(sizes.0, sizes.1, labels.codes.len() + 1) else {
        return false;
    };
    // Each name has one code or none, each code one name.
    let written = |(code, _): &&Pair| *code != NO_MEMBER;
    let with_code: Vec<Pair> = pairs.iter().filter(written).copied().collect();
    let turned: Vec<Pair> = with_code
        .iter()
        .map(|(code, label)| (*label, *code))
        .collect();
    pairs.len() == labels.codes.len()
        && partners(codes.codes.len(), &with_code).is_some()
        && partners(labels.codes.len(), &turned).is_some()
}

fn has_gaps(codes: &RawDimension, labels: &RawDimension) -> bool {
    codes.blank_count() > 0 && labels.blank_count() == 0
}

/// The names, each with its code or, where it has none, with itself.
fn pair_with_gaps(codes: &RawDimension, labels: &RawDimension) -> RawDimension {
    let sizes = (
        (&labels.rows, labels.codes.len()),
        (&codes.rows, codes.codes.len()),
    );
    let pairs = pairing::pairs(sizes.0, sizes.1, usize::MAX).unwrap_or_default();
    let mut own = labels.codes.clone();
    for (label, code) in pairs {
        let code = codes.codes.get(code as usize);
        if let (Some(slot), Some(code)) = (own.get_mut(label as usize), code) {
            slot.clone_from(code);
        }
    }
    RawDimension {
        codes: own,
        ..labels.clone()
    }
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
    if has_gaps(left, &right) || has_gaps(&right, left) {
        let (codes, labels) = if has_gaps(left, &right) {
            (left, &right)
        } else {
            (&right, left)
        };
        let joined = pair_with_gaps(codes, labels);
        return with_codes(joined, &codes.sources);
    }
    let is_decided = |own: &RawDimension| own.pinned.role == Some(ColumnRole::Code);
    let looks_swapped = is_code_heading(&right.heading) || (is_code(&right) && !is_code(left));
    let swap = is_decided(&right) || (looks_swapped && !is_decided(left));
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
    let is_code_decided = is_decided(&codes);
    let heading = heading::joint_heading(&codes.heading, labels.heading);
    let pinned = if is_code_decided || labels.pinned != Pinned::default() {
        labels.pinned
    } else {
        codes.pinned.clone()
    };
    let of_codes = codes.sources.clone();
    let joined = RawDimension {
        heading,
        labels: labels_of,
        sources: labels.sources,
        pinned,
        ..codes
    };
    with_codes(joined, &of_codes)
}

/// Notes the columns that the codes come from.
fn with_codes(mut joined: RawDimension, sources: &[Source]) -> RawDimension {
    let of_codes = sources.iter().map(|source| Source {
        is_code: true,
        ..*source
    });
    joined.sources.extend(of_codes);
    joined
}
