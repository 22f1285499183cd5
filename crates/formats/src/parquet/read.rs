//! From the bytes of a file to a table.

use table::Table;

use super::STATUS_SUFFIX;
use super::column::Reading;
use super::field::{Field, Meaning};
use super::parts::Parts;
use super::verify;
use crate::{FormatError, Limits, Progress, Warning};

/// Reads a table of this name. Texts become dimensions whose members stand in the order they are met.
///
/// # Errors
/// When a limit is exceeded, or the file is damaged or uses what is not supported.
pub fn read(
    name: &str,
    bytes: &[u8],
    limits: &Limits,
    progress: &mut dyn FnMut(Progress),
) -> Result<(Table, Vec<Warning>), FormatError> {
    let layout = verify::layout(bytes, limits)?;
    let total = bytes.len() as u64;
    let mut done = 0;
    let mut told = |more: usize| {
        done += more as u64;
        progress(Progress { done, total });
    };
    let mut reading = Reading {
        file: bytes,
        layout: &layout,
        limits,
        told: &mut told,
    };
    let mut parts = Parts::default();
    for (at, field) in layout.fields.iter().enumerate() {
        let filled = reading.column(at, field)?;
        parts.add(field, filled, status_of(field, &layout.fields))?;
    }
    progress(Progress { done: total, total });
    parts.finish(name)
}

/// The measure whose statuses a column holds, if it is one of statuses.
fn status_of<'a>(field: &'a Field, fields: &[Field]) -> Option<&'a str> {
    let measure = field.name.strip_suffix(STATUS_SUFFIX)?;
    let is_whole = matches!(field.meaning, Meaning::Integer { .. });
    let is_there = fields
        .iter()
        .any(|other| other.name == measure && is_number(other));
    (is_whole && is_there).then_some(measure)
}

fn is_number(field: &Field) -> bool {
    !matches!(
        field.meaning,
        Meaning::Text | Meaning::Date | Meaning::Moment { .. }
    )
}
