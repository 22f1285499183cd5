//! The ready views of municipal care.

use protocol::slice::Direction;
use protocol::state::{Pivot, Sort, ViewName, ViewState};

use crate::demo::ready::{
    Ready, indicator, judged, kept, overview, pivot, quality, ready, shown, with_study,
};

/// The code of the health council that the views begin with.
const LILLEBAELT: &str = "10";

/// Five views, each for a reader with a question.
pub(super) fn all() -> Vec<Ready> {
    vec![
        ready(
            "1-plejehjem-i-raadet",
            ("Plejehjem i et råd", "Nursing homes of a council"),
            (
                "Hvilke plejehjem i Sundhedsråd Lillebælt har flest akutte indlæggelser pr. beboer?",
                "Which nursing homes of Health council Lillebælt have most acute admissions per resident?",
            ),
            shown(homes()),
        ),
        ready(
            "2-akutte-indlaeggelser",
            (
                "Akutte indlæggelser fra plejehjem",
                "Acute admissions from nursing homes",
            ),
            (
                "I hvilke råd indlægges plejehjemsbeboere oftest akut, og er forskellen mere end tilfældig?",
                "In which councils are residents of nursing homes admitted most often, and is the difference more than chance?",
            ),
            indicator("indlaeggelser_beboere", "sundhedsraad:10", "sundhedsraad"),
        ),
        ready(
            "3-kommunens-pleje",
            (
                "Kommunens pleje mod lignende kommuner",
                "Care of a municipality against similar ones",
            ),
            (
                "Hvor skiller Sønderborgs pleje sig ud fra lignende kommuner?",
                "Where does care in Sønderborg differ from similar municipalities?",
            ),
            ViewState {
                against: Some("peers:kommunetype".to_owned()),
                ..overview("kommune:0540")
            },
        ),
        ready(
            "4-har-ikke-indberettet",
            ("Hvem har indberettet", "Who has reported"),
            (
                "Hvilke kommuner i Sønderjylland mangler, og hvad betyder det for rådets tal?",
                "Which municipalities of Sønderjylland are missing, and what does it mean for the council?",
            ),
            shown(reported()),
        ),
        ready(
            "5-plejehjem-i-tragt",
            ("Plejehjem i tragt", "Nursing homes in a funnel"),
            (
                "Hvilke plejehjem i Sundhedsråd Lillebælt har flere akutte indlæggelser, end tilfældighed forklarer?",
                "Which nursing homes of Health council Lillebælt have more acute admissions than chance explains?",
            ),
            with_study(
                quality("indlaeggelser_beboere", None, "plejehjem"),
                "within",
                "sundhedsraad:10",
            ),
        ),
    ]
}

/// The same, and what is new since the edition before.
pub(super) fn of_later_edition() -> Vec<Ready> {
    let mut all = all();
    all.push(ready(
        "6-siden-sidste-udgave",
        ("Siden sidste udgave", "Since the last edition"),
        (
            "Hvad er revideret, og hvilke plejehjem er kommet til eller lukket?",
            "What is revised, and which nursing homes have come or closed?",
        ),
        ViewState {
            view: ViewName::Editions,
            ..ViewState::default()
        },
    ));
    all
}

fn homes() -> Pivot {
    let levels: (&[&str], &[&str]) = (&["sundhedsraad", "plejehjem"], &[]);
    let pivot = kept(pivot("plejehjem", levels, &["beboere"]), "year", &["2025"]);
    let pivot = kept(pivot, "sundhedsraad", &[LILLEBAELT]);
    Pivot {
        sort: Some(Sort {
            column: 1,
            direction: Direction::Descending,
        }),
        unfolded: [vec![LILLEBAELT.to_owned()]].into(),
        ..judged(
            pivot,
            &["indlaeggelser_beboere", "fald", "aarsvaerk_pr_beboer"],
        )
    }
}

fn reported() -> Pivot {
    let levels: (&[&str], &[&str]) = (&["sundhedsraad", "kommune"], &["year"]);
    let pivot = pivot("indsatser", levels, &["modtagere"]);
    let pivot = kept(kept(pivot, "indsats", &["G1"]), "sundhedsraad", &["9"]);
    Pivot {
        unfolded: [vec!["9".to_owned()]].into(),
        ..pivot
    }
}
