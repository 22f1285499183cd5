//! Words in names and units of measures that tell how they may be rolled up.

use super::members::month_of;
use crate::age::{self, Plain};
use crate::name::slug;

/// What the words of a measure say of rolling it up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rollup {
    /// A count of events.
    Sum,
    /// A rate, share, mean or index.
    Never,
    /// Persons who can be in several groups.
    DistinctPersons,
    /// How many there are at a moment.
    Stock,
}

const NEVER: &[&str] = &[
    "pr",
    "per",
    "rate",
    "procent",
    "pct",
    "percent",
    "percentage",
    "andel",
    "share",
    "gennemsnit",
    "gennemsnitlig",
    "gns",
    "mean",
    "average",
    "median",
    "indeks",
    "index",
    "ventetid",
    "ventetider",
    "ratio",
    "promille",
    "nedre",
    "oevre",
    "lower",
    "upper",
    "konfidensinterval",
    "std",
    "score",
    "vaerdi_pr",
];
const BEGINNINGS: &[&str] = &["gennemsnits", "median"];
const UNIT_WORDS: &[&str] = &[
    "antal", "number", "count", "pct", "procent", "percent", "kr", "dkk", "dage", "days",
    "personer",
];
const PERSONS: &[&str] = &[
    "unikke",
    "unique",
    "distinct",
    "patienter",
    "patients",
    "patient",
    "modtagere",
    "recipients",
    "cpr",
    "pat",
];
const STOCK: &[&str] = &[
    "population",
    "pop",
    "befolkning",
    "befolkningen",
    "borgere",
    "persons",
    "personer",
    "people",
    "indbyggere",
    "inhabitants",
    "residents",
    "folketal",
    "beboere",
    "kapacitet",
    "kapaciteter",
    "laegekapacitet",
    "laegekapaciteter",
    "senge",
    "beds",
    "tilmeldte",
    "enrolled",
    "ansatte",
    "employees",
    "aarsvaerk",
    "fuldtidsstillinger",
    "naevner",
    "denominator",
];

/// What the name and unit of a measure say.
pub(crate) fn rollup_of(heading: &str, unit: &str) -> Rollup {
    let percent = heading.contains('%') || unit.contains('%');
    let (all, first) = (
        format!("{heading} {unit}"),
        heading.split(',').next().unwrap_or_default(),
    );
    let has = |text: &str, list: &[&str]| {
        let slug = slug(text);
        slug.split('_')
            .any(|word| list.iter().any(|known| is_or_ends_with(word, known)))
    };
    let begins = |word: &str| BEGINNINGS.iter().any(|known| word.starts_with(known));
    let mean = slug(&all).split('_').any(begins);
    // What stands behind a comma narrows down who is counted, not what.
    if percent || mean || has(&without_when(&all), NEVER) {
        Rollup::Never
    } else if has(first, PERSONS) {
        Rollup::DistinctPersons
    } else if has(first, STOCK) {
        Rollup::Stock
    } else {
        Rollup::Sum
    }
}

/// Without the `pr.` of a day or of what the numbers are broken down by: `pr. 1. januar`, `pr. kommune`.
fn without_when(text: &str) -> String {
    let slug = slug(text);
    let words: Vec<&str> = slug.split('_').collect();
    let says_when = |at: usize| {
        let after = (words.get(at + 1), words.get(at + 2));
        matches!(words.get(at), Some(&("pr" | "per"))) && is_when(after)
    };
    let kept = words.iter().enumerate().filter(|(at, _)| !says_when(*at));
    kept.map(|(_, word)| *word).collect::<Vec<_>>().join("_")
}

/// Whether these words are a day and a month, or a level of places.
fn is_when((first, second): (Option<&&str>, Option<&&str>)) -> bool {
    const LEVELS: &[&str] = &["kommune", "region", "landsdel", "sundhedsraad"];
    let number = |word: &str| word.parse::<u32>().ok().filter(|_| word.len() <= 2);
    let is_month = |word: &str| {
        month_of(word).is_some() || number(word).is_some_and(|month| (1..=12).contains(&month))
    };
    let is_day = |word: &str| number(word).is_some_and(|day| (1..=31).contains(&day));
    let is_date =
        first.is_some_and(|day| is_day(day)) && second.is_some_and(|month| is_month(month));
    is_date || first.is_some_and(|word| LEVELS.contains(word))
}

/// Danish compounds: a `positivprocent` is a percentage.
fn is_or_ends_with(word: &str, known: &str) -> bool {
    word == known || (known.len() >= 5 && word.ends_with(known))
}

/// Whether a heading is no more than a unit.
pub(crate) fn is_unit_word(heading: &str) -> bool {
    UNIT_WORDS.contains(&slug(heading).as_str())
}

const PARTS_OF_UNITS: &[&str] = &[
    "pr",
    "per",
    "kap",
    "capita",
    "indbygger",
    "indbyggere",
    "borger",
    "borgere",
    "patient",
    "t",
    "mio",
    "mia",
    "timer",
    "hours",
    "minutter",
    "minutes",
    "uger",
    "weeks",
    "maaneder",
    "months",
    "aar",
    "years",
    "aarsvaerk",
    "promille",
    "i",
    "of",
    "af",
    "residents",
    "inhabitants",
];

/// Whether a name among others that group rows is one of a measure: a share, a rate or a mean.
pub(crate) fn names_measure(name: &str) -> bool {
    const FIRST: &[&str] = &[
        "andel",
        "gennemsnit",
        "gennemsnitlig",
        "gns",
        "median",
        "procent",
        "rate",
        "mean",
        "average",
        "share",
        "percent",
    ];
    let slug = slug(name);
    let first = slug.split('_').next().unwrap_or_default();
    let is_share = name.contains("(%)") || slug.ends_with("procent") || slug.contains("pr_1_000");
    is_share || FIRST.contains(&first)
}

/// Whether a title begins with what is never added: `Andel ...`, `Forventede ventetider ...`.
pub(crate) fn begins_as_rate(title: &str) -> bool {
    let words: Vec<&str> = title.split_whitespace().take(2).collect();
    rollup_of(&words.join(" "), "") == Rollup::Never
}

/// Whether a text is a unit, and no more: `antal`, `pr. 1.000`, `1.000 kr.`, `%`.
pub(crate) fn is_unit_text(text: &str) -> bool {
    let slug = slug(text);
    let words: Vec<&str> = slug.split('_').filter(|word| !word.is_empty()).collect();
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let is_unit = |word: &&str| UNIT_WORDS.contains(word) || PARTS_OF_UNITS.contains(word);
    let all_known = words.iter().all(|word| is_number(word) || is_unit(word));
    let is_age = age::parse(text, Plain::IsNothing).is_some();
    text.trim() == "%" || (all_known && words.iter().any(is_unit) && !is_age)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(heading: &str, unit: &str, expected: Rollup) {
        assert_eq!(rollup_of(heading, unit), expected, "{heading} {unit}");
    }

    #[test]
    fn words_of_a_measure_tell_how_it_is_rolled_up() {
        check("Akutte indlæggelser", "antal", Rollup::Sum);
        check("Akutte indlæggelser", "pr. 1.000 borgere", Rollup::Never);
        check("Andel med kontakt", "%", Rollup::Never);
        check("Gennemsnitlig ventetid", "dage", Rollup::Never);
        check("Antal unikke patienter", "", Rollup::DistinctPersons);
        check("Kontakter pr. patient", "", Rollup::Never);
        check("Antal indlæggelser pr. kommune", "", Rollup::Sum);
        check("Ophold pr. 31/12", "", Rollup::Sum);
        check("Ophold pr. 1.000", "", Rollup::Never);
        check("Ophold pr. 10.000 borgere", "", Rollup::Never);
        check("Positivprocent", "", Rollup::Never);
        check("Gennemsnitsalder", "", Rollup::Never);
        check("Hjertepatienter", "", Rollup::DistinctPersons);
        check("ANT_CPR", "", Rollup::DistinctPersons);
        check("n_pat", "", Rollup::DistinctPersons);
        check("Persons", "", Rollup::Stock);
        check("Befolkningen 1. januar", "personer", Rollup::Stock);
        check("Ophold, borgere fra 65 år", "", Rollup::Sum);
        check("Tilmeldte patienter", "", Rollup::DistinctPersons);
    }
}
