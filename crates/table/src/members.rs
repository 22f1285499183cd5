//! Integers that group rows, such as years: their different values as members, in the order of numbers.

use std::collections::BTreeSet;

use arrow_buffer::ScalarBuffer;

use crate::{CodePart, Codes, IntegerPart, Integers, NO_MEMBER, Offsets, StatusColumn, StatusPart};

/// Offsets up to this are looked up in a list, larger ones searched.
const LISTED: usize = 1 << 16;

impl Integers {
    /// The different values of rows that are numbers, and for each row which of them; none if there are more than `most`.
    #[must_use]
    pub fn members(&self, status: Option<&StatusColumn>, most: usize) -> Option<(Vec<i64>, Codes)> {
        let status_of = |part: usize| status.and_then(|status| status.parts().get(part));
        let parts = || self.parts().iter().enumerate();
        let mut values = BTreeSet::new();
        for (at, part) in parts() {
            collect(part, status_of(at), &mut values, most)?;
        }
        let values: Vec<i64> = values.into_iter().collect();
        let codes = parts().map(|(at, part)| codes(part, status_of(at), &values));
        let codes = Codes::from_parts(codes.collect());
        Some((values, codes))
    }
}

/// The offsets of a run of rows, if they are few enough for a list.
fn listed(part: &IntegerPart) -> Option<Vec<bool>> {
    let mut seen = vec![false; LISTED];
    let mut mark = |offset: usize| {
        if let Some(seen) = seen.get_mut(offset) {
            *seen = true;
        }
    };
    match part.offsets() {
        Offsets::U8(offsets) => offsets.iter().for_each(|offset| mark(usize::from(*offset))),
        Offsets::U16(offsets) => offsets.iter().for_each(|offset| mark(usize::from(*offset))),
        _ => return None,
    }
    Some(seen)
}

/// Adds the values of a run of rows.
fn collect(
    part: &IntegerPart,
    status: Option<&StatusPart>,
    values: &mut BTreeSet<i64>,
    most: usize,
) -> Option<()> {
    let absent = status.and_then(StatusPart::absent);
    match listed(part).filter(|_| absent.is_none()) {
        Some(seen) => {
            let offsets = seen.iter().zip(0..).filter(|(seen, _)| **seen);
            values.extend(offsets.map(|(_, offset)| part.base().wrapping_add(offset)));
        }
        None => {
            let mut last = None;
            for (row, value) in part.to_vec().into_iter().enumerate() {
                let is_absent = absent.is_some_and(|absent| absent.value(row));
                if is_absent || last == Some(value) {
                    continue;
                }
                last = Some(value);
                values.insert(value);
                (values.len() <= most).then_some(())?;
            }
        }
    }
    (values.len() <= most).then_some(())
}

/// Which of the values each row has.
fn codes(part: &IntegerPart, status: Option<&StatusPart>, values: &[i64]) -> CodePart {
    let index = |value: i64| {
        let found = values.binary_search(&value).ok();
        found
            .and_then(|index| u32::try_from(index).ok())
            .unwrap_or(NO_MEMBER)
    };
    let absent = status.and_then(StatusPart::absent);
    let member = |offset: i64| index(part.base().wrapping_add(offset));
    if let (Offsets::U8(offsets), None) = (part.offsets(), absent) {
        let members: Vec<u32> = (0..=i64::from(u8::MAX)).map(member).collect();
        let dense = members.iter().zip(0..).take(values.len());
        if values.len() <= usize::from(u8::MAX) && dense.into_iter().all(|(it, at)| *it == at) {
            // The offsets are the indices, so they stay where they are.
            return CodePart::U8(offsets.clone());
        }
        let rows = offsets
            .iter()
            .map(|offset| members.get(usize::from(*offset)));
        return packed(
            rows.map(|member| member.copied().unwrap_or(NO_MEMBER)),
            values.len(),
        );
    }
    let mut last = (0, index(0));
    let rows = part.to_vec().into_iter().enumerate().map(|(row, value)| {
        if absent.is_some_and(|absent| absent.value(row)) {
            return NO_MEMBER;
        }
        if value != last.0 {
            last = (value, index(value));
        }
        last.1
    });
    packed(rows, values.len())
}

fn packed(rows: impl Iterator<Item = u32>, member_count: usize) -> CodePart {
    if member_count <= usize::from(u8::MAX) {
        let rows = rows.map(|row| u8::try_from(row).unwrap_or(u8::MAX));
        CodePart::U8(rows.collect::<ScalarBuffer<u8>>())
    } else if member_count <= usize::from(u16::MAX) {
        let rows = rows.map(|row| u16::try_from(row).unwrap_or(u16::MAX));
        CodePart::U16(rows.collect::<ScalarBuffer<u16>>())
    } else {
        CodePart::U32(rows.collect::<ScalarBuffer<u32>>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(values: &[i64], absent: &[usize], expected: (&[i64], &[Option<usize>])) {
        let status = |row| if absent.contains(&row) { 2 } else { 0 };
        let status = StatusColumn::try_new((0..values.len()).map(status).collect()).unwrap();
        let (members, codes) = Integers::narrow(values).members(Some(&status), 10).unwrap();
        assert_eq!(members, expected.0);
        assert_eq!(codes.iter().collect::<Vec<_>>(), expected.1);
    }

    #[test]
    fn values_become_members_in_the_order_of_numbers() {
        check(
            &[2025, 2016, 2025],
            &[],
            (&[2016, 2025], &[Some(1), Some(0), Some(1)]),
        );
        check(&[3, 1, 2], &[], (&[1, 2, 3], &[Some(2), Some(0), Some(1)]));
        check(&[7, 0, 7], &[1], (&[7], &[Some(0), None, Some(0)]));
        check(
            &[i64::MAX, -4, 70_000],
            &[],
            (&[-4, 70_000, i64::MAX], &[Some(2), Some(0), Some(1)]),
        );
        check(&[], &[], (&[], &[]));
    }

    #[test]
    fn indices_that_lie_there_already_are_not_copied() {
        let integers = Integers::narrow(&[2018_i64, 2016, 2017]);
        let (_, codes) = integers.members(None, 10).unwrap();
        let (Offsets::U8(offsets), CodePart::U8(codes)) =
            (integers.parts()[0].offsets(), &codes.parts()[0])
        else {
            unreachable!()
        };
        assert!(offsets.ptr_eq(codes));
    }

    #[test]
    fn too_many_values_are_no_members() {
        let values: Vec<i64> = (0..500).map(|row| row * 100_000).collect();
        assert!(Integers::narrow(&values).members(None, 499).is_none());
        assert!(Integers::narrow(&values).members(None, 500).is_some());
    }
}
