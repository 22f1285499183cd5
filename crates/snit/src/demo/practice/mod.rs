//! General practice: five chronic diseases, services month by month, and the practices themselves.

mod diseases;
mod services;
mod supply;

use package::Package;
use protocol::state::Pivot;
use table::{Table, Text};

use super::axes;
use super::describe::{self, Words};
use super::people::People;
use super::ready::{Ready, indicator, kept, overview, pivot, quality, ready, shown};
use super::scope::Scope;

/// The first of the years, among all.
const FIRST_YEAR: usize = 3;

const TOPICS: [(&str, &str, &str); 3] = [
    ("kronisk", "Kronisk sygdom", "Chronic disease"),
    ("ydelser", "Ydelser", "Services"),
    ("daekning", "Lægedækning", "Supply of doctors"),
];

/// The package for a seed.
pub(crate) fn package(seed: u64) -> anyhow::Result<Package> {
    let words = Words {
        name: "almen-praksis",
        title: Text::new("Almen praksis", "General practice"),
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
        diseases::table(seed, &scope)?,
        services::table(seed, &people)?,
        supply::table(seed, &scope)?,
        scope.population(Some(axes::sex_axis()))?,
    ])
}

/// Whether places differ by more than chance.
fn of_quality() -> Vec<Ready> {
    let view = ready(
        "7-aarskontrol",
        ("Årskontrol af diabetes", "Yearly check of diabetes"),
        (
            "I hvilke kommuner får færre med diabetes årskontrol, end tilfældighed forklarer?",
            "In which municipalities do fewer with diabetes have their yearly check than chance explains?",
        ),
        quality("kontrol_diabetes", None, "kommune"),
    );
    vec![view]
}

fn views() -> Vec<Ready> {
    [of_diseases(), of_practices(), of_quality()]
        .into_iter()
        .flatten()
        .collect()
}

fn of_diseases() -> Vec<Ready> {
    vec![
        ready(
            "1-diabetes",
            ("Diabetes i de 17 råd", "Diabetes in the 17 councils"),
            (
                "Hvor har flest borgere diabetes, og hvordan fordeler de sig på køn og alder?",
                "Where do most residents have diabetes, and how do they spread over sex and age?",
            ),
            indicator("diabetes", "sundhedsraad:12", "sundhedsraad"),
        ),
        ready(
            "6-diabetes-uden-alder",
            ("Diabetes, når alderen er ens", "Diabetes at equal age"),
            (
                "Har flere diabetes i Midt- og Vestsjælland, også når alderen er ens?",
                "Do more have diabetes in Midt- og Vestsjælland, also at equal age?",
            ),
            indicator("diabetes_std", "sundhedsraad:12", "sundhedsraad"),
        ),
        ready(
            "2-fem-sygdomme",
            ("Fem kroniske sygdomme", "Five chronic diseases"),
            (
                "Hvor mange over 65 år har hver af de fem sygdomme, og hvor mange har mindst én?",
                "How many over 65 have each of the five diseases, and how many have at least one?",
            ),
            shown(kept(
                kept(
                    pivot(
                        "diagnoser",
                        (&["sundhedsraad"], &["diagnose"]),
                        &["patienter"],
                    ),
                    "age",
                    &["65-79", "80+"],
                ),
                "year",
                &["2025"],
            )),
        ),
    ]
}

fn of_practices() -> Vec<Ready> {
    vec![
        ready(
            "3-ydelser",
            ("Ydelser måned for måned", "Services month by month"),
            (
                "Hvornår på året er der travlest, og vokser video fra år til år?",
                "When in the year is it busiest, and does video grow from year to year?",
            ),
            shown(by_month()),
        ),
        ready(
            "4-laegedaekning",
            (
                "Patienter pr. læge i kommunerne",
                "Patients per doctor in the municipalities",
            ),
            (
                "Hvilke kommuner har flest patienter pr. læge, og hvordan står Lolland?",
                "Which municipalities have most patients per doctor, and how does Lolland stand?",
            ),
            indicator("patienter_pr_laege", "kommune:0360", "kommune"),
        ),
        ready(
            "5-raadet-mod-landet",
            ("Rådet mod landet", "The council against the country"),
            (
                "Hvordan står Østsjælland og Øerne i kronisk sygdom, kontrol og lægedækning?",
                "How does Østsjælland og Øerne stand in chronic disease, checks and doctors?",
            ),
            overview("sundhedsraad:13"),
        ),
    ]
}

fn by_month() -> Pivot {
    Pivot {
        unfolded: [vec!["2025".to_owned()]].into(),
        ..pivot("ydelser", (&["year", "month"], &["ydelse"]), &["ydelser"])
    }
}
