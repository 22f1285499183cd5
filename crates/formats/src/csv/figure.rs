//! Fields that are figures: digits with at most one mark among them, in the shortest way to write them.

use super::fields::{digits, number, word};

/// Most digits: a double holds every number of so many.
const MOST_DIGITS: u32 = 15;

/// Digits of which so many stand behind a mark, and where they end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Taken {
    pub(super) digits: i64,
    pub(super) places: u8,
    pub(super) mark: u8,
    pub(super) end: usize,
}

/// The figure that begins here, if one does. What it ends with is for the caller to look at.
#[inline]
pub(super) fn take(bytes: &[u8], start: usize) -> Option<Taken> {
    let is_negative = bytes.get(start) == Some(&b'-');
    let from = start + usize::from(is_negative);
    let (whole, count) = digits_at(bytes, from)?;
    let leads_with_zero = count > 1 && bytes.get(from) == Some(&b'0');
    let at = from + count as usize;
    let mark = *bytes.get(at)?;
    let (places, value, end) = if mark == b',' || mark == b'.' {
        let (rest, places) = digits_at(bytes, at + 1)?;
        // More would not fit where they are put together.
        (count + places <= MOST_DIGITS).then_some(())?;
        (
            places,
            whole * power(places) + rest,
            at + 1 + places as usize,
        )
    } else {
        (0, whole, at)
    };
    let is_short = !(leads_with_zero || is_negative && value == 0);
    is_short.then_some(Taken {
        digits: if is_negative { -value } else { value },
        places: u8::try_from(places).ok()?,
        mark,
        end,
    })
}

/// The digits that stand here, at least one and at most fifteen, and how many they are.
#[inline]
fn digits_at(bytes: &[u8], at: usize) -> Option<(i64, u32)> {
    let low = word(bytes, at);
    let count = digits(low);
    match count {
        0 => None,
        1..8 => Some((number(low, count), count)),
        _ => {
            let high = word(bytes, at + 8);
            let more = digits(high);
            match more {
                0 => Some((number(low, 8), 8)),
                1..8 => Some((number(low, 8) * power(more) + number(high, more), 8 + more)),
                _ => None,
            }
        }
    }
}

#[inline]
fn power(places: u32) -> i64 {
    #[rustfmt::skip]
    const POWERS: [i64; 16] = [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
        100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
    ];
    // Places beyond are refused by their count, whatever the product is.
    POWERS.get(places as usize).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::super::fields::PADDING;
    use super::*;

    fn check(text: &str, expected: Option<(i64, u8, usize)>) {
        let bytes = [text.as_bytes(), &[0; PADDING]].concat();
        let found = take(&bytes, 0).map(|it| (it.digits, it.places, it.end));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn figures_are_read_as_they_are_written() {
        check("7;", Some((7, 0, 1)));
        check("-13624,68\n", Some((-1_362_468, 2, 9)));
        check("0.05;", Some((5, 2, 4)));
        check("123456789012345;", Some((123_456_789_012_345, 0, 15)));
        check("12345678,1234567;", Some((123_456_781_234_567, 7, 16)));
        check("1,0;", Some((10, 1, 3)));
        check("0;", Some((0, 0, 1)));
    }

    #[test]
    fn what_could_be_written_shorter_or_is_too_long_is_no_figure() {
        for text in [
            "007;",
            "-0;",
            "-0,0;",
            ",5;",
            "5,;",
            "x;",
            "-;",
            "1234567890123456;",
            "123456789,1234567;",
            "123456789012345,123456789012345;",
            "",
        ] {
            check(text, None);
        }
        // Another sign behind the digits is not taken.
        check("1.234,5;", Some((1234, 3, 5)));
    }
}
