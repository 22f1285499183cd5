//! Numbers as differences from the one before, and texts whose lengths are such numbers.

use super::bits::{varint, zigzag};

/// Values of a block and of its parts are multiples of these.
const PART: usize = 32;

/// Decodes at most `count` whole numbers, and the bytes after them.
pub(super) fn integers(bytes: &[u8], count: usize) -> Option<(Vec<i64>, &[u8])> {
    let (block, bytes) = size(bytes)?;
    let (parts, bytes) = size(bytes)?;
    let (total, bytes) = size(bytes)?;
    let (first, mut bytes) = varint(bytes)?;
    let part = block.checked_div(parts)?;
    let is_sound = total <= count && part > 0 && part.is_multiple_of(PART) && parts <= 1 << 10;
    is_sound.then_some(())?;
    let mut values = Vec::new();
    values.try_reserve_exact(total).ok()?;
    let mut last = zigzag(first);
    if total > 0 {
        values.push(last);
    }
    while values.len() < total {
        let (least, rest) = varint(bytes)?;
        let (widths, rest) = rest.split_at_checked(parts)?;
        bytes = rest;
        for width in widths {
            let wanted = part.min(total - values.len());
            if wanted == 0 {
                break;
            }
            let length = part.checked_mul(usize::from(*width))? / 8;
            // The last part may be cut where its values end.
            let (packed, rest) = bytes.split_at_checked(length).unwrap_or((bytes, &[]));
            bytes = rest;
            let mut packed = Packed {
                bytes: packed,
                at: 0,
            };
            for _ in 0..wanted {
                let delta = zigzag(least).wrapping_add(packed.take(*width)?.cast_signed());
                last = last.wrapping_add(delta);
                values.push(last);
            }
        }
    }
    Some((values, bytes))
}

fn size(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let (size, rest) = varint(bytes)?;
    Some((usize::try_from(size).ok()?, rest))
}

/// Numbers of up to 64 bits side by side.
struct Packed<'a> {
    bytes: &'a [u8],
    /// The next bit.
    at: usize,
}

impl Packed<'_> {
    fn take(&mut self, width: u8) -> Option<u64> {
        let end = self
            .at
            .checked_add(usize::from(width))
            .filter(|_| width <= 64)?;
        let bytes = self.bytes.get(self.at / 8..end.div_ceil(8))?;
        let wide = bytes
            .iter()
            .rev()
            .fold(0_u128, |wide, byte| (wide << 8) | u128::from(*byte));
        let mask = (1_u128 << width) - 1;
        let number = (wide >> (self.at % 8)) & mask;
        self.at = end;
        u64::try_from(number).ok()
    }
}

/// Texts one after the other, their lengths before all of them.
pub(super) fn texts(bytes: &[u8], count: usize) -> Option<Vec<&[u8]>> {
    let (lengths, mut bytes) = integers(bytes, count)?;
    let text = |length: i64| {
        let (text, rest) = bytes.split_at_checked(usize::try_from(length).ok()?)?;
        bytes = rest;
        Some(text)
    };
    lengths.into_iter().map(text).collect()
}

/// Texts that begin as the one before; `each` is given them in their order, and tells whether to go on.
pub(super) fn prefixed(
    bytes: &[u8],
    count: usize,
    each: &mut dyn FnMut(&[u8]) -> bool,
) -> Option<()> {
    let (prefixes, rest) = integers(bytes, count)?;
    let suffixes = texts(rest, count)?;
    (prefixes.len() == suffixes.len()).then_some(())?;
    let mut text = Vec::new();
    for (prefix, suffix) in prefixes.into_iter().zip(suffixes) {
        let prefix = usize::try_from(prefix)
            .ok()
            .filter(|prefix| *prefix <= text.len())?;
        text.truncate(prefix);
        text.extend_from_slice(suffix);
        if !each(&text) {
            return Some(());
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_bytes_give_numbers_or_none(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
            let found = integers(&bytes, 1_000);
            prop_assert!(found.is_none_or(|(values, _)| values.len() <= 1_000));
            let mut met = 0;
            prefixed(&bytes, 1_000, &mut |_| { met += 1; true });
            prop_assert!(met <= 1_000);
        }
    }

    #[test]
    fn differences_add_up() {
        // The example of the format's definition: 7, 5, 3, 1, 2, 3, 4, 5 in blocks of 128 and parts of 32.
        let bytes = [
            0x80, 0x01, 0x04, 0x08, 0x0E, 0x03, 2, 0, 0, 0, 0xC0, 0x3F, 0, 0, 0, 0, 0, 0,
        ];
        let (values, rest) = integers(&bytes, 8).unwrap();
        assert_eq!((values, rest.len()), (vec![7, 5, 3, 1, 2, 3, 4, 5], 0));
        assert_eq!(integers(&bytes, 7), None);
    }
}
