//! Marks the rows of a block that pass a selection.

use std::ops::Range;

use table::{Codes, Table};

use crate::{EngineError, Selection};

/// A selection made ready for its column: one entry for every code the column's width can hold.
pub(crate) struct Filter<'a> {
    codes: &'a Codes,
    pub(crate) column: usize,
    allowed: Vec<bool>,
}

impl<'a> Filter<'a> {
    /// Looks the column up.
    pub(crate) fn new(table: &'a Table, selection: &Selection) -> Result<Self, EngineError> {
        let column = table.dimensions().get(selection.column);
        let column = column.ok_or(EngineError::UnknownColumn {
            index: selection.column,
        })?;
        let mut allowed = selection.allowed.clone();
        allowed.resize(width_of(&column.codes).max(allowed.len()), false);
        Ok(Self {
            codes: &column.codes,
            column: selection.column,
            allowed,
        })
    }

    /// Adds one to the count of each row that does not pass.
    pub(crate) fn count_failures(&self, rows: Range<usize>, failures: &mut [u8]) {
        match self.codes {
            Codes::U8(codes) => self.count(codes.get(rows).unwrap_or(&[]), failures),
            Codes::U16(codes) => self.count(codes.get(rows).unwrap_or(&[]), failures),
            Codes::U32(codes) => self.count(codes.get(rows).unwrap_or(&[]), failures),
        }
    }

    fn count<C: Copy + TryInto<usize>>(&self, codes: &[C], failures: &mut [u8]) {
        for (failures, &code) in failures.iter_mut().zip(codes) {
            let index = code.try_into().unwrap_or(usize::MAX);
            let passes = self.allowed.get(index).copied().unwrap_or(false);
            *failures = failures.saturating_add(u8::from(!passes));
        }
    }
}

/// How many codes a column's width can hold; wide columns are looked up by their members alone.
pub(crate) fn width_of(codes: &Codes) -> usize {
    match codes {
        Codes::U8(_) => 1 << 8,
        Codes::U16(_) => 1 << 16,
        Codes::U32(_) => 0,
    }
}
