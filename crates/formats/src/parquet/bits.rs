//! Numbers in few bits: runs of one value, and values packed side by side.

use arrow_buffer::{BooleanBuffer, BooleanBufferBuilder};

/// Seven bits a byte, the lowest first; and the bytes after it.
pub(super) fn varint(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let mut number = 0;
    for (place, byte) in bytes.iter().enumerate().take(10) {
        number |= u64::from(byte & 127) << (7 * place);
        if byte & 128 == 0 {
            return Some((number, bytes.get(place + 1..)?));
        }
    }
    None
}

/// Signed numbers of small size as small unsigned ones.
pub(super) fn zigzag(number: u64) -> i64 {
    (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
}

/// A number that indices are decoded to.
pub(super) trait Index: Copy {
    /// The lowest bits of a word.
    fn of(word: u64) -> Self;
}

macro_rules! index {
    ($($width:ty),*) => {$(
        impl Index for $width {
            #[expect(clippy::cast_possible_truncation, reason = "the lowest bits are wanted")]
            #[inline]
            fn of(word: u64) -> Self {
                word as Self
            }
        }
    )*};
}
index!(u8, u32);

/// A run: one value so often, or groups of eight values in so many bytes.
enum Run<'a> {
    Same { count: usize, value: u64 },
    Packed { count: usize, bytes: &'a [u8] },
}

/// The next run of values of `width` bits, and the bytes after it.
fn run(bytes: &[u8], width: usize) -> Option<(Run<'_>, &[u8])> {
    let (head, rest) = varint(bytes)?;
    let count = usize::try_from(head >> 1).ok()?;
    if head & 1 == 0 {
        let (value, rest) = rest.split_at_checked(width.div_ceil(8))?;
        let value = value
            .iter()
            .rev()
            .fold(0, |value, byte| (value << 8) | u64::from(*byte));
        return Some((Run::Same { count, value }, rest));
    }
    let length = count.checked_mul(width)?;
    // Some writers leave out the bytes of values after the last.
    let (bytes, rest) = rest.split_at_checked(length).unwrap_or((rest, &[]));
    let count = count.checked_mul(8)?;
    Some((Run::Packed { count, bytes }, rest))
}

/// Decodes `count` values of at most 32 bits; none if the bytes hold fewer.
pub(super) fn indices<K: Index>(mut bytes: &[u8], width: usize, count: usize) -> Option<Vec<K>> {
    let mut indices = Vec::new();
    indices.try_reserve_exact(count.checked_add(8)?).ok()?;
    while indices.len() < count {
        let rest = count - indices.len();
        let (run, after) = run(bytes, width)?;
        bytes = after;
        match run {
            Run::Same { count, value } => {
                indices.extend(std::iter::repeat_n(K::of(value), count.min(rest)));
            }
            Run::Packed { count, bytes } => {
                unpack(bytes, width, (count.min(rest), &mut indices))?;
            }
        }
    }
    Some(indices)
}

/// Whether each of `count` rows has a value, from levels of one bit; nothing if all have.
pub(super) fn present(mut bytes: &[u8], count: usize) -> Option<Option<BooleanBuffer>> {
    let mut present = BooleanBufferBuilder::new(0);
    while present.len() < count {
        let rest = count - present.len();
        let (run, after) = run(bytes, 1)?;
        bytes = after;
        match run {
            Run::Same {
                count: same,
                value: 1,
            } if present.is_empty() && same >= count => {
                return Some(None);
            }
            Run::Same { count, value } => present.append_n(count.min(rest), value & 1 == 1),
            Run::Packed { count, bytes } => {
                let count = count.min(rest);
                (bytes.len() >= count.div_ceil(8)).then_some(())?;
                present.append_packed_range(0..count, bytes);
            }
        }
    }
    let present = present.build();
    Some((present.count_set_bits() < count).then_some(present))
}

/// Widths that have code of their own, in which every shift is known.
macro_rules! by_width {
    ($bytes:expr, $width:expr, $into:expr; $($fixed:literal)*) => {
        match $width {
            0 => {
                $into.1.extend(std::iter::repeat_n(K::of(0), $into.0));
                return Some(());
            }
            $($fixed => groups::<$fixed, K>($bytes, $into),)*
            _ => None,
        }
    };
}

fn unpack<K: Index>(bytes: &[u8], width: usize, into: (usize, &mut Vec<K>)) -> Option<()> {
    by_width!(bytes, width, into;
        1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32)
}

/// Eight values from every `W` bytes.
fn groups<const W: usize, K: Index>(
    bytes: &[u8],
    (count, into): (usize, &mut Vec<K>),
) -> Option<()> {
    let end = into.len().checked_add(count)?;
    let (whole, rest) = bytes.as_chunks::<W>();
    let whole = whole.get(..count.div_ceil(8)).unwrap_or(whole);
    for bytes in whole {
        into.extend_from_slice(&group(bytes));
    }
    if into.len() < end {
        let mut last = [0; W];
        last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        let found = rest.len() * 8 / W;
        let last: [K; 8] = group(&last);
        into.extend(last.into_iter().take(found));
    }
    into.truncate(end);
    (into.len() == end).then_some(())
}

#[inline]
fn group<const W: usize, K: Index>(bytes: &[u8; W]) -> [K; 8] {
    let mask = (1_u64 << W) - 1;
    if W <= 8 {
        let word = bytes
            .iter()
            .rev()
            .fold(0, |word, byte| (word << 8) | u64::from(*byte));
        return std::array::from_fn(|at| K::of((word >> (at * W)) & mask));
    }
    let mut wide = [0; 40];
    wide.iter_mut()
        .zip(bytes)
        .for_each(|(to, from)| *to = *from);
    std::array::from_fn(|at| {
        let (byte, bit) = (at * W / 8, at * W % 8);
        let word = wide.get(byte..).and_then(<[u8]>::first_chunk::<8>);
        let word = word.map_or(0, |word| u64::from_le_bytes(*word));
        K::of((word >> bit) & mask)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The same values bit by bit.
    fn packed(values: &[u32], width: usize) -> Vec<u8> {
        let mut bytes = vec![0; (values.len() * width).div_ceil(8)];
        for (at, value) in values.iter().enumerate() {
            for bit in 0..width {
                let place = at * width + bit;
                bytes[place / 8] |= u8::from(value >> bit & 1 == 1) << (place % 8);
            }
        }
        bytes
    }

    fn written(runs: &[(bool, Vec<u32>)], width: usize) -> (Vec<u8>, Vec<u32>) {
        let mask = if width == 32 {
            u32::MAX
        } else {
            (1 << width) - 1
        };
        let (mut bytes, mut values) = (Vec::new(), Vec::new());
        for (is_same, run) in runs {
            let mut head = |number: usize| {
                let mut number = number;
                while number > 127 {
                    bytes.push((number & 127) as u8 | 128);
                    number >>= 7;
                }
                bytes.push(number as u8);
            };
            let run: Vec<u32> = run.iter().map(|value| value & mask).collect();
            if *is_same {
                head(run.len() << 1);
                bytes.extend(&run[0].to_le_bytes()[..width.div_ceil(8)]);
                values.extend(std::iter::repeat_n(run[0], run.len()));
            } else {
                let groups = run.len().div_ceil(8);
                head(groups << 1 | 1);
                let mut full = run.clone();
                full.resize(groups * 8, 0);
                bytes.extend(packed(&full, width));
                values.extend(full);
            }
        }
        (bytes, values)
    }

    proptest! {
        #[test]
        fn what_is_packed_is_unpacked(
            width in 0..33_usize,
            runs in prop::collection::vec((any::<bool>(), prop::collection::vec(any::<u32>(), 1..40)), 1..6),
            short in 0..8_usize,
        ) {
            let (bytes, values) = written(&runs, width);
            let count = values.len().saturating_sub(short);
            let found: Vec<u32> = indices(&bytes, width, count).unwrap();
            prop_assert_eq!(&found, &values[..count]);
            if width <= 8 {
                let found: Vec<u8> = indices(&bytes, width, count).unwrap();
                prop_assert!(found.iter().map(|it| u32::from(*it)).eq(values[..count].iter().copied()));
            }
            if width == 1 {
                let found = present(&bytes, count).unwrap();
                let found = found.map_or(vec![1; count], |bits| bits.iter().map(u32::from).collect());
                prop_assert_eq!(&found, &values[..count]);
            }
        }

        #[test]
        fn any_bytes_give_as_many_values_or_none(
            bytes in prop::collection::vec(any::<u8>(), 0..60),
            width in 0..40_usize,
            count in 0..5_000_usize,
        ) {
            let found = indices::<u32>(&bytes, width, count);
            prop_assert!(found.is_none_or(|found| found.len() == count));
            let found = present(&bytes, count);
            prop_assert!(found.flatten().is_none_or(|found| found.len() == count));
        }
    }

    #[test]
    fn numbers_of_seven_bits_a_byte() {
        assert_eq!(varint(&[0xAC, 0x02, 9]), Some((300, &[9][..])));
        assert_eq!(varint(&[0x80]), None);
        assert_eq!([0, 1, 2, 3].map(zigzag), [0, -1, 1, -2]);
        assert_eq!(zigzag(u64::MAX), i64::MIN);
    }
}
