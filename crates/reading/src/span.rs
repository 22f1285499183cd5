//! Periods in two moments, and in two texts: `jan-sep 2024`, `01.07.2023-30.06.2024`; `1. kvt.` below `2023`.

use crate::time;
use crate::vocabulary::month_of;

/// The code of a period from one month or day to another; one that is a year, a half or a quarter is called that.
pub(crate) fn parse(text: &str) -> Option<String> {
    let dashes = text.match_indices(['-', '–']);
    let words = text.match_indices(" til ");
    dashes.chain(words).find_map(|(at, mark)| {
        let before = text.get(..at)?.trim();
        let after = text.get(at + mark.len()..)?.trim();
        between(before, after)
    })
}

fn between(before: &str, after: &str) -> Option<String> {
    if let Some(quarters) = quarters(before, after) {
        return Some(quarters);
    }
    let to = time::parse_moment(after)?;
    let year = to.get(..4)?;
    let from = match month_of(before) {
        Some(month) => format!("{year}M{month:02}"),
        None => time::parse_moment(before)?,
    };
    let (first, last) = (from.get(4..)?, to.get(4..)?);
    let same_kind = first.len() == last.len() && first.get(..1) == last.get(..1);
    let in_order = (from.len() > 4 && same_kind && from < to).then_some(());
    in_order?;
    Some(
        match whole(first, last).filter(|_| from.starts_with(year)) {
            Some(part) => format!("{year}{part}"),
            None => format!("{from}/{to}"),
        },
    )
}

/// `1.-3. kvt. 2024`.
fn quarters(before: &str, after: &str) -> Option<String> {
    let first: u32 = before.trim_end_matches('.').parse().ok()?;
    let to = time::parse_part(after).filter(|code| code.contains('K'))?;
    let (year, last) = (to.get(..4)?, to.get(5..)?.parse::<u32>().ok()?);
    (1..last).contains(&first).then_some(())?;
    Some(match (first, last) {
        (1, 4) => year.to_owned(),
        (1, 2) => format!("{year}H1"),
        (3, 4) => format!("{year}H2"),
        _ => format!("{year}K{first}/{to}"),
    })
}

/// What part of a year lies from one of its months or days to another, if it has a name.
fn whole(first: &str, last: &str) -> Option<&'static str> {
    const NAMED: [(&str, &str, &str); 8] = [
        ("M01", "M12", ""),
        ("-01-01", "-12-31", ""),
        ("M01", "M06", "H1"),
        ("M07", "M12", "H2"),
        ("M01", "M03", "K1"),
        ("M04", "M06", "K2"),
        ("M07", "M09", "K3"),
        ("M10", "M12", "K4"),
    ];
    let mut named = NAMED.into_iter();
    let found = named.find(|(from, to, _)| (*from, *to) == (first, last));
    found.map(|(.., part)| part)
}

/// The code of a part of a year that a text names without its year: `1. kvt.`, `K1`, `marts`, `uge 5`.
pub(crate) fn within(year: &str, text: &str) -> Option<String> {
    time::parse(text).is_none().then_some(())?;
    let period = time::parse(&format!("{text} {year}"))?;
    let is_part = (6..=7).contains(&period.code.len()) && period.code.starts_with(year);
    is_part.then_some(period.code)
}

/// Whether a period holds another: a year its months, a half its quarters.
pub(crate) fn holds(outer: &str, inner: &str) -> bool {
    let months = months(outer).zip(months(inner));
    let by_months = months
        .is_some_and(|(outer, inner)| outer != inner && outer.0 <= inner.0 && inner.1 <= outer.1);
    let is_part = |rest: &str| rest.starts_with(['U', '-']) && !rest.contains('/');
    let by_year = outer.len() == 4 && inner.strip_prefix(outer).is_some_and(is_part);
    by_months || by_year
}

/// The first and last month of a period.
fn months(code: &str) -> Option<(u32, u32)> {
    if let Some((from, to)) = code.split_once('/').filter(|(from, _)| from.len() > 4) {
        return Some((months(from)?.0, months(to)?.1));
    }
    let (year, part) = code.split_at_checked(4)?;
    let start = year.parse::<u32>().ok()? * 12;
    if part.is_empty() {
        return Some((start + 1, start + 12));
    }
    let (kind, number) = part.split_at_checked(1)?;
    let number: u32 = number.parse().ok()?;
    let length = match kind {
        "H" => 6,
        "K" => 3,
        "M" => 1,
        _ => return None,
    };
    Some((
        start + number * length + 1 - length,
        start + number * length,
    ))
}

/// Whether any of these periods begins before the end of another, as rolling years do.
pub(crate) fn overlap<'c>(codes: impl Iterator<Item = &'c str>) -> bool {
    let spans = codes.filter_map(|code| code.split_once('/'));
    let mut spans: Vec<(&str, &str)> = spans.collect();
    spans.sort_unstable();
    let next = spans.iter().skip(1);
    spans
        .iter()
        .zip(next)
        .any(|((_, end), (start, _))| start < end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_between_two_moments_are_known() {
        let check = |text: &str, expected: &str| {
            assert_eq!(parse(text).unwrap_or_default(), expected, "{text}");
        };
        check("Jan-dec 2022", "2022");
        check("jan-sep 2024", "2024M01/2024M09");
        check("feb 2023 - jan 2024", "2023M02/2024M01");
        check("januar til marts 2024", "2024K1");
        check("01.07.2023-30.06.2024", "2023-07-01/2024-06-30");
        check("01-01-2023 - 31-12-2023", "2023");
        check("1.-3. kvt. 2024", "2024K1/2024K3");
        check("1. - 2. kvartal 2024", "2024H1");
        check("1. juli 2023 – 30. juni 2024", "2023-07-01/2024-06-30");
        for text in [
            "31-01-2024",
            "2024-01-31",
            "2023-2024",
            "dec-jan 2024",
            "0-17",
        ] {
            check(text, "");
        }
    }

    #[test]
    fn a_part_of_a_year_is_known_below_its_year() {
        let check = |text: &str, expected: &str| {
            assert_eq!(within("2023", text).unwrap_or_default(), expected, "{text}");
        };
        check("1. kvt.", "2023K1");
        check("Marts", "2023M03");
        check("2. halvår", "2023H2");
        check("uge 5", "2023U05");
        check("Antal", "");
        check("2022", "");
    }

    #[test]
    fn longer_periods_hold_shorter_ones_and_rolling_ones_overlap() {
        assert!(holds("2023", "2023K1") && holds("2023H2", "2023M07"));
        assert!(holds("2023", "2023U05") && holds("2023", "2023-05-01"));
        assert!(holds("2023K1/2023K3", "2023K2"));
        assert!(!holds("2023", "2023/2024") && !holds("2023K1", "2023M04"));
        let rolling = ["2023M02/2024M01", "2023M03/2024M02"];
        let seasons = ["2022/2023", "2023/2024"];
        assert!(overlap(rolling.into_iter()) && overlap(["2019/2023", "2020/2024"].into_iter()));
        assert!(!overlap(seasons.into_iter()));
    }
}
