//! Names in a row, each in quotation marks.

use super::language::Language;

/// Texts in quotation marks, with commas between.
pub(super) fn listed(texts: &[String], quote: (&str, &str)) -> String {
    let quoted = texts
        .iter()
        .map(|text| format!("{}{text}{}", quote.0, quote.1));
    quoted.collect::<Vec<_>>().join(", ")
}

/// Columns by their headings, or that they have none.
pub(super) fn named_columns(columns: &[String], language: Language) -> String {
    let named: Vec<String> = columns
        .iter()
        .filter(|name| !name.is_empty())
        .cloned()
        .collect();
    match (named.is_empty(), language) {
        (true, Language::Danish) => "kolonner uden overskrift".to_owned(),
        (true, Language::English) => "columns without a heading".to_owned(),
        (false, Language::Danish) => listed(&named, ("»", "«")),
        (false, Language::English) => listed(&named, ("“", "”")),
    }
}
