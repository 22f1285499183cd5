//! The rules for every text: no blanks at line ends, no machine's own names, no link to a file that is not there.

use std::path::Path;

use super::Finding;

/// Addresses of package registries and folders of one person's machine, in halves so that this file does not name them.
const ONE_MACHINE: [&str; 8] = [
    concat!("registry.", "npmjs"),
    concat!("registry.", "yarnpkg"),
    concat!("static.", "crates.io"),
    concat!("index.", "crates.io"),
    concat!("\"resolved\"", ":"),
    concat!("/", "root/"),
    concat!("/", "work/"),
    concat!("/", "Users/"),
];

/// Blanks at the end of a line, and a last line that does not end.
pub(super) fn trailing_blanks(text: &str) -> Vec<Finding> {
    let is_blank_ended = |line: &str| line.ends_with([' ', '\t', '\r']);
    let lines = text
        .split('\n')
        .enumerate()
        .filter(|(_, line)| is_blank_ended(line));
    let mut found: Vec<_> = lines
        .map(|(index, _)| Finding::new(index + 1, "a blank at the end of the line"))
        .collect();
    if !text.is_empty() && !text.ends_with('\n') {
        found.push(Finding::new(
            text.lines().count(),
            "the last line does not end",
        ));
    }
    found
}

/// Words that are true on one machine only.
pub(super) fn hosts(text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        for name in ONE_MACHINE.iter().filter(|name| line.contains(*name)) {
            found.push(Finding::new(
                index + 1,
                format!("`{name}` means something on one machine only"),
            ));
        }
    }
    found
}

/// Links of a Markdown page to files of the checkout that are not there.
pub(super) fn links(page: &str, text: &str, root: &Path) -> Vec<Finding> {
    let folder = root
        .join(page)
        .parent()
        .map(Path::to_path_buf)
        .unwrap_or_default();
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        for target in line
            .split("](")
            .skip(1)
            .filter_map(|rest| rest.split([')', '#', ' ']).next())
        {
            let is_file = !target.is_empty() && !target.contains(':');
            if is_file && !folder.join(target).exists() {
                found.push(Finding::new(
                    index + 1,
                    format!("the link leads to {target}, which is not there"),
                ));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_are_clean() {
        let found: Vec<_> = trailing_blanks("a \nb\n\tc\t\nd")
            .into_iter()
            .map(|finding| finding.line)
            .collect();
        assert_eq!(found, [1, 3, 4]);
    }

    #[test]
    fn names_of_one_machine_are_refused() {
        assert_eq!(hosts(concat!("see /", "root/x")).len(), 1);
        assert_eq!(hosts("see the root of the work"), Vec::new());
    }

    #[test]
    fn a_link_leads_to_a_file() {
        let root = crate::place::root();
        let page = "See [the manifest](Cargo.toml), [here](#there), [outside](https://example.org) and [gone](lost.md).";
        let found = links("README.md", page, &root);
        assert_eq!(
            found,
            [Finding::new(
                1,
                "the link leads to lost.md, which is not there"
            )]
        );
    }
}
