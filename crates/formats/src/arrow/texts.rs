//! The texts of a column or dictionary, a few at a time.

use super::batch::Batch;
use super::body::{Body, Buffer};
use super::fields::Texts;
use super::malformed;
use crate::source::reserve;
use crate::{FormatError, Limits, Place, Reason, What};

/// Rows whose ends are read at a time.
const ROWS: usize = 1 << 14;
/// Bytes of texts read at a time, unless one text alone has more.
const BYTES: u64 = 1 << 22;

/// The texts of one column of a batch.
pub(super) struct Column<'a> {
    pub(super) body: &'a Body<'a>,
    pub(super) batch: &'a Batch,
    pub(super) at: usize,
    pub(super) limits: &'a Limits,
}

impl Column<'_> {
    /// Reads the texts of some rows; `each` is given them in their order.
    pub(super) fn each(
        &self,
        texts: Texts,
        rows: std::ops::Range<usize>,
        each: &mut dyn FnMut(&[u8]) -> Result<(), FormatError>,
    ) -> Result<(), FormatError> {
        let mut start = rows.start;
        while start < rows.end {
            let end = rows.end.min(start + ROWS);
            match texts {
                Texts::Short => self.run(&self.ends::<4>(start..end)?, each)?,
                Texts::Long => self.run(&self.ends::<8>(start..end)?, each)?,
                Texts::Views => self.views(start..end, each)?,
            }
            start = end;
        }
        Ok(())
    }

    fn buffer(&self, at: usize) -> Result<Buffer, FormatError> {
        self.body.buffer(self.batch, (self.at, at))
    }

    /// Where texts begin, and where the last ends.
    fn ends<const WIDTH: usize>(
        &self,
        rows: std::ops::Range<usize>,
    ) -> Result<Vec<u64>, FormatError> {
        let mut bytes = vec![0; (rows.len() + 1) * WIDTH];
        let from = rows.start as u64 * WIDTH as u64;
        self.body.read(self.buffer(1)?, from, &mut bytes)?;
        let end = |bytes: &[u8]| {
            let mut wide = [0; 8];
            wide.iter_mut()
                .zip(bytes)
                .for_each(|(wide, byte)| *wide = *byte);
            u64::from_le_bytes(wide)
        };
        Ok(bytes.chunks_exact(WIDTH).map(end).collect())
    }

    /// Texts that lie behind each other; a negative end is a large one here and fails like any that goes back.
    fn run(
        &self,
        ends: &[u64],
        each: &mut dyn FnMut(&[u8]) -> Result<(), FormatError>,
    ) -> Result<(), FormatError> {
        let bad = || malformed(Place::default(), Reason::Footer);
        let mut rest = ends;
        while let [start, _, ..] = *rest {
            if !rest.is_sorted() {
                return Err(bad());
            }
            let within = rest.partition_point(|end| end - start <= BYTES);
            let count = within.clamp(2, rest.len());
            let (run, _) = rest.split_at(count);
            let length = run.last().map_or(0, |end| end - start);
            if count == 2 {
                self.limits.check(What::TextBytes, length)?;
            }
            let mut bytes = reserve(length)?;
            self.body.read(self.buffer(2)?, start, &mut bytes)?;
            for (from, to) in run.iter().zip(run.iter().skip(1)) {
                let range = usize::try_from(from - start)
                    .ok()
                    .zip(usize::try_from(to - start).ok());
                let text = range.and_then(|(from, to)| bytes.get(from..to));
                each(text.ok_or_else(bad)?)?;
            }
            rest = rest.get(count - 1..).unwrap_or_default();
        }
        Ok(())
    }

    /// Texts of at most twelve bytes lie in their description; of longer ones it says where.
    fn views(
        &self,
        rows: std::ops::Range<usize>,
        each: &mut dyn FnMut(&[u8]) -> Result<(), FormatError>,
    ) -> Result<(), FormatError> {
        const WIDTH: usize = 16;
        let mut bytes = vec![0; rows.len() * WIDTH];
        self.body.read(
            self.buffer(1)?,
            rows.start as u64 * WIDTH as u64,
            &mut bytes,
        )?;
        let (views, _) = bytes.as_chunks::<WIDTH>();
        for view in views {
            let [a, b, c, d, inline @ ..] = view;
            let length = u32::from_le_bytes([*a, *b, *c, *d]);
            let length = usize::try_from(length).unwrap_or(usize::MAX);
            match inline.get(..length) {
                Some(text) => each(text)?,
                None => {
                    self.limits.check(What::TextBytes, length as u64)?;
                    let [_, _, _, _, e, f, g, h, i, j, k, l] = *inline;
                    let buffer = u32::from_le_bytes([e, f, g, h]);
                    let from = u32::from_le_bytes([i, j, k, l]);
                    let buffer = self.buffer(
                        usize::try_from(buffer)
                            .unwrap_or(usize::MAX)
                            .saturating_add(2),
                    )?;
                    let mut text = reserve(length as u64)?;
                    self.body.read(buffer, from.into(), &mut text)?;
                    each(&text)?;
                }
            }
        }
        Ok(())
    }
}
