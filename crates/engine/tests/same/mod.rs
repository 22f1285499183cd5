//! What must be the same: an answer as that of its naive twin, and an outcome however the rows are divided.

use std::ops::ControlFlow;

use engine::{Cells, Outcome, Task};
use fixture::naive;
use table::Table;

use crate::plain;

/// The keys ascend, and all statistics are those of the naive twin; float sums as far as two ways of adding agree.
pub(crate) fn check(cells: &Cells, mut expected: naive::Answer) {
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

/// The outcome of a task whose rows are divided between workers, through bytes as it travels.
pub(crate) fn divided(table: &Table, task: &Task, cuts: &[usize]) -> Outcome {
    let mut shares = fixture::cut::shares(table, cuts).into_iter().map(|share| {
        let outcome = engine::perform(&share, task, &mut |_| ControlFlow::Continue(())).unwrap();
        Outcome::from_bytes(&outcome.to_bytes().unwrap()).unwrap()
    });
    let first = shares.next().unwrap();
    let mut merged = shares.fold(first, |merged, next| merged.merge(next).unwrap());
    merged.seal().unwrap();
    merged
}

/// The outcome of a task whose rows are all here.
pub(crate) fn sealed(table: &Table, task: &Task) -> Outcome {
    let mut outcome = engine::perform(table, task, &mut |_| ControlFlow::Continue(())).unwrap();
    outcome.seal().unwrap();
    outcome
}

/// Histograms are not asked for the smallest and largest number.
pub(crate) fn without_extremes(answer: &mut naive::Answer) {
    for measure in answer
        .cells
        .values_mut()
        .flat_map(|cell| &mut cell.measures)
    {
        (measure.min, measure.max) = (None, None);
    }
}
