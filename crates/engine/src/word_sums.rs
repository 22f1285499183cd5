//! Counts and sums of a run of rows, several to a word of 64 bits, so that a row costs one or two additions and touches one
//! cache line. Before a sum could grow into its neighbour the words are emptied into wide ones.

use crate::EngineError;
use crate::block::zeroed;
use crate::digits::Slot;
use crate::layout::Layout;

/// Sums beside the count.
pub(crate) const MOST_SUMS: usize = 3;
/// Slots behind those of the numbers, for rows that are not kept: so many that two near ones rarely wait for each other.
pub(crate) const REFUSE: u32 = 16;

/// Counts and up to three sums by slot.
#[derive(Debug)]
pub(crate) struct WordSums {
    layout: Layout,
    words: Words,
    /// Rows that may still be added.
    left: u64,
}

#[derive(Debug)]
enum Words {
    One(Vec<u64>),
    Two(Vec<[u64; 2]>),
    Three(Vec<[u64; 3]>),
}

/// Count and sums of a slot.
pub(crate) type Sums = (u64, [u64; MOST_SUMS]);

impl WordSums {
    /// For up to three columns, whose largest values are given.
    pub(crate) fn try_new(largest: &[u64], slot_count: usize) -> Result<Self, EngineError> {
        let layout = Layout::of(largest, slot_count as u64);
        let len = slot_count + REFUSE as usize;
        let words = match (layout.sums, layout.third_shift) {
            (0 | 1, _) => Words::One(zeroed(len)?),
            (2, _) | (_, Some(_)) => Words::Two(zeroed(len)?),
            _ => Words::Three(zeroed(len)?),
        };
        Ok(Self {
            layout,
            words,
            left: layout.rows,
        })
    }

    /// Whether so many rows can be added before it is emptied.
    pub(crate) fn has_room(&self, rows: usize) -> bool {
        rows as u64 <= self.left
    }

    /// Adds rows to their slots.
    pub(crate) fn add<S: Slot>(&mut self, slots: &[S], columns: [&[u32]; MOST_SUMS]) {
        self.left = self.left.saturating_sub(slots.len() as u64);
        let [first, second, third] = self.layout.in_order(columns);
        let one = 1 << self.layout.count_shift;
        let counted = slots.iter().zip(first);
        let counted = counted.map(move |(slot, first)| (slot, one | u64::from(*first)));
        match (&mut self.words, self.layout.third_shift) {
            (Words::One(words), _) if self.layout.sums == 0 => count(words, slots),
            (Words::One(words), _) => add(words, counted),
            (Words::Two(words), None) => {
                let rows = counted.zip(second);
                let row = |((slot, first), second): (_, &u32)| (slot, [first, u64::from(*second)]);
                add(words, rows.map(row));
            }
            (Words::Two(words), Some(shift)) => {
                let pairs = second.iter().zip(third);
                let pairs =
                    pairs.map(|(second, third)| u64::from(*second) | u64::from(*third) << shift);
                let rows = counted.zip(pairs);
                add(
                    words,
                    rows.map(|((slot, first), pair)| (slot, [first, pair])),
                );
            }
            (Words::Three(words), _) => {
                let rows = counted.zip(second).zip(third);
                let row = |(((slot, first), second), third): ((_, &u32), &u32)| {
                    (slot, [first, u64::from(*second), u64::from(*third)])
                };
                add(words, rows.map(row));
            }
        }
    }

    /// Hands over what each slot has that was given rows, and starts anew.
    pub(crate) fn empty(
        &mut self,
        mut take: impl FnMut(usize, Sums) -> Result<(), EngineError>,
    ) -> Result<(), EngineError> {
        let layout = self.layout;
        self.left = layout.rows;
        let mut take = |slot, words: [u64; 3]| match layout.unpacked(words) {
            (0, _) => Ok(()),
            sums => take(slot, sums),
        };
        match &mut self.words {
            Words::One(words) => drain(words, |slot, word| take(slot, [word, 0, 0])),
            Words::Two(words) => drain(words, |slot, [first, second]| {
                take(slot, [first, second, 0])
            }),
            Words::Three(words) => drain(words, take),
        }
    }
}

/// What a slot's words are added up in.
trait Word: Copy + Default + PartialEq {
    fn add(&mut self, row: Self);
}

impl Word for u64 {
    #[inline(always)]
    fn add(&mut self, row: Self) {
        *self = self.wrapping_add(row);
    }
}

impl<const N: usize> Word for [u64; N]
where
    [u64; N]: Default,
{
    #[inline(always)]
    fn add(&mut self, row: Self) {
        self.iter_mut()
            .zip(row)
            .for_each(|(word, row)| word.add(row));
    }
}

#[inline(always)]
fn add<'s, S: Slot + 's, W: Word>(words: &mut [W], rows: impl Iterator<Item = (&'s S, W)>) {
    for (slot, row) in rows {
        if let Some(word) = words.get_mut(slot.index()) {
            word.add(row);
        }
    }
}

/// Counts rows, eight to a turn of the loop: there is so little to do for a row that the turns would show.
fn count<S: Slot>(words: &mut [u64], slots: &[S]) {
    let (eights, rest) = slots.as_chunks::<8>();
    for eight in eights {
        add(words, eight.iter().map(|slot| (slot, 1)));
    }
    add(words, rest.iter().map(|slot| (slot, 1)));
}

fn drain<W: Word>(
    words: &mut [W],
    mut take: impl FnMut(usize, W) -> Result<(), EngineError>,
) -> Result<(), EngineError> {
    // Rows that are not kept leave something behind the last slot.
    let refuse = words.len().saturating_sub(REFUSE as usize);
    for (slot, word) in words.iter_mut().enumerate() {
        let word = std::mem::take(word);
        if slot < refuse && word != W::default() {
            take(slot, word)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What comes out after rows of the largest values, emptied when it must be.
    fn summed(largest: &[u64], row_count: u64, slot_count: usize) -> Sums {
        let mut sums = WordSums::try_new(largest, slot_count).unwrap();
        let columns: Vec<Vec<u32>> = (0..3)
            .map(|at| vec![u32::try_from(largest.get(at).copied().unwrap_or(0)).unwrap(); 1000])
            .collect();
        let mut sum = (0, [0; 3]);
        let mut take = |slot, (count, sums): Sums| {
            assert_eq!(slot, 1);
            sum.0 += count;
            sum.1
                .iter_mut()
                .zip(sums)
                .for_each(|(sum, more)| *sum += more);
            Ok(())
        };
        for _ in 0..row_count / 1000 {
            if !sums.has_room(1000) {
                sums.empty(&mut take).unwrap();
            }
            sums.add(&[1_u16; 1000], [&columns[0], &columns[1], &columns[2]]);
        }
        sums.empty(&mut take).unwrap();
        sum
    }

    #[test]
    fn no_sum_grows_into_its_neighbour() {
        let most = u64::from(u32::MAX);
        let examples: [&[u64]; 9] = [
            &[],
            &[0],
            &[most],
            &[7, most],
            &[most, most],
            &[200, 1 << 22, 1 << 29],
            &[most; 3],
            &[0; 3],
            &[most, 1, 255],
        ];
        for largest in examples {
            for slot_count in [2, 40_000] {
                let rows = 3_000_000;
                let mut expected = [0; 3];
                expected
                    .iter_mut()
                    .zip(largest)
                    .for_each(|(sum, largest)| *sum = rows * largest);
                assert_eq!(summed(largest, rows, slot_count), (rows, expected));
            }
        }
    }

    #[test]
    fn three_sums_of_a_few_bytes_share_two_words() {
        let sums = WordSums::try_new(&[126, 1 << 21, 1 << 28], 200).unwrap();
        assert!(matches!(sums.words, Words::Two(_)) && sums.layout.rows >= 1 << 16);
        let sums = WordSums::try_new(&[126, u64::from(u32::MAX), 1 << 28], 200).unwrap();
        assert!(matches!(sums.words, Words::Three(_)));
    }
}
