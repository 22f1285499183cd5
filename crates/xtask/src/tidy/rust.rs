//! The rules for Rust files: first line, length, strings, targets, marks for later.

use super::Finding;
use super::names;
use super::source::Source;

const LONGEST: usize = 300;

/// Danish is written in `danish`; elsewhere only where it is data: names of places, words of headings, sample files.
const DANISH_IS_AT_HOME: [&str; 5] = [
    "crates/danish/",
    "crates/fixture/",
    "crates/health/src/geography",
    "crates/reading/src/vocabulary",
    "crates/snit/src/demo",
];

/// Crates that may know which machine they run on.
const KNOW_THE_BROWSER: [&str; 4] = ["app/", "crates/importer/", "crates/step/", "crates/worker/"];

/// All faults of one file.
pub(super) fn findings(name: &str, text: &str) -> Vec<Finding> {
    let source = Source::parse(text);
    let mut found = Vec::new();
    found.extend(first_line(text));
    found.extend(later(text));
    found.extend(names::of_items(&source.code));
    if !is_test_file(name) {
        found.extend(length(&source));
        found.extend(danish_letters(name, &source));
    }
    found.extend(target_arch(name, &source.code));
    found
}

fn is_test_file(name: &str) -> bool {
    let is_in_folder = name
        .split('/')
        .any(|part| part == "tests" || part == "benches");
    let is_named = name.ends_with("/tests.rs") || name.ends_with("/testing.rs");
    is_in_folder || is_named || name.starts_with("crates/fixture/")
}

fn first_line(text: &str) -> Option<Finding> {
    let is_told = text
        .lines()
        .next()
        .is_some_and(|line| line.starts_with("//! ") && line.len() > 8);
    (!is_told).then(|| {
        Finding::new(
            1,
            "the first line must be `//!` and say what the file is for",
        )
    })
}

fn length(source: &Source) -> Option<Finding> {
    let lines = source.production_line_count();
    (lines > LONGEST).then(|| {
        Finding::new(
            LONGEST,
            format!("{lines} lines of production code; {LONGEST} is the most: divide the file"),
        )
    })
}

fn danish_letters(name: &str, source: &Source) -> Vec<Finding> {
    if DANISH_IS_AT_HOME.iter().any(|home| name.starts_with(home)) {
        return Vec::new();
    }
    let is_danish = |text: &str| text.contains(['æ', 'ø', 'å', 'Æ', 'Ø', 'Å']);
    let strings = source
        .strings
        .iter()
        .filter(|(line, text)| is_danish(text) && !source.is_in_tests(*line));
    strings
        .map(|(line, text)| {
            Finding::new(
                *line,
                format!(
                    "Danish words belong in the crate `danish`: \"{}\"",
                    text.trim()
                ),
            )
        })
        .collect()
}

fn target_arch(name: &str, code: &str) -> Vec<Finding> {
    if KNOW_THE_BROWSER.iter().any(|home| name.starts_with(home)) {
        return Vec::new();
    }
    let asks = |line: &str| line.contains("cfg") && line.contains("target_arch");
    let lines = code.lines().enumerate().filter(|(_, line)| asks(line));
    lines
        .map(|(index, _)| {
            Finding::new(
                index + 1,
                "a library is the same in the browser and outside it: no cfg(target_arch)",
            )
        })
        .collect()
}

/// What is put off needs the number of an issue.
fn later(text: &str) -> Vec<Finding> {
    let marks = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X"),
    ];
    let is_mark = |line: &str| marks.iter().any(|mark| line.contains(mark)) && !line.contains('#');
    let lines = text
        .lines()
        .enumerate()
        .filter(|(_, line)| line.contains("//") && is_mark(line));
    lines
        .map(|(index, _)| Finding::new(index + 1, "what is put off needs the number of an issue"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(name: &str, text: &str) -> Vec<String> {
        findings(name, text)
            .into_iter()
            .map(|finding| finding.fault)
            .collect()
    }

    fn is_refused(name: &str, text: &str) -> bool {
        !faults(name, &format!("//! A thing.\n{text}\n")).is_empty()
    }

    #[test]
    fn a_file_begins_by_saying_what_it_is_for() {
        assert_eq!(faults("crates/table/src/a.rs", "use std::fmt;\n").len(), 1);
        assert_eq!(
            faults("crates/table/src/a.rs", "//! Columns.\n"),
            Vec::<String>::new()
        );
    }

    #[test]
    fn the_301st_line_is_refused_and_tests_are_free() {
        let long = "fn a() {}\n".repeat(299);
        assert!(!is_refused("crates/table/src/a.rs", long.trim_end()));
        assert!(is_refused("crates/table/src/a.rs", &long));
        assert!(!is_refused("crates/table/tests/a.rs", &long));
    }

    #[test]
    fn danish_words_are_refused_outside_their_home() {
        let line = "const A: &str = \"Overblik over hospitalsophold på råd\";";
        assert!(is_refused("crates/session/src/a.rs", line));
        for home in [
            "crates/danish/src/text.rs",
            "crates/health/src/geography/names.rs",
            "tests/scenario.rs",
        ] {
            assert!(!is_refused(home, line), "{home}");
        }
        assert!(!is_refused(
            "crates/session/src/a.rs",
            "// æøå in a comment"
        ));
        assert!(!is_refused(
            "crates/session/src/a.rs",
            &format!("#[cfg(test)]\nmod tests {{\n{line}\n}}")
        ));
    }

    #[test]
    fn a_library_does_not_ask_where_it_runs() {
        let line = "#[cfg(target_arch = \"wasm32\")]";
        assert!(is_refused("crates/engine/src/a.rs", line));
        assert!(!is_refused("crates/worker/src/a.rs", line));
    }

    #[test]
    fn what_is_put_off_has_a_number() {
        assert!(is_refused(
            "crates/engine/src/a.rs",
            concat!("// TO", "DO: faster")
        ));
        assert!(!is_refused(
            "crates/engine/src/a.rs",
            concat!("// TO", "DO(#12): faster")
        ));
    }
}
