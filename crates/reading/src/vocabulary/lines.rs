//! Words that lines above and below a table begin with.

use crate::name::slug;

/// Whether a line begins as the title of a table does: `Tabel 3. …`.
pub(crate) fn begins_table(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let kinds = [
        "tabel",
        "table",
        "figur",
        "figure",
        "indikator",
        "bilagstabel",
    ];
    let is_kind = words
        .next()
        .is_some_and(|word| kinds.contains(&slug(word).as_str()));
    let number = words.next();
    is_kind && number.is_some_and(|word| word.starts_with(|it: char| it.is_ascii_digit()))
}

/// Whether a line says by what a program narrowed the table down, and no title.
pub(crate) fn is_filter(line: &str) -> bool {
    let slug = slug(line);
    let known = [
        "anvendte_filtre",
        "applied_filters",
        "filter",
        "filtre",
        "filters",
    ];
    known.iter().any(|word| {
        slug == *word
            || slug
                .strip_prefix(word)
                .is_some_and(|rest| rest.starts_with('_'))
    })
}

/// Whether a line begins as remarks below a table do.
pub(crate) fn is_remark(line: &str) -> bool {
    let first = line.split([':', ' ', '.']).next().unwrap_or_default();
    let known = [
        "kilde",
        "source",
        "note",
        "noter",
        "notes",
        "anm",
        "anmaerkning",
        "bemaerk",
        "obs",
    ];
    line.starts_with('*') || known.contains(&slug(first).as_str())
}
