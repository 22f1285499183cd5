//! Patients across sectors: which combinations of hospital, general practice, specialist and municipality people meet,
//! and the same for the patients of each hospital.

mod combination;
mod filter;

pub(crate) use filter::share;

use package::Package;
use protocol::state::{Pivot, Shown, ViewName, ViewState};
use table::Text;

use super::describe::{self, Words};
use super::people::People;
use super::ready::{Ready, indicator, kept, pivot, ready, shown};

const TOPICS: [(&str, &str, &str); 1] = [(
    "paa_tvaers",
    "Patienter på tværs",
    "Patients across sectors",
)];

/// The package for a seed.
pub(crate) fn package(seed: u64) -> anyhow::Result<Package> {
    let words = Words {
        name: "patienter-paa-tvaers",
        title: Text::new("Patienter på tværs", "Patients across sectors"),
        topics: &TOPICS,
        indicators: include_str!("indicators.json"),
    };
    let people = People::new(seed);
    let tables = vec![
        combination::table(seed, &people)?,
        filter::table(seed, &people)?,
        combination::population(&people)?,
    ];
    let declaration = (
        include_str!("declaration.da.md"),
        include_str!("declaration.en.md"),
    );
    let mut package = describe::package(&words, tables, declaration, &views())?;
    let all: Vec<usize> = (0..16).collect();
    package.descriptor.combinations = vec![
        combination::declared("kombinationer", "borgere", &all),
        combination::declared("hospitalsfilter", "patienter", &filter::with_hospital()),
    ];
    Ok(package)
}

fn views() -> Vec<Ready> {
    [of_residents(), of_hospitals()]
        .into_iter()
        .flatten()
        .collect()
}

fn of_residents() -> Vec<Ready> {
    vec![
        ready(
            "1-kombinationer",
            ("Hvem møder hvad", "Who meets what"),
            (
                "Hvilke kombinationer af sektorer møder ældre borgere i hver region?",
                "Which combinations of sectors do old residents of each region meet?",
            ),
            shown(Pivot {
                shown: Shown::ColumnShare,
                ..kept(
                    kept(
                        pivot(
                            "kombinationer",
                            (&["combination"], &["region"]),
                            &["borgere"],
                        ),
                        "age",
                        &["65+"],
                    ),
                    "year",
                    &["2025"],
                )
            }),
        ),
        ready(
            "2-alle-fire",
            (
                "Borgere i alle fire sektorer",
                "Residents in all four sectors",
            ),
            (
                "I hvilke råd møder flest borgere alle fire sektorer?",
                "In which councils do most residents meet all four sectors?",
            ),
            ViewState {
                period: Some("2025".to_owned()),
                ..indicator("alle_fire", "sundhedsraad:10", "sundhedsraad")
            },
        ),
    ]
}

fn of_hospitals() -> Vec<Ready> {
    vec![
        ready(
            "3-hospitalets-patienter",
            ("Et hospitals patienter", "The patients of a hospital"),
            (
                "Hvor meget af kommunens og praksis' arbejde deler Sygehus Lillebælt patienter med?",
                "How much of the work of municipality and practice shares patients with Sygehus Lillebælt?",
            ),
            shown(kept(
                kept(
                    pivot(
                        "hospitalsfilter",
                        (&["sundhedsraad"], &["combination"]),
                        &["patienter"],
                    ),
                    "hospital",
                    &["SLB"],
                ),
                "year",
                &["2025"],
            )),
        ),
        ready(
            "4-flere-hospitaler",
            (
                "Patienter på flere hospitaler",
                "Patients of several hospitals",
            ),
            (
                "Hvorfor kan hospitalernes patienter ikke lægges sammen?",
                "Why can the patients of the hospitals not be summed?",
            ),
            shown(pivot(
                "hospitalsfilter",
                (&["hospital"], &["year"]),
                &["patienter"],
            )),
        ),
        ready(
            "5-overlap",
            ("Sektorernes overlap", "Overlap of the sectors"),
            (
                "Hvor mange borgere deler hospital, praksis, speciallæge og kommune?",
                "How many residents do hospital, practice, specialist and municipality share?",
            ),
            ViewState {
                view: ViewName::Across,
                ..ViewState::default()
            },
        ),
    ]
}
