//! Writing a table into buffers.

use arrow_buffer::{BooleanBuffer, ScalarBuffer};

use super::{ALIGNMENT, Header, Packed, kind};
use crate::statistics::IntegerBlock;
use crate::{CodePart, Offsets, Part, StatusPart, Table};

/// Packs a table. It is best cut and derived first; one that is too large to be held twice is packed part by part.
#[must_use]
pub fn pack(table: &Table) -> Packed {
    Packed {
        header: Header::of(table),
        parts: table.parts().map(|part| pack_part(&part)).collect(),
    }
}

/// Packs a run of rows.
#[must_use]
pub fn pack_part(part: &Part<'_>) -> Vec<u8> {
    let packed = lay_out(part);
    let mut bytes = vec![0; packed.len()];
    for (at, piece) in packed.pieces() {
        if let Some(place) = bytes.get_mut(at..at + piece.len()) {
            place.copy_from_slice(piece);
        }
    }
    bytes
}

/// Says where everything of a run of rows goes in its buffer, for one that lies outside our memory and begins as zeros.
#[must_use]
pub fn lay_out<'a>(part: &Part<'a>) -> PackedPart<'a> {
    let mut lines = Lines::new(part.row_count());
    for dimension in 0..part.table().dimensions().len() {
        if let Some(codes) = part.codes(dimension) {
            lines.codes(codes, |shared| source(part, shared));
        }
    }
    for measure in 0..part.table().measures().len() {
        if let Some(integers) = part.integers(measure) {
            lines.offsets(integers.base(), integers.offsets());
            lines.blocks(integers.blocks());
        } else if let Some(floats) = part.floats(measure) {
            lines.push(&[kind::FLOATS]);
            lines.column(floats);
        }
        if let Some(status) = part.status(measure) {
            lines.status(status);
        }
    }
    lines.finish()
}

/// The dimension whose memory is shared.
fn source(part: &Part<'_>, shared: &CodePart) -> Option<usize> {
    let is_same = |dimension: &usize| match (part.codes(*dimension), shared) {
        (Some(CodePart::U8(mine)), CodePart::U8(shared)) => mine.ptr_eq(shared),
        (Some(CodePart::U16(mine)), CodePart::U16(shared)) => mine.ptr_eq(shared),
        (Some(CodePart::U32(mine)), CodePart::U32(shared)) => mine.ptr_eq(shared),
        _ => false,
    };
    (0..part.table().dimensions().len()).find(is_same)
}

/// A run of rows in the pieces that its buffer is made of.
pub struct PackedPart<'a> {
    head: Vec<u8>,
    columns: Vec<Column<'a>>,
}

impl PackedPart<'_> {
    /// Bytes of the buffer.
    #[must_use]
    pub fn len(&self) -> usize {
        let columns = self.columns.iter();
        columns.fold(self.head.len(), |len, column| {
            len + padded(column.bytes().len())
        })
    }

    /// Never: a buffer has a head.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.head.is_empty()
    }

    /// Each piece with its place; what lies between them is 0.
    pub fn pieces(&self) -> impl Iterator<Item = (usize, &[u8])> {
        let columns = self.columns.iter().map(Column::bytes);
        let pieces = std::iter::once(self.head.as_slice()).chain(columns);
        pieces.scan(0, |end, piece| {
            let at = *end;
            *end = at + padded(piece.len());
            Some((at, piece))
        })
    }
}

fn padded(len: usize) -> usize {
    len.next_multiple_of(ALIGNMENT)
}

/// The lines that say what the columns are, and the columns.
struct Lines<'a> {
    words: Vec<u64>,
    columns: Vec<Column<'a>>,
}

/// A column as bytes: of the table where they lie as they should, written anew elsewhere.
enum Column<'a> {
    Bytes(&'a [u8]),
    Written(Vec<u8>),
}

impl Column<'_> {
    fn bytes(&self) -> &[u8] {
        match self {
            Self::Bytes(bytes) => bytes,
            Self::Written(bytes) => bytes,
        }
    }
}

impl<'a> Lines<'a> {
    fn new(row_count: usize) -> Self {
        Self {
            words: vec![row_count as u64],
            columns: Vec::new(),
        }
    }

    fn push(&mut self, words: &[u64]) {
        self.words.extend_from_slice(words);
    }

    fn column<T: arrow_buffer::ArrowNativeType>(&mut self, values: &'a ScalarBuffer<T>) {
        self.columns.push(Column::Bytes(values.inner().as_slice()));
    }

    fn codes(&mut self, codes: &'a CodePart, source: impl Fn(&CodePart) -> Option<usize>) {
        match codes {
            CodePart::U8(codes) => {
                self.push(&[kind::CODES_U8]);
                self.column(codes);
            }
            CodePart::U16(codes) => {
                self.push(&[kind::CODES_U16]);
                self.column(codes);
            }
            CodePart::U32(codes) => {
                self.push(&[kind::CODES_U32]);
                self.column(codes);
            }
            CodePart::Mapped(mapped) => match source(&mapped.codes) {
                Some(source) => {
                    let members = mapped.members.iter().copied();
                    self.push(&[
                        kind::CODES_MAPPED,
                        source as u64,
                        mapped.members.len() as u64,
                    ]);
                    self.written(members.flat_map(u32::to_le_bytes).collect());
                }
                None => self.looked_up(codes),
            },
        }
    }

    /// A mapped column whose source is not in the table.
    fn looked_up(&mut self, codes: &CodePart) {
        let rows = codes.to_vec().into_iter();
        self.push(&[kind::CODES_U32]);
        self.written(rows.flat_map(u32::to_le_bytes).collect());
    }

    fn written(&mut self, bytes: Vec<u8>) {
        self.columns.push(Column::Written(bytes));
    }

    fn offsets(&mut self, base: i64, offsets: &'a Offsets) {
        let base = base.cast_unsigned();
        match offsets {
            Offsets::U8(offsets) => {
                self.push(&[kind::OFFSETS_U8, base]);
                self.column(offsets);
            }
            Offsets::U16(offsets) => {
                self.push(&[kind::OFFSETS_U16, base]);
                self.column(offsets);
            }
            Offsets::U24 { low, high } => {
                self.push(&[kind::OFFSETS_U24, base]);
                self.column(low);
                self.column(high);
            }
            Offsets::U32(offsets) => {
                self.push(&[kind::OFFSETS_U32, base]);
                self.column(offsets);
            }
            Offsets::I64(values) => {
                self.push(&[kind::VALUES_I64]);
                self.column(values);
            }
        }
    }

    fn blocks(&mut self, blocks: &[IntegerBlock]) {
        let bytes = blocks.iter().flat_map(|block| {
            let sum = block.sum.to_le_bytes().into_iter();
            sum.chain(block.largest.to_le_bytes())
        });
        self.written(bytes.collect());
    }

    fn status(&mut self, status: &StatusPart) {
        let bitmaps = [status.absent(), status.hidden(), status.not_applicable()];
        self.push(&[kind::STATUS]);
        for bitmap in bitmaps {
            self.push(&[u64::from(bitmap.is_some())]);
            if let Some(bits) = bitmap {
                self.written(bytes_of(bits));
            }
        }
    }

    fn finish(self) -> PackedPart<'a> {
        let count = self.words.len() as u64;
        let words = std::iter::once(count).chain(self.words);
        PackedPart {
            head: words.flat_map(u64::to_le_bytes).collect(),
            columns: self.columns,
        }
    }
}

/// The bits from the first on, eight to a byte.
fn bytes_of(bits: &BooleanBuffer) -> Vec<u8> {
    bits.sliced().as_slice().to_vec()
}
