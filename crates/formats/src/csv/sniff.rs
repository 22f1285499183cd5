//! Which sign stands between fields.

use std::collections::BTreeMap;

/// Signs tried, the likelier in Denmark first: it wins where two fit equally well.
const CANDIDATES: [u8; 4] = [b';', b'\t', b',', b'|'];
/// Lines and bytes looked at.
const SAMPLE_LINES: usize = 500;
const SAMPLE_BYTES: usize = 256 << 10;

/// A text and how it is cut.
pub(super) struct Cut<'a> {
    pub(super) text: &'a str,
    pub(super) delimiter: u8,
    /// Lines left out before the text, which only name the delimiter.
    pub(super) skipped: usize,
}

/// Finds out how a text is cut.
pub(super) fn cut(text: &str) -> Cut<'_> {
    if let Some((text, delimiter)) = named(text) {
        return Cut {
            text,
            delimiter,
            skipped: 1,
        };
    }
    let sample = sample(text);
    let mut best = (0, b';');
    for candidate in CANDIDATES {
        let score = consistency(sample, candidate);
        if score > best.0 {
            best = (score, candidate);
        }
    }
    Cut {
        text,
        delimiter: best.1,
        skipped: 0,
    }
}

/// A reader that takes lines of any length and treats none as a header.
pub(super) fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .buffer_capacity(1 << 16)
        .from_reader(text.as_bytes())
}

/// Excel's own sign: a first line such as `sep=;`.
fn named(text: &str) -> Option<(&str, u8)> {
    let rest = text.strip_prefix("sep=")?;
    let &delimiter = rest
        .as_bytes()
        .first()
        .filter(|byte| byte.is_ascii_punctuation() || **byte == b'\t')?;
    let rest = rest.get(1..)?;
    let rest = rest
        .strip_prefix("\r\n")
        .or_else(|| rest.strip_prefix('\n'))?;
    Some((rest, delimiter))
}

/// The start of the text, up to the end of a line.
fn sample(text: &str) -> &str {
    let end = text.floor_char_boundary(SAMPLE_BYTES);
    let start = text.get(..end).unwrap_or(text);
    match start.rfind('\n') {
        Some(line_end) if end < text.len() => start.get(..=line_end).unwrap_or(start),
        _ => start,
    }
}

/// Thousandths of the lines that have the most frequent number of fields, if that is two or more.
fn consistency(sample: &str, delimiter: u8) -> usize {
    let mut reader = reader(sample, delimiter);
    let mut by_length = BTreeMap::new();
    let mut record = csv::ByteRecord::new();
    let mut line_count = 0;
    while line_count < SAMPLE_LINES && matches!(reader.read_byte_record(&mut record), Ok(true)) {
        *by_length.entry(record.len()).or_insert(0) += 1;
        line_count += 1;
    }
    let several = by_length.into_iter().filter(|(length, _)| *length > 1);
    several
        .map(|(_, count)| count)
        .max()
        .map_or(0, |count: usize| count * 1_000 / line_count)
}
