//! An answer as a table to read.

use danish::Language;
use danish::number::range;
use danish::terminal::{Phrase, phrase};
use protocol::message::Answer;
use protocol::view::{CellKind, CellView};
use session::{Beside, HeldRow};

use super::{Told, judged, parts};
use crate::output::{Side, table};

/// Labels to the left, figures to the right, an interval beside its figure, and what an indicator was made from; caveats below.
pub(crate) fn write(told: Told<'_>, language: Language) -> String {
    let tables = parts(told.answer)
        .into_iter()
        .map(|(_, answer)| one(Told { answer, ..told }, language));
    let tables = tables.collect::<Vec<_>>().join("\n");
    let mut notes = notes(told.answer, told.beside);
    notes.extend(held_notes(told));
    if notes.is_empty() {
        return tables;
    }
    format!("{tables}\n{}\n", notes.join("\n"))
}

fn one(told: Told<'_>, language: Language) -> String {
    let answer = told.answer;
    let columns: Vec<Column<'_>> = (0..answer.values.len())
        .map(|at| Column::new(&told, at))
        .collect();
    let heads = answer.values.iter().zip(&columns);
    let heads = heads.flat_map(|(name, column)| column.heads(name, language));
    let header: Vec<String> = answer.keys.iter().cloned().chain(heads).collect();
    let keys = answer.keys.iter().map(|_| Side::Left);
    let sides: Vec<Side> = keys
        .chain(std::iter::repeat(Side::Right))
        .take(header.len())
        .collect();
    let rows = answer.rows.iter().enumerate().map(|(at, row)| {
        let figures = row.cells.iter().zip(&columns);
        let figures = figures.flat_map(|(cell, column)| column.cells(at, cell, language));
        row.labels.iter().cloned().chain(figures).collect()
    });
    table(
        &std::iter::once(header).chain(rows).collect::<Vec<_>>(),
        &sides,
    )
}

/// A value column, and what is printed beside it.
struct Column<'a> {
    has_limits: bool,
    beside: Option<&'a Beside>,
    has_parts: bool,
    held: Option<&'a [HeldRow]>,
}

impl<'a> Column<'a> {
    fn new(told: &Told<'a>, at: usize) -> Self {
        let mut rows = told.answer.rows.iter();
        let beside = told.beside.get(at).and_then(Option::as_ref);
        let held = told.held.get(at).and_then(Option::as_deref);
        let mut parts = beside.iter().flat_map(|beside| &beside.rows);
        Self {
            has_limits: rows.any(|row| row.cells.get(at).is_some_and(has_interval)),
            has_parts: parts.any(|row| row.numerator.value.is_some()),
            beside,
            held,
        }
    }

    fn heads(&self, name: &str, language: Language) -> Vec<String> {
        let interval = phrase(Phrase::Interval, language);
        let method = self.beside.and_then(|beside| beside.method);
        let interval = method.map_or(interval.to_owned(), |method| {
            format!("{interval}, {method}")
        });
        let mut heads = vec![name.to_owned()];
        heads.extend(self.has_limits.then_some(interval));
        if self.has_parts {
            let parts = [Phrase::Numerator, Phrase::Denominator];
            heads.extend(parts.map(|part| phrase(part, language).to_owned()));
        }
        if self.held.is_some() {
            let parts = [Phrase::HeldAgainst, Phrase::Judgement];
            heads.extend(parts.map(|part| phrase(part, language).to_owned()));
        }
        heads
    }

    fn cells(&self, row: usize, cell: &CellView, language: Language) -> Vec<String> {
        let star = if cell.preliminary { "*" } else { "" };
        let beside = self.beside.and_then(|beside| beside.rows.get(row));
        let marks = beside.iter().flat_map(|row| &row.caveats);
        let marks: String = marks.map(|at| format!(" ({})", at + 1)).collect();
        let mut cells = vec![format!("{}{star}{marks}", cell.text)];
        cells.extend(self.has_limits.then(|| interval(cell, language)));
        if let Some(row) = beside.filter(|_| self.has_parts) {
            cells.extend([row.numerator.text.clone(), row.denominator.text.clone()]);
        }
        if let Some(held) = self.held.and_then(|held| held.get(row)) {
            let against = format!("{} {}", held.label, held.value.text);
            let word = judged::word(held.judgement, language);
            cells.extend([against.trim().to_owned(), word.to_owned()]);
        }
        cells
    }
}

/// The caveats of each indicator, as its figures are marked.
fn notes(answer: &Answer, beside: &[Option<Beside>]) -> Vec<String> {
    let columns = answer.values.iter().zip(beside);
    let note = |(name, beside): (&String, &Option<Beside>)| -> Vec<String> {
        let caveats = beside.iter().flat_map(|beside| &beside.caveats);
        let caveats = caveats.enumerate();
        caveats
            .map(|(at, words)| format!("{name} ({}): {words}", at + 1))
            .collect()
    };
    columns.flat_map(note).collect()
}

/// What must be known of what the figures are held against, each once.
fn held_notes(told: Told<'_>) -> Vec<String> {
    let mut notes: Vec<String> = Vec::new();
    for held in told.held.iter().flatten().flatten() {
        let note = held
            .note
            .as_ref()
            .map(|note| format!("{}: {note}", held.label));
        notes.extend(note.filter(|note| !notes.contains(note)));
    }
    notes
}

fn has_interval(cell: &CellView) -> bool {
    matches!(cell.kind, CellKind::Value | CellKind::Zero) && cell.low.is_some()
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
    use protocol::message::AnswerRow;

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
        let told = Told {
            answer: &answer,
            beside: &[],
            held: &[],
        };
        let text = write(told, Language::Da);
        assert_eq!(
            text.lines().last(),
            Some("Lillebælt     58,4*      56,5-60,3")
        );
    }
}
