//! Several files and sheets of one kind, and files as people have them, by way of the program.

use std::path::PathBuf;

use serde_json::Value;

use crate::asked::{file, inspected, snit, with_role};

const EARLIER: &str = "Kommune;Køn;Ophold\nOdense;Mænd;5\nOdense;Kvinder;6\n";
const LATER: &str = "Kommune;Køn;Ophold\nOdense;Mænd;7\nOdense;Kvinder;..\nVejle;Mænd;1\n";

fn together(files: &[PathBuf]) -> Value {
    let paths: Vec<String> = files
        .iter()
        .map(|path| path.to_string_lossy().into_owned())
        .collect();
    let mut words = vec!["inspect"];
    words.extend(paths.iter().map(String::as_str));
    words.push("--json");
    let said = snit(&words);
    assert_eq!(said.code, 0, "{}", said.err);
    serde_json::from_str(&said.out).unwrap()
}

#[test]
fn files_of_one_kind_are_inspected_as_one_table() {
    let files = [
        file("samlet_2023.csv", EARLIER.as_bytes()),
        file("samlet_2024.csv", LATER.as_bytes()),
    ];
    let inspected = together(&files);
    let tables = inspected["tables"].as_array().unwrap();
    assert_eq!(tables.len(), 1, "{inspected:#}");
    assert_eq!(tables[0]["rows"], 5);
    assert_eq!(with_role(&tables[0], "time").len(), 1);
    let warnings = inspected["warnings"].to_string();
    assert!(warnings.contains("samlet_2023"), "{warnings}");
}

#[test]
fn a_file_beside_itself_adds_nothing() {
    let path = file("samlet.csv", EARLIER.as_bytes());
    let again = file("samlet (1).csv", EARLIER.as_bytes());
    let inspected = together(&[path, again]);
    assert_eq!(inspected["tables"][0]["rows"], 2);
    let warnings = inspected["warnings"].to_string();
    assert!(warnings.contains("findes allerede"), "{warnings}");
}

#[test]
fn every_file_as_people_have_them_is_inspected_with_its_tables() {
    for known in fixture::files::all() {
        let path = file(known.name, &known.bytes);
        let inspected = inspected(&path);
        let lines = fixture::answer::lines(known.answer);
        let expected = lines.iter().filter(|line| line.starts_with("table "));
        let found = inspected["tables"].as_array().unwrap();
        assert_eq!(found.len(), expected.count(), "{}", known.name);
        let warnings = inspected["warnings"].to_string();
        for said in lines.iter().filter_map(|line| line.strip_prefix("said ")) {
            let said = serde_json::to_string(said).unwrap();
            let said = said.trim_matches('"');
            assert!(
                warnings.contains(said),
                "{}: {said}\n{warnings}",
                known.name
            );
        }
    }
}
