//! Tables as tab-separated text that Excel takes as numbers: plain digits with the language's decimal sign, one column a level.

use protocol::state::Language;
use protocol::view::pivot::PivotRow;
use protocol::view::{CellKind, CellView, PivotView};

/// The whole pivot as text; `levels` are the labels of the row levels.
pub(crate) fn pivot_text(view: &PivotView, levels: &[String], language: Language) -> String {
    let label_columns = levels.len().max(1);
    let mut lines = head_lines(view, levels, label_columns);
    let mut open: Vec<&str> = Vec::new();
    for row in &view.rows {
        open.truncate(row.path.len().saturating_sub(1));
        open.push(&row.label);
        let mut line: Vec<String> = open.iter().map(|label| one_line(label)).collect();
        line.resize(label_columns, String::new());
        line.extend(cell_texts(row, language));
        lines.push(line);
    }
    lines.push(Vec::new());
    lines.extend(view.footnotes.iter().map(|note| vec![one_line(note)]));
    joined(&lines)
}

/// What Excel is given for a cell: the number where there is one, else the words.
pub(crate) fn typed_text(cell: &CellView, language: Language) -> String {
    match (cell.kind, cell.value) {
        (CellKind::Value | CellKind::Zero, Some(value)) if language == Language::Da => {
            value.to_string().replace('.', ",")
        }
        (CellKind::Value | CellKind::Zero, Some(value)) => value.to_string(),
        (CellKind::NotApplicable, _) => one_line(&cell.spoken),
        _ => one_line(&cell.text),
    }
}

/// Lines of cells as tab-separated text.
pub(crate) fn joined(lines: &[Vec<String>]) -> String {
    let text: Vec<String> = lines.iter().map(|line| line.join("\t")).collect();
    text.join("\r\n")
}

/// Text that stays in one cell, and that Excel does not take for a formula.
pub(crate) fn one_line(text: &str) -> String {
    let flat: String = text
        .chars()
        .map(|sign| if sign.is_control() { ' ' } else { sign })
        .collect();
    if flat.starts_with(['=', '+', '@']) {
        format!("'{flat}")
    } else {
        flat
    }
}

/// One line for each line of heads; a head that reaches down, such as a total's, is repeated below.
fn head_lines(view: &PivotView, levels: &[String], label_columns: usize) -> Vec<Vec<String>> {
    let last = view.heads.len().saturating_sub(1);
    let mut lines: Vec<Vec<String>> = Vec::new();
    for (index, heads) in view.heads.iter().enumerate() {
        let mut line = if index == last {
            corner(view, levels)
        } else {
            Vec::new()
        };
        line.resize(label_columns, String::new());
        for head in heads {
            line.extend((0..head.span).map(|_| one_line(&head.label)));
        }
        if let Some(above) = lines.last() {
            let below_total = |(at, (text, above)): (usize, (&mut String, &String))| {
                if at >= label_columns && text.is_empty() {
                    above.clone_into(text);
                }
            };
            line.iter_mut().zip(above).enumerate().for_each(below_total);
        }
        lines.push(line);
    }
    lines
}

fn corner(view: &PivotView, levels: &[String]) -> Vec<String> {
    if levels.is_empty() {
        vec![one_line(&view.corner)]
    } else {
        levels.iter().map(|label| one_line(label)).collect()
    }
}

fn cell_texts(row: &PivotRow, language: Language) -> impl Iterator<Item = String> {
    row.cells.iter().map(move |cell| typed_text(cell, language))
}

#[cfg(test)]
mod tests {
    use super::*;
    use protocol::view::pivot::PivotHead;

    fn cell(kind: CellKind, text: &str, value: Option<f64>) -> CellView {
        CellView {
            kind,
            text: text.into(),
            value,
            ..CellView::default()
        }
    }

    fn row(path: &[&str], label: &str, cells: Vec<CellView>) -> PivotRow {
        let path = path.iter().map(|code| (*code).to_owned()).collect();
        PivotRow {
            path,
            label: label.into(),
            cells,
            ..PivotRow::default()
        }
    }

    fn example() -> PivotView {
        let head = |label: &str, span| PivotHead {
            label: label.into(),
            span,
        };
        let hidden = || cell(CellKind::Hidden, "skjult", None);
        PivotView {
            corner: "Bopæl".into(),
            heads: vec![
                vec![head("Kontakter", 2)],
                vec![head("Hospital", 1), head("I alt", 1)],
                vec![head("K", 1), head("", 1)],
            ],
            rows: vec![
                row(
                    &[],
                    "Hele landet",
                    vec![cell(CellKind::Value, "1.234,5", Some(1234.5)), hidden()],
                ),
                row(
                    &["83"],
                    "Syddanmark",
                    vec![cell(CellKind::Zero, "0", Some(0.0)), hidden()],
                ),
                row(
                    &["83", "621"],
                    "Kolding",
                    vec![cell(CellKind::Bounds, "4-9", None), hidden()],
                ),
                row(
                    &["84"],
                    "Østdanmark",
                    vec![cell(CellKind::AtLeast, "mindst 12", Some(12.0)), hidden()],
                ),
            ],
            footnotes: vec!["=kilde".into()],
            ..PivotView::default()
        }
    }

    #[test]
    fn numbers_are_typed_and_signs_are_words() {
        let text = pivot_text(
            &example(),
            &["Region".into(), "Kommune".into()],
            Language::Da,
        );
        let expected = [
            "\t\tKontakter\tKontakter",
            "\t\tHospital\tI alt",
            "Region\tKommune\tK\tI alt",
            "Hele landet\t\t1234,5\tskjult",
            "Syddanmark\t\t0\tskjult",
            "Syddanmark\tKolding\t4-9\tskjult",
            "Østdanmark\t\tmindst 12\tskjult",
            "",
            "'=kilde",
        ];
        assert_eq!(text.split("\r\n").collect::<Vec<_>>(), expected);
    }

    #[test]
    fn english_numbers_have_a_point() {
        let number = cell(CellKind::Value, "1,234.5", Some(1234.5));
        assert_eq!(typed_text(&number, Language::En), "1234.5");
    }
}
