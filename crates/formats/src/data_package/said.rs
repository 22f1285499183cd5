//! What a package says of itself, its tables and their columns, as notes.

use table::{Note, Table, Text};

use super::descriptor::{Field, Held, Missing, Named, Package, Resource};

pub(super) fn notes(package: &Package, resource: &Resource, table: &Table) -> Vec<Note> {
    let note = |text: &str, column: Option<&str>| Note {
        text: Text::same(text.trim()),
        column: column.map(str::to_owned),
    };
    let described = [&package.description, &resource.description];
    let described = described.into_iter().flatten();
    let mut notes: Vec<Note> = described.map(|text| note(text, None)).collect();
    if let Some(Held::Here(schema)) = &resource.schema {
        for field in &schema.fields {
            notes.extend(of_field(field).map(|text| note(&text, Some(&field.name))));
        }
        let missing = schema.missing_values.iter().flatten();
        notes.extend(missing.filter_map(meant).map(|text| note(&text, None)));
    }
    let own = |own: &'static str, of: &[Named], or: &[Named]| {
        let of = if of.is_empty() { or } else { of };
        let names = of.iter().filter_map(Named::words);
        names
            .map(|name| format!("{own}: {name}"))
            .collect::<Vec<_>>()
    };
    let sources = own("SOURCE", &resource.sources, &package.sources);
    let licenses = own("LICENSE", &resource.licenses, &package.licenses);
    notes.extend(sources.iter().chain(&licenses).map(|text| note(text, None)));
    notes.retain(|note| !note.text.da.is_empty());
    let has = |name: &String| {
        let dimensions = table.dimensions().iter().map(|it| &it.dimension.name);
        let measures = table.measures().iter().map(|it| &it.measure.name);
        dimensions.chain(measures).any(|each| each == name)
    };
    for note in &mut notes {
        note.column = note.column.take().filter(has);
    }
    notes
}

fn of_field(field: &Field) -> impl Iterator<Item = String> {
    let missing = field.missing_values.iter().flatten().filter_map(meant);
    field.description.iter().cloned().chain(missing)
}

/// What a text that stands for no value means, where that is told.
fn meant(missing: &Missing) -> Option<String> {
    match missing {
        Missing::Text(_) => None,
        Missing::Labelled { value, label } => {
            let label = label.as_deref()?;
            Some(format!("{value} {label}"))
        }
    }
}

impl Named {
    fn words(&self) -> Option<&str> {
        let all = [&self.title, &self.name, &self.path];
        all.into_iter().find_map(Option::as_deref)
    }
}
