//! What a row costs each kernel, by the kernel's name: `cargo xtask bench --only kernels` runs and sums them up.
#![allow(missing_docs, reason = "a program")]
#![allow(clippy::unwrap_used, reason = "a bench may fail")]

mod cube;

use std::hint::black_box;
use std::ops::ControlFlow;

use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use engine::order::{self, By, Direction};
use engine::{Linked, Outcome, Query, Task, perform, run};
use table::Table;

use cube::{
    AGE, BED_DAYS, CONTACTS, COST, DIAGNOSIS, HOSPITAL, KOMMUNE, MONTH, ROWS, SECTOR, SEX, YEAR,
    kept, keys,
};

type Group<'a> = BenchmarkGroup<'a, criterion::measurement::WallTime>;

criterion_group!(
    benches, select, group, accumulate, extreme, absent, spread, distinct, linked, merge, order
);
criterion_main!(benches);

fn select(criterion: &mut Criterion) {
    let mut group = named(criterion, "select");
    let one = Query {
        select: vec![kept(SEX, 1)],
        ..Query::default()
    };
    let three = vec![kept(SEX, 1), kept(YEAR, 5), kept(SECTOR, 2)];
    ask(&mut group, "one", &one);
    ask(
        &mut group,
        "three",
        &Query {
            select: three,
            ..Query::default()
        },
    );
    ask(
        &mut group,
        "none_left",
        &Query {
            select: vec![kept(SEX, 0)],
            ..Query::default()
        },
    );
}

fn group(criterion: &mut Criterion) {
    let mut group = named(criterion, "group");
    for (name, columns) in [
        ("one_key", &[KOMMUNE][..]),
        ("two_keys", &[KOMMUNE, YEAR]),
        ("four_keys", &[KOMMUNE, YEAR, MONTH, SEX]),
    ] {
        ask(
            &mut group,
            name,
            &Query {
                by: keys(columns),
                ..Query::default()
            },
        );
    }
}

fn accumulate(criterion: &mut Criterion) {
    let mut group = named(criterion, "accumulate");
    let two = vec![CONTACTS, COST];
    ask(
        &mut group,
        "totals",
        &Query {
            measures: two.clone(),
            ..Query::default()
        },
    );
    ask(
        &mut group,
        "by_place",
        &Query {
            by: keys(&[KOMMUNE]),
            measures: two.clone(),
            ..Query::default()
        },
    );
    let by = keys(&[DIAGNOSIS, AGE, YEAR]);
    let select = vec![kept(SECTOR, 3)];
    ask(
        &mut group,
        "selected",
        &Query {
            by,
            select,
            measures: two,
            ..Query::default()
        },
    );
}

fn extreme(criterion: &mut Criterion) {
    let mut group = named(criterion, "extreme");
    let by = keys(&[KOMMUNE]);
    let query = Query {
        by,
        measures: vec![COST],
        extremes: vec![COST],
        ..Query::default()
    };
    ask(&mut group, "by_place", &query);
}

fn absent(criterion: &mut Criterion) {
    let mut group = named(criterion, "absent");
    ask(
        &mut group,
        "by_place",
        &Query {
            by: keys(&[KOMMUNE]),
            measures: vec![BED_DAYS],
            ..Query::default()
        },
    );
}

/// More combinations than there is room for one slot each.
fn spread(criterion: &mut Criterion) {
    let mut group = named(criterion, "spread");
    let by = keys(&[KOMMUNE, HOSPITAL, DIAGNOSIS, AGE, YEAR, MONTH]);
    ask(
        &mut group,
        "six_keys",
        &Query {
            by,
            measures: vec![CONTACTS],
            ..Query::default()
        },
    );
}

fn distinct(criterion: &mut Criterion) {
    let mut group = named(criterion, "distinct");
    let task = Task::Distinct {
        by: keys(&[KOMMUNE, HOSPITAL]),
        select: Vec::new(),
    };
    let table = cube::table();
    group.bench_function("two_keys", |bench| bench.iter(|| done(&table, &task)));
}

fn linked(criterion: &mut Criterion) {
    let mut group = named(criterion, "linked");
    let table = cube::table();
    let task = Task::Linked(brush());
    group.bench_function("first_move", |bench| bench.iter(|| done(&table, &task)));
    let Outcome::Linked(left) = done(&table, &task) else {
        return;
    };
    let allowed = kept(AGE, 6).allowed;
    group.bench_function("later_move", |bench| {
        bench.iter(|| left.histograms(black_box(&allowed)).unwrap())
    });
}

fn brush() -> Linked {
    Linked {
        keys: keys(&[KOMMUNE, AGE, SECTOR, DIAGNOSIS, YEAR, SEX]),
        select: vec![kept(SEX, 1), kept(SECTOR, 2), kept(YEAR, 5), kept(AGE, 6)],
        measure: Some(CONTACTS),
        active: Some(AGE),
    }
}

/// Two shares of the rows become one.
fn merge(criterion: &mut Criterion) {
    let mut group = named(criterion, "merge");
    let by = keys(&[KOMMUNE, YEAR, MONTH, SEX]);
    let task = Task::Cells(Query {
        by,
        measures: vec![CONTACTS, COST],
        ..Query::default()
    });
    let share = done(&cube::table(), &task);
    group.bench_function("four_keys", |bench| {
        bench.iter(|| share.clone().merge(share.clone()).unwrap())
    });
}

fn order(criterion: &mut Criterion) {
    let mut group = named(criterion, "order");
    let numbers: Vec<Option<f64>> = cube::draws(7)
        .take(ROWS)
        .map(|draw| Some((draw >> 40) as f64))
        .collect();
    group.bench_function("top_ten", |bench| {
        bench.iter(|| order::top(black_box(&numbers), 10, Direction::Descending))
    });
    let cells = run(
        &cube::table(),
        &Query {
            by: keys(&[HOSPITAL]),
            measures: vec![COST],
            ..Query::default()
        },
    )
    .unwrap();
    group.bench_function("numbers", |bench| {
        bench.iter(|| order::numbers(&cells, By::Sum(0)))
    });
}

fn named<'a>(criterion: &'a mut Criterion, name: &str) -> Group<'a> {
    let mut group = criterion.benchmark_group(name);
    group.throughput(Throughput::Elements(ROWS as u64));
    group.sample_size(20);
    group
}

fn ask(group: &mut Group<'_>, name: &str, query: &Query) {
    let table = cube::table();
    group.bench_function(name, |bench| {
        bench.iter(|| run(black_box(&table), query).unwrap())
    });
}

fn done(table: &Table, task: &Task) -> Outcome {
    perform(black_box(table), task, &mut |_| ControlFlow::Continue(())).unwrap()
}
