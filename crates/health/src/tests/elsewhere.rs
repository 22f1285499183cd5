//! Rows that lie elsewhere are answered from as if they were here.

use proptest::prelude::{any, proptest};
use table::Table;

use super::{Answered, answers, random};
use crate::{Dataset, Partial, Question, Refusal, Work};

/// A data set without rows, and the shares of each of its tables.
struct Elsewhere {
    dataset: Dataset,
    shares: Vec<Vec<Table>>,
}

impl Elsewhere {
    fn new(tables: &[Table], cuts: &[usize]) -> Self {
        let empty = tables.iter().map(|table| fixture::cut::rows(table, 0..0));
        let mut dataset = random::bound(empty.collect());
        for (index, table) in tables.iter().enumerate() {
            dataset = dataset.with_rows_elsewhere(index, table.row_count() as u64);
        }
        let shares = tables.iter().map(|table| fixture::cut::shares(table, cuts));
        Self {
            dataset,
            shares: shares.collect(),
        }
    }

    /// Has work done by the shares; what comes of it travels as bytes.
    fn done(&self, table: usize, work: &Work) -> Result<Partial, Refusal> {
        let partials = self.shares[table].iter().map(|share| {
            let bytes = work.perform(share)?.to_bytes()?;
            Partial::from_bytes(&bytes)
        });
        let merged = partials.reduce(|before, next| before?.merge(next?));
        merged.unwrap_or_else(|| Ok(Partial::default()))
    }

    /// Puts a question until nothing is lacking; gives the rounds it took as well.
    fn replayed<T>(&self, put: impl Fn(&Dataset) -> T) -> (T, usize) {
        for round in 0..20 {
            let answer = put(&self.dataset);
            let needed = self.dataset.needed();
            if needed.is_empty() {
                self.dataset.forget_given();
                return (answer, round);
            }
            for (table, work) in needed {
                let partial = self.done(table, &work);
                self.dataset.give(table, work, partial);
            }
        }
        panic!("a question has an end")
    }
}

fn all(dataset: &Dataset, question: &Question, levels: &[String]) -> Vec<Answered> {
    answers(dataset, question, levels)
}

proptest! {
    #[test]
    fn rows_in_shares_answer_as_rows_that_are_here(
        ((tables, question, levels), cuts) in (random::asked(), proptest::collection::vec(any::<usize>(), 0..3))
    ) {
        let here: Vec<Table> = tables.iter().map(|table| fixture::cut::at(table, &cuts)).collect();
        let here = random::bound(here);
        let elsewhere = Elsewhere::new(&tables, &cuts);
        assert_eq!(elsewhere.dataset.row_count(1), here.row_count(1));
        // A question that is dropped before its work is done leaves nothing behind.
        let _ = all(&elsewhere.dataset, &question, &levels);
        elsewhere.dataset.forget_given();
        let (answers, rounds) = elsewhere.replayed(|dataset| all(dataset, &question, &levels));
        assert_eq!(answers, all(&here, &question, &levels));
        assert!(rounds <= 8, "{rounds} rounds");
    }
}

const VISITS: &str = "place:other  year:time  visits
    a            2024       3
    a            2025       h
    b            2024       4
    b            2025       -5";

fn visits(by: &str) -> Question {
    Question {
        by: vec![by.to_owned()],
        wanted: vec![crate::Wanted::Rolled("visits".to_owned())],
        ..Question::default()
    }
}

fn of_visits() -> Elsewhere {
    let table = fixture::text::table(VISITS);
    let empty = fixture::cut::rows(&table, 0..0);
    let dataset = Dataset::bind(vec![empty], vec![], vec![]).unwrap();
    Elsewhere {
        dataset: dataset.with_rows_elsewhere(0, 4),
        shares: vec![fixture::cut::shares(&table, &[1, 3])],
    }
}

#[test]
fn a_second_round_asks_for_the_sign_of_what_is_hidden_beside() {
    let elsewhere = of_visits();
    let figures = |dataset: &Dataset, by| {
        let question = visits(by);
        let answer = dataset.ask(&question).unwrap();
        answer
            .rows()
            .map(|(_, cells)| format!("{:?}", cells[0].figure))
            .collect::<Vec<_>>()
    };
    let (places, rounds) = elsewhere.replayed(|dataset| figures(dataset, "place"));
    assert_eq!(
        (places.join(" "), rounds),
        ("AtLeast(3.0) Value(-1.0)".to_owned(), 2)
    );
    let (years, rounds) = elsewhere.replayed(|dataset| figures(dataset, "year"));
    assert_eq!(
        (years.join(" "), rounds),
        ("Value(7.0) Hidden".to_owned(), 2)
    );
}

#[test]
fn work_that_was_refused_refuses_the_question() {
    let elsewhere = of_visits();
    let question = visits("place");
    assert_eq!(elsewhere.dataset.ask(&question).unwrap().row_count(), 0);
    for (table, work) in elsewhere.dataset.needed() {
        elsewhere.dataset.give(table, work, Err(Refusal::TooLarge));
    }
    assert_eq!(
        elsewhere.dataset.ask(&question).unwrap_err(),
        Refusal::TooLarge
    );
    elsewhere.dataset.forget_given();
    let (answer, _) = elsewhere.replayed(|dataset| dataset.ask(&question).unwrap().row_count());
    assert_eq!(answer, 2);
}

#[test]
fn the_same_work_is_asked_for_once() {
    let elsewhere = of_visits();
    let question = visits("place");
    for _ in 0..3 {
        let _ = elsewhere.dataset.ask(&question);
    }
    assert_eq!(elsewhere.dataset.needed().len(), 1);
    assert_eq!(elsewhere.dataset.needed(), []);
}

#[test]
fn the_next_move_of_a_brush_needs_no_work() {
    let elsewhere = of_visits();
    let levels = ["place".to_owned(), "year".to_owned()];
    let moved = |year: &str, active| {
        let question = Question {
            keep: crate::Keep::from([("year".to_owned(), vec![year.to_owned()])]),
            wanted: vec![crate::Wanted::Rows],
            ..Question::default()
        };
        let (rows, rounds) = elsewhere.replayed(|dataset| {
            let answers = dataset.histograms(&levels, &question, active).unwrap();
            let rows = answers
                .iter()
                .map(|answer| answer.values()[0].numbers.clone());
            rows.collect::<Vec<_>>()
        });
        assert_eq!(rows, [vec![1.0, 1.0], vec![2.0, 2.0]]);
        rounds
    };
    assert_eq!(moved("2024", Some("year")), 1);
    assert_eq!(moved("2025", Some("year")), 0);
    // What is asked without a brush is neither answered from what a brush left nor put in its place.
    assert_eq!(moved("2024", None), 1);
    assert_eq!(moved("2024", None), 1);
    assert_eq!(moved("2024", Some("year")), 0);
    elsewhere.dataset.forget_cubes();
    assert_eq!(moved("2024", Some("year")), 1);
}
