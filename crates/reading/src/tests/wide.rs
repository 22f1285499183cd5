//! Sheets that people open: titles, years side by side, signs and footnotes.

use super::{Kept, check, read, shown};
use crate::{Notice, SkipReason};

#[test]
fn years_side_by_side_become_rows_and_marks_are_kept() {
    let reading = check(
        "
        Tabel 3. Akutte indlæggelser pr. 1.000, 2022-2024
        (65 år og derover)

                             | 2022  | 2023 | 2024*
        Hele landet          | 198.4 | 201  | ..
        Region Østdanmark    | 190   | 191  | 192
        Sundhedsråd Fyn      | 180.5 | -    | <5
        Sundhedsråd Aarhus   | 181   | 182  |
        Kilde: LPR, udtræk 10. sept. 2025. * Foreløbige tal.
        ",
        Kept::Typed,
        "
        sundhedsraad | year | akutte_indlaeggelser_pr_1_000
        000= | 2022 | 198.4
        000= | 2023 | 201
        000= | 2024 | Hidden
        oestdanmark<region | 2022 | 190
        oestdanmark<region | 2023 | 191
        oestdanmark<region | 2024 | 192
        11 | 2022 | 180.5
        11 | 2023 | 0
        11 | 2024 | Hidden
        6 | 2022 | 181
        6 | 2023 | 182
        6 | 2024 | Missing
        ",
    );
    let table = &reading.tables[0];
    let notes: Vec<&str> = table
        .notes()
        .iter()
        .map(|note| note.text.da.as_str())
        .collect();
    assert_eq!(
        notes,
        [
            "(65 år og derover)",
            "Kilde: LPR, udtræk 10. sept. 2025. * Foreløbige tal."
        ]
    );
    assert_eq!(
        table.title().da,
        "Tabel 3. Akutte indlæggelser pr. 1.000, 2022-2024"
    );
    assert_eq!(table.measures()[0].measure.preliminary, ["2024"]);
    assert_eq!(
        table.measures()[0].measure.aggregation,
        table::Aggregation::Printed
    );
}

#[test]
fn two_header_rows_give_each_year_its_measures() {
    check(
        "
                  | 2023  |            | 2024  |
        Kommune   | Antal | Pr. 1.000  | Antal | Pr. 1.000
        Aalborg   | 10    | 1.5        | 11    | 1.6
        Læsø      | 1     | 0.5        | ..    | ..
        ",
        Kept::Typed,
        "
        kommune | year | antal | pr_1_000
        0851 | 2023 | 10 | 1.5
        0851 | 2024 | 11 | 1.6
        0825 | 2023 | 1 | 0.5
        0825 | 2024 | Hidden | Hidden
        ",
    );
}

#[test]
fn blank_repeats_are_filled_and_code_and_label_are_one() {
    let reading = check(
        "
        Population by age, region, sex
        Units: number
            |            |     |             |     |       | Persons
        TOT | Age, total | 000 | All Denmark | TOT | Total | 30
            |            |     |             | M   | Men   | 14
            |            |     |             | K   | Women | 16
            |            | 101 | Copenhagen  | TOT | Total | 3
            |            |     |             | M   | Men   | 1
            |            |     |             | K   | Women | 2
        85- | 85- years  | 000 | All Denmark | TOT | Total | 4
            |            |     |             | M   | Men   | 2
            |            |     |             | K   | Women | 2

        The table contains people living in Denmark.
        ",
        Kept::AsText,
        "
        age | kommune | sex | persons
        TOT= | 000= | TOT= | 30
        TOT= | 000= | M | 14
        TOT= | 000= | K | 16
        TOT= | 0101 | TOT= | 3
        TOT= | 0101 | M | 1
        TOT= | 0101 | K | 2
        85+ | 000= | TOT= | 4
        85+ | 000= | M | 2
        85+ | 000= | K | 2
        ",
    );
    assert_eq!(reading.tables[0].measures()[0].measure.unit.en, "number");
    assert!(
        reading
            .notices
            .iter()
            .any(|notice| matches!(notice, Notice::FilledDown { count: 26, .. }))
    );
}

#[test]
fn headings_between_rows_and_repeated_headers_are_listed() {
    let reading = check(
        "
        Område    | Antal
        Region Syddanmark |
        Odense    | 5
        Andre
        Område    | Antal
        Vejle     | 6
        ",
        Kept::Typed,
        "
        kommune | antal
        syddanmark<region | Missing
        0461 | 5
        0630 | 6
        ",
    );
    let skipped: Vec<_> = reading
        .skipped
        .iter()
        .map(|row| (row.row, row.reason))
        .collect();
    assert_eq!(
        skipped,
        [(4, SkipReason::Heading), (5, SkipReason::RepeatedHeader)]
    );
}

#[test]
fn two_tables_on_one_sheet_stay_apart() {
    let reading = read(
        "
        Tabel 1. Ophold
        Kommune | 2023 | 2024
        Odense  | 5    | 6

        Tabel 2. Besøg
        Kommune | 2023 | 2024
        Vejle   | 7    | 8
        ",
        Kept::Typed,
    );
    let shown: Vec<String> = reading.tables.iter().map(shown).collect();
    assert_eq!(
        shown[0],
        "kommune | year | ophold\n0461 | 2023 | 5\n0461 | 2024 | 6"
    );
    assert_eq!(
        shown[1],
        "kommune | year | besoeg\n0630 | 2023 | 7\n0630 | 2024 | 8"
    );
    assert_eq!(reading.tables[1].title().da, "Tabel 2. Besøg");
}

#[test]
fn a_count_that_could_be_a_year_is_a_count() {
    check(
        "
        Kommune | Antal
        Læsø    | 2018
        Odense  | 50000
        Samsø   | 1999
        Vejle   | 60000
        ",
        Kept::Typed,
        "
        kommune | antal
        0825 | 2018
        0461 | 50000
        0741 | 1999
        0630 | 60000
        ",
    );
}

#[test]
fn row_numbers_and_stray_remarks_are_no_columns_of_the_table() {
    let reading = read(
        "
        Tabel 5. Personale

          | Kode | Kommune | Faggruppe | Årsværk |
        1 | 0101 | København | Læge | 12.5 | tjekket
        2 | 0101 | København | Sygeplejerske | 30 |
        3 | 0751 | Aarhus | Læge | 9 |
        4 | 0751 | Aarhus | Sygeplejerske | 20 |
        5 | 0461 | Odense | Læge | 8 |
        6 | 0461 | Odense | Sygeplejerske | 18 |
        7 | 0851 | Aalborg | Læge | 8 |
        8 | 0851 | Aalborg | Sygeplejerske | 18 |
        9 | 0630 | Vejle | Læge | 8 |
        10 | 0630 | Vejle | Sygeplejerske | 18 |
        11 | 0615 | Horsens | Læge | 8 |
        12 | 0615 | Horsens | Sygeplejerske | 18 |
        13 | 0657 | Herning | Læge | 8 |
        14 | 0657 | Herning | Sygeplejerske | 18 |
        15 | 0730 | Randers | Læge | 8 |
        16 | 0730 | Randers | Sygeplejerske | 18 |
        17 | 0740 | Silkeborg | Læge | 8 |
        18 | 0740 | Silkeborg | Sygeplejerske | 18 |
        19 | 0791 | Viborg | Læge | 8 |
        20 | 0791 | Viborg | Sygeplejerske | 18 |
        21 | 0540 | Sønderborg | Læge | 8 |
        ",
        Kept::Typed,
    );
    let table = &reading.tables[0];
    assert!(shown(table).starts_with("kommune | faggruppe | aarsvaerk\n0101 | Læge | 12.5\n"));
    assert!(table.notes().iter().any(|note| note.text.da == "tjekket"));
    assert!(reading.notices.contains(&Notice::RowNumbers {
        sheet: "Ark1".to_owned()
    }));
}

#[test]
fn amounts_written_as_danish_text_are_numbers() {
    check(
        "
        Tabel 3. DRG-værdi
        kr., takst 2026

        Kode | Kommune | 2024 | 2025*
        0101 | København | 1.234.567,50 | 2.000,00
        0825 | Læsø | . | 999,25
        ",
        Kept::AsText,
        "
        kommune | year | drg_vaerdi
        0101 | 2024 | 1234567.5
        0101 | 2025 | 2000
        0825 | 2024 | NotApplicable
        0825 | 2025 | 999.25
        ",
    );
}

#[test]
fn a_year_printed_only_where_it_changes_holds_until_the_next() {
    check(
        "
        År    | Sundhedsråd         | Sektor   | Unikke patienter
        2024  | Sundhedsråd Fyn     | Hospital | 5
              |                     | Praksis  | 6
              | Sundhedsråd Aarhus  | Hospital | ..
              |                     | Praksis  | 8
        2025* | Sundhedsråd Fyn     | Hospital | 9
              |                     | Praksis  | 10
        ",
        Kept::Typed,
        "
        aar | sundhedsraad | sektor | unikke_patienter
        2024 | 11 | Hospital | 5
        2024 | 11 | Praksis | 6
        2024 | 6 | Hospital | Hidden
        2024 | 6 | Praksis | 8
        2025 | 11 | Hospital | 9
        2025 | 11 | Praksis | 10
        ",
    );
}

#[test]
fn a_number_at_the_far_corner_of_a_sheet_is_a_table_of_its_own() {
    let mut builder = formats::SheetBuilder::new("Ark1", &formats::Limits::default());
    builder.push(0, 0, formats::Cell::Text("Titel")).unwrap();
    builder
        .push(1_048_575, 16_383, formats::Cell::Number(5.0))
        .unwrap();
    let reading = crate::read_sheets("fil.xlsx", &[builder.finish()]);
    assert_eq!(shown(&reading.tables[0]), "value\n5");
    assert_eq!(reading.tables[0].title().da, "Titel");
}
