//! Numbers rows by the codes that are stored, not by the groups that are asked for: all it takes is a product and a sum of
//! narrow integers, many rows at once. Which group a number belongs to is settled once for each number.

use std::ops::Range;

use table::Part;
use table::statistics::BLOCK_ROWS;

use crate::EngineError;
use crate::block::{listed, push, reserve, room};
use crate::key_space::Shares;
use crate::stored::{Lookup, Stored};

/// The stored columns of a part that decide on a row's group.
#[derive(Debug)]
pub(crate) struct Digits<'a> {
    digits: Vec<Digit<'a>>,
    /// Numbers there are.
    pub(crate) size: usize,
}

/// One stored column; keys that follow from the same are one digit.
#[derive(Debug)]
struct Digit<'a> {
    part: Part<'a>,
    column: usize,
    /// What each code adds to the number of a combination of groups, key by key.
    shares: Vec<Lookup<'a, u64>>,
    stored: Stored<'a>,
    /// The smallest code of the part.
    smallest: u32,
    /// Codes above this count as this: they stand for no member.
    largest: u32,
    /// What a code weighs in the number.
    weight: u32,
}

/// A row's number.
pub(crate) trait Slot: Copy + Default + From<u8> + From<u16> + std::fmt::Debug {
    fn wrapped(number: u32) -> Self;
    fn plus(self, other: Self) -> Self;
    fn times(self, other: Self) -> Self;
    fn index(self) -> usize;
}

impl<'a> Digits<'a> {
    /// None where a column is not numbered by, or the numbers would be more than `most`.
    pub(crate) fn try_new(
        part: Part<'a>,
        (columns, shares): (&[usize], &[Shares]),
        most: usize,
    ) -> Result<Option<Self>, EngineError> {
        let mut digits = room(columns.len())?;
        for (&column, shares) in columns.iter().zip(shares) {
            if !join(&mut digits, (part, column), shares)? {
                return Ok(None);
            }
        }
        let size = weigh(&mut digits, most);
        Ok(size.map(|size| Self { digits, size }))
    }

    /// The combination of groups that each number stands for.
    pub(crate) fn combinations(&self) -> Result<Vec<u64>, EngineError> {
        let mut combinations = listed(1, std::iter::once(0))?;
        for digit in &self.digits {
            let shares = (digit.smallest..=digit.largest).map(|code| digit.share(code));
            let shares = listed(digit.size(), shares)?;
            let extended = combinations.iter().flat_map(|combination: &u64| {
                shares
                    .iter()
                    .map(|share| combination.saturating_add(*share))
            });
            combinations = listed(combinations.len() * shares.len(), extended)?;
        }
        Ok(combinations)
    }

    /// The combination of groups of all rows of a block, where its statistics say that there is but one.
    pub(crate) fn constant(&self, block: &Range<usize>) -> Option<u64> {
        self.digits.iter().try_fold(0, |number: u64, digit| {
            Some(number.saturating_add(digit.share(digit.constant(block)?)))
        })
    }

    /// Writes the number of each row of a chunk.
    pub(crate) fn number<S: Slot>(
        &self,
        range: &Range<usize>,
        slots: &mut Vec<S>,
    ) -> Result<(), EngineError> {
        let constants = self.digits.iter().map(|digit| match digit.constant(range) {
            Some(code) => digit
                .weight
                .wrapping_mul(code.min(digit.largest) - digit.smallest),
            None => 0_u32.wrapping_sub(digit.weight.wrapping_mul(digit.smallest)),
        });
        let start = S::wrapped(constants.fold(0, u32::wrapping_add));
        slots.clear();
        reserve(slots, range.len())?;
        let varied = self.digits.iter();
        for digit in varied.filter(|digit| digit.constant(range).is_none()) {
            digit.add(range, start, slots);
        }
        slots.resize(range.len(), start);
        Ok(())
    }
}

/// Adds what a column's codes add to the digit that it is stored as, or as one more digit; whether rows are numbered by it.
fn join<'a>(
    digits: &mut Vec<Digit<'a>>,
    (part, column): (Part<'a>, usize),
    shares: &Shares,
) -> Result<bool, EngineError> {
    let Some(codes) = part.codes(column) else {
        return Ok(false);
    };
    let shares = Lookup::try_new(codes, &shares.by_member, shares.none)?;
    let is_same = |digit: &&mut Digit<'a>| digit.stored.is(&shares.stored);
    if let Some(digit) = digits.iter_mut().find(is_same) {
        push(&mut digit.shares, shares)?;
        return Ok(true);
    }
    let Some(mut digit) = Digit::of(part, column, &shares) else {
        return Ok(false);
    };
    push(&mut digit.shares, shares)?;
    push(digits, digit)?;
    Ok(true)
}

/// Gives each digit its weight; the numbers there are, unless they are more than `most`.
fn weigh(digits: &mut [Digit<'_>], most: usize) -> Option<usize> {
    let mut size = 1_usize;
    for digit in digits.iter_mut().rev() {
        digit.draw_in();
        digit.weight = u32::try_from(size).ok()?;
        size = size
            .checked_mul(digit.size())
            .filter(|size| *size <= most)?;
    }
    Some(size)
}

impl<'a> Digit<'a> {
    /// The digit of a stored column, without shares; none where its codes are too many.
    fn of(part: Part<'a>, column: usize, shares: &Lookup<'a, u64>) -> Option<Self> {
        let blocks = part.code_blocks(column);
        let smallest = blocks.iter().map(|block| block.smallest).min()?;
        let largest = blocks.iter().map(|block| block.largest).max()?;
        if matches!(shares.stored, Stored::U32(_)) {
            return None;
        }
        Some(Self {
            part,
            column,
            stored: shares.stored,
            smallest,
            largest,
            shares: Vec::new(),
            weight: 0,
        })
    }

    /// The code of a row without a member is the largest there is; it is drawn in to follow those that have a share.
    fn draw_in(&mut self) {
        let known = self
            .shares
            .iter()
            .map(|shares| shares.known)
            .max()
            .unwrap_or(0);
        self.smallest = self.smallest.min(known);
        self.largest = self.largest.min(known);
    }

    fn size(&self) -> usize {
        (self.largest - self.smallest) as usize + 1
    }

    fn share(&self, code: u32) -> u64 {
        let shares = self.shares.iter().map(|shares| shares.entry(code));
        shares.fold(0, u64::saturating_add)
    }

    /// The code of all rows of the block that holds these.
    fn constant(&self, range: &Range<usize>) -> Option<u32> {
        let block = self
            .part
            .code_blocks(self.column)
            .get(range.start / BLOCK_ROWS)?;
        (block.smallest == block.largest).then_some(block.smallest)
    }

    /// The first that varies in the chunk writes the numbers, the others add to them.
    fn add<S: Slot>(&self, range: &Range<usize>, start: S, slots: &mut Vec<S>) {
        let weight = S::wrapped(self.weight);
        match self.stored {
            Stored::U8(codes) => {
                let largest = u8::try_from(self.largest).unwrap_or(u8::MAX);
                add(codes.get(range.clone()), (largest, weight), start, slots);
            }
            Stored::U16(codes) => {
                let largest = u16::try_from(self.largest).unwrap_or(u16::MAX);
                add(codes.get(range.clone()), (largest, weight), start, slots);
            }
            Stored::U32(_) => {}
        }
    }
}

fn add<C: Copy + Ord, S: Slot + From<C>>(
    codes: Option<&[C]>,
    (largest, weight): (C, S),
    start: S,
    slots: &mut Vec<S>,
) {
    let codes = codes.unwrap_or_default().iter();
    let shares = codes.map(|code| S::from((*code).min(largest)).times(weight));
    if slots.is_empty() {
        slots.extend(shares.map(|share| start.plus(share)));
    } else {
        let both = slots.iter_mut().zip(shares);
        both.for_each(|(slot, share)| *slot = slot.plus(share));
    }
}

/// Numbers are counted round, and end up where they fit.
fn lower_half(number: u32) -> u16 {
    let [lowest, low, ..] = number.to_le_bytes();
    u16::from_le_bytes([lowest, low])
}

macro_rules! slot {
    ($width:ty, $wrapped:path) => {
        impl Slot for $width {
            #[inline(always)]
            fn wrapped(number: u32) -> Self {
                $wrapped(number)
            }
            #[inline(always)]
            fn plus(self, other: Self) -> Self {
                self.wrapping_add(other)
            }
            #[inline(always)]
            fn times(self, other: Self) -> Self {
                self.wrapping_mul(other)
            }
            #[inline(always)]
            fn index(self) -> usize {
                self as usize
            }
        }
    };
}
slot!(u16, lower_half);
slot!(u32, std::convert::identity);
