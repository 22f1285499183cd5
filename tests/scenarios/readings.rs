//! How a file was read: shown, saved, corrected, and used for the file of the next month.

use serde_json::Value;

use crate::asked::{demo, file, snit};

const JANUARY: &str =
    "Tabel 1\n\nKommune;Ophold 2024;Tilmeldte\nOdense;1.234;1.473\nVejle;2.345;1.655\n";
const FEBRUARY: &str = "Tabel 1\n\nTilmeldte;Kommune;Ophold 2025\n1.500;Vejle;2.345\n1.600;Odense;1.234\n1.700;Aarhus;3.456\n";

fn inspected(words: &[&str]) -> Value {
    let said = snit(words);
    assert_eq!(said.code, 0, "{}", said.err);
    serde_json::from_str(&said.out).unwrap()
}

/// The decimals of the column of a saved reading whose heading ends so.
fn column<'v>(plan: &'v mut Value, heading: &str) -> &'v mut Value {
    let columns = plan["tables"][0]["columns"].as_array_mut().unwrap();
    let is_it = |column: &&mut Value| column["heading"][0] == heading;
    columns.iter_mut().find(is_it).unwrap()
}

#[test]
fn a_reading_is_saved_corrected_and_reads_the_next_file() {
    let (january, february) = (
        file("reading_jan.csv", JANUARY.as_bytes()),
        file("reading_feb.csv", FEBRUARY.as_bytes()),
    );
    let saved = january.with_file_name("reading.json");
    let words = [&january, &saved, &february].map(|path| path.to_string_lossy().into_owned());
    let [january, saved_as, february] = &words;
    let first = inspected(&["inspect", january, "--save-reading", saved_as, "--json"]);
    let question = &first["reading"]["tables"][0]["columns"][2]["question"];
    assert_eq!(question["question"], "Kolonne C: er 1.473 et helt tal?");

    let mut plan: Value = serde_json::from_slice(&std::fs::read(&saved).unwrap()).unwrap();
    assert_eq!(plan["sender"], first["reading"]["sender"]);
    column(&mut plan, "Tilmeldte")["convention"] = "english".into();
    std::fs::write(&saved, plan.to_string()).unwrap();

    let next = inspected(&["inspect", february, "--reading", saved_as, "--json"]);
    let columns = &next["reading"]["tables"][0]["columns"];
    assert_eq!(columns[0]["numbers"]["convention"], "english");
    assert_eq!(columns[0]["question"], Value::Null);
    assert_eq!(columns[2]["numbers"]["convention"], "danish");
    assert_eq!(next["reading"]["unmatched"], serde_json::json!([]));
    assert_eq!(next["reading"]["sender"], first["reading"]["sender"]);
}

#[test]
fn no_reading_is_saved_of_several_files_or_of_one_that_says_it_itself() {
    let (january, february) = (
        file("several_jan.csv", JANUARY.as_bytes()),
        file("several_feb.csv", FEBRUARY.as_bytes()),
    );
    let saved = january.with_file_name("several.json");
    let words = [&january, &february, &saved].map(|path| path.to_string_lossy().into_owned());
    let [january, february, saved_as] = &words;
    let said = snit(&["inspect", january, february, "--save-reading", saved_as]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("én fil ad gangen"), "{}", said.err);
    let package = demo("hospitalsaktivitet.snit");
    let package = package.to_string_lossy();
    let words = ["inspect", &package, "--save-reading", saved_as];
    let said = snit(&[&words[..], &["--lang", "en"]].concat());
    assert_eq!(said.code, 2);
    assert!(said.err.contains("no reading to save"), "{}", said.err);
    assert!(!saved.exists());
}

#[test]
fn a_reading_that_is_none_is_refused_with_its_place() {
    let data = file("reading_data.csv", JANUARY.as_bytes());
    let plan = file("reading_bad.json", b"{\"version\": 1,\n \"tabels\": []}");
    let words = [&data, &plan].map(|path| path.to_string_lossy().into_owned());
    let said = snit(&["inspect", &words[0], "--reading", &words[1], "--lang", "en"]);
    assert_ne!(said.code, 0);
    assert!(said.err.contains("unknown field `tabels`"), "{}", said.err);
    assert!(said.err.contains("line 2, letter 9"), "{}", said.err);
}
