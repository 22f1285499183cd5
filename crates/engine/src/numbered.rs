//! Groups and accumulates the rows of one part by the number of each row's combination of groups: for more combinations than
//! there is room for beside the rows.

use table::Part;

use crate::EngineError;
use crate::accumulate::Accumulator;
use crate::block::{Rows, grow, push, room};
use crate::key_space::Shares;
use crate::stored::{Lookup, Spare};
use crate::way::Way;
use crate::widen::widened;
use crate::word_sums::MOST_SUMS;

/// The rows of one part while they are added.
#[derive(Debug)]
pub(crate) struct Numbered<'a> {
    part: Part<'a>,
    /// What each stored code adds to the number of a combination, by key.
    shares: Vec<Lookup<'a, u64>>,
    /// Rows of each slot before the part, where bases will ask for them.
    before: Option<Vec<u64>>,
    numbers: Vec<u64>,
    slots: Vec<u32>,
    values: [Vec<u32>; MOST_SUMS],
    spare: Spare,
}

impl<'a> Numbered<'a> {
    pub(crate) fn try_new(
        part: Part<'a>,
        (columns, shares): (&[usize], &[Shares]),
        accumulator: &Accumulator,
    ) -> Result<Self, EngineError> {
        let mut lookups = room(columns.len())?;
        for (&column, shares) in columns.iter().zip(shares) {
            if let Some(codes) = part.codes(column) {
                let lookup = Lookup::try_new(codes, &shares.by_member, shares.none)?;
                push(&mut lookups, lookup)?;
            }
        }
        let has_bases = accumulator.has_bases(&part);
        Ok(Self {
            part,
            shares: lookups,
            before: has_bases.then(|| accumulator.counts()).transpose()?,
            numbers: Vec::new(),
            slots: Vec::new(),
            values: Default::default(),
            spare: Spare::default(),
        })
    }

    /// Adds rows of a chunk.
    pub(crate) fn add(
        &mut self,
        (way, accumulator): (&mut Way, &mut Accumulator),
        rows: &Rows<'_>,
    ) -> Result<(), EngineError> {
        self.numbers.clear();
        grow(&mut self.numbers, rows.len(), 0)?;
        for shares in &self.shares {
            // Nowhere is the largest number, so nothing that is added to it leads anywhere.
            shares.change(
                (rows, &mut self.spare),
                &mut self.numbers,
                u64::saturating_add,
            )?;
        }
        way.assign(&self.numbers, &mut self.slots)?;
        accumulator.grow(way.slot_count()?)?;
        for group in 0..accumulator.group_count() {
            let given = accumulator.offsets(self.part, group);
            let mut columns: [&[u32]; MOST_SUMS] = [&[]; MOST_SUMS];
            for ((integers, values), column) in given.iter().zip(&mut self.values).zip(&mut columns)
            {
                if let Some(integers) = integers {
                    *column = widened(integers.offsets(), rows, (values, &mut self.spare))?;
                }
            }
            accumulator.add(group, &self.slots, columns);
        }
        let slots = &self.slots;
        accumulator.count_absences(&self.part, rows, |at| {
            let position = rows.kept.map_or(at, |kept| kept.rank(at));
            Ok(slots.get(position).copied().unwrap_or_default())
        })?;
        accumulator.look(&self.part, (rows, slots), &mut self.spare)
    }

    /// Ends the part.
    pub(crate) fn finish(self, accumulator: &mut Accumulator) -> Result<(), EngineError> {
        match &self.before {
            Some(before) => accumulator.add_bases(&self.part, before),
            None => Ok(()),
        }
    }
}
