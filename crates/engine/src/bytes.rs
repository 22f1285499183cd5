//! Outcomes as bytes, from one worker to another of the same build.

use crate::block::{listed, push, reserve};
use crate::cube::Face;
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
        self.list(counts, u64::to_le_bytes)
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
        let units = |sum: Sum| sum.short().map_or(0, |(units, _)| units);
        self.list(sums, |sum| units(sum).to_le_bytes())
    }

    fn cells(&mut self, cells: &Cells) -> Result<(), EngineError> {
        self.count(cells.key_len)?;
        self.list(&cells.keys, u32::to_le_bytes)?;
        self.list(&cells.row_counts, u64::to_le_bytes)?;
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

const SUM_BYTES: usize = 17;
/// Stands for the decimals of a float, and of sums that are not alike.
const FLOAT: u8 = u8::MAX;

fn sum_bytes(sum: Sum) -> [u8; SUM_BYTES] {
    let (decimals, bits) = match sum {
        Sum::Exact { units, decimals } => (decimals, units.cast_unsigned()),
        Sum::Float(sum) => (FLOAT, u128::from(sum.to_bits())),
    };
    let mut bytes = [decimals; SUM_BYTES];
    let units = bits.to_le_bytes();
    bytes
        .iter_mut()
        .zip(units)
        .for_each(|(byte, unit)| *byte = unit);
    bytes
}

fn sum_of(bytes: [u8; SUM_BYTES]) -> Sum {
    let [units @ .., decimals] = bytes;
    let bits = u128::from_le_bytes(units);
    if decimals == FLOAT {
        #[expect(clippy::cast_possible_truncation, reason = "written from 64 bits")]
        Sum::Float(f64::from_bits(bits as u64))
    } else {
        Sum::Exact {
            units: bits.cast_signed(),
            decimals,
        }
    }
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
        let (key_len, keys) = (self.count()?, self.list(u32::from_le_bytes)?);
        let row_counts = self.list(u64::from_le_bytes)?;
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
            counts::LISTED => self.list(u64::from_le_bytes),
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
        self.list(|bytes| Sum::Exact {
            units: i64::from_le_bytes(bytes).into(),
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
