//! Rows are worked on in chunks, so that what one step writes is still in the cache when the next one reads it.

use std::ops::Range;

use crate::EngineError;

/// Rows of a chunk: with its slots and widened values about half of a first-level cache.
pub(crate) const CHUNK: usize = 4096;

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
    /// Positions within the chunk, in order; none means all of them.
    pub(crate) kept: Option<&'a [u16]>,
}

impl<'a> Rows<'a> {
    /// The rows of a chunk at these positions.
    pub(crate) fn new(range: Range<usize>, positions: &'a [u16]) -> Self {
        let kept = (positions.len() < range.len()).then_some(positions);
        Self { range, kept }
    }

    /// All rows of a chunk.
    pub(crate) fn all(range: Range<usize>) -> Self {
        Self { range, kept: None }
    }

    pub(crate) fn len(&self) -> usize {
        self.kept.map_or(self.range.len(), <[u16]>::len)
    }

    /// What a column holds in these rows: the column itself where all are kept, gathered in `spare` elsewhere.
    pub(crate) fn of<'c, T: Copy + Default>(
        &self,
        column: &'c [T],
        spare: &'c mut Vec<T>,
    ) -> &'c [T] {
        let chunk = column.get(self.range.clone()).unwrap_or_default();
        let Some(kept) = self.kept else { return chunk };
        gather(chunk, kept, spare);
        spare
    }
}

/// The entries at some positions of a chunk.
pub(crate) fn gather<T: Copy + Default>(chunk: &[T], positions: &[u16], into: &mut Vec<T>) {
    into.clear();
    match <&[T; CHUNK]>::try_from(chunk) {
        // Of a whole chunk every position is inside, which the mask tells the compiler.
        Ok(whole) => into.extend(positions.iter().map(|&at| whole[usize::from(at) % CHUNK])),
        Err(_) => into.extend(
            positions
                .iter()
                .map(|&at| chunk.get(usize::from(at)).copied().unwrap_or_default()),
        ),
    }
}

/// Lists the positions of a chunk whose mark is set. Every position is written, and overwritten by the next unless it is wanted:
/// no branch to guess wrongly.
pub(crate) fn positions(marks: &[u8], positions: &mut Vec<u16>) {
    positions.clear();
    positions.resize(CHUNK, 0);
    let mut count = 0;
    if let Ok(places) = <&mut [u16; CHUNK]>::try_from(&mut positions[..]) {
        for (position, &mark) in (0..).zip(marks) {
            places[count % CHUNK] = position;
            count += usize::from(mark & 1);
        }
    }
    positions.truncate(count);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marked_positions_are_listed_in_order() {
        let mut found = vec![7; 9];
        positions(&[0, 1, 1, 0, 1], &mut found);
        assert_eq!(found, [1, 2, 4]);
        positions(&[1; CHUNK], &mut found);
        assert_eq!(found.len(), CHUNK);
        positions(&[], &mut found);
        assert_eq!(found, [0; 0]);
    }

    #[test]
    fn entries_are_gathered_from_whole_and_broken_chunks() {
        let column: Vec<u32> = (0..5000).collect();
        let mut spare = Vec::new();
        let rows = Rows::new(0..CHUNK, &[3, 4000]);
        assert_eq!(rows.of(&column, &mut spare), [3, 4000]);
        let rows = Rows::new(4096..5000, &[3, 903]);
        assert_eq!(rows.of(&column, &mut spare), [4099, 4999]);
    }
}
