//! Which members of two columns stand in one row, found without a look at what they are called.

use std::collections::BTreeSet;

use table::{CodePart, Codes, NO_MEMBER};

/// Combinations up to this are marked in a list, more of them kept in a set.
const LISTED: usize = 1 << 22;

/// A member of each of two columns, or none.
pub(crate) type Pair = (u32, u32);

/// A column's rows, and how many members it has.
pub(crate) type Rows<'a> = (&'a Codes, usize);

/// The different pairs that stand in one row, in the order of the members; nothing if there are more than `most`.
pub(crate) fn pairs(left: Rows<'_>, right: Rows<'_>, most: usize) -> Option<Vec<Pair>> {
    let width = right.1 + 1;
    let mut found = match width.checked_mul(left.1 + 1) {
        Some(count) if count <= LISTED => Found::Listed(vec![false; count], 0),
        _ => Found::Set(BTreeSet::new()),
    };
    let place = |member: u32, count: usize| (member as usize).min(count);
    let (lefts, rights) = (left.0.parts().iter(), right.0.parts().iter());
    for (lefts, rights) in lefts.zip(rights) {
        let mut note = |(l, r)| found.note(place(l, left.1) * width + place(r, right.1));
        match (lefts, rights) {
            (CodePart::U8(lefts), CodePart::U8(rights)) => {
                byte_pairs(lefts, rights).into_iter().for_each(note);
            }
            _ => {
                let rows = lefts.to_vec().into_iter().zip(rights.to_vec());
                rows.for_each(&mut note);
            }
        }
        if found.count() > most {
            return None;
        }
    }
    let member = |place: usize, count: usize| {
        let member = u32::try_from(place).ok().filter(|_| place < count);
        member.unwrap_or(NO_MEMBER)
    };
    let pair = |place: usize| {
        (
            member(place / width, left.1),
            member(place % width, right.1),
        )
    };
    Some(found.into_places().into_iter().map(pair).collect())
}

/// The different pairs of codes of one byte: every pair has a place, so that rows are gone through without a question.
fn byte_pairs(lefts: &[u8], rights: &[u8]) -> Vec<Pair> {
    let mut seen = vec![false; 1 << 16];
    for (left, right) in lefts.iter().zip(rights) {
        if let Some(seen) = seen.get_mut(usize::from(u16::from_be_bytes([*left, *right]))) {
            *seen = true;
        }
    }
    let widened = |code: u8| {
        if code == u8::MAX {
            NO_MEMBER
        } else {
            code.into()
        }
    };
    let pair = |place: u16| {
        let [left, right] = place.to_be_bytes();
        (widened(left), widened(right))
    };
    let places = (0..=u16::MAX).zip(seen).filter(|(_, seen)| *seen);
    places.map(|(place, _)| pair(place)).collect()
}

/// Pairs met so far, each as one number.
enum Found {
    Listed(Vec<bool>, usize),
    Set(BTreeSet<usize>),
}

impl Found {
    #[inline]
    fn note(&mut self, place: usize) {
        match self {
            Self::Listed(seen, count) => {
                if let Some(seen) = seen.get_mut(place).filter(|seen| !**seen) {
                    *seen = true;
                    *count += 1;
                }
            }
            Self::Set(places) => drop(places.insert(place)),
        }
    }

    fn count(&self) -> usize {
        match self {
            Self::Listed(_, count) => *count,
            Self::Set(places) => places.len(),
        }
    }

    fn into_places(self) -> Vec<usize> {
        match self {
            Self::Listed(seen, _) => {
                let places = seen.into_iter().enumerate().filter(|(_, seen)| *seen);
                places.map(|(place, _)| place).collect()
            }
            Self::Set(places) => places.into_iter().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_are_found_once_and_in_order() {
        let left = Codes::pack(vec![1, 0, 1, NO_MEMBER, 0], 2);
        let right = Codes::pack(vec![0, 2, 0, 1, NO_MEMBER], 3);
        let expected = vec![(0, 2), (0, NO_MEMBER), (1, 0), (NO_MEMBER, 1)];
        assert_eq!(pairs((&left, 2), (&right, 3), 9), Some(expected.clone()));
        assert_eq!(pairs((&left, 2), (&right, 3), 3), None);
        // So many members that pairs are kept in a set.
        assert_eq!(pairs((&left, 5_000), (&right, 5_000), 9), Some(expected));
    }
}
