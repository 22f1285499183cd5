//! Words in names and units of measures that tell how they may be rolled up.

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
    if percent || mean || has(&all, NEVER) {
        Rollup::Never
    } else if has(first, PERSONS) {
        Rollup::DistinctPersons
    } else if has(first, STOCK) {
        Rollup::Stock
    } else {
        Rollup::Sum
    }
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
