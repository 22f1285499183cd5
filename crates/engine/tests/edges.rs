//! Long tables at the edges of what a table may hold: every way of grouping and adding, held against the naive twin, under every
//! division of the rows, and again after an interruption.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

mod plain;
mod same;

use std::ops::ControlFlow;

use engine::{EngineError, Linked, Outcome, Task};
use fixture::naive;
use same::{check, divided, sealed};
use table::{
    Codes, Dimension, DimensionColumn, Measure, MeasureColumn, Member, NO_MEMBER, Numbers,
    StatusColumn, Table,
};

/// Rows of two blocks and a bit.
const ROWS: u64 = 140_000;
/// Where rows are divided: on the edge of a block, within one, twice in one place, and before the first.
const DIVISIONS: [&[usize]; 4] = [&[65_536], &[1, 70_000, 70_001], &[99, 99], &[0]];

/// Members and groups by row; every 97th row has no member.
fn dimension(name: &str, member_count: u32, code: impl Fn(u64) -> u64) -> DimensionColumn {
    let index = |row: u64| match row % 97 {
        5 => NO_MEMBER,
        _ => u32::try_from(code(row) % u64::from(member_count)).unwrap(),
    };
    let member = |code: u32| Member {
        code: code.to_string(),
        ..Member::default()
    };
    DimensionColumn {
        dimension: Dimension {
            name: name.to_owned(),
            members: (0..member_count).map(member).collect(),
            ..Dimension::default()
        },
        codes: Codes::pack((0..ROWS).map(index).collect(), member_count as usize),
    }
}

/// One row in eleven is withheld, one not reported, one cannot exist.
fn measure(name: &str, number: impl Fn(u64) -> i64) -> MeasureColumn {
    let status = |row: u64| match row % 11 {
        3 => 1,
        6 => 2,
        9 => 3,
        _ => 0,
    };
    MeasureColumn {
        measure: Measure {
            name: name.to_owned(),
            ..Measure::default()
        },
        numbers: Numbers::exact((0..ROWS).map(number).collect(), 2),
        status: StatusColumn::try_new((0..ROWS).map(status).collect()).ok(),
    }
}

/// Scatters rows so that neighbours have nothing to do with each other.
fn scattered(row: u64) -> u64 {
    (row + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 20
}

const ONE: usize = 0;
const SORTED: usize = 1;
const FEW: usize = 2;
const THOUSANDS: usize = 3;
const MANY: usize = 4;

/// Dimensions of one member, of few and of many, sorted and scattered; numbers that are small, negative and huge.
fn table() -> Table {
    let dimensions = vec![
        dimension("one", 1, |_| 0),
        dimension("sorted", 3, |row| row / 65_536),
        dimension("few", 7, scattered),
        dimension("thousands", 2_000, |row| scattered(row) >> 9),
        dimension("many", 60_000, |row| scattered(row) >> 3),
    ];
    let signed = |row| i64::try_from(scattered(row)).unwrap();
    let measures = vec![
        measure("small", |row| signed(row) % 200),
        measure("negative", move |row| -5_000_000_000 - signed(row) % 70_000),
        measure("huge", move |row| i64::MAX - signed(row)),
        measure("both", move |row| {
            if row % 2 == 0 {
                i64::MIN + signed(row)
            } else {
                i64::MAX - signed(row)
            }
        }),
    ];
    Table::try_new("edges", dimensions, measures).unwrap()
}

fn members(columns: &[usize]) -> Vec<naive::Key> {
    let key = |&column| naive::Key { column, map: None };
    columns.iter().map(key).collect()
}

/// Groupings from none to a space of 120,000,000 combinations, selections from none to one that nothing passes.
fn questions() -> Vec<naive::Query> {
    let every_third = |count: u32| (0..count).map(|member| member % 3 == 0).collect();
    let selections = [
        vec![],
        vec![(FEW, every_third(7)), (THOUSANDS, every_third(2_000))],
        vec![(SORTED, vec![false, true, false])],
        vec![(MANY, vec![false; 60_000])],
    ];
    let groupings: [&[usize]; 7] = [
        &[],
        &[ONE],
        &[SORTED],
        &[FEW, SORTED, ONE],
        &[MANY],
        &[FEW, THOUSANDS],
        &[THOUSANDS, MANY],
    ];
    let measures = [vec![], vec![0], vec![0, 1, 2, 3]];
    let question = |(number, by): (usize, &&[usize])| naive::Query {
        by: members(by),
        select: selections[number % selections.len()].clone(),
        measures: measures[number % measures.len()].clone(),
    };
    // Each grouping under several selections, with other measures each time.
    groupings
        .iter()
        .cycle()
        .take(4 * 7)
        .enumerate()
        .map(question)
        .collect()
}

fn linked(active: Option<usize>) -> Task {
    let keys = members(&[ONE, SORTED, FEW, MANY]);
    let select = vec![
        (FEW, vec![true, false, true, true, false, true, true]),
        (SORTED, vec![true, true, false]),
    ];
    let asked = plain::query(
        &naive::Query {
            by: keys,
            select,
            measures: vec![1],
        },
        0,
    );
    Task::Linked(Linked {
        keys: asked.by,
        select: asked.select,
        measure: Some(1),
        active,
    })
}

fn tasks() -> Vec<Task> {
    let cells = questions().into_iter().step_by(3);
    let cells = cells.map(|question| Task::Cells(plain::query(&question, 0)));
    cells
        .chain([None, Some(FEW), Some(THOUSANDS)].map(linked))
        .collect()
}

#[test]
fn a_long_table_is_answered_as_by_the_naive_twin() {
    let table = table();
    for question in questions() {
        let cells = engine::run(&table, &plain::query(&question, 0)).unwrap();
        check(&cells, naive::run(&table, &question));
    }
}

#[test]
fn every_division_of_a_long_table_comes_to_the_same_bits() {
    let table = table();
    for task in tasks() {
        let whole = sealed(&table, &task);
        for division in DIVISIONS {
            assert_eq!(divided(&table, &task, division), whole);
        }
    }
}

#[test]
fn an_interruption_leaves_nothing_behind() {
    let table = table();
    for task in tasks() {
        let whole = sealed(&table, &task);
        for block in 0..3 {
            let mut blocks = 0..block;
            let mut proceed = |_| match blocks.next() {
                Some(_) => ControlFlow::Continue(()),
                None => ControlFlow::Break(()),
            };
            let broken_off = engine::perform(&table, &task, &mut proceed);
            assert_eq!(broken_off, Err(EngineError::Interrupted));
            assert_eq!(sealed(&table, &task), whole);
        }
    }
}

#[test]
fn linked_histograms_of_a_long_table_are_those_of_the_naive_twin() {
    let table = table();
    for active in [FEW, SORTED, THOUSANDS] {
        let Outcome::Linked(cube) = sealed(&table, &linked(Some(active))) else {
            unreachable!()
        };
        let mut select = vec![
            (FEW, vec![true, false, true, true, false, true, true]),
            (SORTED, vec![true, true, false]),
        ];
        let allowed: Vec<bool> = (0..table.dimensions()[active].dimension.members.len())
            .map(|member| member % 2 == 1)
            .collect();
        select.retain(|(column, _)| *column != active);
        select.push((active, allowed.clone()));
        let query = naive::Query {
            by: members(&[ONE, SORTED, FEW, MANY]),
            select,
            measures: vec![1],
        };
        let found = cube.histograms(&allowed).unwrap();
        for (cells, mut expected) in found.iter().zip(naive::histograms(&table, &query)) {
            same::without_extremes(&mut expected);
            check(cells, expected);
        }
    }
}
