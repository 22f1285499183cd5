//! Counts and integer sums, side by side for each slot, so that a row touches one or two cache lines.

use table::Offsets;

use crate::EngineError;
use crate::block::{CHUNK, Rows, grow};
use crate::stored::Spare;

/// Rows counted, and sums of up to three columns.
#[derive(Debug)]
pub(crate) enum Lanes {
    /// The count and one sum.
    Two(Vec<[u64; 2]>),
    /// The count and three sums.
    Four(Vec<[u64; 4]>),
}

/// Sums of a column that has none of these rows.
const NOTHING: [u32; CHUNK] = [0; CHUNK];
/// Sums beside the count.
pub(crate) const MOST_SUMS: usize = 3;
/// The widened offsets of up to three columns.
#[derive(Debug, Default)]
pub(crate) struct Widened {
    values: [Vec<u32>; MOST_SUMS],
    is_given: [bool; MOST_SUMS],
}

impl Widened {
    /// Widens the offsets of each column; one that is not given, or whose values are no offsets, counts as nothing.
    pub(crate) fn fill(
        &mut self,
        columns: [Option<&Offsets>; MOST_SUMS],
        rows: &Rows<'_>,
        spare: &mut Spare,
    ) {
        let places = self.values.iter_mut().zip(&mut self.is_given);
        for ((values, is_given), offsets) in places.zip(columns) {
            *is_given = offsets.is_some_and(|offsets| widen(offsets, rows, (values, spare)));
        }
    }

    fn get(&self, at: usize) -> &[u32] {
        match (self.values.get(at), self.is_given.get(at)) {
            (Some(values), Some(true)) => values,
            _ => &NOTHING,
        }
    }
}

/// Whether the column has offsets of 32 bits or less.
fn widen(offsets: &Offsets, rows: &Rows<'_>, (values, spare): (&mut Vec<u32>, &mut Spare)) -> bool {
    values.clear();
    match offsets {
        Offsets::U8(offsets) => values.extend(
            rows.of(offsets, &mut spare.bytes)
                .iter()
                .map(|&it| u32::from(it)),
        ),
        Offsets::U16(offsets) => values.extend(
            rows.of(offsets, &mut spare.shorts)
                .iter()
                .map(|&it| u32::from(it)),
        ),
        Offsets::U24 { low, high } => {
            let low = rows.of(low, &mut spare.shorts);
            let high = rows.of(high, &mut spare.bytes);
            values.extend(
                low.iter()
                    .zip(high)
                    .map(|(&low, &high)| u32::from(low) | (u32::from(high) << 16)),
            );
        }
        Offsets::U32(offsets) => values.extend_from_slice(rows.of(offsets, &mut spare.words)),
        Offsets::I64(_) => return false,
    }
    true
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

    /// Makes room for so many slots.
    pub(crate) fn grow(&mut self, slot_count: usize) -> Result<(), EngineError> {
        match self {
            Self::Two(lanes) => grow(lanes, slot_count, [0; 2]),
            Self::Four(lanes) => grow(lanes, slot_count, [0; 4]),
        }
    }

    /// Adds rows to their slots.
    pub(crate) fn add(&mut self, slots: &[u32], widened: &Widened) {
        let (first, second, third) = (widened.get(0), widened.get(1), widened.get(2));
        match self {
            Self::Two(lanes) => {
                let rows = slots
                    .iter()
                    .zip(first)
                    .map(|(slot, value)| (*slot, [1, u64::from(*value)]));
                add(lanes, rows);
            }
            Self::Four(lanes) => {
                let values = first.iter().zip(second).zip(third);
                let row = |((first, second), third): ((&u32, &u32), &u32)| {
                    [1, u64::from(*first), u64::from(*second), u64::from(*third)]
                };
                add(lanes, slots.iter().copied().zip(values.map(row)));
            }
        }
    }

    /// Adds all rows to one slot.
    pub(crate) fn add_all(&mut self, slot: usize, row_count: usize, widened: &Widened) {
        let sum = |at| {
            widened
                .get(at)
                .iter()
                .take(row_count)
                .map(|value| u64::from(*value))
                .sum()
        };
        self.add_sums(slot, [row_count as u64, sum(0), sum(1), sum(2)]);
    }

    /// Adds a count and sums to one slot.
    pub(crate) fn add_sums(&mut self, slot: usize, [count, first, second, third]: [u64; 4]) {
        match self {
            Self::Two(lanes) => add(lanes, std::iter::once((slot as u32, [count, first]))),
            Self::Four(lanes) => add(
                lanes,
                std::iter::once((slot as u32, [count, first, second, third])),
            ),
        }
    }

    /// Rows of a slot.
    pub(crate) fn count(&self, slot: usize) -> u64 {
        self.get(slot, 0)
    }

    /// The sum of a slot in the column at this position.
    pub(crate) fn sum(&self, slot: usize, position: usize) -> u64 {
        self.get(slot, position + 1)
    }

    fn get(&self, slot: usize, lane: usize) -> u64 {
        let found = match self {
            Self::Two(lanes) => lanes.get(slot).and_then(|lanes| lanes.get(lane)),
            Self::Four(lanes) => lanes.get(slot).and_then(|lanes| lanes.get(lane)),
        };
        found.copied().unwrap_or(0)
    }

    /// Rows of each slot.
    pub(crate) fn counts(&self) -> Vec<u64> {
        match self {
            Self::Two(lanes) => lanes.iter().map(|lanes| lanes[0]).collect(),
            Self::Four(lanes) => lanes.iter().map(|lanes| lanes[0]).collect(),
        }
    }
}

#[inline(always)]
fn add<const N: usize>(lanes: &mut [[u64; N]], rows: impl Iterator<Item = (u32, [u64; N])>) {
    for (slot, row) in rows {
        if let Some(lanes) = lanes.get_mut(slot as usize) {
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
        let columns = [
            Offsets::U8(vec![1, 2, 255].into()),
            Offsets::U24 {
                low: vec![0, 1, 2].into(),
                high: vec![1, 0, 0].into(),
            },
        ];
        let mut widened = Widened::default();
        let rows = Rows::all(0..3);
        widened.fill(
            [Some(&columns[0]), None, Some(&columns[1])],
            &rows,
            &mut Spare::default(),
        );
        let mut lanes = Lanes::new(3);
        lanes.grow(3).unwrap();
        lanes.add(&[2, 0, 2], &widened);
        lanes.add_all(1, 3, &widened);
        assert_eq!(lanes.counts(), [1, 3, 2]);
        assert_eq!(
            [lanes.sum(2, 0), lanes.sum(2, 1), lanes.sum(2, 2)],
            [256, 0, 65_538]
        );
        assert_eq!([lanes.sum(1, 0), lanes.sum(1, 2)], [258, 65_539]);
    }
}
