//! Arrow IPC, file or stream: what other programs write, and tables of our own.
//!
//! Read column by column from where the file lies: the descriptions of the batches through the types that `arrow-ipc` makes of
//! the format's own definition, the values by us, each offset and length held against the file. No batch is ever whole in memory.
//! A table written here comes back as it was: descriptions, statuses, title and notes travel as metadata.

mod batch;
mod body;
mod column;
mod describe;
mod fields;
mod index;
mod keys;
mod own;
mod rows;
mod texts;
mod write;

use table::Table;

use crate::columns::{Named, Parts, status_of};
use crate::source::make_room;
use crate::{Content, Format, FormatError, Limits, Place, Progress, Reason, Source, Warning, What};
use column::Reading;
use fields::Field;
use index::Contents;

pub use write::write;

/// The key of our metadata.
const KEY: &str = "snit";

/// Reads a table; `name` is the name it gets unless the file has one of ours.
///
/// # Errors
/// When a limit is exceeded, or the file is damaged or uses what is not supported.
pub fn read<S: Source + ?Sized>(
    name: &str,
    source: &S,
    limits: &Limits,
    progress: &mut dyn FnMut(Progress),
) -> Result<(Table, Vec<Warning>), FormatError> {
    let (content, warnings) = open(name, source, limits, progress)?;
    match content {
        Content::Table(table) | Content::Described(table) => Ok((table, warnings)),
        _ => Err(malformed(Place::default(), Reason::Description)),
    }
}

/// A table, and whether it was described when it was written.
pub(crate) fn open<S: Source + ?Sized>(
    name: &str,
    source: &S,
    limits: &Limits,
    progress: &mut dyn FnMut(Progress),
) -> Result<(Content, Vec<Warning>), FormatError> {
    let total = source.len();
    limits.check(What::ContainerBytes, total)?;
    let contents = index::walk(&source, limits)?;
    let bytes = contents.fields.iter().map(Field::usual_bytes).sum::<u64>();
    make_room(bytes.saturating_mul(contents.row_count as u64).min(total));
    let reading = Reading::new(&source, &contents, limits);
    let mut told = |column: usize| {
        let columns = contents.fields.len().max(1) as u64;
        let done = total / columns * column as u64;
        progress(Progress { done, total });
    };
    let read = match &contents.said {
        Some(said) => (Content::Described(own::table(said, &reading)?), Vec::new()),
        None => {
            let (table, warnings) = foreign(name, &reading, &mut told)?;
            (Content::Table(table), warnings)
        }
    };
    progress(Progress { done: total, total });
    Ok(read)
}

/// A table that another program wrote.
fn foreign(
    name: &str,
    reading: &Reading<'_>,
    told: &mut dyn FnMut(usize),
) -> Result<(Table, Vec<Warning>), FormatError> {
    let Contents { fields, .. } = reading.contents;
    let columns = || fields.iter().map(|it| (it.name.as_str(), it.meaning()));
    let mut parts = Parts::new(Format::Arrow, reading.limits);
    for (at, (name, meaning)) in columns().enumerate() {
        let named = Named {
            name,
            meaning,
            status_of: status_of(name, meaning, columns()),
        };
        parts.add(named, reading.column(at)?)?;
        told(at + 1);
    }
    parts.finish(name)
}

fn malformed(place: Place, reason: Reason) -> FormatError {
    FormatError::malformed(Format::Arrow, place, reason)
}

#[cfg(test)]
mod tests;
