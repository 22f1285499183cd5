//! Random questions to random tables: however an answer is found, it is the same.

mod brush;
mod elsewhere;
mod one_pass;
mod random;
mod recomputed;

use crate::{Columns, Dataset, Published, Question, Refusal};

/// An answer that has let go of its data set.
#[derive(Debug, PartialEq)]
struct Answered(String);

fn published(answer: &Result<Published<'_>, Refusal>) -> Answered {
    Answered(format!("{answer:?}"))
}

fn columns(answer: &Result<Vec<Columns<'_>>, Refusal>) -> Answered {
    Answered(format!("{answer:?}"))
}

/// Every form of answer to a question.
fn answers(dataset: &Dataset, question: &Question, levels: &[String]) -> Vec<Answered> {
    let one = |answer: Result<_, _>| columns(&answer.map(|columns| vec![columns]));
    let histograms = |active| columns(&dataset.histograms(levels, question, active));
    vec![
        published(&dataset.ask(question)),
        one(dataset.columns(question)),
        published(&dataset.distinct(question)),
        one(dataset.distinct_columns(question)),
        histograms(None),
        histograms(levels.first().map(String::as_str)),
    ]
}
