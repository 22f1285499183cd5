//! Danish text files, as spreadsheets and registers write them.

use crate::asked::{file, inspected, rows, snit, with_role};

const LINES: &str = "Kommune;År;Køn;Antal;Udgift\n\
    0101;2024;Mænd;1.234;12.345,50\n\
    0101;2024;Kvinder;2.000;1.000,25\n\
    0147;2024;Mænd;<5;10,00\n\
    0147;2024;Kvinder;-;20,00\n";

fn windows_1252(text: &str) -> Vec<u8> {
    text.chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap())
        .collect()
}

#[test]
fn a_danish_file_gives_the_same_answer_in_each_encoding() {
    let with_mark = format!("\u{feff}{LINES}");
    for (name, bytes) in [
        ("utf8.csv", LINES.as_bytes().to_vec()),
        ("bom.csv", with_mark.into_bytes()),
        ("ansi.csv", windows_1252(LINES)),
    ] {
        let path = file(name, &bytes);
        let table = &inspected(&path)["tables"][0];
        let name_of = |role: &str| {
            with_role(table, role)[0]["name"]
                .as_str()
                .unwrap()
                .to_owned()
        };
        let measures: Vec<String> = with_role(table, "measure")
            .iter()
            .map(|column| column["name"].as_str().unwrap().to_owned())
            .collect();
        let slice = format!(
            r#"{{"by":["{}","{}"],"measures":[{{"sum":"{}"}},{{"sum":"{}"}}]}}"#,
            name_of("geography"),
            name_of("sex"),
            measures[0],
            measures[1]
        );
        let answer = rows(&path, &slice);
        let counts: Vec<_> = answer
            .iter()
            .map(|row| (row[&measures[0]].clone(), row[&measures[1]].clone()))
            .collect();
        let number = serde_json::Value::from;
        assert!(
            counts.contains(&(number(1234), serde_json::json!(12345.5))),
            "{name}: {counts:?}"
        );
        assert!(
            counts.contains(&(number(0), number(20))),
            "{name}: {counts:?}"
        );
        let hidden = answer
            .iter()
            .find(|row| row[format!("{}_status", measures[0])] == "hidden")
            .unwrap();
        assert_eq!(hidden[&measures[0]], serde_json::Value::Null, "{name}");
    }
}

#[test]
fn roles_and_numbers_are_found_in_a_danish_file() {
    let table = &inspected(&file("roles.csv", LINES.as_bytes()))["tables"][0];
    assert_eq!(table["rows"], 4);
    for role in ["geography", "time", "sex"] {
        assert_eq!(with_role(table, role).len(), 1, "{role}: {table:#}");
    }
    let types: Vec<_> = with_role(table, "measure")
        .iter()
        .map(|column| column["type"].clone())
        .collect();
    assert_eq!(types, ["integer", "decimal"]);
}

#[test]
fn the_answer_as_csv_can_be_read_again() {
    let path = file("again.csv", LINES.as_bytes());
    let table = &inspected(&path)["tables"][0];
    let measure = with_role(table, "measure")[1]["name"]
        .as_str()
        .unwrap()
        .to_owned();
    let place = with_role(table, "geography")[0]["name"]
        .as_str()
        .unwrap()
        .to_owned();
    let slice = format!(r#"{{"by":["{place}"],"measures":[{{"sum":"{measure}"}}]}}"#);
    let said = snit(&["query", path.to_str().unwrap(), &slice, "--csv"]);
    assert!(said.out.contains(";13345,75\n"), "{}", said.out);
    let again = file("again-2.csv", said.out.as_bytes());
    assert_eq!(
        rows(&again, &slice)[0][&measure],
        serde_json::json!(13345.75)
    );
}
