//! Numbers of which most are small, in few bytes: what is copied from one worker to another costs by the byte.

/// Bytes that hold the largest of these: 1, 2, 4 or 8.
pub(crate) fn width(numbers: impl Iterator<Item = u64>) -> u8 {
    match numbers.fold(0, |bits, number| bits | number) {
        0..=0xff => 1,
        0x100..=0xffff => 2,
        0x1_0000..=0xffff_ffff => 4,
        _ => 8,
    }
}

/// The low bytes of a number.
pub(crate) fn first_of<const N: usize>(number: u64) -> [u8; N] {
    let mut bytes = [0; N];
    let all = number.to_le_bytes();
    bytes.iter_mut().zip(all).for_each(|(byte, of)| *byte = of);
    bytes
}

/// The number of these low bytes.
pub(crate) fn wide_of<const N: usize>(bytes: [u8; N]) -> u64 {
    let mut all = [0; 8];
    all.iter_mut().zip(bytes).for_each(|(of, byte)| *of = byte);
    u64::from_le_bytes(all)
}

/// A number with its sign in the last bit, so that one near zero is small whichever it has.
pub(crate) const fn folded(number: i64) -> u64 {
    (number << 1 ^ number >> 63).cast_unsigned()
}

/// The number that was folded.
pub(crate) const fn unfolded(folded: u64) -> i64 {
    (folded >> 1).cast_signed() ^ -(folded & 1).cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_as_many_bytes_as_the_largest() {
        let widths = [0, 255, 256, 65_535, 65_536, u64::from(u32::MAX), 1 << 32];
        let widths = widths.map(|largest| width([0, largest].into_iter()));
        assert_eq!(widths, [1, 1, 2, 2, 4, 4, 8]);
        assert_eq!(wide_of(first_of::<2>(65_535)), 65_535);
        assert_eq!(first_of::<4>(258), [2, 1, 0, 0]);
    }

    #[test]
    fn folding_loses_nothing_and_keeps_what_is_near_zero_small() {
        let numbers = [0, -1, 1, -2, i64::MAX, i64::MIN];
        assert_eq!(numbers.map(folded), [0, 1, 2, 3, u64::MAX - 1, u64::MAX]);
        assert_eq!(numbers.map(|number| unfolded(folded(number))), numbers);
    }
}
