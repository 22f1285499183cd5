//! Which format a file is, by its content; its name only helps to say what is wrong.

use crate::wide::wide;
use crate::{Feature, FormatError};

/// The formats that can be told apart and read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// Text with one line a row.
    Csv,
    /// An Excel workbook.
    Xlsx,
    /// An Excel workbook of before 2007.
    Xls,
    /// A sheet of LibreOffice and its kin.
    Ods,
    /// A PX file.
    Px,
    /// JSON-stat.
    JsonStat,
    /// Parquet.
    Parquet,
    /// An Arrow IPC file or stream.
    Arrow,
    /// A ZIP of text files with a description of their columns.
    DataPackage,
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
    (b"PARE", Feature::Encrypted),
    (b"age-encryption.org/", Feature::Encrypted),
    (b"\x09\x00\x04\x00", Feature::OldWorkbook),
    (b"\x09\x02\x06\x00", Feature::OldWorkbook),
    (b"\x09\x04\x06\x00", Feature::OldWorkbook),
];

/// Endings of names and what they promise.
const ENDINGS: &[(&str, Format)] = &[
    ("xlsx", Format::Xlsx),
    ("xlsm", Format::Xlsx),
    ("ods", Format::Ods),
    ("parquet", Format::Parquet),
    ("arrow", Format::Arrow),
    ("arrows", Format::Arrow),
    ("feather", Format::Arrow),
    ("snit", Format::Package),
    ("px", Format::Px),
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
    if is_px(name, bytes) {
        return Ok(Format::Px);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zip(name, bytes);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return compound(bytes);
    }
    text(name, bytes)
}

/// Keywords that files of statistical offices begin with.
const PX_KEYWORDS: [&[u8]; 6] = [
    b"CHARSET",
    b"AXIS-VERSION",
    b"CODEPAGE",
    b"CREATION-DATE",
    b"LANGUAGE",
    b"MATRIX",
];

/// A PX file begins with a keyword and what it is set to; by its name it is one if it begins with any word and a sign of equality.
fn is_px(name: &str, bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let bytes = bytes.trim_ascii_start();
    let is_part = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(**byte, b'-' | b'_');
    let length = bytes.iter().take(64).take_while(is_part).count();
    let (keyword, rest) = bytes.split_at(length);
    let is_set = matches!(rest.trim_ascii_start(), [b'=' | b'[' | b'(', ..]) && length > 0;
    let is_known = || {
        PX_KEYWORDS
            .iter()
            .any(|it| keyword.eq_ignore_ascii_case(it))
    };
    let is_quoted = || matches!(rest.trim_ascii_start(), [b'=', b'"', ..]);
    is_set && (promised(name) == Some(Format::Px) || is_known() && is_quoted())
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
    #[cfg(feature = "data_package")]
    if crate::data_package::is_one(bytes) {
        return Ok(Format::DataPackage);
    }
    if first.starts_with(b"datapackage.json") {
        return Ok(Format::Package);
    }
    if contains(bytes, b"xl/workbook.xml") {
        return Ok(Format::Xlsx);
    }
    if contains(bytes, b"xl/workbook.bin") {
        return Err(FormatError::unsupported(Feature::BinaryWorkbook));
    }
    if first.starts_with(b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet") {
        return Ok(Format::Ods);
    }
    if first.starts_with(b"mimetypeapplication/vnd.oasis") {
        return Err(FormatError::unsupported(Feature::OpenDocument));
    }
    match promised(name) {
        // A workbook or package cut short has lost the list of its members: its reader says so.
        Some(format @ (Format::Xlsx | Format::Ods | Format::Package)) => Ok(format),
        _ => Err(FormatError::unsupported(Feature::Zip)),
    }
}

/// The container of Excel 97 also wraps workbooks under a password, letters and slides; its parts are named in UTF-16.
fn compound(bytes: &[u8]) -> Result<Format, FormatError> {
    let has = |part: &str| {
        let wide: Vec<u8> = part.bytes().flat_map(|byte| [byte, 0]).collect();
        contains(bytes, &wide)
    };
    if has("EncryptedPackage") {
        Err(FormatError::unsupported(Feature::Password))
    } else if has("Workbook\0") || has("Book\0") {
        Ok(Format::Xls)
    } else {
        Err(FormatError::unsupported(Feature::Binary))
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
        _ if is_json_stat(bytes) => Ok(Format::JsonStat),
        _ => markup(bytes).map_or(Ok(Format::Csv), |it| Err(FormatError::unsupported(it))),
    }
}

/// Zero bytes occur in text only where it is UTF-16.
fn looks_like_text(bytes: &[u8]) -> bool {
    let utf16 = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    utf16 || wide(bytes).is_some() || !bytes.iter().take(1 << 16).any(|byte| *byte == 0)
}

/// JSON-stat names its dimensions, as no other JSON that is met does together with its class or sizes.
fn is_json_stat(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let says = |name: &[u8]| contains(bytes, name);
    bytes.trim_ascii_start().starts_with(b"{")
        && says(b"\"dimension\"")
        && (says(b"\"size\"") || says(b"\"category\""))
}

/// Elements by which a page of the web is told, whole or only its table.
const HTML: [&[u8]; 5] = [b"<html", b"<!doctype html", b"<table", b"<meta", b"<style"];

/// What workbooks of Excel 2003 say of themselves, in small letters.
const XML_WORKBOOK: [&[u8]; 2] = [
    b"excel.sheet",
    b"urn:schemas-microsoft-com:office:spreadsheet",
];

/// Text that is another format.
fn markup(bytes: &[u8]) -> Option<Feature> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let start: Vec<u8> = bytes.iter().take(256).map(u8::to_ascii_lowercase).collect();
    let start = start.trim_ascii_start();
    match start {
        [b'<', ..] if HTML.iter().any(|tag| contains(start, tag)) => Some(Feature::Html),
        [b'<', b'?' | b'!', ..] if XML_WORKBOOK.iter().any(|it| contains(start, it)) => {
            Some(Feature::XmlWorkbook)
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
            ("a.csv", b"a\0;\0b\0\n\0", Ok(Format::Csv)),
            ("a.xlsx", b"PK\x03\x04", Ok(Format::Xlsx)),
            ("a.zip", b"PK\x03\x04", unsupported(Feature::Zip)),
            ("a.csv", b"{\"a\": 1}", unsupported(Feature::Json)),
            (
                "a.json",
                b" {\"dimension\": {}, \"size\": []}",
                Ok(Format::JsonStat),
            ),
            ("a.px", b"CHARSET=\"ANSI\";", Ok(Format::Px)),
            ("a.px", b"NOTE=\"x\";", Ok(Format::Px)),
            ("a", b"\xEF\xBB\xBFAXIS-VERSION=\"2013\";", Ok(Format::Px)),
            ("a.csv", b"matrix;charset=\n", Ok(Format::Csv)),
            (
                "a.px",
                b"kommune;antal\n",
                Err(FormatError::Mislabelled {
                    named: Format::Px,
                    found: Some(Format::Csv),
                }),
            ),
        ];
        for (name, bytes, expected) in cases {
            assert_eq!(&detect(name, bytes), expected, "{name} {bytes:?}");
        }
    }

    #[test]
    fn what_is_named_like_an_old_workbook_is_told_by_what_it_is() {
        let unsupported = |feature| Err(FormatError::unsupported(feature));
        let cases: &[(&str, &[u8], Result<Format, FormatError>)] = &[
            (
                "a.xls",
                b"\xEF\xBB\xBF\n<HTML><table>",
                unsupported(Feature::Html),
            ),
            (
                "a.xls",
                b"<table border=1><tr><td>",
                unsupported(Feature::Html),
            ),
            (
                "a.xls",
                b"<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>",
                unsupported(Feature::XmlWorkbook),
            ),
            ("a.xls", b"kommune;antal\n", Ok(Format::Csv)),
            (
                "a.xls",
                b"\x09\x00\x04\x00\x02\x00\x10\x00",
                unsupported(Feature::OldWorkbook),
            ),
        ];
        for (name, bytes, expected) in cases {
            assert_eq!(&detect(name, bytes), expected, "{name} {bytes:?}");
        }
    }

    #[test]
    fn a_workbook_under_a_password_is_told_from_an_old_one_and_from_a_letter() {
        let head = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
        let with = |part: &str| {
            let part = part.encode_utf16().flat_map(u16::to_le_bytes);
            head.iter().copied().chain(part).collect::<Vec<u8>>()
        };
        let unsupported = |feature| Err(FormatError::unsupported(feature));
        let cases = [
            ("EncryptedPackage", unsupported(Feature::Password)),
            ("Workbook\0", Ok(Format::Xls)),
            ("Book\0", Ok(Format::Xls)),
            ("WordDocument\0", unsupported(Feature::Binary)),
        ];
        for (part, expected) in cases {
            assert_eq!(detect("a.xls", &with(part)), expected, "{part}");
        }
    }

    #[test]
    fn text_documents_of_the_same_kin_are_no_sheets() {
        let open = |kind: &str| {
            let head = [b"PK\x03\x04".as_slice(), &[0; 26]].concat();
            let kind = format!("mimetypeapplication/vnd.oasis.opendocument.{kind}PK");
            detect("a.ods", &[head.as_slice(), kind.as_bytes()].concat())
        };
        assert_eq!(open("spreadsheet"), Ok(Format::Ods));
        assert_eq!(
            open("text"),
            Err(FormatError::unsupported(Feature::OpenDocument))
        );
    }
}
