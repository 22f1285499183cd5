//! The ready views of the key figures.

use protocol::state::{Heat, Pivot};

use crate::demo::ready::{Ready, indicator, kept, overview, pivot, ready, shown};

/// Eight views, each for a reader with a question.
pub(crate) fn all() -> Vec<Ready> {
    let mut all = [of_places(), of_tables()]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>();
    all.sort_by_key(|ready| ready.name);
    all
}

fn of_places() -> Vec<Ready> {
    vec![
        ready(
            "1-lillebaelt-mod-landet",
            ("Lillebælt mod landet", "Lillebælt against the country"),
            (
                "Hvor skiller Sundhedsråd Lillebælt sig ud fra landet?",
                "Where does Health council Lillebælt differ from the country?",
            ),
            overview("sundhedsraad:10"),
        ),
        ready(
            "2-forebyggelige-ophold",
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
            "3-akutte-i-kommunerne",
            (
                "Akutte indlæggelser i kommunerne",
                "Acute admissions in the municipalities",
            ),
            (
                "Hvilke kommuner i Nordjylland har flest akutte indlæggelser?",
                "Which municipalities in Nordjylland have most acute admissions?",
            ),
            indicator("akutte_indlaeggelser", "region:nordjylland", "kommune"),
        ),
        ready(
            "5-unge-i-psykiatrien",
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
            "8-ventetid",
            ("Ventetid til operation", "Wait for surgery"),
            (
                "Hvem venter længst på en operation?",
                "Who waits longest for surgery?",
            ),
            indicator("ventetid_kirurgi", "sundhedsraad:9", "sundhedsraad"),
        ),
    ]
}

fn of_tables() -> Vec<Ready> {
    vec![
        ready(
            "4-patienter-paa-tvaers",
            ("Ældre patienter efter sektor", "Old patients by sector"),
            (
                "Hvor mange ældre møder hver sektor, og hvor mange er de tilsammen?",
                "How many old people does each sector meet, and how many are they together?",
            ),
            shown(across_sectors()),
        ),
        ready(
            "6-udgifter",
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
            "7-personale",
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
