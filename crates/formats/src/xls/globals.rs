//! What the beginning of a workbook says: its sheets, texts and number formats.

use std::collections::BTreeMap;

use super::bytes::{u16_at, u32_at};
use super::date_formats::{is_date, is_date_number};
use super::records::{Record, Records};
use super::texts::{Letters, Pieces, Texts};
use super::{malformed, truncated};
use crate::{Feature, FormatError, Limits, Reason, Warning, What};

/// A sheet as it is listed.
#[derive(Clone, Debug)]
pub(super) struct Listed {
    pub(super) name: String,
    /// Where in the stream it begins.
    pub(super) start: usize,
    pub(super) is_hidden: bool,
    /// Whether it holds cells; others are charts and macros.
    pub(super) has_cells: bool,
}

/// The beginning of a workbook.
#[derive(Debug, Default)]
pub(super) struct Globals {
    pub(super) letters: Letters,
    pub(super) sheets: Vec<Listed>,
    pub(super) texts: Texts,
    pub(super) has_links: bool,
    /// Whether days are counted from 1904.
    pub(super) is_1904: bool,
    formats: BTreeMap<u16, bool>,
    cell_formats: Vec<u16>,
}

/// Versions of a workbook by the number in its first record.
const EXCEL_97: u16 = 0x0600;
const EXCEL_5: u16 = 0x0500;
/// The code page of Windows for western Europe, the one that is spelled out.
const WINDOWS_1252: u16 = 1252;
/// What stands before a link to the workbook itself.
const OWN: u16 = 0x0401;

impl Globals {
    /// Reads up to the end of the beginning.
    pub(super) fn read(
        stream: &[u8],
        limits: &Limits,
    ) -> Result<(Self, Vec<Warning>), FormatError> {
        let mut records = Records::new(stream, 0);
        let mut globals = Self::default();
        let mut warnings = Vec::new();
        let first = records.next().ok_or_else(|| truncated(0))?;
        globals.letters = letters(first)?;
        loop {
            let record = records.next().ok_or_else(|| truncated(records.at))?;
            match record.kind {
                0x000A => return Ok((globals, warnings)),
                0x002F => return Err(FormatError::unsupported(Feature::Password)),
                0x0022 => globals.is_1904 = u16_at(record.body, 0) == Some(1),
                0x00E0 => globals.cell_formats.extend(u16_at(record.body, 2)),
                0x041E => globals.format(record.body),
                0x0085 => globals.sheet(record.body, limits)?,
                0x00FC => globals.list_texts(records.continued(record.body), limits)?,
                0x01AE => globals.has_links |= u16_at(record.body, 2) != Some(OWN),
                0x0042 if globals.letters == Letters::Windows => {
                    let page = u16_at(record.body, 0);
                    if page != Some(WINDOWS_1252) {
                        warnings.push(Warning::Windows1252);
                    }
                }
                _ => {}
            }
        }
    }

    /// Whether a cell of this format shows a date.
    pub(super) fn is_date(&self, cell_format: u16) -> bool {
        let format = self.cell_formats.get(usize::from(cell_format));
        format.is_some_and(|format| {
            let described = self.formats.get(format);
            described.copied().unwrap_or(is_date_number(*format))
        })
    }

    /// A text whose length is given in two bytes.
    pub(super) fn text(&self, mut pieces: Pieces<'_>) -> Option<String> {
        let length = usize::from(pieces.u16()?);
        self.letters_of(&mut pieces, length)
    }

    fn letters_of(&self, pieces: &mut Pieces<'_>, length: usize) -> Option<String> {
        let mut text = String::new();
        match self.letters {
            Letters::Unicode => pieces.text(length, &mut text)?,
            Letters::Windows => pieces.windows(length, &mut text)?,
        }
        Some(text)
    }

    /// A format that cannot be read shows numbers.
    fn format(&mut self, body: &[u8]) {
        let number = u16_at(body, 0).unwrap_or(u16::MAX);
        let mut pieces = Pieces::new(vec![body.get(2..).unwrap_or_default()]);
        let text = match self.letters {
            Letters::Unicode => self.text(pieces),
            Letters::Windows => {
                let length = pieces.byte().map_or(0, usize::from);
                self.letters_of(&mut pieces, length)
            }
        };
        self.formats
            .insert(number, text.is_some_and(|text| is_date(&text)));
    }

    fn sheet(&mut self, body: &[u8], limits: &Limits) -> Result<(), FormatError> {
        limits.check(What::Sheets, self.sheets.len() as u64 + 1)?;
        let listed = self.listed(body);
        self.sheets
            .push(listed.ok_or_else(|| malformed("", Reason::Container))?);
        Ok(())
    }

    fn listed(&self, body: &[u8]) -> Option<Listed> {
        let mut pieces = Pieces::new(vec![body.get(6..)?]);
        let length = usize::from(pieces.byte()?);
        let name = self.letters_of(&mut pieces, length)?;
        Some(Listed {
            name: name.replace('\0', ""),
            start: u32_at(body, 0)? as usize,
            is_hidden: body.get(4)? & 3 != 0,
            has_cells: *body.get(5)? == 0,
        })
    }

    fn list_texts(&mut self, pieces: Vec<&[u8]>, limits: &Limits) -> Result<(), FormatError> {
        let texts = Texts::read(Pieces::new(pieces), limits)?;
        self.texts = texts.ok_or_else(|| malformed("", Reason::Container))?;
        Ok(())
    }
}

/// How the workbook stores texts, by its version.
fn letters(first: Record<'_>) -> Result<Letters, FormatError> {
    match (first.kind, u16_at(first.body, 0)) {
        (0x0809, Some(EXCEL_97)) => Ok(Letters::Unicode),
        (0x0809, Some(EXCEL_5)) => Ok(Letters::Windows),
        (0x0009 | 0x0209 | 0x0409 | 0x0809, _) => {
            Err(FormatError::unsupported(Feature::OldWorkbook))
        }
        _ => Err(malformed("", Reason::Magic)),
    }
}
