//! What is in a workbook's container, found by unpacking all of it once without keeping any.
//!
//! The sizes a container states can be lies, and readers of workbooks believe in what they unpack; after this pass they
//! cannot meet more than the limits allow, nor a part whose checksum is wrong, nor a document type with its entities.

mod search;

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::read::ZipFile;

use crate::{Feature, Format, FormatError, Limits, Place, Reason, What};
use search::Search;
#[cfg(feature = "xlsx")]
pub(crate) use search::attribute;

/// What one format looks for in its parts.
pub(crate) trait Look {
    /// The format, for what is said of errors.
    const FORMAT: Format;

    /// What is said of a workbook under a password.
    const LOCKED: Feature;

    /// Takes note of a part.
    fn part(&mut self, name: &str);

    /// Whether elements that begin so are looked at; a few bytes are enough to tell.
    fn seeks(start: &[u8]) -> bool;

    /// Looks at an element.
    ///
    /// # Errors
    /// When it asks for more than the limits allow.
    fn element(&mut self, element: &[u8], limits: &Limits) -> Result<(), FormatError>;
}

/// The mark of the record at the end of a container.
const END: &[u8] = b"PK\x05\x06";
/// The longest comment that can follow it.
const LONGEST_END: usize = 22 + 65_535;
/// What begins a document type, with its entities.
const DOCTYPE: &[u8] = b"<!DOCTYPE";
/// Bytes unpacked at a time.
const STEP: usize = 1 << 16;

/// Unpacks everything once.
pub(crate) fn survey<L: Look>(
    bytes: &[u8],
    look: &mut L,
    limits: &Limits,
    told: &mut dyn FnMut(u64),
) -> Result<(), FormatError> {
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|_| malformed::<L>("", broken(bytes)))?;
    let (mut unpacked, mut done) = (0, 0);
    for index in 0..archive.len() {
        let part = archive
            .by_index_raw(index)
            .map_err(|_| malformed::<L>("", Reason::Container))?;
        let (name, packed) = (part.name(), part.compressed_size());
        let name = name
            .map_err(|_| malformed::<L>("", Reason::Container))?
            .into_owned();
        if part.encrypted() {
            return Err(FormatError::unsupported(L::LOCKED));
        }
        drop(part);
        let part = archive
            .by_index(index)
            .map_err(|_| malformed::<L>(&name, Reason::Container))?;
        look.part(&name);
        unpack(&name, part, (look, &mut unpacked), limits)?;
        done = (done + packed).min(bytes.len() as u64);
        told(done);
    }
    Ok(())
}

fn unpack<L: Look>(
    name: &str,
    mut part: ZipFile<'_, Cursor<&[u8]>>,
    (look, unpacked): (&mut L, &mut u64),
    limits: &Limits,
) -> Result<(), FormatError> {
    let is_xml = [".xml", ".rels", ".vml"]
        .iter()
        .any(|ending| name.ends_with(ending));
    let mut search = Search::default();
    let mut step = vec![0; STEP];
    loop {
        let length = part
            .read(&mut step)
            .map_err(|_| malformed::<L>(name, Reason::Checksum))?;
        if length == 0 {
            return Ok(());
        }
        *unpacked += length as u64;
        limits.check(What::WorkbookUnpacked, *unpacked)?;
        let piece = step.get(..length).unwrap_or_default();
        if is_xml {
            search.look(piece, &is_sought::<L>, &mut |element| {
                if element.starts_with(DOCTYPE) {
                    let place = Place::sheet(name);
                    let feature = Feature::Doctype;
                    return Err(FormatError::Unsupported { feature, place });
                }
                look.element(element, limits)
            })?;
        }
    }
}

fn is_sought<L: Look>(start: &[u8]) -> bool {
    L::seeks(start) || start.starts_with(DOCTYPE)
}

fn malformed<L: Look>(part: &str, reason: Reason) -> FormatError {
    let place = if part.is_empty() {
        Place::default()
    } else {
        Place::sheet(part)
    };
    FormatError::malformed(L::FORMAT, place, reason)
}

/// A container without its last record was cut short.
fn broken(bytes: &[u8]) -> Reason {
    let tail = bytes
        .get(bytes.len().saturating_sub(LONGEST_END)..)
        .unwrap_or_default();
    let has_end = tail.windows(END.len()).any(|window| window == END);
    if has_end {
        Reason::Container
    } else {
        Reason::Truncated
    }
}
