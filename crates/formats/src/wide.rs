//! Text of two bytes a letter without the mark that says so, as some programs export it.

/// Which of the two bytes comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wide {
    /// The lower one.
    Little,
    /// The higher one.
    Big,
}

/// Pairs of bytes that are looked at, and how many there must be at least.
const SAMPLE: usize = 1 << 12;
const ENOUGH: usize = 4;

/// Whether bytes without a mark are such text: nine letters of ten are of the first 256, and none is a sign that text never has.
pub(crate) fn wide(bytes: &[u8]) -> Option<Wide> {
    let (pairs, _) = bytes.as_chunks::<2>();
    let pairs = pairs.get(..pairs.len().min(SAMPLE))?;
    let is_letter =
        |low: u8, high: u8| high == 0 && (low >= b' ' || matches!(low, b'\t' | b'\r' | b'\n'));
    let is_most = |count: usize| pairs.len() >= ENOUGH && count * 10 >= pairs.len() * 9;
    let little = pairs.iter().filter(|[low, high]| is_letter(*low, *high));
    let big = pairs.iter().filter(|[high, low]| is_letter(*low, *high));
    if pairs.contains(&[0, 0]) {
        None
    } else if is_most(little.count()) {
        Some(Wide::Little)
    } else if is_most(big.count()) {
        Some(Wide::Big)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_two_bytes_a_letter_is_told_from_other_bytes() {
        let text = "kommune;antal – i alt\nÆrø;12\n";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(wide(&little), Some(Wide::Little));
        assert_eq!(wide(&big), Some(Wide::Big));
        for other in [text.as_bytes(), &[0; 64], b"\x01\0\x02\0\x03\0\x04\0", b""] {
            assert_eq!(wide(other), None);
        }
    }
}
