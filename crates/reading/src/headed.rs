//! Texts of the header above columns of numbers: as they are written, as they are read, and which of them are totals.

use crate::drawn::HeaderText;
use crate::header::Part;
use crate::plan::HeaderRow;
use crate::vocabulary::is_total;

/// Reads texts of the header as another, where a plan says so.
pub(crate) fn read_as(paths: &mut [Vec<Part>], rows: &[HeaderRow]) {
    for part in paths.iter_mut().flatten() {
        if let Some(read) = rows.get(part.row).and_then(|row| alias(row, &part.text)) {
            part.text = read.to_owned();
        }
    }
}

fn alias<'r>(row: &'r HeaderRow, written: &str) -> Option<&'r str> {
    let mut aliases = row.aliases.iter();
    let own = aliases.find(|alias| alias.written == written);
    own.map(|alias| alias.read.as_str())
}

/// Whether a text is a total, by its words or by what is decided of a row of the header.
pub(crate) fn is_total_in<'r>(rows: impl IntoIterator<Item = &'r HeaderRow>, text: &str) -> bool {
    let has = |list: &[String]| list.iter().any(|own| own == text);
    for row in rows {
        if has(&row.parts) {
            return false;
        }
        if has(&row.totals) {
            return true;
        }
    }
    is_total(text, text)
}

/// The different texts of each row of the header, from the left; `paths` are as they are written.
pub(crate) fn texts<'p>(
    paths: impl Iterator<Item = &'p Vec<Part>> + Clone,
    rows: &[HeaderRow],
) -> Vec<Vec<HeaderText>> {
    let of_row = |(at, row): (usize, &HeaderRow)| {
        let mut texts: Vec<HeaderText> = Vec::new();
        for part in paths.clone().flatten().filter(|part| part.row == at) {
            if texts.iter().all(|own| own.written != part.text) {
                texts.push(text(row, &part.text));
            }
        }
        texts
    };
    rows.iter().enumerate().map(of_row).collect()
}

fn text(row: &HeaderRow, written: &str) -> HeaderText {
    let read = alias(row, written).unwrap_or_default();
    let as_read = if read.is_empty() { written } else { read };
    HeaderText {
        is_total: is_total_in([row], as_read),
        written: written.to_owned(),
        read: read.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Alias;

    #[test]
    fn texts_are_listed_once_a_row_as_they_are_written_and_read() {
        let part = |row: usize, text: &str| Part {
            row,
            text: text.to_owned(),
        };
        let mut paths = vec![
            vec![part(0, "Ophold"), part(1, "i \u{e5}r")],
            vec![part(0, "Ophold"), part(1, "Begge")],
        ];
        let written = |text: &str, read: &str, is_total: bool| HeaderText {
            written: text.to_owned(),
            read: read.to_owned(),
            is_total,
        };
        let second = HeaderRow {
            aliases: vec![Alias {
                written: "i \u{e5}r".to_owned(),
                read: "2025".to_owned(),
            }],
            totals: vec!["Begge".to_owned()],
            ..HeaderRow::default()
        };
        let rows = [HeaderRow::default(), second];
        let expected = [
            vec![written("Ophold", "", false)],
            vec![
                written("i \u{e5}r", "2025", false),
                written("Begge", "", true),
            ],
        ];
        assert_eq!(texts(paths.iter(), &rows), expected);
        read_as(&mut paths, &rows);
        assert_eq!(paths[0][1].text, "2025");
    }
}
