//! An answer as a table to read.

use danish::Language;
use danish::number::range;
use danish::terminal::{Phrase, phrase};
use protocol::message::{Answer, AnswerRow};
use protocol::view::{CellKind, CellView};

use super::parts;
use crate::output::{Side, table};

/// Labels to the left, figures to the right, an interval beside its figure.
pub(crate) fn write(answer: &Answer, language: Language) -> String {
    parts(answer)
        .into_iter()
        .map(|(_, part)| one(part, language))
        .collect::<Vec<_>>()
        .join("\n")
}

fn one(answer: &Answer, language: Language) -> String {
    let limited: Vec<bool> = (0..answer.values.len())
        .map(|value| {
            answer
                .rows
                .iter()
                .any(|row| row.cells.get(value).is_some_and(has_interval))
        })
        .collect();
    let heads = answer
        .values
        .iter()
        .zip(&limited)
        .flat_map(|(name, limited)| {
            [
                Some(name.clone()),
                limited.then(|| phrase(Phrase::Interval, language).to_owned()),
            ]
        });
    let header: Vec<String> = answer.keys.iter().cloned().chain(heads.flatten()).collect();
    let keys = answer.keys.iter().map(|_| Side::Left);
    let sides: Vec<Side> = keys
        .chain(std::iter::repeat(Side::Right))
        .take(header.len())
        .collect();
    let rows = answer.rows.iter().map(|row| cells(row, &limited, language));
    table(
        &std::iter::once(header).chain(rows).collect::<Vec<_>>(),
        &sides,
    )
}

fn has_interval(cell: &CellView) -> bool {
    matches!(cell.kind, CellKind::Value | CellKind::Zero) && cell.low.is_some()
}

fn cells(row: &AnswerRow, limited: &[bool], language: Language) -> Vec<String> {
    let figures = row.cells.iter().zip(limited).flat_map(|(cell, limited)| {
        let star = if cell.preliminary { "*" } else { "" };
        [
            Some(format!("{}{star}", cell.text)),
            limited.then(|| interval(cell, language)),
        ]
    });
    row.labels
        .iter()
        .cloned()
        .chain(figures.flatten())
        .collect()
}

/// The interval with as many decimals as its figure.
fn interval(cell: &CellView, language: Language) -> String {
    let Some((low, high)) = cell.low.zip(cell.high).filter(|_| has_interval(cell)) else {
        return String::new();
    };
    let sign = language.pick(",", ".");
    let decimals = cell
        .text
        .rsplit_once(sign)
        .map_or(0, |(_, decimals)| decimals.chars().count());
    range(low, high, u8::try_from(decimals).unwrap_or(0), language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_stands_beside_its_figure() {
        let cell = CellView {
            value: Some(58.4),
            text: "58,4".into(),
            low: Some(56.51),
            high: Some(60.29),
            preliminary: true,
            ..CellView::default()
        };
        let row = AnswerRow {
            codes: vec!["10".into()],
            labels: vec!["Lillebælt".into()],
            cells: vec![cell],
        };
        let answer = Answer {
            keys: vec!["sundhedsraad".into()],
            values: vec!["rate".into()],
            rows: vec![row],
            ..Answer::default()
        };
        let text = write(&answer, Language::Da);
        assert_eq!(
            text.lines().last(),
            Some("Lillebælt     58,4*      56,5-60,3")
        );
    }
}
