//! Groups in the order of a number.

use std::cmp::Ordering;

use crate::{Cells, MeasureCells};

/// The number that groups are ordered by; measures are named by their position in the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The sum of a measure.
    Sum(usize),
    /// The mean of a measure over its rows with a number.
    Mean(usize),
    /// The sum of one measure over the sum of another.
    Ratio {
        /// The measure above the line.
        above: usize,
        /// The measure below the line.
        below: usize,
    },
}

/// Which end comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Largest first.
    Descending,
    /// Smallest first.
    Ascending,
}

/// The number of each group; none for a group whose rows are all hidden, missing or not applicable, and for a ratio to zero.
#[must_use]
pub fn numbers(cells: &Cells, by: By) -> Vec<Option<f64>> {
    (0..cells.len())
        .map(|group| number(cells, by, group))
        .collect()
}

/// All positions in the order of their numbers. Those without a number come last; equals keep their order.
#[must_use]
pub fn sort(numbers: &[Option<f64>], direction: Direction) -> Vec<usize> {
    top(numbers, numbers.len(), direction)
}

/// The first `n` positions of that order, without sorting the others.
#[must_use]
pub fn top(numbers: &[Option<f64>], n: usize, direction: Direction) -> Vec<usize> {
    let mut ranked: Vec<(Option<f64>, usize)> = numbers.iter().copied().zip(0..).collect();
    let order = |a: &(Option<f64>, usize), b: &(Option<f64>, usize)| {
        compare(a.0, b.0, direction).then(a.1.cmp(&b.1))
    };
    if n < ranked.len() {
        ranked.select_nth_unstable_by(n, order);
        ranked.truncate(n);
    }
    ranked.sort_unstable_by(order);
    ranked.into_iter().map(|(_, position)| position).collect()
}

fn compare(a: Option<f64>, b: Option<f64>, direction: Direction) -> Ordering {
    match (a, b, direction) {
        // Adding zero makes a negative zero equal to the other.
        (Some(a), Some(b), Direction::Ascending) => (a + 0.0).total_cmp(&(b + 0.0)),
        (Some(a), Some(b), Direction::Descending) => (b + 0.0).total_cmp(&(a + 0.0)),
        (a, b, _) => b.is_some().cmp(&a.is_some()),
    }
}

fn number(cells: &Cells, by: By, group: usize) -> Option<f64> {
    match by {
        By::Sum(position) => sum(cells.measure(position), group),
        By::Mean(position) => {
            let measure = cells.measure(position);
            Some(sum(measure, group)? / count(measure, group))
        }
        By::Ratio { above, below } => {
            let below = sum(cells.measure(below), group).filter(|below| *below != 0.0)?;
            Some(sum(cells.measure(above), group)? / below)
        }
    }
}

fn sum(measure: &MeasureCells, group: usize) -> Option<f64> {
    let sum = measure.sum.get(group)?.to_f64();
    (count(measure, group) > 0.0).then_some(sum)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "tables have fewer rows than doubles have integers"
)]
fn count(measure: &MeasureCells, group: usize) -> f64 {
    measure.count.get(group).copied().unwrap_or(0) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Groups, Key, Query, run};

    #[test]
    fn those_without_a_number_come_last_and_equals_keep_their_order() {
        let numbers = [
            Some(3.0),
            None,
            Some(0.0),
            Some(3.0),
            Some(-1.0),
            Some(-0.0),
        ];
        assert_eq!(sort(&numbers, Direction::Descending), [0, 3, 2, 5, 4, 1]);
        assert_eq!(sort(&numbers, Direction::Ascending), [4, 2, 5, 0, 3, 1]);
        assert_eq!(top(&numbers, 2, Direction::Descending), [0, 3]);
        assert_eq!(top(&numbers, 0, Direction::Ascending), [0; 0]);
    }

    #[test]
    fn groups_are_ordered_by_sum_mean_or_ratio() {
        let table = fixture::text::table(
            "place:geography  cost  days
             a                10    1
             a                10    1
             b                18    1
             c                h     1
             d                1     -",
        );
        let by = vec![Key {
            column: 0,
            groups: Groups::Members,
        }];
        let cells = run(
            &table,
            &Query {
                by,
                select: vec![],
                measures: vec![0, 1],
                ..Query::default()
            },
        )
        .unwrap();
        let ordered = |by| sort(&numbers(&cells, by), Direction::Descending);
        assert_eq!(ordered(By::Sum(0)), [0, 1, 3, 2]);
        assert_eq!(ordered(By::Mean(0)), [1, 0, 3, 2]);
        assert_eq!(ordered(By::Ratio { above: 0, below: 1 }), [1, 0, 2, 3]);
    }
}
