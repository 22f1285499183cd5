//! An answer as a JSON list of flat objects.

use std::collections::BTreeSet;

use protocol::message::{Answer, AnswerRow, Refusal};
use protocol::view::{CellKind, CellView};
use serde_json::{Value, json};
use session::{Beside, BesideRow, HeldRow};

use super::{Told, judged, parts};

/// One object a row, its keys in the order of the question.
pub(crate) fn write(told: Told<'_>, years: &BTreeSet<&str>) -> String {
    let rows = objects(told, years);
    if rows.is_empty() {
        "[]\n".to_owned()
    } else {
        format!("[\n  {}\n]\n", rows.join(",\n  "))
    }
}

/// The same on one line.
pub(crate) fn line(answer: &Answer, years: &BTreeSet<&str>) -> String {
    let told = Told {
        answer,
        beside: &[],
        held: &[],
    };
    format!("[{}]\n", objects(told, years).join(", "))
}

/// A line for a slice that was refused.
pub(crate) fn refused(refusal: &Refusal) -> String {
    format!("{}\n", json!({ "refused": refusal.what }))
}

fn objects(told: Told<'_>, years: &BTreeSet<&str>) -> Vec<String> {
    let of_part = |(histogram, part): (Option<&str>, &Answer)| -> Vec<String> {
        let rows = part.rows.iter().enumerate();
        rows.map(|(at, row)| {
            let mut fields = Vec::new();
            fields.extend(histogram.map(|level| ("histogram".to_owned(), json!(level))));
            fields.extend(keys((part, row), years));
            for (column, (name, cell)) in part.values.iter().zip(&row.cells).enumerate() {
                fields.extend(of_cell(name, cell));
                let found = told.beside(column, at);
                fields.extend(found.into_iter().flat_map(|found| of_beside(name, found)));
                let held = told.held(column, at);
                fields.extend(held.into_iter().flat_map(|held| of_held(name, held)));
            }
            object(&fields)
        })
        .collect()
    };
    parts(told.answer).into_iter().flat_map(of_part).collect()
}

fn keys((answer, row): (&Answer, &AnswerRow), years: &BTreeSet<&str>) -> Vec<(String, Value)> {
    let mut fields = Vec::new();
    for (key, (code, label)) in answer.keys.iter().zip(row.codes.iter().zip(&row.labels)) {
        let number = years.contains(key.as_str()).then(|| year(code)).flatten();
        fields.push((
            key.clone(),
            number.map_or_else(|| json!(code), |number| json!(number)),
        ));
        if code != label {
            fields.push((format!("{key}_label"), json!(label)));
        }
    }
    fields
}

fn object(fields: &[(String, Value)]) -> String {
    let fields: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{}: {value}", json!(name)))
        .collect();
    format!("{{{}}}", fields.join(", "))
}

/// What an indicator was made from, how, and what must be known; nothing where there is nothing to say.
fn of_beside(name: &str, (beside, row): (&Beside, &BesideRow)) -> Vec<(String, Value)> {
    let mut fields = Vec::new();
    if row.numerator.value.is_some() {
        let part = |part: &CellView| number(part.value);
        fields.push((format!("{name}_numerator"), part(&row.numerator)));
        fields.push((format!("{name}_denominator"), part(&row.denominator)));
        let method = beside
            .method
            .map(|method| (format!("{name}_method"), json!(method)));
        fields.extend(method);
    }
    let caveats = row.caveats.iter().filter_map(|at| beside.caveats.get(*at));
    let caveats: Vec<&String> = caveats.collect();
    if !caveats.is_empty() {
        fields.push((format!("{name}_caveats"), json!(caveats)));
    }
    fields
}

/// What a figure is held against, and how it stands; nothing where the place has none of it.
fn of_held(name: &str, held: &HeldRow) -> Vec<(String, Value)> {
    if held.label.is_empty() {
        return Vec::new();
    }
    let against = format!("{name}_against");
    let mut fields = vec![(against.clone(), json!(held.label))];
    fields.extend(of_cell(&format!("{against}_value"), &held.value));
    let judgement = held.judgement.map(|it| json!(judged::code(it)));
    fields.extend(judgement.map(|it| (format!("{name}_judgement"), it)));
    let note = held.note.as_ref().map(|note| json!(note));
    fields.extend(note.map(|note| (format!("{against}_note"), note)));
    fields
}

/// A code that is a number and nothing else.
fn year(code: &str) -> Option<i64> {
    code.parse::<i64>()
        .ok()
        .filter(|number| number.to_string() == code)
}

fn of_cell(name: &str, cell: &CellView) -> Vec<(String, Value)> {
    let is_told = status(cell.kind).is_none() || cell.kind == CellKind::Incomplete;
    let value = cell.value.filter(|_| is_told);
    let mut fields = vec![(name.to_owned(), number(value))];
    fields.extend(status(cell.kind).map(|status| (format!("{name}_status"), json!(status))));
    fields.extend(
        cell.low
            .map(|low| (format!("{name}_low"), number(Some(low)))),
    );
    fields.extend(
        cell.high
            .map(|high| (format!("{name}_high"), number(Some(high)))),
    );
    if cell.preliminary {
        fields.push((format!("{name}_preliminary"), json!(true)));
    }
    fields
}

/// A number, a whole one without decimals.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the range is checked first"
)]
fn number(value: Option<f64>) -> Value {
    match value {
        Some(value) if value.fract() == 0.0 && value.abs() < 9e15 => json!(value as i64),
        value => json!(value),
    }
}

/// The word for a cell without a number of its own.
pub(super) fn status(kind: CellKind) -> Option<&'static str> {
    match kind {
        CellKind::Value | CellKind::Zero => None,
        CellKind::Hidden => Some("hidden"),
        CellKind::Missing => Some("missing"),
        CellKind::NotApplicable => Some("not_applicable"),
        CellKind::Bounds => Some("bounds"),
        CellKind::AtLeast => Some("at_least"),
        CellKind::Incomplete => Some("incomplete"),
        CellKind::Refused => Some("refused"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(cells: Vec<CellView>) -> Answer {
        let row = AnswerRow {
            codes: vec!["10".into(), "2025".into()],
            labels: vec!["Lillebælt".into(), "2025".into()],
            cells,
        };
        Answer {
            keys: vec!["sundhedsraad".into(), "year".into()],
            values: vec!["patienter".into()],
            rows: vec![row],
            ..Answer::default()
        }
    }

    fn told(answer: &Answer) -> Told<'_> {
        Told {
            answer,
            beside: &[],
            held: &[],
        }
    }

    #[test]
    fn a_figure_says_what_it_is_held_against_and_how_it_stands() {
        let value = CellView {
            value: Some(12.5),
            ..CellView::default()
        };
        let held = HeldRow {
            label: "Region Syddanmark".into(),
            value: value.clone(),
            judgement: Some(protocol::view::Judgement::Worse),
            note: None,
        };
        let answer = answer(vec![value]);
        let held = [Some(vec![held])];
        let told = Told {
            held: &held,
            ..told(&answer)
        };
        let text = write(told, &BTreeSet::new());
        let expected = r#""patienter_against": "Region Syddanmark", "patienter_against_value": 12.5, "patienter_judgement": "worse""#;
        assert!(text.contains(expected), "{text}");
    }

    #[test]
    fn years_are_numbers_and_codes_are_not() {
        let value = CellView {
            value: Some(12.0),
            ..CellView::default()
        };
        let text = write(told(&answer(vec![value])), &["year"].into());
        assert_eq!(
            text,
            "[\n  {\"sundhedsraad\": \"10\", \"sundhedsraad_label\": \"Lillebælt\", \"year\": 2025, \"patienter\": 12}\n]\n"
        );
    }

    #[test]
    fn an_answer_among_many_is_one_line() {
        let value = CellView {
            value: Some(0.5),
            ..CellView::default()
        };
        let text = line(&answer(vec![value]), &BTreeSet::new());
        assert!(
            text.starts_with("[{") && text.ends_with("\"patienter\": 0.5}]\n"),
            "{text}"
        );
        let refusal = Refusal {
            what: "Nej.".into(),
            ..Refusal::default()
        };
        assert_eq!(refused(&refusal), "{\"refused\":\"Nej.\"}\n");
    }

    #[test]
    fn a_cell_without_a_number_says_why() {
        let bounds = CellView {
            kind: CellKind::Bounds,
            low: Some(3.0),
            high: Some(4.5),
            ..CellView::default()
        };
        let text = write(told(&answer(vec![bounds])), &BTreeSet::new());
        assert!(text.contains(r#""patienter": null, "patienter_status": "bounds", "patienter_low": 3, "patienter_high": 4.5"#), "{text}");
        assert!(text.contains(r#""year": "2025""#), "{text}");
    }
}
