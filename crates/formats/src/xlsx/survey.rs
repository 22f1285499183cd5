//! What is in a workbook's container, found by unpacking all of it once without keeping any.
//!
//! The sizes a container states can be lies, and calamine believes in what it unpacks; after this pass it
//! cannot meet more than the limits allow, nor a part whose checksum is wrong.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::read::ZipFile;

use crate::{Feature, Format, FormatError, Limits, Place, Reason, Warning, What};

/// What was found.
#[derive(Clone, Debug, Default)]
pub(super) struct Survey {
    pub(super) warnings: Vec<Warning>,
    pub(super) has_merged_cells: bool,
    unpacked: u64,
    strings: u64,
}

/// The mark of the record at the end of a container.
const END: &[u8] = b"PK\x05\x06";
/// The longest comment that can follow it.
const LONGEST_END: usize = 22 + 65_535;
/// Bytes unpacked at a time.
const STEP: usize = 1 << 16;

impl Survey {
    /// Unpacks everything once.
    pub(super) fn take(
        bytes: &[u8],
        limits: &Limits,
        told: &mut dyn FnMut(u64),
    ) -> Result<Self, FormatError> {
        let mut archive =
            ZipArchive::new(Cursor::new(bytes)).map_err(|_| malformed("", broken(bytes)))?;
        let (mut survey, mut done) = (Self::default(), 0);
        for index in 0..archive.len() {
            let part = archive
                .by_index_raw(index)
                .map_err(|_| malformed("", Reason::Container))?;
            let (name, packed) = (part.name(), part.compressed_size());
            let name = name
                .map_err(|_| malformed("", Reason::Container))?
                .into_owned();
            if part.encrypted() {
                return Err(FormatError::unsupported(Feature::Password));
            }
            drop(part);
            let part = archive
                .by_index(index)
                .map_err(|_| malformed(&name, Reason::Container))?;
            survey.part(&name, part, limits)?;
            survey.remark(&name);
            done = (done + packed).min(bytes.len() as u64);
            told(done);
        }
        Ok(survey)
    }

    fn part(
        &mut self,
        name: &str,
        mut part: ZipFile<'_, Cursor<&[u8]>>,
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
                .map_err(|_| malformed(name, Reason::Checksum))?;
            if length == 0 {
                break;
            }
            self.unpacked += length as u64;
            limits.check(What::WorkbookUnpacked, self.unpacked)?;
            if is_xml {
                search.look(step.get(..length).unwrap_or_default());
                limits.check(What::SharedStrings, self.strings + search.strings)?;
            }
        }
        self.strings += search.strings;
        self.has_merged_cells |= search.has_merged_cells;
        if search.has_doctype {
            let place = Place::sheet(name);
            return Err(FormatError::Unsupported {
                feature: Feature::Doctype,
                place,
            });
        }
        Ok(())
    }

    /// Parts that are not read but should be known of.
    fn remark(&mut self, name: &str) {
        let warning = match name {
            _ if name.ends_with("vbaProject.bin") => Warning::Macros,
            _ if name.starts_with("xl/externalLinks/") => Warning::ExternalLinks,
            _ if name.starts_with("xl/pivotCache/pivotCacheRecords") => Warning::PivotCache,
            _ => return,
        };
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }
}

fn malformed(part: &str, reason: Reason) -> FormatError {
    let place = if part.is_empty() {
        Place::default()
    } else {
        Place::sheet(part)
    };
    FormatError::malformed(Format::Xlsx, place, reason)
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

/// Looks for elements in XML that comes in pieces.
#[derive(Default)]
struct Search {
    /// The end of the piece before, in which an element may have begun.
    rest: Vec<u8>,
    strings: u64,
    has_merged_cells: bool,
    has_doctype: bool,
}

/// Bytes by which the longest sought element can reach into the next piece.
const OVERLAP: usize = b"<!DOCTYPE".len() - 1;

impl Search {
    fn look(&mut self, piece: &[u8]) {
        let mut bytes = std::mem::take(&mut self.rest);
        bytes.extend_from_slice(piece);
        // What begins in the last bytes is looked at together with the next piece.
        let end = bytes.len().saturating_sub(OVERLAP);
        let mut at = 0;
        while let Some(found) = next_open(&bytes, at, end) {
            self.element(bytes.get(found..).unwrap_or_default());
            at = found + 1;
        }
        self.rest = bytes.split_off(end);
    }

    fn element(&mut self, bytes: &[u8]) {
        match bytes {
            [b'<', b's', b'i', b'>' | b' ' | b'/', ..] => self.strings += 1,
            _ if bytes.starts_with(b"<mergeCel") => self.has_merged_cells = true,
            _ if bytes.starts_with(b"<!DOCTYPE") => self.has_doctype = true,
            _ => {}
        }
    }
}

fn next_open(bytes: &[u8], from: usize, end: usize) -> Option<usize> {
    let found = bytes
        .get(from..end)?
        .iter()
        .position(|byte| *byte == b'<')?;
    Some(from + found)
}
