//! Words in names and units of measures that tell how they may be rolled up.

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
];
const STOCK: &[&str] = &[
    "population",
    "pop",
    "befolkning",
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
        check("Persons", "", Rollup::Stock);
        check("Ophold, borgere fra 65 år", "", Rollup::Sum);
        check("Tilmeldte patienter", "", Rollup::DistinctPersons);
    }
}
