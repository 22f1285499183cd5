//! The messages of a stream looked over before the library reads them: it believes their lengths.

use arrow_ipc::{CompressionType, Message, MessageHeader, RecordBatch, root_as_message};

use super::fields::{self, Buffers};
use super::malformed;
use crate::{Feature, FormatError, Limits, Place, Reason, What};

/// What a message without a body begins with in newer files.
const CONTINUES: u32 = u32::MAX;

/// Walks through all messages of a stream.
pub(super) fn messages(bytes: &[u8], limits: &Limits) -> Result<(), FormatError> {
    let mut walk = Walk {
        bytes,
        at: 0,
        limits,
        columns: Vec::new(),
    };
    while walk.message()? == Next::More {}
    Ok(())
}

/// Whether messages may follow.
#[derive(PartialEq, Eq)]
enum Next {
    More,
    End,
}

struct Walk<'a> {
    bytes: &'a [u8],
    at: usize,
    limits: &'a Limits,
    columns: Vec<Buffers>,
}

impl<'a> Walk<'a> {
    fn message(&mut self) -> Result<Next, FormatError> {
        // A stream may end with a message of no length, or just end.
        if self.at == self.bytes.len() {
            return Ok(Next::End);
        }
        let mut length = self.number()?;
        if length == CONTINUES {
            length = self.number()?;
        }
        if length == 0 {
            return Ok(Next::End);
        }
        self.limits.check(What::FooterBytes, length.into())?;
        let described = self.take(i64::from(length))?;
        let message = root_as_message(described).map_err(|_| self.bad())?;
        let body = self.take(message.bodyLength())?;
        self.check(&message, body.len())?;
        Ok(Next::More)
    }

    fn check(&mut self, message: &Message<'_>, body_length: usize) -> Result<(), FormatError> {
        let (batch, columns) = match message.header_type() {
            MessageHeader::Schema => {
                let schema = message.header_as_schema().ok_or_else(|| self.bad())?;
                self.columns = fields::check(schema, self.limits)?;
                return Ok(());
            }
            MessageHeader::RecordBatch => (message.header_as_record_batch(), &*self.columns),
            MessageHeader::DictionaryBatch => {
                let dictionary = message.header_as_dictionary_batch();
                // Which texts there are decides nothing here: who has a value stands first in any case.
                (
                    dictionary.and_then(|batch| batch.data()),
                    &[Buffers::Three][..],
                )
            }
            _ => (None, &[][..]),
        };
        let batch = batch.ok_or_else(|| self.bad())?;
        self.sizes(batch, body_length)?;
        self.gaps(batch, columns).ok_or_else(|| self.bad())
    }

    /// Rows within the limit, and each buffer inside the body.
    fn sizes(&self, batch: RecordBatch<'_>, body_length: usize) -> Result<(), FormatError> {
        if let Some(compression) = batch.compression() {
            let name = if compression.codec() == CompressionType::ZSTD {
                "zstd"
            } else {
                "lz4"
            };
            return Err(FormatError::unsupported(Feature::Compression(
                name.to_owned(),
            )));
        }
        let rows = u64::try_from(batch.length()).map_err(|_| self.bad())?;
        self.limits.check(What::Rows, rows)?;
        let is_inside = |start: i64, length: i64| {
            let end = start.checked_add(length)?;
            let end = usize::try_from(end)
                .ok()
                .filter(|_| start >= 0 && length >= 0)?;
            (end <= body_length).then_some(())
        };
        let mut buffers = batch.buffers().into_iter().flatten();
        let outside = buffers.any(|it| is_inside(it.offset(), it.length()).is_none());
        if outside { Err(self.bad()) } else { Ok(()) }
    }

    /// Each column as long as the batch, with a bit for each row where some have no value.
    fn gaps(&self, batch: RecordBatch<'_>, columns: &[Buffers]) -> Option<()> {
        let (nodes, buffers) = (batch.nodes()?, batch.buffers()?);
        let mut more = batch.variadicBufferCounts().into_iter().flatten();
        let mut first = 0;
        (nodes.len() == columns.len()).then_some(())?;
        for (node, column) in nodes.iter().zip(columns) {
            let has_bits = first < buffers.len()
                && buffers.get(first).length().saturating_mul(8) >= node.length();
            let is_sound = node.length() == batch.length()
                && (0..=node.length()).contains(&node.null_count())
                && (node.null_count() == 0 || has_bits);
            is_sound.then_some(())?;
            first = first.checked_add(match column {
                Buffers::Two => 2,
                Buffers::Three => 3,
                Buffers::Views => usize::try_from(more.next()?).ok()?.checked_add(2)?,
            })?;
        }
        Some(())
    }

    fn number(&mut self) -> Result<u32, FormatError> {
        let bytes = self.take(4)?;
        Ok(bytes
            .first_chunk()
            .map_or(0, |bytes| u32::from_le_bytes(*bytes)))
    }

    fn take(&mut self, length: i64) -> Result<&'a [u8], FormatError> {
        let bytes: &'a [u8] = self.bytes;
        let length = usize::try_from(length).map_err(|_| self.bad())?;
        let end = self.at.checked_add(length).ok_or_else(|| self.bad())?;
        let cut = || malformed(Place::byte(bytes.len() as u64), Reason::Truncated);
        let taken = bytes.get(self.at..end).ok_or_else(cut)?;
        self.at = end;
        Ok(taken)
    }

    fn bad(&self) -> FormatError {
        malformed(Place::byte(self.at as u64), Reason::Footer)
    }
}
