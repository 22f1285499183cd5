//! Notes on the dataset, its dimensions and members, and what it says of its source.

use table::{Note, Text};

use super::dimension::Described;
use super::document::Dataset;

pub(super) fn read(dataset: &Dataset, dimensions: &[Described]) -> Vec<Note> {
    let note = |text: &str, column: Option<&str>| Note {
        text: Text::same(text),
        column: column.map(str::to_owned),
    };
    let own = dataset.note.iter().flat_map(|lines| lines.each());
    let mut notes: Vec<Note> = own.map(|line| note(line, None)).collect();
    for described in dimensions {
        let name = &described.dimension.name;
        // A dimension of measures becomes columns; what is said of it is said of all.
        let column = Some(name.as_str()).filter(|_| !described.is_metric);
        notes.extend(described.notes.iter().map(|line| note(line, column)));
        for (label, line) in &described.member_notes {
            notes.push(note(&format!("{label}: {line}"), column));
        }
    }
    let said = [
        ("SOURCE", &dataset.source),
        ("LAST-UPDATED", &dataset.updated),
    ];
    for (keyword, text) in said {
        if let Some(text) = text.as_deref().filter(|text| !text.trim().is_empty()) {
            notes.push(note(&format!("{keyword}: {text}"), None));
        }
    }
    notes.retain(|note| !note.text.da.trim().is_empty());
    notes
}
