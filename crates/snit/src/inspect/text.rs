//! What is in a file, to read.

use danish::Language;
use danish::answer::cell as word;
use danish::terminal::{self, Phrase, phrase};
use table::{DimensionColumn, MeasureColumn, Status, Table};

use super::columns::{class, levels, number_type, part_count, role, without_number, words};
use super::{Inspected, drawn};
use crate::output::{Side, table};
use crate::query::in_words;

pub(super) fn write(inspected: &Inspected, language: Language) -> String {
    let tables = inspected
        .tables
        .iter()
        .map(|table| of_table(table, inspected, language));
    let warnings: Vec<String> = inspected.catalog.notices.iter().map(in_words).collect();
    tables
        .chain([listed(Phrase::Warnings, &warnings, language)])
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

fn of_table(described: &Table, inspected: &Inspected, language: Language) -> String {
    let heading = terminal::table(
        described.name(),
        words(described.title(), language),
        described.row_count() as u64,
        language,
    );
    let head = [Phrase::Name, Phrase::Role, Phrase::Label, Phrase::Content]
        .map(|wanted| phrase(wanted, language).to_owned())
        .to_vec();
    let dimensions = described
        .dimensions()
        .iter()
        .map(|column| of_dimension(column, language));
    let measures = described
        .measures()
        .iter()
        .map(|column| of_measure(column, language));
    let rows: Vec<Vec<String>> = std::iter::once(head)
        .chain(dimensions)
        .chain(measures)
        .collect();
    let notes: Vec<String> = described
        .notes()
        .iter()
        .map(|note| words(&note.text, language).to_owned())
        .collect();
    format!(
        "{heading}\n{}{}{}",
        table(&rows, &[Side::Left; 4]),
        drawn::text(inspected, described.name(), language),
        listed(Phrase::Notes, &notes, language)
    )
}

fn of_dimension(column: &DimensionColumn, language: Language) -> Vec<String> {
    let dimension = &column.dimension;
    let levels: Vec<&str> = levels(column).into_iter().map(|(name, ..)| name).collect();
    let content = terminal::members(part_count(dimension) as u64, &levels, language);
    vec![
        dimension.name.clone(),
        role(dimension.role).to_owned(),
        words(&dimension.label, language).to_owned(),
        content,
    ]
}

fn of_measure(column: &MeasureColumn, language: Language) -> Vec<String> {
    let measure = &column.measure;
    let counts = without_number(column);
    let named = counts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(status, count)| {
            let word = match status {
                Status::Hidden => word::hidden(language),
                Status::Missing => word::missing(language),
                _ => word::not_applicable(language),
            };
            (word, *count)
        });
    let without = terminal::without_number(&named.collect::<Vec<_>>(), language);
    let parts = [
        words(&measure.unit, language),
        class(&measure.aggregation),
        number_type(&column.numbers),
        &without,
    ];
    let content = parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ");
    vec![
        measure.name.clone(),
        "measure".to_owned(),
        words(&measure.label, language).to_owned(),
        content,
    ]
}

fn listed(heading: Phrase, lines: &[String], language: Language) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let lines: Vec<String> = lines.iter().map(|line| format!("  {line}\n")).collect();
    format!("{}:\n{}", phrase(heading, language), lines.concat())
}
