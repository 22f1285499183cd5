//! Figures of `snit query` held against what links can name, and words that name nothing.

use crate::answers::compare;
use crate::asked::{demo, rows_of, snit};

const PACKAGE: &str = "sundhedsraad-noegletal.snit";
const ONE: &str = r#"{"by":["kommune"],"measures":[{"indicator":"forebyggelige_65"}],"where":{"sundhedsraad":["10"],"year":[2025]}}"#;

fn asked(words: &[&str]) -> crate::asked::Said {
    let file = demo(PACKAGE);
    let words: Vec<&str> = ["query", file.to_str().unwrap()]
        .into_iter()
        .chain(words.iter().copied())
        .collect();
    snit(&words)
}

#[test]
fn each_place_is_held_against_its_own_region_in_text_json_and_csv() {
    for (name, style) in [
        ("mod-region", None),
        ("mod-region-json", Some("--json")),
        ("mod-region-csv", Some("--csv")),
    ] {
        let words: Vec<&str> = [ONE, "--against", "region"]
            .into_iter()
            .chain(style)
            .collect();
        let said = asked(&words);
        assert_eq!((said.code, said.err.as_str()), (0, ""));
        compare(name, &said.out);
    }
}

/// A place, its level, its peers and a list of places; the judgement is that of the interval against the benchmark's value.
#[test]
fn every_word_of_links_can_be_named() {
    for (against, label) in [
        ("sundhedsraad", "Sundhedsråd Lillebælt"),
        ("sundhedsraad:9", "Sundhedsråd Sønderjylland"),
        ("land:000", "Hele landet"),
        ("peers:kommunetype", "lignende kommuner"),
        ("kommune:0630, kommune:0607", "2 valgte kommuner"),
    ] {
        let said = asked(&[ONE, "--against", against, "--json"]);
        assert_eq!(said.code, 0, "{against}: {}", said.err);
        for row in rows_of(&said.out) {
            let number = |name: &str| row[format!("forebyggelige_65{name}")].as_f64().unwrap();
            let (target, low, high) = (number("_against_value"), number("_low"), number("_high"));
            let expected = match target {
                target if target > high => "better",
                target if target < low => "worse",
                _ => "no_difference",
            };
            assert_eq!(row["forebyggelige_65_judgement"], expected, "{row}");
            let told = row["forebyggelige_65_against"].as_str().unwrap();
            assert!(told.contains(label), "{told}");
        }
    }
}

#[test]
fn periods_are_held_against_the_same_period() {
    let by_year = r#"{"by":["year"],"measures":[{"indicator":"forebyggelige_65"}],"where":{"kommune":["0607"]}}"#;
    let region = r#"{"by":["year"],"measures":[{"indicator":"forebyggelige_65"}],"where":{"region":["syddanmark"]}}"#;
    let own = rows_of(&asked(&[by_year, "--against", "region", "--json"]).out);
    let whole = rows_of(&asked(&[region, "--json"]).out);
    assert_eq!(own.len(), whole.len());
    for (row, target) in own.iter().zip(&whole) {
        assert_eq!(
            row["forebyggelige_65_against_value"],
            target["forebyggelige_65"]
        );
    }
}

#[test]
fn a_place_held_against_itself_or_against_nothing_above_it_is_not_judged() {
    let said = asked(&[
        r#"{"by":["region"],"measures":[{"indicator":"forebyggelige_65"}],"where":{"year":[2025]}}"#,
        "--against",
        "region",
        "--json",
    ]);
    for row in rows_of(&said.out) {
        assert_eq!(row.get("forebyggelige_65_judgement"), None, "{row}");
        assert_eq!(row.get("forebyggelige_65_against"), None, "{row}");
    }
    let said = asked(&[ONE, "--against", "kommune:0607", "--json"]);
    let rows = rows_of(&said.out);
    let itself = rows.iter().find(|row| row["kommune"] == "0607").unwrap();
    assert_eq!(itself.get("forebyggelige_65_judgement"), None);
    assert_eq!(
        itself["forebyggelige_65_against_value"],
        itself["forebyggelige_65"]
    );
}

#[test]
fn words_that_name_nothing_are_refused_with_what_can_be_named() {
    for against in [
        "regionn",
        "",
        "list",
        "kommune:9999",
        "peers:nogen",
        "kommune:0607,kommune:9999",
    ] {
        let said = asked(&[ONE, "--against", against]);
        assert_eq!(said.code, 2, "{against}");
        assert!(
            said.out.is_empty() && said.err.contains("peers:kommunetype"),
            "{against}: {}",
            said.err
        );
    }
    let plain = asked(&[
        r#"{"by":["kommune"],"measures":[{"sum":"ophold"}]}"#,
        "--against",
        "region",
    ]);
    assert!(
        plain.code == 2 && plain.err.contains("nøgletal"),
        "{}",
        plain.err
    );
    let lines = asked(&[ONE, "--lines", "--against", "region"]);
    assert!(
        lines.code == 2 && lines.err.contains("--lines"),
        "{}",
        lines.err
    );
}
