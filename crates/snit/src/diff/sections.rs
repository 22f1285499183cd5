//! The sections of a declaration that differ.

use std::collections::BTreeMap;

/// A section that only one edition has, or that says something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Section {
    pub(super) heading: String,
    /// Whether each edition has it: the earlier, the later.
    pub(super) present: (bool, bool),
}

/// The sections that differ between two texts in Markdown, by their headings.
pub(super) fn changed(earlier: &str, later: &str) -> Vec<Section> {
    let (old, new) = (sections(earlier), sections(later));
    let gone = old.keys().filter(|heading| !new.contains_key(*heading));
    let headings = new.keys().chain(gone);
    let differ = headings.filter(|heading| old.get(*heading) != new.get(*heading));
    let section = |heading: &String| Section {
        heading: heading.clone(),
        present: (old.contains_key(heading), new.contains_key(heading)),
    };
    differ.map(section).collect()
}

fn sections(text: &str) -> BTreeMap<String, String> {
    let mut sections = BTreeMap::new();
    let mut heading = String::new();
    for line in text.lines() {
        if line.starts_with('#') {
            heading = line.trim_start_matches('#').trim().to_owned();
            continue;
        }
        if !line.trim().is_empty() {
            let words: &mut String = sections.entry(heading.clone()).or_default();
            words.push_str(line.trim());
            words.push('\n');
        }
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_are_held_against_each_other_by_their_headings() {
        let found = changed("# A\nx\n\n# B\ny\n# C\nz", "# A\nx\n# B\nw\n\n# D\nv");
        let found: Vec<(&str, (bool, bool))> = found
            .iter()
            .map(|section| (section.heading.as_str(), section.present))
            .collect();
        let expected = [
            ("B", (true, true)),
            ("D", (false, true)),
            ("C", (true, false)),
        ];
        assert_eq!(found, expected);
    }
}
