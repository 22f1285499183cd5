//! The word for a year where it heads no column of years: `I år`, `80 år`.

/// What stands before a year that is meant by when the sheet was made: it heads numbers and no column of years.
const WHICH_YEAR: &[&str] = &[
    "i",
    "sidste",
    "forrige",
    "aktuelle",
    "tidligere",
    "this",
    "last",
    "previous",
    "current",
];

pub(super) fn says_which_year(words: &[&str]) -> bool {
    matches!(words, [which, "aar" | "year", ..] if WHICH_YEAR.contains(which))
}

/// Whether a heading is no more than which year is meant: `I år`.
pub(crate) fn is_which_year(heading: &str) -> bool {
    let spelt = crate::name::slug(heading);
    let words: Vec<&str> = spelt.split('_').collect();
    words.len() == 2 && says_which_year(&words)
}

/// Drops what only makes a number an age: `Brugere over 80 år` is not about years.
pub(super) fn without_ages(parts: &mut Vec<&str>) {
    let is_age = |word: &str| word.len() <= 3 && word.parse::<u32>().is_ok();
    let is_unit = |word: &str| ["aar", "years", "year"].contains(&word);
    let of_age = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| parts.get(at));
        before.is_some_and(|word| is_age(word)) && parts.get(at).is_some_and(|word| is_unit(word))
    };
    let kept: Vec<&str> = (0..parts.len())
        .filter(|at| !of_age(*at))
        .filter_map(|at| parts.get(at).copied())
        .collect();
    *parts = kept;
}
