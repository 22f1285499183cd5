//! Danish CSV: one row a combination.

use table::Aggregation;

use super::{Kept, check};
use crate::Notice;

#[test]
fn indicators_in_rows_are_kept_apart_and_places_become_one_column() {
    let reading = check(
        "
        indikator|sundhedsraad|kommunekode|aar|alder|koen|enhed|taeller|naevner|vaerdi
        akut_indl|Lillebælt||2023|65+|Alle|pr. 1.000|8.123|58.211|139,5
        akut_indl|Lillebælt|0410|2023|65+|Alle|pr. 1.000|1.000|9.000|111,1
        akut_indl|Lillebælt|0607|2023|65+|Alle|pr. 1.000|..|9.500|..
        genindl|Lillebælt|0607|2023|65+|Alle|pct.|3|950|0,3
        ",
        Kept::AsText,
        "
        indikator | kommune | aar | alder | enhed | taeller | naevner | vaerdi
        akut_indl | 10<sundhedsraad | 2023 | 65+ | pr. 1.000 | 8123 | 58211 | 139.5
        akut_indl | 0410 | 2023 | 65+ | pr. 1.000 | 1000 | 9000 | 111.1
        akut_indl | 0607 | 2023 | 65+ | pr. 1.000 | Hidden | 9500 | Hidden
        genindl | 0607 | 2023 | 65+ | pct. | 3 | 950 | 0.3
        ",
    );
    let class = |index: usize| &reading.tables[0].measures()[index].measure.aggregation;
    let mixed = |class: &Aggregation| matches!(class, Aggregation::SemiAdditive { not_over, .. } if not_over.contains(&"indikator".to_owned()));
    assert!(mixed(class(0)) && mixed(class(1)));
    assert_eq!(class(2), &Aggregation::Printed);
    assert!(reading.notices.contains(&Notice::MixedMeasures {
        column: "indikator".to_owned()
    }));
}

#[test]
fn a_file_without_header_is_understood_by_its_members() {
    check(
        "
        101|København|2018|Mænd|1.234
        101|København|2018|Kvinder|1.300
        751|Aarhus|2018|Mænd|950
        751|Aarhus|2018|Kvinder|1.001
        ",
        Kept::AsText,
        "
        kommune | year | sex | value
        0101 | 2018 | M | 1234
        0101 | 2018 | K | 1300
        0751 | 2018 | M | 950
        0751 | 2018 | K | 1001
        ",
    );
}

#[test]
fn codes_and_names_of_a_place_are_one_column() {
    check(
        "
        Kommunekode|Kommune|År|Sektor|Unikke patienter
        101|København|2023|Hospital|10
        101|København|2024|I alt|20
        751|Aarhus|2023|Hospital|30
        ",
        Kept::Typed,
        "
        kommune | aar | sektor | unikke_patienter
        0101 | 2023 | Hospital | 10
        0101 | 2024 | I alt= | 20
        0751 | 2023 | Hospital | 30
        ",
    );
}

#[test]
fn a_code_that_contradicts_its_name_is_no_pair() {
    check(
        "
        kommunekode|sygdom|antal
        101|Astma|5
        751|KOL|6
        ",
        Kept::Typed,
        "
        kommune | sygdom | antal
        0101 | Astma | 5
        0751 | KOL | 6
        ",
    );
}

#[test]
fn unknown_and_blank_places_are_told() {
    let reading = check(
        "
        kommune|koen|antal
        Odense|Mænd|5
        Christiansø|Mænd|1
        |Mænd|2
        ",
        Kept::Typed,
        "
        kommune | koen | antal
        0461 | M | 5
        Christiansø | M | 1
        uoplyst | M | 2
        ",
    );
    assert!(
        reading
            .notices
            .iter()
            .any(|notice| matches!(notice, Notice::Blank { count: 1, .. }))
    );
    assert!(
        reading
            .notices
            .iter()
            .any(|notice| matches!(notice, Notice::UnknownPlaces { .. }))
    );
}

#[test]
fn bands_of_age_that_hold_others_are_no_parts() {
    check(
        "
        alder|antal
        Alle|10
        65+|4
        65-79|3
        80+|1
        ",
        Kept::Typed,
        "
        alder | antal
        Alle= | 10
        65+<age_group | 4
        65-79 | 3
        80+ | 1
        ",
    );
}

#[test]
fn a_number_with_both_signs_answers_for_the_columns_beside_it() {
    let is_asked = |other: &str| {
        let text = format!("kommune|antal|udgift\nOdense|1.204|{other}\nVejle|2.655|{other}");
        let content = formats::Content::Sheets(vec![super::sheet(&text, Kept::AsText)]);
        let applied = crate::apply("fil.csv", &crate::Plan::default(), &content);
        let table = &applied.drawn.sheets[0].tables[0];
        table.columns[1].question.is_some()
    };
    assert!(!is_asked("98.765,43"));
    assert!(
        is_asked("98,765.43"),
        "an English neighbour settles nothing"
    );
    assert!(is_asked("765,43"));
}

#[test]
fn two_codes_with_one_name_are_spelt_out_by_the_column_beside_them() {
    check(
        "
        kommune     | kommune_label      | indsats | indsats_label | antal
        1081        | Region Nordjylland | P       | Pleje         | 5
        nordjylland | Region Nordjylland | P       | Pleje         | 6
        0851        | Aalborg            | G       | Genoptræning  | 7
        0825        | Læsø               | P       | Pleje         | 8
        ",
        Kept::AsText,
        "
        kommune | indsats | antal
        1081<region_2007 | P | 5
        nordjylland<region | P | 6
        0851 | G | 7
        0825 | P | 8
        ",
    );
}
