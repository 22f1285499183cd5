//! What is said of rows and columns when they are decided.

use super::whole;
use crate::{Language, counted};

/// What a row of the header holds, by its number.
#[must_use]
pub fn header_holds(row: u64, language: Language) -> String {
    match language {
        Language::Da => format!("Række {row} rummer"),
        Language::En => format!("Row {row} holds"),
    }
}

/// The name of the group that a row of the header becomes, by its number.
#[must_use]
pub fn header_named(row: u64, language: Language) -> String {
    match language {
        Language::Da => format!("Gruppens navn, række {row}"),
        Language::En => format!("Name of the group, row {row}"),
    }
}

/// How many further texts of a column are not listed.
#[must_use]
pub fn further_terms(count: usize, language: Language) -> String {
    let words = match language {
        Language::Da => ("til, som ikke vises", "til, som ikke vises"),
        Language::En => ("more that is not shown", "more that are not shown"),
    };
    counted(whole(count), words, language)
}

/// What was changed about a column, to be read aloud.
#[must_use]
pub fn column_is(letter: &str, value: &str, language: Language) -> String {
    match language {
        Language::Da => format!("Kolonne {letter}: {value}."),
        Language::En => format!("Column {letter}: {value}."),
    }
}

/// What was changed about a row, to be read aloud.
#[must_use]
pub fn row_is(row: u64, value: &str, language: Language) -> String {
    match language {
        Language::Da => format!("Række {row}: {value}."),
        Language::En => format!("Row {row}: {value}."),
    }
}
