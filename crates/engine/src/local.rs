//! Groups and accumulates the rows of one part by the codes that are stored; what comes of it is put to the slots of the groups
//! when the part ends, or when a sum could overflow.

use table::{IntegerPart, Part};

use crate::EngineError;
use crate::accumulate::Accumulator;
use crate::block::{CHUNK, Rows, gather, grow, listed, room, try_listed};
use crate::digits::{Digits, Slot};
use crate::kept::Kept;
use crate::stored::Spare;
use crate::way::{UNGROUPED, Way};
use crate::widen::{largest, widened};
use crate::word_sums::{MOST_SUMS, REFUSE, WordSums};

/// The rows of one part while they are added.
#[derive(Debug)]
pub(crate) struct Local<'a, S> {
    pub(crate) part: Part<'a>,
    pub(crate) digits: Digits<'a>,
    groups: Vec<Group<'a>>,
    targets: Targets,
    /// Whether rows and slots are shown to a measure.
    is_shown: bool,
    slots: Vec<S>,
    picked: Vec<S>,
    shown: Vec<u32>,
    spare: Spare,
}

/// Up to three measures whose sums share words.
#[derive(Debug)]
struct Group<'a> {
    columns: [Option<&'a IntegerPart>; MOST_SUMS],
    words: WordSums,
    values: [Vec<u32>; MOST_SUMS],
}

/// The slot of the group that each number of a row stands for.
#[derive(Debug)]
struct Targets {
    combinations: Vec<u64>,
    slots: Vec<u32>,
}

/// No slot has been asked for.
const UNKNOWN: u32 = u32::MAX;
/// Where more rows in a hundred are kept, all are added, those that are not kept to slots that nobody reads: picking rows costs
/// more than adding them.
const ALL_FROM_PERCENT: usize = 45;

impl<'a, S: Slot> Local<'a, S> {
    pub(crate) fn try_new(
        part: Part<'a>,
        digits: Digits<'a>,
        accumulator: &Accumulator,
    ) -> Result<Self, EngineError> {
        let groups = 0..accumulator.group_count();
        let group = |group| Group::try_new(accumulator.offsets(part, group), digits.size);
        let is_shown = accumulator.looks_at_rows(&part);
        Ok(Self {
            part,
            groups: try_listed(groups.len(), groups.map(group))?,
            targets: Targets::try_new(&digits)?,
            is_shown,
            digits,
            slots: Vec::new(),
            picked: Vec::new(),
            shown: room(if is_shown { CHUNK } else { 0 })?,
            spare: Spare::default(),
        })
    }

    /// Adds rows of a chunk.
    pub(crate) fn add(
        &mut self,
        (way, accumulator): (&mut Way, &mut Accumulator),
        rows: &Rows<'_>,
    ) -> Result<(), EngineError> {
        self.digits.number(&rows.range, &mut self.slots)?;
        let added = match rows.kept {
            Some(kept) if self.adds_all(kept, rows) => {
                refuse(&mut self.slots, kept.marked(), self.digits.size);
                Rows::all(rows.range.clone())
            }
            Some(kept) => {
                gather(&self.slots, kept.positions(), &mut self.picked, |slot| slot)?;
                std::mem::swap(&mut self.slots, &mut self.picked);
                rows.clone()
            }
            None => rows.clone(),
        };
        for (group, columns) in busy(&mut self.groups) {
            if !columns.words.has_room(CHUNK) {
                columns.empty((way, accumulator), &mut self.targets, (&self.part, group))?;
            }
            columns.add(&self.slots, &added, &mut self.spare)?;
        }
        let (slots, targets) = (&self.slots, &mut self.targets);
        accumulator.count_absences(&self.part, rows, |at| {
            let position = added.kept.map_or(at, |kept| kept.rank(at));
            targets.slot(
                way,
                slots.get(position).map_or(usize::MAX, |slot| slot.index()),
            )
        })?;
        if self.is_shown {
            self.shown.clear();
            for slot in &self.slots {
                self.shown.push(self.targets.slot(way, slot.index())?);
            }
            accumulator.look(&self.part, (&added, &self.shown), &mut self.spare)?;
        }
        Ok(())
    }

    fn adds_all(&self, kept: &Kept, rows: &Rows<'_>) -> bool {
        !self.is_shown && kept.count() * 100 >= rows.range.len() * ALL_FROM_PERCENT
    }

    /// Ends the part.
    pub(crate) fn finish(
        mut self,
        (way, accumulator): (&mut Way, &mut Accumulator),
    ) -> Result<(), EngineError> {
        for (group, columns) in busy(&mut self.groups) {
            columns.empty((way, accumulator), &mut self.targets, (&self.part, group))?;
        }
        Ok(())
    }
}

/// The groups that have something to add: the first counts rows at least.
fn busy<'g, 'a>(groups: &'g mut [Group<'a>]) -> impl Iterator<Item = (usize, &'g mut Group<'a>)> {
    let groups = groups.iter_mut().enumerate();
    groups.filter(|(group, columns)| *group == 0 || columns.columns.iter().any(Option::is_some))
}

impl<'a> Group<'a> {
    fn try_new(
        columns: [Option<&'a IntegerPart>; MOST_SUMS],
        slot_count: usize,
    ) -> Result<Self, EngineError> {
        let given = columns.into_iter().flatten();
        let largest = listed(MOST_SUMS, given.filter_map(largest))?;
        Ok(Self {
            columns,
            words: WordSums::try_new(&largest, slot_count)?,
            values: Default::default(),
        })
    }

    fn add<S: Slot>(
        &mut self,
        slots: &[S],
        rows: &Rows<'_>,
        spare: &mut Spare,
    ) -> Result<(), EngineError> {
        let mut columns: [&[u32]; MOST_SUMS] = [&[]; MOST_SUMS];
        let given = self.columns.iter().flatten();
        for ((integers, values), column) in given.zip(&mut self.values).zip(&mut columns) {
            *column = widened(integers.offsets(), rows, (values, spare))?;
        }
        self.words.add(slots, columns);
        Ok(())
    }

    /// Puts what there is to the slots of the groups.
    fn empty(
        &mut self,
        (way, accumulator): (&mut Way, &mut Accumulator),
        targets: &mut Targets,
        (part, group): (&Part<'_>, usize),
    ) -> Result<(), EngineError> {
        let columns = &self.columns;
        self.words.empty(|number, (count, sums)| {
            let slot = targets.slot(way, number)?;
            if slot as usize >= accumulator.slot_count() {
                accumulator.grow(way.slot_count()?)?;
            }
            let mut sums = sums.into_iter();
            let sums = columns.map(|column| column.and_then(|_| sums.next()).unwrap_or(0));
            accumulator.add_sums((part, group), slot, (count, sums))
        })
    }
}

impl Targets {
    fn try_new(digits: &Digits<'_>) -> Result<Self, EngineError> {
        let mut slots = Vec::new();
        grow(&mut slots, digits.size, UNKNOWN)?;
        Ok(Self {
            combinations: digits.combinations()?,
            slots,
        })
    }

    fn slot(&mut self, way: &mut Way, number: usize) -> Result<u32, EngineError> {
        let (Some(slot), Some(combination)) =
            (self.slots.get_mut(number), self.combinations.get(number))
        else {
            return Ok(UNGROUPED);
        };
        if *slot == UNKNOWN {
            *slot = way.slot(*combination)?;
        }
        Ok(*slot)
    }
}

/// Gives the rows that are not marked slots behind the last.
fn refuse<S: Slot>(slots: &mut [S], marks: &[u8], size: usize) {
    #[expect(clippy::cast_possible_truncation, reason = "few enough to be numbered")]
    let first = size as u32;
    for ((slot, mark), at) in slots.iter_mut().zip(marks).zip(0_u32..) {
        let refused = S::wrapped(first + at % REFUSE);
        *slot = if *mark == 0 { refused } else { *slot };
    }
}
