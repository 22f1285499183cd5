//! The description of a file, held against its grammar before the crate `parquet` reads it.
//!
//! That reader takes what stands in a known field for what should stand there, and goes over what it does not know as often as it
//! is told: two kilobytes kept it busy for minutes. What passes here is read once, byte for byte.

use super::thrift::{BINARY, BYTE, DEPTH, DOUBLE, FALSE, INTEGER, LIST, STRUCT, TRUE, Thrift};

/// What stands in a field.
enum Shape {
    Truth,
    Byte,
    Integer,
    Double,
    Bytes,
    List(&'static Shape),
    Struct(Fields),
}

use Shape::{Byte, Bytes, Double, Integer, List, Struct, Truth};

/// Fields by their numbers; others are skipped.
type Fields = &'static [(i64, Shape)];

/// `FileMetaData` of the format's own description.
const FILE: Fields = &[
    (1, Integer),
    (2, List(&Struct(ELEMENT))),
    (3, Integer),
    (4, List(&Struct(GROUP))),
    (5, List(&Struct(PAIR))),
    (6, Bytes),
    (7, List(&Struct(&[(1, EMPTY), (2, EMPTY)]))),
    (9, Bytes),
];

const EMPTY: Shape = Struct(&[]);

const PAIR: Fields = &[(1, Bytes), (2, Bytes)];

/// `SchemaElement`.
const ELEMENT: Fields = &[
    (1, Integer),
    (2, Integer),
    (3, Integer),
    (4, Bytes),
    (5, Integer),
    (6, Integer),
    (7, Integer),
    (8, Integer),
    (9, Integer),
    (10, Struct(KIND)),
];

/// `LogicalType`.
const KIND: Fields = &[
    (1, EMPTY),
    (2, EMPTY),
    (3, EMPTY),
    (4, EMPTY),
    (5, Struct(&[(1, Integer), (2, Integer)])),
    (6, EMPTY),
    (7, Struct(TIME)),
    (8, Struct(TIME)),
    (10, Struct(&[(1, Byte), (2, Truth)])),
    (11, EMPTY),
    (12, EMPTY),
    (13, EMPTY),
    (14, EMPTY),
    (15, EMPTY),
    (16, Struct(&[(1, Byte)])),
    (17, Struct(&[(1, Bytes)])),
    (18, Struct(&[(1, Bytes), (2, Integer)])),
];

/// Whether a time is in UTC, and its unit.
const TIME: Fields = &[
    (1, Truth),
    (2, Struct(&[(1, EMPTY), (2, EMPTY), (3, EMPTY)])),
];

/// `RowGroup`.
const GROUP: Fields = &[
    (1, List(&Struct(CHUNK))),
    (2, Integer),
    (3, Integer),
    (4, List(&Struct(&[(1, Integer), (2, Truth), (3, Truth)]))),
    (5, Integer),
    (6, Integer),
    (7, Integer),
];

/// `ColumnChunk`.
const CHUNK: Fields = &[
    (1, Bytes),
    (2, Integer),
    (3, Struct(COLUMN)),
    (4, Integer),
    (5, Integer),
    (6, Integer),
    (7, Integer),
    (9, Bytes),
];

/// `ColumnMetaData`.
const COLUMN: Fields = &[
    (1, Integer),
    (2, List(&Integer)),
    (3, List(&Bytes)),
    (4, Integer),
    (5, Integer),
    (6, Integer),
    (7, Integer),
    (8, List(&Struct(PAIR))),
    (9, Integer),
    (10, Integer),
    (11, Integer),
    (12, Struct(STATISTICS)),
    (
        13,
        List(&Struct(&[(1, Integer), (2, Integer), (3, Integer)])),
    ),
    (14, Integer),
    (15, Integer),
    (
        16,
        Struct(&[(1, Integer), (2, List(&Integer)), (3, List(&Integer))]),
    ),
    (17, Struct(&[(1, Struct(BOX)), (2, List(&Integer))])),
];

/// `Statistics`.
const STATISTICS: Fields = &[
    (1, Bytes),
    (2, Bytes),
    (3, Integer),
    (4, Integer),
    (5, Bytes),
    (6, Bytes),
    (7, Truth),
    (8, Truth),
    (9, Integer),
];

/// The corners of a `BoundingBox`.
const BOX: Fields = &[
    (1, Double),
    (2, Double),
    (3, Double),
    (4, Double),
    (5, Double),
    (6, Double),
    (7, Double),
    (8, Double),
];

/// Whether every known field is written as it must be, and every length is within the bytes.
pub(super) fn is_sound(bytes: &[u8]) -> bool {
    fields(&mut Thrift::new(bytes), FILE).is_some()
}

fn fields(thrift: &mut Thrift<'_>, known: Fields) -> Option<()> {
    let before = std::mem::take(&mut thrift.last);
    while let Some((field, wire)) = thrift.field()? {
        match known.iter().find(|(each, _)| *each == field) {
            Some((_, shape)) if shape.is_written(wire) => shape.walk(thrift, wire)?,
            Some(_) => return None,
            None => thrift.skip(wire, DEPTH)?,
        }
    }
    thrift.last = before;
    Some(())
}

impl Shape {
    fn is_written(&self, wire: u8) -> bool {
        match self {
            Truth => wire == TRUE || wire == FALSE,
            Byte => wire == BYTE,
            Integer => wire == INTEGER,
            Double => wire == DOUBLE,
            Bytes => wire == BINARY,
            List(_) => wire == LIST,
            Struct(_) => wire == STRUCT,
        }
    }

    fn walk(&self, thrift: &mut Thrift<'_>, wire: u8) -> Option<()> {
        match self {
            List(element) => {
                let (count, wire) = thrift.list()?;
                let is_written = count == 0 || element.is_written(wire);
                is_written.then_some(())?;
                (0..count).try_for_each(|_| element.walk(thrift, wire))
            }
            Struct(known) => fields(thrift, known),
            _ => thrift.skip(wire, DEPTH),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_keeps_its_grammar_or_is_refused() {
        // A version and no rows.
        assert!(is_sound(&[0x15, 2, 0x26, 0, 0]));
        // A field that nobody knows, skipped.
        assert!(is_sound(&[0x15, 2, 0xF8, 1, b'x', 0]));
        // A version that is a text; no end.
        assert!(!is_sound(&[0x18, 1, b'x', 0]));
        assert!(!is_sound(&[0x15, 2]));
    }

    #[test]
    fn lists_are_no_longer_than_the_bytes_that_are_left() {
        let endless = [0xFF, 0xFF, 0xFF, 0xFF, 0x07];
        // Truths, of which each may take no byte, in an unknown field; structs in the known one of groups.
        for (field, element) in [(0xF9, 0xF1), (0xF9, 0xF2), (0x49, 0xFC)] {
            let bytes = [&[field, element], &endless[..], &[0; 64]].concat();
            assert!(!is_sound(&bytes), "{element:x}");
        }
    }
}
