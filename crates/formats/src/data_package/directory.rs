//! The names of a ZIP's members, from the list at its end; nothing is unpacked for it.

use crate::Source;

/// Endings of text files with rows.
pub(super) const ENDINGS: &[&str] = &["csv", "tsv", "tab", "txt"];

/// The longest list that is looked at.
const MOST_BYTES: u64 = 1 << 20;
/// The record at the end, and the longest comment after it.
const END_BYTES: u64 = 22;
const COMMENT_BYTES: u64 = 65_535;
/// Bytes of an entry before its name.
const ENTRY_BYTES: usize = 46;

/// Names of members.
pub(super) struct Directory {
    names: Vec<String>,
}

impl Directory {
    /// The names; none where the end of the file is no list of members.
    pub(super) fn read(source: &dyn Source) -> Option<Self> {
        let length = source.len().min(END_BYTES + COMMENT_BYTES);
        let tail = piece(source, source.len() - length, length)?;
        let at = tail
            .windows(4)
            .rposition(|window| window == b"PK\x05\x06")?;
        let end = tail.get(at..)?;
        let (size, offset) = (long(end, 12)?, long(end, 16)?);
        (u64::from(size) <= MOST_BYTES).then_some(())?;
        let list = piece(source, offset.into(), size.into())?;
        let (mut names, mut rest) = (Vec::new(), list.as_slice());
        while rest.starts_with(b"PK\x01\x02") {
            let [name, extra, comment] = [28, 30, 32].map(|at| short(rest, at).unwrap_or(0));
            let name_end = ENTRY_BYTES + usize::from(name);
            let text = rest.get(ENTRY_BYTES..name_end)?;
            names.push(String::from_utf8_lossy(text).into_owned());
            let next = name_end + usize::from(extra) + usize::from(comment);
            rest = rest.get(next..)?;
        }
        Some(Self { names })
    }

    /// A description with text files beside it, and none of our tables.
    pub(super) fn is_tabular(&self) -> bool {
        let has = |fits: &dyn Fn(&str) -> bool| self.names.iter().any(|name| fits(name));
        let is_text = |name: &str| {
            let ending = name.rsplit('.').next().unwrap_or_default();
            ENDINGS.contains(&ending.to_ascii_lowercase().as_str())
        };
        let is_ours = |name: &str| name.starts_with("tables/") && name.ends_with(".parquet");
        has(&is_descriptor) && has(&is_text) && !has(&is_ours)
    }
}

/// The description lies at the top, or in the one folder that was packed.
pub(super) fn is_descriptor(name: &str) -> bool {
    let file = name.split_once('/').map_or(name, |(_, file)| file);
    file == super::DESCRIPTOR
}

fn piece(source: &dyn Source, offset: u64, length: u64) -> Option<Vec<u8>> {
    let end = offset.checked_add(length)?;
    (end <= source.len()).then_some(())?;
    let mut bytes = vec![0; usize::try_from(length).ok()?];
    source.read_at(offset, &mut bytes)?;
    Some(bytes)
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let bytes = bytes.get(at..)?.first_chunk()?;
    Some(u16::from_le_bytes(*bytes))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    let bytes = bytes.get(at..)?.first_chunk()?;
    Some(u32::from_le_bytes(*bytes))
}
