//! Lists the rows of a block that pass every selection.

use std::ops::Range;

use table::{Codes, Table};

use crate::block::{Rows, Spare, look_up};
use crate::{EngineError, Selection};

/// A selection that fits its column.
#[derive(Debug)]
pub(crate) struct Filter<'a> {
    pub(crate) column: usize,
    codes: &'a Codes,
    allowed: Vec<bool>,
}

impl<'a> Filter<'a> {
    pub(crate) fn try_new(table: &'a Table, selection: &Selection) -> Result<Self, EngineError> {
        let column = selection.column;
        let dimension = table.dimensions().get(column);
        let dimension = dimension.ok_or(EngineError::UnknownDimension { index: column })?;
        let expected = dimension.dimension.members.len();
        let found = selection.allowed.len();
        if found != expected {
            return Err(EngineError::MemberCount {
                column,
                expected,
                found,
            });
        }
        Ok(Self {
            column,
            codes: &dimension.codes,
            allowed: selection.allowed.clone(),
        })
    }

    /// Keeps only what another selection of the same column keeps too.
    pub(crate) fn narrow(&mut self, other: &Self) {
        self.allowed
            .iter_mut()
            .zip(&other.allowed)
            .for_each(|(mine, other)| *mine &= other);
    }

    /// Changes the mark of each row of a block by whether the row passes.
    pub(crate) fn mark<M: Copy>(
        &self,
        range: Range<usize>,
        marks: &mut [M],
        change: impl Fn(M, bool) -> M,
    ) {
        let rows = Rows::all(range);
        let spare = &mut Spare::default();
        look_up(
            (self.codes, &rows, spare),
            (&self.allowed, false),
            marks,
            change,
        );
    }
}

/// All selections of a query.
#[derive(Debug)]
pub(crate) struct Sieve<'a> {
    filters: Vec<Filter<'a>>,
    passes: Vec<bool>,
    kept: Vec<u32>,
}

impl<'a> Sieve<'a> {
    pub(crate) fn try_new(table: &'a Table, select: &[Selection]) -> Result<Self, EngineError> {
        let filters = select
            .iter()
            .map(|selection| Filter::try_new(table, selection));
        Ok(Self {
            filters: filters.collect::<Result<_, _>>()?,
            passes: Vec::new(),
            kept: Vec::new(),
        })
    }

    /// The rows of a block that pass.
    pub(crate) fn keep(&mut self, range: Range<usize>) -> Rows<'_> {
        if self.filters.is_empty() {
            return Rows::all(range);
        }
        self.passes.clear();
        self.passes.resize(range.len(), true);
        for filter in &self.filters {
            filter.mark(range.clone(), &mut self.passes, |passes, allowed| {
                passes & allowed
            });
        }
        positions(&self.passes, |passes| passes, &mut self.kept);
        Rows::new(range, &self.kept)
    }
}

/// Lists the positions of the marks that are wanted.
pub(crate) fn positions<M: Copy>(
    marks: &[M],
    is_wanted: impl Fn(M) -> bool,
    positions: &mut Vec<u32>,
) {
    positions.clear();
    positions.resize(marks.len(), 0);
    let mut count = 0;
    for (position, &mark) in (0..).zip(marks) {
        // Every position is written, and overwritten by the next unless it is wanted: no branch to guess wrongly.
        if let Some(place) = positions.get_mut(count) {
            *place = position;
        }
        count += usize::from(is_wanted(mark));
    }
    positions.truncate(count);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wanted_positions_are_listed_in_order() {
        let mut found = vec![7; 9];
        positions(&[0_u8, 3, 3, 0, 3], |mark| mark == 3, &mut found);
        assert_eq!(found, [1, 2, 4]);
        positions(&[], |mark: u8| mark == 3, &mut found);
        assert_eq!(found, [0; 0]);
    }
}
