//! Hospital activity by hospital, department, kind of contact and quarter.

mod cells;
mod stays;

use package::{Declaration, Package};
use protocol::state::{Heat, Pivot};
use table::Text;

use super::describe::{Words, descriptor};
use super::ready::{Ready, indicator, kept, pivot, ready, shown};

const TOPICS: [(&str, &str, &str); 1] = [("hospital", "Hospitalsaktivitet", "Hospital activity")];

/// The package for a seed.
pub(crate) fn package(seed: u64) -> anyhow::Result<Package> {
    let words = Words {
        name: "hospitalsaktivitet",
        title: Text::new("Hospitalsaktivitet", "Hospital activity"),
        topics: &TOPICS,
        indicators: include_str!("indicators.json"),
    };
    Ok(Package {
        descriptor: descriptor(&words)?,
        tables: vec![stays::table(seed)?],
        declaration: Declaration {
            da: include_str!("declaration.da.md").to_owned(),
            en: Some(include_str!("declaration.en.md").to_owned()),
        },
        views: views().iter().map(Ready::written).collect(),
        ..Package::default()
    })
}

fn views() -> Vec<Ready> {
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
            shown(kept(
                pivot("aktivitet", (&["department"], &["region"]), &["belaegning"]),
                "year",
                &["2025"],
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
