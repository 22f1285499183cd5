//! Words of members: totals, sexes, months, seasons, and what may be left out of a label.

use table::{Role, Text};

use crate::name::slug;
use crate::plan::Split;

/// What follows a period whose numbers are preliminary.
pub(crate) const PRELIMINARY_MARKS: &[&str] = &[
    "*",
    "(foreløbig)",
    "(foreløbige)",
    "(foreløbige tal)",
    "foreløbig",
    "(preliminary)",
    "(p)",
    "p",
];

/// Errors of spreadsheets as they are written into text files, in English and Danish.
pub(crate) const SPREADSHEET_ERRORS: &[&str] = &[
    "#REF!",
    "#DIV/0!",
    "#N/A",
    "#NAME?",
    "#NULL!",
    "#NUM!",
    "#VALUE!",
    "#REFERENCE!",
    "#DIVISION/0!",
    "#I/T",
    "#NAVN?",
    "#NUL!",
    "#TAL!",
    "#VÆRDI!",
];

/// What comes before a year.
pub(crate) const YEAR_WORDS: &[&str] = &[
    "År ",
    "år ",
    "Year ",
    "year ",
    "Hele året ",
    "hele året ",
    "Hele ",
    "hele ",
];

/// What follows the youngest age of a band without end, without blanks.
pub(crate) const AGE_OPEN: &[&str] = &[
    "+",
    "-",
    "–",
    "ogderover",
    "ogover",
    "andover",
    "ogopefter",
    "ogældre",
    "orolder",
    "plus",
];

/// Words that make a number an age, without blanks.
pub(crate) const AGE_UNITS: &[&str] = &[
    "-årige", "årige", "år", "aar", "yearsold", "years", "year", "yrs",
];

/// What people read for an age or a band of ages.
pub(crate) fn age_label(code: &str) -> Text {
    Text::new(&format!("{code} år"), &format!("{code} years"))
}

/// What people read for a band of ages without end.
pub(crate) fn open_age_label(from: u32) -> Text {
    Text::new(
        &format!("{from} år og derover"),
        &format!("{from} years and over"),
    )
}

/// What the values of a cell are called beside its heading.
pub(crate) fn part_name(split: Split, part: u32) -> &'static str {
    match (split, part) {
        (Split::Pair, 2) => "andet tal",
        (Split::Bracket, 2) => "i parentes",
        (Split::Interval, 2) => "nedre grænse",
        (Split::Interval, 3) => "øvre grænse",
        _ => "",
    }
}

/// Whether a heading is no more than what a value of a cell is called.
pub(crate) fn is_part_name(heading: &str) -> bool {
    let splits = [Split::Pair, Split::Bracket, Split::Interval];
    let mut names = splits
        .iter()
        .flat_map(|split| (2..=3).map(|part| part_name(*split, part)));
    !heading.is_empty() && names.any(|name| name == heading)
}

/// What people read for a printed total.
pub(crate) fn total_label() -> Text {
    Text::new("I alt", "Total")
}

/// What people read where a cell of a grouping was blank.
pub(crate) fn blank_label() -> Text {
    Text::new("Uoplyst", "Not stated")
}

/// The name and label of a column without a heading, by its role.
pub(crate) fn role_label(role: Role) -> (&'static str, Text) {
    match role {
        Role::Geography => ("place", Text::new("Område", "Place")),
        Role::Time => ("year", Text::new("År", "Year")),
        Role::Age => ("age", Text::new("Alder", "Age")),
        Role::Sex => ("sex", Text::new("Køn", "Sex")),
        Role::Sector => ("sector", Text::new("Sektor", "Sector")),
        Role::Diagnosis => ("diagnosis", Text::new("Diagnose", "Diagnosis")),
        Role::Organisation => ("organisation", Text::new("Organisation", "Organisation")),
        Role::Other => ("group", Text::new("Gruppe", "Group")),
    }
}

/// A year, whatever letter or mark a publisher puts behind it.
fn is_one_year(code: &str) -> bool {
    let (year, rest) = code.split_at_checked(4).unwrap_or_default();
    let is_digit = |byte: u8| byte.is_ascii_digit();
    year.len() == 4 && year.bytes().all(is_digit) && !rest.bytes().any(is_digit)
}

/// The name and label of a column of periods without a heading, by their codes.
pub(crate) fn period_label<'c>(
    codes: impl Iterator<Item = &'c str> + Clone,
) -> (&'static str, Text) {
    let all = |fits: fn(&str) -> bool| codes.clone().next().is_some() && codes.clone().all(fits);
    if all(is_one_year) {
        role_label(Role::Time)
    } else if all(|code| code.contains('/')) {
        ("period", Text::new("Periode", "Period"))
    } else if all(|code| code.get(4..5) == Some("K")) {
        ("quarter", Text::new("Kvartal", "Quarter"))
    } else if all(|code| code.get(4..5) == Some("M")) {
        ("month", Text::new("Måned", "Month"))
    } else {
        ("period", Text::new("Periode", "Period"))
    }
}

/// The name and label of numbers without a heading.
pub(crate) fn value_label() -> (&'static str, Text) {
    ("value", Text::new("Værdi", "Value"))
}

/// What stands before the year of a budget or of the accounts, written together: `R2024`, `B 2025`.
pub(crate) fn budget_of(text: &str) -> Option<(&'static str, &str)> {
    const KINDS: [(&str, &str); 3] = [("R", "Regnskab"), ("BO", "Budgetoverslag"), ("B", "Budget")];
    KINDS.iter().find_map(|(mark, kind)| {
        let year = text.strip_prefix(mark)?.trim_start();
        let is_year = year.starts_with(|letter: char| letter.is_ascii_digit());
        is_year.then_some((*kind, year))
    })
}

/// The code and label of a sex.
pub(crate) fn sex_of(text: &str) -> Option<(&'static str, Text)> {
    match slug(text).as_str() {
        "m" | "mand" | "maend" | "man" | "men" | "male" | "males" | "dreng" | "drenge" => {
            Some(("M", Text::new("Mænd", "Men")))
        }
        "k" | "kvinde" | "kvinder" | "woman" | "women" | "female" | "females" | "f" | "pige"
        | "piger" => Some(("K", Text::new("Kvinder", "Women"))),
        _ => None,
    }
}

/// The number of a month, by name or first three letters.
pub(crate) fn month_of(text: &str) -> Option<u32> {
    const MONTHS: [(&str, &str); 12] = [
        ("januar", "january"),
        ("februar", "february"),
        ("marts", "march"),
        ("april", "april"),
        ("maj", "may"),
        ("juni", "june"),
        ("juli", "july"),
        ("august", "august"),
        ("september", "september"),
        ("oktober", "october"),
        ("november", "november"),
        ("december", "december"),
    ];
    let slug = slug(text);
    let named = |name: &str| slug == name || (slug.len() == 3 && name.starts_with(&slug));
    let index = MONTHS
        .iter()
        .position(|(danish, english)| named(danish) || named(english))?;
    u32::try_from(index + 1).ok()
}

/// Whether a word names a quarter (`K`), a half-year (`H`) or a week (`U`).
pub(crate) fn season_of(word: &str) -> Option<char> {
    match slug(word).as_str() {
        "k" | "q" | "kvt" | "kvartal" | "quarter" | "qtr" => Some('K'),
        "h" | "halvaar" | "half_year" | "halfyear" => Some('H'),
        "u" | "w" | "uge" | "week" => Some('U'),
        _ => None,
    }
}

/// The part of a year that a heading names: months (`M`), quarters (`K`), half-years (`H`) or weeks (`U`).
pub(crate) fn part_of_year(heading: &str) -> Option<char> {
    const PARTS: [(&str, char); 9] = [
        ("maaned", 'M'),
        ("month", 'M'),
        ("kvartal", 'K'),
        ("kvt", 'K'),
        ("quarter", 'K'),
        ("halvaar", 'H'),
        ("uge", 'U'),
        ("ugenr", 'U'),
        ("week", 'U'),
    ];
    let slug = slug(heading);
    let mut words = slug.split('_');
    words
        .find_map(|word| PARTS.iter().find(|(known, _)| *known == word))
        .map(|(_, kind)| *kind)
}

/// Whether a heading is of codes that another column spells out.
pub(crate) fn is_code_heading(heading: &str) -> bool {
    let slug = slug(heading);
    ["kode", "code", "nr", "id", "nummer", "no"]
        .iter()
        .any(|word| slug.ends_with(word))
}

/// A heading without the words for code and name, so that the two columns of a pair have the same.
pub(crate) fn without_label_words(heading: &str) -> String {
    let slug = slug(heading);
    let endings = [
        "kode", "code", "navn", "name", "nummer", "nr", "id", "tekst", "label", "no",
    ];
    let short = endings
        .iter()
        .find_map(|ending| slug.strip_suffix(ending))
        .unwrap_or(&slug);
    short.trim_end_matches(['_', 's']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_in_both_languages() {
        assert_eq!(
            (month_of("Januar"), month_of("okt"), month_of("May")),
            (Some(1), Some(10), Some(5))
        );
        assert_eq!(month_of("J"), None);
    }

    #[test]
    fn two_headings_of_a_pair_are_one_without_their_words() {
        assert_eq!(
            without_label_words("kommunekode"),
            without_label_words("Kommune")
        );
        assert_eq!(
            without_label_words("region_name"),
            without_label_words("region code")
        );
    }
}
