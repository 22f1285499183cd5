//! OpenDocument sheets, cell by cell as the XML is read.
//!
//! The reader is our own: calamine's unfolds repeated rows and cells before anything can be counted, and takes remarks and
//! copies of other files for cells.

mod content;
mod events;
mod parts;
mod row;
mod value;

use std::io::{BufReader, Cursor};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::survey::survey;
use crate::{Format, FormatError, Limits, Place, Progress, Reason, Sheet, Warning, What};
use content::Content;
use parts::Parts;

/// The part that holds the cells.
const CONTENT: &str = "content.xml";

/// Reads all sheets, hidden ones too.
///
/// # Errors
/// When a limit is exceeded or the file is damaged or protected.
pub fn read(
    bytes: &[u8],
    limits: &Limits,
    progress: &mut dyn FnMut(Progress),
) -> Result<(Vec<Sheet>, Vec<Warning>), FormatError> {
    limits.check(What::WorkbookBytes, bytes.len() as u64)?;
    // Half of the work is unpacking everything once to see that it may be unpacked.
    let half = bytes.len() as u64;
    let total = 2 * half;
    let mut told = |done| progress(Progress { done, total });
    let mut parts = Parts::default();
    survey(bytes, &mut parts, limits, &mut told)?;
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|_| malformed(Reason::Container))?;
    let content = archive.by_name(CONTENT).map_err(|error| match error {
        ZipError::FileNotFound => malformed(Reason::PartMissing(CONTENT.to_owned())),
        _ => malformed(Reason::Container),
    })?;
    let size = content.size().max(1);
    let mut content = Content::new(BufReader::new(content), limits);
    let mut share = |position: u64| told(half + half.saturating_mul(position.min(size)) / size);
    let sheets = content.sheets(&mut share)?;
    let warnings = parts.warnings.into_iter().chain(content.warnings).collect();
    told(total);
    Ok((sheets, warnings))
}

fn malformed(reason: Reason) -> FormatError {
    FormatError::malformed(Format::Ods, Place::default(), reason)
}

#[cfg(test)]
mod tests;
