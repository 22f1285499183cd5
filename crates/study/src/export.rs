//! The tables of a view as CSV, as they are seen: heading, tables, what stands under them, and where the numbers come from.

use browser::page;
use danish::Language;
use danish::answer::view::{own_data_mark, synthetic_mark};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::talk::Talk;
use crate::words::{spoken, text_of};

/// The page asks for the file.
const EXPORT: &str = "snit-export";
/// What a file is made of, in the order of the page.
const PARTS: &str = "h1, h2, .study-sentence, .study-reading, table, .study-notes > p";

/// Writes the file when the page asks for it.
pub(crate) fn hear(talk: Talk) {
    page::hear(&window(), EXPORT, move |_| {
        let Some(state) = talk.state.get_untracked() else {
            return;
        };
        let language = spoken(state.language);
        let root = document().query_selector(".study").ok().flatten();
        let Some(root) = root else { return };
        let mut rows: Vec<Vec<String>> = page::all(&root, PARTS)
            .iter()
            .flat_map(|it| rows(it))
            .collect();
        rows.extend(
            talk.package
                .with_untracked(|package| origin(&package.facts, language)),
        );
        let package = state.package.unwrap_or_default();
        let kept = |letter: char| {
            if letter.is_alphanumeric() {
                letter
            } else {
                '-'
            }
        };
        let name: String = package.chars().map(kept).collect();
        let text = written(&rows, language);
        page::save(
            &document(),
            &format!("{name}.csv"),
            ("text/csv;charset=utf-8", &text),
        );
    });
}

/// A table row by row; anything else as a line of its own, headings after an empty one.
fn rows(element: &Element) -> Vec<Vec<String>> {
    let words = |element: &Element| element.text_content().unwrap_or_default().trim().to_owned();
    match element.tag_name().to_lowercase().as_str() {
        "table" => {
            let cells = |row: &Element| {
                page::all(row, "th, td")
                    .iter()
                    .map(|cell| words(cell))
                    .collect()
            };
            page::all(element, "tr")
                .iter()
                .map(|row| cells(row.unchecked_ref()))
                .collect()
        }
        "h2" => vec![Vec::new(), vec![words(element)]],
        _ => vec![vec![words(element)]],
    }
}

/// The package, and what marks its numbers.
fn origin(facts: &protocol::Facts, language: Language) -> Vec<Vec<String>> {
    let extracted = danish::date::date(&facts.extracted, language);
    let card = [
        text_of(&facts.title, language),
        facts.edition.clone(),
        text_of(&facts.publisher, language),
        extracted,
    ];
    let card: Vec<String> = card.into_iter().filter(|part| !part.is_empty()).collect();
    let mark = match (facts.is_synthetic, facts.id.is_empty()) {
        (true, _) => Some(synthetic_mark(language)),
        (false, true) => Some(own_data_mark(language)),
        (false, false) => None,
    };
    let lines = std::iter::once(card.join(" · ")).chain(mark.map(str::to_owned));
    std::iter::once(Vec::new())
        .chain(lines.map(|line| vec![line]))
        .collect()
}

/// Spreadsheets take a file for UTF-8 only when it begins with a mark.
fn written(rows: &[Vec<String>], language: Language) -> String {
    let separator = language.pick(";", ",");
    let line = |row: &Vec<String>| {
        let fields: Vec<String> = row
            .iter()
            .map(|field| quoted(&harmless(field), separator))
            .collect();
        fields.join(separator) + "\r\n"
    };
    std::iter::once("\u{feff}".to_owned())
        .chain(rows.iter().map(line))
        .collect()
}

/// Words that a spreadsheet would take for a formula are led by an apostrophe (CWE-1236).
fn harmless(text: &str) -> String {
    let starts = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    let is_number = |letter: char| letter.is_ascii_digit() || [',', '.'].contains(&letter);
    let is_number = text
        .strip_prefix(['+', '-'])
        .is_some_and(|rest| rest.chars().all(is_number));
    if text.trim_start().starts_with(starts) && !is_number {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn quoted(text: &str, separator: &str) -> String {
    if text.contains(separator) || text.contains(['"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_no_formula_and_keeps_its_separators_within_quotes() {
        let rows = [
            vec![
                "=1+1".to_owned(),
                "a;b".to_owned(),
                "+0,3".to_owned(),
                "+cmd".to_owned(),
            ],
            vec![],
        ];
        assert_eq!(
            written(&rows, Language::Da),
            "\u{feff}'=1+1;\"a;b\";+0,3;'+cmd\r\n\r\n"
        );
        assert_eq!(
            written(&rows[..1], Language::En),
            "\u{feff}'=1+1,a;b,\"+0,3\",'+cmd\r\n"
        );
    }
}
