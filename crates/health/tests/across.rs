//! Overlaps from exclusive combinations against the same question put to the table: the sum of all that hold both sectors.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use health::across::{Combinations, Exclusive, Sector, overlap};
use health::{Dataset, Figure, Question, Wanted};
use proptest::prelude::*;

const SECTORS: [&str; 3] = ["H", "A", "K"];

/// A combination by its bits, such as `HK` for 5; `0` for none.
fn code(set: usize) -> String {
    let met = SECTORS
        .iter()
        .enumerate()
        .filter(|(at, _)| set >> at & 1 == 1);
    let code: String = met.map(|(_, id)| *id).collect();
    if code.is_empty() {
        "0".to_owned()
    } else {
        code
    }
}

fn declared() -> Combinations {
    let sector = |id: &str| Sector {
        id: id.to_owned(),
        ..Sector::default()
    };
    let members = (0..8).map(|set| {
        let met = SECTORS
            .iter()
            .enumerate()
            .filter(|(at, _)| set >> at & 1 == 1);
        (code(set), met.map(|(_, id)| (*id).to_owned()).collect())
    });
    Combinations {
        table: "t".to_owned(),
        level: "k".to_owned(),
        measure: "n".to_owned(),
        sectors: SECTORS.map(sector).to_vec(),
        members: members.collect(),
    }
}

fn question(by: &[&str], kept: Vec<String>) -> Question {
    let keep = [("k".to_owned(), kept)];
    Question {
        table: Some("t".to_owned()),
        by: by.iter().map(|level| (*level).to_owned()).collect(),
        keep: keep
            .into_iter()
            .filter(|(_, kept)| !kept.is_empty())
            .collect(),
        wanted: vec![Wanted::Rolled("n".to_owned())],
    }
}

/// What the table answers to a question for one figure; not applicable where it has no such rows.
fn asked(dataset: &Dataset, kept: Vec<String>) -> Figure {
    if kept.is_empty() {
        return Figure::NotApplicable;
    }
    let published = dataset.ask(&question(&[], kept)).unwrap();
    let figure = published.rows().next().map(|(_, cells)| cells[0].figure);
    figure.unwrap_or(Figure::NotApplicable)
}

proptest! {
    #[test]
    fn overlaps_are_what_the_table_answers_for_all_combinations_that_hold_both(
        cells in prop::collection::vec(prop_oneof![3 => (0..50_u32).prop_map(|count| count.to_string()), 1 => Just("h".to_owned()), 1 => Just("m".to_owned())], 8),
        there in prop::collection::vec(prop::bool::weighted(0.9), 8),
    ) {
        let sets: Vec<usize> = (0..8).filter(|set| there[*set]).collect();
        prop_assume!(!sets.is_empty());
        let rows: Vec<String> = sets.iter().map(|set| format!("{} {}", code(*set), cells[*set])).collect();
        let table = fixture::text::named("t", &format!("k:sector n\n{}", rows.join("\n")));
        let dataset = Dataset::bind(vec![table], vec![], vec![]).unwrap();
        let published = dataset.ask(&question(&["k"], vec![])).unwrap();
        let declared = declared();
        let exclusive: Vec<Exclusive> = published
            .rows()
            .map(|(members, cells)| Exclusive { set: declared.set(&members[0].code).unwrap(), people: cells[0].figure })
            .collect();
        let found = overlap(&exclusive, 3);
        for (one, counts) in found.sectors.iter().enumerate() {
            let holding = |other: usize| -> Vec<String> {
                let both = sets.iter().filter(|set| *set >> one & 1 == 1 && *set >> other & 1 == 1);
                both.map(|set| code(*set)).collect()
            };
            prop_assert_eq!(counts.at_all, asked(&dataset, holding(one)));
            for (other, figure) in counts.with.iter().enumerate() {
                prop_assert_eq!(*figure, asked(&dataset, holding(other)));
            }
        }
    }
}
