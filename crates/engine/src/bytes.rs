//! Outcomes as bytes, from one worker to another of the same build.

use crate::block::{listed, push, reserve};
use crate::cube::Face;
use crate::narrow::{first_of, folded, unfolded, wide_of, width};
use crate::sum::bytes::{FLOAT, sum_bytes, sum_of};
use crate::{Cells, Cube, EngineError, MeasureCells, Outcome, Sum};

impl Outcome {
    /// The outcome as bytes.
    ///
    /// # Errors
    /// When they do not fit in memory.
    pub fn to_bytes(&self) -> Result<Vec<u8>, EngineError> {
        let mut writer = Writer::default();
        match self {
            Self::Cells(cells) => {
                writer.count(0)?;
                writer.cells(cells)?;
            }
            Self::Linked(cube) => {
                writer.count(1)?;
                writer.count(cube.faces.len())?;
                for face in &cube.faces {
                    writer.bytes(face.group_count.to_le_bytes())?;
                    writer.cells(&face.cells)?;
                }
            }
        }
        Ok(writer.bytes)
    }

    /// The outcome that was written.
    ///
    /// # Errors
    /// When the bytes are no outcome, or it does not fit in memory.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, EngineError> {
        let mut reader = Reader { rest: bytes };
        let outcome = reader.outcome()?;
        if reader.rest.is_empty() {
            Ok(outcome)
        } else {
            Err(EngineError::NotAnOutcome)
        }
    }
}

#[derive(Default)]
struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    fn bytes<const N: usize>(&mut self, bytes: [u8; N]) -> Result<(), EngineError> {
        reserve(&mut self.bytes, N)?;
        self.bytes.extend(bytes);
        Ok(())
    }

    fn count(&mut self, count: usize) -> Result<(), EngineError> {
        self.bytes((count as u64).to_le_bytes())
    }

    fn list<T: Copy, const N: usize>(
        &mut self,
        entries: &[T],
        bytes: impl Fn(T) -> [u8; N],
    ) -> Result<(), EngineError> {
        self.count(entries.len())?;
        reserve(&mut self.bytes, entries.len() * N)?;
        for entry in entries {
            self.bytes.extend_from_slice(&bytes(*entry));
        }
        Ok(())
    }

    /// Counts of groups are mostly those of their rows, or none.
    fn counts(&mut self, counts: &[u64], row_counts: &[u64]) -> Result<(), EngineError> {
        if counts.is_empty() {
            return self.bytes([counts::NONE]);
        }
        if counts == row_counts {
            return self.bytes([counts::OF_ROWS]);
        }
        self.bytes([counts::LISTED])?;
        self.small(counts, |count| count)
    }

    /// A list of numbers of which most are small, in as many bytes each as the largest takes.
    fn small<T: Copy>(
        &mut self,
        numbers: &[T],
        wide: impl Fn(T) -> u64,
    ) -> Result<(), EngineError> {
        let width = width(numbers.iter().map(|number| wide(*number)));
        self.bytes([width])?;
        match width {
            1 => self.list(numbers, |number| first_of::<1>(wide(number))),
            2 => self.list(numbers, |number| first_of::<2>(wide(number))),
            4 => self.list(numbers, |number| first_of::<4>(wide(number))),
            _ => self.list(numbers, |number| wide(number).to_le_bytes()),
        }
    }

    /// Sums mostly have the same decimals and fit in 64 bits.
    fn sums(&mut self, sums: &[Sum]) -> Result<(), EngineError> {
        let decimals = sums
            .first()
            .and_then(Sum::short)
            .map(|(_, decimals)| decimals);
        let short = |sum: &Sum| sum.short().filter(|(_, own)| Some(*own) == decimals);
        let Some(decimals) = decimals.filter(|_| sums.iter().all(|sum| short(sum).is_some()))
        else {
            self.bytes([FLOAT])?;
            return self.list(sums, sum_bytes);
        };
        self.bytes([decimals])?;
        self.small(sums, |sum| {
            folded(sum.short().map_or(0, |(units, _)| units))
        })
    }

    fn cells(&mut self, cells: &Cells) -> Result<(), EngineError> {
        self.count(cells.key_len)?;
        self.small(&cells.keys, u64::from)?;
        self.small(&cells.row_counts, |count| count)?;
        self.bytes(cells.ungrouped.to_le_bytes())?;
        self.count(cells.measures.len())?;
        let mut measures = cells.measures.iter();
        measures.try_for_each(|measure| self.measure(measure, &cells.row_counts))
    }

    fn measure(&mut self, measure: &MeasureCells, row_counts: &[u64]) -> Result<(), EngineError> {
        self.sums(&measure.sum)?;
        self.count(measure.float_parts.len())?;
        for part in &measure.float_parts {
            self.list(part, f64::to_le_bytes)?;
        }
        for counts in [
            &measure.count,
            &measure.hidden,
            &measure.missing,
            &measure.not_applicable,
        ] {
            self.counts(counts, row_counts)?;
        }
        for extremes in [&measure.min, &measure.max] {
            // No number of a table is NaN.
            let bytes = |extreme: Option<f64>| extreme.unwrap_or(f64::NAN).to_le_bytes();
            self.list(extremes, bytes)?;
        }
        Ok(())
    }
}

/// How the counts of a measure are written.
mod counts {
    /// One by one.
    pub(super) const LISTED: u8 = 0;
    /// There are none.
    pub(super) const NONE: u8 = 1;
    /// Those of the rows.
    pub(super) const OF_ROWS: u8 = 2;
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl Reader<'_> {
    fn take<const N: usize>(&mut self) -> Result<[u8; N], EngineError> {
        let split = self.rest.split_first_chunk::<N>();
        let (bytes, rest) = split.ok_or(EngineError::NotAnOutcome)?;
        self.rest = rest;
        Ok(*bytes)
    }

    fn count(&mut self) -> Result<usize, EngineError> {
        let count = u64::from_le_bytes(self.take()?);
        usize::try_from(count).map_err(|_| EngineError::NotAnOutcome)
    }

    /// A list whose length is told and may not be more than there are bytes for.
    fn list<T, const N: usize>(
        &mut self,
        entry: impl Fn([u8; N]) -> T,
    ) -> Result<Vec<T>, EngineError> {
        let count = self.count()?;
        let len = count.checked_mul(N);
        let split = len.and_then(|len| self.rest.split_at_checked(len));
        let (bytes, rest) = split.ok_or(EngineError::NotAnOutcome)?;
        self.rest = rest;
        listed(count, bytes.as_chunks::<N>().0.iter().copied().map(entry))
    }

    /// A list of numbers in as many bytes each as the largest takes.
    fn small<T>(&mut self, entry: impl Fn(u64) -> T) -> Result<Vec<T>, EngineError> {
        let [width] = self.take()?;
        match width {
            1 => self.list(|bytes: [u8; 1]| entry(wide_of(bytes))),
            2 => self.list(|bytes: [u8; 2]| entry(wide_of(bytes))),
            4 => self.list(|bytes: [u8; 4]| entry(wide_of(bytes))),
            _ => self.list(|bytes: [u8; 8]| entry(wide_of(bytes))),
        }
    }

    /// What is told to come several times: room is made as it comes, for its bytes are not known to be there.
    fn several<T>(
        &mut self,
        read: impl Fn(&mut Self) -> Result<T, EngineError>,
    ) -> Result<Vec<T>, EngineError> {
        let mut list = Vec::new();
        for _ in 0..self.count()? {
            push(&mut list, read(self)?)?;
        }
        Ok(list)
    }

    fn outcome(&mut self) -> Result<Outcome, EngineError> {
        match self.count()? {
            0 => self.cells().map(Outcome::Cells),
            1 => {
                let faces = self.several(Self::face)?;
                Ok(Outcome::Linked(Cube { faces }))
            }
            _ => Err(EngineError::NotAnOutcome),
        }
    }

    fn face(&mut self) -> Result<Face, EngineError> {
        Ok(Face {
            group_count: u32::from_le_bytes(self.take()?),
            cells: self.cells()?,
        })
    }

    fn cells(&mut self) -> Result<Cells, EngineError> {
        #[expect(clippy::cast_possible_truncation, reason = "written from 32 bits")]
        let (key_len, keys) = (self.count()?, self.small(|key| key as u32)?);
        let row_counts = self.small(|count| count)?;
        let cells = Cells {
            ungrouped: u64::from_le_bytes(self.take()?),
            measures: self.several(|reader| reader.measure(&row_counts))?,
            key_len,
            keys,
            row_counts,
        };
        if cells.key_len.checked_mul(cells.len()) == Some(cells.keys.len()) {
            Ok(cells)
        } else {
            Err(EngineError::NotAnOutcome)
        }
    }

    fn counts(&mut self, row_counts: &[u64]) -> Result<Vec<u64>, EngineError> {
        let [form] = self.take()?;
        match form {
            counts::LISTED => self.small(|count| count),
            counts::NONE => Ok(Vec::new()),
            counts::OF_ROWS => listed(row_counts.len(), row_counts.iter().copied()),
            _ => Err(EngineError::NotAnOutcome),
        }
    }

    fn sums(&mut self) -> Result<Vec<Sum>, EngineError> {
        let [decimals] = self.take()?;
        if decimals == FLOAT {
            return self.list(sum_of);
        }
        self.small(|folded| Sum::Exact {
            units: unfolded(folded).into(),
            decimals,
        })
    }

    fn measure(&mut self, row_counts: &[u64]) -> Result<MeasureCells, EngineError> {
        let number = |bytes| Some(f64::from_le_bytes(bytes)).filter(|number| !number.is_nan());
        Ok(MeasureCells {
            sum: self.sums()?,
            float_parts: self.several(|reader| reader.list(f64::from_le_bytes))?,
            count: self.counts(row_counts)?,
            hidden: self.counts(row_counts)?,
            missing: self.counts(row_counts)?,
            not_applicable: self.counts(row_counts)?,
            min: self.list(number)?,
            max: self.list(number)?,
        })
    }
}
