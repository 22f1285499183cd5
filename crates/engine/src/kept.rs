//! Which rows of a chunk are kept: marked row by row, then listed.

use crate::EngineError;
use crate::block::{CHUNK, zeroed};

/// The rows of a chunk that are kept.
#[derive(Debug)]
pub(crate) struct Kept {
    /// 1 for each row that is kept, 0 for the others.
    marks: Box<[u8; CHUNK]>,
    /// Room for as many behind the last as are written at once.
    positions: Box<[u16; CHUNK + STEP]>,
    count: usize,
    /// The marks eight to a byte.
    bits: Box<[u8; CHUNK / STEP]>,
    /// Rows kept before each byte.
    ranks: Box<[u16; CHUNK / STEP]>,
    row_count: usize,
}

/// Rows marked together.
const STEP: usize = 8;
/// For each combination of eight marks the positions of those that are set.
static PLACES: [[u8; STEP]; 256] = places();

#[expect(
    clippy::indexing_slicing,
    reason = "run by the compiler, which would stop"
)]
const fn places() -> [[u8; STEP]; 256] {
    let mut places = [[0; STEP]; 256];
    let mut bits = 0;
    while bits < 256 {
        let (mut at, mut count) = (0, 0);
        while at < 8 {
            if bits >> at & 1 == 1 {
                places[bits][count] = at;
                count += 1;
            }
            at += 1;
        }
        bits += 1;
    }
    places
}

/// Eight marks as the bits of a byte, the first as the lowest. Each product of a mark and a bit of the factor falls on a bit of
/// its own, so none is carried.
fn squeezed(marks: [u8; STEP]) -> u8 {
    let product = u64::from_le_bytes(marks).wrapping_mul(0x0102_0408_1020_4080);
    let [.., highest] = product.to_le_bytes();
    highest
}

/// So many zeros, if there is memory for them.
fn boxed<T: Clone + Default, const N: usize>() -> Result<Box<[T; N]>, EngineError> {
    zeroed(N)?.try_into().map_err(|_| EngineError::Memory)
}

impl Kept {
    /// No row.
    pub(crate) fn try_new() -> Result<Self, EngineError> {
        Ok(Self {
            marks: boxed()?,
            positions: boxed()?,
            count: 0,
            bits: boxed()?,
            ranks: boxed()?,
            row_count: 0,
        })
    }

    /// Marks for so many rows of a chunk, all 1, to be changed before they are listed.
    pub(crate) fn marks(&mut self, row_count: usize) -> &mut [u8] {
        self.row_count = row_count.min(CHUNK);
        let (marks, others) = self.marks.split_at_mut(self.row_count);
        marks.fill(1);
        others.fill(0);
        marks
    }

    /// The marks as they are set.
    pub(crate) fn marked(&self) -> &[u8] {
        self.marks.get(..self.row_count).unwrap_or_default()
    }

    /// Lists the rows that are marked: eight at once, all of them written and overwritten by the next unless they are wanted, so
    /// that there is no branch to guess wrongly.
    pub(crate) fn list(&mut self) {
        let (mut first, mut count) = (0_u16, 0_u16);
        let known = self.bits.iter_mut().zip(&mut self.ranks[..]);
        for (eight, (bits, rank)) in self.marks.as_chunks::<STEP>().0.iter().zip(known) {
            *bits = squeezed(*eight);
            *rank = count;
            let start = usize::from(count) % CHUNK;
            if let Some(places) = self.positions.get_mut(start..start + STEP) {
                let set = PLACES.get(usize::from(*bits)).into_iter().flatten();
                for (place, at) in places.iter_mut().zip(set) {
                    *place = first + u16::from(*at);
                }
            }
            first += 8;
            #[expect(clippy::cast_possible_truncation, reason = "eight at most")]
            let more = bits.count_ones() as u16;
            count += more;
        }
        self.count = usize::from(count);
    }

    /// No row.
    pub(crate) fn clear(&mut self) {
        self.marks(0);
        self.list();
    }

    /// Number of rows.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// The rows by their positions within the chunk, in order.
    pub(crate) fn positions(&self) -> &[u16] {
        self.positions.get(..self.count).unwrap_or_default()
    }

    /// Sixty-four marks as the bits of a number, the first as the lowest.
    pub(crate) fn word(&self, index: usize) -> u64 {
        let mut bytes = [0; 8];
        let bits = self.bits.get(index * 8..).unwrap_or_default();
        bytes
            .iter_mut()
            .zip(bits)
            .for_each(|(byte, bits)| *byte = *bits);
        u64::from_le_bytes(bytes)
    }

    /// The position among those kept of a row that is kept.
    pub(crate) fn rank(&self, at: usize) -> usize {
        let before = self.ranks.get(at / STEP).copied().unwrap_or_default();
        let bits = self.bits.get(at / STEP).copied().unwrap_or_default();
        let earlier = bits & ((1 << (at % STEP)) - 1);
        usize::from(before) + earlier.count_ones() as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(marks: &[u8]) -> Kept {
        let mut kept = Kept::try_new().unwrap();
        kept.marks(marks.len()).copy_from_slice(marks);
        kept.list();
        kept
    }

    #[test]
    fn marked_positions_are_listed_in_order() {
        assert_eq!(kept(&[0, 1, 1, 0, 1]).positions(), [1, 2, 4]);
        assert_eq!(kept(&[1; CHUNK]).count(), CHUNK);
        assert_eq!(kept(&[0; 100]).positions(), [0; 0]);
        let marks: Vec<u8> = (0..1003).map(|at| u8::from(at * 7 % 11 < 4)).collect();
        let expected: Vec<u16> = (0..)
            .zip(&marks)
            .filter(|(_, mark)| **mark == 1)
            .map(|(at, _)| at)
            .collect();
        assert_eq!(kept(&marks).positions(), expected);
    }

    #[test]
    fn a_row_that_is_kept_knows_its_place_among_them() {
        let marks: Vec<u8> = (0..777).map(|at| u8::from(at * 5 % 7 < 3)).collect();
        let kept = kept(&marks);
        for (rank, at) in kept.positions().iter().enumerate() {
            assert_eq!(kept.rank(usize::from(*at)), rank);
            assert_eq!(kept.word(usize::from(*at) / 64) >> (at % 64) & 1, 1);
        }
        assert_eq!(kept.word(0) & 1, u64::from(marks[0]));
        assert_eq!(kept.word(13), 0);
    }
}
