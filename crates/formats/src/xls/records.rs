//! The stream of a workbook record by record.

use super::bytes::u16_at;

/// What follows a record that is longer than a record can be.
const CONTINUE: u16 = 0x003C;

/// A record: what it is, and its bytes without head.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) body: &'a [u8],
}

/// Records from a place in the stream on.
#[derive(Clone, Debug)]
pub(super) struct Records<'a> {
    stream: &'a [u8],
    pub(super) at: usize,
}

impl<'a> Records<'a> {
    pub(super) fn new(stream: &'a [u8], at: usize) -> Self {
        Self { stream, at }
    }

    /// The next record; none where the stream ends before it is complete.
    pub(super) fn next(&mut self) -> Option<Record<'a>> {
        let record = self.peek()?;
        self.at += 4 + record.body.len();
        Some(record)
    }

    /// The bytes that belong to the record before, each piece as it stands.
    pub(super) fn continued(&mut self, first: &'a [u8]) -> Vec<&'a [u8]> {
        let mut pieces = vec![first];
        while let Some(record) = self.peek().filter(|record| record.kind == CONTINUE) {
            self.at += 4 + record.body.len();
            pieces.push(record.body);
        }
        pieces
    }

    fn peek(&self) -> Option<Record<'a>> {
        let rest = self.stream.get(self.at..)?;
        let length = usize::from(u16_at(rest, 2)?);
        Some(Record {
            kind: u16_at(rest, 0)?,
            body: rest.get(4..4 + length)?,
        })
    }
}
