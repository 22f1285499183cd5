//! Linked histograms: each dimension under every selection but those on its own column, in one pass, which leaves behind what answers
//! the next move of the active selection (Falcon, CHI 2019; imMens, EuroVis 2013).
//!
//! Histograms of columns that are selected by come out of one tally of all rows by all those columns, to which no selection need be
//! applied: one addition a row, and none for the rows of a further histogram. The others take the rows that pass every selection.

use std::ops::{ControlFlow, Range};

use table::{Part, Table};

use crate::aggregate::Proceed;
use crate::block::{Rows, blocks, chunks, listed, room, try_listed};
use crate::cube::{Cube, Face};
use crate::failures::Failures;
use crate::joint::Joint;
use crate::kept::Kept;
use crate::key_space::{self, Without};
use crate::query::Asked;
use crate::select::{PartSieve, Sieve, Verdict};
use crate::tally::{PartTally, Tally};
use crate::{Cells, EngineError, Groups, Key, Linked, Selection};

/// The cells of each key alone, in the order of the keys; a measure is aggregated where one is given.
///
/// # Errors
/// When the keys and selections do not fit the table, or the groups do not fit in memory.
pub fn histograms(
    table: &Table,
    keys: Vec<Key>,
    select: Vec<Selection>,
    measure: Option<usize>,
) -> Result<Vec<Cells>, EngineError> {
    let linked = Linked {
        keys,
        select,
        measure,
        active: None,
    };
    let mut cube = share(table, &linked, &mut |_| ControlFlow::Continue(()))?;
    cube.seal()?;
    cube.histograms(&[])
}

/// The pass over a share of the rows.
pub(crate) fn share(
    table: &Table,
    linked: &Linked,
    proceed: &mut Proceed<'_>,
) -> Result<Cube, EngineError> {
    // As in a query, before memory may run out.
    let parts = table.parts();
    let is_asked = |selection: &&Selection| Some(selection.column) != linked.active;
    let sieve = Sieve::try_new(table, linked.select.iter().filter(is_asked))?;
    let mut histograms = Histograms::try_new(table, linked, &sieve)?;
    for part in parts {
        let mut pass = Pass::new(part, &sieve, &mut histograms)?;
        for block in blocks(part.row_count()) {
            let row_count = part.row_start() + block.end;
            pass.block(block, &mut histograms)?;
            if proceed(row_count).is_break() {
                return Err(EngineError::Interrupted);
            }
        }
        pass.end(&mut histograms)?;
    }
    histograms.finish(linked, &sieve)
}

/// The key whose groups are the members of a column.
pub(crate) fn members_of(column: usize) -> Key {
    Key {
        column,
        groups: Groups::Members,
    }
}

/// Groups of a key; the number after the last stands for rows without one.
pub(crate) fn group_count(table: &Table, key: &Key) -> Result<u32, EngineError> {
    Ok(u32::try_from(key_space::group_count(table, key)?).unwrap_or(u32::MAX))
}

/// The histograms while rows are added.
struct Histograms {
    joint: Option<Joint>,
    /// One for each key; none where it comes out of the joint tally.
    tallies: Vec<Option<Histogram>>,
    group_counts: Vec<u32>,
}

/// One histogram while rows are added.
struct Histogram {
    tally: Tally,
    /// The selection on its own column, which it is not under.
    own: Option<usize>,
}

impl Histogram {
    /// By a key and, behind it, the active column, unless they are the same.
    fn try_new(
        table: &Table,
        key: &Key,
        linked: &Linked,
        sieve: &Sieve,
    ) -> Result<Self, EngineError> {
        let active = linked.active.filter(|active| *active != key.column);
        let active = active.map(members_of);
        let asked = Asked {
            by: &listed(2, std::iter::once(key).chain(&active))?,
            measures: linked.measure.as_slice(),
            extremes: &[],
        };
        Ok(Self {
            tally: Tally::try_new(table, asked, Without::Grouped)?,
            own: sieve.columns().position(|column| column == key.column),
        })
    }
}

impl Histograms {
    fn try_new(table: &Table, linked: &Linked, sieve: &Sieve) -> Result<Self, EngineError> {
        let joint = Joint::try_new(table, linked, sieve)?;
        let histogram = |key: &Key| match &joint {
            Some(joint) if joint.has(key.column) => Ok(None),
            _ => Histogram::try_new(table, key, linked, sieve).map(Some),
        };
        let keys = linked.keys.iter();
        let group_counts = keys.clone().map(|key| group_count(table, key));
        Ok(Self {
            tallies: try_listed(keys.len(), keys.clone().map(histogram))?,
            group_counts: try_listed(keys.len(), group_counts)?,
            joint,
        })
    }

    fn finish(self, linked: &Linked, sieve: &Sieve) -> Result<Cube, EngineError> {
        let cells = self.joint.map(Joint::finish).transpose()?;
        let histograms = linked.keys.iter().zip(self.tallies).zip(self.group_counts);
        let faces = histograms.map(
            |((key, histogram), group_count)| match (histogram, &cells) {
                (Some(histogram), _) => Ok(Face {
                    cells: histogram.tally.finish()?,
                    group_count,
                }),
                (None, Some(cells)) => cells.face((key, group_count), linked.active, sieve),
                (None, None) => Ok(Face::default()),
            },
        );
        Ok(Cube {
            faces: try_listed(linked.keys.len(), faces)?,
        })
    }
}

/// The pass over one part.
struct Pass<'a> {
    sieve: PartSieve<'a>,
    joint: Option<PartTally<'a>>,
    tallies: Vec<Option<PartTally<'a>>>,
    failures: Failures,
    kept: Kept,
}

impl<'a> Pass<'a> {
    fn new(
        part: Part<'a>,
        sieve: &Sieve,
        histograms: &mut Histograms,
    ) -> Result<Self, EngineError> {
        let mut tallies = room(histograms.tallies.len())?;
        for histogram in &mut histograms.tallies {
            let begun = histogram.as_mut().map(|own| own.tally.begin(part));
            tallies.push(begun.transpose()?);
        }
        Ok(Self {
            sieve: sieve.on(part)?,
            tallies,
            joint: histograms
                .joint
                .as_mut()
                .map(|joint| joint.tally.begin(part))
                .transpose()?,
            failures: Failures::default(),
            kept: Kept::try_new()?,
        })
    }

    fn block(
        &mut self,
        block: Range<usize>,
        histograms: &mut Histograms,
    ) -> Result<(), EngineError> {
        let verdict = self.sieve.verdict(&block);
        for range in chunks(block) {
            if let (Some(joint), Some(part)) = (&mut histograms.joint, &mut self.joint) {
                joint.tally.add(part, &Rows::all(range.clone()))?;
            }
            self.passing((&range, verdict), histograms)?;
            self.failing_own(&range, histograms)?;
        }
        Ok(())
    }

    /// Adds the rows that pass every selection to the histograms that have none of their own.
    fn passing(
        &mut self,
        (range, verdict): (&Range<usize>, Verdict),
        histograms: &mut Histograms,
    ) -> Result<(), EngineError> {
        let mut tallies = open(histograms, &mut self.tallies, |own| own.is_none()).peekable();
        if verdict == Verdict::None || tallies.peek().is_none() {
            return Ok(());
        }
        let rows = self.sieve.keep(range.clone(), verdict)?;
        tallies.try_for_each(|(histogram, part)| histogram.tally.add(part, &rows))
    }

    /// Adds the rows that pass every selection but their own to the others.
    fn failing_own(
        &mut self,
        range: &Range<usize>,
        histograms: &mut Histograms,
    ) -> Result<(), EngineError> {
        let mut tallies = open(histograms, &mut self.tallies, |own| own.is_some()).peekable();
        if tallies.peek().is_none() {
            return Ok(());
        }
        self.failures.find(range, &self.sieve)?;
        for (histogram, part) in tallies {
            self.failures
                .pass(histogram.own, self.kept.marks(range.len()));
            self.kept.list();
            histogram
                .tally
                .add(part, &Rows::new(range.clone(), &self.kept))?;
        }
        Ok(())
    }

    fn end(self, histograms: &mut Histograms) -> Result<(), EngineError> {
        if let Some((joint, part)) = histograms.joint.as_mut().zip(self.joint) {
            joint.tally.end(part)?;
        }
        for (histogram, part) in histograms.tallies.iter_mut().zip(self.tallies) {
            if let Some((histogram, part)) = histogram.as_mut().zip(part) {
                histogram.tally.end(part)?;
            }
        }
        Ok(())
    }
}

/// The histograms whose own selection is such.
fn open<'h, 'a>(
    histograms: &'h mut Histograms,
    parts: &'h mut [Option<PartTally<'a>>],
    is_such: impl Fn(Option<usize>) -> bool,
) -> impl Iterator<Item = (&'h mut Histogram, &'h mut PartTally<'a>)> {
    let both = histograms.tallies.iter_mut().zip(parts);
    let both = both.filter_map(|(histogram, part)| histogram.as_mut().zip(part.as_mut()));
    both.filter(move |(histogram, _)| is_such(histogram.own))
}
