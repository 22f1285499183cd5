//! How the count and up to three sums share words of 64 bits.

use crate::word_sums::{MOST_SUMS, Sums};

/// Words are laid out so that they are emptied after this many rows at the soonest.
const FEWEST_ROWS: u64 = 1 << 16;
/// And after this many times as many rows as there are slots to be emptied.
const ROWS_A_SLOT: u64 = 4;

/// Where the count and the sums are. The count is above the first sum; the third may be above the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    /// Which of the columns is first, second and third.
    order: [usize; MOST_SUMS],
    pub(crate) sums: usize,
    pub(crate) count_shift: u32,
    /// None where the third has a word of its own.
    pub(crate) third_shift: Option<u32>,
    /// Rows until a sum could grow into its neighbour.
    pub(crate) rows: u64,
}

/// Bits that hold a number.
fn bits(largest: u64) -> u32 {
    u64::BITS - largest.leading_zeros()
}

impl Layout {
    /// Of the layouts in two words the one that lasts longest; in three if that is not long.
    pub(crate) fn of(largest: &[u64], slot_count: u64) -> Self {
        let mut order = [0, 1, 2];
        if let Some(given) = order.get_mut(..largest.len()) {
            given.sort_by_key(|at| largest.get(*at));
        }
        let [first, second, third] = order.map(|at| bits(largest.get(at).copied().unwrap_or(0)));
        let wide = Self::new(order, largest.len(), first, None);
        if largest.len() < MOST_SUMS {
            return wide;
        }
        let beside_count = [
            (order, [first, second, third]),
            ([order[1], order[0], order[2]], [second, first, third]),
            ([order[2], order[0], order[1]], [third, first, second]),
        ];
        let pairs = beside_count.map(|(order, [alone, lower, upper])| {
            Self::new(order, MOST_SUMS, alone, Some((lower, upper)))
        });
        let longest = pairs.into_iter().max_by_key(|layout| layout.rows);
        let lasts = |layout: &Self| layout.rows >= FEWEST_ROWS.max(ROWS_A_SLOT * slot_count);
        longest.filter(lasts).unwrap_or(wide)
    }

    /// Beside the count a sum of numbers of so many bits; the two others of so many bits in one word, if they are to share one.
    fn new(order: [usize; MOST_SUMS], sums: usize, first: u32, pair: Option<(u32, u32)>) -> Self {
        // As many rows as the count can hold must not overflow the sum below it.
        let count_shift = if sums == 0 {
            0
        } else {
            (u64::BITS + first).div_ceil(2)
        };
        let count_bits = u64::BITS - count_shift;
        let third_shift = pair.map(|(lower, upper)| (u64::BITS + lower - upper) / 2);
        let pair_bits = pair.zip(third_shift).map(|((lower, upper), shift)| {
            (shift - lower).min((u64::BITS - shift).saturating_sub(upper))
        });
        // Words of their own hold the sums of as many rows as can be counted in 32 bits.
        let row_bits = count_bits.min(pair_bits.unwrap_or(32)).min(32);
        Self {
            order,
            sums,
            count_shift,
            third_shift,
            rows: (1 << row_bits) - 1,
        }
    }

    /// The columns as first, second and third.
    pub(crate) fn in_order<'c>(&self, columns: [&'c [u32]; MOST_SUMS]) -> [&'c [u32]; MOST_SUMS] {
        self.order
            .map(|at| columns.get(at).copied().unwrap_or_default())
    }

    /// The count and the sums that a slot's words hold.
    pub(crate) fn unpacked(&self, [first, second, third]: [u64; 3]) -> Sums {
        let below = |word: u64, shift: u32| word & ((1 << shift) - 1);
        let mut sums = [0; MOST_SUMS];
        let (second, third) = match self.third_shift {
            Some(shift) => (below(second, shift), second >> shift),
            None => (second, third),
        };
        for (at, sum) in self
            .order
            .iter()
            .zip([below(first, self.count_shift), second, third])
        {
            if let Some(place) = sums.get_mut(*at) {
                *place = sum;
            }
        }
        (first >> self.count_shift, sums)
    }
}
