//! A text file a piece at a time, each of whole lines.

use super::fields::PADDING;
use crate::Source;
use crate::wide::wide;

/// Bytes read at a time; no line is longer.
const PIECE: usize = 1 << 20;
/// Bytes from which the delimiter is found out.
const SAMPLE: usize = 256 << 10;
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// The beginning of a text up to the end of a line, and where in the file the text begins.
pub(super) fn sample(source: &dyn Source) -> Option<(Vec<u8>, u64)> {
    let length = usize::try_from(source.len()).unwrap_or(usize::MAX);
    let mut sample = vec![0; length.min(MARK.len() + SAMPLE)];
    source.read_at(0, &mut sample)?;
    if sample.starts_with(b"\xFF\xFE") || sample.starts_with(b"\xFE\xFF") || wide(&sample).is_some()
    {
        return None;
    }
    let is_marked = sample.starts_with(MARK);
    let start = if is_marked { MARK.len() } else { 0 };
    sample.drain(..start);
    let is_whole = start + sample.len() == length;
    sample.truncate(SAMPLE);
    if !(is_whole && start + sample.len() == length) {
        let end = sample.iter().rposition(|byte| *byte == b'\n')?;
        sample.truncate(end + 1);
    }
    Some((sample, start as u64))
}

/// A file in pieces that end with a line.
pub(super) struct Pieces<'a> {
    source: &'a dyn Source,
    /// Bytes taken from the file.
    pub(super) offset: u64,
    buffer: Vec<u8>,
    /// Bytes of the buffer that are handed out, and bytes that are filled.
    given: usize,
    filled: usize,
}

impl<'a> Pieces<'a> {
    pub(super) fn new(source: &'a dyn Source, offset: u64) -> Option<Self> {
        let mut buffer = Vec::new();
        buffer.try_reserve_exact(PIECE + PADDING).ok()?;
        buffer.resize(PIECE + PADDING, 0);
        Some(Self {
            source,
            offset,
            buffer,
            given: 0,
            filled: 0,
        })
    }

    /// The next lines, and what they end before; inside, none at the end of the file.
    #[expect(clippy::option_option, reason = "the file ends, or is not plain")]
    pub(super) fn next(&mut self) -> Option<Option<Piece<'_>>> {
        self.buffer.copy_within(self.given..self.filled, 0);
        self.filled -= self.given;
        // One byte is left for the end of the last line.
        let room = (PIECE - 1 - self.filled) as u64;
        let count = usize::try_from(room.min(self.source.len() - self.offset)).ok()?;
        let into = self.buffer.get_mut(self.filled..self.filled + count)?;
        self.source.read_at(self.offset, into)?;
        self.offset += count as u64;
        self.filled += count;
        let is_last = self.offset == self.source.len();
        if is_last {
            self.end_last_line()?;
        }
        let lines = self.buffer.get(..self.filled)?;
        let end = lines.iter().rposition(|byte| *byte == b'\n');
        self.given = end.map_or(0, |end| end + 1);
        if self.given == 0 {
            return (is_last && self.filled == 0).then_some(None);
        }
        let (bytes, end) = (self.buffer.as_slice(), self.given);
        Some(Some(Piece { bytes, end }))
    }

    fn end_last_line(&mut self) -> Option<()> {
        let last = self
            .filled
            .checked_sub(1)
            .and_then(|at| self.buffer.get(at));
        if last.is_some_and(|byte| *byte != b'\n') {
            *self.buffer.get_mut(self.filled)? = b'\n';
            self.filled += 1;
        }
        Some(())
    }
}

/// Whole lines up to an end; behind it there are bytes of no meaning.
pub(super) struct Piece<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) end: usize,
}
