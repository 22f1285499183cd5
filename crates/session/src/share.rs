//! The rows of large tables that one worker holds, and work done on them.
//!
//! Rows lie in segments: a pass can pause between two of them, and what comes of them is merged in the order of the rows,
//! whoever holds them, so that an answer does not depend on how many workers there are.

use std::collections::BTreeMap;

use health::{Partial, Refusal, Table, Work};
use table::TableError;
use table::wire::{self, Header};

/// Some rows of a table that follow each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segment {
    /// Its place among all segments of the table.
    pub number: usize,
    /// The rows, run by run, as `table::wire` packs them.
    pub parts: Vec<Vec<u8>>,
}

/// The rows that one worker holds.
#[derive(Debug, Default)]
pub struct Share {
    tables: BTreeMap<usize, Rows>,
}

#[derive(Debug)]
struct Rows {
    /// The table without rows, which new segments begin with so that all have the same members.
    empty: Table,
    segments: BTreeMap<usize, Table>,
}

impl Share {
    /// Takes rows over. Every share is told of every header, since a file may bring members that others' rows do not have.
    ///
    /// # Errors
    /// When buffers are damaged, or the rows have other columns than those that are here.
    pub fn add(
        &mut self,
        table: usize,
        header: &[u8],
        segments: Vec<Segment>,
    ) -> Result<(), TableError> {
        let header = Header::from_bytes(header)?;
        let nothing = wire::unpack(header.clone(), Vec::new())?;
        let rows = self.tables.entry(table).or_insert_with(|| Rows {
            empty: nothing.clone(),
            segments: BTreeMap::new(),
        });
        rows.empty.append(nothing.clone())?;
        for segment in rows.segments.values_mut() {
            segment.append(nothing.clone())?;
        }
        for Segment { number, parts } in segments {
            let more = wire::unpack(header.clone(), parts)?;
            let segment = rows.segments.entry(number);
            segment.or_insert_with(|| rows.empty.clone()).append(more)?;
        }
        Ok(())
    }

    /// Lets all rows go.
    pub fn clear(&mut self) {
        self.tables.clear();
    }

    fn segment(&self, table: usize, position: usize) -> Option<(usize, &Table)> {
        let rows = self.tables.get(&table)?;
        let (number, segment) = rows.segments.iter().nth(position)?;
        Some((*number, segment))
    }
}

/// Work needed on all rows of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Need {
    /// The table's place in the package.
    pub table: usize,
    /// What is to be done.
    pub work: Work,
}

/// What came of a piece of work on segments that follow each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The first segment's number.
    pub first: usize,
    /// The last one's.
    pub last: usize,
    /// What came of it.
    pub partial: Result<Partial, Refusal>,
}

/// Work being done on a share, a step at a time.
#[derive(Debug)]
pub struct Job {
    needs: Vec<Need>,
    runs: Vec<Vec<Run>>,
    /// The piece of work and the segment that come next.
    next: (usize, usize),
}

packed::records! {
    Need { table, work }
}

/// Work as bytes, for other workers of the same build.
#[must_use]
pub fn write_needs(needs: &Vec<Need>) -> Vec<u8> {
    packed::write(needs)
}

impl Run {
    /// What another worker did, from the bytes it wrote; none where it was refused.
    #[must_use]
    pub fn of_bytes(first: usize, last: usize, bytes: Option<&[u8]>) -> Self {
        Self {
            first,
            last,
            partial: bytes.map_or(Err(Refusal::TooLarge), Partial::from_bytes),
        }
    }
}

impl Job {
    /// Work that another worker wrote; none where it did not.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        packed::read(bytes).map(Self::new)
    }

    /// Work that is not begun.
    #[must_use]
    pub fn new(needs: Vec<Need>) -> Self {
        Self {
            runs: needs.iter().map(|_| Vec::new()).collect(),
            needs,
            next: (0, 0),
        }
    }

    /// Does one piece of work on one segment; tells whether there is more to do.
    pub fn step(&mut self, share: &Share) -> bool {
        let (index, position) = self.next;
        let (Some(need), Some(runs)) = (self.needs.get(index), self.runs.get_mut(index)) else {
            return false;
        };
        match share.segment(need.table, position) {
            Some((number, rows)) => {
                follow(runs, number, need.work.perform(rows));
                self.next = (index, position + 1);
            }
            None => self.next = (index + 1, 0),
        }
        self.next.0 < self.needs.len()
    }

    /// What came of each piece of work.
    #[must_use]
    pub fn into_runs(self) -> Vec<Vec<Run>> {
        self.runs
    }
}

/// Adds what came of a segment, to the run before it where it follows that.
fn follow(runs: &mut Vec<Run>, number: usize, partial: Result<Partial, Refusal>) {
    match runs.last_mut() {
        Some(run) if run.last + 1 == number => {
            run.last = number;
            let before = std::mem::replace(&mut run.partial, Err(Refusal::TooLarge));
            run.partial = joined(before, partial);
        }
        _ => runs.push(Run {
            first: number,
            last: number,
            partial,
        }),
    }
}

/// What came of a piece of work on all rows, from what came of it on each share.
///
/// # Errors
/// When one of them was refused.
pub fn merged(mut runs: Vec<Run>) -> Result<Partial, Refusal> {
    runs.sort_by_key(|run| run.first);
    let partials = runs.into_iter().map(|run| run.partial);
    partials
        .reduce(joined)
        .unwrap_or_else(|| Ok(Partial::default()))
}

fn joined(
    before: Result<Partial, Refusal>,
    next: Result<Partial, Refusal>,
) -> Result<Partial, Refusal> {
    before?.merge(next?)
}
