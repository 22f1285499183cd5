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
        let rows = rows_of(&said.out);
        assert_eq!(rows.len(), 4, "{against}");
        for row in rows {
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
    assert!(own.len() == whole.len() && own.len() > 1);
    for (row, target) in own.iter().zip(&whole) {
        assert_eq!(
            row["forebyggelige_65_against_value"],
            target["forebyggelige_65"]
        );
    }
}

#[test]
fn a_place_that_is_kept_by_its_name_is_held_as_by_its_code() {
    let by_year = |name: &str| {
        let slice = format!(
            r#"{{"by":["year"],"measures":[{{"indicator":"forebyggelige_65"}}],"where":{{"kommune":["{name}"]}}}}"#
        );
        let said = asked(&[&slice, "--against", "region", "--json"]);
        assert_eq!(said.code, 0, "{name}: {}", said.err);
        rows_of(&said.out)
    };
    let by_code = by_year("0607");
    assert_eq!(by_code[0]["forebyggelige_65_against"], "Region Syddanmark");
    assert_eq!(by_year("Fredericia"), by_code);
}

#[test]
fn all_that_must_be_known_of_a_benchmark_is_told_in_json_and_csv() {
    let slice = r#"{"by":["kommune"],"measures":[{"indicator":"ventetid_genoptraening"}],"where":{"kommune":["0607"],"year":[2025]}}"#;
    let list = "kommune:0630, kommune:0607, region:syddanmark";
    let note = "Median af 2 kommuner: deres tal kan ikke lægges sammen. 1 af listens steder er ikke med. De findes ikke i pakken, eller de er af et andet niveau end det første.";
    let rows = rows_of(&asked(&[slice, "--against", list, "--json"]).out);
    assert_eq!(rows[0]["ventetid_genoptraening_against_note"], note);
    let said = asked(&[slice, "--against", list, "--csv"]);
    let row = said.out.lines().nth(1).unwrap();
    let held = format!(";2 valgte kommuner;10;value;{note};not_assessed");
    assert!(row.ends_with(&held), "{row}");
}

#[test]
fn a_place_held_against_itself_or_against_nothing_above_it_is_not_judged() {
    let said = asked(&[
        r#"{"by":["region"],"measures":[{"indicator":"forebyggelige_65"}],"where":{"year":[2025]}}"#,
        "--against",
        "region",
        "--json",
    ]);
    assert_eq!(said.code, 0, "{}", said.err);
    let regions = rows_of(&said.out);
    assert_eq!(regions.len(), 4);
    for row in regions {
        assert!(row["forebyggelige_65"].is_number(), "{row}");
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
            said.out.is_empty()
                && said.err.contains("peers:kommunetype")
                && said.err.contains("eller flere steder"),
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
    for slice in [
        r#"{"table":"hospital","histograms":["sex"],"measures":[{"indicator":"genindlaeggelser"}]}"#,
        r#"{"table":"hospital","distinct":["sex"]}"#,
    ] {
        let said = asked(&[slice, "--against", "region"]);
        assert!(
            said.code == 2 && said.out.is_empty() && said.err.contains("distinct"),
            "{slice}: {}",
            said.err
        );
    }
    let lines = asked(&[ONE, "--lines", "--against", "region"]);
    assert!(
        lines.code == 2 && lines.err.contains("--lines"),
        "{}",
        lines.err
    );
}
