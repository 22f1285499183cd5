//! A person's corrections, and a saved plan on the file of the next month.

use formats::{Content, Sheet};

use super::{Kept, sheet, shown};
use crate::plan::{HeaderPlan, HeaderRow};
use crate::{
    Answer, Applied, ColumnPlan, ColumnRole, Convention, Dash, HeaderUse, Notice, Plan, Question,
    RowMark, RowUse, SkipReason, TablePlan, Unmatched, apply, propose, sender,
};

fn content(text: &str) -> Content {
    Content::Sheets(vec![sheet(text, Kept::AsText)])
}

fn named(name: &str, text: &str) -> Content {
    let mut builder = formats::SheetBuilder::new(name, &formats::Limits::default());
    let plain: Sheet = sheet(text, Kept::AsText);
    for row in 0..plain.row_count() {
        for (column, cell) in plain.row(row) {
            builder.push(row, column, cell).unwrap();
        }
    }
    Content::Sheets(vec![builder.finish()])
}

fn with(content: &Content, correct: impl Fn(&mut Plan, &Applied)) -> Applied {
    let first = apply("fil.xlsx", &Plan::default(), content);
    let mut plan = Plan::default();
    correct(&mut plan, &first);
    apply("fil.xlsx", &plan, content)
}

fn table<'p>(plan: &'p mut Plan, applied: &Applied) -> &'p mut TablePlan {
    plan.table_mut(&applied.drawn.sheets[0].tables[0])
}

fn column<'p>(plan: &'p mut Plan, applied: &Applied, heading: &str) -> &'p mut ColumnPlan {
    let drawn = &applied.drawn.sheets[0].tables[0];
    let at = drawn
        .columns
        .iter()
        .position(|it| it.heading.join(" ") == heading)
        .unwrap();
    plan.column_mut(drawn, at).unwrap()
}

/// A table after corrections.
fn check(text: &str, correct: impl Fn(&mut Plan, &Applied), expected: &str) -> Applied {
    let applied = with(&content(text), correct);
    let trimmed: Vec<&str> = expected.trim().lines().map(str::trim).collect();
    assert_eq!(shown(&applied.reading.tables[0]), trimmed.join("\n"));
    assert_eq!(applied.unmatched, []);
    applied
}

const UGLY: &str = "
    Tabel 3. Forebyggelige ophold og lægekapacitet, sundhedsråd

                           |      | Ophold, 65+ år |        | Pr. 1.000 65+ år |       | Tilmeldte | Bem.
    Område                 | Kode | 2024           | 2025*  | 2024             | 2025* | 2025      |
                           |      | antal          | antal  |                  |       | pr. kap.  |
    Hele landet            | 000  | 83.310         | 82.093 | 65,0             | 64,1  | 1.594     |
    Region Syddanmark      | 1083 | 17.312         | 17.064 | 62,9             | 62,0  | 1.618     |
    Sundhedsråd Lillebælt  |      | 3.771          | 3.680  | 61,0             | 58,4  | 1.642     |
    Fredericia             | 607  | 714            | 721    | 64,3             | 63,9  | 1.701     |
    Middelfart             | 410  | 529            | 509    | 59,3             | 55,1  | 1.473     | se note 2

    Fanø                   | 563  | <5             | -      | ..               | 0,0   | 1.102     |
    I alt kommuner         |      | 7.171          | 7.057  |                  |       |           |

    Kilde: LPR, udtræk 10. sept. 2026. * Foreløbige tal.
    2) Én praksis lukket i august. - er nul, .. er diskretion.
    ";

#[test]
fn the_ugly_sheet_is_drawn_with_its_rows_roles_and_one_question() {
    let applied = apply("fil.xlsx", &Plan::default(), &content(UGLY));
    let drawn = &applied.drawn.sheets[0].tables[0];
    let rows: Vec<String> = drawn
        .rows
        .iter()
        .map(|it| format!("{}-{} {:?}", it.first, it.last, it.is))
        .collect();
    assert_eq!(
        rows,
        [
            "1-1 Title",
            "2-2 Blank",
            "3-4 Header",
            "5-5 Unit",
            "6-10 Body",
            "11-11 Blank",
            "12-13 Body",
            "14-14 Blank",
            "15-16 Note"
        ]
    );
    let columns: Vec<String> = drawn
        .columns
        .iter()
        .map(|it| {
            format!(
                "{} {:?} {} {}",
                it.column,
                it.role,
                it.unit,
                it.members.join(" ")
            )
        })
        .map(|text| text.trim_end().to_owned())
        .collect();
    assert_eq!(
        columns,
        [
            "1 Geography",
            "2 Code",
            "3 Measure antal 2024",
            "4 Measure antal 2025*",
            "5 Measure  2024",
            "6 Measure  2025*",
            "7 Measure pr. kap. 2025",
            "8 Note"
        ]
    );
    assert_eq!(
        drawn.columns[0].levels,
        ["kommune", "sundhedsraad", "region_2007", "land"]
    );
    let uses: Vec<HeaderUse> = drawn.header.iter().map(|row| row.is).collect();
    assert_eq!(uses, [HeaderUse::Names, HeaderUse::Time, HeaderUse::Unit]);
}

#[test]
fn only_a_column_whose_numbers_are_all_grouped_is_asked_about() {
    let applied = apply("fil.xlsx", &Plan::default(), &content(UGLY));
    let drawn = &applied.drawn.sheets[0].tables[0];
    let questions: Vec<_> = drawn
        .columns
        .iter()
        .filter_map(|it| it.question.clone())
        .collect();
    let whole = |example: &str, count| Question::WholeNumber {
        example: example.to_owned(),
        count,
    };
    assert_eq!(questions, [whole("1.594", 6)]);
    let levels: Vec<&str> = drawn.levels.iter().map(|it| it.level.as_str()).collect();
    assert_eq!(
        levels[..4],
        ["land", "region_2007", "sundhedsraad", "kommune"]
    );
}

#[test]
fn an_answer_ends_the_question_and_changes_the_numbers() {
    let text = "Kommune | Tilmeldte\nOdense | 1.473\nVejle | 1.655";
    let asked = apply("fil.xlsx", &Plan::default(), &content(text));
    let question = asked.drawn.sheets[0].tables[0].columns[1]
        .question
        .clone()
        .unwrap();
    let answers = question.answers();
    assert_eq!(answers[1], Answer::Convention(Convention::English));
    let applied = check(
        text,
        |plan, applied| column(plan, applied, "Tilmeldte").answer(answers[1]),
        "kommune | tilmeldte\n0461 | 1.473\n0630 | 1.655",
    );
    assert_eq!(applied.drawn.sheets[0].tables[0].columns[1].question, None);
}

#[test]
fn every_decision_about_a_column_can_be_changed() {
    let text = "
        Kode | Navn   | Gruppe | Antal | Rate
        461  | Odense | A      | -     | 1,5
        630  | Vejle  |        | 7     | 2,5
        999  | I alt  | B      | 8     | 3,5
        ";
    check(
        text,
        |plan, applied| {
            column(plan, applied, "Antal").dash = Some(Dash::Missing);
            column(plan, applied, "Gruppe").fill = Some(true);
            column(plan, applied, "Rate").role = Some(ColumnRole::LeftOut);
            column(plan, applied, "Navn").parts = vec!["I alt".to_owned()];
        },
        "
        kommune | gruppe | antal
        0461 | A | Missing
        0630 | A | 7
        999 | B | 8
        ",
    );
    let applied = check(
        text,
        |plan, applied| {
            let navn = column(plan, applied, "Navn");
            navn.role = Some(ColumnRole::Other);
            navn.name = Some("By".to_owned());
            navn.totals = vec!["Vejle".to_owned()];
            navn.parts = vec!["I alt".to_owned()];
            column(plan, applied, "Kode").role = Some(ColumnRole::LeftOut);
            column(plan, applied, "Gruppe").role = Some(ColumnRole::LeftOut);
            let antal = column(plan, applied, "Antal");
            antal.role = Some(ColumnRole::Other);
            let rate = column(plan, applied, "Rate");
            (rate.unit, rate.decimals) = (Some("pct.".to_owned()), Some(0));
        },
        "
        by | antal | rate
        Odense | - | 1.5
        Vejle= | 7 | 2.5
        I alt | 8 | 3.5
        ",
    );
    let rate = &applied.reading.tables[0].measures()[0].measure;
    assert_eq!((rate.unit.da.as_str(), rate.decimals), ("pct.", 0));
    let left_out = |it: &&Notice| matches!(it, Notice::ColumnLeftOut { .. });
    assert_eq!(applied.reading.notices.iter().filter(left_out).count(), 2);
}

#[test]
fn rows_are_left_out_and_taken_in_by_their_words() {
    let text = "
        Kommune | Antal
        Odense  | 5
        Vejle   | 6
        I alt kommuner | 11
        Ukendt  | ?
        Aarhus  | 7
        Bilag   | 1
        ";
    let mark = |row, words: &str| RowMark {
        row,
        words: words.to_owned(),
    };
    let applied = check(
        text,
        |plan, applied| {
            let table = table(plan, applied);
            table.skip = vec![mark(9, "I alt kommuner")];
            table.keep = vec![mark(5, "Ukendt ?")];
            table.end = Some(mark(7, "Bilag"));
        },
        "
        kommune | antal
        0461 | 5
        0630 | 6
        Ukendt | Missing
        0751 | 7
        ",
    );
    let skipped: Vec<_> = applied
        .reading
        .skipped
        .iter()
        .map(|it| (it.row, it.reason))
        .collect();
    assert_eq!(
        skipped,
        [(4, SkipReason::LeftOut), (7, SkipReason::LeftOut)]
    );
    let left_out = applied.drawn.sheets[0].tables[0].row_count(RowUse::LeftOut);
    assert_eq!(left_out, 2);
}

#[test]
fn a_header_is_where_somebody_says_and_its_rows_become_what_they_say() {
    let text = "
        Rapport | Hospital | Praksis
        Kommune | 5 | 6
        Odense  | 7 | 8
        Vejle   | 9 | 10
        ";
    let row = |is, name: Option<&str>| HeaderRow {
        is,
        name: name.map(str::to_owned),
        ..HeaderRow::default()
    };
    check(
        text,
        |plan, applied| {
            table(plan, applied).header = Some(HeaderPlan {
                row: 1,
                rows: vec![
                    row(HeaderUse::Other, Some("Sektor")),
                    row(HeaderUse::LeftOut, None),
                ],
            });
        },
        "
        kommune | sektor | ark1
        0461 | Hospital | 7
        0461 | Praksis | 8
        0630 | Hospital | 9
        0630 | Praksis | 10
        ",
    );
}

#[test]
fn a_saved_plan_reads_the_file_of_the_next_month() {
    let january = named(
        "Jan 2025",
        "
        Aktivitet
        Kommune | Ophold 2024 | Tilmeldte
        Odense  | 1.5         | 1.473
        Vejle   | 2.5         | 1.655
        I alt kommuner | 4    | 3.128
        ",
    );
    let february = named(
        "Feb 2025",
        "
        Aktivitet
        Opdateret i dag
        Tilmeldte | Ny | Kommune | Ophold 2025
        1.500     | 1  | Odense  | 2.5
        1.600     | 1  | Vejle   | 3.5
        1.700     | 1  | Aarhus  | 4.5
        4.800     | 3  | I alt kommuner | 10.5
        ",
    );
    let mut plan = Plan::default();
    let first = apply("jan.xlsx", &plan, &january);
    column(&mut plan, &first, "Tilmeldte").convention = Some(Convention::English);
    column(&mut plan, &first, "Ophold 2024").name = Some("Indlæggelser".to_owned());
    table(&mut plan, &first).skip.push(RowMark {
        row: 5,
        words: "I alt kommuner".to_owned(),
    });
    let saved = Plan::of(&apply("jan.xlsx", &plan, &january)).to_json();
    let saved = Plan::parse(&saved).unwrap();
    let next = apply("feb.xlsx", &saved, &february);
    let expected = "kommune | tilmeldte | ny | indlaeggelser\n0461 | 1.5 | 1 | 2.5\n0630 | 1.6 | 1 | 3.5\n0751 | 1.7 | 1 | 4.5";
    assert_eq!(shown(&next.reading.tables[0]), expected);
    assert_eq!(next.unmatched, []);
    assert_eq!(saved.sender, first.sender);
}

#[test]
fn what_no_longer_fits_is_told_and_the_rest_holds() {
    let before = "Kommune | Sygehus | Antal | Rate\nOdense | A | 5 | 1.5\nVejle | B | 6 | 2.5";
    let mut plan = propose("a.csv", &content(before));
    plan.tables[0].skip.push(RowMark {
        row: 2,
        words: "Ribe C".to_owned(),
    });
    plan.tables.push(TablePlan {
        sheet: "Ark2".to_owned(),
        number: 1,
        columns: vec![ColumnPlan {
            heading: vec!["Andet".to_owned()],
            ..ColumnPlan::default()
        }],
        ..TablePlan::default()
    });
    let applied = apply(
        "b.csv",
        &plan,
        &content("Kommune | Antal | Rate\nOdense | 5 | 1.5\nVejle | 6 | 2.5"),
    );
    assert_eq!(
        shown(&applied.reading.tables[0]),
        "kommune | antal | rate\n0461 | 5 | 1.5\n0630 | 6 | 2.5"
    );
    let sheet = || "Ark1".to_owned();
    assert_eq!(
        applied.unmatched,
        [
            Unmatched::Column {
                sheet: sheet(),
                heading: vec!["Sygehus".to_owned()]
            },
            Unmatched::Row {
                sheet: sheet(),
                words: "Ribe C".to_owned(),
                row: 2
            },
            Unmatched::Table {
                sheet: "Ark2".to_owned(),
                number: 1
            },
        ]
    );
}

#[test]
fn a_table_is_left_out_and_its_rows_are_told() {
    let text = "Kommune | Antal\nOdense | 5\nVejle | 6";
    let applied = with(&content(text), |plan, applied| {
        table(plan, applied).leave_out = true
    });
    assert_eq!(applied.reading.tables, []);
    assert_eq!(
        (
            applied.reading.skipped[0].count,
            applied.reading.skipped[0].reason
        ),
        (3, SkipReason::LeftOut)
    );
}

#[test]
fn a_sender_is_known_by_sheets_and_headings_whatever_the_values() {
    let of = |name: &str, text: &str| sender(&named(name, text));
    let january = of(
        "Tabel 2024",
        "Kommune | Ophold 2024 | Rate\nOdense | 5 | 1.5\nVejle | 6 | 2",
    );
    assert_eq!(january.len(), 16);
    assert_eq!(
        january,
        of(
            "Tabel 2025",
            "Rate | Kommune | Ophold 2025\n9 | Aarhus | 7\n8 | Vejle | 6\n7 | Ribe | 6"
        )
    );
    assert_ne!(
        january,
        of(
            "Tabel 2025",
            "Rate | Kommune | Dage 2025\n9 | Aarhus | 7\n8 | Vejle | 6"
        )
    );
    assert_ne!(
        january,
        of(
            "Ark",
            "Kommune | Ophold 2024 | Rate\nOdense | 5 | 1.5\nVejle | 6 | 2"
        )
    );
}

#[test]
fn any_plan_on_any_sheet_gives_a_reading() {
    let sheets = [
        UGLY,
        "",
        "a",
        "1",
        "a | b\n1 | 2",
        "\n\n | | 5",
        "Kommune | 2023 | 2024\nOdense | x | -",
    ];
    let rows = |count: usize, is| vec![super::headings::row(is, ""); count];
    let uses = [
        HeaderUse::Other,
        HeaderUse::Unit,
        HeaderUse::LeftOut,
        HeaderUse::Time,
        HeaderUse::Names,
    ];
    for text in sheets {
        let content = content(text);
        for (count, is) in (0..6).flat_map(|count| uses.map(|is| (count, is))) {
            for row in [1, 2, 4, 9, 1_048_576] {
                let header = Some(HeaderPlan {
                    row,
                    rows: rows(count, is),
                });
                let columns = [
                    ColumnRole::Measure,
                    ColumnRole::Code,
                    ColumnRole::Geography,
                    ColumnRole::LeftOut,
                ];
                let columns = columns.iter().map(|role| ColumnPlan {
                    heading: vec!["Område".to_owned()],
                    role: Some(*role),
                    level: Some("kommune".to_owned()),
                    ..ColumnPlan::default()
                });
                let table = TablePlan {
                    sheet: "Ark1".to_owned(),
                    number: 1,
                    header,
                    columns: columns.collect(),
                    ..TablePlan::default()
                };
                let plan = Plan {
                    tables: vec![table],
                    ..Plan::default()
                };
                let applied = apply("x.csv", &plan, &content);
                for table in &applied.reading.tables {
                    assert!(table.row_count() < 100);
                }
            }
        }
    }
}
