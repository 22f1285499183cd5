//! Memory that runs out in the middle of a pass: the pass is refused, and the next one is right.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::alloc::System;
use std::fmt::Debug;
use std::ops::ControlFlow;

use cap::Cap;
use engine::{EngineError, Groups, Key, Linked, Outcome, Query, Selection, Task};
use table::{
    Codes, Dimension, DimensionColumn, Measure, MeasureColumn, Member, Numbers, StatusColumn, Table,
};

/// What the tests of this file may take; there is one test, so that none takes from another.
#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, usize::MAX);

const ROWS: u32 = 40_000;
/// So little is taken without asking: a list of the parts.
const SMALL_BYTES: usize = 1 << 10;
/// Where the rows are cut into parts.
const CUTS: [usize; 2] = [1000, 25_000];

fn dimension(name: &str, member_count: u32, factor: u32) -> DimensionColumn {
    let member = |code: u32| Member {
        code: code.to_string(),
        ..Member::default()
    };
    let code = |row: u32| row.wrapping_mul(factor) % member_count;
    DimensionColumn {
        dimension: Dimension {
            name: name.to_owned(),
            members: (0..member_count).map(member).collect(),
            ..Dimension::default()
        },
        codes: Codes::pack((0..ROWS).map(code).collect(), member_count as usize),
    }
}

fn measure(name: &str, numbers: Numbers) -> MeasureColumn {
    let status = (0..ROWS).map(|row| u8::from(row % 13 == 7)).collect();
    MeasureColumn {
        measure: Measure {
            name: name.to_owned(),
            ..Measure::default()
        },
        numbers,
        status: StatusColumn::try_new(status).ok(),
    }
}

fn table() -> Table {
    let dimensions = vec![
        dimension("few", 20, 7),
        dimension("many", 3000, 2_654_435_761),
        dimension("most", 60_000, 40_503),
    ];
    let small = (0..ROWS).map(|row| i64::from(row % 100));
    let huge = (0..ROWS).map(|row| i64::MAX / 7 - i64::from(row));
    let broken = (0..ROWS).map(|row| f64::from(row) / 3.0);
    let measures = vec![
        measure("small", Numbers::exact(small.collect(), 2)),
        measure("huge", Numbers::exact(huge.collect(), 2)),
        measure("broken", Numbers::Float(broken.collect())),
    ];
    let table = Table::try_new("memory", dimensions, measures).unwrap();
    fixture::cut::at(&table, &CUTS)
}

fn key(column: usize) -> Key {
    Key {
        column,
        groups: Groups::Members,
    }
}

/// Groups by slots that follow from the number, by a list of slots and by hashing, with extremes, and linked histograms.
fn tasks() -> Vec<Task> {
    let select = vec![Selection {
        column: 0,
        allowed: (0..20).map(|member| member % 3 != 0).collect(),
    }];
    let query = |by: &[usize]| Query {
        by: by.iter().copied().map(key).collect(),
        select: select.clone(),
        measures: vec![0, 1, 2],
        extremes: vec![1],
    };
    let linked = |measure: usize, active: usize| Linked {
        keys: vec![key(0), key(1), key(2)],
        select: select.clone(),
        measure: Some(measure),
        active: Some(active),
    };
    vec![
        Task::Cells(query(&[0])),
        Task::Cells(query(&[0, 1])),
        Task::Cells(query(&[0, 2])),
        Task::Cells(query(&[1, 2])),
        Task::Distinct {
            by: vec![key(1), key(2)],
            select: vec![],
        },
        Task::Linked(linked(0, 0)),
        Task::Linked(linked(2, 1)),
    ]
}

fn perform(table: &Table, task: &Task) -> Result<Outcome, EngineError> {
    engine::perform(table, task, &mut |_| ControlFlow::Continue(()))
}

/// Work with ever more memory, until there is enough: how often there was not. After each time it is done with all there is.
fn refusals<I, T: Debug + PartialEq>(
    least: usize,
    input: impl Fn() -> I,
    work: impl Fn(I) -> Result<T, EngineError>,
) -> usize {
    let expected = work(input());
    let (mut bytes, mut refused) = (least, 0);
    loop {
        let given = input();
        MEMORY.set_limit(MEMORY.allocated() + bytes).unwrap();
        let found = work(given);
        MEMORY.set_limit(usize::MAX).unwrap();
        if found != Err(EngineError::Memory) {
            assert_eq!(found, expected);
            return refused;
        }
        assert_eq!(work(input()), expected);
        refused += 1;
        bytes += 16 + bytes / 4;
    }
}

fn sealed(mut outcome: Outcome) -> Result<Outcome, EngineError> {
    outcome.seal().map(|()| outcome)
}

#[test]
fn work_for_which_there_is_no_memory_is_refused_and_the_next_is_right() {
    let table = table();
    for task in tasks() {
        let refused = refusals(SMALL_BYTES, || (), |()| perform(&table, &task));
        assert!(refused > 0, "{task:?}");

        let shares = fixture::cut::shares(&table, &CUTS[1..]);
        let [first, next] = [0, 1].map(|share| perform(&shares[share], &task).unwrap());
        let both = || (first.clone(), next.clone());
        let refused = refusals(0, both, |(first, next)| first.merge(next));
        assert!(refused > 0, "{task:?}");

        let outcome = first.clone().merge(next.clone()).unwrap();
        assert!(refusals(0, || outcome.clone(), sealed) > 0 || !has_doubles(&task));

        let bytes = outcome.to_bytes().unwrap();
        assert!(refusals(0, || (), |()| outcome.to_bytes()) > 0);
        assert!(refusals(0, || (), |()| Outcome::from_bytes(&bytes)) > 0);

        if let Outcome::Linked(cube) = sealed(outcome).unwrap() {
            assert!(refusals(0, || (), |()| cube.histograms(&[])) > 0);
        }
    }
}

fn has_doubles(task: &Task) -> bool {
    match task {
        Task::Cells(query) => query.measures.contains(&2),
        Task::Linked(linked) => linked.measure == Some(2),
        Task::Distinct { .. } => false,
    }
}
