//! What people write in tables, one thing at a time.

use formats::{Cell, Content, Limits, Merged, SheetBuilder};

use super::{Kept, check, read, shown};
use crate::{ColumnRole, Plan, apply};

/// A sheet as text, and the roles of its columns.
fn roles(text: &str, expected: &[ColumnRole]) {
    let content = Content::Sheets(vec![super::sheet(text, Kept::AsText)]);
    let applied = apply("fil.csv", &Plan::default(), &content);
    let columns = &applied.drawn.sheets[0].tables[0].columns;
    let found: Vec<ColumnRole> = columns.iter().map(|column| column.role).collect();
    assert_eq!(found, expected, "{text}");
}

/// Periods down a column, and their codes.
fn periods(texts: &[&str], expected: &[&str]) {
    members("Periode", texts, expected);
}

fn members(heading: &str, texts: &[&str], expected: &[&str]) {
    let rows: Vec<String> = (1..)
        .zip(texts)
        .map(|(number, text)| format!("{text}|{number}"))
        .collect();
    let text = format!("{heading}|Ophold\n{}", rows.join("\n"));
    let reading = read(&text, Kept::AsText);
    let shown = shown(&reading.tables[0]);
    let codes: Vec<&str> = shown
        .lines()
        .skip(1)
        .map(|line| line.split(" | ").next().unwrap())
        .collect();
    assert_eq!(codes, expected, "{text}");
}

#[test]
fn three_rows_of_header_with_merged_cells_are_one_path() {
    let mut builder = SheetBuilder::new("Ark1", &Limits::default());
    let rows = [
        vec!["Kommune", "Somatik", "", "", "", "Psykiatri", ""],
        vec!["", "Mænd", "", "Kvinder", "", "Mænd", ""],
        vec!["", "2023", "2024", "2023", "2024", "2023", "2024"],
        vec!["Odense", "1", "2", "3", "4", "5", "6"],
        vec!["Vejle", "7", "8", "9", "10", "11", "12"],
    ];
    for (row, cells) in rows.iter().enumerate() {
        for (column, text) in cells.iter().enumerate() {
            builder.push(row, column, Cell::Text(text)).unwrap();
        }
    }
    for (row, first, last) in [(0, 1, 4), (0, 5, 6), (1, 1, 2), (1, 3, 4), (1, 5, 6)] {
        builder.merge(Merged {
            first_row: row,
            first_column: first,
            last_row: row,
            last_column: last,
        });
    }
    let reading = crate::read_sheets("fil.xlsx", &[builder.finish()]);
    let expected = "kommune | year | sex | somatik | psykiatri\n\
        0461 | 2023 | M | 1 | 5\n0461 | 2024 | M | 2 | 6\n0461 | 2023 | K | 3 | Missing\n0461 | 2024 | K | 4 | Missing\n\
        0630 | 2023 | M | 7 | 11\n0630 | 2024 | M | 8 | 12\n0630 | 2023 | K | 9 | Missing\n0630 | 2024 | K | 10 | Missing";
    assert_eq!(shown(&reading.tables[0]), expected);
}

#[test]
fn units_stand_in_a_row_a_bracket_or_the_title() {
    let unit = |text: &str| {
        let reading = read(text, Kept::AsText);
        let units = reading.tables[0]
            .measures()
            .iter()
            .map(|it| it.measure.unit.da.clone());
        units.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        unit("Kommune|Ophold|Rate\n|antal|pr. 1.000\nOdense|5|1,5\nVejle|6|2,5"),
        "antal pr. 1.000"
    );
    assert_eq!(unit("Kommune|Udgift (kr.)\nOdense|5\nVejle|6"), "kr.");
    assert_eq!(
        unit("Kommune|Andel, %|Dage [timer]\nOdense|5|1\nVejle|6|2"),
        "% timer"
    );
    assert_eq!(
        unit("Tabel 1. Udgift\nEnhed: mio. kr.\n\nKommune|Udgift\nOdense|5\nVejle|6"),
        "mio. kr."
    );
}

#[test]
fn two_tables_side_by_side_stay_apart() {
    let reading = read(
        "
        Kommune | Ophold | | Hospital | Dage
        Odense  | 5      | | OUH      | 7
        Vejle   | 6      | | SLB      | 8
        ",
        Kept::AsText,
    );
    let tables: Vec<String> = reading.tables.iter().map(shown).collect();
    assert_eq!(
        tables,
        [
            "kommune | ophold\n0461 | 5\n0630 | 6",
            "hospital | dage\nOUH | 7\nSLB | 8"
        ]
    );
}

#[test]
fn several_values_in_a_cell_become_measures() {
    check(
        "
        Kommune | Tilmeldte / kapacitet | Score (KI) | Antal (heraf døde) | Uge
        Odense  | 4730 / 11794 | 39 (38-40)     | 49 (0)   | 2023/24
        Vejle   | 5730 / 12794 | 38,5 (37,9-40,1) | 50 (1) | 2023/24
        Fanø    | ..           | -              | <5       | 2023/24
        ",
        Kept::AsText,
        "
        kommune | uge | tilmeldte | kapacitet | score | score_nedre_graense | score_oevre_graense | antal | heraf_doede
        0461 | 2023/2024 | 4730 | 11794 | 39 | 38 | 40 | 49 | 0
        0630 | 2023/2024 | 5730 | 12794 | 38.5 | 37.9 | 40.1 | 50 | 1
        0563 | 2023/2024 | Hidden | Hidden | 0 | 0 | 0 | Hidden | Hidden
        ",
    );
}

#[test]
fn indents_are_levels_and_what_is_indented_adds_up_to_what_is_above() {
    let mut builder = SheetBuilder::new("Ark1", &Limits::default());
    let rows = [
        ("Kontakter", "Antal"),
        ("I alt", "10"),
        ("  Somatik", "7"),
        ("    Akut", "3"),
        ("    Planlagt", "4"),
        ("  Psykiatri", "3"),
    ];
    for (row, (label, number)) in rows.iter().enumerate() {
        builder.push(row, 0, Cell::Text(label)).unwrap();
        builder.push(row, 1, Cell::Text(number)).unwrap();
    }
    let reading = crate::read_sheets("fil.xlsx", &[builder.finish()]);
    let expected = "kontakter | antal\nI alt= | 10\nSomatik<subtotal | 7\nAkut | 3\nPlanlagt | 4\nPsykiatri | 3";
    assert_eq!(shown(&reading.tables[0]), expected);
}

#[test]
fn marks_of_footnotes_are_taken_off_and_tied_to_their_column() {
    let reading = check(
        "
        Kommune   | Ophold 1) | Dage
        Odense 2) | 5         | 7
        Vejle     | 6 2)      | 8
        Aarhus¹   | 7         | 9

        1) Afsluttede ophold.
        2) Foreløbig opgørelse.
        ¹ Uden Samsø.
        ",
        Kept::AsText,
        "
        kommune | ophold | dage
        0461 | 5 | 7
        0630 | 6 | 8
        0751 | 7 | 9
        ",
    );
    let notes = reading.tables[0].notes().iter();
    let notes: Vec<_> = notes
        .map(|note| (note.text.da.as_str(), note.column.as_deref()))
        .collect();
    assert_eq!(
        notes,
        [
            ("1) Afsluttede ophold.", Some("ophold")),
            ("2) Foreløbig opgørelse.", None),
            ("¹ Uden Samsø.", Some("kommune"))
        ]
    );
}

#[test]
fn signs_stand_for_what_publishers_mean_by_them() {
    check(
        "
        Kommune | Antal
        Odense  | -
        Vejle   | ..
        Aarhus  | <5
        Aalborg | 1-4
        Esbjerg | 12*
        Randers | ...
        Horsens | .
        Kolding | 1.000
        ",
        Kept::AsText,
        "
        kommune | antal
        0461 | 0
        0630 | Hidden
        0751 | Hidden
        0851 | Hidden
        0561 | 12
        0730 | Missing
        0615 | NotApplicable
        0621 | 1000
        ",
    );
}

#[test]
fn each_column_is_read_by_its_own_numbers() {
    check(
        "
        Kommune | Dansk | Engelsk
        Odense  | 1.234 | 1,234.5
        Vejle   | 2,5   | 2.25
        ",
        Kept::AsText,
        "kommune | dansk | engelsk\n0461 | 1234 | 1234.5\n0630 | 2.5 | 2.25",
    );
}

#[test]
fn periods_of_every_kind_are_known() {
    periods(&["2024", "År 2025", "2026*"], &["2024", "2025", "2026"]);
    periods(
        &[
            "2024K1",
            "2024Q2",
            "3. kvartal 2024",
            "K4 2024",
            "2025 1. kvt.",
        ],
        &["2024K1", "2024K2", "2024K3", "2024K4", "2025K1"],
    );
    periods(
        &["januar 2024", "feb. 2024", "2024M03", "2024-04", "Maj 24"],
        &["2024M01", "2024M02", "2024M03", "2024M04", "2024M05"],
    );
    periods(
        &["2024-09", "2024-10", "2024-11", "2010-11"],
        &["2024M09", "2024M10", "2024M11", "2010M11"],
    );
    periods(
        &[
            "uge 5 2024",
            "Uge 6, 2024",
            "2024U07",
            "2024W08",
            "2024 uge 9",
        ],
        &["2024U05", "2024U06", "2024U07", "2024U08", "2024U09"],
    );
    periods(&["2023/24", "2024/25"], &["2023/2024", "2024/2025"]);
    periods(&["2020-2022", "2021-2023"], &["2020/2022", "2021/2023"]);
    periods(&["1. halvår 2024", "2024H2"], &["2024H1", "2024H2"]);
}

#[test]
fn ages_of_every_kind_are_known() {
    members(
        "Alder",
        &["0-17 år", "18-64 år", "65-84", "85-"],
        &["0-17", "18-64", "65-84", "85+"],
    );
    members("Alder", &["0AAR", "1AAR", "85+"], &["0", "1", "85+"]);
    members(
        "Aldersgruppe",
        &["Under 18 år", "18 til 84 år", "85 år og derover"],
        &["0-17", "18-84", "85+"],
    );
    members(
        "Alder",
        &["0", "1", "2", "I alt"],
        &["0", "1", "2", "I alt="],
    );
}

#[test]
fn sexes_are_known_by_word_letter_and_number() {
    members("Køn", &["Mænd", "Kvinder", "I alt"], &["M", "K", "I alt="]);
    members("Køn", &["M", "K"], &["M", "K"]);
    members("Køn", &["1", "2"], &["M", "K"]);
    members("", &["Mand", "Kvinde"], &["M", "K"]);
    members(
        "koen",
        &["Drenge", "Piger", "Begge køn"],
        &["M", "K", "Begge køn="],
    );
}

#[test]
fn places_are_known_by_code_and_name_at_every_level() {
    members(
        "Kommune",
        &["101", "0461", "Vejle Kommune", "Nordfyns"],
        &["0101", "0461", "0630", "0480"],
    );
    members(
        "Region",
        &["Region Hovedstaden", "1085", "Region Midt"],
        &["1084", "1085", "1082"],
    );
    members(
        "Område",
        &["Hele landet", "Region Nordjylland", "Aalborg", "Læsø"],
        &["000=", "nordjylland<region", "0851", "0825"],
    );
    members(
        "Landsdel",
        &["Byen København", "Landsdel Fyn", "Nordjylland"],
        &["01", "07", "11"],
    );
    members(
        "Sundhedsråd",
        &["Sundhedsråd Fyn", "Lillebælt"],
        &["11", "10"],
    );
}

#[test]
fn codes_of_diagnoses_and_organisations_tell_their_columns() {
    use ColumnRole::{Diagnosis, Measure, Organisation};
    roles(
        "Kode|Antal\nDI219|5\nDJ440|6\nDE119|7",
        &[Diagnosis, Measure],
    );
    roles("Grp|Antal\nI21.9|5\nJ44|6\nE11.9|7", &[Diagnosis, Measure]);
    roles(
        "SOR-kode|Antal\n277361000016004|5\n440401000016002|6",
        &[Organisation, Measure],
    );
    roles(
        "Enhedskode|Antal\n277361000016004|5\n440401000016002|6",
        &[Organisation, Measure],
    );
    roles("SHAK|Antal\n1301011|5\n1501|6", &[Organisation, Measure]);
    roles(
        "Shak-kode|Antal\n1301011|5\n1501|6",
        &[Organisation, Measure],
    );
    roles(
        "Ydernr.|Antal\n012345|5\n054321|6",
        &[Organisation, Measure],
    );
}
