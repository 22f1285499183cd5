//! Decisions about errors, headings and footnotes, in both languages.

use super::decisions_together as together;
use super::language::Language;
use super::lists::listed;
use crate::reading::Notice;

/// The headline and what there is to add; nothing for other decisions.
pub(super) fn more(notice: &Notice, language: Language) -> (String, String) {
    match language {
        Language::Danish => danish(notice).or_else(|| together::danish(notice)),
        Language::English => english(notice).or_else(|| together::english(notice)),
    }
    .unwrap_or_default()
}

/// How many cells there are where not all are named.
fn more_cells(cells: &[String], count: u64, language: Language) -> String {
    if u64::try_from(cells.len()).is_ok_and(|named| named >= count) {
        return String::new();
    }
    let count = language.number(count);
    match language {
        Language::Danish => format!("Det er {count} felter i alt."),
        Language::English => format!("There are {count} cells in all."),
    }
}

fn danish(notice: &Notice) -> Option<(String, String)> {
    let number = |count: &u64| Language::Danish.number(*count);
    let list = |texts: &[String]| listed(texts, ("»", "«"));
    let said = match notice {
        Notice::Errors {
            column,
            count,
            example,
            row,
        } => (
            format!(
                "{} felter i »{column}« har en fejl fra regnearket og er sat til mangler.",
                number(count)
            ),
            format!("Den første er »{example}« i række {row}."),
        ),
        Notice::SameHeading { heading, count } => (
            format!(
                "Overskriften »{heading}« står over {} kolonner. De er nummereret.",
                number(count)
            ),
            "Giv dem hver sit navn, hvis de er forskellige.".to_owned(),
        ),
        Notice::Sections { members, count, .. } => (
            format!(
                "{} tekster mellem rækkerne er læst som en kolonne: {}.",
                number(count),
                list(members)
            ),
            "De siger, hvad rækkerne under dem handler om.".to_owned(),
        ),
        Notice::Marked { note, cells, count } => (
            format!("Fodnoten »{note}« står ved {}.", list(cells)),
            more_cells(cells, *count, Language::Danish),
        ),
        Notice::PeriodsJoined { columns } => (
            format!("{} er læst sammen som perioder.", list(columns)),
            String::new(),
        ),
        Notice::TooManyRows {
            sheet,
            found,
            limit,
        } => (
            format!(
                "Tabellen »{sheet}« ville få {} rækker og er ikke læst.",
                number(found)
            ),
            format!(
                "Der kan være {}. Del arket, eller udelad nogle af kolonnerne med perioder.",
                number(limit)
            ),
        ),
        _ => return None,
    };
    Some(said)
}

fn english(notice: &Notice) -> Option<(String, String)> {
    let number = |count: &u64| Language::English.number(*count);
    let list = |texts: &[String]| listed(texts, ("“", "”"));
    let said = match notice {
        Notice::Errors {
            column,
            count,
            example,
            row,
        } => (
            format!(
                "{} cells in “{column}” hold an error of the spreadsheet and are taken as missing.",
                number(count)
            ),
            format!("The first is “{example}” in row {row}."),
        ),
        Notice::SameHeading { heading, count } => (
            format!(
                "The heading “{heading}” stands above {} columns. They are numbered.",
                number(count)
            ),
            "Give each a name of its own if they differ.".to_owned(),
        ),
        Notice::Sections { members, count, .. } => (
            format!(
                "{} texts between the rows are read as a column: {}.",
                number(count),
                list(members)
            ),
            "They say what the rows below them are about.".to_owned(),
        ),
        Notice::Marked { note, cells, count } => (
            format!("The footnote “{note}” stands at {}.", list(cells)),
            more_cells(cells, *count, Language::English),
        ),
        Notice::PeriodsJoined { columns } => (
            format!("{} are read together as periods.", list(columns)),
            String::new(),
        ),
        Notice::TooManyRows {
            sheet,
            found,
            limit,
        } => (
            format!(
                "The table “{sheet}” would have {} rows and was not read.",
                number(found)
            ),
            format!(
                "There can be {}. Split the sheet, or leave out some of the columns of periods.",
                number(limit)
            ),
        ),
        _ => return None,
    };
    Some(said)
}
