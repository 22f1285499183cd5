//! What one pass gives is what is found measure by measure.

use proptest::prelude::proptest;

use super::random;
use crate::answer;
use crate::question::Bound;
use crate::{Columns, End};

proptest! {
    #[test]
    fn an_answer_from_one_pass_is_that_of_one_pass_a_measure(
        (tables, question, _) in random::asked()
    ) {
        let dataset = random::bound(tables);
        let index = dataset.index_of(&question).unwrap();
        let bound = Bound::new((&dataset, index), &question.by, &[&question.keep]).unwrap();
        let slow = answer::one_by_one(&bound, &question).unwrap();
        assert_eq!(dataset.ask(&question).unwrap(), slow);
        assert_eq!(dataset.columns(&question).unwrap(), Columns::of(&slow));
    }

    #[test]
    fn the_first_rows_are_those_of_all_rows_in_order(
        ((tables, question, _), row_count) in (random::asked(), 0..20_usize)
    ) {
        let dataset = random::bound(tables);
        let columns = dataset.columns(&question).unwrap();
        for end in [End::Largest, End::Smallest] {
            let mut rows: Vec<usize> = (0..columns.row_count()).collect();
            let exact = |row: usize| columns.values()[0].status[row] < 2;
            let number = |row: &usize| match exact(*row) {
                true => columns.values()[0].numbers[*row],
                false => f64::NAN,
            };
            rows.sort_by(|a, b| match (number(a), number(b), end) {
                (a, b, _) if a.is_nan() || b.is_nan() => a.is_nan().cmp(&b.is_nan()),
                (a, b, End::Smallest) => a.total_cmp(&b),
                (a, b, End::Largest) => b.total_cmp(&a),
            });
            rows.truncate(row_count);
            let top = columns.clone().top(Some((0, end)), row_count);
            assert_eq!(top.row_count(), rows.len());
            for (key, all) in top.keys().iter().zip(columns.keys()) {
                let expected: Vec<u32> = rows.iter().map(|row| all.codes[*row]).collect();
                assert_eq!(key.codes, expected);
            }
        }
    }
}
