//! Answers from the demonstration packages, compared with text files; `UPDATE_GOLDEN=1` rewrites them.

use std::path::Path;

use protocol::View;
use protocol::view::CellKind;

use crate::asked::{demo, inspected, rows, snit};

const PACKAGE: &str = "sundhedsraad-noegletal.snit";

/// A session with a demonstration package open.
fn opened(package: &str) -> session::Session {
    let language = protocol::state::Language::Da;
    let bytes = std::fs::read(demo(package)).unwrap();
    let size_bytes = bytes.len() as u64;
    let imported = importer::read_file(package, bytes, language, &mut |_| {}).unwrap();
    let mut buffers = Vec::new();
    for table in &imported.tables {
        let packed = table::wire::pack(table);
        buffers.push(packed.header.to_bytes());
        buffers.extend(packed.parts);
    }
    let adopt = protocol::Request::Adopt {
        name: package.into(),
        size_bytes,
        language,
        notices: imported.notices,
        facts: imported.facts.map(Box::new),
    };
    let mut session = session::Session::new();
    let reply = session.handle(
        adopt,
        session::Handed {
            buffers,
            ..session::Handed::default()
        },
    );
    assert!(matches!(reply, protocol::Reply::Opened(_)), "{reply:?}");
    session
}

fn check(name: &str, package: &str, words: &[&str]) {
    let file = demo(package);
    let (first, rest) = words.split_first().unwrap();
    let words: Vec<&str> = [*first, file.to_str().unwrap()]
        .into_iter()
        .chain(rest.iter().copied())
        .collect();
    let said = snit(&words);
    assert_eq!(said.code, 0, "{}", said.err);
    let told = if said.err.is_empty() {
        String::new()
    } else {
        format!("---\n{}", said.err)
    };
    compare(name, &format!("{}{told}", said.out));
}

pub(crate) fn compare(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join(format!("../../tests/scenarios/golden/{name}.txt"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, found).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        found,
        expected,
        "{} differs; UPDATE_GOLDEN=1 rewrites it",
        path.display()
    );
}

#[test]
fn councils_are_compared_on_an_indicator_with_its_interval() {
    let slice = r#"{"by":["sundhedsraad"],"measures":[{"indicator":"forebyggelige_65"},{"indicator":"akutte_indlaeggelser"}],"where":{"year":[2025]}}"#;
    check("raad-forebyggelige", PACKAGE, &["query", slice]);
}

#[test]
fn distinct_patients_are_not_summed_over_sectors_and_the_refusal_says_why() {
    let slice = r#"{"table":"paa_tvaers","by":["sundhedsraad"],"measures":[{"sum":"patienter"},{"sum":"kontakter"}],"where":{"region":["syddanmark"],"age":["65+"],"year":[2025]}}"#;
    check("patienter-graenser", PACKAGE, &["query", slice]);
    check(
        "patienter-graenser-en",
        PACKAGE,
        &["query", slice, "--lang", "en"],
    );
    check(
        "patienter-graenser-json",
        PACKAGE,
        &["query", slice, "--json"],
    );
}

#[test]
fn hidden_missing_and_not_applicable_cells_say_what_they_are() {
    let slice = r#"{"by":["kommune"],"measures":[{"indicator":"psykiatriske_genindlaeggelser_unge"},{"indicator":"forebyggende_hjemmebesoeg"},{"indicator":"medfinansiering_pr_borger"}],"where":{"sundhedsraad":["10"],"year":[2025]}}"#;
    check("lillebaelt", PACKAGE, &["query", slice]);
    check("lillebaelt-csv", PACKAGE, &["query", slice, "--csv"]);
    check("lillebaelt-json", PACKAGE, &["query", slice, "--json"]);
}

#[test]
fn nursing_homes_are_sorted_by_council_and_those_that_have_not_reported_say_so() {
    let slice = r#"{"by":["sundhedsraad","kommune","plejehjem"],"measures":[{"sum":"beboere"},{"indicator":"indlaeggelser_beboere"},{"indicator":"vaegttab"},{"indicator":"aarsvaerk_pr_beboer"}],"where":{"kommune":["0550","0607","0563","0825"],"year":[2025]}}"#;
    check("plejehjem", "kpos-fsiii.snit", &["query", slice]);
    check(
        "plejehjem-naeste-udgave",
        "kpos-fsiii-2.snit",
        &["query", slice],
    );
}

#[test]
fn what_is_in_a_package_is_told_with_roles_and_classes() {
    check("noegletal-indhold", PACKAGE, &["inspect"]);
    check(
        "hospitalsaktivitet-indhold-en",
        "hospitalsaktivitet.snit",
        &["inspect", "--lang", "en"],
    );
}

#[test]
fn linked_histograms_come_one_below_the_other() {
    let slice = r#"{"table":"kontakter","histograms":["sex","age_band"],"measure":"contacts","where":{"sex":["K"],"year":[2025]}}"#;
    check("histogrammer", "sandkasse.snit", &["query", slice]);
}

#[test]
fn a_printed_total_of_the_country_holds_more_than_its_municipalities() {
    let package = demo(PACKAGE);
    let sum = |by: &str| -> i64 {
        let slice = format!(
            r#"{{"table":"hospital","by":[{by}],"measures":[{{"sum":"ophold"}}],"where":{{"year":[2025]}}}}"#
        );
        rows(&package, &slice)
            .iter()
            .map(|row| row["ophold"].as_i64().unwrap())
            .sum()
    };
    let (country, municipalities) = (sum(""), sum("\"kommune\""));
    assert!(
        country > municipalities && country < municipalities * 1_002 / 1_000,
        "{country} {municipalities}"
    );
    assert_eq!(sum("\"sundhedsraad\""), municipalities);
    assert_eq!(sum("\"region\""), municipalities);
}

#[test]
fn a_council_is_better_the_same_and_worse_than_the_country_on_some_indicators() {
    let mut session = opened(PACKAGE);
    let (state, _) = protocol::hash::read("#view=overview&place=sundhedsraad:10&period=2025");
    let reply = session.handle(
        protocol::Request::Show(Box::new(state)),
        session::Handed::default(),
    );
    let protocol::Reply::View { view, .. } = reply else {
        panic!("{reply:?}")
    };
    let View::Overview(view) = *view else {
        panic!("{view:?}")
    };
    let indicator_count: usize = view.topics.iter().map(|topic| topic.rows.len()).sum();
    assert_eq!((view.topics.len(), indicator_count), (5, 19));
    assert!(
        view.tally.len() == 4 && view.tally.iter().all(|(_, count)| *count > 0),
        "{:?}",
        view.tally
    );
}

/// The packages with the number of their ready views.
const PACKAGES: [(&str, usize); 11] = [
    (PACKAGE, 10),
    ("patienter-paa-tvaers.snit", 5),
    ("hospitalsaktivitet.snit", 5),
    ("kpos-fsiii.snit", 5),
    ("kpos-fsiii-2.snit", 6),
    ("almen-praksis.snit", 7),
    ("speciallaegepraksis.snit", 6),
    ("ordiprax.snit", 5),
    ("faelles-patienter.snit", 6),
    ("forloeb.snit", 5),
    ("sandkasse.snit", 2),
];

#[test]
fn every_demonstration_opens_without_a_warning() {
    for (package, _) in PACKAGES {
        let said = inspected(&demo(package));
        assert_eq!(said["warnings"], serde_json::json!([]), "{package}");
    }
}

#[test]
fn every_ready_view_asks_for_what_the_package_has_and_is_answered() {
    for (package, count) in PACKAGES {
        let bytes = std::fs::read(demo(package)).unwrap();
        let views = package::read(&bytes, &formats::Limits::default(), &mut formats::unheard)
            .unwrap()
            .views;
        assert_eq!(views.len(), count, "{package}");
        let mut session = opened(package);
        for (name, text) in views {
            let fragment = serde_json::from_str::<serde_json::Value>(&text).unwrap()["fragment"]
                .as_str()
                .unwrap()
                .to_owned();
            let (state, unread) = protocol::hash::read(&fragment);
            // These are drawn by a module, which puts its own questions.
            if state.view.is_study() {
                assert_eq!(unread, Vec::<String>::new(), "{package} {name}");
                continue;
            }
            let reply = session.handle(
                protocol::Request::Show(Box::new(state.clone())),
                session::Handed::default(),
            );
            let protocol::Reply::View { state: shown, view } = reply else {
                panic!("{package} {name}: {reply:?}")
            };
            assert_eq!(
                (shown.view, unread),
                (state.view, vec![]),
                "{package} {name}"
            );
            for (asked, found) in [
                (&state.place, &shown.place),
                (&state.against, &shown.against),
                (&state.indicator, &shown.indicator),
                (&state.level, &shown.level),
                (&state.pivot.table, &shown.pivot.table),
            ] {
                assert!(
                    asked.is_none() || asked == found,
                    "{package} {name}: {asked:?} became {found:?}"
                );
            }
            for (asked, found) in [
                (&state.pivot.rows, &shown.pivot.rows),
                (&state.pivot.columns, &shown.pivot.columns),
            ] {
                assert!(
                    asked.is_empty() || asked == found,
                    "{package} {name}: {asked:?} became {found:?}"
                );
            }
            has_numbers(&kinds(&view), &format!("{package} {name}"));
        }
    }
}

/// A view that answers shows numbers in more than a third of its cells, and refuses none.
fn has_numbers(kinds: &[CellKind], place: &str) {
    let refused = kinds.iter().filter(|kind| **kind == CellKind::Refused);
    let numbers = kinds.iter().filter(|kind| **kind == CellKind::Value);
    let (refused, numbers) = (refused.count(), numbers.count());
    assert!(
        refused == 0 && numbers * 3 > kinds.len(),
        "{place}: {numbers} numbers and {refused} refusals among {}",
        kinds.len()
    );
}

/// What the cells of a view show: of the table, of the ranking and the trend, or of the key figures.
fn kinds(view: &View) -> Vec<CellKind> {
    match view {
        View::Pivot(pivot) => {
            let cells = pivot.rows.iter().flat_map(|row| &row.cells);
            cells.map(|cell| cell.kind).collect()
        }
        View::Indicator(view) => {
            let ranked = view.ranking.rows.iter().map(|row| row.cell.kind);
            let series = view.trend.series.iter().flat_map(|series| &series.cells);
            ranked.chain(series.map(|cell| cell.kind)).collect()
        }
        View::Overview(view) => {
            let rows = view.topics.iter().flat_map(|topic| &topic.rows);
            rows.flat_map(|row| [row.value.kind, row.benchmark.kind])
                .collect()
        }
        View::Declaration(_) => Vec::new(),
    }
}
