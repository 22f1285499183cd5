//! How a table crosses from one worker to another of the same build: a header, and one buffer for each run of rows.
//!
//! No file format: what is written here is read by the same build, moments later. It is checked all the same, because what it
//! was made from is a file of unknown origin. The columns of a run lie behind each other in one buffer, which becomes their
//! memory without being copied.

mod fields;
mod reader;
mod take;
mod write;

pub use take::unpack;
pub use write::{PackedPart, lay_out, pack, pack_part};

use crate::{Dimension, Measure, MeasureColumn, Note, Numbers, Table, TableError, Text};

/// All of a table but its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// The name a slice uses.
    pub name: String,
    /// What people read.
    pub title: Text,
    /// The dimension columns.
    pub dimensions: Vec<Dimension>,
    /// The measure columns.
    pub measures: Vec<MeasureHeader>,
    /// The remarks that came with it.
    pub notes: Vec<Note>,
    /// Rows of each run, known without looking into it. Whoever takes over some of the runs only need not change this.
    pub rows: Vec<usize>,
}

impl Header {
    /// All but the rows.
    #[must_use]
    pub fn of(table: &Table) -> Self {
        let dimensions = table.dimensions().iter();
        Self {
            name: table.name().to_owned(),
            title: table.title().clone(),
            dimensions: dimensions.map(|column| column.dimension.clone()).collect(),
            measures: table.measures().iter().map(MeasureHeader::of).collect(),
            notes: table.notes().to_vec(),
            rows: table.part_lengths(),
        }
    }

    /// As bytes, for another worker of the same build.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        packed::write(self)
    }

    /// What was written by `to_bytes`.
    ///
    /// # Errors
    /// When it was not.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, TableError> {
        packed::read(bytes).ok_or(TableError::Damaged { part: 0 })
    }

    /// Rows of all runs.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.rows
            .iter()
            .fold(0, |sum, rows| sum.saturating_add(*rows))
    }
}

/// A measure column but for its rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeasureHeader {
    /// What it is.
    pub measure: Measure,
    /// Decimals of its integers; none for doubles.
    pub decimals: Option<u8>,
    /// Whether a row may be without a number.
    pub has_status: bool,
}

impl MeasureHeader {
    fn of(column: &MeasureColumn) -> Self {
        Self {
            measure: column.measure.clone(),
            decimals: match &column.numbers {
                Numbers::Exact(scaled) => Some(scaled.decimals),
                Numbers::Float(_) => None,
            },
            has_status: column.status.is_some(),
        }
    }
}

/// A table as it is handed over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Packed {
    /// All but the rows.
    pub header: Header,
    /// The runs of rows.
    pub parts: Vec<Vec<u8>>,
}

/// Every column begins at a multiple of so many bytes.
const ALIGNMENT: usize = 8;

/// The kinds of column in a buffer, each followed by what its line says. Columns of integers are followed by what is known of each
/// block: the two halves of its sum, and its largest.
mod kind {
    /// A byte a row.
    pub(super) const CODES_U8: u64 = 1;
    /// Two bytes a row.
    pub(super) const CODES_U16: u64 = 2;
    /// Four bytes a row.
    pub(super) const CODES_U32: u64 = 3;
    /// Index of the dimension it follows from; number of members mapped; the members, four bytes each.
    pub(super) const CODES_MAPPED: u64 = 4;
    /// The base; a byte a row.
    pub(super) const OFFSETS_U8: u64 = 5;
    /// The base; two bytes a row.
    pub(super) const OFFSETS_U16: u64 = 6;
    /// The base; two bytes a row, then one.
    pub(super) const OFFSETS_U24: u64 = 7;
    /// The base; four bytes a row.
    pub(super) const OFFSETS_U32: u64 = 8;
    /// Eight bytes a row.
    pub(super) const VALUES_I64: u64 = 9;
    /// Eight bytes a row.
    pub(super) const FLOATS: u64 = 10;
    /// Three flags, then a bitmap for each that is set.
    pub(super) const STATUS: u64 = 11;
}

#[cfg(test)]
mod tests;
