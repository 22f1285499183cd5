//! Every operation against its naive twin, on random tables.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod plain;
mod same;

use engine::order::{Direction, sort, top};
use engine::{Cells, EngineError, Linked, Outcome, Query, Task};
use fixture::{naive, random};
use proptest::prelude::*;
use same::{check, divided, sealed, without_extremes};
use table::Table;

/// Numbers of groups for which slots follow from the key, are listed, and are hashed.
const GROUP_COUNTS: [usize; 4] = [0, 70_000, 1 << 20, 1 << 33];

/// The cells of one histogram when it is asked for by itself.
fn alone(table: &Table, query: &Query, position: usize) -> Cells {
    let key = &query.by[position];
    let others = query
        .select
        .iter()
        .filter(|selection| selection.column != key.column);
    let (by, select) = (vec![key.clone()], others.cloned().collect());
    engine::run(
        table,
        &Query {
            by,
            select,
            measures: query.measures.clone(),
            ..Query::default()
        },
    )
    .unwrap()
}

proptest! {
    #[test]
    fn a_query_answers_as_its_naive_twin(
        (table, query) in random::question(),
        group_count in prop::sample::select(&GROUP_COUNTS[..]),
    ) {
        let cells = engine::run(&table, &plain::query(&query, group_count)).unwrap();
        check(&cells, naive::run(&table, &query));
    }

    #[test]
    fn how_rows_are_cut_into_parts_changes_no_answer(
        (table, query) in random::question(),
        group_count in prop::sample::select(&GROUP_COUNTS[..]),
        cuts in prop::collection::vec(0..5000_usize, 0..4),
    ) {
        let cells = engine::run(&fixture::cut::at(&table, &cuts), &plain::query(&query, group_count)).unwrap();
        check(&cells, naive::run(&table, &query));
    }

    #[test]
    fn how_parts_are_divided_between_workers_changes_no_bit(
        (table, query) in random::question(),
        group_count in prop::sample::select(&GROUP_COUNTS[..]),
        cuts in prop::collection::vec(0..5000_usize, 1..4),
    ) {
        let asked = plain::query(&query, group_count);
        let whole = fixture::cut::at(&table, &cuts);
        let linked = Linked {
            keys: asked.by.clone(),
            select: asked.select.clone(),
            measure: asked.measures.first().copied(),
            active: asked.select.first().map(|selection| selection.column),
        };
        for task in [Task::Cells(asked), Task::Linked(linked)] {
            prop_assert_eq!(divided(&table, &task, &cuts), sealed(&whole, &task));
        }
    }

    #[test]
    fn a_cube_answers_every_later_selection_on_the_active_column(
        (table, mut query) in random::question(),
        later in prop::collection::vec(any::<bool>(), 300),
    ) {
        query.measures.truncate(1);
        let Some((active, allowed)) = query.select.first().cloned() else { return Ok(()) };
        let asked = plain::query(&query, 0);
        let linked = Linked {
            keys: asked.by.clone(),
            select: asked.select.clone(),
            measure: asked.measures.first().copied(),
            active: Some(active),
        };
        let Outcome::Linked(cube) = sealed(&table, &Task::Linked(linked)) else { unreachable!() };
        query.select.retain(|(column, _)| *column != active);
        for later in [&later[..allowed.len()], &vec![true; allowed.len()], &[]] {
            let mut under = query.clone();
            under.select.extend(later.contains(&false).then(|| (active, later.to_vec())));
            let (found, expected) = (cube.histograms(later).unwrap(), naive::histograms(&table, &under));
            prop_assert_eq!(found.len(), expected.len());
            for (cells, mut expected) in found.iter().zip(expected) {
                without_extremes(&mut expected);
                check(cells, expected);
            }
        }
    }

    #[test]
    fn damaged_bytes_are_an_error_and_never_a_panic(
        (table, query) in random::question(),
        at in any::<usize>(),
        flip in 1..=u8::MAX,
    ) {
        let outcome = sealed(&table, &Task::Cells(plain::query(&query, 0)));
        let bytes = outcome.to_bytes().unwrap();
        prop_assert_eq!(Outcome::from_bytes(&bytes[..at % bytes.len()]), Err(EngineError::NotAnOutcome));
        let mut flipped = bytes.clone();
        flipped[at % bytes.len()] ^= flip;
        let _ = Outcome::from_bytes(&flipped);
    }

    #[test]
    fn distinct_combinations_are_those_of_the_naive_twin((table, query) in random::question()) {
        let asked = plain::query(&query, 0);
        let found = engine::distinct(&table, &asked.by, &asked.select).unwrap();
        let expected: Vec<_> =
            naive::distinct(&table, &query.by, &query.select).into_iter().collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn histograms_are_those_of_the_naive_twin_and_of_queries(
        (table, mut query) in random::question(),
    ) {
        query.measures.truncate(1);
        let asked = plain::query(&query, 0);
        let measure = query.measures.first().copied();
        let found = engine::histograms(&table, asked.by.clone(), asked.select.clone(), measure).unwrap();
        let expected = naive::histograms(&table, &query);
        prop_assert_eq!(found.len(), expected.len());
        for (position, (cells, mut expected)) in found.iter().zip(expected).enumerate() {
            without_extremes(&mut expected);
            check(cells, expected);
            // Bit for bit: rows are added in the same order.
            prop_assert_eq!(cells, &alone(&table, &asked, position));
        }
    }

    #[test]
    fn positions_are_ordered_as_by_the_naive_twin(numbers in random::numbers(), n in 0..70_usize) {
        let ascending = naive::ascending(&numbers);
        let descending = naive::descending(&numbers);
        let first = |positions: &[usize]| positions.iter().copied().take(n).collect::<Vec<_>>();
        prop_assert_eq!(top(&numbers, n, Direction::Ascending), first(&ascending));
        prop_assert_eq!(top(&numbers, n, Direction::Descending), first(&descending));
        prop_assert_eq!(sort(&numbers, Direction::Ascending), ascending);
        prop_assert_eq!(sort(&numbers, Direction::Descending), descending);
    }
}
