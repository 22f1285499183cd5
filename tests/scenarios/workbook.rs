//! The Excel edition of the key figures: the same numbers as the package, found again in an ugly workbook.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::asked::{demo, inspected, rows, with_role};

/// The cells of a measure by the labels of their keys; a hidden one is its word.
fn cells(file: &Path, slice: &str, keys: &[&str], measure: &str) -> BTreeMap<Vec<String>, Value> {
    let key = |row: &Value| {
        let label = |key: &&str| {
            row.get(format!("{key}_label"))
                .unwrap_or(&row[*key])
                .to_string()
        };
        keys.iter().map(label).collect::<Vec<_>>()
    };
    let cell = |row: &Value| {
        row.get(format!("{measure}_status"))
            .unwrap_or(&row[measure])
            .clone()
    };
    rows(file, slice)
        .iter()
        .map(|row| (key(row), cell(row)))
        .collect()
}

/// One side of a comparison: table, keys, filter and measure.
struct Side<'a> {
    table: &'a str,
    keys: &'a [&'a str],
    keep: &'a str,
    measure: &'a str,
}

impl Side<'_> {
    fn cells(&self, file: &str) -> BTreeMap<Vec<String>, Value> {
        let Self {
            table,
            keys,
            keep,
            measure,
        } = self;
        let by = serde_json::to_string(keys).unwrap();
        let slice = format!(
            r#"{{"table":"{table}","by":{by},"measures":[{{"sum":"{measure}"}}],"where":{{{keep}}}}}"#
        );
        cells(&demo(file), &slice, keys, measure)
    }
}

/// The name of the only measure of a sheet, which follows from its title.
fn only_measure(table: &str) -> String {
    let inspected = inspected(&demo("sundhedsraad-noegletal.xlsx"));
    let tables = inspected["tables"].as_array().unwrap();
    let table = tables.iter().find(|each| each["name"] == table).unwrap();
    let measures = with_role(table, "measure");
    assert_eq!(measures.len(), 1, "{table:#}");
    measures[0]["name"].as_str().unwrap().to_owned()
}

/// The workbook's cells are the package's; says how many there are and how many of them are hidden.
fn same(workbook: &Side<'_>, package: &Side<'_>) -> (usize, usize) {
    let found = workbook.cells("sundhedsraad-noegletal.xlsx");
    let expected = package.cells("sundhedsraad-noegletal.snit");
    let differing = found
        .iter()
        .find(|(key, cell)| expected.get(*key) != Some(cell));
    assert_eq!(
        differing,
        None,
        "{}: the package has {:?}",
        workbook.table,
        differing.map(|(key, _)| expected.get(key))
    );
    let hidden = found.values().filter(|cell| **cell == "hidden").count();
    (found.len(), hidden)
}

#[test]
fn a_sheet_with_merged_years_over_measures_gives_the_packages_numbers() {
    let measures = [
        ("akutte_indlaeggelser", "akutte_ophold"),
        ("udskrevne", "indeksophold"),
        ("genindlaeggelser", "genindlaeggelser"),
    ];
    for (workbook, package) in measures {
        for (keys, count) in [
            (&["kommune", "year"][..], 294),
            (&["sundhedsraad", "year"], 51),
            (&["region", "year"], 12),
            (&["year"], 3),
        ] {
            let found = Side {
                table: "1_hospital",
                keys,
                keep: "",
                measure: workbook,
            };
            let expected = Side {
                table: "hospital",
                keys,
                keep: "",
                measure: package,
            };
            assert_eq!(same(&found, &expected).0, count, "{keys:?}");
        }
    }
}

#[test]
fn a_sheet_with_blank_repeats_gives_the_packages_numbers() {
    let measure = &only_measure("2_forebyggelige");
    let found = Side {
        table: "2_forebyggelige",
        keys: &["sundhedsraad", "koen", "year"],
        keep: "",
        measure,
    };
    let found = found.cells("sundhedsraad-noegletal.xlsx");
    let expected = Side {
        table: "forebyggelige",
        keys: &["sundhedsraad", "sex", "year"],
        keep: "",
        measure: "forebyggelige_ophold",
    };
    assert_eq!(found, expected.cells("sundhedsraad-noegletal.snit"));
    assert_eq!(found.len(), 17 * 2 * 7);
}

#[test]
fn amounts_that_are_stored_as_text_are_numbers() {
    let side = |table| Side {
        table,
        keys: &["kommune", "year"],
        keep: "",
        measure: "drg_vaerdi",
    };
    assert_eq!(
        same(&side("3_finansiering"), &side("finansiering")),
        (686, 0)
    );
}

#[test]
fn a_long_sheet_keeps_its_sectors_and_its_unique_patients_apart() {
    for (workbook, package) in [
        ("unikke_patienter", "patienter"),
        ("kontakter", "kontakter"),
    ] {
        let found = Side {
            table: "4_paa_tvaers",
            keys: &["sundhedsraad", "sektor", "aar"],
            keep: "",
            measure: workbook,
        };
        let expected = Side {
            table: "paa_tvaers",
            keys: &["sundhedsraad", "sector", "year"],
            keep: r#""age":["65+"]"#,
            measure: package,
        };
        assert_eq!(same(&found, &expected), (136, 0));
    }
    let over_sectors = r#"{"table":"4_paa_tvaers","by":["sundhedsraad"],"measures":[{"sum":"unikke_patienter"}],"where":{"aar":[2025]}}"#;
    let answer = rows(&demo("sundhedsraad-noegletal.xlsx"), over_sectors);
    assert!(
        answer
            .iter()
            .all(|row| row["unikke_patienter_status"] == "bounds"),
        "{answer:?}"
    );
}

#[test]
fn stray_columns_are_left_out_and_totals_kept_apart() {
    let found = Side {
        table: "5_personale",
        keys: &["kommune", "faggruppe", "aar"],
        keep: "",
        measure: "aarsvaerk",
    };
    let expected = Side {
        table: "personale",
        keys: &["kommune", "profession", "year"],
        keep: r#""year":[2025]"#,
        measure: "aarsvaerk",
    };
    let (count, hidden) = same(&found, &expected);
    assert!(count == 588 && hidden > 10, "{count} {hidden}");
}

#[test]
fn hidden_cells_stay_hidden_and_a_dash_is_zero() {
    let measure = &only_measure("6_psykiatri");
    let found = Side {
        table: "6_psykiatri",
        keys: &["kommune", "koen", "year"],
        keep: "",
        measure,
    };
    let expected = Side {
        table: "psykiatri",
        keys: &["kommune", "sex", "year"],
        keep: r#""age":["0-25"]"#,
        measure: "genindlaeggelser",
    };
    let (count, hidden) = same(&found, &expected);
    assert!(count == 98 * 2 * 7 && hidden > 300, "{count} {hidden}");
}

#[test]
fn what_is_odd_about_the_workbook_is_told() {
    let inspected = inspected(&demo("sundhedsraad-noegletal.xlsx"));
    let tables = inspected["tables"].as_array().unwrap();
    assert_eq!(tables.len(), 7);
    assert_eq!(
        with_role(&tables[0], "geography")[0]["totals"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    let warnings = inspected["warnings"].to_string();
    for word in [
        "beregning",
        "skjult",
        "totaler",
        "rækken over",
        "foreløbige",
    ] {
        assert!(warnings.contains(word), "{word}: {warnings}");
    }
    let notes = tables[0]["notes"].to_string();
    assert!(notes.contains("Kilde: Landspatientregistret"), "{notes}");
}
