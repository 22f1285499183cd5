//! The standard output, and tables of text on it.

use std::io::Write as _;

use crate::failure::Failure;

/// Which side of its column a text stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Left,
    Right,
}

/// Writes text out; that nobody reads on is no failure.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    written.map_err(|error| match error.kind() {
        std::io::ErrorKind::BrokenPipe => Failure::Closed,
        _ => Failure::Bug(error.into()),
    })
}

/// Rows as columns of equal width, the first row above a rule.
pub(crate) fn table(rows: &[Vec<String>], sides: &[Side]) -> String {
    let width = |column: usize| {
        rows.iter()
            .filter_map(|row| row.get(column))
            .map(|text| length(text))
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..sides.len()).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).zip(sides);
        let cells = cells.map(|((text, &width), side)| padded(text, width, *side));
        format!("{}\n", cells.collect::<Vec<_>>().join("  ").trim_end())
    };
    let rule = format!(
        "{}\n",
        widths
            .iter()
            .map(|&width| "─".repeat(width))
            .collect::<Vec<_>>()
            .join("  ")
    );
    let mut lines: Vec<String> = rows.iter().map(line).collect();
    lines.insert(lines.len().min(1), rule);
    lines.concat()
}

fn padded(text: &str, width: usize, side: Side) -> String {
    let blanks = " ".repeat(width.saturating_sub(length(text)));
    match side {
        Side::Left => format!("{text}{blanks}"),
        Side::Right => format!("{blanks}{text}"),
    }
}

fn length(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_stand_left_and_figures_right() {
        let rows = [
            ["Sted", "Ophold"],
            ["Ærø", "64"],
            ["Læsø og Samsø", "1.112"],
        ]
        .map(|row| row.map(str::to_owned).to_vec());
        let text = table(&rows, &[Side::Left, Side::Right]);
        assert_eq!(
            text,
            "Sted           Ophold\n─────────────  ──────\nÆrø                64\nLæsø og Samsø   1.112\n"
        );
    }
}
