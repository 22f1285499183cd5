//! Specialist practice: patients and contacts by specialty, waiting times, and how complete the reports are.

mod contacts;
mod reports;
mod waiting;

use package::Package;
use protocol::state::Pivot;
use table::{Role, Table, Text};

use super::axes;
use super::cube::Axis;
use super::describe::{self, Words};
use super::people::People;
use super::ready::{Ready, indicator, judged, kept, pivot, quality, ready, shown};
use super::scope::Scope;

/// The first of the years, among all.
const FIRST_YEAR: usize = 3;
const TOPICS: [(&str, &str, &str); 3] = [
    (
        "kontakter",
        "Patienter og kontakter",
        "Patients and contacts",
    ),
    ("ventetid", "Ventetid", "Waiting times"),
    ("indberetning", "Indberetning", "Reports"),
];
const SPECIALTIES: [(&str, &str, &str); 10] = [
    ("oejen", "Øjenlæge", "Ophthalmology"),
    ("oere", "Øre-næse-halslæge", "Ear, nose and throat"),
    ("hud", "Hudlæge", "Dermatology"),
    ("gynaekologi", "Gynækolog", "Gynaecology"),
    ("psykiatri", "Psykiater", "Psychiatry"),
    (
        "boernepsykiatri",
        "Børne- og ungdomspsykiater",
        "Child psychiatry",
    ),
    ("kirurgi", "Kirurg", "Surgery"),
    ("ortopaedi", "Ortopædkirurg", "Orthopaedic surgery"),
    ("reumatologi", "Reumatolog", "Rheumatology"),
    ("neurologi", "Neurolog", "Neurology"),
];

/// The package for a seed.
pub(crate) fn package(seed: u64) -> anyhow::Result<Package> {
    let words = Words {
        name: "speciallaegepraksis",
        title: Text::new("Speciallægepraksis", "Specialist practice"),
        topics: &TOPICS,
        indicators: include_str!("indicators.json"),
    };
    let declaration = (
        include_str!("declaration.da.md"),
        include_str!("declaration.en.md"),
    );
    describe::package(&words, tables(seed)?, declaration, &views())
}

fn tables(seed: u64) -> anyhow::Result<Vec<Table>> {
    let people = People::new(seed);
    let scope = Scope {
        people: &people,
        first_year: FIRST_YEAR,
    };
    Ok(vec![
        contacts::table(seed, &scope)?,
        waiting::table(seed)?,
        reports::table(seed, &scope)?,
        scope.population(None)?,
    ])
}

fn specialty_axis() -> Axis {
    axes::total_axis(
        axes::dimension("speciale", ("Speciale", "Specialty"), Role::Organisation),
        ("IALT", Text::new("Alle specialer", "All specialties")),
        &SPECIALTIES,
    )
}

/// Whether places differ by more than chance.
fn of_quality() -> Vec<Ready> {
    let view = ready(
        "6-psykiater",
        ("Patienter hos psykiater", "Patients of psychiatrists"),
        (
            "Hvor går flere eller færre til psykiater, end tilfældighed forklarer?",
            "Where do more or fewer see a psychiatrist than chance explains?",
        ),
        quality("psykiater", None, "kommune"),
    );
    vec![view]
}

fn views() -> Vec<Ready> {
    [of_patients(), of_practices(), of_quality()]
        .into_iter()
        .flatten()
        .collect()
}

fn of_patients() -> Vec<Ready> {
    vec![
        ready(
            "1-brug-af-speciallaeger",
            ("Brug af speciallæger", "Use of specialists"),
            (
                "Bruger borgerne speciallæger lige meget i alle råd?",
                "Do residents use specialists as much in all councils?",
            ),
            indicator("andel_med_kontakt", "sundhedsraad:1", "sundhedsraad"),
        ),
        ready(
            "2-specialer",
            ("Patienter efter speciale", "Patients by specialty"),
            (
                "Hvor mange fra rådets kommuner ser hvert speciale, og hvilket bruges mindst?",
                "How many of the council's municipalities see each specialty, and which least?",
            ),
            shown(Pivot {
                unfolded: [vec!["1".to_owned()]].into(),
                ..kept(
                    pivot(
                        "kontakter",
                        (&["sundhedsraad", "kommune"], &["speciale"]),
                        &["patienter"],
                    ),
                    "year",
                    &["2025"],
                )
            }),
        ),
        ready(
            "5-uden-alder",
            (
                "Speciallæger, når alderen er ens",
                "Specialists at equal age",
            ),
            (
                "Bruger borgerne i Vendsyssel speciallæger mere, også når alderen er ens?",
                "Do residents of Vendsyssel use specialists more, also at equal age?",
            ),
            indicator("andel_med_kontakt_std", "sundhedsraad:1", "sundhedsraad"),
        ),
    ]
}

fn of_practices() -> Vec<Ready> {
    vec![
        ready(
            "3-ventetid",
            ("Ventetid i specialerne", "Waiting by specialty"),
            (
                "Hvor mange dage venter nye patienter i hvert speciale, og bliver det bedre?",
                "How many days do new patients wait in each specialty, and does it get better?",
            ),
            shown(Pivot {
                unfolded: [vec!["psykiatri".to_owned()]].into(),
                ..pivot(
                    "ventetid",
                    (&["speciale", "region"], &["year"]),
                    &["ventedage"],
                )
            }),
        ),
        ready(
            "4-fuldstaendighed",
            (
                "Hvor fuldstændig er indberetningen?",
                "How complete are the reports?",
            ),
            (
                "Kan tallene for hvert speciale bruges, eller mangler der indberetninger?",
                "Can the numbers of each specialty be used, or are reports missing?",
            ),
            shown(judged(
                pivot("indberetning", (&["speciale"], &["year"]), &[]),
                &["fuldstaendighed"],
            )),
        ),
    ]
}
