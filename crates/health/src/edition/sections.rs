//! The sections of a declaration that differ.

use std::collections::BTreeMap;

/// A section that only one edition has, or that says something else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// The heading.
    pub heading: String,
    /// What the earlier edition says, if it has it.
    pub from: Option<String>,
    /// What the later edition says, if it has it.
    pub to: Option<String>,
}

/// The sections that differ between two texts in Markdown, by their headings.
#[must_use]
pub fn changed_sections(earlier: &str, later: &str) -> Vec<Section> {
    let (old, new) = (sections(earlier), sections(later));
    let gone = old.keys().filter(|heading| !new.contains_key(*heading));
    let headings = new.keys().chain(gone);
    let differ = headings.filter(|heading| old.get(*heading) != new.get(*heading));
    let section = |heading: &String| Section {
        heading: heading.clone(),
        from: old.get(heading).cloned(),
        to: new.get(heading).cloned(),
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
        let found = changed_sections("# A\nx\n\n# B\ny\n# C\nz", "# A\nx\n# B\nw\n\n# D\nv");
        let written = |words: &Option<String>| words.clone().unwrap_or_default();
        let found: Vec<String> = found
            .iter()
            .map(|it| {
                format!(
                    "{}: {:?} {:?}",
                    it.heading,
                    written(&it.from),
                    written(&it.to)
                )
            })
            .collect();
        let expected = [r#"B: "y\n" "w\n""#, r#"D: "" "v\n""#, r#"C: "z\n" """#];
        assert_eq!(found, expected);
    }
}
