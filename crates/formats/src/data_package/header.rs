//! Which column of the text each field is.

use crate::{FormatError, Place, Reason};

use super::descriptor::{Dialect, Field, Matched, Schema};
use super::malformed;

/// How many rows stand above the values.
pub(super) fn rows(dialect: &Dialect) -> u64 {
    match (&dialect.header_rows, dialect.header) {
        (Some(rows), _) if !rows.is_empty() => rows.iter().copied().max().unwrap_or(1),
        (_, Some(false)) => 0,
        _ => 1,
    }
}

/// The names of the columns: what stands in each row of the header, joined.
pub(super) fn names(rows: &[csv::StringRecord], dialect: &Dialect) -> Vec<String> {
    let join = dialect.header_join.as_deref().unwrap_or(" ");
    let kept = |number: u64| match &dialect.header_rows {
        Some(rows) => rows.contains(&number),
        None => true,
    };
    let rows: Vec<_> = (1..).zip(rows).filter(|(at, _)| kept(*at)).collect();
    let count = rows.iter().map(|(_, row)| row.len()).max().unwrap_or(0);
    let name = |column: usize| {
        let cells = rows.iter().filter_map(|(_, row)| row.get(column));
        let cells: Vec<&str> = cells.map(str::trim).filter(|it| !it.is_empty()).collect();
        cells.join(join)
    };
    (0..count).map(name).collect()
}

/// For each column of the text its field. A column that no field describes is read as it is; a field without a column is refused
/// unless the schema lets it be left out.
pub(super) fn fields(
    resource: &str,
    names: Option<&[String]>,
    schema: &Schema,
) -> Result<Vec<Field>, FormatError> {
    let Some(names) = names else {
        return Ok(schema.fields.clone());
    };
    let may_lack = match &schema.fields_match {
        Some(Matched::One(word)) => is_loose(word),
        Some(Matched::Many(words)) => words.iter().any(|word| is_loose(word)),
        None => false,
    };
    let has = |field: &&Field| !names.iter().any(|name| is_same(name, field));
    let lacking = schema.fields.iter().find(has);
    if let Some(field) = lacking.filter(|_| !may_lack) {
        let place = Place {
            column: Some(field.name.clone()),
            ..Place::sheet(resource)
        };
        return Err(malformed(place, Reason::PartMissing(field.name.clone())));
    }
    let described = |name: &String| {
        let known = schema.fields.iter().find(|field| is_same(name, field));
        known.cloned().unwrap_or_else(|| Field {
            name: name.clone(),
            ..Field::default()
        })
    };
    Ok(names.iter().map(described).collect())
}

fn is_loose(word: &str) -> bool {
    ["superset", "partial"].contains(&word)
}

fn is_same(name: &str, field: &Field) -> bool {
    name.trim() == field.name.trim()
}
