//! Counts and integer sums of all rows, side by side for each slot, so that a row touches one or two cache lines.

use crate::EngineError;
use crate::block::grow;
use crate::word_sums::{MOST_SUMS, Sums};

/// Rows counted, and sums of up to three columns.
#[derive(Debug)]
pub(crate) enum Lanes {
    /// The count and one sum.
    Two(Vec<[u64; 2]>),
    /// The count and three sums.
    Four(Vec<[u64; 4]>),
}

impl Lanes {
    /// Room for the count and so many sums.
    pub(crate) fn new(sums: usize) -> Self {
        if sums <= 1 {
            Self::Two(Vec::new())
        } else {
            Self::Four(Vec::new())
        }
    }

    /// Slots there is room for.
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Two(lanes) => lanes.len(),
            Self::Four(lanes) => lanes.len(),
        }
    }

    /// Makes room for so many slots.
    pub(crate) fn grow(&mut self, slot_count: usize) -> Result<(), EngineError> {
        match self {
            Self::Two(lanes) => grow(lanes, slot_count, [0; 2]),
            Self::Four(lanes) => grow(lanes, slot_count, [0; 4]),
        }
    }

    /// Adds rows to their slots; a column that is empty adds nothing.
    pub(crate) fn add(&mut self, slots: &[u32], [first, second, third]: [&[u32]; MOST_SUMS]) {
        let value = |values: &[u32], row: usize| u64::from(values.get(row).copied().unwrap_or(0));
        let rows = slots.iter().copied().enumerate();
        match self {
            Self::Two(lanes) => add(
                lanes,
                rows.map(|(row, slot)| (slot, [1, value(first, row)])),
            ),
            Self::Four(lanes) => {
                let row = |(row, slot)| {
                    (
                        slot,
                        [1, value(first, row), value(second, row), value(third, row)],
                    )
                };
                add(lanes, rows.map(row));
            }
        }
    }

    /// Adds what other rows of a slot have come to.
    pub(crate) fn add_sums(&mut self, slot: u32, (count, [first, second, third]): Sums) {
        match self {
            Self::Two(lanes) => add(lanes, std::iter::once((slot, [count, first]))),
            Self::Four(lanes) => add(
                lanes,
                std::iter::once((slot, [count, first, second, third])),
            ),
        }
    }

    /// Rows of a slot.
    pub(crate) fn count(&self, slot: u32) -> u64 {
        self.get(slot, 0)
    }

    /// The sum of a slot in the column at this position.
    pub(crate) fn sum(&self, slot: u32, position: usize) -> u64 {
        self.get(slot, position + 1)
    }

    fn get(&self, slot: u32, lane: usize) -> u64 {
        let found = match self {
            Self::Two(lanes) => lanes.get(slot as usize).and_then(|lanes| lanes.get(lane)),
            Self::Four(lanes) => lanes.get(slot as usize).and_then(|lanes| lanes.get(lane)),
        };
        found.copied().unwrap_or(0)
    }
}

#[inline(always)]
fn add<const N: usize>(lanes: &mut [[u64; N]], rows: impl Iterator<Item = (u32, [u64; N])>) {
    for (slot, row) in rows {
        if let Some(lanes) = lanes.get_mut(slot as usize) {
            // No sum of offsets overflows: that takes as many rows as there are numbers of 32 bits.
            for (lane, value) in lanes.iter_mut().zip(row) {
                *lane = lane.wrapping_add(value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_counted_and_summed_by_slot() {
        for sums in [1, 3] {
            let mut lanes = Lanes::new(sums);
            lanes.grow(3).unwrap();
            lanes.add(&[2, 0, 2], [&[1, 2, 255], &[], &[65_536, 1, 2]]);
            lanes.add_sums(1, (3, [258, 0, 65_539]));
            assert_eq!([0, 1, 2, 3].map(|slot| lanes.count(slot)), [1, 3, 2, 0]);
            assert_eq!([0, 1, 2].map(|slot| lanes.sum(slot, 0)), [2, 258, 256]);
            let third = [0, 1, 2].map(|slot| lanes.sum(slot, 2));
            assert_eq!(
                third,
                if sums == 1 {
                    [0; 3]
                } else {
                    [1, 65_539, 65_538]
                }
            );
        }
    }
}
