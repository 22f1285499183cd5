//! Prescribing in the practices of a region against cluster, council, region and country.

mod groups;
mod practices;
mod prescribed;
mod quarters;

use package::Package;
use protocol::state::{Heat, Pivot, Sort, ViewState};
use table::{Table, Text};

use super::describe::{self, Words};
use super::people::People;
use super::ready::{
    Ready, indicator, judged, kept, overview, pivot, quality, ready, shown, with_study,
};

const TOPICS: [(&str, &str, &str); 2] = [
    ("patienter", "Andel af patienter", "Share of patients"),
    ("doser", "Døgndoser", "Daily doses"),
];

/// The practice that the views begin with.
const PRACTICE: &str = "praksis:Y461-003";

/// The package for a seed.
pub(crate) fn package(seed: u64) -> anyhow::Result<Package> {
    let words = Words {
        name: "ordiprax",
        title: Text::new(
            "Ordinationer i praksis (ordiprax)",
            "Prescribing in practice (ordiprax)",
        ),
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
    Ok(vec![
        prescribed::table(seed, &people)?,
        quarters::table(seed, &people)?,
    ])
}

/// Whether practices differ by more than chance.
fn of_quality() -> Vec<Ready> {
    let view = ready(
        "5-praksis-i-tragt",
        ("Praksis i tragt", "Practices in a funnel"),
        (
            "Giver min praksis flere patienter antibiotika, end tilfældighed forklarer, mod de andre i kommunen?",
            "Does my practice give more patients antibiotics than chance explains, against the others of the municipality?",
        ),
        ViewState {
            against: Some("kommune:0461".to_owned()),
            ..with_study(
                quality("antibiotika", Some(PRACTICE), "praksis"),
                "within",
                "kommune:0461",
            )
        },
    );
    vec![view]
}

fn views() -> Vec<Ready> {
    [of_practices(), of_drugs(), of_quality()]
        .into_iter()
        .flatten()
        .collect()
}

fn of_practices() -> Vec<Ready> {
    vec![
        ready(
            "1-min-praksis",
            (
                "En praksis mod sin klynge",
                "A practice against its cluster",
            ),
            (
                "Hvor ordinerer min praksis mere eller mindre end klyngen?",
                "Where does my practice prescribe more or less than the cluster?",
            ),
            ViewState {
                against: Some("klynge:K461-3".to_owned()),
                ..overview(PRACTICE)
            },
        ),
        ready(
            "2-antibiotika-i-klynger",
            ("Antibiotika i klyngerne", "Antibiotics in the clusters"),
            (
                "I hvilke klynger får flest patienter antibiotika?",
                "In which clusters do most patients have antibiotics?",
            ),
            indicator("antibiotika", PRACTICE, "klynge"),
        ),
    ]
}

fn of_drugs() -> Vec<Ready> {
    vec![
        ready(
            "3-praksis-i-kommunen",
            ("Opioider i hver praksis", "Opioids in each practice"),
            (
                "Hvilke klynger og praksis i Odense ordinerer flest opioider pr. patient?",
                "Which clusters and practices of Odense prescribe most opioids per patient?",
            ),
            shown(opioids()),
        ),
        ready(
            "4-antibiotika-og-vinter",
            ("Antibiotika og vinter", "Antibiotics and winter"),
            (
                "Hvor meget svinger antibiotika og astmamidler over året, og falder de?",
                "How much do antibiotics and drugs for asthma swing over the year, and do they fall?",
            ),
            shown(Pivot {
                heat: Heat::PerColumn,
                ..kept(
                    pivot("kvartaler", (&["quarter"], &["atc"]), &["ddd"]),
                    "atc",
                    &["J01", "R03"],
                )
            }),
        ),
    ]
}

fn opioids() -> Pivot {
    let levels: (&[&str], &[&str]) = (&["klynge", "praksis"], &[]);
    let pivot = pivot("ordination", levels, &["tilmeldte"]);
    let pivot = kept(kept(pivot, "year", &["2025"]), "kommune", &["0461"]);
    Pivot {
        unfolded: [vec!["K461-3".to_owned()]].into(),
        sort: Some(Sort {
            column: 1,
            direction: protocol::slice::Direction::Descending,
        }),
        ..judged(pivot, &["ddd_opioider", "opioider"])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_practices_of_the_funnel_are_held_against_the_municipality_that_the_question_names() {
        let state = of_quality().remove(0).state;
        let within = state.study.get("within").cloned();
        assert_eq!(within, state.against.map(|against| vec![against]));
    }
}
