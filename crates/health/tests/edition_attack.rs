//! Whoever knows every difference that is told, and that all others but the withheld and the hidden are nought, cannot subtract
//! their way to how much a hidden cell was revised by.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail"
)]

use std::collections::BTreeSet;

use health::Dataset;
use health::edition::{Numbers, compare};
use proptest::prelude::*;

/// Parts along each of two dimensions; the last position of either is the total.
const PARTS: usize = 3;
const WIDTH: usize = PARTS + 1;
const NAMES: [&str; WIDTH] = ["a", "b", "c", "alle"];

type Grid = [[i64; WIDTH]; WIDTH];

fn with_totals(parts: &[i64]) -> Grid {
    let mut grid = Grid::default();
    for (at, value) in parts.iter().enumerate() {
        let (row, column) = (at / PARTS, at % PARTS);
        for (row, column) in [(row, column), (row, PARTS), (PARTS, column), (PARTS, PARTS)] {
            grid[row][column] += value;
        }
    }
    grid
}

fn edition(grid: &Grid, hidden: &[bool]) -> Dataset {
    let is_hidden =
        |row: usize, column: usize| row < PARTS && column < PARTS && hidden[row * PARTS + column];
    let mut text = "k:other g:other n".to_owned();
    for (row, values) in grid.iter().enumerate() {
        for (column, value) in values.iter().enumerate() {
            let name = |at: usize| if at == PARTS { "alle*" } else { NAMES[at] };
            let value = if is_hidden(row, column) {
                "h".to_owned()
            } else {
                value.to_string()
            };
            text.push_str(&format!("\n{} {} {value}", name(row), name(column)));
        }
    }
    Dataset::bind(vec![fixture::text::named("t", &text)], vec![], vec![]).unwrap()
}

/// The cells whose difference follows, beginning with those that are known.
fn peeled(mut unknown: BTreeSet<(usize, usize)>) -> BTreeSet<(usize, usize)> {
    let rows = (0..WIDTH).map(|row| (0..WIDTH).map(|column| (row, column)).collect::<Vec<_>>());
    let columns = (0..WIDTH).map(|column| (0..WIDTH).map(|row| (row, column)).collect::<Vec<_>>());
    let equations: Vec<Vec<(usize, usize)>> = rows.chain(columns).collect();
    loop {
        let found = equations.iter().find_map(|cells| {
            let mut open = cells.iter().filter(|cell| unknown.contains(*cell));
            let first = open.next()?;
            open.next().is_none().then_some(*first)
        });
        match found {
            Some(cell) => unknown.remove(&cell),
            None => return unknown,
        };
    }
}

fn told(numbers: &Numbers) -> BTreeSet<(usize, usize)> {
    let position = |code: &String| NAMES.iter().position(|name| name == code).unwrap();
    let cells = numbers.largest.iter();
    cells
        .map(|it| (position(&it.codes[0]), position(&it.codes[1])))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn no_difference_of_a_hidden_cell_follows_from_those_that_are_told(
        before in prop::collection::vec(10..90_i64, PARTS * PARTS),
        change in prop::collection::vec(prop_oneof![2 => Just(0_i64), 1 => -5..5_i64], PARTS * PARTS),
        hidden in prop::collection::vec(prop::bool::weighted(0.3), PARTS * PARTS),
        newly in prop::collection::vec(prop::bool::weighted(0.1), PARTS * PARTS),
    ) {
        let after: Vec<i64> = before.iter().zip(&change).map(|(value, change)| value + change).collect();
        let (old, new) = (with_totals(&before), with_totals(&after));
        let later: Vec<bool> = hidden.iter().zip(&newly).map(|(hidden, newly)| hidden ^ newly).collect();
        let compared = compare(&edition(&old, &hidden), &edition(&new, &later), 100).unwrap();
        let numbers = &compared.tables[0].numbers[0];
        let told = told(numbers);
        let in_either = |at: usize| hidden[at] || later[at];
        let mut unknown = BTreeSet::new();
        for row in 0..WIDTH {
            for column in 0..WIDTH {
                let is_part = row < PARTS && column < PARTS;
                let is_hidden = is_part && in_either(row * PARTS + column);
                let is_withheld = old[row][column] != new[row][column] && !told.contains(&(row, column));
                if is_hidden || is_withheld {
                    unknown.insert((row, column));
                }
            }
        }
        let left = peeled(unknown.clone());
        for (row, column) in unknown.difference(&left) {
            let is_part = *row < PARTS && *column < PARTS;
            let is_hidden = is_part && in_either(row * PARTS + column);
            let difference = new[*row][*column] - old[*row][*column];
            prop_assert!(!is_hidden || difference == 0, "{row} {column} was revised by {difference}, which follows");
        }
    }
}
