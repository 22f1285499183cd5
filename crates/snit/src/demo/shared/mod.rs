//! Shared patients, for dialogue: whom two sectors see, how people move between sectors, and discharges to municipal care.

mod discharges;
mod flows;
mod patients;

use package::Package;
use protocol::state::{Heat, Pivot, Shown, ViewName, ViewState};
use table::{Table, Text};

use super::describe::{self, Words};
use super::people::People;
use super::ready::{Ready, indicator, judged, kept, pivot, quality, ready, shown, with_study};
use super::scope::Scope;

/// The first of the years, among all.
const FIRST_YEAR: usize = 4;
const TOPICS: [(&str, &str, &str); 2] = [
    ("faelles", "Fælles patienter", "Shared patients"),
    (
        "udskrivning",
        "Udskrivning til kommunen",
        "Discharge to the municipality",
    ),
];

/// The package for a seed.
pub(crate) fn package(seed: u64) -> anyhow::Result<Package> {
    let words = Words {
        name: "faelles-patienter",
        title: Text::new("Fælles patienter", "Shared patients"),
        topics: &TOPICS,
        indicators: include_str!("indicators.json"),
    };
    let declaration = (
        include_str!("declaration.da.md"),
        include_str!("declaration.en.md"),
    );
    let mut package = describe::package(&words, tables(seed)?, declaration, &views())?;
    package.descriptor.combinations = vec![patients::declared()];
    package.descriptor.flows = vec![flows::declared()];
    Ok(package)
}

fn tables(seed: u64) -> anyhow::Result<Vec<Table>> {
    let people = People::new(seed);
    let scope = Scope {
        people: &people,
        first_year: FIRST_YEAR,
    };
    Ok(vec![
        patients::table(seed, &scope)?,
        flows::table(seed, &people)?,
        discharges::table(seed, &people)?,
        scope.population(None)?,
    ])
}

/// Whether hospitals differ by more than chance.
fn of_quality() -> Vec<Ready> {
    let view = ready(
        "6-genindlagt-i-tragt",
        ("Genindlagt efter hospital", "Readmitted by hospital"),
        (
            "Fra hvilke hospitaler genindlægges flere, end tilfældighed forklarer?",
            "From which hospitals are more readmitted than chance explains?",
        ),
        with_study(
            quality("genindlagt", None, "sundhedsraad"),
            "over",
            "hospital",
        ),
    );
    vec![view]
}

fn views() -> Vec<Ready> {
    [of_residents(), of_movements(), of_quality()]
        .into_iter()
        .flatten()
        .collect()
}

fn of_residents() -> Vec<Ready> {
    vec![
        ready(
            "1-faelles-med-hvem",
            (
                "Hvem deler vi patienter med?",
                "Whom do we share patients with?",
            ),
            (
                "Hvilke målgrupper i hver kommune har både hospital, praksis og kommune?",
                "Which target groups of each municipality have hospital, practice and municipality?",
            ),
            shown(groups()),
        ),
        ready(
            "2-svaekkede-aeldre",
            (
                "Svækkede ældre, som alle tre ser",
                "Frail old people whom all three see",
            ),
            (
                "I hvilke råd er der flest svækkede ældre at tale sammen om?",
                "In which councils are there most frail old people to talk about?",
            ),
            indicator("svaekkede_alle_tre", "sundhedsraad:10", "sundhedsraad"),
        ),
    ]
}

fn of_movements() -> Vec<Ready> {
    vec![
        ready(
            "3-vej-mellem-sektorer",
            ("Vejen mellem sektorerne", "The way between sectors"),
            (
                "Hvor er borgerne året efter, at de mødte hospitalet, men ikke kommunen?",
                "Where are people the year after they met the hospital but not the municipality?",
            ),
            shown(Pivot {
                shown: Shown::RowShare,
                heat: Heat::None,
                ..kept(
                    pivot("stroemme", (&["fra"], &["til"]), &["borgere"]),
                    "year",
                    &["2025"],
                )
            }),
        ),
        ready(
            "4-varslet-i-tide",
            (
                "Udskrivninger varslet i tide",
                "Discharges announced in time",
            ),
            (
                "Hvilke hospitaler varsler kommunerne i tide, og hvor genindlægges færrest?",
                "Which hospitals tell municipalities in time, and where are fewest readmitted?",
            ),
            shown(hospitals()),
        ),
        ready(
            "5-overlap-og-vej",
            (
                "Fælles patienter og deres vej",
                "Shared patients and their way",
            ),
            (
                "Hvor mange ser to sektorer sammen, og hvor går borgerne hen året efter?",
                "How many do two sectors see together, and where do people go the year after?",
            ),
            ViewState {
                view: ViewName::Across,
                ..ViewState::default()
            },
        ),
    ]
}

fn groups() -> Pivot {
    let levels: (&[&str], &[&str]) = (&["sundhedsraad", "kommune"], &["maalgruppe"]);
    let pivot = kept(pivot("faelles", levels, &["patienter"]), "year", &["2025"]);
    Pivot {
        unfolded: [vec!["10".to_owned()]].into(),
        ..kept(pivot, "kombination", &["HAK"])
    }
}

fn hospitals() -> Pivot {
    let pivot = pivot("udskrivninger", (&["hospital"], &[]), &["udskrivninger"]);
    judged(
        kept(pivot, "year", &["2025"]),
        &["varslet_i_tide", "genindlagt"],
    )
}
