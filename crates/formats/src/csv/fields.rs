//! Where a field ends, eight bytes at a time.

use std::borrow::Cow;

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = ONES << 7;
/// Below a blank: ends of lines, and signs that do not occur in a plain field.
const BLANK: u8 = b' ';
/// Zeros behind the last record of a block, so that eight bytes can be read from anywhere in it.
pub(super) const PADDING: usize = 16;

/// The sign that stands between fields.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marks {
    delimiter: u8,
    pattern: u64,
}

impl Marks {
    pub(super) fn new(delimiter: u8) -> Self {
        Self {
            delimiter,
            pattern: ONES * u64::from(delimiter),
        }
    }

    /// A bit for the first byte of eight that can end a field; bits above that one mean nothing.
    #[inline]
    pub(super) fn stops(self, word: u64) -> u64 {
        let differs = word ^ self.pattern;
        let delimits = differs.wrapping_sub(ONES) & !differs;
        let is_low = word.wrapping_sub(ONES * u64::from(BLANK)) & !word;
        (delimits | is_low) & HIGH
    }

    #[inline]
    pub(super) fn ends(self, byte: u8) -> bool {
        byte == self.delimiter || byte == b'\n' || byte == b'\r'
    }

    /// Where the unquoted field that begins here ends.
    pub(super) fn end(self, bytes: &[u8], at: usize) -> usize {
        let rest = bytes.get(at..).unwrap_or_default();
        let is_end = |byte: &u8| *byte == self.delimiter || *byte < BLANK;
        at + rest.iter().position(is_end).unwrap_or(rest.len())
    }

    /// The field that begins here without its quotes, and where it ends.
    pub(super) fn field(self, bytes: &[u8], at: usize) -> Option<(Cow<'_, [u8]>, usize)> {
        if bytes.get(at) == Some(&b'"') {
            return quoted(bytes, at + 1);
        }
        let end = self.end(bytes, at);
        Some((bytes.get(at..end)?.into(), end))
    }

    /// Where the next field begins; none at the end of a line.
    #[inline]
    pub(super) fn next(self, bytes: &[u8], end: usize) -> Option<usize> {
        (bytes.get(end) == Some(&self.delimiter)).then_some(end + 1)
    }
}

/// Where the next line begins; none where no line ends.
#[inline]
pub(super) fn next_line(bytes: &[u8], end: usize) -> Option<usize> {
    match bytes.get(end..)? {
        [b'\n', ..] => Some(end + 1),
        [b'\r', b'\n', ..] => Some(end + 2),
        _ => None,
    }
}

/// Eight bytes from here on, the first lowest.
#[inline]
pub(super) fn word(bytes: &[u8], at: usize) -> u64 {
    let chunk = bytes.get(at..).and_then(<[u8]>::first_chunk);
    chunk.map_or(0, |chunk| u64::from_le_bytes(*chunk))
}

/// How many of eight bytes are digits, up to the first that is none.
#[inline]
pub(super) fn digits(word: u64) -> u32 {
    let beyond = word.wrapping_add(ONES * 0x46) | word.wrapping_sub(ONES * 0x30);
    (beyond & HIGH).trailing_zeros() / 8
}

/// The number that the first so many digits make, at most eight and at least one.
#[inline]
pub(super) fn number(word: u64, digits: u32) -> i64 {
    // Moved up, zeros come before the digits; then pairs, fours and eights are added up.
    let word = word << (64 - 8 * digits.clamp(1, 8));
    let word = (word & (ONES * 0x0f)).wrapping_mul((10 << 8) + 1) >> 8;
    let word = (word & 0x00ff_00ff_00ff_00ff).wrapping_mul((100 << 16) + 1) >> 16;
    let word = (word & 0x0000_ffff_0000_ffff).wrapping_mul((10_000 << 32) + 1) >> 32;
    word.cast_signed()
}

/// The text of a field whose quotes opened right before; none where they are not plain or do not close in this line.
fn quoted(bytes: &[u8], start: usize) -> Option<(Cow<'_, [u8]>, usize)> {
    let mut text = Vec::new();
    let mut from = start;
    loop {
        let rest = bytes.get(from..)?;
        let is_end = |byte: &u8| *byte == b'"' || *byte < BLANK;
        let close = from + rest.iter().position(is_end)?;
        let piece = bytes.get(from..close)?;
        match bytes.get(close..)? {
            [b'"', b'"', ..] => {
                text.extend_from_slice(piece);
                text.push(b'"');
                from = close + 2;
            }
            [b'"', ..] if text.is_empty() => return Some((piece.into(), close + 1)),
            [b'"', ..] => {
                text.extend_from_slice(piece);
                return Some((text.into(), close + 1));
            }
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn padded(text: &str) -> Vec<u8> {
        [text.as_bytes(), &[0; PADDING]].concat()
    }

    #[test]
    fn the_first_end_of_a_field_is_found_behind_any_bytes() {
        let marks = Marks::new(b';');
        for before in ["", "a", "ærøæå", ":<:<:", "\u{a0}!~"] {
            for end in [";", "\n", "\r", "\t"] {
                let stops = marks.stops(word(&padded(&format!("{before}{end};;;\n")), 0));
                let at = stops.trailing_zeros() as usize / 8;
                assert_eq!(at, before.len().min(8), "{before} {end:?}");
            }
        }
    }

    #[test]
    fn digits_are_counted_and_read() {
        for (text, count, value) in [
            ("7;", 1, 7),
            ("0042,", 4, 42),
            ("12345678", 8, 12_345_678),
            ("9:", 1, 9),
            ("90/", 2, 90),
            ("1æ", 1, 1),
        ] {
            let word = word(&padded(text), 0);
            assert_eq!((digits(word), number(word, count)), (count, value));
        }
        assert_eq!(digits(word(&padded("x1"), 0)), 0);
    }

    #[test]
    fn quotes_are_taken_off_and_doubled_ones_halved() {
        let field = |text: &str| {
            let bytes = padded(text);
            let found = Marks::new(b';').field(&bytes, 0);
            found.map(|(field, end)| (String::from_utf8(field.into_owned()).unwrap(), end))
        };
        assert_eq!(field("a b;c\n"), Some(("a b".to_owned(), 3)));
        assert_eq!(field("\"a;b\";c\n"), Some(("a;b".to_owned(), 5)));
        assert_eq!(field("\"a\"\"b\"\n"), Some(("a\"b".to_owned(), 6)));
        assert_eq!(field("\"\";\n"), Some((String::new(), 2)));
        assert_eq!(field("\"a\nb\";\n"), None);
        assert_eq!(field("\"a"), None);
    }
}
