//! Where something happened.

use super::{Values, value_of};
use crate::Language;

/// The parts of a place in the order they are said, with their words; the value follows.
const PARTS: &[(&str, [&str; 2])] = &[
    ("member", ["", ""]),
    ("sheet", ["ark", "sheet"]),
    ("line", ["linje", "line"]),
    ("row", ["række", "row"]),
    ("column", ["kolonne", "column"]),
    ("field", ["felt", "field"]),
    ("byte", ["byte", "byte"]),
];

/// The place among the values: `ark Tabel 3, række 17, kolonne C`; empty where none is known.
pub(super) fn words(values: &Values<'_>, language: Language) -> String {
    let part = |(name, [danish, english]): &(&str, [&str; 2])| {
        let value = value_of(name, values, language)?;
        Some(
            format!("{} {value}", language.pick(danish, english))
                .trim_start()
                .to_owned(),
        )
    };
    PARTS.iter().filter_map(part).collect::<Vec<_>>().join(", ")
}
