//! Numbers as people write them: `1.234,5` in Danish, `1,234.5` in English, with a true minus sign.
//!
//! Rounding is half away from zero on the shortest decimal text of the number, so 2.675 becomes 2,68 as on paper.

use crate::Language;

/// What is written for a number that is no number.
const NO_NUMBER: &str = "…";
const MINUS: char = '−';

/// A number with so many decimals.
#[must_use]
pub fn number(value: f64, decimals: u8, language: Language) -> String {
    let Some(rounded) = Rounded::new(value, decimals) else {
        return NO_NUMBER.to_owned();
    };
    let sign = if rounded.negative {
        MINUS.to_string()
    } else {
        String::new()
    };
    sign + &rounded.unsigned(language)
}

/// A change: with its sign, and a bare `0` when it rounds to nothing.
#[must_use]
pub fn signed(value: f64, decimals: u8, language: Language) -> String {
    match Rounded::new(value, decimals) {
        None => NO_NUMBER.to_owned(),
        Some(rounded) if rounded.is_zero() => "0".to_owned(),
        Some(rounded) => {
            let sign = if rounded.negative { MINUS } else { '+' };
            format!("{sign}{}", rounded.unsigned(language))
        }
    }
}

/// Two limits as printed in Danish tables: `41.208-58.914`, or `−3 til 5` where a minus would be read as a hyphen.
#[must_use]
pub fn range(low: f64, high: f64, decimals: u8, language: Language) -> String {
    let texts = [low, high].map(|limit| number(limit, decimals, language));
    let [low, high] = &texts;
    if texts.iter().any(|text| text.starts_with(MINUS)) {
        format!("{low} {} {high}", language.pick("til", "to"))
    } else {
        format!("{low}-{high}")
    }
}

/// A number that is already in percent.
#[must_use]
pub fn percent(value: f64, decimals: u8, language: Language) -> String {
    number(value, decimals, language) + language.pick(" %", "%")
}

/// A count of things.
#[must_use]
pub fn count(count: u64, language: Language) -> String {
    grouped(&count.to_string(), language)
}

/// A count of things held in memory.
#[must_use]
pub fn whole(length: usize, language: Language) -> String {
    grouped(&length.to_string(), language)
}

/// A size in bytes, in the unit that leaves one to three digits.
#[must_use]
pub fn bytes(size_bytes: u64, language: Language) -> String {
    const UNITS: [(u64, &str); 3] = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")];
    let Some((unit_bytes, unit)) = UNITS
        .into_iter()
        .find(|(unit_bytes, _)| size_bytes >= *unit_bytes)
    else {
        return format!(
            "{size_bytes} {}",
            language.pick("byte", if size_bytes == 1 { "byte" } else { "bytes" })
        );
    };
    let tenths = size_bytes.div_euclid(unit_bytes / 10);
    let text = match tenths {
        0..100 if unit != "kB" => {
            format!("{}{}{}", tenths / 10, decimal_mark(language), tenths % 10)
        }
        _ => count(size_bytes / unit_bytes, language),
    };
    format!("{text} {unit}")
}

/// A number rounded as text: digits before and after the mark.
struct Rounded {
    negative: bool,
    whole: String,
    fraction: String,
}

impl Rounded {
    fn new(value: f64, decimals: u8) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        let text = value.abs().to_string();
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let kept = usize::from(decimals);
        let mut digits: Vec<u8> = whole
            .bytes()
            .chain(fraction.bytes().chain(std::iter::repeat(b'0')).take(kept))
            .collect();
        if fraction
            .as_bytes()
            .get(kept)
            .is_some_and(|next| *next >= b'5')
        {
            increment(&mut digits);
        }
        let digits: String = digits.into_iter().map(char::from).collect();
        let (whole, fraction) = digits.split_at_checked(digits.len().saturating_sub(kept))?;
        let mut rounded = Self {
            negative: false,
            whole: whole.to_owned(),
            fraction: fraction.to_owned(),
        };
        rounded.negative = value < 0.0 && !rounded.is_zero();
        Some(rounded)
    }

    fn is_zero(&self) -> bool {
        self.whole
            .bytes()
            .chain(self.fraction.bytes())
            .all(|digit| digit == b'0')
    }

    fn unsigned(&self, language: Language) -> String {
        let whole = grouped(&self.whole, language);
        match self.fraction.as_str() {
            "" => whole,
            fraction => format!("{whole}{}{fraction}", decimal_mark(language)),
        }
    }
}

/// Adds one at the last decimal digit.
fn increment(digits: &mut Vec<u8>) {
    for digit in digits.iter_mut().rev() {
        if *digit < b'9' {
            *digit += 1;
            return;
        }
        *digit = b'0';
    }
    digits.insert(0, b'1');
}

fn decimal_mark(language: Language) -> &'static str {
    language.pick(",", ".")
}

/// Digits with a mark before every three from the right.
fn grouped(digits: &str, language: Language) -> String {
    let mark = language.pick(".", ",");
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push_str(mark);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Da, En};

    #[test]
    fn numbers_are_rounded_half_away_from_zero_and_grouped() {
        let cases = [
            (1234.5, 1, "1.234,5", "1,234.5"),
            (1234.56, 1, "1.234,6", "1,234.6"),
            (1000.0, 0, "1.000", "1,000"),
            (999.0, 0, "999", "999"),
            (999.5, 0, "1.000", "1,000"),
            (9.996, 2, "10,00", "10.00"),
            (0.5, 0, "1", "1"),
            (1.5, 0, "2", "2"),
            (2.5, 0, "3", "3"),
            (2.675, 2, "2,68", "2.68"),
            (1.005, 2, "1,01", "1.01"),
            (0.1 + 0.2, 1, "0,3", "0.3"),
            (0.044, 1, "0,0", "0.0"),
            (-0.04, 1, "0,0", "0.0"),
            (-0.0, 0, "0", "0"),
            (-0.5, 0, "−1", "−1"),
            (-1234.5, 0, "−1.235", "−1,235"),
            (12_345_678.0, 0, "12.345.678", "12,345,678"),
            (7.0, 3, "7,000", "7.000"),
            (1e15, 0, "1.000.000.000.000.000", "1,000,000,000,000,000"),
            (1e-9, 2, "0,00", "0.00"),
            (f64::NAN, 1, "…", "…"),
            (f64::INFINITY, 1, "…", "…"),
        ];
        for (value, decimals, danish, english) in cases {
            assert_eq!(
                number(value, decimals, Da),
                danish,
                "{value} with {decimals} decimals"
            );
            assert_eq!(
                number(value, decimals, En),
                english,
                "{value} with {decimals} decimals"
            );
        }
    }

    #[test]
    fn changes_have_a_sign_unless_they_round_to_nothing() {
        let cases = [
            (1.8, 1, "+1,8"),
            (-0.9, 1, "−0,9"),
            (0.0, 1, "0"),
            (0.04, 1, "0"),
            (-0.04, 1, "0"),
            (0.05, 1, "+0,1"),
            (-2345.6, 0, "−2.346"),
            (f64::NAN, 0, "…"),
        ];
        for (value, decimals, expected) in cases {
            assert_eq!(signed(value, decimals, Da), expected, "{value}");
        }
    }

    #[test]
    fn ranges_have_a_hyphen_unless_a_limit_is_negative() {
        let cases = [
            (41_208.0, 58_914.0, 0, "41.208-58.914", "41,208-58,914"),
            (56.5, 60.3, 1, "56,5-60,3", "56.5-60.3"),
            (-3.0, 5.0, 0, "−3 til 5", "−3 to 5"),
            (-0.01, 0.2, 1, "0,0-0,2", "0.0-0.2"),
        ];
        for (low, high, decimals, danish, english) in cases {
            assert_eq!(range(low, high, decimals, Da), danish);
            assert_eq!(range(low, high, decimals, En), english);
        }
    }

    #[test]
    fn percent_counts_and_sizes_have_their_unit() {
        assert_eq!(
            (percent(62.0, 0, Da), percent(-4.25, 1, En)),
            ("62 %".into(), "−4.3%".into())
        );
        assert_eq!(
            (count(184_212, Da), count(184_212, En)),
            ("184.212".into(), "184,212".into())
        );
        let sizes = [
            (0, "0 byte"),
            (1, "1 byte"),
            (999, "999 byte"),
            (1_000, "1 kB"),
            (84_400, "84 kB"),
            (999_999, "999 kB"),
            (1_900_000, "1,9 MB"),
            (9_999_999, "9,9 MB"),
            (12_400_000, "12 MB"),
            (300_000_000, "300 MB"),
            (1_250_000_000, "1,2 GB"),
            (u64::MAX, "18.446.744.073 GB"),
        ];
        for (size_bytes, expected) in sizes {
            assert_eq!(bytes(size_bytes, Da), expected);
        }
        assert_eq!(
            (bytes(1, En), bytes(12, En), bytes(1_900_000, En)),
            ("1 byte".into(), "12 bytes".into(), "1.9 MB".into())
        );
    }
}
