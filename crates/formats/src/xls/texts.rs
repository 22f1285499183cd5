//! Texts in records: one byte or two a letter, over the ends of records, and the list of all of them.

use crate::{FormatError, Limits, What};

/// How texts are stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Letters {
    /// A sign of one or two bytes a letter before each text: Excel 97 and later.
    #[default]
    Unicode,
    /// Windows-1252: Excel 5 and 95.
    Windows,
}

/// Bytes of a record and of those that continue it.
pub(super) struct Pieces<'a> {
    pieces: std::vec::IntoIter<&'a [u8]>,
    piece: &'a [u8],
}

impl<'a> Pieces<'a> {
    pub(super) fn new(pieces: Vec<&'a [u8]>) -> Self {
        let mut pieces = pieces.into_iter();
        let piece = pieces.next().unwrap_or_default();
        Self { pieces, piece }
    }

    /// Whether nothing is left.
    pub(super) fn is_empty(&self) -> bool {
        self.piece.is_empty() && self.pieces.as_slice().iter().all(|piece| piece.is_empty())
    }

    fn next_piece(&mut self) -> Option<()> {
        self.piece = self.pieces.next()?;
        Some(())
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        while self.piece.is_empty() {
            self.next_piece()?;
        }
        let (first, rest) = self.piece.split_first()?;
        self.piece = rest;
        Some(*first)
    }

    pub(super) fn u16(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    pub(super) fn u32(&mut self) -> Option<u32> {
        let bytes = [self.byte()?, self.byte()?, self.byte()?, self.byte()?];
        Some(u32::from_le_bytes(bytes))
    }

    pub(super) fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > self.piece.len() {
            count -= self.piece.len();
            self.next_piece()?;
        }
        self.piece = self.piece.get(count..)?;
        Some(())
    }

    /// A text with what is said before it: how long its letters are, and what follows them.
    pub(super) fn text(&mut self, length: usize, into: &mut String) -> Option<()> {
        let flags = self.byte()?;
        let runs = if flags & 8 == 0 { 0 } else { self.u16()? };
        let extra = if flags & 4 == 0 { 0 } else { self.u32()? };
        self.letters(length, flags, into)?;
        self.skip(usize::from(runs) * 4)?;
        self.skip(extra as usize)
    }

    /// Letters; where a record ends among them, the next one says anew how long they are.
    fn letters(&mut self, length: usize, mut flags: u8, into: &mut String) -> Option<()> {
        let mut left = length;
        while left > 0 {
            if self.piece.is_empty() {
                self.next_piece()?;
                flags = self.byte()?;
            }
            let width = usize::from(flags & 1) + 1;
            let count = left.min(self.piece.len() / width);
            let (letters, rest) = self.piece.split_at_checked(count * width)?;
            decode(letters, width, into);
            self.piece = rest;
            left -= count;
            (count > 0 || rest.is_empty()).then_some(())?;
        }
        Some(())
    }

    /// A text of Windows-1252.
    pub(super) fn windows(&mut self, length: usize, into: &mut String) -> Option<()> {
        for _ in 0..length {
            into.push(crate::csv::encoding::character(self.byte()?));
        }
        Some(())
    }
}

fn decode(letters: &[u8], width: usize, into: &mut String) {
    if width == 1 {
        into.extend(letters.iter().map(|byte| char::from(*byte)));
        return;
    }
    let (units, _) = letters.as_chunks::<2>();
    let units = units.iter().map(|unit| u16::from_le_bytes(*unit));
    let letters = char::decode_utf16(units);
    into.extend(letters.map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)));
}

/// The different texts of a workbook, one after the other.
#[derive(Debug, Default)]
pub(super) struct Texts {
    all: String,
    ends: Vec<usize>,
}

impl Texts {
    /// Reads the list; inside, none where a text is damaged.
    pub(super) fn read(
        mut pieces: Pieces<'_>,
        limits: &Limits,
    ) -> Result<Option<Self>, FormatError> {
        let mut texts = Self::default();
        let said = pieces.skip(4).and_then(|()| pieces.u32()).unwrap_or(0);
        limits.check(What::SharedStrings, said.into())?;
        let mut text = String::new();
        while !pieces.is_empty() {
            text.clear();
            let length = pieces.u16().map(usize::from);
            let read = length.and_then(|length| pieces.text(length, &mut text));
            if read.is_none() {
                // What follows the last text is nothing to complain of.
                let is_complete = texts.ends.len() >= said as usize;
                return Ok(is_complete.then_some(texts));
            }
            limits.check(What::SharedStrings, texts.ends.len() as u64 + 1)?;
            texts.push(&text)?;
        }
        Ok(Some(texts))
    }

    fn push(&mut self, text: &str) -> Result<(), FormatError> {
        let bytes = text.len() as u64;
        let no_memory = |_| FormatError::OutOfMemory { bytes };
        self.all.try_reserve(text.len()).map_err(no_memory)?;
        self.ends.try_reserve(1).map_err(no_memory)?;
        self.all.push_str(text);
        self.ends.push(self.all.len());
        Ok(())
    }

    pub(super) fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)?;
        let before = number.checked_sub(1).map(|before| self.ends.get(before));
        let start = before.map_or(Some(0), |end| end.copied())?;
        self.all.get(start..end)
    }
}
