//! Ages and bands of age.

use table::Text;

use crate::vocabulary::{AGE_OPEN, AGE_UNITS, age_label, open_age_label};

/// Ages from and to, both included; without an end it is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Band {
    pub(crate) from: u32,
    pub(crate) to: Option<u32>,
}

impl Band {
    /// The code: `0`, `1-4`, `85+`.
    pub(crate) fn code(self) -> String {
        match self.to {
            None => format!("{}+", self.from),
            Some(to) if to == self.from => self.from.to_string(),
            Some(to) => format!("{}-{to}", self.from),
        }
    }

    /// What people read.
    pub(crate) fn label(self) -> Text {
        match self.to {
            None => open_age_label(self.from),
            Some(_) => age_label(&self.code()),
        }
    }

    /// Whether all of another band lies inside.
    pub(crate) fn holds(self, other: Self) -> bool {
        let ends = match (self.to, other.to) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(end), Some(other)) => other <= end,
        };
        self.from <= other.from && ends
    }
}

/// The highest age that is taken for one.
const OLDEST: u32 = 130;

/// The band a text means. A plain number counts only where `plain` says that the column holds ages.
pub(crate) fn parse(text: &str, plain: Plain) -> Option<Band> {
    let slim: String = text
        .to_lowercase()
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    let leads = |letter: char| letter.is_ascii_digit() || letter.is_alphabetic() || letter == '<';
    slim.starts_with(leads).then_some(())?;
    let (numbers, rest) = numbers_and_rest(&slim);
    let without_unit = AGE_UNITS
        .iter()
        .fold(rest.clone(), |rest, unit| rest.replace(unit, ""));
    let has_unit = without_unit != rest;
    if let Some(band) = four_digits(&slim).filter(|_| plain == Plain::IsAge) {
        return Some(band);
    }
    let band = match (numbers.as_slice(), without_unit.as_str()) {
        (&[age], "") if has_unit || plain == Plain::IsAge => Band {
            from: age,
            to: Some(age),
        },
        (&[from], ending) if AGE_OPEN.contains(&ending.trim_end_matches('.')) => {
            Band { from, to: None }
        }
        (&[to], "under" | "<") => Band {
            from: 0,
            to: Some(to.checked_sub(1)?),
        },
        (&[from, to], "-" | "–" | "til" | "to" | "_") => Band { from, to: Some(to) },
        _ => return None,
    };
    (band.from <= OLDEST && band.to.is_none_or(|to| band.from <= to && to <= OLDEST))
        .then_some(band)
}

/// `0109` is one to nine years, `1019` ten to nineteen; `0000` is no age.
fn four_digits(text: &str) -> Option<Band> {
    let (from, to) = text.split_at_checked(2).filter(|_| text.len() == 4)?;
    let (from, to) = (from.parse().ok()?, to.parse().ok()?);
    (from < to).then_some(Band { from, to: Some(to) })
}

/// What a number without a word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Plain {
    /// An age.
    IsAge,
    /// Nothing yet.
    IsNothing,
}

fn numbers_and_rest(text: &str) -> (Vec<u32>, String) {
    let mut numbers = Vec::new();
    let mut rest = String::new();
    let mut digits = String::new();
    for letter in text.chars().chain(std::iter::once('\0')) {
        if letter.is_ascii_digit() {
            digits.push(letter);
            continue;
        }
        if let Ok(number) = digits.parse() {
            numbers.push(number);
        }
        digits.clear();
        if letter != '\0' {
            rest.push(letter);
        }
    }
    (numbers, rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let code = parse(text, Plain::IsNothing).map(Band::code);
        assert_eq!(code.unwrap_or_default(), expected, "{text}");
    }

    #[test]
    fn bands_are_known_however_written() {
        check("1-4 years", "1-4");
        check("85- years", "85+");
        check("85-", "85+");
        check("85 år og derover", "85+");
        check("65+ år", "65+");
        check("00-01", "0-1");
        check("0AAR", "0");
        check("70 til 74 år", "70-74");
        check("under 18 år", "0-17");
        check("90 years and over", "90+");
    }

    #[test]
    fn other_texts_are_no_ages() {
        for text in ["2024", "2020-2024", "Alder i alt", "12", "-5", "A1-4"] {
            check(text, "");
        }
    }

    #[test]
    fn a_plain_number_is_an_age_only_under_a_heading_that_says_so() {
        assert_eq!(
            parse("12", Plain::IsAge).map(Band::code),
            Some("12".to_owned())
        );
    }

    #[test]
    fn an_open_band_holds_what_lies_above() {
        let band = |text| parse(text, Plain::IsNothing).unwrap();
        assert!(band("65+").holds(band("80-84")) && band("65+").holds(band("85+")));
        assert!(!band("65-79").holds(band("80+")) && !band("65+").holds(band("60-69")));
    }
}
