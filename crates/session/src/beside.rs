//! What stands beside the figures of indicators in an answer: what they were made from, how, and what must be known.

use std::collections::BTreeMap;

use danish::Language;
use health::{Cell, Dataset, Indicator, Question};
use protocol::message::{Answer, AnswerRow};
use protocol::slice::{MeasureExpr, Slice};
use protocol::view::CellView;

use crate::session::Session;
use crate::{ask, present, words};

/// Beside a column of an indicator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Beside {
    /// The method of the intervals; none where there are none.
    pub method: Option<&'static str>,
    /// The caveats that concern some row.
    pub caveats: Vec<String>,
    /// Row by row.
    pub rows: Vec<BesideRow>,
}

/// Beside one figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BesideRow {
    /// What was counted.
    pub numerator: CellView,
    /// What it was counted among, or what was expected.
    pub denominator: CellView,
    /// Positions of the caveats that concern it.
    pub caveats: Vec<usize>,
}

impl Session {
    /// What stands beside each value column of the answer to a slice; nothing beside what is no indicator.
    #[must_use]
    pub fn beside(
        &self,
        slice: &Slice,
        answer: &Answer,
        language: protocol::state::Language,
    ) -> Vec<Option<Beside>> {
        let Some(dataset) = self.dataset() else {
            return Vec::new();
        };
        let (question, language) = (ask::question(slice), words::language(language));
        let cells = cells(dataset, &question);
        let column = |(at, measure): (usize, &MeasureExpr)| {
            let MeasureExpr::Indicator(id) = measure else {
                return None;
            };
            let indicator = dataset.indicator(id).ok()?;
            let cell = |row: &AnswerRow| cells.get(&row.codes)?.get(at).copied();
            let found: Vec<Option<Cell>> = answer.rows.iter().map(cell).collect();
            let parts = found.iter().map(|cell| parts(*cell, language));
            let reached = caveats(dataset, (indicator, &question), answer, language);
            Some(Beside {
                method: words::method(indicator.interval_method()),
                rows: parts
                    .zip(reached.1)
                    .map(|((numerator, denominator), caveats)| BesideRow {
                        numerator,
                        denominator,
                        caveats,
                    })
                    .collect(),
                caveats: reached.0,
            })
        };
        slice.measures.iter().enumerate().map(column).collect()
    }
}

/// The cells of each row by its codes.
pub(crate) fn cells(dataset: &Dataset, question: &Question) -> BTreeMap<Vec<String>, Vec<Cell>> {
    let Ok(published) = dataset.ask(question) else {
        return BTreeMap::new();
    };
    let row = |(members, cells): (Vec<&health::Member>, &[Cell])| {
        let codes = members.iter().map(|member| member.code.clone());
        (codes.collect(), cells.to_vec())
    };
    published.rows().map(row).collect()
}

fn parts(cell: Option<Cell>, language: Language) -> (CellView, CellView) {
    let none = || present::not_applicable(language);
    match cell.and_then(|cell| Some((cell.figure.value()?, cell.parts?))) {
        Some((_, (above, below))) => (
            present::figure(above, decimals(above), language),
            present::figure(below, decimals(below), language),
        ),
        None => (none(), none()),
    }
}

/// Counts have no decimals, what was expected or spent has one.
fn decimals(figure: health::Figure) -> u8 {
    u8::from(figure.value().is_some_and(|value| value.fract() != 0.0))
}

/// The caveats in words, and for each row those that concern it.
fn caveats(
    dataset: &Dataset,
    (indicator, question): (&Indicator, &Question),
    answer: &Answer,
    language: Language,
) -> (Vec<String>, Vec<Vec<usize>>) {
    let reach = dataset.reach(indicator, question).into_iter();
    let told = reach.zip(&indicator.caveats).filter_map(|(reach, caveat)| {
        let reach = reach?;
        let mut rows = answer.rows.iter();
        rows.any(|row| reach.holds(&row.codes))
            .then(|| (words::text(&caveat.text, language), reach))
    });
    let (words, reach): (Vec<String>, Vec<_>) = told.unzip();
    let of_row = |row: &AnswerRow| {
        let held = reach.iter().enumerate();
        let held = held.filter(|(_, reach)| reach.holds(&row.codes));
        held.map(|(at, _)| at).collect()
    };
    (words, answer.rows.iter().map(of_row).collect())
}
