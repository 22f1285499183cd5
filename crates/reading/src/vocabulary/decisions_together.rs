//! What is said of tables that were put together, in both languages.

use table::Text;

use super::language::Language;
use super::lists::listed;
use crate::reading::Notice;

/// What is noted of the rows of a file among others.
pub(crate) fn from_file(name: &str, rows: usize) -> Text {
    let rows = u64::try_from(rows).unwrap_or(u64::MAX);
    let danish = Language::Danish.number(rows);
    let english = Language::English.number(rows);
    Text::new(
        &format!("{danish} rækker er fra »{name}«."),
        &format!("{english} rows are from “{name}”."),
    )
}

/// The headline and what there is to add; nothing for other decisions.
pub(super) fn danish(notice: &Notice) -> Option<(String, String)> {
    let number = |count: &u64| Language::Danish.number(*count);
    let list = |texts: &[String]| listed(texts, ("»", "«"));
    let said = match notice {
        Notice::Appended { table, parts } => (
            format!("{} er lagt sammen til én tabel, »{table}«.", list(parts)),
            "De har de samme kolonner.".to_owned(),
        ),
        Notice::Overlap {
            part,
            count,
            differing,
            example,
        } => (
            format!(
                "{} rækker i »{part}« findes allerede og er ikke lagt til igen.",
                number(count)
            ),
            match differing {
                0 => format!("Den første er {example}. Tallene er de samme."),
                _ => format!(
                    "Den første er {example}. {} af dem har andre tal; de første gælder.",
                    number(differing)
                ),
            },
        ),
        Notice::Beside { table, parts } => (
            format!(
                "{} er stillet op ved siden af hinanden i én tabel, »{table}«.",
                list(parts)
            ),
            "De har de samme steder og perioder.".to_owned(),
        ),
        _ => return None,
    };
    Some(said)
}

/// The same in English.
pub(super) fn english(notice: &Notice) -> Option<(String, String)> {
    let number = |count: &u64| Language::English.number(*count);
    let list = |texts: &[String]| listed(texts, ("“", "”"));
    let said = match notice {
        Notice::Appended { table, parts } => (
            format!(
                "{} are put together into one table, “{table}”.",
                list(parts)
            ),
            "They have the same columns.".to_owned(),
        ),
        Notice::Overlap {
            part,
            count,
            differing,
            example,
        } => (
            format!(
                "{} rows in “{part}” are there already and were not added again.",
                number(count)
            ),
            match differing {
                0 => format!("The first is {example}. The numbers are the same."),
                _ => format!(
                    "The first is {example}. {} of them have other numbers; the first ones hold.",
                    number(differing)
                ),
            },
        ),
        Notice::Beside { table, parts } => (
            format!(
                "{} are put side by side in one table, “{table}”.",
                list(parts)
            ),
            "They have the same places and periods.".to_owned(),
        ),
        _ => return None,
    };
    Some(said)
}
