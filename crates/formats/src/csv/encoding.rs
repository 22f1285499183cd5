//! Bytes to text: UTF-8, UTF-16 with or without its mark, else Windows-1252.

use std::borrow::Cow;

use crate::wide::{Wide, wide};
use crate::{Format, FormatError, Place, Reason, Warning};

/// Windows-1252 from 0x80 to 0x9F; above, bytes are the code points of Latin-1. Five are undefined.
const UPPER: [char; 32] = [
    '€', '\u{FFFD}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{FFFD}', 'Ž',
    '\u{FFFD}', '\u{FFFD}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{FFFD}',
    'ž', 'Ÿ',
];

/// Of letters beyond ASCII in UTF-8, so many to one broken one make the text UTF-8 with faults in it.
const RARELY: usize = 4;

/// The text and what had to be guessed.
pub(crate) fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Vec<Warning>), FormatError> {
    let marked = match bytes {
        [0xFF, 0xFE, ..] => Some((2, Wide::Little)),
        [0xFE, 0xFF, ..] => Some((2, Wide::Big)),
        _ => wide(bytes).map(|wide| (0, wide)),
    };
    if let Some((mark, wide)) = marked {
        let unit = match wide {
            Wide::Little => u16::from_le_bytes,
            Wide::Big => u16::from_be_bytes,
        };
        return Ok((utf16(bytes, mark, unit)?.into(), Vec::new()));
    }
    let rest = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(rest) {
        return Ok((text.into(), Vec::new()));
    }
    match faults(rest) {
        Some(warning) => mended(rest).map(|text| (text.into(), vec![warning])),
        None => windows_1252(rest).map(|(text, warnings)| (text.into(), warnings)),
    }
}

/// UTF-8 with a sign in place of each broken letter.
fn mended(bytes: &[u8]) -> Result<String, FormatError> {
    let mut text = with_room(bytes.len().saturating_mul(3))?;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        text.extend((!chunk.invalid().is_empty()).then_some(char::REPLACEMENT_CHARACTER));
    }
    Ok(text)
}

/// What there is to say of UTF-8 in which few letters are broken; none where it is another encoding.
fn faults(bytes: &[u8]) -> Option<Warning> {
    let (mut whole, mut broken, mut at, mut first) = (0, 0, 0, 0);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|it| !it.is_ascii()).count();
        at += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            first = if broken == 0 { at } else { first };
            broken += 1;
        }
        at += chunk.invalid().len();
    }
    let (count, byte) = (broken as u64, first as u64);
    (whole >= broken * RARELY).then_some(Warning::UndefinedBytes { count, byte })
}

/// The text in Windows-1252, and what had to be guessed.
pub(crate) fn windows_1252(bytes: &[u8]) -> Result<(String, Vec<Warning>), FormatError> {
    let beyond_ascii = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let mut text = with_room(bytes.len() + 2 * beyond_ascii)?;
    text.extend(bytes.iter().map(|&byte| character(byte)));
    let mut warnings = vec![Warning::Windows1252];
    let is_undefined = |byte: &&u8| character(**byte) == '\u{FFFD}';
    if let Some(first) = bytes.iter().position(|byte| is_undefined(&byte)) {
        let count = bytes.iter().filter(is_undefined).count() as u64;
        warnings.push(Warning::UndefinedBytes {
            count,
            byte: first as u64,
        });
    }
    Ok((text, warnings))
}

/// A text in Windows-1252; none where a byte is undefined.
pub(super) fn windows_text(bytes: &[u8]) -> Option<String> {
    let letters = bytes.iter().map(|byte| character(*byte));
    letters.map(|it| (it != '\u{FFFD}').then_some(it)).collect()
}

/// What a byte of Windows-1252 means; the replacement sign where it means nothing.
pub(crate) fn character(byte: u8) -> char {
    let upper = byte
        .checked_sub(0x80)
        .and_then(|at| UPPER.get(usize::from(at)));
    upper.copied().unwrap_or(char::from(byte))
}

fn utf16(bytes: &[u8], mark: usize, unit: fn([u8; 2]) -> u16) -> Result<String, FormatError> {
    let mut text = with_room(bytes.len())?;
    let (pairs, rest) = bytes.get(mark..).unwrap_or_default().as_chunks::<2>();
    if !rest.is_empty() {
        let place = Place::byte(bytes.len() as u64);
        return Err(FormatError::malformed(
            Format::Csv,
            place,
            Reason::Truncated,
        ));
    }
    let mut at = mark as u64;
    for decoded in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        let character = decoded
            .map_err(|_| FormatError::malformed(Format::Csv, Place::byte(at), Reason::Encoding))?;
        at += 2 * character.len_utf16() as u64;
        text.push(character);
    }
    Ok(text)
}

/// Room for a text of so many bytes.
pub(crate) fn with_room(bytes: usize) -> Result<String, FormatError> {
    let mut text = String::new();
    let no_memory = |_| FormatError::OutOfMemory {
        bytes: bytes as u64,
    };
    text.try_reserve(bytes).map_err(no_memory)?;
    Ok(text)
}
