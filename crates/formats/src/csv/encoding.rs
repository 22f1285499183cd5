//! Bytes to text: UTF-8, UTF-16 with its mark, else Windows-1252.

use std::borrow::Cow;

use crate::{Format, FormatError, Place, Reason, Warning};

/// Windows-1252 from 0x80 to 0x9F; above, bytes are the code points of Latin-1. Five are undefined.
const UPPER: [char; 32] = [
    '€', '\u{FFFD}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{FFFD}', 'Ž',
    '\u{FFFD}', '\u{FFFD}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{FFFD}',
    'ž', 'Ÿ',
];

/// The text and what had to be guessed.
pub(super) fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Vec<Warning>), FormatError> {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => Ok((utf16(rest, u16::from_le_bytes)?.into(), Vec::new())),
        [0xFE, 0xFF, rest @ ..] => Ok((utf16(rest, u16::from_be_bytes)?.into(), Vec::new())),
        _ => {
            let rest = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
            match std::str::from_utf8(rest) {
                Ok(text) => Ok((text.into(), Vec::new())),
                Err(_) => windows_1252(rest).map(|(text, warnings)| (text.into(), warnings)),
            }
        }
    }
}

fn windows_1252(bytes: &[u8]) -> Result<(String, Vec<Warning>), FormatError> {
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

fn character(byte: u8) -> char {
    let upper = byte
        .checked_sub(0x80)
        .and_then(|at| UPPER.get(usize::from(at)));
    upper.copied().unwrap_or(char::from(byte))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, FormatError> {
    let mut text = with_room(bytes.len())?;
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        let place = Place::byte(bytes.len() as u64 + 2);
        return Err(FormatError::malformed(
            Format::Csv,
            place,
            Reason::Truncated,
        ));
    }
    let mut at = 2;
    for decoded in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        let character = decoded
            .map_err(|_| FormatError::malformed(Format::Csv, Place::byte(at), Reason::Encoding))?;
        at += 2 * character.len_utf16() as u64;
        text.push(character);
    }
    Ok(text)
}

fn with_room(bytes: usize) -> Result<String, FormatError> {
    let mut text = String::new();
    let no_memory = |_| FormatError::OutOfMemory {
        bytes: bytes as u64,
    };
    text.try_reserve(bytes).map_err(no_memory)?;
    Ok(text)
}
