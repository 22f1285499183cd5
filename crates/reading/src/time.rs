//! Years, quarters, months and other periods.

use crate::span;
use crate::vocabulary::{PRELIMINARY_MARKS, YEAR_WORDS, budget_of, month_of, season_of};

/// A period as somebody wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Period {
    /// `2024`, `2024H1`, `2024K4`, `2024M02`, a season `2015/2016`, or a date.
    pub(crate) code: String,
    /// Whether a star or a word marks it as preliminary.
    pub(crate) preliminary: bool,
}

/// The period a text means.
pub(crate) fn parse(text: &str) -> Option<Period> {
    let (text, preliminary) = without_mark(text.trim());
    let code = year(text)
        .or_else(|| year_and_part(text))
        .or_else(|| in_words(text))
        .or_else(|| season(text))
        .or_else(|| month_number(text))
        .or_else(|| date(text))
        .or_else(|| span::parse(text))?;
    Some(Period { code, preliminary })
}

/// The code of a part of a year in words.
pub(crate) fn parse_part(text: &str) -> Option<String> {
    in_words(text)
}

/// The code of a month or a day.
pub(crate) fn parse_moment(text: &str) -> Option<String> {
    let moment = in_words(text).or_else(|| date(text))?;
    let is_moment = moment.contains(['M', '-']);
    is_moment.then_some(moment)
}

/// The period a text means beside months such as `2024-09`, among which `2010-11` is no season.
pub(crate) fn parse_among_months(text: &str) -> Option<Period> {
    let (plain, preliminary) = without_mark(text.trim());
    match month_number(plain) {
        Some(code) => Some(Period { code, preliminary }),
        None => parse(text),
    }
}

/// Whether a text is a month such as `2024-09`, and cannot be a season.
pub(crate) fn is_month_number(text: &str) -> bool {
    let (text, _) = without_mark(text.trim());
    month_number(text).is_some() && season(text).is_none()
}

/// `2024-09`.
fn month_number(text: &str) -> Option<String> {
    let (year, month) = text.split_once('-')?;
    let is_month = month.len() == 2 && is_year(year);
    code(year, 'M', month.parse().ok().filter(|_| is_month)?)
}

/// Splits a heading such as `Antal 2021` into its words and its period.
pub(crate) fn split(text: &str) -> Option<(String, Period)> {
    let text = text.trim();
    if let Some(period) = parse(text) {
        return Some((String::new(), period));
    }
    if let Some((kind, year)) = budget_of(text).filter(|(_, year)| is_year(year)) {
        return Some((kind.to_owned(), parse(year)?));
    }
    let is_edge =
        |letter: char| letter.is_whitespace() || [',', ':', ';', '(', ')', '-'].contains(&letter);
    let edges = text.char_indices().filter(|(_, letter)| is_edge(*letter));
    edges.into_iter().find_map(|(at, letter)| {
        let before = text.get(..at)?.trim_matches(is_edge);
        let after = text.get(at + letter.len_utf8()..)?.trim_matches(is_edge);
        let first = parse(before).map(|period| (after.to_owned(), period));
        first.or_else(|| parse(after).map(|period| (before.to_owned(), period)))
    })
}

fn without_mark(text: &str) -> (&str, bool) {
    let stripped = PRELIMINARY_MARKS.iter().find_map(|word| {
        let stripped = text.strip_suffix(word)?;
        stripped
            .trim_end()
            .ends_with(|letter: char| letter.is_ascii_digit())
            .then_some(stripped)
    });
    stripped.map_or((text, false), |text| (text.trim_end(), true))
}

/// Whether a text is a year of our time.
pub(crate) fn is_year(text: &str) -> bool {
    text.len() == 4
        && text
            .parse()
            .is_ok_and(|year: u32| (1900..=2100).contains(&year))
}

fn year(text: &str) -> Option<String> {
    let text = YEAR_WORDS
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text)
        .trim_start();
    is_year(text).then(|| text.to_owned())
}

/// `2024K1`, `2024Q1`, `2024H2`, `2024M01`, `2024-K1`.
fn year_and_part(text: &str) -> Option<String> {
    let (year, part) = text.split_at_checked(4)?;
    let part = part.trim_start_matches(['-', ' ', ':']);
    let kind = part
        .chars()
        .next()
        .filter(char::is_ascii_alphabetic)?
        .to_ascii_uppercase();
    let number: u32 = part.get(1..)?.trim().parse().ok()?;
    is_year(year).then_some(())?;
    code(year, if kind == 'Q' { 'K' } else { kind }, number)
}

fn code(year: &str, kind: char, number: u32) -> Option<String> {
    match (kind, number) {
        ('K', 1..=4) => Some(format!("{year}K{number}")),
        ('H', 1..=2) => Some(format!("{year}H{number}")),
        ('M', 1..=12) => Some(format!("{year}M{number:02}")),
        ('U' | 'W', 1..=53) => Some(format!("{year}U{number:02}")),
        _ => None,
    }
}

/// `1. kvt. 2020`, `2. halvår 2021`, `januar 2024`, `2024 januar`, `K4 2024`, `uge 5 2024`, `maj 24`.
fn in_words(text: &str) -> Option<String> {
    let words: Vec<&str> = text
        .split([' ', '.', ',', '-'])
        .filter(|word| !word.is_empty())
        .collect();
    let Some(year) = words.iter().find(|word| is_year(word)) else {
        return month_of_short_year(&words);
    };
    let others: Vec<&&str> = words.iter().filter(|word| *word != year).collect();
    match others.as_slice() {
        [word] => {
            month_of(word).map_or_else(|| numbered(year, word), |month| code(year, 'M', month))
        }
        [number, kind] => {
            let of = |number: &str, kind: &str| code(year, season_of(kind)?, number.parse().ok()?);
            let day = || day_in_words(year, number, kind);
            of(number, kind).or_else(|| of(kind, number)).or_else(day)
        }
        _ => None,
    }
}

/// `1. januar 2024`.
fn day_in_words(year: &str, day: &str, month: &str) -> Option<String> {
    let (day, month) = (day.parse::<u32>().ok()?, month_of(month)?);
    (1..=31)
        .contains(&day)
        .then(|| format!("{year}-{month:02}-{day:02}"))
}

/// `K4`, `Q1`, `H2` beside a year.
fn numbered(year: &str, word: &str) -> Option<String> {
    let kind = word.chars().next().filter(char::is_ascii_alphabetic)?;
    let number = word.get(1..)?.parse().ok()?;
    match kind.to_ascii_uppercase() {
        'Q' => code(year, 'K', number),
        kind => code(year, kind, number),
    }
}

/// `maj 24`, `jan-24`.
fn month_of_short_year(words: &[&str]) -> Option<String> {
    let [month, year] = words else { return None };
    let is_short = year.len() == 2 && year.bytes().all(|byte| byte.is_ascii_digit());
    let month = month_of(month).filter(|_| is_short)?;
    code(&format!("20{year}"), 'M', month)
}

/// `2015/2016`, `2015/16`, `2020:2024`, `2020-2024`.
fn season(text: &str) -> Option<String> {
    let (from, to) = text.split_once(['/', ':', '-'])?;
    let short = to.len() == 2 && to.bytes().all(|byte| byte.is_ascii_digit());
    let (from, to) = (from.trim(), to.trim());
    let full = if short {
        format!("{}{to}", from.get(..2)?)
    } else {
        to.to_owned()
    };
    (is_year(from) && is_year(&full) && *from < *full).then(|| format!("{from}/{full}"))
}

/// `2024-01-31`, `31-01-2024`, `31.01.2024`, with or without a time of day; a January the first stays a date.
fn date(text: &str) -> Option<String> {
    let day = text.split(['T', ' ']).next()?;
    let parts: Vec<&str> = day.split(['-', '.']).collect();
    let (year, month, day_of_month) = match parts.as_slice() {
        [day, month, year] if is_year(year) => (year, month, day),
        [year, month, day_of_month] if !day.contains('.') => (year, month, day_of_month),
        _ => return None,
    };
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() == 2);
    let fits = is_year(year)
        && number(month).is_some_and(|month| (1..=12).contains(&month))
        && number(day_of_month).is_some_and(|day| (1..=31).contains(&day));
    fits.then(|| format!("{year}-{month}-{day_of_month}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let code = parse(text).map(|period| {
            let mark = if period.preliminary { "*" } else { "" };
            format!("{}{mark}", period.code)
        });
        assert_eq!(code.unwrap_or_default(), expected, "{text}");
    }

    #[test]
    fn periods_are_known_however_written() {
        check("2024", "2024");
        check("2024*", "2024*");
        check("2024 (foreløbige tal)", "2024*");
        check("2024Q1", "2024K1");
        check("2024K1", "2024K1");
        check("2024M1", "2024M01");
        check("1. kvt. 2020", "2020K1");
        check("2. halvår 2021", "2021H2");
        check("januar 2024", "2024M01");
        check("2015/16", "2015/2016");
        check("2020:2024", "2020/2024");
        check("2024-01-31T00:00:00", "2024-01-31");
        check("31-01-2024", "2024-01-31");
        check("31.01.2024 kl. 12", "2024-01-31");
        check("31-13-2024", "");
    }

    #[test]
    fn other_numbers_are_no_periods() {
        for text in [
            "1234",
            "20245",
            "2024 personer",
            "5-9",
            "",
            "101 København",
            "2024A5",
        ] {
            check(text, "");
        }
    }

    #[test]
    fn a_period_is_split_from_the_words_beside_it() {
        let words = |text| split(text).map(|(words, period)| format!("{words}|{}", period.code));
        assert_eq!(words("Antal 2021").as_deref(), Some("Antal|2021"));
        assert_eq!(
            words("2021, antal ophold").as_deref(),
            Some("antal ophold|2021")
        );
        assert_eq!(words("Udvikling"), None);
    }
}
