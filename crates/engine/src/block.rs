//! Rows are worked on in chunks, so that what one step writes is still in the cache when the next one reads it.

use std::ops::Range;

use table::statistics::BLOCK_ROWS;

use crate::EngineError;
use crate::kept::Kept;

/// Rows of a chunk: its slots and widened values fill most of a first-level cache, and no more.
pub(crate) const CHUNK: usize = 2048;

/// The blocks of a part: those that its statistics speak of.
pub(crate) fn blocks(row_count: usize) -> impl Iterator<Item = Range<usize>> {
    let starts = (0..row_count).step_by(BLOCK_ROWS);
    starts.map(move |start| start..row_count.min(start + BLOCK_ROWS))
}

/// The ranges of the chunks of a range of rows.
pub(crate) fn chunks(rows: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let end = rows.end;
    rows.step_by(CHUNK)
        .map(move |start| start..end.min(start + CHUNK))
}

/// The rows of a chunk that are worked on.
#[derive(Clone, Debug)]
pub(crate) struct Rows<'a> {
    /// Positions within the part.
    pub(crate) range: Range<usize>,
    /// Which of them; none means all.
    pub(crate) kept: Option<&'a Kept>,
}

impl<'a> Rows<'a> {
    /// All rows of a chunk.
    pub(crate) fn all(range: Range<usize>) -> Self {
        Self { range, kept: None }
    }

    /// The rows of a chunk that are kept.
    pub(crate) fn new(range: Range<usize>, kept: &'a Kept) -> Self {
        let kept = (kept.count() < range.len()).then_some(kept);
        Self { range, kept }
    }

    pub(crate) fn len(&self) -> usize {
        self.kept.map_or(self.range.len(), Kept::count)
    }

    /// The position within the part of the row at a position among those kept.
    pub(crate) fn within_part(&self, position: usize) -> Option<usize> {
        let within = self.kept.map_or(Some(position), |kept| {
            kept.positions().get(position).map(|at| usize::from(*at))
        });
        within.map(|within| self.range.start + within)
    }

    /// What a column holds in these rows: the column itself where all are kept, gathered in `spare` elsewhere.
    pub(crate) fn of<'c, T: Copy + Default>(
        &self,
        column: &'c [T],
        spare: &'c mut Vec<T>,
    ) -> Result<&'c [T], EngineError> {
        let chunk = column.get(self.range.clone()).unwrap_or_default();
        let Some(kept) = self.kept else {
            return Ok(chunk);
        };
        gather(chunk, kept.positions(), spare, |entry| entry)?;
        Ok(spare)
    }
}

/// The entries at some positions of a chunk, made into something else on the way.
pub(crate) fn gather<T: Copy + Default, U>(
    chunk: &[T],
    positions: &[u16],
    into: &mut Vec<U>,
    make: impl Fn(T) -> U,
) -> Result<(), EngineError> {
    let entry = |entry: Option<&T>| make(entry.copied().unwrap_or_default());
    match <&[T; CHUNK]>::try_from(chunk) {
        // Of a whole chunk every position is inside, which the remainder tells the compiler.
        Ok(whole) => {
            let found = |&at: &u16| entry(whole.get(usize::from(at) % CHUNK));
            refill(into, positions.iter().map(found))
        }
        Err(_) => {
            let found = |&at: &u16| entry(chunk.get(usize::from(at)));
            refill(into, positions.iter().map(found))
        }
    }
}

/// Puts what comes in place of what a list holds, if there is memory for it.
pub(crate) fn refill<T>(
    into: &mut Vec<T>,
    entries: impl ExactSizeIterator<Item = T>,
) -> Result<(), EngineError> {
    into.clear();
    reserve(into, entries.len())?;
    into.extend(entries);
    Ok(())
}

/// Makes room for so many entries more, if there is memory for them.
pub(crate) fn reserve<T>(entries: &mut Vec<T>, more: usize) -> Result<(), EngineError> {
    entries.try_reserve(more).map_err(|_| EngineError::Memory)
}

/// Adds an entry, if there is memory for it.
#[inline]
pub(crate) fn push<T>(entries: &mut Vec<T>, entry: T) -> Result<(), EngineError> {
    reserve(entries, 1)?;
    entries.push(entry);
    Ok(())
}

/// Lengthens a list to hold `len` entries, if there is memory for them.
pub(crate) fn grow<T: Clone>(entries: &mut Vec<T>, len: usize, new: T) -> Result<(), EngineError> {
    if len > entries.len() {
        reserve(entries, len - entries.len())?;
        entries.resize(len, new);
    }
    Ok(())
}

/// A list of so many zeros, if there is memory for them.
pub(crate) fn zeroed<T: Clone + Default>(len: usize) -> Result<Vec<T>, EngineError> {
    let mut entries = Vec::new();
    grow(&mut entries, len, T::default())?;
    Ok(entries)
}

/// An empty list with room for so many entries, if there is memory for them.
pub(crate) fn room<T>(len: usize) -> Result<Vec<T>, EngineError> {
    let mut entries = Vec::new();
    entries
        .try_reserve_exact(len)
        .map_err(|_| EngineError::Memory)?;
    Ok(entries)
}

/// A list of what comes, with room for so many entries if there is memory for them.
pub(crate) fn listed<T>(
    len: usize,
    entries: impl Iterator<Item = T>,
) -> Result<Vec<T>, EngineError> {
    let mut list = room(len)?;
    list.extend(entries.take(len));
    Ok(list)
}

/// The same of what may itself fail.
pub(crate) fn try_listed<T>(
    len: usize,
    entries: impl Iterator<Item = Result<T, EngineError>>,
) -> Result<Vec<T>, EngineError> {
    let mut list = room(len)?;
    for entry in entries.take(len) {
        list.push(entry?);
    }
    Ok(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_gathered_from_whole_and_broken_chunks() {
        let column: Vec<u32> = (0..3000).collect();
        let mut spare = Vec::new();
        let mut kept = Kept::try_new().unwrap();
        let mut of = |range: Range<usize>, positions: &[usize]| {
            let marks = kept.marks(range.len());
            marks.fill(0);
            positions.iter().for_each(|at| marks[*at] = 1);
            kept.list();
            Rows::new(range, &kept)
                .of(&column, &mut spare)
                .unwrap()
                .to_vec()
        };
        assert_eq!(of(0..CHUNK, &[3, 2000]), [3, 2000]);
        assert_eq!(of(CHUNK..3000, &[3, 951]), [2051, 2999]);
    }
}
