//! Tables are read in blocks of rows, so that what one step writes is still in the cache when the next one reads it.

use std::ops::Range;

use table::Codes;

use crate::EngineError;

/// Rows of a block.
pub(crate) const BLOCK: usize = 8 * 1024;

/// The row ranges of the blocks of a table.
pub(crate) fn blocks(row_count: usize) -> impl Iterator<Item = Range<usize>> {
    let starts = (0..row_count).step_by(BLOCK);
    starts.map(move |start| start..row_count.min(start + BLOCK))
}

/// The rows of a block that are worked on.
#[derive(Clone, Debug)]
pub(crate) struct Rows<'a> {
    range: Range<usize>,
    /// Positions within the block, in order; none means all of them.
    kept: Option<&'a [u32]>,
}

impl<'a> Rows<'a> {
    /// The rows of a block at these positions.
    pub(crate) fn new(range: Range<usize>, positions: &'a [u32]) -> Self {
        let kept = (positions.len() < range.len()).then_some(positions);
        Self { range, kept }
    }

    /// All rows of a block.
    pub(crate) fn all(range: Range<usize>) -> Self {
        Self { range, kept: None }
    }

    pub(crate) fn len(&self) -> usize {
        self.kept.map_or(self.range.len(), <[u32]>::len)
    }

    /// What a column holds in these rows: the column itself where all rows are kept, gathered in `spare` elsewhere.
    pub(crate) fn of<'c, T: Copy + Default>(
        &self,
        column: &'c [T],
        spare: &'c mut Vec<T>,
    ) -> &'c [T] {
        let block = column.get(self.range.clone()).unwrap_or_default();
        let Some(kept) = self.kept else { return block };
        spare.clear();
        spare.extend(
            kept.iter()
                .map(|&row| block.get(row as usize).copied().unwrap_or_default()),
        );
        spare
    }
}

/// Room to gather the rows of one column in, by the width of its entries.
#[derive(Debug, Default)]
pub(crate) struct Spare {
    pub(crate) bytes: Vec<u8>,
    pub(crate) codes_u8: Vec<u8>,
    pub(crate) codes_u16: Vec<u16>,
    pub(crate) codes_u32: Vec<u32>,
    pub(crate) integers: Vec<i64>,
    pub(crate) floats: Vec<f64>,
}

/// A member index in one of the widths of a column; the number that means "none" lies beyond every list of members.
pub(crate) trait Code: Copy {
    fn index(self) -> usize;
}

impl Code for u8 {
    fn index(self) -> usize {
        usize::from(self)
    }
}

impl Code for u16 {
    fn index(self) -> usize {
        usize::from(self)
    }
}

impl Code for u32 {
    fn index(self) -> usize {
        self as usize
    }
}

/// Changes each mark by what `entries` has for the member of its row, or by `none` for a row without one.
pub(crate) fn look_up<E: Copy, M: Copy>(
    (codes, rows, spare): (&Codes, &Rows<'_>, &mut Spare),
    (entries, none): (&[E], E),
    marks: &mut [M],
    change: impl Fn(M, E) -> M,
) {
    match codes {
        Codes::U8(codes) => {
            // All that a byte can hold: no entry is out of bounds, and none is asked for in vain.
            let mut padded = [none; 256];
            padded
                .iter_mut()
                .zip(entries)
                .for_each(|(padded, entry)| *padded = *entry);
            look_up_in(
                (rows.of(codes, &mut spare.codes_u8), &padded, none),
                marks,
                change,
            );
        }
        Codes::U16(codes) => {
            look_up_in(
                (rows.of(codes, &mut spare.codes_u16), entries, none),
                marks,
                change,
            );
        }
        Codes::U32(codes) => {
            look_up_in(
                (rows.of(codes, &mut spare.codes_u32), entries, none),
                marks,
                change,
            );
        }
    }
}

#[inline(always)]
fn look_up_in<C: Code, E: Copy, M: Copy>(
    (codes, entries, none): (&[C], &[E], E),
    marks: &mut [M],
    change: impl Fn(M, E) -> M,
) {
    for (mark, code) in marks.iter_mut().zip(codes) {
        *mark = change(*mark, entries.get(code.index()).copied().unwrap_or(none));
    }
}

/// Lengthens a list to hold `len` entries, if there is memory for them.
pub(crate) fn grow<T: Clone>(entries: &mut Vec<T>, len: usize, new: T) -> Result<(), EngineError> {
    if len > entries.len() {
        entries
            .try_reserve(len - entries.len())
            .map_err(|_| EngineError::Memory)?;
        entries.resize(len, new);
    }
    Ok(())
}
