//! A run of rows of a table: what a kernel reads in one go.

use arrow_buffer::ScalarBuffer;

use crate::statistics::CodeBlock;
use crate::{CodePart, IntegerPart, Numbers, StatusPart, Table};

/// A run of rows, the same in every column.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    table: &'a Table,
    index: usize,
    row_start: usize,
    row_count: usize,
}

impl Table {
    /// The runs of rows in their order.
    pub fn parts(&self) -> impl Iterator<Item = Part<'_>> {
        let mut row_start = 0;
        let lengths = self.part_lengths().into_iter().enumerate();
        lengths.map(move |(index, row_count)| {
            let part = Part {
                table: self,
                index,
                row_start,
                row_count,
            };
            row_start += row_count;
            part
        })
    }
}

impl<'a> Part<'a> {
    pub(crate) fn table(&self) -> &'a Table {
        self.table
    }

    /// The first row, counted in the whole table.
    #[must_use]
    pub fn row_start(&self) -> usize {
        self.row_start
    }

    /// Number of rows.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.row_count
    }

    /// The member indices of a dimension.
    #[must_use]
    pub fn codes(&self, dimension: usize) -> Option<&'a CodePart> {
        let column = self.table.dimensions().get(dimension)?;
        column.codes.parts().get(self.index)
    }

    /// What is known of the stored codes of a dimension, block by block.
    #[must_use]
    pub fn code_blocks(&self, dimension: usize) -> &'a [CodeBlock] {
        let column = self.table.dimensions().get(dimension);
        column.map_or(&[], |column| column.codes.blocks(self.index))
    }

    /// The integers of an exact measure.
    #[must_use]
    pub fn integers(&self, measure: usize) -> Option<&'a IntegerPart> {
        match &self.table.measures().get(measure)?.numbers {
            Numbers::Exact(scaled) => scaled.values.parts().get(self.index),
            Numbers::Float(_) => None,
        }
    }

    /// The doubles of a measure that is not exact.
    #[must_use]
    pub fn floats(&self, measure: usize) -> Option<&'a ScalarBuffer<f64>> {
        match &self.table.measures().get(measure)?.numbers {
            Numbers::Exact(_) => None,
            Numbers::Float(floats) => floats.parts().get(self.index),
        }
    }

    /// The statuses of a measure; none where every row is a number.
    #[must_use]
    pub fn status(&self, measure: usize) -> Option<&'a StatusPart> {
        let status = self.table.measures().get(measure)?.status.as_ref()?;
        status.parts().get(self.index)
    }
}
