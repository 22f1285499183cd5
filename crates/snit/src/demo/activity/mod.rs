//! Hospital activity by hospital, department, kind of contact and quarter.

mod cells;
mod draw;
mod stays;

use package::Package;
use protocol::slice::Direction;
use protocol::state::{Heat, Pivot, Sort, ViewName, ViewState};
use table::Text;

use super::describe::{self, Words};
use super::ready::{Ready, indicator, judged, kept, pivot, ready, shown};

const TOPICS: [(&str, &str, &str); 1] = [("hospital", "Hospitalsaktivitet", "Hospital activity")];

/// The package for a seed.
pub(crate) fn package(seed: u64) -> anyhow::Result<Package> {
    let words = Words {
        name: "hospitalsaktivitet",
        title: Text::new("Hospitalsaktivitet", "Hospital activity"),
        topics: &TOPICS,
        indicators: include_str!("indicators.json"),
    };
    let declaration = (
        include_str!("declaration.da.md"),
        include_str!("declaration.en.md"),
    );
    describe::package(&words, vec![stays::table(seed)?], declaration, &views())
}

fn views() -> Vec<Ready> {
    [of_activity(), of_readmissions()]
        .into_iter()
        .flatten()
        .collect()
}

fn of_activity() -> Vec<Ready> {
    let by_quarter: (&[&str], &[&str]) = (&["hospital"], &["quarter"]);
    vec![
        ready(
            "1-ophold-efter-kvartal",
            ("Ophold kvartal for kvartal", "Stays quarter by quarter"),
            (
                "Er der flere ophold på de enkelte hospitaler end for et år siden?",
                "Are there more stays in each hospital than a year ago?",
            ),
            shown(Pivot {
                heat: Heat::None,
                ..kept(
                    pivot("aktivitet", by_quarter, &["ophold"]),
                    "year",
                    &["2024", "2025"],
                )
            }),
        ),
        ready(
            "2-belaegning",
            ("Belægning", "Occupancy"),
            (
                "Hvor er sengene fuldest, og i hvilke afdelinger?",
                "Where are the beds fullest, and in which departments?",
            ),
            shown(judged(
                of_2025((&["department"], &["region"]), &[]),
                &["belaegning"],
            )),
        ),
        ready(
            "3-ventetid",
            ("Ventetid i regionerne", "Waiting in the regions"),
            (
                "I hvilken region venter patienterne længst?",
                "In which region do patients wait longest?",
            ),
            indicator("ventetid", "region:syddanmark", "region"),
        ),
    ]
}

fn of_readmissions() -> Vec<Ready> {
    vec![
        ready(
            "4-genindlaeggelser",
            (
                "Genindlæggelser på hospitalerne",
                "Readmissions of the hospitals",
            ),
            (
                "På hvilke hospitaler genindlægges flest, og hvad er en udskrivning værd?",
                "In which hospitals are most people readmitted, and what is a discharge worth?",
            ),
            shown(readmitted()),
        ),
        ready(
            "5-genindlaeggelser-over-tid",
            ("Genindlæggelser over tid", "Readmissions over time"),
            (
                "Er genindlæggelserne i Syddanmark ændret, eller svinger de tilfældigt?",
                "Have readmissions in Syddanmark changed, or do they vary by chance?",
            ),
            ViewState {
                view: ViewName::Quality,
                ..indicator("genindlaeggelser", "region:syddanmark", "region")
            },
        ),
    ]
}

/// A pivot of the newest year.
fn of_2025(levels: (&[&str], &[&str]), measures: &[&str]) -> Pivot {
    kept(pivot("aktivitet", levels, measures), "year", &["2025"])
}

fn readmitted() -> Pivot {
    Pivot {
        sort: Some(Sort {
            column: 1,
            direction: Direction::Descending,
        }),
        ..judged(
            of_2025((&["hospital"], &[]), &["udskrivninger"]),
            &["genindlaeggelser", "drg_pr_udskrivning"],
        )
    }
}
