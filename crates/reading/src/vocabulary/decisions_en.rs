//! Decisions of a reading in English.

use super::decisions_more::more;
use super::language::Language;
use super::lists::{listed, named_columns};
use crate::reading::{Convention, Notice};

/// The headline and what there is to add.
#[expect(clippy::too_many_lines, reason = "one arm for each decision")]
pub(super) fn english(notice: &Notice) -> (String, String) {
    let number = |count: &u64| Language::English.number(*count);
    let list = |texts: &[String]| listed(texts, ("“", "”"));
    match notice {
        Notice::Convention {
            column,
            convention,
            evidence,
            example,
        } => {
            let reading = match convention {
                Convention::Danish => "a dot for thousands and a comma for decimals",
                Convention::English => "a dot for decimals",
                Convention::Each => "both comma and dot for decimals, each number by itself",
            };
            (
                format!("Numbers in “{column}” were read with {reading}."),
                format!(
                    "{} numbers could be read in more than one way, the first is “{example}”. The whole column was read alike.",
                    number(evidence)
                ),
            )
        }
        Notice::FilledDown { columns, count } => (
            "Blank cells took the text of the row above.".to_owned(),
            format!(
                "{} cells in {}, where the text stands in the first row only.",
                number(count),
                named_columns(columns, Language::English)
            ),
        ),
        Notice::Totals { column, members } => (
            format!(
                "In “{column}” printed totals are kept apart from the parts: {}.",
                list(members)
            ),
            "They are not counted when parts are added up.".to_owned(),
        ),
        Notice::Hidden { column, count } => (
            format!(
                "{} cells in “{column}” are hidden by the publisher.",
                number(count)
            ),
            "They are shown as hidden and do not count as 0.".to_owned(),
        ),
        Notice::Unread {
            column,
            count,
            example,
            row,
        } => (
            format!(
                "{} cells in “{column}” are neither numbers nor known signs and are taken as missing.",
                number(count)
            ),
            format!("The first is “{example}” in row {row}."),
        ),
        Notice::Blank { column, count } => (
            format!(
                "{} rows have nothing in “{column}” and stand under “Not stated”.",
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
                "{} places in “{column}” are not known: {}.",
                number(count),
                list(members)
            ),
            "They belong to no health council and no region.".to_owned(),
        ),
        Notice::OverlappingAges { column, members } => (
            format!(
                "In “{column}” some bands of age overlap others: {}.",
                list(members)
            ),
            "Only the finest are added up.".to_owned(),
        ),
        Notice::Preliminary { periods } => (
            format!("Numbers for {} are preliminary.", periods.join(", ")),
            String::new(),
        ),
        Notice::ColumnLeftOut { sheet, column } => (
            format!("The column “{column}” was left out."),
            format!("It stands without a period among columns with one, on the sheet “{sheet}”."),
        ),
        Notice::RowNumbers { sheet } => (
            format!("A column on the sheet “{sheet}” only numbers the rows and was left out."),
            String::new(),
        ),
        Notice::MixedMeasures { column } => (
            format!("“{column}” holds several indicators that cannot be added up."),
            "Choose one at a time, or lay them out side by side.".to_owned(),
        ),
        Notice::TableLeftOut { sheet } => (
            format!("The table “{sheet}” could not be put together."),
            "Its columns do not fit each other. Save the sheet as CSV and open that file."
                .to_owned(),
        ),
        Notice::Errors { .. }
        | Notice::SameHeading { .. }
        | Notice::Sections { .. }
        | Notice::Marked { .. }
        | Notice::PeriodsJoined { .. }
        | Notice::TooManyRows { .. }
        | Notice::Appended { .. }
        | Notice::Overlap { .. }
        | Notice::Beside { .. } => more(notice, Language::English),
    }
}
