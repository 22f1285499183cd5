//! Periods in two rows of a header: years, and below them their quarters, months or weeks.

use crate::age::{self, Plain};
use crate::header::Part;
use crate::plan::{HeaderRow, HeaderUse};
use crate::vocabulary::{is_total, sex_of};
use crate::{span, time};

/// Writes each period into the inner row; a total below such a year is the year itself.
pub(crate) fn join(paths: &mut [Vec<Part>], rows: &[HeaderRow]) {
    paths.iter_mut().for_each(|path| part_ages(path, rows));
    let mut years: Vec<String> = Vec::new();
    for path in paths.iter_mut() {
        years.extend(path.iter().filter_map(|part| year_of_part(part, rows)));
        let Some((at, year)) = year(path, rows) else {
            continue;
        };
        let inner = path.iter().enumerate().skip(at + 1);
        let mut parts = inner.filter_map(|(own, part)| {
            let is_open = is_open(part, rows);
            Some((
                own,
                span::within(&year.code, &part.text).filter(|_| is_open)?,
            ))
        });
        let found = parts.next();
        if let Some((own, code)) = found {
            let mark = if year.preliminary { "*" } else { "" };
            if let Some(part) = path.get_mut(own) {
                part.text = format!("{code}{mark}");
            }
            path.remove(at);
            years.push(year.code);
        }
    }
    paths
        .iter_mut()
        .for_each(|path| drop_total(path, rows, &years));
}

/// `Mænd 0-17 år` and `65+ år, kvinder` are a sex and an age.
fn part_ages(path: &mut Vec<Part>, rows: &[HeaderRow]) {
    let found = path.iter().enumerate().find_map(|(at, part)| {
        let is_recognised = is_open(part, rows);
        Some((at, sex_and_age(&part.text).filter(|_| is_recognised)?))
    });
    if let Some((at, (sex, age))) = found {
        let row = path.get(at).map_or(0, |part| part.row);
        let part = |text| Part { row, text };
        path.splice(at..=at, [part(sex), part(age)]);
    }
}

fn sex_and_age(text: &str) -> Option<(String, String)> {
    let is_sex = |text: &str| text.chars().count() > 1 && sex_of(text).is_some();
    let is_age = |text: &str| age::parse(text, Plain::IsNothing).is_some();
    let edges = text.match_indices([' ', ',']);
    edges.into_iter().find_map(|(at, _)| {
        let clean = |text: &str| text.trim_matches([' ', ',', '(', ')']).to_owned();
        let (before, after) = (clean(text.get(..at)?), clean(text.get(at..)?));
        match () {
            () if is_sex(&before) && is_age(&after) => Some((before, after)),
            () if is_age(&before) && is_sex(&after) => Some((after, before)),
            () => None,
        }
    })
}

/// The year of a month or quarter that stands in one text.
fn year_of_part(part: &Part, rows: &[HeaderRow]) -> Option<String> {
    let code = time::parse(&part.text)
        .filter(|_| is_open(part, rows))?
        .code;
    let is_part = (6..=7).contains(&code.len());
    code.get(..4).filter(|_| is_part).map(str::to_owned)
}

/// The year among these texts, and where it stands.
fn year(path: &[Part], rows: &[HeaderRow]) -> Option<(usize, time::Period)> {
    let mut open = path
        .iter()
        .enumerate()
        .filter(|(_, part)| is_open(part, rows));
    open.find_map(|(at, part)| {
        let period = time::parse(&part.text)?;
        (period.code.len() == 4).then_some((at, period))
    })
}

fn is_open(part: &Part, rows: &[HeaderRow]) -> bool {
    let row = rows.get(part.row);
    row.is_none_or(|row| matches!(row.is, HeaderUse::Recognised | HeaderUse::Time))
}

fn drop_total(path: &mut Vec<Part>, rows: &[HeaderRow], years: &[String]) {
    for part in path.iter_mut().filter(|part| is_open(part, rows)) {
        let split = time::split(&part.text).filter(|(words, _)| is_total(words, words));
        if let Some((_, year)) = split.filter(|(_, year)| years.contains(&year.code)) {
            part.text = year.code;
        }
    }
    let has_parts = year(path, rows).is_some_and(|(_, year)| years.contains(&year.code));
    if has_parts {
        path.retain(|part| !(is_open(part, rows) && is_total(&part.text, &part.text)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_above_their_parts_are_one_text() {
        let path = |text: &str| -> Vec<Part> {
            let texts = text.split('|').enumerate();
            let part = |(row, text): (usize, &str)| Part {
                row,
                text: text.to_owned(),
            };
            texts.map(part).collect()
        };
        let mut paths = ["2023|1. kvt.", "2023|I alt", "2024*|Maj|Antal", "Ophold|K1"].map(path);
        join(&mut paths, &[]);
        let texts = paths.map(|path| {
            let texts: Vec<String> = path.into_iter().map(|part| part.text).collect();
            texts.join("|")
        });
        assert_eq!(texts, ["2023K1", "2023", "2024M05*|Antal", "Ophold|K1"]);
    }

    #[test]
    fn a_sex_and_an_age_in_one_text_are_two() {
        let pair = |text: &str| sex_and_age(text).map(|(sex, age)| format!("{sex}|{age}"));
        assert_eq!(pair("Mænd 0-17 år").as_deref(), Some("Mænd|0-17 år"));
        assert_eq!(pair("65+ år, kvinder").as_deref(), Some("kvinder|65+ år"));
        assert_eq!(pair("Antal kvinder"), None);
    }
}
