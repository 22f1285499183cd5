//! An answer as CSV that Danish spreadsheets open: semicolons, decimal commas, and no text that runs as a formula.

use danish::Language;
use protocol::message::Answer;
use protocol::view::CellView;
use session::{Beside, BesideRow};

use super::parts;

/// A header and one line a row; histograms stand below one another.
pub(crate) fn write((answer, beside): (&Answer, &[Option<Beside>]), language: Language) -> String {
    parts(answer)
        .into_iter()
        .map(|(_, part)| one((part, beside), language))
        .collect::<Vec<_>>()
        .join("\n")
}

fn one((answer, beside): (&Answer, &[Option<Beside>]), language: Language) -> String {
    let is_labelled = |key: &usize| {
        let mut rows = answer.rows.iter();
        rows.any(|row| row.codes.get(*key) != row.labels.get(*key))
    };
    let labelled: Vec<usize> = (0..answer.keys.len()).filter(is_labelled).collect();
    let header: Vec<String> = head((answer, beside), &labelled)
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
        let values = values.flat_map(|(column, cell)| {
            let found = super::beside(beside, column, at);
            fields((answer, column), (cell, found), language)
        });
        let line: Vec<String> = keys.flatten().chain(values).collect();
        line.join(";")
    });
    let lines: Vec<String> = std::iter::once(header.join(";")).chain(rows).collect();
    format!("{}\n", lines.join("\n"))
}

fn head((answer, beside): (&Answer, &[Option<Beside>]), labelled: &[usize]) -> Vec<String> {
    let keys = answer.keys.iter().enumerate().flat_map(|(at, key)| {
        let label = labelled.contains(&at).then(|| format!("{key}_label"));
        [Some(key.clone()), label]
    });
    let values = answer.values.iter().enumerate().flat_map(|(at, value)| {
        let limits = has_limits(answer, at);
        let of_indicator = beside.get(at).is_some_and(Option::is_some);
        let limits = ["low", "high"].into_iter().filter(move |_| limits);
        let beside = ["numerator", "denominator", "method", "status", "caveats"];
        let beside = beside.into_iter().filter(move |_| of_indicator);
        let beside = limits
            .chain(beside)
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
    (answer, column): (&Answer, usize),
    (cell, beside): (&CellView, Option<(&Beside, &BesideRow)>),
    language: Language,
) -> Vec<String> {
    let number = |number: Option<f64>| number.map_or_else(String::new, |it| plain(it, language));
    let mut fields = vec![value(cell, language)];
    if has_limits(answer, column) {
        fields.extend([number(cell.low), number(cell.high)]);
    }
    if let Some((beside, row)) = beside {
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
    use super::*;
    use protocol::message::AnswerRow;
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
            write((&answer, &[]), Language::Da),
            "sted;sted_label;tal\na;'=1+1;-1234,5\na;\"x;y\";skjult\n"
        );
    }
}
