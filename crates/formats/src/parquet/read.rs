//! From the bytes of a file to a table.

use table::Table;

use super::column::Reading;
use super::field::Field;
use super::verify;
use crate::columns::{Named, Parts, status_of};
use crate::{Format, FormatError, Limits, Progress, Source, Warning};

/// Reads a table of this name. Texts become dimensions whose members stand in the order of the file's dictionaries, or in which
/// they are met.
///
/// # Errors
/// When a limit is exceeded, or the file is damaged or uses what is not supported.
pub fn read<S: Source + ?Sized>(
    name: &str,
    source: &S,
    limits: &Limits,
    progress: &mut dyn FnMut(Progress),
) -> Result<(Table, Vec<Warning>), FormatError> {
    let layout = verify::layout(&source, limits)?;
    let total = source.len();
    let mut done = 0;
    let mut told = |more: u64| {
        done += more;
        progress(Progress { done, total });
    };
    let mut reading = Reading {
        source: &source,
        layout: &layout,
        limits,
        told: &mut told,
    };
    let mut parts = Parts::new(Format::Parquet, limits);
    for (at, field) in layout.fields.iter().enumerate() {
        let filled = reading.column(at, field)?;
        let Field { name, meaning, .. } = field;
        let columns = layout
            .fields
            .iter()
            .map(|it| (it.name.as_str(), it.meaning));
        let status_of = status_of(name, *meaning, columns);
        parts.add(
            Named {
                name,
                meaning: *meaning,
                status_of,
            },
            filled,
        )?;
    }
    progress(Progress { done: total, total });
    parts.finish(name)
}
