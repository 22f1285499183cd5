//! Small tables as text, and what is expected of them.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod plain;

use std::ops::ControlFlow;

use engine::{EngineError, Groups, Key, Query, Selection};
use fixture::{naive, text};

const VISITS: &str = "
    place:geography  year:time  visits  cost
    odense           2024       12      1.5
    odense           2025       h       2.5
    aarhus           2024       -       .
    aarhus           2024       -3      m
    ?                2024       7       1
    nyborg           ?          7       1";

fn members(column: usize) -> naive::Key {
    naive::Key { column, map: None }
}

/// The cells of a query, written as text; how far words are apart does not matter.
fn check(table: &str, query: &naive::Query, expected: &str) {
    let cells = engine::run(&text::table(table), &plain::query(query, 0)).unwrap();
    let found = text::cells(&plain::answer(&cells, query.measures.len()));
    assert_eq!(words(&found), words(expected));
}

fn words(text: &str) -> Vec<Vec<&str>> {
    let lines = text
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>());
    lines.filter(|words| !words.is_empty()).collect()
}

#[test]
fn statuses_are_counted_and_numbers_summed_by_group() {
    let query = naive::Query {
        by: vec![members(0)],
        select: vec![],
        measures: vec![0, 1],
    };
    let expected = "
        #0  2  12  n1  h1  m0  a0  12..12      4  n2  h0  m0  a0  1.5..2.5
        #1  2  -3  n2  h0  m0  a0  -3..0       0  n0  h0  m1  a1  none..none
        #2  1  7   n1  h0  m0  a0  7..7        1  n1  h0  m0  a0  1..1
        1 ungrouped";
    check(VISITS, &query, expected);
}

#[test]
fn members_of_a_coarser_group_are_summed_together() {
    let map = Some(vec![Some(1), Some(1), None]);
    let by = vec![members(1), naive::Key { column: 0, map }];
    let query = naive::Query {
        by,
        select: vec![],
        measures: vec![0],
    };
    let expected = "
        #0  #1  3  9  n3  h0  m0  a0  -3..12
        #1  #1  1  0  n0  h1  m0  a0  none..none
        2 ungrouped";
    check(VISITS, &query, expected);
}

#[test]
fn a_row_without_a_member_passes_no_selection() {
    let select = vec![(0, vec![true, true, true]), (1, vec![true, false])];
    let query = naive::Query {
        by: vec![],
        select,
        measures: vec![0],
    };
    check(VISITS, &query, "3  9  n3  h0  m0  a0  -3..12");
}

#[test]
fn without_keys_there_is_one_group_unless_nothing_is_kept() {
    let mut query = naive::Query {
        by: vec![],
        select: vec![],
        measures: vec![],
    };
    check(VISITS, &query, "6");
    query.select = vec![(1, vec![false, false])];
    check(VISITS, &query, "");
    check(
        "place:geography visits",
        &naive::Query {
            by: vec![members(0)],
            ..naive::Query::default()
        },
        "",
    );
}

#[test]
fn sums_of_huge_numbers_do_not_overflow() {
    let numbers = table::Numbers::integers(vec![i64::MAX, i64::MAX, i64::MAX]);
    let measure = table::MeasureColumn {
        measure: table::Measure::default(),
        numbers,
        status: None,
    };
    let table = table::Table::try_new("t", vec![], vec![measure]).unwrap();
    let query = Query {
        measures: vec![0],
        extremes: vec![0],
        ..Query::default()
    };
    let cells = engine::run(&table, &query).unwrap();
    let units = 3 * i128::from(i64::MAX);
    assert_eq!(
        cells.measure(0).sum,
        [engine::Sum::Exact { units, decimals: 0 }]
    );
}

#[test]
fn what_is_outside_the_cells_is_empty() {
    let query = Query {
        by: vec![Key {
            column: 0,
            groups: Groups::Members,
        }],
        ..Query::default()
    };
    let cells = engine::run(&text::table(VISITS), &query).unwrap();
    assert_eq!((cells.len(), cells.is_empty()), (3, false));
    assert_eq!(
        (cells.key(3), cells.key(usize::MAX), cells.row_count(3)),
        (&[][..], &[][..], 0)
    );
    assert!(cells.measure(0).sum.is_empty());
}

#[test]
fn combinations_that_occur_are_listed_once_in_order() {
    let by = [0, 1].map(|column| Key {
        column,
        groups: Groups::Members,
    });
    let found = engine::distinct(&text::table(VISITS), &by, &[]).unwrap();
    assert_eq!(found, [[0, 0], [0, 1], [1, 0]]);
}

#[test]
fn a_histogram_ignores_the_selection_on_its_own_column() {
    let by = [0, 1].map(|column| Key {
        column,
        groups: Groups::Members,
    });
    let select = [
        Selection {
            column: 0,
            allowed: vec![true, false, true],
        },
        Selection {
            column: 1,
            allowed: vec![true, false],
        },
    ];
    let found =
        engine::histograms(&text::table(VISITS), by.to_vec(), select.to_vec(), Some(0)).unwrap();
    let written: Vec<String> = found
        .iter()
        .map(|cells| text::cells(&plain::answer(cells, 1)))
        .collect();
    let places = "#0  1  12  n1  h0  m0  a0  none..none\n#1  2  -3  n2  h0  m0  a0  none..none\n1 ungrouped\n";
    let years = "#0  1  12  n1  h0  m0  a0  none..none\n#1  1  0   n0  h1  m0  a0  none..none\n1 ungrouped\n";
    assert_eq!(written, [places, years]);
}

#[test]
fn the_caller_is_told_of_each_block_and_can_break_off() {
    let (numbers, row_count) = (table::Numbers::integers(vec![1; 200_000]), 200_000);
    let measure = table::MeasureColumn {
        measure: table::Measure::default(),
        numbers,
        status: None,
    };
    let table = table::Table::try_new("t", vec![], vec![measure]).unwrap();
    let mut done = Vec::new();
    let result = engine::run_with(&table, &Query::default(), &mut |rows| {
        done.push(rows);
        ControlFlow::Continue(())
    });
    assert_eq!(
        (result.unwrap().row_count(0), done.last()),
        (row_count, Some(&200_000))
    );
    assert!(done.len() > 1 && done.is_sorted());
    let result = engine::run_with(&table, &Query::default(), &mut |_| ControlFlow::Break(()));
    assert_eq!(result, Err(EngineError::Interrupted));
}

#[test]
fn what_does_not_fit_the_table_is_an_error() {
    let key = |column, groups| vec![Key { column, groups }];
    let map = |of: Vec<Option<u32>>, count| Groups::Map { of, count };
    let by = |by| Query {
        by,
        ..Query::default()
    };
    let select = |column, allowed| Query {
        select: vec![Selection { column, allowed }],
        ..Query::default()
    };
    let huge = || Key {
        column: 0,
        groups: map(vec![None; 3], 1 << 40),
    };
    let cases = [
        (
            by(key(2, Groups::Members)),
            EngineError::UnknownDimension { index: 2 },
        ),
        (
            select(9, vec![]),
            EngineError::UnknownDimension { index: 9 },
        ),
        (
            Query {
                measures: vec![2],
                extremes: vec![2],
                ..Query::default()
            },
            EngineError::UnknownMeasure { index: 2 },
        ),
        (
            by(key(0, map(vec![None], 1))),
            EngineError::MemberCount {
                column: 0,
                expected: 3,
                found: 1,
            },
        ),
        (
            select(1, vec![true]),
            EngineError::MemberCount {
                column: 1,
                expected: 2,
                found: 1,
            },
        ),
        (
            by(key(1, map(vec![None, Some(4)], 4))),
            EngineError::UnknownGroup {
                column: 1,
                member: 1,
            },
        ),
        (by(vec![huge(), huge()]), EngineError::KeySpace),
    ];
    let table = text::table(VISITS);
    for (query, error) in cases {
        assert_eq!(engine::run(&table, &query), Err(error));
    }
}

#[test]
fn the_largest_number_is_that_of_no_group() {
    let by = |group| {
        let (of, count) = (vec![None, Some(group)], u32::MAX as usize + 1);
        let groups = Groups::Map { of, count };
        vec![Key { column: 1, groups }]
    };
    let table = text::table(VISITS);
    let found = engine::histograms(&table, by(u32::MAX - 1), vec![], None).unwrap();
    assert_eq!(
        (found[0].key(0), found[0].ungrouped_rows()),
        (&[u32::MAX - 1][..], 5)
    );
    let found = engine::histograms(&table, by(u32::MAX), vec![], None);
    let (column, member) = (1, 1);
    assert_eq!(found, Err(EngineError::UnknownGroup { column, member }));
}
