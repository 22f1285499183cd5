//! What stands before each page, as far as a flat column needs it.

use super::thrift::{DEPTH, FALSE, INTEGER, STRUCT, TRUE, Thrift};

/// What a page says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Header {
    pub(super) kind: Kind,
    /// Bytes of the page in the file, after this.
    pub(super) packed: u64,
    /// Bytes once unpacked.
    pub(super) unpacked: u64,
    pub(super) crc: Option<u32>,
    /// Bytes of this.
    pub(super) length: usize,
}

/// What a page holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Dictionary {
        values: usize,
        encoding: Encoding,
    },
    /// Levels and values are packed together.
    First {
        rows: usize,
        encoding: Encoding,
        levels: Encoding,
    },
    /// Levels stand before the values and are never packed.
    Second {
        rows: usize,
        encoding: Encoding,
        /// Bytes of the levels of lists and of gaps.
        levels: (u64, u64),
        is_packed: bool,
    },
    /// Holds no rows.
    Other,
}

/// How values are written, by the format's own numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Encoding(i64);

impl Encoding {
    pub(super) const PLAIN: Self = Self(0);
    pub(super) const PLAIN_DICTIONARY: Self = Self(2);
    pub(super) const RLE: Self = Self(3);
    pub(super) const DELTA_BINARY_PACKED: Self = Self(5);
    pub(super) const DELTA_LENGTH_BYTE_ARRAY: Self = Self(6);
    pub(super) const DELTA_BYTE_ARRAY: Self = Self(7);
    pub(super) const RLE_DICTIONARY: Self = Self(8);
    pub(super) const BYTE_STREAM_SPLIT: Self = Self(9);

    /// What the format calls it.
    pub(super) fn name(self) -> String {
        let names = [
            "PLAIN",
            "GROUP_VAR_INT",
            "PLAIN_DICTIONARY",
            "RLE",
            "BIT_PACKED",
            "DELTA_BINARY_PACKED",
            "DELTA_LENGTH_BYTE_ARRAY",
            "DELTA_BYTE_ARRAY",
            "RLE_DICTIONARY",
            "BYTE_STREAM_SPLIT",
        ];
        let known = usize::try_from(self.0).ok().and_then(|at| names.get(at));
        known.map_or_else(|| self.0.to_string(), |name| (*name).to_owned())
    }
}

/// Reads what stands before a page; none if the bytes do not hold all of it, or something else.
pub(super) fn read(bytes: &[u8]) -> Option<Header> {
    let mut thrift = Thrift::new(bytes);
    let (mut kind, mut sizes, mut crc) = (0, (0, 0), None);
    let mut details = Details::default();
    while let Some((field, wire)) = thrift.field()? {
        match (field, wire) {
            (1, INTEGER) => kind = thrift.integer()?,
            (2, INTEGER) => sizes.0 = u64::try_from(thrift.integer()?).ok()?,
            (3, INTEGER) => sizes.1 = u64::try_from(thrift.integer()?).ok()?,
            (4, INTEGER) => crc = Some(thrift.integer()?),
            (5 | 7 | 8, STRUCT) => details = Details::read(&mut thrift)?,
            _ => thrift.skip(wire, DEPTH)?,
        }
    }
    // The checksum is an unsigned number in a signed field.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the lower 32 bits are meant"
    )]
    let crc = crc.map(|crc| crc as u32);
    Some(Header {
        kind: details.kind(kind)?,
        packed: sizes.1,
        unpacked: sizes.0,
        crc,
        length: bytes.len() - thrift.left(),
    })
}

/// The numbers of a page header, by their places.
#[derive(Default)]
struct Details {
    numbers: [Option<i64>; 8],
    is_packed: Option<bool>,
}

impl Details {
    /// Reads the numbers of a struct that says more of a page.
    fn read(thrift: &mut Thrift<'_>) -> Option<Self> {
        let mut details = Self::default();
        let before = std::mem::take(&mut thrift.last);
        while let Some((field, wire)) = thrift.field()? {
            let place = usize::try_from(field).ok();
            let slot = place.and_then(|place| details.numbers.get_mut(place));
            match (slot, wire) {
                (Some(slot), INTEGER) => *slot = Some(thrift.integer()?),
                (Some(_), TRUE | FALSE) => details.is_packed = Some(wire == TRUE),
                _ => thrift.skip(wire, DEPTH)?,
            }
        }
        thrift.last = before;
        Some(details)
    }

    fn kind(&self, kind: i64) -> Option<Kind> {
        let number = |place: usize| self.numbers.get(place).copied().flatten();
        let count = |place| usize::try_from(number(place)?).ok();
        let length = |place| u64::try_from(number(place)?).ok();
        Some(match kind {
            0 => Kind::First {
                rows: count(1)?,
                encoding: Encoding(number(2)?),
                levels: Encoding(number(3)?),
            },
            2 => Kind::Dictionary {
                values: count(1)?,
                encoding: Encoding(number(2)?),
            },
            3 => Kind::Second {
                rows: count(1)?,
                encoding: Encoding(number(4)?),
                levels: (length(6)?, length(5)?),
                is_packed: self.is_packed.unwrap_or(true),
            },
            1 => Kind::Other,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A data page header as another program wrote it, with statistics in it.
    const PAGE: &[u8] = &[
        0x15, 0x00, 0x15, 0x20, 0x15, 0x24, 0x2C, 0x15, 0x08, 0x15, 0x10, 0x15, 0x06, 0x15, 0x06,
        0x1C, 0x18, 0x01, 0x62, 0x18, 0x01, 0x61, 0x16, 0x00, 0x00, 0x00, 0x00,
    ];

    #[test]
    fn a_page_header_is_read_and_its_statistics_skipped() {
        let header = read(PAGE).unwrap();
        let kind = Kind::First {
            rows: 4,
            encoding: Encoding::RLE_DICTIONARY,
            levels: Encoding::RLE,
        };
        assert_eq!((header.kind, header.length), (kind, PAGE.len()));
        assert_eq!((header.unpacked, header.packed, header.crc), (16, 18, None));
    }

    #[test]
    fn a_header_cut_short_is_none() {
        for length in 0..PAGE.len() {
            assert_eq!(read(&PAGE[..length]), None);
        }
    }
}
