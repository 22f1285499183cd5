//! The text of a PX file, and where in the file a part of it stands.

use std::borrow::Cow;

use crate::csv::encoding;
use crate::{Feature, FormatError, Place, Reason, Warning};

use super::malformed;

/// How far into the file the encoding is told.
const HEAD: usize = 1 << 12;
/// Letters that differ between ISO 8859-15 and Windows-1252.
const LATIN_9: [(u8, char); 8] = [
    (0xA4, '€'),
    (0xA6, 'Š'),
    (0xA8, 'š'),
    (0xB4, 'Ž'),
    (0xB8, 'ž'),
    (0xBC, 'Œ'),
    (0xBD, 'œ'),
    (0xBE, 'Ÿ'),
];

/// A text and how its places are those of the file.
pub(super) struct Decoded<'a> {
    pub(super) text: Cow<'a, str>,
    /// Bytes before the text.
    before: usize,
    is_one_byte_a_letter: bool,
}

/// What a file may say of its encoding.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Charset {
    Utf8,
    Windows1252,
    Latin9,
    Untold,
}

impl<'a> Decoded<'a> {
    /// The text of a file. UTF-8 is told by itself: what is right by its rules is hardly ever meant as anything else.
    pub(super) fn of(bytes: &'a [u8]) -> Result<(Self, Vec<Warning>), FormatError> {
        let rest = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let before = bytes.len() - rest.len();
        let charset = if before > 0 {
            Charset::Utf8
        } else {
            declared(rest)?
        };
        let decoded = |text, is_one_byte_a_letter| Self {
            text,
            before,
            is_one_byte_a_letter,
        };
        let error = match std::str::from_utf8(rest) {
            Ok(text) => return Ok((decoded(text.into(), false), Vec::new())),
            Err(error) => error,
        };
        if charset == Charset::Utf8 {
            let place = Place {
                byte: Some((before + error.valid_up_to()) as u64),
                ..Place::row(1 + lines(rest.get(..error.valid_up_to()).unwrap_or_default()))
            };
            return Err(malformed(place, Reason::Encoding));
        }
        let (mut text, mut warnings) = encoding::windows_1252(rest)?;
        if charset == Charset::Latin9 {
            text = latin_9(&text, rest)?;
        }
        warnings.retain(|it| charset == Charset::Untold || *it != Warning::Windows1252);
        Ok((decoded(text.into(), true), warnings))
    }

    /// Where in the file the letter at `at` stands.
    pub(super) fn place(&self, at: usize) -> Place {
        let text = self.text.as_bytes().get(..at);
        let text = text.unwrap_or(self.text.as_bytes());
        let is_letter = |byte: &&u8| **byte & 0xC0 != 0x80;
        let bytes = if self.is_one_byte_a_letter {
            text.iter().filter(is_letter).count()
        } else {
            text.len()
        };
        Place {
            byte: Some((self.before + bytes) as u64),
            ..Place::row(1 + lines(text))
        }
    }
}

fn lines(text: &[u8]) -> u64 {
    text.iter().filter(|byte| **byte == b'\n').count() as u64
}

/// What the file says, in letters that all encodings share.
fn declared(bytes: &[u8]) -> Result<Charset, FormatError> {
    let head = bytes.get(..HEAD).unwrap_or(bytes).to_ascii_lowercase();
    if let Some((name, at)) = value(&head, b"codepage=") {
        return by_name(&name).ok_or_else(|| FormatError::Unsupported {
            feature: Feature::Charset(name),
            place: Place::byte(at as u64),
        });
    }
    Ok(match value(&head, b"charset=") {
        Some((name, _)) => by_name(&name).unwrap_or(Charset::Untold),
        None => Charset::Untold,
    })
}

fn by_name(name: &str) -> Option<Charset> {
    match name.replace(['-', '_', ' '], "").as_str() {
        "utf8" => Some(Charset::Utf8),
        "ansi" | "windows1252" | "cp1252" | "1252" | "iso88591" | "latin1" | "usascii"
        | "ascii" => Some(Charset::Windows1252),
        "iso885915" | "latin9" => Some(Charset::Latin9),
        _ => None,
    }
}

/// The quoted value of a keyword, and where it stands.
fn value(head: &[u8], keyword: &[u8]) -> Option<(String, usize)> {
    let at = head
        .windows(keyword.len())
        .position(|window| window == keyword)?;
    let quoted = head.get(at + keyword.len()..)?;
    let quoted = quoted.strip_prefix(b"\"")?;
    let end = quoted.iter().position(|byte| *byte == b'"')?;
    let name = String::from_utf8_lossy(quoted.get(..end)?).into_owned();
    Some((name, at))
}

fn latin_9(text: &str, bytes: &[u8]) -> Result<String, FormatError> {
    let mut mended = encoding::with_room(text.len() + bytes.len() / 8)?;
    mended.extend(text.chars().zip(bytes).map(|(letter, byte)| {
        let other = LATIN_9.iter().find(|(code, _)| code == byte);
        other.map_or(letter, |(_, letter)| *letter)
    }));
    Ok(mended)
}
