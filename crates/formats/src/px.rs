//! PX files of statistical offices: keywords that describe a cube, then its cells.
//!
//! The rules are those of Statistics Sweden's description of the format of 2013. The keywords are kept in order, each with the
//! language and the variables and values it is about; a table is made of those that say something of it, the rest is told.

mod decode;
mod figures;
mod keyed;
mod known;
mod lexer;
mod measures;
mod meta;
mod notes;
mod remarks;
mod statements;
mod times;
mod variables;

use table::{Aggregation, Collapse, Note, Table};

use crate::cube::Cube;
use crate::{Format, FormatError, Limits, Place, Progress, Reason, Warning, What};
use decode::Decoded;
use meta::Meta;
use statements::Statements;
use variables::Variables;

/// Reads the table of a PX file.
///
/// # Errors
/// When a limit is exceeded, the text is not in the encoding it declares, a keyword cannot be read or contradicts another, or the
/// cells are not as many as the values demand.
pub fn read(
    bytes: &[u8],
    limits: &Limits,
    progress: &mut dyn FnMut(Progress),
) -> Result<(Table, Vec<Warning>), FormatError> {
    limits.check(What::CsvBytes, bytes.len() as u64)?;
    let (decoded, mut warnings) = Decoded::of(bytes)?;
    let statements = Statements::read(&decoded, limits)?;
    let meta = Meta::new(&decoded, statements.all);
    let variables = Variables::read(&meta, limits)?;
    let cells = if meta.has("KEYS") {
        keyed::read(&meta, &variables, (statements.cells, limits))?
    } else {
        figures::read(&meta, &variables, (statements.cells, limits), progress)?
    };
    warnings.extend(cells.warnings);
    warnings.extend(known::unused(&meta));
    let mut described = measures::read(&meta, &variables, limits)?;
    limit_sums(&mut described.measures, &variables);
    let notes = notes::read(&meta, &variables, &described);
    let cube = Cube {
        dimensions: variables.dimensions(),
        measured: described.into_measured(),
        cells: cells.cells,
    };
    let (table, left_out) = titled(&meta, cube, limits)?;
    if left_out > 0 {
        warnings.push(Warning::ZeroRowsLeftOut { count: left_out });
    }
    let total = bytes.len() as u64;
    progress(Progress { done: total, total });
    Ok((with_notes(table, notes), warnings))
}

fn titled(meta: &Meta<'_>, cube: Cube, limits: &Limits) -> Result<(Table, u64), FormatError> {
    let name = meta.words("MATRIX", &[]).unwrap_or_default();
    let title = ["TITLE", "DESCRIPTION", "CONTENTS"]
        .iter()
        .find_map(|keyword| meta.words(keyword, &[]).filter(|it| !it.is_blank()));
    let (table, left_out) = cube.into_table((Format::Px, &name.plain), limits)?;
    let table = match title {
        Some(title) => table.with_title(title.text),
        None => table,
    };
    Ok((table, left_out))
}

/// Stocks are not summed over time, which here is named by the file itself.
fn limit_sums(measures: &mut [table::Measure], variables: &Variables) {
    let times: Vec<String> = variables.times().map(str::to_owned).collect();
    for measure in measures {
        if let Aggregation::SemiAdditive { not_over, then } = &mut measure.aggregation {
            not_over.clone_from(&times);
            *then = Collapse::Last;
        }
    }
}

/// Notes on a column that became part of another stay notes on the table.
fn with_notes(table: Table, notes: Vec<Note>) -> Table {
    let has = |name: &String| {
        let dimensions = table.dimensions().iter().map(|it| &it.dimension.name);
        let measures = table.measures().iter().map(|it| &it.measure.name);
        dimensions.chain(measures).any(|each| each == name)
    };
    let notes = notes.into_iter().map(|note| Note {
        column: note.column.filter(has),
        ..note
    });
    let notes = notes.collect();
    table.with_notes(notes)
}

fn malformed(place: Place, reason: Reason) -> FormatError {
    FormatError::malformed(Format::Px, place, reason)
}

#[cfg(test)]
mod tests;
