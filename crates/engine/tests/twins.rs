//! Every operation against its naive twin, on random tables.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use engine::{Cells, Groups, Key, Query, Selection, Sum};
use fixture::naive;
use fixture::random::{Case, case};
use proptest::prelude::*;

fn keys(by: &[naive::Key]) -> Vec<Key> {
    let key = |(column, of): &naive::Key| {
        let each_its_own = of
            .iter()
            .enumerate()
            .all(|(index, group)| *group == u32::try_from(index).ok());
        let count = of.iter().flatten().max().map_or(0, |max| *max as usize + 1);
        let groups = if each_its_own {
            Groups::Members
        } else {
            Groups::Map {
                of: of.clone(),
                count,
            }
        };
        Key {
            column: *column,
            groups,
        }
    };
    by.iter().map(key).collect()
}

fn selections(select: &[naive::Selection]) -> Vec<Selection> {
    let selection = |(column, allowed): &naive::Selection| Selection {
        column: *column,
        allowed: allowed.clone(),
    };
    select.iter().map(selection).collect()
}

/// The engine's cells say what the naive groups say; float sums within what compensation differs from plain adding.
fn check(cells: &Cells, expected: &naive::Groups) {
    let found: Vec<&[u32]> = (0..cells.len()).map(|group| cells.key(group)).collect();
    assert_eq!(
        found,
        expected.keys().map(Vec::as_slice).collect::<Vec<_>>()
    );
    for (group, (row_count, naive)) in expected.values().enumerate() {
        assert_eq!(cells.row_count(group), *row_count);
        for (position, cell) in naive.iter().enumerate() {
            let measure = cells.measure(position);
            match measure.sum[group] {
                Sum::Exact { units, .. } => assert_eq!(units, cell.units),
                Sum::Float(sum) => {
                    assert!((sum - cell.float).abs() <= 1e-6 * 1e6_f64.max(sum.abs()))
                }
            }
            let counts = [
                &measure.count,
                &measure.hidden,
                &measure.missing,
                &measure.not_applicable,
            ];
            assert_eq!(counts.map(|counts| counts[group]), cell.counts);
            assert_eq!(
                (measure.min[group], measure.max[group]),
                (cell.min, cell.max)
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_query_says_what_its_naive_twin_says(Case { table, by, select, measures } in case()) {
        let query = Query { by: keys(&by), select: selections(&select), measures: measures.clone() };
        let cells = engine::run(&table, &query).unwrap();
        check(&cells, &naive::run(&table, &by, &select, &measures));
    }

    #[test]
    fn distinct_combinations_are_those_of_the_naive_twin(Case { table, by, select, .. } in case()) {
        let found = engine::distinct(&table, &keys(&by), &selections(&select)).unwrap();
        let expected: Vec<_> = naive::distinct(&table, &by, &select).into_iter().collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn histograms_say_what_their_naive_twin_says(Case { table, by, select, measures } in case()) {
        let measure: Vec<usize> = measures.into_iter().take(1).collect();
        let found =
            engine::histograms(&table, &keys(&by), &selections(&select), measure.first().copied());
        let expected = naive::histograms(&table, &by, &select, &measure);
        for (cells, expected) in found.unwrap().iter().zip(&expected) {
            check(cells, expected);
        }
    }

    #[test]
    fn the_top_is_the_start_of_a_full_sort(
        numbers in prop::collection::vec(prop::option::of(-5_i32..5), 0..60), n in 0_usize..70,
    ) {
        let numbers: Vec<Option<f64>> = numbers.into_iter().map(|n| n.map(f64::from)).collect();
        let mut sorted: Vec<usize> = (0..numbers.len()).collect();
        sorted.sort_by(|&a, &b| match (numbers[a], numbers[b]) {
            (Some(a), Some(b)) => b.total_cmp(&a),
            (a, b) => b.is_some().cmp(&a.is_some()),
        });
        sorted.truncate(n);
        prop_assert_eq!(engine::order::top(&numbers, n, engine::order::Direction::Descending), sorted);
    }
}

#[test]
fn a_caller_can_break_off() {
    let table = fixture::text::table("t", "d:other n\n a 1\n b 2");
    let query = Query {
        measures: vec![0],
        ..Query::default()
    };
    let stopped = engine::run_with(&table, &query, &mut |_| std::ops::ControlFlow::Break(()));
    assert_eq!(stopped, Err(engine::EngineError::Interrupted));
    assert!(engine::run(&table, &query).is_ok());
}

#[test]
fn a_column_that_does_not_exist_is_an_error() {
    let table = fixture::text::table("t", "d:other n\n a 1");
    let query = Query {
        measures: vec![3],
        ..Query::default()
    };
    assert_eq!(
        engine::run(&table, &query),
        Err(engine::EngineError::UnknownColumn { index: 3 })
    );
}
