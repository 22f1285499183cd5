//! Texts that stand above columns of numbers, put right one by one.

use formats::Content;

use super::{Kept, sheet, shown};
use crate::plan::{HeaderPlan, HeaderRow};
use crate::{Alias, HeaderUse, Plan, apply};

/// What is decided of the rows of a header: aliases as `written>read`, totals as `=text`, parts as `+text`.
pub(super) fn row(is: HeaderUse, decided: &str) -> HeaderRow {
    let mut row = HeaderRow {
        is,
        ..HeaderRow::default()
    };
    for text in decided.split(';').filter(|text| !text.is_empty()) {
        match (text.split_once('>'), text.split_at(1)) {
            (Some((written, read)), _) => row.aliases.push(Alias {
                written: written.to_owned(),
                read: read.to_owned(),
            }),
            (None, ("=", total)) => row.totals.push(total.to_owned()),
            (None, (_, part)) => row.parts.push(part.to_owned()),
        }
    }
    row
}

/// A table whose header is decided so, also after the decisions were saved with all else that was recognised.
fn check(text: &str, rows: &[(HeaderUse, &str)], expected: &str) {
    let content = Content::Sheets(vec![sheet(text, Kept::AsText)]);
    let first = apply("fil.xlsx", &Plan::default(), &content);
    let mut plan = Plan::default();
    let drawn = &first.drawn.sheets[0].tables[0];
    plan.table_mut(drawn).header = Some(HeaderPlan {
        row: drawn.header_row,
        rows: rows.iter().map(|(is, decided)| row(*is, decided)).collect(),
    });
    let applied = apply("fil.xlsx", &plan, &content);
    let trimmed: Vec<&str> = expected.trim().lines().map(str::trim).collect();
    assert_eq!(shown(&applied.reading.tables[0]), trimmed.join("\n"));
    assert_eq!(applied.unmatched, []);
    let saved = Plan::parse(&Plan::of(&applied).to_json()).unwrap();
    assert_eq!(apply("fil.xlsx", &saved, &content).reading, applied.reading);
}

const OPEN: HeaderUse = HeaderUse::Recognised;

#[test]
fn a_year_that_a_house_has_a_word_for_is_that_year() {
    check(
        "
        Kommune | Sidste år | 2025
        Kolding | 11        | 12
        Vejle   | 21        | 22
        ",
        &[(OPEN, "Sidste år>2024")],
        "
        kommune | year | ark1
        0621 | 2024 | 11
        0621 | 2025 | 12
        0630 | 2024 | 21
        0630 | 2025 | 22
        ",
    );
}

#[test]
fn sexes_and_years_above_each_other_are_named_each_by_itself() {
    check(
        "
                | Ophold | Ophold | Ophold | Ophold
                | H      | H      | D      | D
        Kommune | 2024   | FC     | 2024   | FC
        Kolding | 11     | 12     | 13     | 14
        ",
        &[
            (OPEN, ""),
            (HeaderUse::Sex, "H>Mænd;D>Kvinder"),
            (OPEN, "FC>2025*"),
        ],
        "
        kommune | year | sex | ophold
        0621 | 2024 | M | 11
        0621 | 2025 | M | 12
        0621 | 2024 | K | 13
        0621 | 2025 | K | 14
        ",
    );
}

#[test]
fn a_measure_beside_others_gets_the_name_that_somebody_gives_it() {
    check(
        "
        Kommune | X1 | X2
        Kolding | 11 | 12
        Vejle   | 21 | 22
        ",
        &[(OPEN, "X1>Ophold;X2>Sengedage")],
        "
        kommune | ophold | sengedage
        0621 | 11 | 12
        0630 | 21 | 22
        ",
    );
}

#[test]
fn a_member_above_numbers_is_a_total_where_somebody_says_so_and_none_where_they_say_not() {
    let text = "
        Kommune | Tilsammen | Mænd | Kvinder
        Kolding | 23        | 11   | 12
        ";
    let expected = "
        kommune | sex | ark1
        0621 | Tilsammen= | 23
        0621 | M | 11
        0621 | K | 12
        ";
    check(text, &[(OPEN, "=Tilsammen")], expected);
    check(text, &[(HeaderUse::Sex, "=Tilsammen")], expected);
    check(
        "
        Kommune | Alle | Børn
        Kolding | 23   | 11
        ",
        &[(HeaderUse::Other, "+Alle")],
        "
        kommune | group | ark1
        0621 | Alle | 23
        0621 | Børn | 11
        ",
    );
}

#[test]
fn units_below_a_row_that_was_put_right_stay_units() {
    check(
        "
        Kommune | I fjor | I år
                | antal  | pr. 1.000
        Kolding | 11     | 1,2
        Vejle   | 21     | 2,2
        ",
        &[(OPEN, "I fjor>Ophold;I år>Rate"), (OPEN, "")],
        "
        kommune | ophold | rate
        0621 | 11 | 1.2
        0630 | 21 | 2.2
        ",
    );
}
