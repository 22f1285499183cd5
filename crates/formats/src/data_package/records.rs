//! The text of a table and its rows, by its dialect.

use std::borrow::Cow;

use csv::{Reader, ReaderBuilder};

use crate::csv::encoding;
use crate::{Feature, FormatError, Place, Reason, Warning};

use super::descriptor::Dialect;
use super::malformed;

/// The text of a file in the encoding that is told; UTF-8 where none is.
pub(super) fn decode<'a>(
    resource: &str,
    bytes: &'a [u8],
    declared: Option<&str>,
) -> Result<(Cow<'a, str>, Vec<Warning>), FormatError> {
    let rest = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let utf8 = std::str::from_utf8(rest);
    let name = declared.map(|name| name.to_ascii_lowercase().replace(['-', '_'], ""));
    match (name.as_deref(), utf8) {
        (Some("utf8" | "usascii" | "ascii") | None, Ok(text)) => Ok((text.into(), Vec::new())),
        (Some("utf8" | "usascii" | "ascii"), Err(error)) => {
            let before = rest.get(..error.valid_up_to()).unwrap_or_default();
            let lines = before.iter().filter(|byte| **byte == b'\n').count() as u64;
            let place = Place {
                row: Some(lines + 1),
                byte: Some((bytes.len() - rest.len() + before.len()) as u64),
                ..Place::sheet(resource)
            };
            Err(malformed(place, Reason::Encoding))
        }
        (None | Some("utf16" | "utf16le" | "utf16be"), _) => encoding::decode(bytes),
        (Some("windows1252" | "cp1252" | "latin1" | "iso88591"), _) => {
            let (text, mut warnings) = encoding::windows_1252(rest)?;
            warnings.retain(|it| *it != Warning::Windows1252);
            Ok((text.into(), warnings))
        }
        (Some(_), _) => Err(FormatError::Unsupported {
            feature: Feature::Charset(declared.unwrap_or_default().to_owned()),
            place: Place::sheet(resource),
        }),
    }
}

/// Rows as the dialect has them; a sign of more than one byte is not supported.
pub(super) fn reader<'a>(
    resource: &str,
    text: &'a str,
    dialect: &Dialect,
) -> Result<Reader<&'a [u8]>, FormatError> {
    let sign = |sign: &Option<String>| match sign.as_deref().map(str::as_bytes) {
        None | Some([]) => Ok(None),
        Some([byte]) => Ok(Some(*byte)),
        Some(_) => Err(malformed(Place::sheet(resource), Reason::Dialect)),
    };
    let mut builder = ReaderBuilder::new();
    builder
        .has_headers(false)
        .flexible(true)
        .delimiter(sign(&dialect.delimiter)?.unwrap_or(b','))
        .escape(sign(&dialect.escape_char)?)
        .comment(sign(&dialect.comment_char)?)
        .double_quote(
            dialect
                .double_quote
                .unwrap_or(dialect.escape_char.is_none()),
        );
    match dialect.quote_char.as_deref() {
        // An empty sign, or none: nothing is quoted.
        Some("") => builder.quoting(false),
        _ => builder.quote(sign(&dialect.quote_char)?.unwrap_or(b'"')),
    };
    Ok(builder.from_reader(text.as_bytes()))
}
