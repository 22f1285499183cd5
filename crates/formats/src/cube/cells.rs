//! The cells of a cube: all of them, or, where a file says nothing of nearly all, those it says something of.

use table::Status;

use crate::FormatError;

/// Up to so many cells are all kept, whatever the file says of them.
const FEW: usize = 1 << 18;
/// Above that a cell of which nothing is said is kept where there are at most so many for each that something is said of: what is
/// kept is bounded by what the file holds, and not by what it promises.
const TIMES: usize = 8;

/// What one cell holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Entry {
    /// A number; one that is not finite is missing.
    Number(f64),
    /// Why there is none.
    Absent(Status),
}

/// Cells in the order of the dimensions, the last one fastest.
#[derive(Debug)]
pub(crate) struct Cells {
    count: usize,
    /// Which cells are kept, in order; none where all are.
    places: Option<Vec<usize>>,
    numbers: Vec<f64>,
    statuses: Vec<u8>,
}

impl Cells {
    /// Room for so many cells, to be pushed one after the other.
    pub(crate) fn with_room(count: usize) -> Result<Self, FormatError> {
        let (mut numbers, mut statuses) = (Vec::new(), Vec::new());
        let reserved = (numbers.try_reserve_exact(count)).and(statuses.try_reserve_exact(count));
        let bytes = (count as u64).saturating_mul(9);
        reserved.map_err(|_| FormatError::OutOfMemory { bytes })?;
        Ok(Self {
            count: 0,
            places: None,
            numbers,
            statuses,
        })
    }

    /// So many cells with the same entry, to be overwritten, all of them kept.
    #[cfg(feature = "json_stat")]
    pub(crate) fn filled(count: usize, rest: Entry) -> Result<Self, FormatError> {
        Self::kept(None, (count, rest))
    }

    /// So many cells with the same entry, to be overwritten where something is said of them; those places are named here.
    pub(crate) fn said_of(
        places: impl Iterator<Item = usize>,
        (count, rest): (usize, Entry),
    ) -> Result<Self, FormatError> {
        let places = (count > FEW).then(|| sparse(places, count)).flatten();
        Self::kept(places, (count, rest))
    }

    fn kept(
        places: Option<Vec<usize>>,
        (count, rest): (usize, Entry),
    ) -> Result<Self, FormatError> {
        let kept = places.as_ref().map_or(count, Vec::len);
        let mut cells = Self::with_room(kept)?;
        let (number, status) = stored(rest);
        cells.numbers.resize(kept, number);
        cells.statuses.resize(kept, status);
        Ok(Self {
            count,
            places,
            ..cells
        })
    }

    /// The next cell.
    pub(crate) fn push(&mut self, entry: Entry) {
        let (number, status) = stored(entry);
        self.numbers.push(number);
        self.statuses.push(status);
        self.count += 1;
    }

    /// Overwrites a cell; whether there is such a cell.
    pub(crate) fn set(&mut self, index: usize, entry: Entry) -> bool {
        let (number, status) = stored(entry);
        let Some(at) = self.at(index) else {
            return false;
        };
        let slots = self.numbers.get_mut(at).zip(self.statuses.get_mut(at));
        slots
            .map(|slots| (*slots.0, *slots.1) = (number, status))
            .is_some()
    }

    /// The entry of a cell; missing outside.
    pub(crate) fn get(&self, index: usize) -> Entry {
        let (number, status) = self.stored(index);
        let status = Status::from_code(status).unwrap_or(Status::Missing);
        if status.is_number() {
            Entry::Number(number)
        } else {
            Entry::Absent(status)
        }
    }

    /// The number and the status of a cell as they are kept.
    pub(super) fn stored(&self, index: usize) -> (f64, u8) {
        let at = self.at(index);
        let slots = at.and_then(|at| self.numbers.get(at).zip(self.statuses.get(at)));
        slots.map_or((0.0, Status::Missing.code()), |slots| (*slots.0, *slots.1))
    }

    fn at(&self, index: usize) -> Option<usize> {
        match &self.places {
            Some(places) => places.binary_search(&index).ok(),
            None => (index < self.count).then_some(index),
        }
    }

    /// How many cells the cube has.
    pub(crate) fn len(&self) -> usize {
        self.count
    }

    /// The cells that are kept, where not all are.
    pub(crate) fn places(&self) -> Option<&[usize]> {
        self.places.as_deref()
    }

    /// The numbers that are kept; 0 where there is none.
    #[cfg(feature = "json_stat")]
    pub(crate) fn numbers(&self) -> &[f64] {
        &self.numbers
    }
}

/// The places in order and once, if so few are named that the others are left out.
fn sparse(places: impl Iterator<Item = usize>, count: usize) -> Option<Vec<usize>> {
    let mut places: Vec<usize> = places.filter(|place| *place < count).collect();
    places.sort_unstable();
    places.dedup();
    (places.len().saturating_mul(TIMES) < count).then_some(places)
}

fn stored(entry: Entry) -> (f64, u8) {
    match entry {
        Entry::Number(number) if number.is_finite() => (number, Status::Value.code()),
        Entry::Number(_) => (0.0, Status::Missing.code()),
        Entry::Absent(status) => (0.0, status.code()),
    }
}
