//! Dates and periods as people write them.
//!
//! What cannot be read is handed back as it was, so nothing is lost.

use crate::Language;

const MONTHS_DA: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date from `2026-09-10`, with or without a time after it: `10.9.2026` or `10 Sep 2026`.
#[must_use]
pub fn date(iso: &str, language: Language) -> String {
    read_date(iso).map_or_else(|| iso.to_owned(), |date| date.in_language(language))
}

/// A period from its code: year, half-year (`2024H1`), quarter (`2024K4`, `2024Q4`), month (`2024M03`, `2024-03`), week
/// (`2024U12`, `2024W12`) or day.
#[must_use]
pub fn period(code: &str, language: Language) -> String {
    let read = || match code.get(4..) {
        Some("") => Some(code.to_owned()),
        Some(rest) => part_of_year(year(code.get(..4)?)?, rest, language),
        None => None,
    };
    read_date(code)
        .map(|date| date.in_language(language))
        .or_else(read)
        .unwrap_or_else(|| code.to_owned())
}

struct Date<'text> {
    year: &'text str,
    month: usize,
    day: u32,
}

impl Date<'_> {
    fn in_language(&self, language: Language) -> String {
        let Self { year, month, day } = self;
        match language {
            Language::Da => format!("{day}.{month}.{year}"),
            Language::En => {
                let name = month_name(*month, language).unwrap_or_default();
                format!("{day} {} {year}", name.get(..3).unwrap_or(name))
            }
        }
    }
}

fn read_date(iso: &str) -> Option<Date<'_>> {
    let (day_part, rest) = iso.split_at_checked(10)?;
    let (year_part, rest_of_day) = day_part.split_once('-')?;
    let (month, day) = rest_of_day.split_once('-')?;
    let date = Date {
        year: year(year_part)?,
        month: within(month, 12)?,
        day: u32::try_from(within(day, 31)?).ok()?,
    };
    (rest.is_empty() || rest.starts_with(['T', ' '])).then_some(date)
}

fn year(text: &str) -> Option<&str> {
    (text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
}

fn part_of_year(year: &str, rest: &str, language: Language) -> Option<String> {
    let rest = rest.strip_prefix('-').unwrap_or(rest);
    let (kind, number) =
        rest.split_at_checked(rest.find(|letter: char| letter.is_ascii_digit())?)?;
    match (kind, language) {
        ("K" | "Q", Language::Da) => Some(format!("{}. kvt. {year}", within(number, 4)?)),
        ("K" | "Q", Language::En) => Some(format!("Q{} {year}", within(number, 4)?)),
        ("H", Language::Da) => Some(format!("{}. halvår {year}", within(number, 2)?)),
        ("H", Language::En) => Some(format!("H{} {year}", within(number, 2)?)),
        ("U" | "W", _) => Some(format!(
            "{} {}, {year}",
            language.pick("uge", "week"),
            within(number, 53)?
        )),
        ("M" | "", _) if number.len() == 2 => Some(format!(
            "{} {year}",
            month_name(within(number, 12)?, language)?
        )),
        _ => None,
    }
}

fn month_name(month: usize, language: Language) -> Option<&'static str> {
    let names = match language {
        Language::Da => MONTHS_DA,
        Language::En => MONTHS_EN,
    };
    names.get(month.checked_sub(1)?).copied()
}

/// A number from 1 to the highest.
fn within(text: &str, highest: usize) -> Option<usize> {
    text.bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| text.parse().ok())?
        .filter(|number| (1..=highest).contains(number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Da, En};

    #[test]
    fn dates_are_written_out() {
        let cases = [
            ("2026-09-10", "10.9.2026", "10 Sep 2026"),
            ("2027-12-31", "31.12.2027", "31 Dec 2027"),
            ("2026-05-01T08:52:00Z", "1.5.2026", "1 May 2026"),
            ("2026-13-01", "2026-13-01", "2026-13-01"),
            ("2026-00-01", "2026-00-01", "2026-00-01"),
            ("2026-1-1", "2026-1-1", "2026-1-1"),
            ("2026-09-10x", "2026-09-10x", "2026-09-10x"),
            ("i går", "i går", "i går"),
            ("", "", ""),
        ];
        for (iso, danish, english) in cases {
            assert_eq!(date(iso, Da), danish);
            assert_eq!(date(iso, En), english);
        }
    }

    #[test]
    fn periods_are_named() {
        let cases = [
            ("2024", "2024", "2024"),
            ("2024K4", "4. kvt. 2024", "Q4 2024"),
            ("2024Q1", "1. kvt. 2024", "Q1 2024"),
            ("2024-Q1", "1. kvt. 2024", "Q1 2024"),
            ("2024H2", "2. halvår 2024", "H2 2024"),
            ("2024M03", "marts 2024", "March 2024"),
            ("2024-03", "marts 2024", "March 2024"),
            ("202403", "marts 2024", "March 2024"),
            ("2024U07", "uge 7, 2024", "week 7, 2024"),
            ("2024W52", "uge 52, 2024", "week 52, 2024"),
            ("2024-09-10", "10.9.2024", "10 Sep 2024"),
            ("2024K5", "2024K5", "2024K5"),
            ("2019-2025", "2019-2025", "2019-2025"),
            ("2023/24", "2023/24", "2023/24"),
            ("i alt", "i alt", "i alt"),
            ("2024K٣", "2024K٣", "2024K٣"),
        ];
        for (code, danish, english) in cases {
            assert_eq!(period(code, Da), danish);
            assert_eq!(period(code, En), english);
        }
    }
}
