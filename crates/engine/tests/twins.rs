//! Every operation against its naive twin, on random tables.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod plain;

use engine::order::{Direction, sort, top};
use engine::{Cells, Query};
use fixture::{naive, random};
use proptest::prelude::*;
use table::Table;

/// Numbers of groups for which slots follow from the key, are listed, and are hashed.
const GROUP_COUNTS: [usize; 4] = [0, 70_000, 1 << 20, 1 << 33];

/// The keys ascend, and all statistics are those of the naive twin; float sums as far as two ways of adding agree.
fn check(cells: &Cells, mut expected: naive::Answer) {
    let measure_count = expected
        .cells
        .values()
        .next()
        .map_or(0, |cell| cell.measures.len());
    let mut found = plain::answer(cells, measure_count);
    assert!((1..cells.len()).all(|group| cells.key(group - 1) < cells.key(group)));
    for (key, cell) in &mut found.cells {
        let Some(twin) = expected.cells.get_mut(key) else {
            continue;
        };
        for (measure, twin) in cell.measures.iter_mut().zip(&mut twin.measures) {
            assert!((measure.sum - twin.sum).abs() <= twin.size * 1e-11);
            (measure.sum, twin.sum, twin.size) = (0.0, 0.0, 0.0);
        }
    }
    assert_eq!(found, expected);
}

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
        let found = engine::histograms(&table, &asked.by, &asked.select, measure).unwrap();
        let expected = naive::histograms(&table, &query);
        prop_assert_eq!(found.len(), expected.len());
        for (position, (cells, expected)) in found.iter().zip(expected).enumerate() {
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
