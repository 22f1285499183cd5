//! Decisions of a reading in Danish.

use super::decisions_more::more;
use super::language::Language;
use super::lists::{listed, named_columns};
use crate::reading::{Convention, Notice};

/// The headline and what there is to add.
#[expect(clippy::too_many_lines, reason = "one arm for each decision")]
pub(super) fn danish(notice: &Notice) -> (String, String) {
    let number = |count: &u64| Language::Danish.number(*count);
    let list = |texts: &[String]| listed(texts, ("»", "«"));
    match notice {
        Notice::Convention {
            column,
            convention,
            evidence,
            example,
        } => {
            let reading = match convention {
                Convention::Danish => "punktum som tusindtalsskilletegn og komma som decimaltegn",
                Convention::English => "punktum som decimaltegn",
                Convention::Each => "både komma og punktum som decimaltegn, hvert tal for sig",
            };
            (
                format!("Tallene i »{column}« er læst med {reading}."),
                format!(
                    "{} tal kunne læses på flere måder, det første er »{example}«. Hele kolonnen er læst ens.",
                    number(evidence)
                ),
            )
        }
        Notice::FilledDown { columns, count } => (
            "Tomme felter har fået teksten fra rækken over.".to_owned(),
            format!(
                "{} felter i {}, hvor teksten kun står i den første række.",
                number(count),
                named_columns(columns, Language::Danish)
            ),
        ),
        Notice::Totals { column, members } => (
            format!(
                "I »{column}« er trykte totaler holdt adskilt fra delene: {}.",
                list(members)
            ),
            "De tælles ikke med, når delene lægges sammen.".to_owned(),
        ),
        Notice::Hidden { column, count } => (
            format!(
                "{} felter i »{column}« er skjult af udgiveren.",
                number(count)
            ),
            "De vises som skjult og tæller ikke som 0.".to_owned(),
        ),
        Notice::Unread {
            column,
            count,
            example,
            row,
        } => (
            format!(
                "{} felter i »{column}« er hverken tal eller kendte tegn og er sat til mangler.",
                number(count)
            ),
            format!("Det første er »{example}« i række {row}."),
        ),
        Notice::Blank { column, count } => (
            format!(
                "{} rækker har intet i »{column}« og er samlet under »Uoplyst«.",
                number(count)
            ),
            String::new(),
        ),
        Notice::UnknownPlaces {
            column,
            members,
            count,
        } => (
            format!(
                "{} steder i »{column}« er ikke kendt: {}.",
                number(count),
                list(members)
            ),
            "De hører ikke til noget sundhedsråd eller nogen region.".to_owned(),
        ),
        Notice::OverlappingAges { column, members } => (
            format!(
                "I »{column}« overlapper nogle aldersgrupper andre: {}.",
                list(members)
            ),
            "Kun de fineste lægges sammen.".to_owned(),
        ),
        Notice::Preliminary { periods } => (
            format!("Tal for {} er foreløbige.", periods.join(", ")),
            String::new(),
        ),
        Notice::ColumnLeftOut { sheet, column } => (
            format!("Kolonnen »{column}« er ikke taget med."),
            format!("Den står uden periode mellem kolonner med periode i arket »{sheet}«."),
        ),
        Notice::RowNumbers { sheet } => (
            format!("En kolonne i arket »{sheet}« nummererer kun rækkerne og er ikke taget med."),
            String::new(),
        ),
        Notice::MixedMeasures { column } => (
            format!("»{column}« rummer flere indikatorer, der ikke kan lægges sammen."),
            "Vælg én ad gangen, eller stil dem op hver for sig.".to_owned(),
        ),
        Notice::TableLeftOut { sheet } => (
            format!("Tabellen »{sheet}« kunne ikke sættes sammen."),
            "Kolonnerne passer ikke til hinanden. Gem arket som CSV, og åbn den fil.".to_owned(),
        ),
        Notice::Errors { .. }
        | Notice::SameHeading { .. }
        | Notice::Sections { .. }
        | Notice::Marked { .. }
        | Notice::PeriodsJoined { .. }
        | Notice::TooManyRows { .. }
        | Notice::Appended { .. }
        | Notice::Overlap { .. }
        | Notice::Beside { .. } => more(notice, Language::Danish),
    }
}
