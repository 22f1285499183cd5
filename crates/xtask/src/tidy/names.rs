//! Names that say nothing.

use super::Finding;

/// Refused wherever they stand in a name.
const NEVER: [&str; 8] = [
    "util", "utils", "helper", "helpers", "misc", "manager", "managers", "handler",
];
/// Refused when they are the whole name.
const ALONE: [&str; 6] = ["common", "core", "data", "info", "process", "stuff"];
/// Refused at the beginning of a name.
const FIRST: [&str; 2] = ["do", "process"];
const ITEMS: [&str; 9] = [
    "fn", "struct", "enum", "union", "trait", "type", "mod", "const", "static",
];

/// Files and folders.
pub(super) fn in_path(path: &str) -> Vec<Finding> {
    let parts = path
        .split('/')
        .filter_map(|part| part.split('.').find(|piece| !piece.is_empty()));
    parts
        .filter(|part| says_nothing(part))
        .map(|part| Finding::new(1, fault(part)))
        .collect()
}

/// Functions, types, modules and constants.
pub(super) fn of_items(code: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    for (index, line) in code.lines().enumerate() {
        if let Some(name) = declared_name(line).filter(|name| says_nothing(name)) {
            found.push(Finding::new(index + 1, fault(&name)));
        }
    }
    found
}

fn fault(name: &str) -> String {
    format!("the name `{name}` says nothing; name what it does or is")
}

/// The name an item on this line is given, if the line begins one.
fn declared_name(line: &str) -> Option<String> {
    let mut words = line
        .split_whitespace()
        .map(|word| word.split('(').next().unwrap_or(word));
    let is_before_item = |word: &str| {
        ["pub", "async", "unsafe", "extern", ""].contains(&word) || word.ends_with(')')
    };
    let keyword = words.by_ref().find(|word| !is_before_item(word))?;
    if !ITEMS.contains(&keyword) {
        return None;
    }
    let next = words.find(|word| *word != "fn" && *word != "mut")?;
    let name: String = next
        .chars()
        .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
        .collect();
    (!name.is_empty()).then_some(name)
}

fn says_nothing(name: &str) -> bool {
    let words = words(name);
    let whole = words.len() == 1
        && ALONE
            .iter()
            .any(|word| words.first().is_some_and(|first| first == word));
    let begins = words.len() > 1
        && FIRST
            .iter()
            .any(|word| words.first().is_some_and(|first| first == word));
    whole || begins || words.iter().any(|word| NEVER.contains(&word.as_str()))
}

/// `read_sheet`, `ReadSheet` and `READ-SHEET` are the words read, sheet.
fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before_is_lower = false;
    for letter in name.chars() {
        let begins = letter.is_uppercase() && before_is_lower;
        if begins || !letter.is_alphanumeric() {
            words.push(String::new());
        }
        if let Some(last) = words.last_mut().filter(|_| letter.is_alphanumeric()) {
            last.extend(letter.to_lowercase());
        }
        before_is_lower = letter.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_say_nothing_are_refused() {
        for line in [
            "fn process_rows() {",
            "pub struct TableManager;",
            "pub(crate) mod utils;",
            "struct Data {",
            "async fn do_it()",
        ] {
            assert_eq!(of_items(line).len(), 1, "{line}");
        }
        for line in [
            "fn read_data(from: Core)",
            "let data = 1;",
            "struct DataPackage;",
            "fn common_scale()",
            "const fn score()",
        ] {
            assert_eq!(of_items(line), Vec::new(), "{line}");
        }
    }

    #[test]
    fn files_and_folders_are_read_too() {
        assert_eq!(in_path("crates/table/src/helpers.rs").len(), 1);
        assert_eq!(in_path("crates/core/src/lib.rs").len(), 1);
        assert_eq!(in_path("crates/table/src/column.rs"), Vec::new());
    }
}
