//! An answer as CSV that Danish spreadsheets open: semicolons, decimal commas, and no text that runs as a formula.

use danish::Language;
use protocol::message::{Answer, AnswerRow};
use protocol::view::CellView;

use super::parts;

/// A header and one line a row; histograms stand below one another.
pub(crate) fn write(answer: &Answer, language: Language) -> String {
    parts(answer)
        .into_iter()
        .map(|(_, part)| one(part, language))
        .collect::<Vec<_>>()
        .join("\n")
}

fn one(answer: &Answer, language: Language) -> String {
    let labelled: Vec<bool> = (0..answer.keys.len())
        .map(|key| {
            answer
                .rows
                .iter()
                .any(|row| row.codes.get(key) != row.labels.get(key))
        })
        .collect();
    let limited: Vec<bool> = (0..answer.values.len())
        .map(|value| {
            answer
                .rows
                .iter()
                .any(|row| row.cells.get(value).is_some_and(|cell| cell.low.is_some()))
        })
        .collect();
    let keys = answer
        .keys
        .iter()
        .zip(&labelled)
        .flat_map(|(key, labelled)| [Some(key.clone()), labelled.then(|| format!("{key}_label"))]);
    let values = answer
        .values
        .iter()
        .zip(&limited)
        .flat_map(|(value, limited)| {
            let limit = |end: &str| limited.then(|| format!("{value}_{end}"));
            [Some(value.clone()), limit("low"), limit("high")]
        });
    let header: Vec<String> = keys
        .chain(values)
        .flatten()
        .map(|name| text(&name))
        .collect();
    let rows = answer
        .rows
        .iter()
        .map(|row| line(row, (&labelled, &limited), language));
    let lines: Vec<String> = std::iter::once(header.join(";")).chain(rows).collect();
    format!("{}\n", lines.join("\n"))
}

fn line(row: &AnswerRow, (labelled, limited): (&[bool], &[bool]), language: Language) -> String {
    let keys = row
        .codes
        .iter()
        .zip(&row.labels)
        .zip(labelled)
        .flat_map(|((code, label), labelled)| [Some(text(code)), labelled.then(|| text(label))]);
    let cells = row.cells.iter().zip(limited).flat_map(|(cell, limited)| {
        let limit = |end: Option<f64>| {
            limited.then(|| end.map_or_else(String::new, |end| plain(end, language)))
        };
        [
            Some(value(cell, language)),
            limit(cell.low),
            limit(cell.high),
        ]
    });
    keys.chain(cells).flatten().collect::<Vec<_>>().join(";")
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
    use super::*;
    use protocol::view::CellKind;

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
        assert_eq!(
            write(&answer, Language::Da),
            "sted;sted_label;tal\na;'=1+1;-1234,5\na;\"x;y\";skjult\n"
        );
    }
}
