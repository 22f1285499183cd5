//! Tables with typed columns: the sandbox as Parquet and as Arrow gives the package's answers.

use std::path::Path;

use crate::asked::{demo, file, inspected, rows, with_role};

fn sandbox() -> table::Table {
    let bytes = std::fs::read(demo("sandkasse.snit")).unwrap();
    let package =
        package::read(&bytes, &formats::Limits::default(), &mut formats::unheard).unwrap();
    package.tables.into_iter().next().unwrap()
}

/// Rows in the order of their words, without labels, which a plain table does not have.
fn bare(rows: Vec<serde_json::Value>) -> Vec<String> {
    let mut bare: Vec<String> = rows
        .into_iter()
        .map(|row| {
            let mut fields = row.as_object().unwrap().clone();
            fields.retain(|name, _| !name.ends_with("_label"));
            serde_json::Value::Object(fields).to_string()
        })
        .collect();
    bare.sort_unstable();
    bare
}

#[test]
fn parquet_and_arrow_give_the_answers_of_the_package() {
    let table = sandbox();
    let files = [
        file(
            "sandkasse.parquet",
            &formats::parquet::write(&table).unwrap(),
        ),
        file("sandkasse.arrow", &formats::arrow::write(&table).unwrap()),
    ];
    let slices = [
        r#"{"by":["sundhedsraad","year"],"measures":[{"sum":"contacts"},{"mean":"bed_days"},{"ratio":["cost_dkk","contacts"]}]}"#,
        r#"{"by":["diagnosis_group","age_band"],"measures":[{"sum":"cost_dkk"},{"sum":"contacts"}],"where":{"sex":["K"],"year":[2024,2025]}}"#,
        r#"{"by":["hospital"],"measures":[{"sum":"cost_dkk"}],"where":{"year":[2025]},"order":{"measure":0},"top":10}"#,
    ];
    for slice in slices {
        let expected = bare(rows(&demo("sandkasse.snit"), slice));
        assert!(!expected.is_empty(), "{slice}");
        for path in &files {
            assert_eq!(
                bare(rows(path, slice)),
                expected,
                "{} {slice}",
                path.display()
            );
        }
    }
}

#[test]
fn roles_are_found_in_a_table_with_typed_columns() {
    let path = file(
        "roles.parquet",
        &formats::parquet::write(&sandbox()).unwrap(),
    );
    let table = &inspected(&path)["tables"][0];
    for (role, count) in [("geography", 1), ("sex", 1), ("age", 1), ("measure", 4)] {
        assert_eq!(with_role(table, role).len(), count, "{role}: {table:#}");
    }
}

/// The same four rows as polars and pandas write them: categories, days, truths, a number that is missing.
const ELSEWHERE: [(&str, &str); 4] = [
    ("arrow/polars", "polars.arrow"),
    ("arrow/pandas", "pandas.feather"),
    ("parquet/pandas", "pandas.parquet"),
    ("parquet/polars", "polars.parquet"),
];

#[test]
fn files_of_other_programs_are_understood_as_text_is() {
    let slice =
        r#"{"by":["kommune","maaned","akut"],"measures":[{"sum":"ophold"},{"sum":"udgift"}]}"#;
    let expected = [
        "0461 Odense 2024-01-01 true 11 100.25",
        "0461 Odense 2024-02-01 true 33 300",
        "0630 Vejle 2024-01-01 false 22 200.5",
        "0630 Vejle 2024-02-01 true null 400.75",
    ];
    for (seed, name) in ELSEWHERE {
        let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fuzz/seeds");
        let path = file(name, &std::fs::read(seeds.join(seed)).unwrap());
        let columns = [
            "kommune",
            "kommune_label",
            "maaned",
            "akut",
            "ophold",
            "udgift",
        ];
        let told = rows(&path, slice);
        let told: Vec<String> = (told.iter())
            .map(|row| {
                columns
                    .map(|it| row[it].to_string().replace('"', ""))
                    .join(" ")
            })
            .collect();
        assert_eq!(told, expected, "{name}");
        let table = &inspected(&path)["tables"][0];
        for (role, count) in [("geography", 1), ("time", 1), ("sex", 1), ("other", 1)] {
            assert_eq!(with_role(table, role).len(), count, "{name}: {role}");
        }
    }
}
