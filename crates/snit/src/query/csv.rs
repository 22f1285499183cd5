//! An answer as CSV that Danish spreadsheets open: semicolons, decimal commas, and no text that runs as a formula.

use danish::Language;
use protocol::message::Answer;
use protocol::view::CellView;

use super::{Told, judged, parts};

/// The columns of what a figure is held against.
const HELD: [&str; 5] = [
    "against",
    "against_value",
    "against_status",
    "against_note",
    "judgement",
];

/// A header and one line a row; histograms stand below one another.
pub(crate) fn write(told: Told<'_>, language: Language) -> String {
    parts(told.answer)
        .into_iter()
        .map(|(_, answer)| one(Told { answer, ..told }, language))
        .collect::<Vec<_>>()
        .join("\n")
}

fn one(told: Told<'_>, language: Language) -> String {
    let answer = told.answer;
    let is_labelled = |key: &usize| {
        let mut rows = answer.rows.iter();
        rows.any(|row| row.codes.get(*key) != row.labels.get(*key))
    };
    let labelled: Vec<usize> = (0..answer.keys.len()).filter(is_labelled).collect();
    let header: Vec<String> = head(told, &labelled)
        .iter()
        .map(|name| text(name))
        .collect();
    let rows = answer.rows.iter().enumerate().map(|(at, row)| {
        let keys = row.codes.iter().zip(&row.labels).enumerate();
        let keys = keys.flat_map(|(key, (code, label))| {
            [
                Some(text(code)),
                labelled.contains(&key).then(|| text(label)),
            ]
        });
        let values = row.cells.iter().enumerate();
        let values = values.flat_map(|(column, cell)| fields((told, column), (cell, at), language));
        let line: Vec<String> = keys.flatten().chain(values).collect();
        line.join(";")
    });
    let lines: Vec<String> = std::iter::once(header.join(";")).chain(rows).collect();
    format!("{}\n", lines.join("\n"))
}

fn head(told: Told<'_>, labelled: &[usize]) -> Vec<String> {
    let answer = told.answer;
    let keys = answer.keys.iter().enumerate().flat_map(|(at, key)| {
        let label = labelled.contains(&at).then(|| format!("{key}_label"));
        [Some(key.clone()), label]
    });
    let values = answer.values.iter().enumerate().flat_map(|(at, value)| {
        let limits = has_limits(answer, at);
        let of_indicator = told.beside.get(at).is_some_and(Option::is_some);
        let is_held = told.is_held(at);
        let limits = ["low", "high"].into_iter().filter(move |_| limits);
        let beside = ["numerator", "denominator", "method", "status", "caveats"];
        let beside = beside.into_iter().filter(move |_| of_indicator);
        let held = HELD.into_iter();
        let beside = limits
            .chain(beside)
            .chain(held.filter(move |_| is_held))
            .map(move |end| Some(format!("{value}_{end}")));
        std::iter::once(Some(value.clone())).chain(beside)
    });
    keys.chain(values).flatten().collect()
}

/// Whether some row of a column has limits.
fn has_limits(answer: &Answer, column: usize) -> bool {
    let mut rows = answer.rows.iter();
    rows.any(|row| row.cells.get(column).is_some_and(|cell| cell.low.is_some()))
}

/// A cell, its limits where the column has some, and what stands beside it where it is an indicator's.
fn fields(
    (told, column): (Told<'_>, usize),
    (cell, at): (&CellView, usize),
    language: Language,
) -> Vec<String> {
    let number = |number: Option<f64>| number.map_or_else(String::new, |it| plain(it, language));
    let mut fields = vec![value(cell, language)];
    if has_limits(told.answer, column) {
        fields.extend([number(cell.low), number(cell.high)]);
    }
    if let Some((beside, row)) = told.beside(column, at) {
        let is_limited = row.numerator.value.is_some() && cell.low.is_some();
        let method = beside.method.filter(|_| is_limited).unwrap_or_default();
        let caveats = row.caveats.iter().filter_map(|at| beside.caveats.get(*at));
        let caveats: Vec<&str> = caveats.map(String::as_str).collect();
        fields.extend([
            number(row.numerator.value),
            number(row.denominator.value),
            text(method),
            super::json::status(cell.kind).unwrap_or("value").to_owned(),
            text(&caveats.join(" ")),
        ]);
    }
    if let Some(held) = told.held(column, at) {
        let value = match held.label.is_empty() {
            true => String::new(),
            false => value(&held.value, language),
        };
        let judgement = held.judgement.map_or("", judged::code);
        let status = super::json::status(held.value.kind).unwrap_or("value");
        let status = if held.label.is_empty() { "" } else { status };
        let note = held.note.as_deref().unwrap_or_default();
        let words = [status, note, judgement].map(text);
        fields.extend([text(&held.label), value].into_iter().chain(words));
    }
    fields
}

/// A number with all its decimals, or what the cell prints instead.
fn value(cell: &CellView, language: Language) -> String {
    cell.value
        .map_or_else(|| text(&cell.text), |value| plain(value, language))
}

fn plain(value: f64, language: Language) -> String {
    match language {
        Language::Da => value.to_string().replace('.', ","),
        Language::En => value.to_string(),
    }
}

/// A text cell: harmless to spreadsheets, quoted where it must be.
fn text(words: &str) -> String {
    let runs = words.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    let words = if runs {
        format!("'{words}")
    } else {
        words.to_owned()
    };
    if words.contains([';', '"', '\n', '\r']) {
        format!("\"{}\"", words.replace('"', "\"\""))
    } else {
        words
    }
}

#[cfg(test)]
mod tests {
    use session::HeldRow;

    use super::*;
    use protocol::message::AnswerRow;
    use protocol::view::CellKind;

    #[test]
    fn what_a_figure_is_held_against_has_its_status_and_note() {
        let cell = |kind, text: &str| CellView {
            kind,
            text: text.into(),
            value: (kind == CellKind::Value).then_some(2.5),
            ..CellView::default()
        };
        let row = |code: &str| AnswerRow {
            codes: vec![code.into()],
            labels: vec![code.into()],
            cells: vec![cell(CellKind::Value, "2,5")],
        };
        let answer = Answer {
            keys: vec!["sted".into()],
            values: vec!["tal".into()],
            rows: ["a", "b", "c"].map(row).into(),
            ..Answer::default()
        };
        let held = |value: CellView, note: &str| HeldRow {
            label: "2 valgte".into(),
            value,
            note: (!note.is_empty()).then(|| note.to_owned()),
            ..HeldRow::default()
        };
        let held = vec![
            held(cell(CellKind::Value, "2,5"), "Median; af 2."),
            held(cell(CellKind::Hidden, "skjult"), ""),
            HeldRow::default(),
        ];
        let told = Told {
            answer: &answer,
            beside: &[],
            held: &[Some(held)],
        };
        let expected = [
            "sted;tal;tal_against;tal_against_value;tal_against_status;tal_against_note;tal_judgement",
            "a;2,5;2 valgte;2,5;value;\"Median; af 2.\";",
            "b;2,5;2 valgte;skjult;hidden;;",
            "c;2,5;;;;;",
            "",
        ];
        assert_eq!(write(told, Language::Da), expected.join("\n"));
    }

    #[test]
    fn numbers_have_decimal_commas_and_hidden_cells_a_word() {
        let number = CellView {
            value: Some(-1234.5),
            ..CellView::default()
        };
        let hidden = CellView {
            kind: CellKind::Hidden,
            text: "skjult".into(),
            ..CellView::default()
        };
        let row = |label: &str, cell| AnswerRow {
            codes: vec!["a".into()],
            labels: vec![label.into()],
            cells: vec![cell],
        };
        let answer = Answer {
            keys: vec!["sted".into()],
            values: vec!["tal".into()],
            rows: vec![row("=1+1", number), row("x;y", hidden)],
            ..Answer::default()
        };
        let told = Told {
            answer: &answer,
            beside: &[],
            held: &[],
        };
        assert_eq!(
            write(told, Language::Da),
            "sted;sted_label;tal\na;'=1+1;-1234,5\na;\"x;y\";skjult\n"
        );
    }
}
