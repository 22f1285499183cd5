//! Indicator slices with all that stands beside a figure, and two editions of one package held against each other.

use std::path::PathBuf;

use package::{Declaration, Descriptor, Package};
use serde_json::json;
use table::Text;

use crate::answers::compare;
use crate::asked::{file, snit};

const CASES: &str = "kommune:geography aar:time alder:age n
    0101 2024 0-64 120
    0101 2024 65+ 340
    0147 2024 0-64 30
    0147 2024 65+ h
    0751 2024 0-64 4
    0751 2024 65+ 3
    alle* 2024 0-64 160
    alle* 2024 65+ 400";

const PEOPLE: &str = "kommune:geography aar:time alder:age n
    0101 2024 0-64 60000
    0101 2024 65+ 9000
    0147 2024 0-64 8000
    0147 2024 65+ 1500
    0751 2024 0-64 900
    0751 2024 65+ 200";

fn package(edition: &str, cases: &str, factor: u32) -> Package {
    Package {
        descriptor: Descriptor {
            name: "lille".into(),
            title: Text::new("Lille", "Small"),
            edition: edition.into(),
            extracted: "2026-05-01".into(),
            synthetic: true,
            indicators: vec![
                json!({
                    "id": "rate",
                    "label": {"da": "Tilfælde", "en": "Cases"},
                    "unit": {"da": "pr. 1.000", "en": "per 1,000"},
                    "decimals": 2,
                    "numerator": {"table": "tilfaelde", "measure": "n"},
                    "denominator": {"table": "borgere", "measure": "n"},
                    "class": "ratio",
                    "factor": factor,
                    "standardisation": {"method": "direct", "over": ["alder"]},
                    "direction": "low",
                    "preliminary": ["2024"],
                    "caveats": [
                        {"text": {"da": "Ny klassifikation.", "en": "New classification."}},
                        {"where": {"kommune": ["0101"]}, "text": {"da": "København har indberettet sent.", "en": "Copenhagen reported late."}}
                    ]
                }),
                json!({
                    "id": "raa",
                    "label": {"da": "Tilfælde", "en": "Cases"},
                    "decimals": 1,
                    "numerator": {"table": "tilfaelde", "measure": "n"},
                    "denominator": {"table": "borgere", "measure": "n"},
                    "factor": factor,
                    "interval": "byar"
                }),
            ],
            ..Descriptor::default()
        },
        tables: vec![
            fixture::text::named("tilfaelde", cases),
            fixture::text::named("borgere", PEOPLE),
        ],
        declaration: Declaration {
            da: format!("# Indhold\nTilfælde pr. {factor}.\n# Kilde\nSyntetisk."),
            en: None,
        },
        ..Package::default()
    }
}

fn written(name: &str, package: &Package) -> PathBuf {
    file(name, &package::write(package).unwrap())
}

fn check(name: &str, words: &[&str]) {
    let said = snit(words);
    assert_eq!(said.code, 0, "{}", said.err);
    let told = if said.err.is_empty() {
        String::new()
    } else {
        format!("---\n{}", said.err)
    };
    compare(name, &format!("{}{told}", said.out));
}

#[test]
fn an_indicator_comes_with_what_it_was_made_from_how_and_its_caveats() {
    let path = written("lille.snit", &package("2026-1", CASES, 1000));
    let path = path.to_string_lossy();
    let slice = r#"{"by":["kommune"],"measures":[{"indicator":"rate"},{"indicator":"raa"}]}"#;
    check("standardiseret", &["query", &path, slice]);
    check("standardiseret-csv", &["query", &path, slice, "--csv"]);
    check("standardiseret-json", &["query", &path, slice, "--json"]);
}

#[test]
fn two_editions_are_compared_and_hidden_cells_stay_hidden() {
    let revised = CASES
        .replace("65+ 340", "65+ 352")
        .replace("0751 2024 65+ 3", "0751 2024 65+ h")
        .replace("65+ 400", "65+ 415")
        .replace("0-64 160", "0-64 161");
    let earlier = written("lille-1.snit", &package("2026-1", CASES, 1000));
    let later = written("lille-2.snit", &package("2026-2", &revised, 100_000));
    let (earlier, later) = (earlier.to_string_lossy(), later.to_string_lossy());
    check("udgaver", &["diff", &earlier, &later]);
    check("udgaver-en", &["diff", &earlier, &later, "--lang", "en"]);
    check("udgaver-json", &["diff", &earlier, &later, "--json"]);
    check("udgaver-ens", &["diff", &earlier, &earlier]);
}
