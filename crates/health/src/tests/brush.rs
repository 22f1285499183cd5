//! Linked histograms are what each level alone is, wherever the brush stands.

use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, proptest};
use proptest::sample::subsequence;
use table::Table;

use super::random;
use crate::axis::Axis;
use crate::{Columns, Dataset, Question, Values, Wanted};

/// A question of one measure, and the members kept by each move of the brush on the first level.
fn brushed() -> impl Strategy<Value = (Vec<Table>, Question, Vec<String>, Vec<Vec<String>>)> {
    random::asked().prop_flat_map(|(tables, mut question, levels)| {
        question.wanted.truncate(1);
        let table = &tables[1];
        let axis = Axis::find(table, &levels[0]).unwrap();
        let codes: Vec<String> = axis.members(table).iter().map(|m| m.code.clone()).collect();
        let most = codes.len();
        let moves = vec(subsequence(codes, 0..=most), 1..4);
        (Just(tables), Just(question), Just(levels), moves)
    })
}

/// Sums of doubles may be added up in another order.
fn is_alike(linked: &Columns<'_>, alone: &Columns<'_>) -> bool {
    let near = |a: &[f64], b: &[f64]| {
        let near = |(a, b): (&f64, &f64)| {
            a.is_nan() && b.is_nan() || (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1e9)
        };
        a.len() == b.len() && a.iter().zip(b).all(near)
    };
    let alike = |a: &Values, b: &Values| {
        near(&a.numbers, &b.numbers) && near(&a.low, &b.low) && a.preliminary == b.preliminary
    };
    let pairs = || linked.values().iter().zip(alone.values());
    linked.keys() == alone.keys() && pairs().all(|(a, b)| alike(a, b))
}

fn alone<'a>(dataset: &'a Dataset, level: &str, question: &Question) -> Columns<'a> {
    let question = dataset.histogram(level, question).unwrap();
    dataset.columns(&question).unwrap()
}

proptest! {
    #[test]
    fn linked_histograms_are_each_level_alone((tables, question, levels, moves) in brushed()) {
        let is_exact = tables[1].measures().iter().all(|c| matches!(c.numbers, table::Numbers::Exact(_)));
        let dataset = random::bound(tables);
        for kept in moves {
            let mut question = question.clone();
            question.keep.insert(levels[0].clone(), kept);
            let still = dataset.histograms(&levels, &question, None).unwrap();
            let moved = dataset.histograms(&levels, &question, Some(&levels[0])).unwrap();
            for (position, level) in levels.iter().enumerate() {
                let alone = alone(&dataset, level, &question);
                for linked in [&still[position], &moved[position]] {
                    assert!(if is_exact { *linked == alone } else { is_alike(linked, &alone) }, "{linked:?}\n{alone:?}");
                }
            }
        }
    }
}

#[test]
fn an_unknown_active_level_is_refused() {
    let table = fixture::text::table("place:other n\n a 1");
    let dataset = Dataset::bind(vec![table], vec![], vec![]).unwrap();
    let question = Question {
        wanted: vec![Wanted::Rolled("n".to_owned())],
        ..Question::default()
    };
    let refusal = dataset.histograms(&["place".to_owned()], &question, Some("year"));
    assert!(matches!(refusal, Err(crate::Refusal::UnknownLevel { name, .. }) if name == "year"));
}
