//! JSON-stat 1 and 2: datasets, bundles of them and collections that hold them.

mod children;
mod dimension;
mod document;
mod notes;
mod pairs;
mod part;
mod statuses;
mod values;

use table::{Measure, Table, Text};

use crate::cube::{Cells, Cube, Measured, cell_count};
use crate::{Format, FormatError, Limits, Place, Progress, Reason, Warning, What, nesting};
use document::{Dataset, Document};

/// Reads every dataset of a file.
///
/// # Errors
/// When a limit is exceeded, the text is no JSON, or a dataset contradicts itself.
pub fn read(
    bytes: &[u8],
    limits: &Limits,
    progress: &mut dyn FnMut(Progress),
) -> Result<(Vec<Table>, Vec<Warning>), FormatError> {
    let total = bytes.len() as u64;
    limits.check(What::JsonBytes, total)?;
    let text = text(bytes)?;
    limits.check(What::JsonDepth, nesting::depth(text))?;
    let Document { datasets, links } = document::read(text)?;
    progress(Progress {
        done: total / 2,
        total,
    });
    if datasets.is_empty() {
        return Err(malformed(Place::default(), missing("value")));
    }
    limits.check(What::Tables, datasets.len() as u64)?;
    let (mut tables, mut warnings) = (Vec::new(), Vec::new());
    for (name, dataset) in datasets {
        tables.push(table(&name, dataset, (limits, &mut warnings))?);
    }
    if !links.is_empty() {
        warnings.push(Warning::KeywordsUnused { keywords: links });
    }
    progress(Progress { done: total, total });
    Ok((tables, warnings))
}

/// JSON is UTF-8.
fn text(bytes: &[u8]) -> Result<&str, FormatError> {
    let rest = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    std::str::from_utf8(rest).map_err(|error| {
        let at = error.valid_up_to();
        let before = rest.get(..at).unwrap_or_default();
        let lines = before.iter().filter(|byte| **byte == b'\n').count();
        let place = Place {
            byte: Some((bytes.len() - rest.len() + at) as u64),
            ..Place::row(lines as u64 + 1)
        };
        malformed(place, Reason::Encoding)
    })
}

fn table(
    name: &str,
    mut dataset: Dataset,
    (limits, warnings): (&Limits, &mut Vec<Warning>),
) -> Result<Table, FormatError> {
    let within = |error| in_table(error, name);
    let dimensions = dimension::read(&mut dataset, limits).map_err(within)?;
    let counts: Vec<usize> = dimensions.iter().map(|it| it.codes.len()).collect();
    let count = cell_count(&counts, limits).map_err(within)?;
    let signs = dataset.status.take();
    let cells = values::cells(dataset.value.take(), count, signs.as_ref()).map_err(within)?;
    let flags = statuses::apply(signs, cells).map_err(within)?;
    warnings.extend(flags.warnings(&dimensions));
    let notes = notes::read(&dataset, &dimensions);
    let preliminary = flags.preliminary(&dimensions);
    let metric = dimensions.iter().position(|it| it.is_metric);
    let measured = match metric.and_then(|axis| dimensions.get(axis)) {
        Some(of) => {
            let measures = of.measures(&preliminary);
            Measured::Along(metric.unwrap_or(0), measures)
        }
        None => Measured::One(only(&dataset, preliminary)),
    };
    let cube = Cube {
        dimensions: dimensions.into_iter().map(|it| it.dimension).collect(),
        measured,
        cells: flags.cells,
    };
    warnings.extend(inexact(&cube.cells, &dataset));
    let (table, left_out) = cube.into_table((Format::JsonStat, name), limits)?;
    if left_out > 0 {
        warnings.push(Warning::EmptyRowsLeftOut { count: left_out });
    }
    let title = dataset.label.as_deref().unwrap_or(name);
    let table = with_decimals(table);
    Ok(table.with_title(Text::same(title)).with_notes(notes))
}

/// The measure of a dataset that does not say what it measures.
fn only(dataset: &Dataset, preliminary: Vec<String>) -> Measure {
    Measure {
        name: "value".to_owned(),
        label: Text::same(dataset.label.as_deref().unwrap_or("value")),
        decimals: dimension::UNTOLD,
        preliminary,
        ..Measure::default()
    }
}

/// Most decimals that are shown where nothing is said of them.
const MOST_DECIMALS: u8 = 3;

/// Decimals as many as the numbers have where the file does not say.
fn with_decimals(table: Table) -> Table {
    let (name, dimensions) = (table.name().to_owned(), table.dimensions().to_vec());
    let measures = table.measures().iter().cloned().map(|mut column| {
        if column.measure.decimals == dimension::UNTOLD {
            column.measure.decimals = match &column.numbers {
                table::Numbers::Exact(scaled) => scaled.decimals.min(MOST_DECIMALS),
                table::Numbers::Float(_) => 1,
            };
        }
        column
    });
    Table::try_new(&name, dimensions, measures.collect()).unwrap_or(table)
}

/// From this number on not every whole number can be held.
const EXACT: f64 = 9_007_199_254_740_992.0;

fn inexact(cells: &Cells, dataset: &Dataset) -> Option<Warning> {
    let is_lost = cells.numbers().iter().any(|it| it.abs() >= EXACT);
    let column = || dataset.label.clone().unwrap_or_default();
    is_lost.then(|| Warning::NotExact { column: column() })
}

/// The same error with the dataset it is about.
fn in_table(error: FormatError, name: &str) -> FormatError {
    match error {
        FormatError::Malformed {
            format,
            place,
            reason,
        } => {
            let sheet = Some(name.to_owned()).filter(|name| !name.is_empty());
            let place = Place { sheet, ..place };
            FormatError::Malformed {
                format,
                place,
                reason,
            }
        }
        error => error,
    }
}

fn malformed(place: Place, reason: Reason) -> FormatError {
    FormatError::malformed(Format::JsonStat, place, reason)
}

fn missing(part: &str) -> Reason {
    Reason::PartMissing(part.to_owned())
}

#[cfg(test)]
mod tests;
