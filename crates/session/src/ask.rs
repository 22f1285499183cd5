//! Answering a slice.

use std::cmp::Ordering;

use danish::Language;
use health::{Dataset, Published, Question, Wanted};
use protocol::message::{Answer, AnswerRow, Refusal};
use protocol::slice::{Direction, MeasureExpr, Order, Slice};
use protocol::view::{CellKind, CellView};

use crate::{present, words};

/// The answer to a slice, or why there is none.
pub(crate) fn answer(
    dataset: &Dataset,
    slice: &Slice,
    language: Language,
) -> Result<Answer, Refusal> {
    let refuse = |refusal| words::refused(dataset, &refusal, language);
    if !slice.distinct.is_empty() {
        let question = combinations(slice);
        let published = dataset.distinct(&question).map_err(refuse)?;
        let mut answer = rows(&published, &[], language);
        answer.rows.truncate(slice.top.unwrap_or(usize::MAX));
        return Ok(answer);
    }
    if !slice.histograms.is_empty() {
        let (question, styles) = (question(slice), styles(dataset, slice));
        let parts = slice.histograms.iter().map(|level| {
            let question = dataset.histogram(level, &question).map_err(refuse)?;
            let published = dataset.ask(&question).map_err(refuse)?;
            Ok(rows(&published, &styles, language))
        });
        return Ok(Answer {
            parts: parts.collect::<Result<_, Refusal>>()?,
            ..Answer::default()
        });
    }
    let published = dataset.ask(&question(slice)).map_err(refuse)?;
    let mut answer = rows(&published, &styles(dataset, slice), language);
    if let Some(order) = slice.order {
        sort(&mut answer.rows, order);
    }
    answer.rows.truncate(slice.top.unwrap_or(usize::MAX));
    Ok(answer)
}

/// The question a slice puts; histograms without a measure count rows.
pub(crate) fn question(slice: &Slice) -> Question {
    let keep = slice.filter.iter().map(|(level, members)| {
        (
            level.clone(),
            members.iter().map(ToString::to_string).collect(),
        )
    });
    let mut asked: Vec<Wanted> = measures(slice).iter().map(wanted).collect();
    if counts_rows(slice) {
        asked.push(Wanted::Rows);
    }
    Question {
        table: slice.table.clone(),
        by: slice.by.clone(),
        keep: keep.collect(),
        wanted: asked,
    }
}

/// The question for the distinct combinations that a slice asks for.
pub(crate) fn combinations(slice: &Slice) -> Question {
    Question {
        by: slice.distinct.clone(),
        ..question(slice)
    }
}

fn measures(slice: &Slice) -> Vec<MeasureExpr> {
    let of_histogram = slice
        .measure
        .iter()
        .map(|name| MeasureExpr::Sum(name.clone()));
    slice.measures.iter().cloned().chain(of_histogram).collect()
}

fn counts_rows(slice: &Slice) -> bool {
    !slice.histograms.is_empty() && measures(slice).is_empty()
}

/// What a measure expression wants of the data set.
pub(crate) fn wanted(measure: &MeasureExpr) -> Wanted {
    match measure.clone() {
        MeasureExpr::Sum(name) => Wanted::Rolled(name),
        MeasureExpr::Count(name) => Wanted::Count(name),
        MeasureExpr::Min(name) => Wanted::Min(name),
        MeasureExpr::Max(name) => Wanted::Max(name),
        MeasureExpr::Mean(name) => Wanted::Mean(name),
        MeasureExpr::Ratio([above, below]) => Wanted::Ratio(above, below),
        MeasureExpr::Indicator(id) => Wanted::Indicator(id),
    }
}

/// The column that counts rows.
const ROWS: &str = "rows";

/// Name and decimals of each value column.
pub(crate) fn styles(dataset: &Dataset, slice: &Slice) -> Vec<(String, u8)> {
    let style = |measure: &MeasureExpr| (measure.column_name(), decimals(dataset, measure));
    let rows = counts_rows(slice).then(|| (ROWS.to_owned(), 0));
    measures(slice).iter().map(style).chain(rows).collect()
}

/// How many decimals a measure is shown with.
pub(crate) fn decimals(dataset: &Dataset, measure: &MeasureExpr) -> u8 {
    let of_measure = |name: &str| {
        let columns = dataset.tables().iter().flat_map(|table| table.measures());
        let found = columns
            .map(|column| &column.measure)
            .find(|measure| measure.name == name);
        found.map_or(0, |measure| measure.decimals)
    };
    match measure {
        MeasureExpr::Count(_) => 0,
        MeasureExpr::Sum(name) | MeasureExpr::Min(name) | MeasureExpr::Max(name) => {
            of_measure(name)
        }
        MeasureExpr::Mean(name) => of_measure(name).max(1),
        MeasureExpr::Ratio(_) => 2,
        MeasureExpr::Indicator(id) => dataset.indicator(id).map_or(1, |found| found.decimals),
    }
}

fn rows(published: &Published<'_>, styles: &[(String, u8)], language: Language) -> Answer {
    let row = |(members, cells): (Vec<&health::Member>, &[health::Cell])| AnswerRow {
        codes: members.iter().map(|member| member.code.clone()).collect(),
        labels: members
            .iter()
            .map(|member| words::text(&member.label, language))
            .collect(),
        cells: cells
            .iter()
            .zip(styles)
            .map(|(cell, (_, decimals))| present::cell(cell, *decimals, language))
            .collect(),
    };
    Answer {
        keys: published
            .keys()
            .iter()
            .map(|key| key.name().to_owned())
            .collect(),
        values: styles.iter().map(|(name, _)| name.clone()).collect(),
        rows: published.rows().map(row).collect(),
        parts: Vec::new(),
        notices: words::notices(published.remarks(), language),
    }
}

fn sort(rows: &mut [AnswerRow], order: Order) {
    rows.sort_by(|a, b| {
        compare(
            a.cells.get(order.measure),
            b.cells.get(order.measure),
            order.direction,
        )
    });
}

/// Cells with an exact number first in the direction asked for; the rest keep their order, since what is incomplete may be
/// larger than it looks.
pub(crate) fn compare(
    a: Option<&CellView>,
    b: Option<&CellView>,
    direction: Direction,
) -> Ordering {
    let number = |cell: Option<&CellView>| {
        cell.filter(|cell| matches!(cell.kind, CellKind::Value | CellKind::Zero))
            .and_then(|cell| cell.value)
    };
    match (number(a), number(b), direction) {
        (Some(a), Some(b), Direction::Ascending) => a.total_cmp(&b),
        (Some(a), Some(b), Direction::Descending) => b.total_cmp(&a),
        (a, b, _) => b.is_some().cmp(&a.is_some()),
    }
}
