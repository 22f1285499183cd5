//! Which format a file is, by its content; its name only helps to say what is wrong.

use crate::{Feature, FormatError};

/// The formats that can be told apart and read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Text with one line a row.
    Csv,
    /// An Excel workbook.
    Xlsx,
    /// Parquet.
    Parquet,
    /// An Arrow IPC file or stream.
    Arrow,
    /// A data package; opened elsewhere.
    Package,
}

/// First bytes of formats known by them.
const MAGIC: &[(&[u8], Format)] = &[
    (b"PAR1", Format::Parquet),
    (b"ARROW1", Format::Arrow),
    (b"\xFF\xFF\xFF\xFF", Format::Arrow),
];

/// First bytes of formats that are known but not read.
const REFUSED: &[(&[u8], Feature)] = &[
    (b"PARE", Feature::Password),
    (b"age-encryption.org/", Feature::Password),
    (b"CHARSET=", Feature::Px),
    (b"AXIS-VERSION=", Feature::Px),
];

/// Endings of names and what they promise.
const ENDINGS: &[(&str, Format)] = &[
    ("xlsx", Format::Xlsx),
    ("xlsm", Format::Xlsx),
    ("parquet", Format::Parquet),
    ("arrow", Format::Arrow),
    ("arrows", Format::Arrow),
    ("feather", Format::Arrow),
    ("snit", Format::Package),
    ("csv", Format::Csv),
    ("tsv", Format::Csv),
    ("txt", Format::Csv),
];

/// Tells a file's format.
///
/// # Errors
/// When it is empty, of no format that is read, or not what its name says.
pub fn detect(name: &str, bytes: &[u8]) -> Result<Format, FormatError> {
    if bytes.is_empty() {
        return Err(FormatError::Empty);
    }
    if let Some((_, format)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Ok(*format);
    }
    if let Some((_, feature)) = REFUSED.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(FormatError::unsupported(feature.clone()));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zip(name, bytes);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Err(FormatError::unsupported(compound(bytes)));
    }
    text(name, bytes)
}

/// What the ending of a name promises.
fn promised(name: &str) -> Option<Format> {
    let (_, ending) = name.rsplit_once('.')?;
    ENDINGS
        .iter()
        .find(|(each, _)| each.eq_ignore_ascii_case(ending))
        .map(|(_, format)| *format)
}

/// A ZIP is told by the names of its members, which stand in it uncompressed.
fn zip(name: &str, bytes: &[u8]) -> Result<Format, FormatError> {
    let first = bytes.get(30..).unwrap_or_default();
    if first.starts_with(b"datapackage.json") {
        return Ok(Format::Package);
    }
    if contains(bytes, b"xl/workbook.xml") {
        return Ok(Format::Xlsx);
    }
    if contains(bytes, b"xl/workbook.bin") {
        return Err(FormatError::unsupported(Feature::BinaryWorkbook));
    }
    if first.starts_with(b"mimetypeapplication/vnd.oasis") {
        return Err(FormatError::unsupported(Feature::OpenDocument));
    }
    match promised(name) {
        // A workbook or package cut short has lost the list of its members: its reader says so.
        Some(format @ (Format::Xlsx | Format::Package)) => Ok(format),
        _ => Err(FormatError::unsupported(Feature::Zip)),
    }
}

/// The container of Excel 97 also wraps workbooks under a password.
fn compound(bytes: &[u8]) -> Feature {
    let wide: Vec<u8> = "EncryptedPackage"
        .bytes()
        .flat_map(|byte| [byte, 0])
        .collect();
    if contains(bytes, &wide) {
        Feature::Password
    } else {
        Feature::OldWorkbook
    }
}

fn text(name: &str, bytes: &[u8]) -> Result<Format, FormatError> {
    let named = promised(name);
    let found = looks_like_text(bytes).then_some(Format::Csv);
    match (named, found) {
        (Some(named), found) if named != Format::Csv => {
            Err(FormatError::Mislabelled { named, found })
        }
        (Some(named), None) => Err(FormatError::Mislabelled { named, found: None }),
        (None, None) => Err(FormatError::unsupported(Feature::Binary)),
        _ => markup(bytes).map_or(Ok(Format::Csv), |it| Err(FormatError::unsupported(it))),
    }
}

/// Zero bytes occur in text only where it is UTF-16, which then begins with its mark.
fn looks_like_text(bytes: &[u8]) -> bool {
    let utf16 = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    utf16 || !bytes.iter().take(1 << 16).any(|byte| *byte == 0)
}

/// Text that is another format.
fn markup(bytes: &[u8]) -> Option<Feature> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let start: Vec<u8> = bytes.iter().take(256).map(u8::to_ascii_lowercase).collect();
    let start = start.trim_ascii_start();
    match start {
        [b'<', ..] if contains(start, b"<html") || contains(start, b"<!doctype html") => {
            Some(Feature::Html)
        }
        [b'<', b'?' | b'!', ..] => Some(Feature::Xml),
        [b'{', ..] => Some(Feature::Json),
        [b'[', rest @ ..] if matches!(rest.trim_ascii_start(), [b'{' | b'[', ..]) => {
            Some(Feature::Json)
        }
        _ => None,
    }
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_and_the_name_only_explains() {
        let mislabelled = |found| {
            Err(FormatError::Mislabelled {
                named: Format::Xlsx,
                found,
            })
        };
        let unsupported = |feature| Err(FormatError::unsupported(feature));
        let cases: &[(&str, &[u8], Result<Format, FormatError>)] = &[
            ("a.csv", b"", Err(FormatError::Empty)),
            ("a.csv", b"kommune;antal\n", Ok(Format::Csv)),
            ("uden-endelse", b"kommune;antal\n", Ok(Format::Csv)),
            ("a.xlsx", b"kommune;antal\n", mislabelled(Some(Format::Csv))),
            ("A.XLSX", b"\0\0\0\0", mislabelled(None)),
            ("a.bin", b"\0\0\0\0", unsupported(Feature::Binary)),
            ("a.csv", b"PAR1....PAR1", Ok(Format::Parquet)),
            ("a.csv", b"ARROW1\0\0", Ok(Format::Arrow)),
            ("a", b"\xFF\xFF\xFF\xFF\x10\0\0\0", Ok(Format::Arrow)),
            ("a.csv", b"\xFF\xFEa\0;\0", Ok(Format::Csv)),
            ("a.xlsx", b"PK\x03\x04", Ok(Format::Xlsx)),
            ("a.zip", b"PK\x03\x04", unsupported(Feature::Zip)),
            (
                "a.xls",
                b"\xEF\xBB\xBF\n<HTML><table>",
                unsupported(Feature::Html),
            ),
            ("a.csv", b"{\"a\": 1}", unsupported(Feature::Json)),
            ("a.px", b"CHARSET=\"ANSI\";", unsupported(Feature::Px)),
        ];
        for (name, bytes, expected) in cases {
            assert_eq!(&detect(name, bytes), expected, "{name} {bytes:?}");
        }
    }

    #[test]
    fn a_workbook_under_a_password_is_told_from_an_old_one() {
        let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        assert_eq!(
            detect("a.xls", &bytes),
            Err(FormatError::unsupported(Feature::OldWorkbook))
        );
        bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(
            detect("a.xlsx", &bytes),
            Err(FormatError::unsupported(Feature::Password))
        );
    }
}
