//! The declaration: the publisher's headings and paragraphs, as plain text.

use protocol::view::{DeclarationSection, DeclarationView};

/// The sections of a markdown text; `#` begins a heading, a blank line a paragraph, and nothing else has meaning.
pub(crate) fn view(markdown: &str) -> DeclarationView {
    let sections =
        markdown
            .lines()
            .fold(vec![DeclarationSection::default()], |mut sections, line| {
                let text = line.trim();
                if let Some(heading) = text.strip_prefix('#') {
                    let heading = heading.trim_start_matches('#').trim().to_owned();
                    sections.push(DeclarationSection {
                        heading,
                        paragraphs: vec![String::new()],
                    });
                } else if let Some(section) = sections.last_mut() {
                    add_line(section, text);
                }
                sections
            });
    let full = |section: &DeclarationSection| {
        !section.heading.is_empty() || !section.paragraphs.is_empty()
    };
    let trimmed = sections.into_iter().map(|mut section| {
        section.paragraphs.retain(|paragraph| !paragraph.is_empty());
        section
    });
    DeclarationView {
        sections: trimmed.filter(full).collect(),
    }
}

fn add_line(section: &mut DeclarationSection, text: &str) {
    match section.paragraphs.last_mut() {
        _ if text.is_empty() => section.paragraphs.push(String::new()),
        Some(paragraph) if !paragraph.is_empty() => {
            paragraph.push(' ');
            paragraph.push_str(text);
        }
        Some(paragraph) => paragraph.push_str(text),
        None => section.paragraphs.push(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_and_paragraphs_are_told_apart() {
        let view =
            view("# 1 Formål\nTallene viser\nbrug.\n\nAndet afsnit.\n## 2 Indhold\n\nTabeller.");
        let words: Vec<(&str, Vec<&str>)> = view
            .sections
            .iter()
            .map(|s| {
                (
                    s.heading.as_str(),
                    s.paragraphs.iter().map(String::as_str).collect(),
                )
            })
            .collect();
        let expected = vec![
            ("1 Formål", vec!["Tallene viser brug.", "Andet afsnit."]),
            ("2 Indhold", vec!["Tabeller."]),
        ];
        assert_eq!(words, expected);
    }
}
