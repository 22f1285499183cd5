//! All messages of a file or stream, looked over before any value is read: where batches lie, and that they are sound.

use std::collections::BTreeSet;

use arrow_ipc::{Message, MessageHeader, Schema, root_as_footer, root_as_message};

use super::batch::{Batch, DictionaryBatch};
use super::fields::{self, Field};
use super::malformed;
use crate::source::reserve;
use crate::{FormatError, Limits, Place, Reason, Source, What};

/// A file's columns and where its rows lie.
#[derive(Debug, Default)]
pub(super) struct Contents {
    pub(super) fields: Vec<Field>,
    /// What our own files say of the table.
    pub(super) said: Option<String>,
    pub(super) batches: Vec<Batch>,
    pub(super) dictionaries: Vec<DictionaryBatch>,
    pub(super) row_count: usize,
}

/// First and last bytes of a file; a stream has neither.
const MAGIC: &[u8; 6] = b"ARROW1";
/// Bytes before the messages of a file: the mark, and two that fill up to eight.
const HEAD: u64 = 8;
/// Bytes after the description of a file: its length and the mark.
const TAIL: u64 = 4 + MAGIC.len() as u64;
/// What a message begins with in newer files.
const CONTINUES: u32 = u32::MAX;

/// Walks through all messages. A file is said to be a stream between two marks, but not every writer begins it as one: it is read
/// by the list of its messages at its end, as other readers do.
pub(super) fn walk(source: &dyn Source, limits: &Limits) -> Result<Contents, FormatError> {
    let mut walk = Walk {
        source,
        at: 0,
        end: source.len(),
        limits,
        contents: Contents::default(),
        is_described: false,
    };
    match walk.list()? {
        Some(list) => walk.listed(&list)?,
        None => while walk.message()? == Next::More {},
    }
    if walk.is_described {
        Ok(walk.contents)
    } else {
        Err(walk.bad())
    }
}

/// Whether messages may follow.
#[derive(PartialEq, Eq)]
enum Next {
    More,
    End,
}

struct Walk<'a> {
    source: &'a dyn Source,
    at: u64,
    end: u64,
    limits: &'a Limits,
    contents: Contents,
    is_described: bool,
}

impl Walk<'_> {
    /// The bytes of the list at the end of a file; a stream has none.
    fn list(&mut self) -> Result<Option<Vec<u8>>, FormatError> {
        let mut magic = [0; MAGIC.len()];
        if self.source.read_at(0, &mut magic).is_none() || magic != *MAGIC {
            return Ok(None);
        }
        let whole = self.source.len();
        let cut = || malformed(Place::byte(whole), Reason::Truncated);
        let tail = whole
            .checked_sub(TAIL)
            .filter(|tail| *tail >= HEAD)
            .ok_or_else(cut)?;
        self.source.read_at(tail + 4, &mut magic).ok_or_else(cut)?;
        if magic != *MAGIC {
            return Err(cut());
        }
        self.at = tail;
        let length = u64::from(self.number()?);
        let start = tail.checked_sub(length).filter(|start| *start >= HEAD);
        let start = start.ok_or_else(|| malformed(Place::byte(tail), Reason::Footer))?;
        self.at = start;
        let list = self.bytes(length)?;
        (self.at, self.end) = (start, start);
        Ok(Some(list))
    }

    /// The messages that a list names: first the dictionaries, wherever they lie, then the batches.
    fn listed(&mut self, list: &[u8]) -> Result<(), FormatError> {
        let footer = root_as_footer(list).map_err(|_| self.bad())?;
        self.describe(footer.schema().ok_or_else(|| self.bad())?)?;
        let lists = [footer.dictionaries(), footer.recordBatches()];
        let blocks = lists.into_iter().flatten().flatten();
        let starts: Vec<u64> = blocks.map(|it| it.offset().cast_unsigned()).collect();
        let mut bounds = starts.clone();
        bounds.push(self.end);
        bounds.sort_unstable();
        let are_apart = bounds.is_sorted_by(|one, next| one < next);
        let are_inside = bounds.first() >= Some(&HEAD) && bounds.last() == Some(&self.end);
        (are_apart && are_inside)
            .then_some(())
            .ok_or_else(|| self.bad())?;
        for start in starts {
            let next = bounds.partition_point(|bound| *bound <= start);
            (self.at, self.end) = (start, bounds.get(next).copied().unwrap_or(start));
            // A block of zeros ends a stream; in a list it is rows that are lost.
            if self.message()? == Next::End {
                return Err(self.bad());
            }
        }
        self.replaces_none()
    }

    /// Only a stream may say anew what a dictionary holds.
    fn replaces_none(&self) -> Result<(), FormatError> {
        let mut known = BTreeSet::new();
        let whole = self.contents.dictionaries.iter().filter(|it| !it.is_delta);
        let mut ids = whole.map(|dictionary| dictionary.id);
        if ids.all(|id| known.insert(id)) {
            Ok(())
        } else {
            Err(self.bad())
        }
    }

    fn describe(&mut self, schema: Schema<'_>) -> Result<(), FormatError> {
        self.contents.fields = fields::read(schema, self.limits)?;
        self.contents.said = fields::said(schema.custom_metadata().into_iter().flatten());
        self.is_described = true;
        Ok(())
    }

    fn message(&mut self) -> Result<Next, FormatError> {
        // A stream may end with a message of no length, or just end.
        if self.at == self.end {
            return Ok(Next::End);
        }
        let mut length = self.number()?;
        if length == CONTINUES {
            length = self.number()?;
        }
        if length == 0 {
            return Ok(Next::End);
        }
        let described = self.bytes(length.into())?;
        let message = root_as_message(&described).map_err(|_| self.bad())?;
        let length = u64::try_from(message.bodyLength()).map_err(|_| self.bad())?;
        let body = self.take(length)?;
        self.note(&message, (body, length))?;
        Ok(Next::More)
    }

    fn note(&mut self, message: &Message<'_>, body: (u64, u64)) -> Result<(), FormatError> {
        match message.header_type() {
            MessageHeader::Schema if !self.is_described => {
                let schema = message.header_as_schema().ok_or_else(|| self.bad())?;
                self.describe(schema)?;
            }
            MessageHeader::RecordBatch => {
                let batch = message.header_as_record_batch().ok_or_else(|| self.bad())?;
                let kinds = self.contents.fields.iter().map(|field| field.kind);
                let mut batch =
                    Batch::new(batch, body, kinds, self.limits)?.ok_or_else(|| self.bad())?;
                batch.dictionaries = self.contents.dictionaries.len();
                let row_count = self.contents.row_count.saturating_add(batch.row_count);
                self.limits.check(What::Rows, row_count as u64)?;
                self.contents.row_count = row_count;
                self.contents.batches.push(batch);
            }
            MessageHeader::DictionaryBatch => {
                let batch = message
                    .header_as_dictionary_batch()
                    .ok_or_else(|| self.bad())?;
                let fields = &self.contents.fields;
                let batch = DictionaryBatch::new(batch, body, fields, self.limits)?;
                self.contents
                    .dictionaries
                    .push(batch.ok_or_else(|| self.bad())?);
            }
            _ => return Err(self.bad()),
        }
        Ok(())
    }

    /// A description of so many bytes.
    fn bytes(&mut self, length: u64) -> Result<Vec<u8>, FormatError> {
        self.limits.check(What::FooterBytes, length)?;
        let start = self.take(length)?;
        let mut bytes = reserve(length)?;
        self.source
            .read_at(start, &mut bytes)
            .ok_or_else(|| self.bad())?;
        Ok(bytes)
    }

    fn number(&mut self) -> Result<u32, FormatError> {
        let start = self.take(4)?;
        let mut bytes = [0; 4];
        self.source
            .read_at(start, &mut bytes)
            .ok_or_else(|| self.bad())?;
        Ok(u32::from_le_bytes(bytes))
    }

    /// Where so many bytes begin; the next are after them.
    fn take(&mut self, length: u64) -> Result<u64, FormatError> {
        let start = self.at;
        let end = start.checked_add(length).filter(|end| *end <= self.end);
        self.at = end.ok_or_else(|| malformed(Place::byte(self.end), Reason::Truncated))?;
        Ok(start)
    }

    fn bad(&self) -> FormatError {
        malformed(Place::byte(self.at), Reason::Footer)
    }
}
