//! The ready views of municipal care.

use protocol::slice::Direction;
use protocol::state::{Pivot, Sort};

use crate::demo::ready::{Ready, indicator, judged, kept, overview, pivot, ready, shown};

/// Four views, each for a reader with a question.
pub(super) fn all() -> Vec<Ready> {
    vec![
        ready(
            "1-plejehjem-i-raadet",
            ("Plejehjem i hvert råd", "Nursing homes of each council"),
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
                "Kommunens pleje mod landet",
                "Care of a municipality against the country",
            ),
            (
                "Hvor skiller Sønderborgs pleje sig ud fra landet?",
                "Where does care in Sønderborg differ from the country?",
            ),
            overview("kommune:0540"),
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
    ]
}

fn homes() -> Pivot {
    let levels: (&[&str], &[&str]) = (&["sundhedsraad", "kommune", "plejehjem"], &[]);
    let pivot = kept(pivot("plejehjem", levels, &["beboere"]), "year", &["2025"]);
    let path = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
    Pivot {
        sort: Some(Sort {
            column: 1,
            direction: Direction::Descending,
        }),
        unfolded: [path(&["10"]), path(&["10", "0630"])].into(),
        ..judged(pivot, &["indlaeggelser_beboere"])
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
