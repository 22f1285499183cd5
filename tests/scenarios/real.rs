//! A workbook as its publisher made it; it lies beside the repository and not in it.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::asked::{inspected, rows, with_role};

/// Population of 2018 by age, region and sex, as downloaded from Statistics Denmark.
fn workbook() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared/real/statbank_indamp01_2018_en.xlsx");
    if !path.is_file() {
        eprintln!("left out: there is no {}", path.display());
        return None;
    }
    Some(path)
}

fn name(table: &Value, role: &str) -> String {
    let found = with_role(table, role);
    assert_eq!(found.len(), 1, "{role}: {table:#}");
    found[0]["name"].as_str().unwrap().to_owned()
}

#[test]
fn the_population_of_2018_is_read_with_its_roles_and_gives_the_known_answers() {
    let Some(path) = workbook() else { return };
    let inspected = inspected(&path);
    let table = &inspected["tables"][0];
    let (age, place, sex, value) = (
        name(table, "age"),
        name(table, "geography"),
        name(table, "sex"),
        name(table, "measure"),
    );
    assert_eq!(table["rows"], 6_555);
    assert!(
        !table["notes"].as_array().unwrap().is_empty(),
        "the footnote is a note"
    );
    assert!(
        with_role(table, "age")[0]["totals"]
            .as_array()
            .unwrap()
            .len()
            == 1,
        "the total of ages is told from its parts"
    );
    let sum = |by: &str, keep: &str| -> Vec<i64> {
        let slice =
            format!(r#"{{"by":[{by}],"measures":[{{"sum":"{value}"}}],"where":{{{keep}}}}}"#);
        rows(&path, &slice)
            .iter()
            .map(|row| row[&value].as_i64().unwrap())
            .collect()
    };
    assert_eq!(sum("", ""), [5_781_190]);
    let mut sexes = sum(&format!("\"{sex}\""), "");
    sexes.sort_unstable();
    assert!(
        sexes.ends_with(&[2_876_499, 2_904_691]) || sexes == [2_876_499, 2_904_691, 5_781_190],
        "{sexes:?}"
    );
    assert_eq!(sum("", &format!(r#""{place}":["0101"]"#)), [613_288]);
    let municipalities = sum("\"kommune\"", "");
    assert_eq!(
        (municipalities.len(), municipalities.iter().sum::<i64>()),
        (98, 5_781_190)
    );
    assert!(sum(&format!("\"{age}\""), "").len() > 10);
}
