//! Pathways across sectors: how far people get, how long they wait, and where they go next.

mod contacts;
mod steps;
mod waiting;

use package::Package;
use protocol::state::{Heat, Pivot, Shown, ViewState};
use table::{Role, Table, Text};

use super::cube::Axis;
use super::describe::{self, Words};
use super::people::People;
use super::ready::{Ready, indicator, kept, pivot, quality, ready, shown};
use super::scope::{ByGroup, Scope};

/// The first of the years, among all.
const FIRST_YEAR: usize = 3;
const TOPICS: [(&str, &str, &str); 2] = [
    ("trin", "Hvor langt borgerne når", "How far people get"),
    ("ventetid", "Ventetid undervejs", "Waiting on the way"),
];
const PATHWAYS: [(&str, &str, &str); 6] = [
    ("kol", "KOL", "COPD"),
    ("diabetes", "Type 2-diabetes", "Type 2 diabetes"),
    ("hjertesvigt", "Hjertesvigt", "Heart failure"),
    ("hoftebrud", "Hoftebrud", "Hip fracture"),
    ("apopleksi", "Apopleksi", "Stroke"),
    ("depression", "Depression", "Depression"),
];
/// Steps in their order.
const STEPS: [(&str, &str, &str); 5] = [
    ("1", "Henvist", "Referred"),
    ("2", "Udredt", "Worked up"),
    ("3", "Behandlet", "Treated"),
    ("4", "Rehabilitering", "Rehabilitation"),
    ("5", "Fulgt op", "Followed up"),
];
/// Pathways begun of a resident in a year, by group of age.
const BEGUN: [ByGroup; 6] = [
    [0.0, 0.0011, 0.0062, 0.0075],
    [0.0002, 0.0042, 0.0125, 0.0090],
    [0.0, 0.0005, 0.0042, 0.0125],
    [0.0, 0.0001, 0.0022, 0.0135],
    [0.0, 0.0009, 0.0052, 0.0115],
    [0.0016, 0.0072, 0.0028, 0.0024],
];
/// Share that takes each step of those who took the one before.
const TAKEN: [[f64; 4]; 6] = [
    [0.93, 0.91, 0.46, 0.81],
    [0.97, 0.95, 0.52, 0.86],
    [0.94, 0.93, 0.49, 0.78],
    [0.99, 0.98, 0.83, 0.71],
    [0.98, 0.95, 0.69, 0.77],
    [0.88, 0.79, 0.31, 0.64],
];

/// The package for a seed.
pub(crate) fn package(seed: u64) -> anyhow::Result<Package> {
    let words = Words {
        name: "forloeb",
        title: Text::new("Forløb på tværs", "Pathways across sectors"),
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
    let reached = steps::Reached::draw(seed, &scope);
    Ok(vec![
        reached.table()?,
        reached.begun()?,
        waiting::table(seed, &scope, &reached)?,
        contacts::table(seed, &people)?,
        scope.population(None)?,
    ])
}

/// The axis of pathways without all of them together.
fn pathway_axis() -> Axis {
    let axis = Axis::new("forloeb", Text::new("Forløb", "Pathway"), Role::Diagnosis);
    PATHWAYS.iter().fold(axis, |axis, (code, danish, english)| {
        axis.with_part(code, Text::new(danish, english))
    })
}

/// Whether places differ by more than chance.
fn of_quality() -> Vec<Ready> {
    let view = ready(
        "5-rehabilitering-i-tragt",
        (
            "Rehabilitering efter apopleksi",
            "Rehabilitation after stroke",
        ),
        (
            "I hvilke råd når færre til rehabilitering efter apopleksi, end tilfældighed forklarer?",
            "In which councils do fewer reach rehabilitation after stroke than chance explains?",
        ),
        quality("apopleksi_rehabilitering", None, "sundhedsraad"),
    );
    vec![view]
}

fn views() -> Vec<Ready> {
    [of_steps(), of_waits_and_contacts(), of_quality()]
        .into_iter()
        .flatten()
        .collect()
}

fn of_steps() -> Vec<Ready> {
    vec![
        ready(
            "1-hvor-slipper-vi",
            ("Hvor slipper vi borgerne?", "Where do we lose people?"),
            (
                "Ved hvilket trin standser forløbene i hver sygdom?",
                "At which step do the pathways of each disease stop?",
            ),
            shown(Pivot {
                shown: Shown::RowShare,
                heat: Heat::None,
                ..kept(
                    pivot("trin", (&["forloeb"], &["sidste_trin"]), &["borgere"]),
                    "year",
                    &["2025"],
                )
            }),
        ),
        ready(
            "2-rehabilitering",
            (
                "Rehabilitering efter apopleksi",
                "Rehabilitation after stroke",
            ),
            (
                "I hvilke råd når flest med apopleksi til rehabilitering?",
                "In which councils do most people with a stroke reach rehabilitation?",
            ),
            ViewState {
                // Pathways begun in 2025 have not come to their end.
                period: Some("2024".to_owned()),
                ..indicator("apopleksi_rehabilitering", "sundhedsraad:2", "sundhedsraad")
            },
        ),
    ]
}

fn of_waits_and_contacts() -> Vec<Ready> {
    vec![
        ready(
            "3-ventetid-undervejs",
            ("Ventetid mellem trin", "Waiting between steps"),
            (
                "Hvor i forløbet venter borgerne længst, og i hvilken region?",
                "Where on the way do people wait longest, and in which region?",
            ),
            shown(waits()),
        ),
        ready(
            "4-fra-sektor-til-sektor",
            ("Fra sektor til sektor", "From sector to sector"),
            (
                "Hvem tager over, når hospitalet slipper en borger med KOL?",
                "Who takes over when the hospital lets go of a person with COPD?",
            ),
            shown(next()),
        ),
    ]
}

fn waits() -> Pivot {
    let pivot = pivot(
        "ventetid",
        (&["forloeb", "overgang"], &["region"]),
        &["ventedage"],
    );
    let pivot = kept(pivot, "year", &["2025"]);
    Pivot {
        unfolded: [vec!["hoftebrud".to_owned()]].into(),
        ..pivot
    }
}

fn next() -> Pivot {
    let pivot = pivot("naeste_kontakt", (&["fra"], &["til"]), &["kontakter"]);
    kept(kept(pivot, "forloeb", &["kol"]), "year", &["2025"])
}
