//! What is said of a saved reading: that it cannot be used, or what of it did not fit.

use super::drawing::column_role;
use super::language::{Language, Said, Weight};
use super::refusals::Refused;
use crate::plan::{PlanError, PlanFault};
use crate::reading::Unmatched;

/// Says why a saved reading cannot be used; `name` is the name of its file.
#[must_use]
pub fn plan_refusal(error: &PlanError, name: &str, language: Language) -> Refused {
    let place = match (error.line, language) {
        (0, _) => String::new(),
        (line, Language::Danish) => format!("linje {line}, tegn {}", error.column),
        (line, Language::English) => format!("line {line}, letter {}", error.column),
    };
    let what = match language {
        Language::Danish => format!(
            "Læsningen »{name}« kan ikke bruges: {}.",
            danish(&error.fault)
        ),
        Language::English => format!(
            "The reading “{name}” cannot be used: {}.",
            english(&error.fault)
        ),
    };
    let remedy = language.pick(
        "Gem læsningen igen, eller åbn filen uden den.",
        "Save the reading again, or open the file without it.",
    );
    Refused {
        what,
        place,
        remedy: remedy.to_owned(),
    }
}

fn danish(fault: &PlanFault) -> String {
    let number = |count: u64| Language::Danish.number(count);
    match fault {
        PlanFault::Malformed(words) => format!("den er ikke skrevet som en læsning ({words})"),
        PlanFault::Version(version) => {
            format!("den er af version {version}, og her kendes kun version 1")
        }
        PlanFault::TooLarge(what, found, most) => {
            format!("{what}: {} er flere end {}", number(*found), number(*most))
        }
        PlanFault::OutOfRange(what, found) => {
            format!("{what}: {} er ikke en række på et ark", number(*found))
        }
    }
}

fn english(fault: &PlanFault) -> String {
    let number = |count: u64| Language::English.number(count);
    match fault {
        PlanFault::Malformed(words) => format!("it is not written as a reading ({words})"),
        PlanFault::Version(version) => {
            format!("it is of version {version}, and only version 1 is known here")
        }
        PlanFault::TooLarge(what, found, most) => {
            format!("{what}: {} is more than {}", number(*found), number(*most))
        }
        PlanFault::OutOfRange(what, found) => {
            format!("{what}: {} is no row of a sheet", number(*found))
        }
    }
}

/// Says what of a saved reading found no place in a file.
#[must_use]
pub fn unmatched(unmatched: &Unmatched, language: Language) -> Said {
    let headline = language.pick(
        "Den gemte læsning passer ikke helt til filen.",
        "The saved reading does not quite fit the file.",
    );
    let text = match language {
        Language::Danish => in_danish(unmatched),
        Language::English => in_english(unmatched),
    };
    Said {
        weight: Weight::Caution,
        headline: headline.to_owned(),
        text,
    }
}

fn in_danish(unmatched: &Unmatched) -> String {
    let named = |heading: &[String]| format!("Kolonnen »{}«", heading.join(" · "));
    match unmatched {
        Unmatched::Table { sheet, number } => {
            format!("Tabel {number} fra arket »{sheet}« er ikke i filen.")
        }
        Unmatched::Header { sheet, row } => format!(
            "Tabelhovedet fra række {row} på arket »{sheet}« er ikke fundet; det er læst, som det ser ud."
        ),
        Unmatched::Column { sheet, heading } => {
            format!("{} er ikke på arket »{sheet}«.", named(heading))
        }
        Unmatched::Row { sheet, words, row } => {
            format!("Rækken »{words}« (før række {row}) er ikke fundet på arket »{sheet}«.")
        }
        Unmatched::Role { heading, role, .. } => {
            let role = column_role(*role, Language::Danish);
            format!("{} kan ikke læses som »{role}«.", named(heading))
        }
        Unmatched::Level { heading, level, .. } => {
            format!("{} har ikke steder på niveauet {level}.", named(heading))
        }
    }
}

fn in_english(unmatched: &Unmatched) -> String {
    let named = |heading: &[String]| format!("The column “{}”", heading.join(" · "));
    match unmatched {
        Unmatched::Table { sheet, number } => {
            format!("Table {number} of the sheet “{sheet}” is not in the file.")
        }
        Unmatched::Header { sheet, row } => format!(
            "The header from row {row} of the sheet “{sheet}” was not found; it was read as it looks."
        ),
        Unmatched::Column { sheet, heading } => {
            format!("{} is not on the sheet “{sheet}”.", named(heading))
        }
        Unmatched::Row { sheet, words, row } => {
            format!("The row “{words}” (row {row} before) was not found on the sheet “{sheet}”.")
        }
        Unmatched::Role { heading, role, .. } => {
            let role = column_role(*role, Language::English);
            format!("{} cannot be read as “{role}”.", named(heading))
        }
        Unmatched::Level { heading, level, .. } => {
            format!("{} has no places on the level {level}.", named(heading))
        }
    }
}
