//! Tables with typed columns: the sandbox as Parquet and as Arrow gives the package's answers.

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
