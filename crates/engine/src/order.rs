//! Groups in the order of a number.

use std::cmp::Ordering;

/// Which end comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Largest first.
    Descending,
    /// Smallest first.
    Ascending,
}

/// The first `n` positions in the order of their numbers. Those without a number come last; equals keep their order.
///
/// Only the first `n` are sorted; the rest are set aside by a selection in linear time.
#[must_use]
pub fn top(numbers: &[Option<f64>], n: usize, direction: Direction) -> Vec<usize> {
    let number = |position: usize| numbers.get(position).copied().flatten();
    let order =
        |a: &usize, b: &usize| compare(number(*a), number(*b), direction).then_with(|| a.cmp(b));
    let mut positions: Vec<usize> = (0..numbers.len()).collect();
    if n == 0 {
        return Vec::new();
    }
    if n < positions.len() {
        positions.select_nth_unstable_by(n - 1, order);
        positions.truncate(n);
    }
    positions.sort_unstable_by(order);
    positions
}

fn compare(a: Option<f64>, b: Option<f64>, direction: Direction) -> Ordering {
    match (a, b, direction) {
        (Some(a), Some(b), Direction::Ascending) => a.total_cmp(&b),
        (Some(a), Some(b), Direction::Descending) => b.total_cmp(&a),
        (a, b, _) => b.is_some().cmp(&a.is_some()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_few_are_those_of_a_full_sort() {
        let numbers = [Some(3.0), None, Some(7.0), Some(3.0), Some(-1.0)];
        assert_eq!(top(&numbers, 5, Direction::Descending), [2, 0, 3, 4, 1]);
        assert_eq!(top(&numbers, 2, Direction::Descending), [2, 0]);
        assert_eq!(top(&numbers, 3, Direction::Ascending), [4, 0, 3]);
        assert_eq!(top(&numbers, 0, Direction::Ascending), [0_usize; 0]);
        assert_eq!(top(&[], 3, Direction::Ascending), [0_usize; 0]);
    }
}
