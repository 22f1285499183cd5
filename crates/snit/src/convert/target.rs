//! What is written, by the ending of the name, and under which names.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use danish::Language;
use danish::terminal::convert::unknown_ending;

use crate::failure::Failure;

/// A format that is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    Text,
    Workbook,
    Arrow,
    Parquet,
}

/// Endings and what they ask for.
const ENDINGS: [(&str, Target); 5] = [
    ("csv", Target::Text),
    ("xlsx", Target::Workbook),
    ("arrow", Target::Arrow),
    ("feather", Target::Arrow),
    ("parquet", Target::Parquet),
];

/// What the ending of a name asks for.
pub(super) fn of(out: &Path, language: Language) -> Result<Target, Failure> {
    let ending = out
        .extension()
        .map(|it| it.to_string_lossy().to_lowercase());
    let found = ENDINGS
        .iter()
        .find(|(each, _)| Some(*each) == ending.as_deref());
    let known = ENDINGS.map(|(each, _)| format!(".{each}"));
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let unknown = || Failure::Told(unknown_ending(&out.to_string_lossy(), &known, language));
    found.map(|(_, target)| *target).ok_or_else(unknown)
}

/// A name for each table beside the one asked for, all different.
pub(super) fn outs<'t>(out: &Path, tables: impl Iterator<Item = &'t str>) -> Vec<PathBuf> {
    let mut outs: Vec<PathBuf> = Vec::new();
    for table in tables {
        let named = named(out, &allowed(table));
        let numbered = |number: usize| self::named(out, &format!("{}-{number}", allowed(table)));
        let is_free = |path: &PathBuf| !outs.contains(path);
        let others = (2..).map(numbered);
        let free = std::iter::once(named).chain(others).find(is_free);
        outs.extend(free);
    }
    outs
}

fn named(out: &Path, table: &str) -> PathBuf {
    let mut name = OsString::from(out.file_stem().unwrap_or_default());
    name.push(format!("-{table}."));
    name.push(out.extension().unwrap_or_default());
    out.with_file_name(name)
}

/// A table's name as part of a file's, in small letters since not every disk tells them from large ones.
fn allowed(table: &str) -> String {
    let letter = |letter: char| {
        if letter.is_alphanumeric() {
            letter
        } else {
            '_'
        }
    };
    table.to_lowercase().chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_says_what_is_written() {
        let of = |name: &str| of(Path::new(name), Language::En).ok();
        let found = [
            "a.csv",
            "a.XLSX",
            "a.b.arrow",
            "a.feather",
            "a.parquet",
            "a.pdf",
            "a",
        ]
        .map(of);
        let expected = [
            Some(Target::Text),
            Some(Target::Workbook),
            Some(Target::Arrow),
            Some(Target::Arrow),
            Some(Target::Parquet),
            None,
            None,
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn each_table_has_a_file_of_its_own() {
        let names = ["Køn/alder", "køn alder", "..", "x"];
        let found = outs(Path::new("ud/tal.csv"), names.into_iter());
        let expected = [
            "ud/tal-køn_alder.csv",
            "ud/tal-køn_alder-2.csv",
            "ud/tal-__.csv",
            "ud/tal-x.csv",
        ];
        assert_eq!(found, expected.map(PathBuf::from));
    }
}
