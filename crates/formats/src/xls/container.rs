//! Streams of a compound file (MS-CFB): chains of sectors, each step held against the file.

use super::bytes::{u16_at, u32_at};

const HEADER: usize = 512;
const END: u32 = 0xFFFF_FFFE;
/// Numbers from here on name no sector.
const RESERVED: u32 = 0xFFFF_FFFA;
const MINI_SECTOR: usize = 64;
const ENTRY: usize = 128;
const KIND_STREAM: u8 = 2;
const KIND_ROOT: u8 = 5;

/// A compound file.
pub(super) struct Container<'a> {
    bytes: &'a [u8],
    sector: usize,
    fat: Vec<u32>,
    entries: Vec<Entry>,
}

/// An entry of the directory.
struct Entry {
    name: String,
    kind: u8,
    start: u32,
    length: usize,
}

impl<'a> Container<'a> {
    /// Reads the directory; none when it is damaged.
    pub(super) fn read(bytes: &'a [u8]) -> Option<Self> {
        let sector = match u16_at(bytes, 30)? {
            9 => 1 << 9,
            12 => 1 << 12,
            _ => return None,
        };
        let mut container = Self {
            bytes,
            sector,
            fat: Vec::new(),
            entries: Vec::new(),
        };
        container.fat = container.read_fat()?;
        let directory = container.chain(u32_at(bytes, 48)?, usize::MAX)?;
        container.entries = directory.chunks_exact(ENTRY).filter_map(entry).collect();
        Some(container)
    }

    /// Whether there is a stream or folder of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        let mut entries = self.entries.iter();
        entries.any(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// A stream; none when its chain leaves the file. The outer none: there is no such stream.
    pub(super) fn stream(&self, name: &str) -> Option<Option<Vec<u8>>> {
        let is_it =
            |entry: &&Entry| entry.kind == KIND_STREAM && entry.name.eq_ignore_ascii_case(name);
        let entry = self.entries.iter().find(is_it)?;
        Some(self.contents(entry))
    }

    fn contents(&self, entry: &Entry) -> Option<Vec<u8>> {
        let cutoff = u32_at(self.bytes, 56)? as usize;
        if entry.length >= cutoff {
            return self.chain(entry.start, entry.length);
        }
        let root = self.entries.iter().find(|entry| entry.kind == KIND_ROOT)?;
        let mini = self.chain(root.start, root.length)?;
        let table = self.chain(u32_at(self.bytes, 60)?, usize::MAX)?;
        let next = |sector: u32| u32_at(&table, sector as usize * 4);
        let piece = |sector: u32| {
            let start = sector as usize * MINI_SECTOR;
            mini.get(start..(start + MINI_SECTOR).min(mini.len()))
        };
        follow((entry.start, entry.length), mini.len(), (&next, &piece))
    }

    /// Sectors one after the other, at most so many bytes.
    fn chain(&self, start: u32, length: usize) -> Option<Vec<u8>> {
        let next = |sector: u32| self.fat.get(sector as usize).copied();
        let piece = |sector: u32| self.sector(sector);
        follow((start, length), self.bytes.len(), (&next, &piece))
    }

    /// The last sector of a file may be cut short.
    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        let start = (number as usize).checked_add(1)?.checked_mul(self.sector)?;
        let end = start.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(start..end)
    }

    /// The sectors that hold the chains: the first 109 are named in the header, the others in chains of their own.
    fn read_fat(&self) -> Option<Vec<u32>> {
        let most = self.bytes.len() / self.sector + 1;
        let mut named: Vec<u32> = words(self.bytes.get(76..HEADER)?).collect();
        let mut more = u32_at(self.bytes, 68)?;
        for _ in 0..most {
            if more >= RESERVED {
                break;
            }
            named.extend(words(self.sector(more)?));
            more = named.pop()?;
        }
        let named = named.into_iter().filter(|sector| *sector < RESERVED);
        let mut fat = Vec::new();
        for sector in named.take(most) {
            fat.extend(words(self.sector(sector)?));
        }
        Some(fat)
    }
}

/// The next sector of a chain, and the bytes of one.
type Steps<'s, 'b> = (
    &'s dyn Fn(u32) -> Option<u32>,
    &'s dyn Fn(u32) -> Option<&'b [u8]>,
);

/// Follows a chain, which cannot hold more than there is.
fn follow(
    (start, length): (u32, usize),
    most: usize,
    (next, piece): Steps<'_, '_>,
) -> Option<Vec<u8>> {
    let mut found = Vec::new();
    let mut sector = start;
    while sector != END && found.len() < length {
        let piece = piece(sector).filter(|piece| !piece.is_empty())?;
        let piece = piece.get(..piece.len().min(length - found.len()))?;
        (found.len() + piece.len() <= most).then_some(())?;
        found.try_reserve(piece.len()).ok()?;
        found.extend_from_slice(piece);
        if found.len() < length {
            sector = next(sector)?;
        }
    }
    Some(found)
}

fn words(bytes: &[u8]) -> impl Iterator<Item = u32> {
    let (words, _) = bytes.as_chunks::<4>();
    words.iter().map(|word| u32::from_le_bytes(*word))
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let length = usize::from(u16_at(bytes, 64)?).saturating_sub(2);
    let (units, _) = bytes.get(..length.min(64))?.as_chunks::<2>();
    let units: Vec<u16> = units.iter().map(|unit| u16::from_le_bytes(*unit)).collect();
    Some(Entry {
        name: String::from_utf16_lossy(&units),
        kind: *bytes.get(66)?,
        start: u32_at(bytes, 116)?,
        length: u32_at(bytes, 120)? as usize,
    })
}
