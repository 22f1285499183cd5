//! Outcomes as bytes, from one worker to another of the same build.

use crate::cube::Face;
use crate::{Cells, Cube, EngineError, MeasureCells, Outcome, Sum};

impl Outcome {
    /// The outcome as bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        match self {
            Self::Cells(cells) => {
                writer.count(0);
                writer.cells(cells);
            }
            Self::Linked(cube) => {
                writer.count(1);
                writer.count(cube.faces.len());
                for face in &cube.faces {
                    writer.bytes.extend(face.group_count.to_le_bytes());
                    writer.cells(&face.cells);
                }
            }
        }
        writer.bytes
    }

    /// The outcome that was written.
    ///
    /// # Errors
    /// When the bytes are no outcome.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, EngineError> {
        let mut reader = Reader { rest: bytes };
        let outcome = reader.outcome().filter(|_| reader.rest.is_empty());
        outcome.ok_or(EngineError::NotAnOutcome)
    }
}

#[derive(Default)]
struct Writer {
    bytes: Vec<u8>,
}

impl Writer {
    fn count(&mut self, count: usize) {
        self.bytes.extend((count as u64).to_le_bytes());
    }

    fn list<T: Copy, const N: usize>(&mut self, entries: &[T], bytes: impl Fn(T) -> [u8; N]) {
        self.count(entries.len());
        self.bytes.reserve(entries.len() * N);
        entries
            .iter()
            .for_each(|entry| self.bytes.extend(bytes(*entry)));
    }

    fn cells(&mut self, cells: &Cells) {
        self.count(cells.key_len);
        self.list(&cells.keys, u32::to_le_bytes);
        self.list(&cells.row_counts, u64::to_le_bytes);
        self.bytes.extend(cells.ungrouped.to_le_bytes());
        self.count(cells.measures.len());
        cells
            .measures
            .iter()
            .for_each(|measure| self.measure(measure));
    }

    fn measure(&mut self, measure: &MeasureCells) {
        self.list(&measure.sum, sum_bytes);
        self.count(measure.float_parts.len());
        measure
            .float_parts
            .iter()
            .for_each(|part| self.list(part, f64::to_le_bytes));
        for counts in [
            &measure.count,
            &measure.hidden,
            &measure.missing,
            &measure.not_applicable,
        ] {
            self.list(counts, u64::to_le_bytes);
        }
        for extremes in [&measure.min, &measure.max] {
            // No number of a table is NaN.
            self.list(extremes, |extreme| {
                extreme.unwrap_or(f64::NAN).to_le_bytes()
            });
        }
    }
}

const SUM_BYTES: usize = 17;
/// Stands for the decimals of a float.
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
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (bytes, rest) = self.rest.split_first_chunk::<N>()?;
        self.rest = rest;
        Some(*bytes)
    }

    fn count(&mut self) -> Option<usize> {
        usize::try_from(u64::from_le_bytes(self.take()?)).ok()
    }

    /// A list whose length is told and may not be more than there are bytes for.
    fn list<T, const N: usize>(&mut self, entry: impl Fn([u8; N]) -> T) -> Option<Vec<T>> {
        let count = self.count()?;
        let (bytes, rest) = self.rest.split_at_checked(count.checked_mul(N)?)?;
        self.rest = rest;
        let entries = bytes
            .chunks_exact(N)
            .filter_map(|bytes| bytes.try_into().ok());
        Some(entries.map(entry).collect())
    }

    fn outcome(&mut self) -> Option<Outcome> {
        match self.count()? {
            0 => self.cells().map(Outcome::Cells),
            1 => {
                let count = self.count()?;
                let faces = (0..count).map(|_| {
                    Some(Face {
                        group_count: u32::from_le_bytes(self.take()?),
                        cells: self.cells()?,
                    })
                });
                let faces = faces.collect::<Option<_>>()?;
                Some(Outcome::Linked(Cube { faces }))
            }
            _ => None,
        }
    }

    fn cells(&mut self) -> Option<Cells> {
        let cells = Cells {
            key_len: self.count()?,
            keys: self.list(u32::from_le_bytes)?,
            row_counts: self.list(u64::from_le_bytes)?,
            ungrouped: u64::from_le_bytes(self.take()?),
            measures: {
                let count = self.count()?;
                (0..count).map(|_| self.measure()).collect::<Option<_>>()?
            },
        };
        (cells.key_len.checked_mul(cells.len())? == cells.keys.len()).then_some(cells)
    }

    fn measure(&mut self) -> Option<MeasureCells> {
        let number = |bytes| Some(f64::from_le_bytes(bytes)).filter(|number| !number.is_nan());
        Some(MeasureCells {
            sum: self.list(sum_of)?,
            float_parts: {
                let count = self.count()?;
                (0..count)
                    .map(|_| self.list(f64::from_le_bytes))
                    .collect::<Option<_>>()?
            },
            count: self.list(u64::from_le_bytes)?,
            hidden: self.list(u64::from_le_bytes)?,
            missing: self.list(u64::from_le_bytes)?,
            not_applicable: self.list(u64::from_le_bytes)?,
            min: self.list(number)?,
            max: self.list(number)?,
        })
    }
}
