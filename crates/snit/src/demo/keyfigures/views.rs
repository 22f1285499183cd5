//! The ready views of the key figures.

use protocol::state::{Heat, Pivot, ViewName, ViewState};

use crate::demo::ready::{Ready, indicator, kept, overview, pivot, ready, shown};

/// Ten views, each for a reader with a question.
pub(crate) fn all() -> Vec<Ready> {
    let mut all = [of_places(), of_quality(), of_comparisons(), of_tables()]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>();
    all.sort_by_key(|ready| ready.name);
    all
}

fn of_places() -> Vec<Ready> {
    vec![
        ready(
            "01-lillebaelt-mod-landet",
            ("Lillebælt mod landet", "Lillebælt against the country"),
            (
                "Hvor skiller Sundhedsråd Lillebælt sig ud fra landet?",
                "Where does Health council Lillebælt differ from the country?",
            ),
            overview("sundhedsraad:10"),
        ),
        ready(
            "02-forebyggelige-ophold",
            (
                "Forebyggelige ophold i de 17 råd",
                "Preventable stays in the 17 councils",
            ),
            (
                "Hvilke råd har færre forebyggelige ophold end landet, og bliver det bedre?",
                "Which councils have fewer preventable stays than the country, and is it improving?",
            ),
            indicator("forebyggelige_65", "sundhedsraad:10", "sundhedsraad"),
        ),
        ready(
            "03-akutte-i-kommunerne",
            (
                "Akutte indlæggelser i kommunerne",
                "Acute admissions in the municipalities",
            ),
            (
                "Indlægges flere akut på Læsø end i andre kommuner, eller er øen bare lille?",
                "Are more admitted on Læsø than in other municipalities, or is the island just small?",
            ),
            indicator("akutte_indlaeggelser", "kommune:0825", "kommune"),
        ),
    ]
}

fn of_quality() -> Vec<Ready> {
    vec![
        ready(
            "05-unge-i-psykiatrien",
            ("Unge i psykiatrien", "Young people in psychiatry"),
            (
                "Genindlægges flere unge i nogle råd, og hvor er tallene for små til at blive vist?",
                "Are more young people readmitted in some councils, and where are the numbers too small to show?",
            ),
            indicator(
                "psykiatriske_genindlaeggelser_unge",
                "sundhedsraad:10",
                "sundhedsraad",
            ),
        ),
        ready(
            "08-ventetid",
            ("Ventetid til operation", "Wait for surgery"),
            (
                "Hvem venter længst på en operation?",
                "Who waits longest for surgery?",
            ),
            indicator("ventetid_kirurgi", "sundhedsraad:9", "sundhedsraad"),
        ),
    ]
}

fn of_comparisons() -> Vec<Ready> {
    vec![
        ready(
            "09-akutte-uden-alder",
            (
                "Akutte indlæggelser, når alder og køn er ens",
                "Acute admissions at equal age and sex",
            ),
            (
                "Har Lillebælt flere akutte indlæggelser end lignende råd, også når alder og køn er ens?",
                "Has Lillebælt more acute admissions than similar councils, also at equal age and sex?",
            ),
            ViewState {
                against: Some("peers:raadstype".to_owned()),
                ..indicator(
                    "akutte_indlaeggelser_std",
                    "sundhedsraad:10",
                    "sundhedsraad",
                )
            },
        ),
        ready(
            "10-uden-for-tragten",
            (
                "Genindlæggelser uden for tragten",
                "Readmissions outside the funnel",
            ),
            (
                "Hvilke kommuner har flere genindlæggelser, end tilfældet kan forklare?",
                "Which municipalities have more readmissions than chance can explain?",
            ),
            ViewState {
                view: ViewName::Quality,
                ..indicator("genindlaeggelser", "kommune:0630", "kommune")
            },
        ),
    ]
}

fn of_tables() -> Vec<Ready> {
    vec![
        ready(
            "04-patienter-paa-tvaers",
            ("Ældre patienter efter sektor", "Old patients by sector"),
            (
                "Hvor mange ældre møder hver sektor, og hvor mange er de tilsammen?",
                "How many old people does each sector meet, and how many are they together?",
            ),
            shown(across_sectors()),
        ),
        ready(
            "06-udgifter",
            ("Udgifter efter sektor", "Expenses by sector"),
            (
                "Hvordan udvikler udgifterne sig i hver sektor?",
                "How do expenses develop in each sector?",
            ),
            shown(Pivot {
                heat: Heat::None,
                ..pivot("udgifter", (&["sector"], &["year"]), &["udgift"])
            }),
        ),
        ready(
            "07-personale",
            ("Personale efter faggruppe", "Personnel by profession"),
            (
                "Hvor mange årsværk har hver faggruppe i hvert råd?",
                "How many full-time equivalents has each profession in each council?",
            ),
            shown(kept(
                pivot(
                    "personale",
                    (&["sundhedsraad"], &["profession"]),
                    &["aarsvaerk"],
                ),
                "year",
                &["2025"],
            )),
        ),
    ]
}

fn across_sectors() -> Pivot {
    let levels: (&[&str], &[&str]) = (&["region", "sundhedsraad", "kommune"], &["sector"]);
    let pivot = pivot("paa_tvaers", levels, &["patienter", "kontakter"]);
    let pivot = kept(kept(pivot, "age", &["65+"]), "year", &["2025"]);
    let path = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
    Pivot {
        unfolded: [path(&["syddanmark"]), path(&["syddanmark", "10"])].into(),
        ..pivot
    }
}
